"""The real path from a text to statements, for tests: sentences from the text room, statements from the extractor."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from synopticon.extract.clauses import Read, clause
from synopticon.extract.model import Clause
from synopticon.extract.reading import Extraction, Extractor
from synopticon.records import Document, Mention, Moment, Quantity, Statement, Term, Value
from synopticon.text.sentences import find_paragraphs, find_sentences
from tests import samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An extractor and what tests ask of it. One a session: its parser takes a second to start."""

    extractor: Extractor
    kept: dict[tuple[str, str | None], Extraction] = field(default_factory=dict)

    def extraction(self, text: str, *, published: str | None = "2017-08-25") -> Extraction:
        """What a text published then gives; the same text is read once."""
        key = (text, published)
        if key not in self.kept:
            self.kept[key] = self.of(samples.document(text, published=published))
        return self.kept[key]

    def of(self, document: Document, *, extractor: Extractor | None = None) -> Extraction:
        """What a document gives, read anew."""
        paragraphs = find_paragraphs(document.text)
        sentences = find_sentences(document.text, paragraphs, document.language)
        return (extractor or self.extractor).statements(document, paragraphs, sentences)

    def statements(
        self, text: str, kind: str | None = None, *, published: str | None = "2017-08-25"
    ) -> list[Statement]:
        """The statements of a text, of one type where ``kind`` is given."""
        return [s for s in self.extraction(text, published=published).statements if kind in (None, s.type)]

    def one(self, text: str, kind: str, *, published: str | None = "2017-08-25") -> Statement:
        """The one statement of this type in a text. Raises ``AssertionError`` when there are none or several."""
        found = self.statements(text, kind, published=published)
        assert len(found) == 1, [told(s) for s in self.statements(text)]
        return found[0]

    def told(self, text: str, kind: str, *, published: str | None = "2017-08-25") -> list[dict[str, object]]:
        """The roles of every statement of this type in plain values."""
        return [told(s) for s in self.statements(text, kind, published=published)]

    def doc(self, sentence: str) -> Doc:
        """The parse of one sentence."""
        return self.extractor.model(sentence)

    def read(self, sentence: str) -> Read:
        """One sentence parsed, with its quantities, times and names."""
        return self.extractor.read(samples.document(sentence), self.doc(sentence), (0, len(sentence)), 0)

    def clause(self, sentence: str, word: str) -> Clause:
        """The clause that ``word`` heads in a sentence."""
        read = self.read(sentence)
        token = word_of(read.doc, word)
        return clause(token, read, "verb" if token.pos_ in {"VERB", "AUX"} else "noun")

    def arguments(self, sentence: str, word: str) -> dict[str, list[str]]:
        """The texts of the arguments of ``word``, by function."""
        found = self.clause(sentence, word).arguments
        return {name: [phrase.text for phrase in phrases] for name, phrases in found.items()}


def word_of(doc: Doc, word: str) -> Token:
    """The one token of a parse that is written so. Raises ``AssertionError`` when there are none or several."""
    found = [t for t in doc if t.text == word]
    assert len(found) == 1, f"{word!r} stands {len(found)} times in {doc.text!r}"
    return found[0]


def plain(value: Value) -> object:
    """A role's value without its place: the antecedent or words, ``(low, high)``, a date, or an enumerated value."""
    if isinstance(value, Mention):
        return value.antecedent or value.text
    if isinstance(value, Quantity):
        return (value.low, value.high)
    assert isinstance(value, Moment | Term)
    return value.value


def told(statement: Statement) -> dict[str, object]:
    """The first value of each role, plain, with the modality where it is not asserted."""
    roles = {name: plain(values[0]) for name, values in statement.roles.items()}
    return roles if statement.modality == "asserted" else roles | {"modality": str(statement.modality)}
