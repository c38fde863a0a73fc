"""The codebook's Chinese cues: every phrase of every list in one automaton, the longest at each place.

A cue is a stretch of text, not a word, since words are what a tagger takes for them. The longest wins whatever its
type, so that 党委 is no body in 党委书记; a list called ``nothing`` under ``nouns`` holds phrases that stop shorter
ones and anchor nothing. Cues are written in simplified characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import daachorse

from synopticon.codebook.schema import Codebook, StatementType
from synopticon.errors import CodebookError
from synopticon.extract.lexicon import Entry

STOPPING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A cue found in a sentence: its place there, whether as ``noun`` or ``verb``, and what it may anchor."""

    start: int
    end: int
    kind: str
    text: str
    entries: tuple[Entry, ...]


class ChineseLexicon:
    """The cues of all types, by phrase."""

    def __init__(self, codebook: Codebook) -> None:
        self.nouns: dict[str, list[Entry]] = {}
        self.verbs: dict[str, list[Entry]] = {}
        for kind in codebook.types.values():
            cues = kind.cues.get("zh", {})
            for part, kept in (("nouns", self.nouns), ("verbs", self.verbs)):
                for entry in _entries(kind, cues.get(part, {})):
                    kept.setdefault(entry.head, []).append(entry)
        self._phrases = sorted({*self.nouns, *self.verbs})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            self._phrases, daachorse.MATCH_KIND_LEFTMOST_LONGEST
        ) if self._phrases else None

    def anchors(self, text: str) -> Iterator[Anchor]:
        """The cues in a text of simplified characters, in order; none overlaps another."""
        if self._automaton is None:
            return
        for start, end, which in self._automaton.find(text):
            phrase = self._phrases[which]
            for kind, entries in (("noun", self.nouns.get(phrase, ())), ("verb", self.verbs.get(phrase, ()))):
                kept = tuple(entry for entry in entries if entry.list != STOPPING)
                if kept:
                    yield Anchor(start=start, end=end, kind=kind, text=phrase, entries=kept)

    def speaks(self, text: str) -> bool:
        """Whether any cue stands in a text of simplified characters."""
        return any(True for _ in self.anchors(text))


def _entries(kind: StatementType, lists: Mapping[str, Iterable[str] | Mapping[str, Iterable[str]]]) -> Iterator[Entry]:
    for name, phrases in lists.items():
        by_value = phrases.items() if isinstance(phrases, Mapping) else [(None, phrases)]
        for value, members in by_value:
            for phrase in members:
                if not isinstance(phrase, str) or not phrase.strip("~ "):
                    raise CodebookError(
                        f"a cue of {kind.name} is not a phrase: {phrase!r}",
                        where=f"types/{kind.name}.yaml, list {name}", next_step="Quote it, or take it out.",
                    )
                yield Entry(
                    type=kind.name, list=name, value=value, head=phrase.strip("~ "), needs=(),
                    bare=phrase.startswith("~"), titled=False,
                )
