"""Records in words: an interval, a date, a name and a finding read as a person would say them."""

from __future__ import annotations

import pytest

from synopticon.cli.statements import (
    finding_line,
    finding_lines,
    position_text,
    refusal_line,
    roles_text,
    statement_line,
    statement_lines,
    value_text,
)
from synopticon.records import (
    Document,
    Finding,
    Mention,
    Modality,
    Moment,
    Position,
    Quantity,
    Refusal,
    State,
    Statement,
    Term,
    anchor,
)

TEXT = "Sina Corp has about 283 party members, Xinhua said. It is large."


def quantity(low: float | None, high: float | None, approx: bool = False) -> Quantity:
    return Quantity(low=low, high=high, approx=approx, text="words", start=0, end=5)


def document() -> Document:
    return Document(
        id="d1", capture="0" * 64, source="reports/a.txt", locator="line 3", url=None, title="A \x1b[2Jtitle",
        outlet="Harbour Post", author=None, published="2017-08", published_by="page", language="en", media="text/plain",
        encoding="utf-8", reader="plain/1", text=TEXT,
    )  # fmt: skip


def statement() -> Statement:
    subject = Mention(text="Sina Corp", start=0, end=9, entity="sina", names=("Sina", "新浪"))
    count = Quantity(low=283, high=283, approx=True, text="about 283", start=14, end=23)
    return Statement(
        document="d1", type="party_members", modality=Modality.ALLEGED,
        attributed_to=Mention(text="Xinhua", start=39, end=45), roles={"subject": (subject,), "count": (count,)},
        anchor=anchor(TEXT, 0, 37, sentence=(0, 51)), rule="party_members/en/has", confidence=0.5,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (quantity(283, 283), "283 (words)"),
        (quantity(800, None), "800 or more (words)"),
        (quantity(None, 8000, True), "about 8,000 or fewer (words)"),
        (quantity(100, 999, True), "about 100 to 999 (words)"),
        (quantity(14.5, 14.5, True), "about 14.5 (words)"),
        (quantity(751e6, 751e6), "751,000,000 (words)"),
        (quantity(None, None), "some number (words)"),
        (Moment(value="2017-08", text="last month", start=0, end=9), "2017-08 (last month)"),
        (Moment(value="2017", text="2017", start=0, end=4), "2017"),
        (Term(value="golden_share"), "golden_share"),
        (Mention(text="the company", start=0, end=3, antecedent="Qihoo"), "the company (Qihoo)"),
        (Mention(text="Sina", start=0, end=4, names=("Sina", "新浪")), "Sina"),
        (Mention(text="a\nb", start=0, end=3), "a b"),
    ],
)
def test_values_read_as_said(value: Mention | Quantity | Moment | Term, words: str) -> None:
    """Bounds, precision and the words themselves are all there, on one clean line."""
    assert value_text(value) == words


def test_a_statement_on_a_line() -> None:
    """Type, subject, roles, modality, credit, document and id, in that order."""
    line = statement_line(statement(), document())
    parts = ["party_members", "Sina Corp (Sina)", "count about 283", "[alleged]", "according to Xinhua", "Harbour Post"]
    places = [line.index(part) for part in [*parts, statement().id]]
    assert places == sorted(places)
    assert "\x1b" not in line
    assert roles_text(statement()) == "count about 283 (about 283)"


def test_a_statement_in_full() -> None:
    """The sentence with the anchored words marked, every role, and how the document was read."""
    page = "\n".join(statement_lines(statement(), document()))
    assert ">>Sina Corp has about 283 party members<<, Xinhua said." in page
    told = ("alleged", "Xinhua", "0.50", "code points 0 to 37", "reports/a.txt, line 3", "plain/1", "2017-08 (page)")
    assert [words for words in told if words not in page] == []


def finding(**value: object) -> Finding:
    one = Position(value=value or None, as_of="2017-08", statements=("s1",), documents=("d1",), origins=1)
    return Finding(
        type="party_members", subject="Sina", entity="sina", names=(), aspect="", state=State.SINGLE_ORIGIN, origins=1,
        values=(one,), statements=("s1",), documents=("d1",), because=("Only one document speaks of it.",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"count": {"low": 283, "high": 283, "approx": False}, "modality": "asserted"}, "count 283 as of 2017-08"),
        ({"modality": "asserted"}, "said as of 2017-08"),
        ({"modality": "denied"}, "modality denied as of 2017-08"),
        ({}, "said as of 2017-08"),
        ({"holder": None, "right": "golden_share"}, "right golden_share as of 2017-08"),
    ],
)
def test_a_value_of_a_finding_in_words(value: dict[str, object], words: str) -> None:
    """That a thing is asserted goes without saying; all else is said."""
    assert position_text(finding(**value).values[0]) == words


def test_a_finding_in_full() -> None:
    """The question, each value with who gives it, and the reasoning."""
    first, value, reason, *_ = finding_lines(finding(right="shares"), [(statement(), document())])
    assert first == finding_line(finding(right="shares"))
    assert "[single origin, 1 origin]" in first
    assert value.strip() == "right shares as of 2017-08: 1 document, 1 origin"
    assert reason.strip() == "Only one document speaks of it."


def test_a_refusal_on_a_line() -> None:
    """Reason, place and advice, whatever the names hold."""
    refusal = Refusal(stage="read", reason="empty", detail="It has no bytes.", source="a\x1b.txt", locator="line 2")
    assert refusal_line(refusal) == "refused (empty): a\\x1b.txt, line 2: It has no bytes."
