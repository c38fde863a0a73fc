"""Writing rows: what an entry gives to each table, in and out of the projections. Used inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from synopticon.ledger.chain import Entry
from synopticon.ledger.project import Row, rows
from synopticon.ledger.schema import PROJECTIONS, SEARCH, entry, meta
from synopticon.ledger.serial import read

VERSIONED = ("entity", "finding")  # kinds of which a later entry may replace an earlier one
_TABLES = {table.name: table for table in PROJECTIONS}
_COMPILED: dict[tuple[str, str], str] = {}  # a cache: the SQL of an insert, by table and dialect
_OF_KIND = {
    "entity": (("entity", "id"), ("entity_name", "entity")),
    "finding": (("finding", "id"), ("finding_statement", "finding")),
}


def set_meta(connection: Connection, name: str, value: str) -> None:
    """Set one value of the table ``meta``."""
    statement = upsert(meta).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def latest(connection: Connection) -> dict[tuple[str, str], int]:
    """The last ``seq`` of every (kind, id) that may have several versions."""
    query = select(entry.c.kind, entry.c.id, func.max(entry.c.seq)).where(entry.c.kind.in_(VERSIONED))
    return {(kind, id): seq for kind, id, seq in connection.execute(query.group_by(entry.c.kind, entry.c.id))}


def insert_many(connection: Connection, table: Table, found: Sequence[Row]) -> None:
    """Insert rows in one go. The statement is compiled once for each table: rows are many and short."""
    if not found:
        return
    name, columns = (table.name, connection.dialect.name), [column.name for column in table.c]
    if name not in _COMPILED:
        _COMPILED[name] = str(insert(table).compile(dialect=connection.dialect))
    connection.exec_driver_sql(_COMPILED[name], [tuple(row.get(column) for column in columns) for row in found])


def insert_rows(connection: Connection, item: Entry) -> None:
    """Put the rows of one entry into the projections."""
    insert_all(connection, [(item.seq, item.kind, item.id, read(item.body))])


def insert_all(connection: Connection, items: Iterable[tuple[int, str, str, dict[str, object]]]) -> None:
    """Put the rows of several entries, as (seq, kind, id, body), into the projections: one statement a table."""
    gathered: dict[str, list[Row]] = {}
    for seq, kind, id, body in items:
        for table, found in rows(seq=seq, kind=kind, id=id, body=body).items():
            gathered.setdefault(table, []).extend(found)
    words = gathered.pop(SEARCH, [])
    for table, found in gathered.items():
        insert_many(connection, _TABLES[table], found)
    if words:
        pairs = [(row["id"], row["words"]) for row in words]
        connection.exec_driver_sql("INSERT INTO search(rowid, words) VALUES (?, ?)", pairs)


def delete_rows(connection: Connection, replaced: Sequence[tuple[str, str]]) -> None:
    """Take the rows of replaced entries, as (kind, id), out of the projections."""
    for kind in VERSIONED:
        gone = [{"gone": id} for of, id in replaced if of == kind]
        for name, column in _OF_KIND[kind] if gone else ():
            table = _TABLES[name]
            connection.execute(delete(table).where(table.c[column] == bindparam("gone")), gone)
