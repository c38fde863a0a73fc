"""Older registers are brought up to date; newer ones are left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from synopticon.errors import RegisterDamaged, RegisterError
from synopticon.ledger import View
from synopticon.ledger.chain import START, link
from synopticon.ledger.migrations import MIGRATIONS
from synopticon.ledger.schema import VERSION
from synopticon.ledger.serial import id_of, kind_of, to_json, written
from synopticon.ledger.writer import Writer
from tests.samples import NOW, SINA, report


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A register as version 1 wrote it: the entries, the number of the schema, nothing else."""
    folder = tmp_path / "old"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "register.db")) as connection, connection:
        connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        connection.execute("INSERT INTO meta VALUES ('schema', '1')")
        connection.execute(
            "CREATE TABLE entry (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,"
            " at TEXT NOT NULL, prev TEXT NOT NULL, digest TEXT NOT NULL)"
        )
        connection.execute("CREATE INDEX entry_by_id ON entry (kind, id, seq)")
        prev = START
        for seq, record in enumerate((record for records in report() for record in records), 1):
            parts = {"kind": kind_of(record), "id": id_of(record), "body": written(to_json(record)), "at": NOW}
            digest = link(prev=prev, **parts)
            connection.execute(
                "INSERT INTO entry(seq, kind, id, body, at, prev, digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (seq, *parts.values(), prev, digest),
            )
            prev = digest
    return folder


def test_an_old_register_becomes_what_a_new_one_would_be(old: Path, register: Path) -> None:
    """After the next writer opened it, entries, records, search and checks are those of a register made today."""
    with Writer(old, now=NOW) as writer:
        assert [writer.append(records) for records in report()] == [0, 0]
    with View(old) as one, View(register) as other:
        assert list(one.entries()) == list(other.entries())
        assert list(one.statements()) == list(other.statements())
        assert one.counts() == other.counts()
        assert one.search("党委") == other.search("党委")
        assert one.entity("新浪") == (SINA,)
        assert list(one.faults()) == []


def test_reading_an_old_register_says_how_to_bring_it_up_to_date(old: Path) -> None:
    """A view never writes, so it names the command that does."""
    with pytest.raises(RegisterError, match=r"schema 1, older than \d+.*synopticon build"):
        View(old)


def test_a_newer_register_is_left_alone(register: Path) -> None:
    """A schema from the future is neither read nor written."""
    with closing(sqlite3.connect(register / "register.db")) as connection, connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    for open_it in (lambda: View(register), lambda: Writer(register, now=NOW, wait=0.05)):
        with pytest.raises(RegisterError, match="newer than"):
            open_it()


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    """A SQLite file that is no register is damage to both sides, and stays as it was."""
    with closing(sqlite3.connect(tmp_path / "register.db")) as connection, connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    for open_it in (lambda: View(tmp_path), lambda: Writer(tmp_path, now=NOW, wait=0.05)):
        with pytest.raises(RegisterDamaged, match="holds no register"):
            open_it()
    with closing(sqlite3.connect(tmp_path / "register.db")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_every_version_has_a_way_to_the_next() -> None:
    """No version of the schema is left without a migration."""
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_a_migration_that_breaks_off_leaves_the_old_register(old: Path) -> None:
    """An entry that cannot be read stops the migration whole: the file is still version 1."""
    with closing(sqlite3.connect(old / "register.db")) as connection, connection:
        connection.execute("UPDATE entry SET body = 'no json' WHERE seq = 3")
    with pytest.raises(RegisterDamaged):
        Writer(old, now=NOW, wait=0.05)
    with closing(sqlite3.connect(old / "register.db")) as connection:
        assert connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone() == ("1",)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'statement'").fetchone() == (0,)
