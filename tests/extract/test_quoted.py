"""Credited quotations as statements, and the speakers that quoted words keep."""

from __future__ import annotations

import pytest

from synopticon.extract.quoted import credited_quotations, sentences_around, speaker_of
from synopticon.records import Mention
from synopticon.text.sentences import find_paragraphs
from tests import samples
from tests.reader import Reader


def test_a_quotation_keeps_its_words(reader: Reader) -> None:
    """The words are those inside the marks, the anchor has the marks, and the speaker is the subject."""
    found = reader.one("“We have a plan,” Li Bin said.", "quotation")
    words, speaker = found.roles["text"][0], found.roles["subject"][0]
    assert isinstance(words, Mention) and isinstance(speaker, Mention)
    assert (words.text, speaker.text, found.anchor.exact) == ("We have a plan,", "Li Bin", "“We have a plan,”")


def test_a_split_quotation_is_two(reader: Reader) -> None:
    """With the speaker between them, the two parts are two statements of one speaker."""
    found = reader.statements("“We have a plan,” Li Bin said. “It is a good one.”", "quotation")
    assert [s.roles["text"][0].text for s in found] == ["We have a plan,", "It is a good one."]  # type: ignore[union-attr]
    assert {s.roles["subject"][0].text for s in found} == {"Li Bin"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “real name” policy was unpopular.",
        "“Morning Post” is a newspaper.",
        "They call it the “Great Wall”.",
    ],
)
def test_words_that_nobody_speaks_are_no_quotation(reader: Reader, text: str) -> None:
    """Names and terms in marks have no speaker."""
    assert reader.statements(text, "quotation") == []


def test_a_negation_in_quoted_words_refuses_nothing(reader: Reader) -> None:
    """Quoted words are verbatim, whatever they deny."""
    assert len(reader.statements("“We do not block it and never did,” Li Bin said.", "quotation")) == 1


def test_what_is_said_in_a_quotation_is_credited_to_its_speaker(reader: Reader) -> None:
    """A statement whose words stand inside marks is attributed to who speaks them."""
    found = reader.one("“Sina has 283 Communist Party members,” Li Bin said.", "party_members")
    assert found.attributed_to is not None and found.attributed_to.text == "Li Bin"


def test_the_quotation_wins_over_the_source_of_the_sentence() -> None:
    """Words inside a quotation are its speaker's; words outside are nobody's by it."""
    document = samples.document("“Sina has a branch,” Li Bin said on Monday.")
    credited = credited_quotations(document, find_paragraphs(document.text))
    inside = speaker_of((1, 5), credited)
    assert inside is not None and inside.text == "Li Bin"
    assert speaker_of((21, 27), credited) is None


@pytest.mark.parametrize(
    ("span", "around"), [((2, 4), (0, 10)), ((8, 14), (0, 20)), ((12, 30), (11, 30)), ((35, 40), (21, 40))]
)
def test_the_sentences_around_a_quotation(span: tuple[int, int], around: tuple[int, int]) -> None:
    """A quotation over several sentences stands in all of them, and never in less than itself."""
    assert sentences_around(span, [(0, 10), (11, 20), (21, 30)]) == around


def test_without_sentences_a_quotation_stands_alone() -> None:
    """Where no sentence was found the stretch is the quotation's own."""
    assert sentences_around((3, 9), []) == (3, 9)
