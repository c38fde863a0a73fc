"""The writing side of the ledger. For the pipeline alone: everyone else reads through a ``View``."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, select

from synopticon.errors import RegisterError
from synopticon.ledger import engine as files
from synopticon.ledger.chain import START, link
from synopticon.ledger.migrations import bring_up_to_date
from synopticon.ledger.rows import VERSIONED, delete_rows, insert_all, insert_many, set_meta
from synopticon.ledger.schema import entry
from synopticon.ledger.serial import Body, Record, id_of, kind_of, read, to_json, written

_ASKED = 500  # ids asked for at once: half of the 999 variables that old builds of SQLite allow
Key = tuple[str, str]


class Writer:
    """Appends records to the ledger in ``folder``, one transaction for each call of :meth:`append`.

    A transaction waits for the disk, so many documents in one call are several times as fast as one call for each;
    what a call holds is there whole or not at all, however the process ends.

    ``now`` (ISO 8601 UTC) stands in every entry written. Opening makes the folder and the ledger where there is
    none, and brings an older one up to date. Raises ``RegisterBusy`` when another writer is still there after
    ``wait`` seconds. Use it as a context manager::

        with Writer(folder, now="2026-01-01T00:00:00Z") as writer:
            writer.append([capture, document, *statements])
    """

    def __init__(self, folder: Path | str, *, now: str, wait: float = files.WAIT) -> None:
        self._folder = Path(folder)
        self._file = self._folder / files.FILE
        self._now = now
        self._held = contextlib.ExitStack()
        with files.mapped(self._file):
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                step = "Name a folder that can be written."
                raise RegisterError(f"no register can be made: {error}", where=str(folder), next_step=step) from error
        self._held.enter_context(files.only_writer(self._folder, wait=wait))
        try:
            self._engine = self._open()
        except BaseException:
            self._held.close()
            raise

    def _open(self) -> Engine:
        with files.mapped(self._file):
            engine = files.writing(self._file)
            try:
                with engine.begin() as connection:
                    bring_up_to_date(connection, self._file)
                    self._seq, self._head = _end(connection)
            except BaseException:
                engine.dispose()
                raise
        return engine

    def append(self, records: Iterable[Record]) -> int:
        """Write ``records`` in one transaction, all or none, and return how many entries that made.

        A record that is already the latest of its kind and id makes none; nor does a capture of the same bytes from
        the same place, whenever it was made. Entities and findings get a new version. Raises ``RegisterError`` when
        another kind of record stands in the ledger under the same id with other content.
        """
        bodies = [(kind_of(r), id_of(r), to_json(r)) for r in records]
        seq, head = self._seq, self._head
        with files.mapped(self._file), self._engine.begin() as connection:
            fresh, replaced = self._fresh(bodies, self._latest(connection, [(kind, id) for kind, id, _ in bodies]))
            if not fresh:
                return 0
            rows, items = [], []
            for kind, id, body, text in fresh:
                seq, prev = seq + 1, head
                head = link(prev=prev, kind=kind, id=id, at=self._now, body=text)
                rows.append({
                    "seq": seq, "kind": kind, "id": id, "body": text, "at": self._now, "prev": prev, "digest": head,
                })  # fmt: skip
                items.append((seq, kind, id, body))
            insert_many(connection, entry, rows)
            delete_rows(connection, replaced)
            insert_all(connection, items)
            set_meta(connection, "head", head)
        self._seq, self._head = seq, head
        return len(fresh)

    def has(self, kind: str, id: str) -> bool:
        """Whether the ledger holds an entry of this kind and id."""
        with files.mapped(self._file), self._engine.begin() as connection:
            return bool(self._latest(connection, [(kind, id)]))

    def close(self) -> None:
        """Let the lock go and leave one plain file behind. Closing twice does nothing more."""
        self._engine.dispose()
        with files.mapped(self._file):
            if self._file.exists():
                files.fold_back(self._file)
        self._held.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _latest(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, str]:
        found: dict[Key, str] = {}
        kinds, ids, c = sorted({kind for kind, _ in keys}), sorted({id for _, id in keys}), entry.c
        for at in range(0, len(ids), _ASKED):
            query = select(c.kind, c.id, c.body).where(c.kind.in_(kinds), c.id.in_(ids[at : at + _ASKED]))
            found |= {(kind, id): body for kind, id, body in connection.execute(query.order_by(c.seq))}
        return found

    def _fresh(
        self, bodies: Sequence[tuple[str, str, Body]], known: dict[Key, str]
    ) -> tuple[list[tuple[str, str, Body, str]], list[Key]]:
        """The records that make an entry, and the keys whose earlier version each replaces."""
        chosen: dict[Key, tuple[str, str, Body, str]] = {}
        replaced: list[Key] = []
        for kind, id, body in bodies:
            key, text = (kind, id), written(body)
            before = chosen[key][3] if key in chosen else known.get(key)
            if before is not None and _same(kind, before, text, body):
                continue
            if before is not None and kind not in VERSIONED:
                step = "Give it another id, or build into another register."
                raise RegisterError(f"the ledger holds another {kind} {id!r}", where=str(self._file), next_step=step)
            if key in known:
                replaced.append(key)
            chosen[key] = (kind, id, body, text)
        return list(chosen.values()), replaced


def _same(kind: str, before: str, text: str, body: Body) -> bool:
    if before == text:
        return True
    if kind != "capture":
        return False
    earlier = read(before)
    return {**earlier, "captured_at": None} == {**body, "captured_at": None}


def _end(connection: Connection) -> tuple[int, str]:
    last = select(entry.c.seq, entry.c.digest).where(entry.c.seq == select(func.max(entry.c.seq)).scalar_subquery())
    row = connection.execute(last).first()
    return (row[0], row[1]) if row else (0, START)
