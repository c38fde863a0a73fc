"""What the calendar names: more ways to write a day, a month, a quarter, a feast or a year."""

from __future__ import annotations

import pytest

from synopticon.extract.dates import find_dates

THURSDAY = "2019-03-14"


def told(text: str, reference: str | None = THURSDAY) -> list[tuple[str | None, str | None]]:
    """Value and end of all dates of a text."""
    return [(when.value, when.until) for when in find_dates(text, reference=reference)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It is dated 23/Sep/2018.", "2018-09-23"), ("It is dated 2018/Sep/23.", "2018-09-23"),
        ("It is dated Sep-23-2018.", "2018-09-23"), ("The file of 20180923 is kept.", "2018-09-23"),
        ("See archive-2018-09-23-page.", "2018-09-23"), ("He was born on 15 April of 87.", "1987-04-15"),
        ("It met on the twenty third day of September 2018.", "2018-09-23"),
        ("It met in the third month of 2018.", "2018-03"), ("It met in the ninth month of last year.", "2018-09"),
        ("It grew in Q1.", "2019"), ("It will grow in Q4.", "2019"), ("It fell in 2018-Q3.", "2018"),
        ("It is to be held in may.", "2019-05"), ("It was so at the end of year.", "2019-12"),
    ],
)  # fmt: skip
def test_other_ways_to_write_a_date(said: str, value: str) -> None:
    """Strokes, hyphens, closed-up figures and counted months say the same dates."""
    assert told(said) == [(value, None)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("They left in nineteen ninety six.", "1996"), ("It closed in two thousand and fifteen.", "2015"),
        ("It began in twenty twenty.", "2020"),
        ("She was born on January twenty five nineteen eighty six.", "1986-01-25"),
        ("On fifteen August nineteen hundred ninety three it opened.", "1993-08-15"),
        ("We met in October two thousand and five.", "2005-10"),
    ],
)  # fmt: skip
def test_a_year_as_it_is_spoken(said: str, value: str) -> None:
    """Transcripts spell their years out."""
    assert told(said) == [(value, None)]


@pytest.mark.parametrize("said", ["in two thousand cases", "They hired twenty twenty-year-olds.", "nineteen people"])
def test_spoken_numbers_that_count_are_no_years(said: str) -> None:
    """What is counted stands behind: then the words are a number."""
    assert told(said) == []


def test_the_year_behind_the_second_day_holds_for_both() -> None:
    """"June 26 to July 3, 2020" are two days of 2020, and a December before a January lies a year earlier."""
    assert told("From June 26 to July 3, 2020 it was shut.") == [("2020-06-26", None), ("2020-07-03", None)]
    assert told("From December 27 to January 3, 2020 it was shut.") == [("2019-12-27", None), ("2020-01-03", None)]


def test_a_stretch_of_months_may_hold_the_day_of_the_report() -> None:
    """"Between February and April" in March is this year's, not last year's."""
    assert told("It grew from February to April.") == [("2019-02", "2019-04")]


@pytest.mark.parametrize("said", ["The range is 2014-2018.", "The range is 2014~2018."])
def test_two_years_and_a_stroke_are_a_stretch(said: str) -> None:
    """Two years that ascend are years, whatever stands before them."""
    assert told(said) == [("2014", "2018")]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It was shut on Christmas Day.", "2018-12-25"), ("It will open on New Year's Day.", "2020-01-01"),
        ("It was shut on New Year’s Eve 2016.", "2016-12-31"), ("It opened on Christmas.", "2018-12-25"),
        ("They met on International Women's Day.", "2019-03-08"),
    ],
)
def test_feasts_with_a_day_of_their_own(said: str, value: str) -> None:
    """A feast that has one day every year is a date."""
    assert told(said) == [(value, None)]


@pytest.mark.parametrize("said", ["the Christmas party", "Christmas shopping rose.", "New Year wishes"])
def test_feasts_that_are_not_spoken_of_as_days(said: str) -> None:
    """A feast's name alone names no day."""
    assert told(said) == []
