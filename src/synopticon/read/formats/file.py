"""A single file: one capture of all its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synopticon.read.formats.base import Found
from synopticon.read.limits import Limits
from synopticon.read.names import quoted
from synopticon.read.refuse import refusal
from synopticon.read.sniff import HEAD, PDF, Unread, media_type
from synopticon.records import Given, Raw

PDF_TAIL = 4096  # bytes at the end in which PDFium looks for the trailer before it starts to guess


@dataclass(frozen=True, slots=True)
class File:
    """The format of last resort: it takes every file, and refuses what it cannot tell."""

    name: str = "file"

    def takes(self, path: Path, head: bytes) -> bool:
        """Any file at all."""
        return path.is_file()

    def items(self, path: Path, *, limits: Limits, given: Given) -> Iterator[Found]:
        """One :class:`~synopticon.records.Raw`, or one refusal."""
        size = path.stat().st_size
        if size > limits.max_bytes:
            yield refusal(path, "too-large", limits.too_large(size))
            return
        with path.open("rb") as stream:
            data = stream.read(limits.max_bytes + 1)
        if len(data) > limits.max_bytes:  # it grew, or the system does not know its size
            yield refusal(path, "too-large", limits.too_large())
        elif len(data) < size:
            yield refusal(path, "truncated", f"Only {len(data):,} of its {size:,} bytes could be read.")
        else:
            yield _sniffed(path, data, given)


def _sniffed(path: Path, data: bytes, given: Given) -> Found:
    media = media_type(data[:HEAD], path.suffix)
    if isinstance(media, Unread):
        return refusal(path, media.reason, media.detail)
    if media == PDF and b"%%EOF" not in data[-PDF_TAIL:]:
        return refusal(path, "truncated", "It is a PDF that breaks off before its end; fetch it again.")
    return Raw(data=data, source=quoted(path), locator=None, media=media, given=given)


FILE = File()
