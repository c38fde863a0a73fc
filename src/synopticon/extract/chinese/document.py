"""The Chinese sentences of a document: those in which a cue stands are read, and what their frames find is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from synopticon.codebook.schema import Codebook
from synopticon.extract.chinese.folding import simplified
from synopticon.extract.chinese.frames import ChineseFrames
from synopticon.extract.chinese.holders import ChineseHolders
from synopticon.extract.chinese.reading import ChineseRead, ChineseReader
from synopticon.extract.model import Candidate, Span
from synopticon.extract.negations import negations
from synopticon.records import Document, Moment, Term


class ChineseSentences:
    """Reads the Chinese sentences of documents by one codebook; ``names`` are listed names with their kind."""

    def __init__(self, codebook: Codebook, names: Sequence[tuple[str, str]]) -> None:
        self.frames = ChineseFrames(codebook)
        words = codebook.languages["zh"].words
        self.reader = ChineseReader(self.frames.lexicon, words, names)
        self.generic = frozenset(words.get("generic", ()))
        self.contexts = {
            kind.name: kind.cues["zh"]["context"] for kind in codebook.types.values()
            if "context" in kind.cues.get("zh", {})
        }

    def candidates(
        self, document: Document, spans: Sequence[Span], chinese: Iterable[int], *, scanning: bool = True
    ) -> Iterator[Candidate]:
        """What the sentences numbered ``chinese`` of ``spans`` propose. With ``scanning``, a sentence without a cue and
        not right before one that has some is not read."""
        numbers = sorted(chinese)
        if not numbers:
            return
        holders = ChineseHolders(document.text, self.contexts, self.generic)
        hits = {i for i in numbers if self.frames.lexicon.speaks(simplified(document.text[slice(*spans[i])]))}
        wanted = hits | {i - 1 for i in hits} if scanning else set(numbers)
        known = self.reader.known(document, [spans[i] for i in numbers if i in wanted])
        for number in (i for i in numbers if i in wanted):
            read = self.reader.read(document, spans[number], known)
            holders.enter(read, number)
            if document.title and read.text.strip() == document.title.strip():
                continue  # a headline shortens what the text says in full
            for candidate in self.frames.candidates(read, holders):
                yield replace(candidate, elsewhere=elsewhere(candidate, read))


def elsewhere(candidate: Candidate, read: ChineseRead) -> tuple[Span, ...]:
    """The negations in the anchored words that stand between commas where nothing of the candidate does."""
    left, right = candidate.start - read.offset, candidate.end - read.offset
    denied = list(negations(read.text, left, right, candidate.language))
    if not denied:
        return ()
    values = [value for found in candidate.roles.values() for value in found if not isinstance(value, Moment)]
    places = [
        read.folded.find(value.text) if isinstance(value, Term) else (value.start or 0) - read.offset
        for value in values if value.text
    ]
    own = {read.segment(place) for place in places if place >= 0}
    return tuple((s + read.offset, e + read.offset) for s, e in denied if read.segment(s) not in own)
