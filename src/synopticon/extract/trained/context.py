"""What stands before a sentence: the title and the two sentences before it, with the way back into the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]

BACK = 2  # sentences; of subjects not named in their own sentence, most stand in one of the two before or the title


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The words before a sentence. ``pieces`` are ``(start in text, start in the document, length)``, in order."""

    text: str
    pieces: tuple[tuple[int, int, int], ...] = ()

    def place(self, start: int, end: int) -> Span | None:
        """Where ``text[start:end]`` stands in the document; ``None`` if it runs over more than one piece."""
        for begin, home, length in self.pieces:
            if begin <= start and end <= begin + length:
                return home + start - begin, home + end - begin
        return None


def context(text: str, title: str | None, spans: Sequence[Span], index: int) -> Context:
    """What stands before sentence ``index`` of the document ``text`` whose sentences are ``spans``.

    A title that does not stand in the text gives words to read but no place in the document.
    """
    first = spans[max(0, index - BACK)][0]
    near = text[first : spans[index - 1][1]] if index else ""
    head = " ".join((title or "").split())
    if not head or head in near or text.startswith(head, spans[index][0]):
        return Context(text=near, pieces=((0, first, len(near)),) if near else ())
    pieces = []
    home = text.find(head, 0, spans[index][0])
    if home >= 0:
        pieces.append((0, home, len(head)))
    if near:
        pieces.append((len(head) + 1, first, len(near)))
    return Context(text=f"{head}\n{near}" if near else head, pieces=tuple(pieces))
