"""Keep bytes under their SHA-256, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from synopticon.errors import RegisterDamaged
from synopticon.records import sha256

_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_UNFINISHED = ".unfinished-"


class Store:
    """The captures of one register, in ``folder``. Reading needs no lock; one process writes at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the capture with that SHA-256 lies. Raises ``ValueError`` on anything but 64 hex digits."""
        if not _DIGEST.match(digest):
            raise ValueError(f"not a SHA-256 in 64 lower-case hex digits: {digest!r}")
        return self.folder / digest[:2] / digest

    def put(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256. Putting the same bytes again changes nothing.

        The bytes are written beside their place, forced to the disk, and then given their name in one step; so a
        capture is there whole or not at all, whenever the machine stops.
        """
        digest = sha256(data)
        target = self.path(digest)
        if target.is_file() and target.stat().st_size == len(data) and self.check(digest) is None:
            return digest
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.parent / f"{_UNFINISHED}{digest}"
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
        _sync_folder(target.parent)
        return digest

    def has(self, digest: str) -> bool:
        """Whether there is a capture under that SHA-256; its bytes are not looked at."""
        return self.path(digest).is_file()

    def get(self, digest: str) -> bytes:
        """The bytes of a capture. Raises ``RegisterDamaged`` if they are missing or not what they were."""
        path = self.path(digest)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _damaged(f"a capture cannot be read: {error.strerror}", path) from error
        if sha256(data) != digest:
            raise _damaged("a capture has changed since it was kept", path)
        return data

    def check(self, digest: str, size: int | None = None) -> str | None:
        """What is wrong with a capture, or ``None``. With ``size``, a truncated capture is told from a changed one."""
        path = self.path(digest)
        try:
            found = path.stat().st_size
            with path.open("rb") as stream:
                actual = hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return "missing: there is no such file"
        except OSError as error:
            return f"unreadable: the system says {error.strerror}"
        if actual == digest:
            return None
        if size is not None and found < size:
            return f"truncated: it has {found:,} of {size:,} bytes"
        return f"changed: its SHA-256 is now {actual}"

    def all(self) -> Iterator[str]:
        """The SHA-256 of every capture kept, in order."""
        if not self.folder.is_dir():
            return
        for shelf in sorted(self.folder.iterdir()):
            if shelf.is_dir():
                yield from sorted(entry.name for entry in shelf.iterdir() if _DIGEST.match(entry.name))

    def sweep(self) -> int:
        """Remove what a killed writer left half-written, and return how many; only the one writer may call this."""
        left = list(self.folder.glob(f"*/{_UNFINISHED}*"))
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


def _damaged(what: str, path: Path) -> RegisterDamaged:
    return RegisterDamaged(what, where=str(path), next_step="Run synopticon verify to see all that differs.")


def _sync_folder(folder: Path) -> None:
    """Force a new name to the disk; Windows keeps names by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
