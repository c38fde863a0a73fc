"""Who is credited with a quotation, and which quotations nobody speaks (terms, titles, names, slogans, scare quotes).

Each quotation is tried by rules in a fixed order; the first that names a speaker wins, and its name is the rule on
the record:

==============  ==================================================================================
``after``       “…,” said X / “…,” X said
``before``      X said: “…” / X called it “…” / X said the plan was “…”
``wording``     in an aide's phrase, “…” / according to X / in the words of X
``colon``       X: “…” (a speaker line, "X had one answer: …")
``line``        the line under a displayed quotation names its speaker; or a dash does
``carried``     the next sentence or paragraph of the same speaker
``lead``        the sentence before has a speaker and the quotation stands alone after it
``answer``      an interview: a question on its own line, the answer in marks
==============  ==================================================================================

A quotation that no rule credits yields nothing. Split quotations with the cue between are two quotations, both of
them credited.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synopticon.extract import said_after, said_before, saying
from synopticon.extract.narrative import Narrative, Sentence, narrate, split_lines
from synopticon.extract.people import People
from synopticon.extract.quotations import Quote, Span
from synopticon.extract.said_zh import ReaderZh, Said, han
from synopticon.extract.saying import Found
from synopticon.extract.speakers import Token
from synopticon.extract.told_by import source_of
from synopticon.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Credited", "credit", "source_of"]

WINDOW = 200  # tokens of a sentence read on each side of a quotation; the longest open sentence has 128
DASHES = ("—", "–", "-", "―")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """One quotation and its speaker. ``cue`` is the span of the words that credit it, ``None`` where none stands.

    ``speaker`` holds the words as they stand and, as ``antecedent``, the clearest name the document has for them.
    ``confidence`` is 0 to 1, from the share of right speakers each rule had on the open annotated passages.
    """

    quote: Quote
    speaker: Mention
    cue: Span | None
    rule: str
    confidence: float


def credit(
    text: str,
    quotes: Sequence[Quote],
    paragraphs: Sequence[Span],
    sentences: Sequence[Span] = (),
    parse: Callable[[Span], Doc] | None = None,
) -> list[Credited]:
    """The quotations of ``quotes`` that ``text`` credits to a speaker, in document order.

    ``quotes`` are :func:`~synopticon.extract.quotations.find_quotations`' of the same ``text`` and ``paragraphs``.
    ``sentences`` and ``parse`` are taken so that a reader that needs a parse can be put in their place; the rules
    here read the surface, and ask for none. Deterministic; never raises on any text.
    """
    outer = [quote for quote in quotes if quote.depth == 0]
    if not outer:
        return []
    story = narrate(text, outer, split_lines(text, paragraphs))
    reader = _Reader(story, outer)
    credited = reader.read()
    credited += [found for quote in quotes if quote.depth for found in _nested(text, quote, quotes, reader.people)]
    return sorted(credited, key=lambda one: one.quote.outer_start)


class _Reader:
    """One document's quotations, read in order: what was credited before decides what may be carried on."""

    def __init__(self, story: Narrative, quotes: Sequence[Quote]) -> None:
        self.story = story
        self.quotes = quotes
        self.people = People(story)
        self.credited: dict[int, Credited] = {}
        self.latest: dict[int, int] = {}  # the last credited quotation that stands in a sentence
        self.chinese: dict[Span, bool] = {}

    def read(self) -> list[Credited]:
        chinese = ReaderZh(self.story.text, self.story.masked, self.quotes)
        for number, quote in enumerate(self.quotes):
            if self.story.where[number][0] < 0:
                continue
            line = self.story.line_of(quote.outer_start)
            if line not in self.chinese:
                self.chinese[line] = han(self.story.text[line[0] : line[1]])
            if self.chinese[line]:
                found = _chinese(quote, chinese.read(quote, line))
            else:
                found = self._cued(number) or self._alone(number)
            if found is not None:
                self.credited[number] = found
                self.latest[self.story.where[number][0]] = number
                self.people.spoke(self.story.where[number][0], found.speaker)
        return list(self.credited.values())

    def _cued(self, number: int) -> Credited | None:
        """A speaker named in the quotation's own sentence, or in a cue that follows its closing mark."""
        s, at = self.story.where[number]
        sentence = self.story.sentences[s]
        view = saying.view(self.story.text, self.quotes[number])
        low = max(0, at - WINDOW)
        toks = list(sentence.toks[low : at + WINDOW])
        own = len(toks)
        borrowed = False
        if sentence.soft and at == len(sentence.toks) - 1 and s + 1 < len(self.story.sentences):
            after = self.story.sentences[s + 1]
            if after.line == sentence.last_line:
                toks += after.toks[:WINDOW]
                borrowed = True
        found = said_after.after(toks, at - low, view, borrowed) or said_before.before(toks[:own], at - low, view)
        if found is None:
            return self._same_breath(number, s, at, sentence.toks)
        return self._made(number, found, s, toks)

    def _same_breath(self, number: int, s: int, at: int, toks: Sequence[Token]) -> Credited | None:
        """ "A," he said, "B": the second half; and "dangerous" and "ideological": one cue for both."""
        first = self.latest.get(s)
        if first is None:
            return self._still(number, s) if at and toks[at - 1].text == ":" else None
        between = toks[self.story.where[first][1] + 1 : at]
        view = saying.view(self.story.text, self.quotes[number])
        if not saying.links(between, view):
            return None
        return self._carry(number, first, 0.85)

    def _still(self, number: int, s: int) -> Credited | None:
        """ "Then, at the door: “…” ": a lead without a subject goes on with the speaker of the line."""
        last = next(reversed(self.credited), None)
        if last is None or self.story.sentences[self.story.where[last][0]].last_line != self.story.sentences[s].line:
            return None
        return self._carry(number, last, 0.7)

    def _carry(self, number: int, from_: int, confidence: float) -> Credited:
        one = self.credited[from_]
        return Credited(
            quote=self.quotes[number],
            speaker=one.speaker,
            cue=one.cue,
            rule="carried",
            confidence=min(one.confidence, confidence),
        )

    def _made(self, number: int, found: Found | None, s: int, toks: Sequence[Token]) -> Credited | None:
        if found is None:
            return None
        speaker = self.people.mention(toks, found, s)
        if speaker is None:
            return None
        return Credited(
            quote=self.quotes[number], speaker=speaker, cue=found.cue, rule=found.rule, confidence=found.confidence
        )

    def _alone(self, number: int) -> Credited | None:
        """A quotation that is a sentence of its own: by the line under it, or by who spoke just before."""
        s, at = self.story.where[number]
        sentence = self.story.sentences[s]
        view = saying.view(self.story.text, self.quotes[number])
        if not saying.stands_alone(sentence.toks, at):
            return None
        if at + 1 < len(sentence.toks) and sentence.toks[at + 1].text in DASHES:
            return self._dashed(number, s, at) if view.direct else None  # a list of headlines is signed so too
        signed = self._line_below(number, s, sentence) if view.direct else None
        return signed or (self._from_before(number, s, sentence) if view.whole else None)

    def _line_below(self, number: int, s: int, sentence: Sentence) -> Credited | None:
        after = self.story.sentences[s + 1] if s + 1 < len(self.story.sentences) else None
        if after is None or after.line != sentence.last_line + 1 or not self._neighbours(sentence.last_line):
            return None
        last = self.story.lines[after.line]
        if after.last_line != after.line or after.end != last[1] or sentence.toks[-1].kind != "q":
            return None
        return self._made(number, said_after.signature(after.toks), s + 1, after.toks)

    def _neighbours(self, line: int) -> bool:
        """Whether the next line is printed right below, with no empty line between."""
        return self.story.text[self.story.lines[line][1] : self.story.lines[line + 1][0]].count("\n") == 1

    def _dashed(self, number: int, s: int, at: int) -> Credited | None:
        signed = self.story.sentences[s].toks[at + 2 :]
        return self._made(number, said_after.signature(signed), s, signed)

    def _from_before(self, number: int, s: int, sentence: Sentence) -> Credited | None:
        if s == 0:
            return None
        before = self.story.sentences[s - 1]
        same_line = before.last_line == sentence.line
        if not same_line and before.last_line != sentence.line - 1:
            return None
        spoken = self.latest.get(s - 1)
        if spoken is not None:
            return self._carry(number, spoken, 0.85 if same_line else 0.75)
        if not same_line and self._asked(s - 1):
            speaker = self.people.interviewee()
            if speaker is not None:
                return Credited(quote=self.quotes[number], speaker=speaker, cue=None, rule="answer", confidence=0.7)
        return self._led(number, s - 1, same_line)

    def _asked(self, s: int) -> bool:
        """Whether sentence ``s`` is an interviewer's line: a question, or any line between two answers."""
        toks = self.story.sentences[s].toks
        if any(token.kind == "q" for token in toks):
            return False
        before = self.latest.get(s - 1)
        answered = before is not None and self.credited[before].rule == "answer"
        return toks[-1].text == "?" or answered

    def _led(self, number: int, s: int, same_line: bool) -> Credited | None:
        """By the sentence before; past a question on the same line ("Why did she go? “…”")."""
        line = self.story.sentences[s].line
        while (
            s > 0
            and same_line
            and self.story.sentences[s].toks[-1].text == "?"
            and self.story.sentences[s - 1].line == line
        ):
            found = said_before.lead(self.story.sentences[s].toks, True)
            if found is not None and found.phrase.kind != "pronoun":
                break
            s -= 1
        toks = self.story.sentences[s].toks
        made = self._made(number, said_before.lead(toks, same_line), s, toks)
        if made is None and same_line:
            name = self.people.only_name(s)
            if name is not None:
                return Credited(quote=self.quotes[number], speaker=name, cue=None, rule="lead", confidence=0.45)
        return made


