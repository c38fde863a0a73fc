"""Nothing from a lower library escapes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import exc

from synopticon.errors import RegisterBusy, RegisterDamaged, RegisterError, RegisterMissing
from synopticon.ledger.engine import mapped

LOWER = [
    (sqlite3.OperationalError("database is locked"), RegisterBusy),
    (sqlite3.OperationalError("database table is locked: entry"), RegisterBusy),
    (sqlite3.OperationalError("unable to open database file"), RegisterMissing),
    (sqlite3.OperationalError("attempt to write a readonly database"), RegisterError),
    (sqlite3.OperationalError("database or disk is full"), RegisterError),
    (sqlite3.OperationalError("disk I/O error"), RegisterError),
    (sqlite3.OperationalError("no such table: entry"), RegisterDamaged),
    (sqlite3.DatabaseError("database disk image is malformed"), RegisterDamaged),
    (sqlite3.DatabaseError("file is not a database"), RegisterDamaged),
    (sqlite3.IntegrityError("UNIQUE constraint failed"), RegisterDamaged),
    (exc.InvalidRequestError("closed"), RegisterError),
]


@pytest.mark.parametrize(("lower", "ours"), LOWER, ids=[str(lower) for lower, _ in LOWER])
def test_each_error_leaves_as_ours(tmp_path: Path, lower: Exception, ours: type[RegisterError]) -> None:
    """Each error of the database, bare or wrapped, becomes the one that says what to do, and names the file."""
    wrapped = exc.DBAPIError.instance("SELECT", {}, lower, sqlite3.Error) if isinstance(lower, sqlite3.Error) else lower
    for error in (lower, wrapped):
        with pytest.raises(ours) as caught, mapped(tmp_path / "register.db"):
            raise error
        assert type(caught.value) is ours or ours is RegisterError
        assert caught.value.where
        assert caught.value.next_step


def test_every_kind_of_lower_error_is_mapped(tmp_path: Path) -> None:
    """Every exception class of sqlite3 and of SQLAlchemy leaves as a RegisterError."""
    classes = [
        kind for module in (sqlite3, exc) for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, sqlite3.Error | exc.SQLAlchemyError)
    ]  # fmt: skip
    assert len(classes) > 30
    for kind in classes:
        bare = type(kind.__name__, (kind,), {"__init__": lambda self: None, "__str__": lambda self: "something"})
        with pytest.raises(RegisterError), mapped(tmp_path / "register.db"):
            raise bare()


def test_other_errors_pass(tmp_path: Path) -> None:
    """What is not the database's is not taken for it."""
    with pytest.raises(KeyError), mapped(tmp_path):
        raise KeyError("x")
