"""Numerals: digits, words and what closes them, without any reading of what they count."""

from __future__ import annotations

import pytest

from synopticon.extract.numerals import find_numerals


def found(text: str) -> list[tuple[float, float, str]]:
    """Bounds and kind of all numerals of a text."""
    return [(one.low, one.high, one.kind) for one in find_numerals(text)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("1,300", 1300), ("1.3bn", 1.3e9), ("1 234 567", 1234567), ("40 000 troops", 40000), ("1MM", 1e6),
        ("3 hundred and 21", 321), ("4 thousand 3 hundred and 21", 4321), ("4 thousand 3 hundred", 4300),
        ("3 million and a half", 3.5e6), ("3 million and a quarter", 3.25e6), ("2½", 2.5),
    ],
)  # fmt: skip
def test_figures(said: str, value: float) -> None:
    """Figures with commas or spaces, a scale, and what is added behind it are one numeral."""
    assert found(said) == [(value, value, "digits")]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("nought", 0), ("naught point five", 0.5), ("nought point nought three", 0.03), ("twenty-one", 21),
        ("one hundred and four", 104), ("two and a half million", 2.5e6),
    ],
)  # fmt: skip
def test_words(said: str, value: float) -> None:
    """Number words, with nought and decimals read out."""
    assert found(said) == [(value, value, "words")]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("half a million", 5e5), ("half million", 5e5), ("quarter million", 2.5e5), ("quarter of a million", 2.5e5),
        ("half a  dozen", 6),
    ],
)  # fmt: skip
def test_round_parts_of_a_scale(said: str, value: float) -> None:
    """Half or a quarter of a scale is a round number."""
    assert found(said) == [(value, value, "round")]


@pytest.mark.parametrize(("said", "value"), [("½", 50), ("⅔", 66.7), ("¾", 75), ("two-thirds", 66.7)])
def test_fractions_are_percentages(said: str, value: float) -> None:
    """A fraction, in words or as one sign, is a share."""
    assert found(said) == [(value, value, "fraction")]


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("20 and 30 people", [20, 30]), ("12 345 6789", [12, 345, 6789]), ("35 mm", [35]),
        ("3 thousand and 20 percent", [3000, 20]), ("in 2015 300 people", [2015, 300]),
    ],
)  # fmt: skip
def test_two_numerals_stay_two(said: str, values: list[float]) -> None:
    """Only a scale in figures takes what follows "and"; only groups of three figures belong together."""
    assert [low for low, _, _ in found(said)] == values
