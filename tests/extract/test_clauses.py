"""Clauses: kinds of noun phrases, the quantities that are theirs, and the dates that hang on them."""

from __future__ import annotations

import pytest

from synopticon.extract.clauses import kind_of, phrase
from tests.reader import Reader, word_of


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("The company has members.", "company", "organisation"),
        ("The bloggers left.", "bloggers", "people"),
        ("The blogger left.", "blogger", "person"),
        ("They work in the city.", "city", "place"),
        ("It blocked the road.", "road", "thing"),
        ("It has members.", "It", "it"),
        ("She has members.", "She", "he"),
        ("They have members.", "They", "they"),
        ("We have members.", "We", "we"),
        ("Weibo has members.", "Weibo", "organisation"),
        ("They met in Beijing.", "Beijing", "place"),
        ("Maria Lopez spoke.", "Lopez", "person"),
    ],
)
def test_what_a_noun_stands_for(reader: Reader, sentence: str, word: str, kind: str) -> None:
    """Common nouns go by the language's lists, names by the codebook first, pronouns by their number and gender."""
    read = reader.read(sentence)
    assert kind_of(word_of(read.doc, word), read) == kind


@pytest.mark.parametrize(
    ("sentence", "word", "low", "high"),
    [
        ("Sina has 283 party members.", "members", 283, 283),
        ("Sina has more than 800 party members.", "members", 800, None),
        ("Sina has hundreds of party members.", "members", 100, 999),
        ("The number of party members reached 3,386.", "members", 3386, 3386),
        ("Party members number 800.", "members", 800, 800),
        ("An investor with 12 million followers was warned.", "followers", 12_000_000, 12_000_000),
    ],
)
def test_how_many_there_are(reader: Reader, sentence: str, word: str, low: float, high: float | None) -> None:
    """A number in the noun's own phrase, or said of it by a verb of amount, is the noun's."""
    ((unit, quantity),) = reader.clause(sentence, word).quantities
    assert (unit, quantity.low, quantity.high) == (None, low, high)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Party members met 800 guests.", "members"),
        ("Party members work in 12 offices.", "members"),
        ("Sina has 800 clerks, party members among them.", "members"),
    ],
)
def test_a_number_of_something_else_is_not_taken(reader: Reader, sentence: str, word: str) -> None:
    """A number that stands with another noun says nothing about this one."""
    assert reader.clause(sentence, word).quantities == []


@pytest.mark.parametrize("written", ["8 percent", "8 per cent", "8%"])
def test_a_percentage_is_told_from_a_count(reader: Reader, written: str) -> None:
    """However per cent is written, it comes with its unit."""
    ((unit, quantity),) = reader.clause(f"About {written} of employees belong to the party.", "employees").quantities
    assert (unit, quantity.low, quantity.high, quantity.approx) == ("percent", 8, 8, True)


def test_a_date_hangs_on_its_own_clause(reader: Reader) -> None:
    """The date of the verb itself comes before that of another clause."""
    found = reader.clause("The firm, founded in 1999, joined in 2010.", "joined").times
    assert found[0].value == "2010"


def test_a_date_is_that_of_the_relative_clause(reader: Reader) -> None:
    """The date inside a relative clause is its verb's."""
    found = reader.clause("The site, which Turkey blocked in May, is back.", "blocked").times
    assert [m.value for m in found] == ["2017-05"]


def test_two_dates_of_other_clauses_are_none(reader: Reader) -> None:
    """Where the clause has no date of its own and two others stand around, none is guessed."""
    sentence = "Li, who left in 2010, met Cao, who left in 2012, at the forum."
    assert reader.clause(sentence, "forum").times == []


def test_a_phrase_knows_itself(reader: Reader) -> None:
    """A phrase has its words without the article, its place in the document, its head and its number."""
    sentence = "Police arrested the three young bloggers."
    read = reader.read(sentence)
    found = phrase(word_of(read.doc, "bloggers"), read)
    assert (found.text, found.head, found.kind, found.definite, found.proper) == (
        "three young bloggers", "blogger", "people", True, False,
    )  # fmt: skip
    assert sentence[found.start : found.end] == found.text
    assert found.quantity is not None and found.quantity.low == 3


def test_a_partitive_speaks_of_what_is_counted(reader: Reader) -> None:
    """"A large number of bloggers" are bloggers."""
    read = reader.read("Police arrested a large number of bloggers.")
    assert phrase(word_of(read.doc, "number"), read).head == "blogger"


@pytest.mark.parametrize(
    ("sentence", "generic"),
    [
        ("Firms that have a branch grow.", True),
        ("The firms that have a branch grow.", False),
        ("Two firms that have a branch grow.", False),
        ("Chinese firms that have a branch grow.", False),
        ("The firm that has a branch grows.", False),
    ],
)
def test_a_bare_plural_with_a_clause_is_nobody_in_particular(reader: Reader, sentence: str, generic: bool) -> None:
    """Only a bare plural narrowed by a clause is generic; an article, a number or an adjective tells who is meant."""
    read = reader.read(sentence)
    word = next(t for t in read.doc if t.lower_ in {"firms", "firm"})
    assert phrase(word, read).generic is generic
