"""Opening ``register.db``, and the one gate through which the database's own errors leave as ours.

While a writer works the file is in write-ahead mode, so that reading goes on beside it; when it closes it folds the
log back and leaves one plain file. So reading a register at rest creates nothing beside it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from synopticon.errors import RegisterBusy, RegisterDamaged, RegisterError, RegisterMissing
from synopticon.ledger.serial import BodyError

FILE = "register.db"
LOCK = "register.lock"
WAIT = 2.0  # seconds a second writer waits: longer than one transaction, shorter than a person's patience
READ_WAIT = 10.0  # seconds a reader waits while a writer opens or folds back the log
_WAL_FORMAT = 2  # bytes 18 and 19 of the file's header; sqlite.org/fileformat2.html, section 1.3.3


@contextlib.contextmanager
def mapped(file: Path) -> Iterator[None]:
    """Let no error of SQLite or SQLAlchemy out: each leaves as a :class:`RegisterError` that says what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _ours(error, file) from error
    except BodyError as error:
        raise damaged(str(error), file) from error


def _ours(error: Exception, file: Path) -> RegisterError:
    cause = getattr(error, "orig", None) or error
    said = str(cause)
    if "locked" in said or "busy" in said:
        return RegisterBusy("another process is writing to the register", where=str(file), next_step="Wait for it.")
    if "unable to open" in said and not file.exists():
        return missing(file)
    if "readonly" in said or "unable to open" in said or "full" in said or "I/O" in said:
        step = "Check the folder's permissions and the space left."
        return RegisterError(f"the register cannot be used: {said}", where=str(file), next_step=step)
    return damaged(said, file)


def missing(file: Path) -> RegisterMissing:
    """The error for a folder without a register."""
    step = "Run `synopticon build` first."
    return RegisterMissing("there is no register here", where=str(file.parent), next_step=step)


def damaged(what: str, file: Path) -> RegisterDamaged:
    """The error for a ledger that does not hold together."""
    step = "Run `synopticon verify` to see what differs."
    return RegisterDamaged(f"the ledger does not hold together: {what}", where=str(file), next_step=step)


def reading(file: Path) -> Engine:
    """An engine that can only read, and creates no file. Raises ``RegisterMissing`` when there is none."""
    if not file.is_file():
        raise missing(file)

    def connect() -> sqlite3.Connection:
        uri = f"file:{quote(str(file.resolve()))}?mode=ro" + ("&immutable=1" if _left_in_wal(file) else "")
        return sqlite3.connect(uri, uri=True, timeout=READ_WAIT, isolation_level=None, check_same_thread=False)

    return _engine(connect, begin="BEGIN")


def writing(file: Path) -> Engine:
    """An engine that writes: write-ahead log, every commit forced to the disk, foreign processes waited for."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(file, timeout=READ_WAIT, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return _engine(connect, begin="BEGIN IMMEDIATE")


def _engine(connect: Callable[[], sqlite3.Connection], *, begin: str) -> Engine:
    # The driver's own way of starting transactions leaves a SELECT outside of any; ours makes each block of reading
    # one snapshot and each block of writing one lock.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=8, max_overflow=32)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def fold_back(file: Path) -> None:
    """Leave one plain file behind, if nobody is reading; otherwise the log stays until the next writer closes."""
    connection = sqlite3.connect(file, timeout=0.1, isolation_level=None)
    try:
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


@contextlib.contextmanager
def only_writer(folder: Path, *, wait: float) -> Iterator[None]:
    """Hold the register's write lock. Raises ``RegisterBusy`` when another holds it for longer than ``wait`` seconds.

    The lock is SQLite's own, on an empty file: it works alike on every system and dies with the process.
    """
    file = folder / LOCK
    with mapped(file):
        connection = sqlite3.connect(file, timeout=wait, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            connection.close()


def _left_in_wal(file: Path) -> bool:
    # A file in write-ahead mode without its log: copied alone, or closed while it was read. Opened plainly it would
    # make new side files; nobody writes to it, so it is read as it stands.
    with file.open("rb") as stream:
        header = stream.read(20)
    return header[18:20] == bytes([_WAL_FORMAT] * 2) and not Path(f"{file}-wal").exists()
