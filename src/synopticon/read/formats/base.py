"""What a format must offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from synopticon.read.limits import Limits
from synopticon.records import Given, Raw, Refusal

Found = Raw | Refusal | Path


class Format(Protocol):
    """One way of holding sources. ``items`` may yield further paths: they are read in their turn."""

    @property
    def name(self) -> str:
        """The name of the format, as documents and tests call it; the name of its module."""

    def takes(self, path: Path, head: bytes) -> bool:
        """Whether this format reads ``path``, whose first bytes are ``head`` (empty for a folder)."""

    def items(self, path: Path, *, limits: Limits, given: Given) -> Iterator[Found]:
        """What stands in ``path``, in a fixed order. May raise ``OSError``, which the caller turns into a refusal."""
