"""Letting an export out: checked to the last statement first, then put in place in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from synopticon.errors import ExportError
from synopticon.publish.checks import checked
from synopticon.publish.formats import EXPORTS
from synopticon.publish.protocol import Export, Pairs, Register
from synopticon.records import Document, Statement

_IN_MEMORY = 2**20 * 16  # bytes of an unchecked export held in memory on its way to a stream; the rest on disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was let out: how many statements, how many bytes, and their SHA-256, which an outsider can compare."""

    format: str
    statements: int
    size: int
    sha256: str


def write(view: Register, *, format: str, out: Path | BinaryIO) -> Published:
    """Export every statement of ``view`` to the file or open binary stream ``out``.

    A file appears whole or not at all; a stream gets its first byte after the last check. Raises ``ExportError``
    on an unknown format, a failed check, or a file that cannot be written.
    """
    export = _export(format)
    if isinstance(out, Path):
        return _to_file(view, export, out)
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as draft:
        published = _draft(view, export, cast("BinaryIO", draft))
        draft.seek(0)
        shutil.copyfileobj(draft, out)
    return published


def _export(name: str) -> Export:
    for export in EXPORTS:
        if export.name == name:
            return export
    known = ", ".join(export.name for export in EXPORTS)
    raise ExportError(f"there is no export called {name!r}", next_step=f"Choose one of: {known}.")


def _to_file(view: Register, export: Export, out: Path) -> Published:
    # The draft lies beside its target: renaming is one step only within one file system.
    try:
        with tempfile.TemporaryDirectory(dir=out.absolute().parent, prefix=".synopticon-") as folder:
            draft = Path(folder) / "draft"
            with draft.open("xb") as stream:
                published = _draft(view, export, stream)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(out)
    except OSError as error:
        step = "Name a file in a folder that can be written."
        raise ExportError(f"the export cannot be written: {error}", where=str(out), next_step=step) from error
    return published


def _draft(view: Register, export: Export, stream: BinaryIO) -> Published:
    counter = _Counter(checked(view))
    digest, size = hashlib.sha256(), 0
    for chunk in export.chunks(counter):
        stream.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    return Published(format=export.name, statements=counter.count, size=size, sha256=digest.hexdigest())


class _Counter:
    """Passes statements on and counts them."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Statement, Document]]:
        for pair in self._pairs:
            self.count += 1
            yield pair