def _chinese(quote: Quote, said: Said | None) -> Credited | None:
    if said is None:
        return None
    return Credited(quote=quote, speaker=said.speaker, cue=said.cue, rule=f"zh-{said.rule}", confidence=said.confidence)


def _nested(text: str, quote: Quote, quotes: Sequence[Quote], people: People) -> list[Credited]:
    """A quotation inside another: only by a cue of its own, inside the quotation around it."""
    if quote.parent is None:
        return []
    around = quotes[quote.parent]
    story = narrate(text, [quote], list(around.parts))
    line = story.line_of(quote.outer_start)
    if han(text[line[0] : line[1]]):
        said = ReaderZh(text, story.masked, [quote]).read(quote, line)
        return (
            []
            if said is None or said.rule not in ("before", "after")
            else [
                Credited(quote=quote, speaker=said.speaker, cue=said.cue, rule=f"nested-zh-{said.rule}", confidence=0.7)
            ]
        )
    s, at = story.where[0]
    if s < 0:
        return []
    toks = story.sentences[s].toks
    view = saying.view(text, quote)
    found = said_before.before(toks, at, view) or said_after.after(toks, at, view, False)
    if found is None or found.confidence < 0.75 or found.phrase.kind == "other":
        return []
    speaker = people.plain(toks, found)
    return (
        []
        if speaker is None
        else [Credited(quote=quote, speaker=speaker, cue=found.cue, rule=f"nested-{found.rule}", confidence=0.7)]
    )
