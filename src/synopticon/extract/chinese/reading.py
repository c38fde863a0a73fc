"""A Chinese sentence as it is read: simplified, cut into words and groups, with names, figures and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import daachorse

from synopticon.extract.chinese.cues import Anchor, ChineseLexicon
from synopticon.extract.chinese.folding import simplified
from synopticon.extract.chinese.phrases import Group, groups
from synopticon.extract.chinese.words import Word, tagger
from synopticon.extract.dates import find_dates
from synopticon.extract.model import Span
from synopticon.extract.quantities import find_quantities
from synopticon.records import Document, Moment, Quantity

COMMAS = re.compile(r"[，；：。！？,;!?\n]|——|——|…+|（|）|\(|\)|【|】|｜|\|")
QUOTED = re.compile(r"“([^“”，。！？；：、]{1,12})”|《([^《》]{1,40})》|‘([^‘’，。！？]{1,12})’")

Names = Sequence[tuple[str, str]]
"""Names with the kind of what they name."""
NO_NAMES: Names = ()
SPOKEN = frozenset("的了是不我你他她们吗呢吧就都也很还没把被")  # no name in marks holds one: it is somebody's words
NOUNS = frozenset({"ORG", "PER", "LOC", "n", "nz", "nw", "an"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChineseRead:
    """A sentence with what was found in it. ``offset`` is where it starts in the document; ``folded`` is its text in
    simplified characters, of the same length. ``segments`` are the stretches between commas; ``spoken`` every stretch
    of up to four characters; ``people`` the endings of nouns for people
    and for parts of an organisation."""

    text: str
    folded: str
    offset: int
    span: Span
    words: Sequence[Word]
    groups: Sequence[Group]
    segments: Sequence[Span]
    quantities: Sequence[tuple[int, int, str | None, Quantity]]
    times: Sequence[tuple[int, int, Moment]]
    names: Mapping[int, tuple[int, int, str]]
    anchors: Sequence[Anchor]
    spoken: frozenset[str]
    people: Sequence[str]

    def segment(self, place: int) -> int:
        """The number of the segment that holds a place of the sentence."""
        return next((n for n, (start, end) in enumerate(self.segments) if start <= place < end), len(self.segments) - 1)


class ChineseReader:
    """Reads sentences with the cues and names of one codebook. ``words`` is the language's word lists, of which
    ``kinds`` holds endings of nouns by the kind of thing they name; ``names`` are listed names with their kind."""

    def __init__(self, lexicon: ChineseLexicon, words: Mapping[str, Any], names: Sequence[tuple[str, str]]) -> None:
        self.lexicon = lexicon
        self.kinds, self.parts = words.get("kinds", {}), words.get("parts", ())
        listed: dict[str, str] = {}
        for name, kind in names:
            listed.setdefault(simplified(name), kind)
        self._kinds = list(listed.values())
        self._names = daachorse.CharwiseDoubleArrayAhoCorasick(
            list(listed), daachorse.MATCH_KIND_LEFTMOST_LONGEST
        ) if listed else None

    def read(self, document: Document, span: Span, known: Names = NO_NAMES) -> ChineseRead:
        """Read one sentence; ``known`` are names that the rest of the document tells."""
        text = document.text[slice(*span)]
        folded = simplified(text)
        offset = span[0]
        quantities = [
            (m.start, m.end, m.unit, Quantity(low=m.low, high=m.high, approx=m.approx, text=text[m.start : m.end],
                                              start=offset + m.start, end=offset + m.end))
            for m in find_quantities(text, language="zh")
        ]
        times = [
            (w.start, w.end, Moment(value=w.value, text=text[w.start : w.end], start=offset + w.start,
                                    end=offset + w.end))
            for w in find_dates(text, reference=document.published, language="zh") if w.value
        ]
        names = self._listed(folded, known)
        cut = tagger().words(folded)
        anchors = [anchor for anchor in self.lexicon.anchors(folded) if _stands(anchor, cut, names)]
        fixed = sorted(
            [(s, e, "TIME") for s, e, _ in times] + [(s, e, "m") for s, e, _, _ in quantities]
            + [(s, e, "name") for s, e, _ in names.values()]
            + [(a.start, a.end, "v") for a in anchors if a.kind == "verb"],
            key=lambda one: (one[0], -one[1]),
        )
        words = refitted(cut, fixed)
        return ChineseRead(
            text=text, folded=folded, offset=offset, span=span, words=words,
            groups=groups(folded, words, names, self.kinds), segments=_segments(folded), quantities=quantities,
            times=times, names=names, anchors=anchors, spoken=frozenset(_stretches(folded)),
            people=(*self.kinds.get("people", ()), *self.kinds.get("person", ()), *self.parts),
        )

    def known(self, document: Document, spans: Iterable[Span]) -> Names:
        """The names of people and of what stands in marks in these sentences of a document, by what they name."""
        found: dict[str, str] = {}
        text = simplified(document.text)
        for start, end in spans:
            sentence = text[start:end]
            for match in QUOTED.finditer(sentence):
                name = match[1] or match[3] or ""
                alone = text.count(name) > sum(text.count(f"{mark}{name}") for mark in "“‘")
                if alone and 2 <= len(name) <= 8 and not SPOKEN & set(name):
                    found.setdefault(name, "name")
            for word in tagger().words(sentence):
                if word.tag == "PER" and 2 <= word.end - word.start <= 4:
                    found.setdefault(sentence[word.start : word.end], "person")
        return tuple(sorted(found.items()))

    def _listed(self, text: str, known: Names = NO_NAMES) -> dict[int, tuple[int, int, str]]:
        """Listed names, those known and short quoted ones, by where they begin."""
        found: dict[int, tuple[int, int, str]] = {}
        for match in QUOTED.finditer(text):
            if match[2] is None and SPOKEN & set(match[0]):
                continue
            number = next(n for n in (1, 2, 3) if match[n] is not None)
            found[match.start(number)] = (*match.span(number), "name")
        taken = [(s, e) for s, e, _ in found.values()]
        hits = [(s, e, self._kinds[which]) for s, e, which in (self._names.find(text) if self._names else ())]
        for name, kind in known:
            hits += [(m.start(), m.end(), kind) for m in re.finditer(re.escape(name), text)]
        for start, end, kind in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
            if not _cuts_latin(text, start, end) and not any(s < end and start < e for s, e in taken):
                found[start] = (start, end, kind)
                taken.append((start, end))
        return found


def _stands(anchor: Anchor, words: Sequence[Word], names: Mapping[int, tuple[int, int, str]]) -> bool:
    """Whether a verb stands as one, and not as a part of a name or noun (审查 in 审查办公室)."""
    if anchor.kind != "verb":
        return True
    if any(s <= anchor.start and anchor.end <= e for s, e, _ in names.values()):
        return False
    number = next((n for n, word in enumerate(words) if word.start <= anchor.start < word.end), 0)
    word = words[number]
    if anchor.end - anchor.start == 1:
        return (word.start, word.end) == (anchor.start, anchor.end)
    if word.end >= anchor.end and word.end - word.start > anchor.end - anchor.start:
        return word.tag not in NOUNS or (word.tag == "nz" and word.start == anchor.start)  # 参股铁血网 is no name
    beside = [words[n].tag for n in (number - 1, number + 1) if 0 <= n < len(words)]
    return not (word.tag in {"vn", "n"} and len(beside) == 2 and all(tag in NOUNS for tag in beside))


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether a name in letters or digits is only a part of a longer word or number."""
    def joined(one: str, other: str) -> bool:
        return one.isascii() and other.isascii() and one.isalnum() and other.isalnum()

    return (start > 0 and joined(text[start - 1], text[start])) or (
        end < len(text) and joined(text[end - 1], text[end]))


