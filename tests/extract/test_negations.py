"""Negations: which words deny, which only look like it, and which deny something else."""

from __future__ import annotations

import pytest

from synopticon.extract.negations import negations
from tests.reader import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It did not say.", ["not"]),
        ("It didn't say. It didn’t ask.", ["n't", "n’t"]),
        ("It has no branch and never had.", ["no", "never"]),
        ("Neither Sina nor Sohu has one.", ["Neither", "nor"]),
        ("It cannot say.", ["cannot"]),
        ("Not only Sina but also Sohu has one.", []),
        ("It has no fewer than 12, no later than May, and no. 4 is green.", []),
        ("A policeman nobody was supposed to know left.", []),
        ("It closed sites, not shops.", []),
        ("The “no” camp and the \"never\" camp met.", []),
        ("A notable knot of nobles in Nordic north.", []),
    ],
)
def test_which_words_deny(text: str, words: list[str]) -> None:
    """Negations are whole words; idioms, contrasts, numbers and quoted words are none."""
    assert [text[slice(*span)] for span in negations(text, 0, len(text))] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("豆瓣尚未设立党委。", ["尚未"]),
        ("豆瓣並未受罰，也沒有關站。", ["並未", "沒有"]),
        ("豆瓣不少用户不久前不仅搬走了。", []),
        ("到底有没有党委？", []),
        ("他说“没有”之后走了。", []),
    ],
)
def test_which_chinese_words_deny(text: str, words: list[str]) -> None:
    """In both scripts; 不 inside other words denies nothing, nor does a question or a quoted word."""
    assert [text[slice(*span)] for span in negations(text, 0, len(text), "zh")] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A blogger who did not pay was arrested over his posts online.", "detention"),
        ("Sina, which has no site, has 283 Communist Party members.", "party_members"),
        ("Sina, though it never said so, has 283 Communist Party members.", "party_members"),
        ("Turkey, which does not say why, blocked Instagram.", "restriction"),
    ],
)
def test_a_negation_of_another_clause_loses_nothing(reader: Reader, text: str, kind: str) -> None:
    """What a relative or another clause denies is not denied of the statement, and does not refuse it."""
    assert [str(s.modality) for s in reader.statements(text, kind)] == ["asserted"]
    assert reader.extraction(text).refusals == ()
