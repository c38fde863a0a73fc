"""Refusals of the stage ``read``, made in one place so that they are worded alike."""

from __future__ import annotations

from pathlib import Path

from synopticon.read.names import quoted
from synopticon.records import Refusal


def refusal(path: Path, reason: str, detail: str, *, locator: str | None = None) -> Refusal:
    """A refusal of the source at ``path``."""
    return Refusal(stage="read", reason=reason, detail=detail, source=quoted(path), locator=locator)


def from_os(path: Path, error: OSError) -> Refusal:
    """The refusal for what the system said when ``path`` was opened or listed."""
    said = error.strerror or type(error).__name__
    return refusal(path, "unreadable", f"The system says: {said}. Check its permissions.")
