"""How a Chinese clause is said: what stands before its verb in the same stretch decides, then what ends it.

Cues are listed under ``said`` in the language's YAML, by modality: 拟 and 将 plan, 责令 and 应当 require, 未 and 否认
deny, 据传 alleges, 曾 and 原 lay in the past; 如果 only supposes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from synopticon.extract.chinese.cues import Anchor
from synopticon.extract.chinese.reading import ChineseRead
from synopticon.extract.chinese.words import Word
from synopticon.extract.scope import Scope
from synopticon.records import Modality

MODALITIES: Mapping[str, Modality] = {
    "planned": Modality.PLANNED, "required": Modality.REQUIRED, "denied": Modality.DENIED,
    "alleged": Modality.ALLEGED, "past": Modality.PAST,
}
ORDER = ("denied", "alleged", "required", "planned", "past")


def find_scope(anchor: Anchor, read: ChineseRead, cues: Mapping[str, Sequence[str]]) -> Scope:
    """The scope of the clause at ``anchor``."""
    left, right = read.segments[read.segment(anchor.start)]

    def said(kind: str) -> str:
        near = _first(read, left, anchor.start, cues.get(kind, ()))
        return near or _first(read, 0, anchor.start, cues.get(f"{kind}_over", ())) or _first(
            read, anchor.end, right, cues.get(f"{kind}_after", ()))

    kind, cue = next(((name, word) for name in ORDER if (word := said(name))), ("", ""))
    return Scope(
        modality=MODALITIES.get(kind, Modality.ASSERTED), cue=cue,
        hypothetical=bool(_first(read, 0, anchor.start, cues.get("supposed", ()))), question=_asked(anchor, read),
    )


def _first(read: ChineseRead, start: int, end: int, words: Sequence[str]) -> str:
    """A word of the list in ``start:end``; one of a single character must stand as a word of its own."""
    text = read.folded[start:end]
    alone = {
        read.folded[w.start : w.end] for w in read.words
        if start <= w.start and w.end <= end and not marks_patient(w, read) and not _of_another(w, end, read)
    }
    return next((word for word in words if (word in text if len(word) > 1 else word in alone)), "")


def marks_patient(word: Word, read: ChineseRead) -> bool:
    """Whether 将 stands before whom something is done to (将其传唤), and tells of no plan."""
    return read.folded[word.start : word.end] == "将" and any(g.start == word.end for g in read.groups)


def _of_another(word: Word, anchor: int, read: ChineseRead) -> bool:
    """Whether the word belongs to a noun phrase in which the anchor does not stand: 原 in 原局长出任书记."""
    home = next((g for g in read.groups if g.start <= word.start < g.end), None)
    return home is not None and not home.start <= anchor < home.end


def _asked(anchor: Anchor, read: ChineseRead) -> bool:
    rest = read.folded[anchor.end :]
    stop = min((place for mark in "。；！？?" if (place := rest.find(mark)) >= 0), default=len(rest))
    return rest[stop : stop + 1] in {"？", "?"}
