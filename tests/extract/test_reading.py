"""From a document to statements: always the same, for any text, in time that grows with its length."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from synopticon.extract.reading import LONGEST
from synopticon.records import Document, Mention, Moment, Quantity, Statement, Term
from tests import samples, strategies
from tests.reader import Reader

PIECES = st.sampled_from([
    "Sina", "Sohu", "The company", "It", "They", "Turkey", "Li Bin", "the ministry", "who", "which", ",", ";", " and ",
    "has", "have set up", "blocked", "was arrested", "denied", "will not", "did not", "plans to", "if", "said", "“",
    "”", "\"",
    "283", "more than 800", "8 percent of", "hundreds of", "no", "Communist Party members", "a party branch",
    "Instagram",
    "the site", "users", "three bloggers", "over posts", "chief executive of", "in May 2016", "on Tuesday", "last year",
    "a law", "a meeting", ".", "?", "\n", "新浪", "党员", "’s", "(", ")", "—", "10", "%", "a golden share in",
    "party secretary",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | strategies.texts | st.text()
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of another language than the document."""

    start: int
    end: int
    paragraph: int
    language: str


def faithful(statement: Statement, document: Document) -> None:
    """Everything a statement says stands in its document."""
    text, anchor = document.text, statement.anchor
    assert text[anchor.start : anchor.end] == anchor.exact != ""
    assert anchor.exact in anchor.sentence
    values = [value for given_ in statement.roles.values() for value in given_]
    for value in [*values, *([statement.attributed_to] if statement.attributed_to else [])]:
        if not isinstance(value, Term):
            assert text[value.start : value.end] == value.text != ""
        if isinstance(value, Mention) and value.antecedent is not None:
            assert value.antecedent in text
        if isinstance(value, Quantity | Moment):
            assert value.text in anchor.sentence
    assert 0 <= statement.confidence <= 1


@FEW
@given(text=TEXTS)
def test_any_text_is_read_and_quoted(reader: Reader, text: str) -> None:
    """No text makes it raise; anchors and roles quote the document; each type's required roles are there."""
    document = samples.document(text)
    found = reader.of(document)
    for statement in found.statements:
        faithful(statement, document)
        kind = reader.extractor.codebook.types[statement.type]
        assert {role.name for role in kind.roles if role.required} <= set(statement.roles)
        assert set(statement.roles) <= {role.name for role in kind.roles}
    assert len({s.id for s in found.statements}) == len(found.statements)


@FEW
@given(text=TEXTS, other=TEXTS)
def test_a_document_is_read_alone(reader: Reader, text: str, other: str) -> None:
    """The same document gives the same, also when another one was read in between."""
    document = samples.document(text)
    first = reader.of(document)
    reader.of(samples.document(other))
    assert reader.of(document) == first


REPORT = (
    "Sina Corp has 283 Communist Party members. It has 4 party branches, said Li Bin, its chief executive. "
    "Turkey blocked Instagram on Tuesday. “We did not,” a spokesman for Weibo said. Police arrested three bloggers "
    "in Hanoi over posts on Facebook. The Online Safety Act was passed by parliament in 2023."
)


def test_a_report_gives_what_it_says(reader: Reader) -> None:
    """Statements of several types come out of one text, in its order, each faithful to it."""
    found = reader.statements(REPORT)
    assert {s.type for s in found} >= {"party_members", "party_body_count", "office_post", "restriction", "quotation",
                                       "detention", "rule"}  # fmt: skip
    assert [s.anchor.start for s in found] == sorted(s.anchor.start for s in found)
    for statement in found:
        faithful(statement, samples.document(REPORT))


def test_who_tells_it_is_credited(reader: Reader) -> None:
    """A source named in the sentence is the attribution; without one there is none."""
    told = reader.one("According to Xinhua, Sina has 283 Communist Party members.", "party_members")
    assert told.attributed_to is not None and told.attributed_to.text == "Xinhua"
    assert reader.one("Sina has 283 Communist Party members.", "party_members").attributed_to is None


def test_a_listed_name_is_a_name_whatever_the_tagger_thinks(reader: Reader) -> None:
    """Names of the codebook are organisations even where the tagger takes them for a place or a person."""
    names = reader.read("Weibo and Sina Corp met Renren.").names
    assert {names[0][2], names[2][2]} == {"organisation"}


def test_a_sentence_of_another_language_is_not_parsed(reader: Reader) -> None:
    """English grammar is not tried on sentences in another language."""
    text = "Sina has 283 Communist Party members."
    line = Line(start=0, end=len(text), paragraph=0, language="zh")
    found = reader.extractor.statements(samples.document(text), [(0, len(text))], [line])
    assert found.statements == () == found.refusals


def test_a_sentence_too_long_to_parse_is_refused(reader: Reader) -> None:
    """A stretch over the limit is a refusal with its place, and what stands around it is read."""
    text = "Sina has 283 Communist Party members. " + "Sohu has 12 Communist Party members and " * (LONGEST // 30)
    end = len("Sina has 283 Communist Party members.")
    spans = [(0, end), (end + 1, len(text))]
    lines = [Line(start=start, end=stop, paragraph=0, language="en") for start, stop in spans]
    found = reader.extractor.statements(samples.document(text), [(0, len(text))], lines)
    assert [s.anchor.start for s in found.statements] == [0]
    assert [(r.stage, r.reason) for r in found.refusals] == [("extract", "sentence-too-long")]
    assert str(end + 1) in found.refusals[0].detail


def test_nothing_gives_nothing(reader: Reader) -> None:
    """An empty document has neither statements nor refusals."""
    found = reader.extractor.statements(samples.document(""), [], [])
    assert found.statements == () == found.refusals


SHAPES = {
    "no punctuation": "sina has party members and the ministry blocked the site in may ",
    "one list": "Sina, Sohu, Baidu, Tencent, NetEase and Youku, ",
    "all capitals": "SINA HAS 283 COMMUNIST PARTY MEMBERS AND TURKEY BLOCKED INSTAGRAM. ",
    "quote marks": "“ \" ” ‘ ’ 「 」 ",
    "open quotations": "“It is so, ",
    "mojibake": "æ–°æµªâ€œå…±äº§å…šâ€\u009d blocked ï¿½ ",
    "figures": "1 2 3 4 5 percent 6,000 hundreds of ",
    "dates": "in May 2016 on Tuesday last year ",
    "filler": "the quick brown fox jumps over the lazy dog ",
    "paragraphs": "Sina has members.\n",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_length(reader: Reader, shape: str) -> None:
    """Twice the text takes at most some three times the time, and any text ends in statements or refusals."""
    def spent(length: int) -> float:
        document = samples.document(shape * (length // len(shape)))
        start = time.process_time()
        reader.of(document)
        return time.process_time() - start

    spent(500)
    half, whole = spent(8_000), spent(16_000)
    assert whole < 3 * half + 0.5, (half, whole)  # half a second for what the machine does besides


def test_a_sentence_of_fifty_thousand_words_ends(reader: Reader) -> None:
    """The text room cuts what nobody can have meant as one sentence, so that reading it stays bounded."""
    text = "the quick brown fox jumps over the lazy dog and " * 5_000 + "Sina has members."
    found = reader.of(samples.document(text))
    assert found.statements == ()
