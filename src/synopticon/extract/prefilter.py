"""The scan: which sentences may hold a statement at all, so that only those are parsed.

One Aho-Corasick pass (daachorse) over the lower-cased document looks for every surface form of every anchor in the
codebook, and for quotation marks. A frame can only fire on an anchor, every anchor's inflected forms are in the
automaton, and the pass is over substrings, so a sentence without a hit cannot give a candidate: nothing is lost.
The tests run every codebook example with and without the scan and compare.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import daachorse

from synopticon.extract.model import Span


class Scan:
    """An automaton over the anchors' surface forms."""

    def __init__(self, heads: Iterable[str], irregular: dict[str, Sequence[str]], extra: Iterable[str] = ()) -> None:
        forms = {form for head in heads for form in surface_forms(head, irregular)} | set(extra)
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(sorted(f for f in forms if f))

    def hits(self, text: str) -> bool:
        """Whether anything at all in ``text`` may matter."""
        return bool(self._automaton.find(_folded(text)))

    def sentences(self, text: str, spans: Sequence[Span]) -> list[int]:
        """Indexes of the sentence spans in which some form begins. ``spans`` are sorted."""
        starts = [start for start, _ in spans]
        found: set[int] = set()
        for begin, _end, _which in self._automaton.find_overlapping(_folded(text)):
            index = bisect_right(starts, begin) - 1
            if index >= 0 and begin < spans[index][1]:
                found.add(index)
        return sorted(found)


def surface_forms(head: str, irregular: dict[str, Sequence[str]]) -> set[str]:
    """Every form a head may take on the page, as prefixes: ``ban`` gives ``ban``; ``seize`` gives ``seiz``.

    Forms are matched as substrings, so regular endings need no listing: only a changed stem does.
    """
    word = head.split("_")[0].split("-")[-1]
    forms = {word, *irregular.get(word, ())}
    if word.endswith("e"):
        forms.add(word[:-1])
    if word.endswith("y"):
        forms.add(word[:-1] + "i")
    if word.endswith("man"):
        forms.add(word[:-3] + "men")
    return forms


def _folded(text: str) -> str:
    """Lower case of the same length: the few characters whose lower case is longer are left as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
