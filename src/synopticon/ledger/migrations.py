"""Older registers: how each version of the schema becomes the next, in one transaction.

Entries are never touched by a migration: they are what every version has in common. What changes is what is made
of them, and that is made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import SQLAlchemyError

from synopticon.errors import RegisterError
from synopticon.ledger import schema
from synopticon.ledger.chain import START, Entry
from synopticon.ledger.engine import damaged
from synopticon.ledger.rows import insert_rows, latest, set_meta
from synopticon.ledger.schema import entry, meta


def version(connection: Connection) -> int | None:
    """The version of the schema in the file, or ``None`` where there is nothing yet."""
    if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
        return None
    try:
        found = connection.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar()
        return int(found or 0)
    except (SQLAlchemyError, ValueError):
        return 0


def checked(connection: Connection, file: Path) -> None:
    """Raise unless the file has this version's schema: older ones are brought up to date by the next writer."""
    found = version(connection)
    if not found:
        raise damaged("the file holds no register", file)
    if found < schema.VERSION:
        step = "Run `synopticon build` on it once to bring it up to date."
        what = f"the register has schema {found}, older than {schema.VERSION}"
        raise RegisterError(what, where=str(file), next_step=step)
    if found > schema.VERSION:
        step = "Use the synopticon that wrote it, or a newer one."
        what = f"the register has schema {found}, newer than {schema.VERSION}"
        raise RegisterError(what, where=str(file), next_step=step)


def bring_up_to_date(connection: Connection, file: Path) -> None:
    """Create the schema in an empty file, or run each migration that is still to come. Within one transaction."""
    found = version(connection)
    if found is None:
        schema.create(connection)
        set_meta(connection, "schema", str(schema.VERSION))
        set_meta(connection, "head", START)
        return
    while 0 < found < schema.VERSION:
        MIGRATIONS[found](connection)
        found += 1
        set_meta(connection, "schema", str(found))
    checked(connection, file)


def project_again(connection: Connection) -> None:
    """Make every projection anew from the entries."""
    schema.create_projections(connection)
    newest = latest(connection)
    for item in entries(connection):
        if newest.get((item.kind, item.id), item.seq) == item.seq:
            insert_rows(connection, item)


def entries(connection: Connection) -> Iterator[Entry]:
    """Every entry, in order, a few hundred in memory at a time."""
    for row in connection.execute(select(entry).order_by(entry.c.seq)).yield_per(500):
        yield as_entry(row)


def as_entry(row: Row[tuple[object, ...]]) -> Entry:
    """A row of the table ``entry`` as an :class:`Entry`."""
    return Entry(**row._mapping)


def _from_1(connection: Connection) -> None:
    # Version 1 kept the entries and the schema's number and nothing else.
    schema.guard(connection)
    last = connection.execute(select(entry.c.digest).order_by(entry.c.seq.desc()).limit(1)).scalar()
    set_meta(connection, "head", last or START)
    project_again(connection)


MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {1: _from_1}
