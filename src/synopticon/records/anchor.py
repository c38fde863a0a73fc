"""An anchor: a place in a document, by exact words and by code points, as in W3C Web Annotation selectors."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32  # code points kept on each side; the W3C examples use about as many


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """``document.text[start:end] == exact``; ``prefix`` and ``suffix`` are the 32 code points around it.

    ``sentence`` is the sentence (for a quotation: the sentences) that the words stand in, as published.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    sentence: str


def anchor(text: str, start: int, end: int, *, sentence: tuple[int, int] | None = None) -> Anchor:
    """Quote ``text[start:end]`` as an anchor. Raises ``ValueError`` on an empty or outlying span."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no words at {start}:{end} of {len(text)} code points")
    left, right = sentence or (start, end)
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        sentence=text[left:right],
    )
