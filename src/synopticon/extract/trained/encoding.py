"""From words to word pieces: the same way in training and in reading, so that both see the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

BEFORE = 48  # word pieces kept of what stands before; each costs time in every sentence read
HEAD = 14  # of these, so many from its beginning (the title) when it is too long
SENTENCE = 320  # word pieces read of a sentence; the model has room for 512 in all, no sentence of the trials has 200


class Pieces(Protocol):
    """What a tokenizer's answer offers: ids and code-point spans of the word pieces."""

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]


class Tokenizer(Protocol):
    """What is asked of a tokenizer (``tokenizers.Tokenizer`` has it)."""

    def encode(self, sequence: str, *, add_special_tokens: bool = True) -> Pieces:
        """The word pieces of a text."""
        ...

    def token_to_id(self, token: str) -> int | None:
        """The number of a special word piece."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One sentence with what stands before, as the model reads it.

    ``places`` holds for each word piece its span in code points, of the sentence where ``segments`` is 1 and of what
    stands before where it is 0; special pieces have an empty span.
    """

    ids: tuple[int, ...]
    segments: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def tokens(self, part: int, start: int, end: int) -> tuple[int, int] | None:
        """The word pieces that cover ``start:end`` of the sentence (``part`` 1) or of what stands before (0)."""
        inside = [
            i for i, (left, right) in enumerate(self.places)
            if self.segments[i] == part and left < right and left < end and start < right
        ]
        return (inside[0], inside[-1] + 1) if inside else None


def encode(tokenizer: Tokenizer, before: str, sentence: str) -> Encoded:
    """Encode one pair. What is too long is cut: the middle of what stands before, the end of the sentence."""
    start, stop = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
    first = tokenizer.encode(before, add_special_tokens=False)
    kept = list(range(len(first.ids)))
    if len(kept) > BEFORE:
        kept = kept[:HEAD] + kept[HEAD - BEFORE :]
    second = tokenizer.encode(sentence, add_special_tokens=False)
    ids = [start, *(first.ids[i] for i in kept), stop, *second.ids[:SENTENCE], stop]
    left = len(kept) + 2
    return Encoded(
        ids=tuple(ids),
        segments=(0,) * left + (1,) * (len(ids) - left),
        places=((0, 0), *(first.offsets[i] for i in kept), (0, 0), *second.offsets[:SENTENCE], (0, 0)),
    )
