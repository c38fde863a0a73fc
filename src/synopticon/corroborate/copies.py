"""Copies: when two texts share so much that they count as one origin.

Texts are compared as sets of shingles: runs of five words, or of six Han characters. Containment, the shared part of
the smaller set, finds a short text inside a long one, which likeness of the whole would miss.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

WORDS = 5  # words a shingle; Lyon et al. 2001 use 3 within one author's work, longer runs are rarer by chance
CHARACTERS = 6  # Han characters a shingle: about three words
ENOUGH = 0.5  # containment above which two texts are one origin: more of the shorter is shared than is its own
SAMPLE = 4  # of a whole document, the shingles whose checksum divides by this are compared: a quarter of the work
FEWEST = 8  # sampled shingles below which a whole document says too little: some 32 shingles, a paragraph
CROWD = 32  # documents sharing one shingle above which only neighbours are compared, or pairs grow as the square

_PIECE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]+(?:['’][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def pieces(text: str) -> list[str]:
    """The words and single Han characters of ``text``, folded; marks and spaces fall away."""
    return _PIECE.findall(unicodedata.normalize("NFKC", text).casefold())


def shingles(text: str) -> frozenset[str]:
    """The shingles of ``text``; a text shorter than one shingle is one shingle."""
    found = pieces(text)
    han = sum(1 for piece in found if _HAN.match(piece))
    size = CHARACTERS if han * 2 > len(found) else WORDS
    if not found:
        return frozenset()
    return frozenset(" ".join(found[i : i + size]) for i in range(max(1, len(found) - size + 1)))


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller set that stands in the larger, 0 to 1; 0 when either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def alike(one: str, other: str) -> bool:
    """Whether two sentences count as one: the same after folding, or more than half of the shorter in the other."""
    left, right = pieces(one), pieces(other)
    return bool(left) and (left == right or containment(shingles(one), shingles(other)) > ENOUGH)


def copied(texts: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The pairs of documents, by id and each in order, of which one holds more than half of the other."""
    prints = {id: frozenset(_sampled(shingles(texts[id]))) for id in sorted(texts)}
    prints = {id: marks for id, marks in prints.items() if len(marks) >= FEWEST}
    return frozenset(
        (one, other)
        for (one, other), shared in _shared(prints).items()
        if shared > ENOUGH * min(len(prints[one]), len(prints[other]))
    )


def alike_pairs(sentences: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of keys of which some sentence of one counts as the same as some sentence of the other."""
    sets = [(id, shingles(text)) for id in sorted(sentences) for text in sorted(set(sentences[id]))]
    marks = {str(place): found for place, (_, found) in enumerate(sets)}
    for (one, other), shared in _shared(marks).items():
        left, right = sets[int(one)], sets[int(other)]
        if left[0] != right[0] and shared > ENOUGH * min(len(left[1]), len(right[1])):
            yield min(left[0], right[0]), max(left[0], right[0])


def _sampled(found: Iterable[str]) -> Iterator[int]:
    for shingle in found:
        mark = zlib.crc32(shingle.encode("utf-8", "surrogatepass"))
        if mark % SAMPLE == 0:
            yield mark


def _shared(marks: Mapping[str, frozenset[str]] | Mapping[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """How many marks each pair of keys shares, by an index of who holds what; pairs that share none do not appear."""
    holders: dict[str | int, list[str]] = defaultdict(list)
    for key, found in marks.items():
        for mark in found:
            holders[mark].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        shared.update(_pairs(keys))
    return shared


def _pairs(keys: list[str]) -> Iterator[tuple[str, str]]:
    if len(keys) <= CROWD:
        yield from ((one, other) for place, one in enumerate(keys) for other in keys[place + 1 :])
        return
    # A text printed everywhere: each with the first and with its neighbour is enough to put them in one group.
    yield from ((keys[0], other) for other in keys[2:])
    yield from pairwise(keys)
