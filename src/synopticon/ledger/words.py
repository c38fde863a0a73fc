"""Words for searching: text cut into passages, and Han runs into overlapping pairs of characters.

Full-text search splits on spaces, which Chinese has none of. Each run of Han characters becomes its overlapping
pairs (``新浪微博`` gives ``新浪 浪微 微博``) and a run of one stands alone, so that any part of a name is found as a
phrase of pairs; a dictionary of words would miss parts of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# CJK ideographs of the BMP with extension A and compatibility forms, and the supplementary planes of ideographs.
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{HAN}]+")
_END = re.compile(r"[。！？!?]+[”’」』\"')）]*|\.[”’\"')）]*(?=\s)|\n+")
_LONGEST = 2000  # code points: a passage longer than any sentence met in news, so that a hit can be shown


def fold(text: str) -> str:
    """A name as it is compared: NFKC, without case, single spaces. Folding twice changes nothing."""
    # Folding case can leave compatibility forms apart again (Unicode 3.13, D145), hence the second pass.
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).casefold()
    return " ".join(unicodedata.normalize("NFKC", once).split())


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Cut ``text`` into sentences, as (start, end) code points without the space around them.

    This cut only serves searching; the sentences that statements stand in are the reader's.
    """
    start = 0
    for match in _END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def searchable(text: str) -> str:
    """``text`` as it is indexed: compatibility forms folded, Han runs as overlapping pairs."""
    folded = unicodedata.normalize("NFKC", text)
    return _HAN_RUN.sub(_pairs, folded).encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def _pairs(match: re.Match[str]) -> str:
    run = match.group()
    if len(run) == 1:
        return f" {run} "
    return " " + " ".join(run[i : i + 2] for i in range(len(run) - 1)) + " "


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    for left in range(start, end, _LONGEST):
        yield left, min(end, left + _LONGEST)