def refitted(words: Sequence[Word], fixed: Sequence[tuple[int, int, str]]) -> list[Word]:
    """The words with ``fixed`` stretches (sorted) as words of their own; what they cut through keeps its tag."""
    kept: list[tuple[int, int, str]] = []
    for start, end, tag in fixed:
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end, tag))
    found: list[Word] = []
    rest = iter([*kept, (10**9, 10**9, "")])
    start, end, tag = next(rest)
    for word in words:
        place = word.start
        while place < word.end:
            if place >= end:
                start, end, tag = next(rest)
                continue
            if place == start:
                found.append(Word(start, end, tag))
            if place >= start:
                place = min(end, word.end) if end > place else word.end
                continue
            stop = min(word.end, start)
            found.append(Word(place, stop, word.tag))
            place = stop
    return found


def _segments(text: str) -> list[Span]:
    found, start = [], 0
    for match in COMMAS.finditer(text):
        if match.start() > start:
            found.append((start, match.start()))
        start = match.end()
    if start < len(text) or not found:
        found.append((start, len(text)))
    return found


def _stretches(text: str) -> set[str]:
    """Every stretch of up to four characters: what a frame's ``needs`` and ``without`` are looked up in."""
    return {text[i : i + n] for n in range(1, 5) for i in range(len(text) - n + 1)}
