"""Checking the ledger: the chain, the guards, and each projection row against what its entry gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from synopticon.ledger.chain import Entry, Fault, walk
from synopticon.ledger.migrations import entries
from synopticon.ledger.project import Row, Rows, rows
from synopticon.ledger.rows import latest
from synopticon.ledger.schema import GUARDS, INDEX, PROJECTIONS, SEARCH, meta
from synopticon.ledger.serial import BodyError, read

Key = tuple[Any, ...]
_NAMED = 20  # passages named before the search index is simply called wrong
_EXPECTED = f"CREATE VIRTUAL TABLE temp.expected USING {INDEX}"


def faults(connection: Connection) -> Iterator[Fault]:
    """Every fault, cheapest checks first. The projections are only held against a chain that holds."""
    yield from _file(connection)
    yield from _guards(connection)
    head = connection.execute(select(meta.c.value).where(meta.c.name == "head")).scalar()
    broken = list(walk(entries(connection), head=head or ""))
    yield from broken
    if not any(fault.table == "entry" for fault in broken):
        yield from _projections(connection)


def _file(connection: Connection) -> Iterator[Fault]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").fetchall():
        if said != "ok":
            yield Fault(table="register.db", row="file", what=str(said))


def _guards(connection: Connection) -> Iterator[Fault]:
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    there = set(connection.exec_driver_sql(query).scalars())
    for name in GUARDS:
        if name not in there:
            yield Fault(table="entry", row=name, what="the guard against changing entries is gone")


def _projections(connection: Connection) -> Iterator[Fault]:
    """Read each table in the order of its entries beside the entries themselves: nothing is held in memory."""
    cursors = {table.name: _Cursor(connection, table) for table in PROJECTIONS}
    newest = latest(connection)
    connection.exec_driver_sql(_EXPECTED)
    for item in entries(connection):
        try:
            given = {} if newest.get((item.kind, item.id), item.seq) != item.seq else _given(item)
        except BodyError as error:
            yield Fault(table="entry", row=str(item.seq), what=str(error))
            given = {}
        if SEARCH in given:
            words = [(row["id"], row["words"]) for row in given[SEARCH]]
            if words:
                connection.exec_driver_sql("INSERT INTO temp.expected(rowid, words) VALUES (?, ?)", words)
        for name, cursor in cursors.items():
            if name in given or cursor.due(item.seq):
                yield from cursor.held_against(item.seq, given.get(name, []))
    for cursor in cursors.values():
        yield from cursor.rest()
    yield from _search(connection)


def _given(item: Entry) -> Rows:
    return rows(seq=item.seq, kind=item.kind, id=item.id, body=read(item.body))


class _Cursor:
    """One projection table, read once in the order of ``seq``."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._table = table
        self._keys = [column.name for column in table.primary_key]
        query = select(table).order_by(table.c.seq, *table.primary_key)
        self._rows = (dict(row._mapping) for row in connection.execute(query).yield_per(500))
        self._next = next(self._rows, None)

    def due(self, seq: int) -> bool:
        """Whether the next row of the table is of this entry or of one before."""
        return self._next is not None and not _after(self._next["seq"], seq)

    def held_against(self, seq: int, given: list[Row]) -> Iterator[Fault]:
        """The differences between the rows of one entry and the rows the table holds for it."""
        held: dict[Key, Row] = {}
        while self._next is not None and self.due(seq):
            held[self._key(self._next)] = self._next
            self._next = next(self._rows, None)
        for row in given:
            found = held.pop(self._key(row), None)
            if found is None:
                yield self._fault(row, f"is missing; entry {seq} gives it")
            elif found != self._full(row):
                yield self._fault(row, f"differs from entry {seq} in {self._differing(row, found)}")
        for row in held.values():
            yield self._fault(row, "follows from no entry")

    def rest(self) -> Iterator[Fault]:
        """The rows that come after the last entry."""
        while self._next is not None:
            yield self._fault(self._next, "follows from no entry")
            self._next = next(self._rows, None)

    def _key(self, row: Row) -> Key:
        return tuple(row[name] for name in self._keys)

    def _full(self, row: Row) -> Row:
        return {column.name: row.get(column.name) for column in self._table.c}

    def _differing(self, given: Row, found: Row) -> str:
        full = self._full(given)
        return ", ".join(f"{name} ({found[name]!r}, not {full[name]!r})" for name in found if found[name] != full[name])

    def _fault(self, row: Row, what: str) -> Fault:
        return Fault(table=self._table.name, row=" ".join(str(part) for part in self._key(row)), what=what)


def _after(found: Any, seq: int) -> bool:
    # A damaged row may hold anything in place of a number; it is then looked at at once.
    return isinstance(found, int) and found > seq


def _search(connection: Connection) -> Iterator[Fault]:
    """Hold the search index against one made anew: each occurrence of each word."""
    for name, of in (("held", f"main, {SEARCH}"), ("wanted", "temp, expected")):
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab({of}, instance)")
    query = "SELECT term, doc, offset FROM temp.{} ORDER BY term, doc, offset"
    driver = connection.connection.cursor  # millions of short rows: the driver's own tuples are four times as fast
    held, wanted = driver(), driver()
    held.execute(query.format("held"))
    wanted.execute(query.format("wanted"))
    wrong: set[int] = set()
    for side in _unmatched(iter(held.fetchone, None), iter(wanted.fetchone, None)):
        wrong.add(side[1])
        if len(wrong) >= _NAMED:
            break
    for passage in sorted(wrong):
        yield Fault(table=SEARCH, row=str(passage), what="its words are not those of its passage")
    held.close()
    wanted.close()
    for name in ("held", "wanted", "expected"):
        connection.exec_driver_sql(f"DROP TABLE temp.{name}")


def _unmatched(left: Iterator[Key], right: Iterator[Key]) -> Iterator[Key]:
    """What only one of two sorted streams holds."""
    a, b = next(left, None), next(right, None)
    while a is not None or b is not None:
        if a == b:
            a, b = next(left, None), next(right, None)
        elif b is None or (a is not None and a < b):
            yield a  # type: ignore[misc]
            a = next(left, None)
        else:
            yield b
            b = next(right, None)
