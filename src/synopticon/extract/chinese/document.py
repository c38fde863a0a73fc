"""The Chinese sentences of a document: those in which a cue stands are read, and what their frames find is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from synopticon.codebook.schema import Codebook
from synopticon.extract.chinese.folding import simplified
from synopticon.extract.chinese.frames import ChineseFrames
from synopticon.extract.chinese.holders import ChineseHolders
from synopticon.extract.chinese.reading import ChineseReader
from synopticon.extract.model import Candidate, Span
from synopticon.records import Document


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
            yield from self.frames.candidates(read, holders)
