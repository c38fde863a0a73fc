"""What reading a capture gives: the document, the way back to the bytes, paragraphs and sentences."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.records import Document
from synopticon.text.maps import Offsets

Span = tuple[int, int]
"""Start and end in code points of the document's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """``document.text[start:end]``, without blanks around it; ``paragraph`` counts from 0; ``language`` is its own."""

    start: int
    end: int
    paragraph: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One capture, read. ``offsets.back(start, end)`` leads from the text to the capture's bytes."""

    document: Document
    offsets: Offsets
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
