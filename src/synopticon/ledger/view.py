"""The reading side of the ledger: everything that pages, exports and checks ask of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, and_, func, select, text

from synopticon.errors import NotFound
from synopticon.ledger import engine as files
from synopticon.ledger import schema as t
from synopticon.ledger import search
from synopticon.ledger.chain import Entry, Fault
from synopticon.ledger.migrations import checked, entries
from synopticon.ledger.project import TITLE
from synopticon.ledger.serial import Record, from_json, read
from synopticon.ledger.verify import faults
from synopticon.ledger.words import fold
from synopticon.records import Capture, Document, Entity, Finding, Judgement, Refusal, Statement

R = TypeVar("R", bound=Record)
_COUNTED = (t.capture, t.document, t.statement, t.entity, t.finding, t.refusal, t.judgement)
_BATCH = 500  # rows held in memory while iterating: some megabytes of documents


class View:
    """Reads the ledger in ``folder``, also while a ``Writer`` is at work; never writes and never makes a file.

    Each iterator is one snapshot: what is written after its first item is not seen by it. A view may be shared by
    threads. Raises ``RegisterMissing`` where there is no register, ``RegisterDamaged`` where there is none that
    holds together, ``NotFound`` for an id that is not there.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._file = self.folder / files.FILE
        self._engine = files.reading(self._file)
        try:
            with self._reading() as connection:
                checked(connection, self._file)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- one record ----------------------------------------------------------------------------------------------

    def document(self, id: str) -> Document:
        """The document with this id."""
        return self._one(Document, id)

    def statement(self, id: str) -> Statement:
        """The statement with this id."""
        return self._one(Statement, id)

    def finding(self, id: str) -> Finding:
        """The finding with this id, as last written."""
        return self._one(Finding, id)

    def entity(self, query: str) -> tuple[Entity, ...]:
        """The entity with this id, or all that bear this name in any script; empty when there is none.

        Names are compared without case and in compatibility form. Several entities of one name stay apart.
        """
        named = select(t.entity_name.c.entity).where(t.entity_name.c.folded == fold(query))
        either = select(t.entity.c.seq).where(t.entity.c.id == query)
        with self._reading() as connection:
            seqs = connection.execute(either).scalars().all()
            if not seqs:
                by_name = select(t.entity.c.seq).where(t.entity.c.id.in_(named)).order_by(t.entity.c.id)
                seqs = connection.execute(by_name).scalars().all()
            return tuple(self._at(Entity, connection, seq) for seq in seqs)

    def has(self, kind: str, id: str) -> bool:
        """Whether the ledger holds an entry of this kind and id."""
        with self._reading() as connection:
            return self._latest(connection, kind, id) is not None

    # -- many records, in an order that does not depend on the order of building ------------------------------------

    def captures(self) -> Iterator[Capture]:
        """All captures, by their bytes and where they came from."""
        c = t.capture.c
        return self._many(Capture, select(c.seq).order_by(c.sha256, c.source, c.locator))

    def documents(self, *, outlet: str | None = None, capture: str | None = None) -> Iterator[Document]:
        """All documents by id, or those of one outlet, or those read from one capture (a SHA-256)."""
        c = t.document.c
        return self._many(Document, _where(select(c.seq), c, outlet=outlet, capture=capture).order_by(c.id))

    def statements(
        self,
        *,
        type: str | None = None,
        document: str | None = None,
        modality: str | None = None,
        entity: str | None = None,
        name: str | None = None,
        role: str | None = None,
    ) -> Iterator[Statement]:
        """All statements by document and place, or those that match every filter given.

        ``entity`` is the id of one that fills any role (or the one ``role``), ``name`` the words that do.
        """
        c, r = t.statement.c, t.role.c
        chosen = _where(select(c.seq), c, type=type, document=document, modality=modality)
        if entity is not None or name is not None:
            folded = None if name is None else fold(name)
            chosen = chosen.where(c.id.in_(_where(select(r.statement), r, entity=entity, folded=folded, role=role)))
        return self._many(Statement, chosen.order_by(c.document, c.start, c.id))

    def entities(self, *, kind: str | None = None, listed: bool | None = None) -> Iterator[Entity]:
        """All entities by id, or those of one kind, or those that are (not) in the codebook."""
        c = t.entity.c
        return self._many(Entity, _where(select(c.seq), c, kind=kind, listed=listed).order_by(c.id))

    def findings(
        self,
        *,
        type: str | None = None,
        entity: str | None = None,
        name: str | None = None,
        state: str | None = None,
        statement: str | None = None,
    ) -> Iterator[Finding]:
        """All findings by type, subject and aspect, or those that match every filter given.

        ``name`` is compared with the subject's wording, ``statement`` is the id of one that the finding rests on.
        """
        c, s = t.finding.c, t.finding_statement.c
        folded = None if name is None else fold(name)
        chosen = _where(select(c.seq), c, type=type, entity=entity, folded=folded, state=state)
        if statement is not None:
            chosen = chosen.where(c.id.in_(select(s.finding).where(s.statement == statement)))
        return self._many(Finding, chosen.order_by(c.type, c.folded, c.aspect, c.id))

    def refusals(self, *, stage: str | None = None, reason: str | None = None) -> Iterator[Refusal]:
        """All refusals by where they were made, or those of one stage or reason."""
        c = t.refusal.c
        chosen = _where(select(c.seq), c, stage=stage, reason=reason)
        return self._many(Refusal, chosen.order_by(c.source, c.locator, c.stage, c.id))

    def judgements(self, *, about: str | None = None) -> Iterator[Judgement]:
        """All judgements in the order they were made, or those about one statement or pair."""
        c = t.judgement.c
        return self._many(Judgement, _where(select(c.seq), c, about=about).order_by(c.seq))

    def entries(self) -> Iterator[Entry]:
        """Every entry of the chain in order."""
        with self._reading() as connection:
            yield from entries(connection)

    # -- questions --------------------------------------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are, latest versions only, and how many entries (``entry``)."""
        with self._reading() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (*_COUNTED, t.entry)
            }

    def tally(self, kind: str, column: str) -> dict[str, int]:
        """How many records of ``kind`` have each value of ``column``, most frequent first: statements by type, say."""
        table = t.metadata.tables[kind]
        value, many = table.c[column], func.count()
        with self._reading() as connection:
            found = connection.execute(select(value, many).group_by(value).order_by(many.desc(), value))
            return {("" if key is None else str(key)): number for key, number in found}

    def search(self, words: str, *, limit: int = 20) -> tuple[search.Hit, ...]:
        """The sentences and titles that hold all of ``words``, best first; see :mod:`synopticon.ledger.search`."""
        items = search.asked(words)
        if not items or limit < 1:
            return ()
        found = text(
            "SELECT p.document, p.place, p.start, p.end, d.title, d.outlet, d.published, e.body"
            " FROM search JOIN passage p ON p.id = search.rowid JOIN document d ON d.id = p.document"
            " JOIN entry e ON e.seq = d.seq WHERE search MATCH :query ORDER BY search.rank, p.id LIMIT :limit"
        )
        with self._reading() as connection:
            rows = connection.execute(found, {"query": search.query(items), "limit": limit})
            return tuple(_hit(row, items) for row in rows)

    def faults(self) -> Iterator[Fault]:
        """Everything in the ledger that does not hold together; nothing when all is well."""
        with self._reading() as connection:
            yield from faults(connection)

    # -- how ---------------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with files.mapped(self._file), self._engine.connect() as connection:
            yield connection

    def _latest(self, connection: Connection, kind: str, id: str) -> int | None:
        c = t.entry.c
        return connection.execute(select(func.max(c.seq)).where(and_(c.kind == kind, c.id == id))).scalar()

    def _one(self, of: type[R], id: str) -> R:
        with self._reading() as connection:
            seq = self._latest(connection, of.__name__.lower(), id)
            if seq is None:
                step = "Search for it with `synopticon search`."
                raise NotFound(f"there is no {of.__name__.lower()} {id!r}", where=str(self.folder), next_step=step)
            return self._at(of, connection, seq)

    def _at(self, of: type[R], connection: Connection, seq: int) -> R:
        body = connection.execute(select(t.entry.c.body).where(t.entry.c.seq == seq)).scalar()
        return self._record(of, seq, body)

    def _many(self, of: type[R], chosen: Select[Any]) -> Iterator[R]:
        (seq,) = chosen.selected_columns
        query = chosen.join(t.entry, t.entry.c.seq == seq).with_only_columns(t.entry.c.seq, t.entry.c.body)
        with self._reading() as connection:
            for at, body in connection.execute(query).yield_per(_BATCH):
                yield self._record(of, at, body)

    def _record(self, of: type[R], seq: int, body: str | None) -> R:
        record = from_json(of.__name__.lower(), read(body or ""))
        if not isinstance(record, of):
            raise files.damaged(f"entry {seq} holds no {of.__name__.lower()}", self._file)
        return record


def _where(chosen: Select[Any], columns: Any, **filters: str | bool | None) -> Select[Any]:
    for name, value in filters.items():
        if value is not None:
            chosen = chosen.where(columns[name] == value)
    return chosen


def _hit(row: Any, items: tuple[str, ...]) -> search.Hit:
    in_title = row.place == TITLE
    body = read(row.body)
    sentence = (body["title"] if in_title else body["text"])[row.start : row.end]
    return search.Hit(
        document=body["id"],
        title=body["title"],
        outlet=row.outlet,
        published=row.published,
        sentence=sentence,
        start=row.start,
        end=row.end,
        in_title=in_title,
        spans=search.marked(sentence, items),
    )
