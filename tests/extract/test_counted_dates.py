"""What is counted from another date: ahead, from a named day, or by weekday and day of the month."""

from __future__ import annotations

import pytest

from synopticon.extract.dates import find_dates

THURSDAY = "2019-03-14"


def values(text: str, reference: str | None = THURSDAY) -> list[str | None]:
    """The values of all dates of a text."""
    return [when.value for when in find_dates(text, reference=reference)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It will open in two days.", "2019-03-16"), ("It will open in two weeks.", "2019-03"),
        ("It is due to open in three months.", "2019-06"), ("It will open in two years.", "2021"),
    ],
)  # fmt: skip
def test_in_two_weeks_where_the_words_look_forward(said: str, value: str) -> None:
    """A stretch ahead is told from the report, no finer than its unit."""
    assert values(said) == [value]


@pytest.mark.parametrize("said", ["It was built in two years.", "They grew tenfold in three months."])
def test_in_two_years_is_else_how_long_it_took(said: str) -> None:
    """Without anything that looks forward the words tell a duration."""
    assert values(said) == []


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It fell three days after January 12th, 2018.", "2018-01-15"),
        ("It fell two days before yesterday.", "2019-03-11"),
        ("It fell two weeks before May 13, 1999.", "1999-04-29"), ("It ends 3 days from today.", "2019-03-17"),
        ("It ends two weeks from tomorrow.", "2019-03-29"),
        ("It fell two weeks before Christmas Day 2017.", "2017-12-11"),
    ],
)  # fmt: skip
def test_counted_from_the_date_that_follows(said: str, value: str) -> None:
    """"Three days after January 12" is one date, not two."""
    assert values(said) == [value]


def test_the_words_of_a_count_and_its_date_are_one_span() -> None:
    """The span covers the count and the date that it is counted from."""
    text = "It fell three days after January 12, 2018."
    (when,) = find_dates(text, reference=THURSDAY)
    assert text[when.start : when.end] == "three days after January 12, 2018"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It met on Tuesday the 12th.", "2019-03-12"), ("It will meet on Tuesday the 11th.", "2019-06-11"),
        ("It met on Thursday the thirty-first.", "2019-01-31"), ("It met on Mon 11th", "2019-03-11"),
        ("It met on Sunday 24.", "2019-02-24"),
    ],
)  # fmt: skip
def test_a_weekday_with_its_day_of_the_month(said: str, value: str) -> None:
    """The nearest month in which that day falls on that weekday, the way the words look."""
    assert values(said) == [value]


def test_a_weekday_and_people_are_not_a_day_of_the_month() -> None:
    """"On Friday 31 people" counts people."""
    assert values("On Friday 31 people fell ill.") == ["2019-03-08"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("It ran from Monday to Friday.", ["2019-03-11", "2019-03-15"]),
        ("It closed on Friday of the previous week.", ["2019-03-08"]),
        ("It met on the 15th day of last month.", ["2019-02-15"]),
        ("It closed later in the year.", ["2019"]),
        ("It was shut in May 2017 and sold later in the year.", ["2017-05", "2017"]),
        ("It will be held the following week.", ["2019-03"]),
    ],
)  # fmt: skip
def test_counted_from_what_was_told_or_from_the_report(said: str, found: list[str]) -> None:
    """A date told of before is counted from; where there is none, the report's own day is."""
    assert values(said) == found


@pytest.mark.parametrize("said", ["in two weeks", "three days after", "Tuesday the 12th", "later in the year"])
def test_nothing_is_counted_without_a_publication_date(said: str) -> None:
    """No reference, no value."""
    assert all(value is None for value in values(f"It will open {said}.", reference=None))
