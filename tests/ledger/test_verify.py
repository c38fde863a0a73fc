"""Checking the ledger: whatever one row is changed, it is found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from synopticon.errors import RegisterError
from synopticon.ledger import View
from synopticon.ledger.chain import link
from synopticon.ledger.schema import PROJECTIONS
from synopticon.ledger.writer import Writer
from synopticon.records import Decision, Finding, Judgement, Position, State
from tests.samples import NOW

TABLES = [table.name for table in PROJECTIONS]


@pytest.fixture
def full(register: Path) -> Path:
    """A register with a row in every table."""
    position = Position(value=1, as_of=None, statements=("s",), documents=("d",), origins=1)
    finding = Finding(
        type="party_body", subject="Sina", entity="sina", names=(), aspect="", state=State.AGREED, origins=1,
        values=(position,), statements=("s",), documents=("d",),
    )  # fmt: skip
    with Writer(register, now=NOW) as writer:
        writer.append([finding, Judgement(about="a", decision=Decision.ACCEPT, who="me", when=NOW, why="so")])
    return register


def tamper(register: Path, *statements: str) -> None:
    """Run SQL on the file behind the ledger's back."""
    with closing(sqlite3.connect(register / "register.db")) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def faults(register: Path) -> list[tuple[str, str, str]]:
    """The faults as (table, row, what)."""
    with View(register) as view:
        return [(fault.table, fault.row, fault.what) for fault in view.faults()]


def test_an_untouched_register_has_no_fault(full: Path) -> None:
    """Every table has a row and all of them hold."""
    with closing(sqlite3.connect(full / "register.db")) as connection:
        assert all(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in TABLES)
    assert faults(full) == []


COLUMNS = [
    (table.name, column.name) for table in PROJECTIONS for column in table.c if not column.primary_key
]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_one_changed_value_is_named(full: Path, table: str, column: str) -> None:
    """Changing any column of one row of any projection names that table and that row."""
    keys = [key.name for key in next(t for t in PROJECTIONS if t.name == table).primary_key]
    listed = ", ".join(f'"{key}"' for key in keys)
    with closing(sqlite3.connect(full / "register.db")) as connection, connection:
        row = connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY {listed} LIMIT 1').fetchone()
        where = " AND ".join(f'"{key}" = ?' for key in keys)
        connection.execute(f'UPDATE "{table}" SET "{column}" = 7777777 WHERE {where}', row)
    found = faults(full)
    assert {(name, key) for name, key, _ in found} == {(table, " ".join(map(str, row)))}


@pytest.mark.parametrize("table", TABLES)
def test_one_deleted_row_is_named(full: Path, table: str) -> None:
    """Deleting a row of any projection names the table and says that a row is missing."""
    keys = [key.name for key in next(t for t in PROJECTIONS if t.name == table).primary_key]
    listed = ", ".join(f'"{key}"' for key in keys)
    where = f"({listed}) IN (SELECT {listed} FROM \"{table}\" LIMIT 1)"
    tamper(full, f'DELETE FROM "{table}" WHERE {where}')
    ((name, _, what),) = faults(full)
    assert name == table
    assert "is missing" in what


def test_an_invented_row_is_named(full: Path) -> None:
    """A row that no entry gives is found, also far behind the last entry."""
    tamper(
        full,
        "INSERT INTO role(statement, role, place, seq) VALUES ('x', 'subject', 0, 2)",
        "INSERT INTO entity(id, seq, kind, label) VALUES ('ghost', 999, 'person', 'Ghost')",
    )
    assert sorted(faults(full)) == [
        ("entity", "ghost", "follows from no entry"),
        ("role", "x subject 0", "follows from no entry"),
    ]


@pytest.mark.parametrize("column", ["kind", "id", "body", "at", "prev", "digest"])
def test_one_changed_entry_is_named(full: Path, column: str) -> None:
    """Taking the guard away and changing an entry names that entry, and says that the guard is gone."""
    tamper(full, "DROP TRIGGER entry_never_changes", f"UPDATE entry SET {column} = 'x' WHERE seq = 4")
    assert [(table, row) for table, row, _ in faults(full)] == [("entry", "entry_never_changes"), ("entry", "4")]


def test_a_chain_that_was_forged_whole_is_still_read(full: Path) -> None:
    """An entry of no known shape with a digest that fits is named, and nothing is raised."""
    with closing(sqlite3.connect(full / "register.db")) as connection, connection:
        prev, seq = connection.execute("SELECT digest, seq FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        digest = link(prev=prev, kind="statement", id="x", at=NOW, body="{}")
        row = (seq + 1, "statement", "x", "{}", NOW, prev, digest)
        connection.execute("INSERT INTO entry(seq, kind, id, body, at, prev, digest) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("UPDATE meta SET value = ? WHERE name = 'head'", (digest,))
    assert [(table, row) for table, row, _ in faults(full)] == [("entry", str(seq + 1))]


def test_entries_cut_off_the_end_are_noticed(full: Path) -> None:
    """Deleting the last entry is found by the head, and its rows follow from nothing."""
    tamper(full, "DROP TRIGGER entry_never_goes", "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    found = faults(full)
    assert ("meta", "head") in [(table, row) for table, row, _ in found]
    assert "judgement" in [table for table, _, _ in found]


def test_the_search_index_is_held_against_the_words(full: Path) -> None:
    """A passage whose indexed words were changed is named, and so is one that was added."""
    with closing(sqlite3.connect(full / "register.db")) as connection:
        passage = connection.execute("SELECT min(id) FROM passage").fetchone()[0]
    tamper(full, f"INSERT INTO search(rowid, words) VALUES ({passage + 1000}, 'invented')")
    assert [(table, row) for table, row, _ in faults(full)] == [("search", str(passage + 1000))]


def test_a_damaged_page_does_not_stop_the_checks(full: Path) -> None:
    """Bytes overwritten in the middle of the file give faults or RegisterDamaged, never an error from below."""
    whole = (full / "register.db").read_bytes()
    for place in range(4096, len(whole), 4096 * 3):
        (full / "register.db").write_bytes(whole[:place] + b"\xff" * 512 + whole[place + 512 :])
        try:
            found = faults(full)
        except RegisterError:
            continue
        assert found
