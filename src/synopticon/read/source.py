"""Find what stands at some paths: raw bytes with what is said of them, or refusals, in a fixed order."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from synopticon.read.formats import FORMATS
from synopticon.read.limits import Limits
from synopticon.read.refuse import from_os, refusal
from synopticon.read.sniff import HEAD
from synopticon.records import Given, Raw, Refusal


def find(paths: Sequence[Path], *, limits: Limits, given: Given) -> Iterator[Raw | Refusal]:
    """Everything at ``paths``, in the order given; folders are walked in the order of their names' bytes.

    ``given`` is what the caller says of all of them; what a source says of itself in its container (the fields of
    a JSON line) goes before it. Never raises for one bad source, and never holds more than one source in memory.
    """
    for path in paths:
        yield from _one(path, limits, given)


def _one(path: Path, limits: Limits, given: Given) -> Iterator[Raw | Refusal]:
    try:
        trouble = _cannot_open(path)
        if trouble is not None:
            yield trouble
            return
        head = b"" if path.is_dir() else _head(path)
        for form in FORMATS:
            if form.takes(path, head):
                for item in form.items(path, limits=limits, given=given):
                    if isinstance(item, Path):
                        yield from _one(item, limits, given)
                    else:
                        yield item
                return
    except OSError as error:
        yield from_os(path, error)


def _cannot_open(path: Path) -> Refusal | None:
    """Why ``path`` must not be opened: opening a pipe, for one, would wait for ever."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            return refusal(path, "broken-link", "It is a link to something that is not there.")
        return refusal(path, "missing", "There is nothing at that path.")
    except OSError as error:
        if error.errno == errno.ELOOP:
            return refusal(path, "link-loop", "It is a link that leads back to itself.")
        raise
    except ValueError:  # a NUL inside the name
        return refusal(path, "missing", "No file can have that name.")
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return refusal(path, "special-file", "It is a pipe, a socket or a device, not a file.")


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(HEAD)
