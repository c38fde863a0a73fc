"""A folder: every file in it and below it, in the order of the bytes of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synopticon.read.formats.base import Found
from synopticon.read.limits import Limits
from synopticon.read.names import quoted
from synopticon.read.refuse import from_os, refusal
from synopticon.records import Given

Inode = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Folder:
    """Walks a folder. Links to folders are followed, each folder once; a loop is a refusal."""

    name: str = "folder"

    def takes(self, path: Path, head: bytes) -> bool:
        """Folders, and links to folders."""
        return path.is_dir()

    def items(self, path: Path, *, limits: Limits, given: Given) -> Iterator[Found]:
        """The paths of the files below ``path``, and refusals for what cannot be walked."""
        yield from _walk(path, above={}, walked={})


def _walk(folder: Path, *, above: dict[Inode, Path], walked: dict[Inode, Path]) -> Iterator[Found]:
    try:
        status = folder.stat()
        names = sorted(os.listdir(folder), key=os.fsencode)  # noqa: PTH208  names, not paths, are sorted
    except OSError as error:
        yield from_os(folder, error)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield refusal(folder, "link-loop", f"It leads back to {quoted(above[here])}, which holds it.")
        return
    if here in walked:
        yield refusal(folder, "folder-again", f"It is the folder already walked as {quoted(walked[here])}.")
        return
    walked[here] = folder
    for name in names:
        yield from _entry(folder / name, above=above | {here: folder}, walked=walked)


def _entry(path: Path, *, above: dict[Inode, Path], walked: dict[Inode, Path]) -> Iterator[Found]:
    if path.name.startswith("."):
        yield refusal(path, "hidden", "Its name starts with a dot; name it as a source of its own to read it.")
    elif path.is_dir():
        yield from _walk(path, above=above, walked=walked)
    else:
        yield path


FOLDER = Folder()
