"""The scan: which sentences may hold a statement at all, so that only those are parsed.

A frame fires only on its anchor: the noun or the verb it hangs on. One Aho-Corasick pass (daachorse) over the
lower-cased document finds every inflected form of every anchor as a whole word. A form counts only where what its
cue needs besides can be met: the other words of its phrase in the same sentence ("party" for "party branch"), the
type's ``context`` somewhere in the document, and a figure in the sentence where the type cannot do without one. Each
condition is one that the frame itself would ask, so a sentence that fails it cannot give a candidate. Sentences next
to a hit are let through as well, for they name what "it" and "the company" stand for and carry figures on.

What the scan loses is measured against no scan on every annotated passage; see the tests.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import daachorse

from synopticon.extract.model import Span

FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|thirds?|quarters?|fifths?|tenths?|"
    r"scores|single|sole|couple|every|pair|trio|none|nobody|no|all|most|majority|twice|twofold|per ?cent|percent)\b"
)
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One anchor with what else must be there: words of the sentence, the type's context, a figure."""

    head: str
    needs: tuple[frozenset[str], ...]
    context: str | None
    figure: bool


class Scan:
    """An automaton over the anchors' inflected forms."""

    def __init__(self, triggers: Iterable[Trigger], irregular: Mapping[str, Sequence[str]]) -> None:
        self._by_form: dict[str, list[Trigger]] = {}
        for trigger in triggers:
            for form in surface_forms(trigger.head, irregular):
                self._by_form.setdefault(form, []).append(trigger)
        self._forms = sorted(self._by_form)
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._forms)

    def sentences(self, text: str, spans: Sequence[Span], contexts: Mapping[str, bool]) -> list[int]:
        """Indexes of the sentences in which an anchor stands with what it needs. ``spans`` are sorted.

        ``contexts`` says of each statement type whether the document speaks of its matter.
        """
        starts = [start for start, _ in spans]
        lowered = folded(text)
        found: set[int] = set()
        for begin, form in self._words(lowered):
            index = bisect_right(starts, begin) - 1
            if index < 0 or index in found or begin >= spans[index][1]:
                continue
            sentence = lowered[slice(*spans[index])]
            if any(_holds(trigger, sentence, contexts) for trigger in self._by_form[form]):
                found.add(index)
        return sorted(found)

    def _words(self, lowered: str) -> Iterator[tuple[int, str]]:
        """Every form that stands as a whole word, with where it begins."""
        end_of_text = len(lowered)
        for begin, end, which in self._automaton.find_overlapping(lowered):
            if begin and lowered[begin - 1].isalnum():
                continue
            if end < end_of_text and lowered[end].isalnum():
                continue
            yield begin, self._forms[which]


def _holds(trigger: Trigger, sentence: str, contexts: Mapping[str, bool]) -> bool:
    if trigger.context is not None and not contexts.get(trigger.context, True):
        return False
    if not all(any(word in sentence for word in alternatives) for alternatives in trigger.needs):
        return False
    return not trigger.figure or bool(FIGURE.search(sentence))


def with_neighbours(found: Iterable[int], paragraphs: Sequence[int]) -> list[int]:
    """The sentences found, the one before each, and the one after it in the same paragraph. Sorted.

    ``paragraphs`` gives each sentence's paragraph.
    """
    wanted: set[int] = set()
    for index in found:
        wanted.add(index)
        if index:
            wanted.add(index - 1)
        if index + 1 < len(paragraphs) and paragraphs[index + 1] == paragraphs[index]:
            wanted.add(index + 1)
    return sorted(wanted)


LATIN_WORD = re.compile(r"\b[a-z]{3,}\b(?:\W+\b[a-z]+\b){3}")
HAN_RUN = re.compile(r"[\u4e00-\u9fff]{4}")


def surface_forms(head: str, irregular: Mapping[str, Sequence[str]]) -> set[str]:
    """Every form that the lemma ``head`` may take on the page: ``ban`` gives ban, bans, banned, banning."""
    word = head.split("_")[0]
    if not word.isalpha():
        return {word, *irregular.get(word, ())}
    stems = {word}
    if word.endswith("e"):
        stems.add(word[:-1])
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        stems.add(word[:-1] + "i")
    if word[-1] not in VOWELS + "wxy" and word[-2:-1] in VOWELS and word[-3:-2] not in VOWELS:
        stems.add(word + word[-1])
    endings = ("", "s", "es", "ed", "d", "ing")
    forms = {stem + ending for stem in stems for ending in endings}
    if word.endswith("man"):
        forms.add(word[:-3] + "men")
    if word.endswith("ie"):
        forms.add(word[:-2] + "ying")
    if word.endswith("is"):
        forms.add(word[:-2] + "es")
    return forms | set(irregular.get(word, ())) | {word + "'s"}


def folded(text: str) -> str:
    """Lower case of the same length: the few characters whose lower case is longer are left as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Topic:
    """Whether a text speaks of the register's matter at all: what is asked before a page's main text is sought.

    ``words`` are listed under ``topic`` in the language's YAML. Only lines that read like sentences count, so that
    "follow us on ..." at the foot of every page is not taken for the matter.
    """

    LINE = 60  # code points; menus and buttons are shorter
    HAN_LINE = 20  # the same in Han characters, which say three times as much each

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word.lower() for word in words})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._words) if self._words else None

    def speaks(self, text: str) -> bool:
        """Whether some sentence-like line of ``text`` holds a word of the topic."""
        if self._automaton is None:
            return True
        lines = [line for line in folded(text).split("\n") if self._like_a_sentence(line)]
        kept = "\n".join(lines) if lines else folded(text)
        if not (LATIN_WORD.search(kept) or HAN_RUN.search(kept)):
            return True  # a script whose words are not listed: that is no reason to set it aside
        for begin, end, _ in self._automaton.find_overlapping(kept):
            before = kept[begin - 1] if begin else " "
            after = kept[end] if end < len(kept) else " "
            latin = kept[begin].isascii()
            if not latin or not (before.isalnum() or (after.isalpha() and after != "s")):
                return True
        return False

    def _like_a_sentence(self, line: str) -> bool:
        return len(line) >= self.LINE or (len(line) >= self.HAN_LINE and bool(HAN_RUN.search(line)))
