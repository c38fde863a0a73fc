"""Intervals and periods."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.corroborate.values import Interval, agree, before, interval, overlap, period, reaching_back
from synopticon.records import Quantity
from tests import strategies

dates = st.none() | strategies.dates


def figure(low: float | None, high: float | None, text: str = "", approx: bool = False) -> Quantity:
    """A quantity in few words."""
    return Quantity(low=low, high=high, approx=approx, text=text, start=0, end=1)


@given(strategies.quantities(), strategies.quantities())
def test_agreeing_does_not_depend_on_the_order(one: Quantity, other: Quantity) -> None:
    """If one figure agrees with another, so does the other with the one, and each with itself."""
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@given(strategies.quantities(), strategies.quantities())
def test_figures_with_a_number_in_common_agree(one: Quantity, other: Quantity) -> None:
    """How exactly figures were written can make more of them agree, never fewer."""
    bare = [Interval(low=-math.inf if q.low is None else q.low, high=math.inf if q.high is None else q.high)
            for q in (one, other)]  # fmt: skip
    if bare[0].meets(bare[1]):
        assert agree(one, other)


@pytest.mark.parametrize(("one", "other", "expected"), [
    (figure(800, None, "more than 800"), figure(812, 812, "812"), True),
    (figure(800, None, "more than 800"), figure(799, 799, "799"), False),
    (figure(812, 812, "812"), figure(813, 813, "813"), False),
    (figure(800, 800, "800"), figure(812, 812, "812"), False),
    (figure(800, 800, "about 800", True), figure(812, 812, "812"), True),
    (figure(14, 14, "about 14 percent", True), figure(14.4, 14.4, "14.4 percent"), True),
    (figure(14, 14, "about 14 percent", True), figure(16, 16, "16 percent"), False),
    (figure(None, 8000, "nearly 8,000", True), figure(7900, 7900, "7,900"), True),
    (figure(8.4e6, 8.4e6, "8.4 million"), figure(8_420_000, 8_420_000, "8,420,000"), True),
    (figure(8.4e6, 8.4e6, "8.4 million"), figure(8_520_000, 8_520_000, "8,520,000"), False),
    (figure(3e8, 3e8, "300 million"), figure(3.004e8, 3.004e8, "3.004亿"), True),
    (figure(3e8, 3e8, "3亿"), figure(3.2e8, 3.2e8, "320 million"), True),
    (figure(3e8, 3e8, "300 million"), figure(3.2e8, 3.2e8, "320 million"), False),
    (figure(1.5, 1.5, "1.5%"), figure(1.53, 1.53, "1.53%"), True),
    (figure(None, None, "some"), figure(3, 3, "3"), True),
    (figure(0, 0, "none", True), figure(0, 0, "0"), True),
])  # fmt: skip
def test_figures(one: Quantity, other: Quantity, expected: bool) -> None:
    """A figure is as exact as it was written: bounds, rounding in millions and 亿, "about"."""
    assert agree(one, other) is expected


@given(strategies.quantities())
def test_an_interval_holds_what_was_said(quantity: Quantity) -> None:
    """Both ends of a figure lie in its interval."""
    found = interval(quantity)
    assert found.low <= found.high
    assert all(found.low <= end <= found.high for end in (quantity.low, quantity.high) if end is not None)


@pytest.mark.parametrize(("date", "expected"), [
    ("2017", ("2017-01-01", "2017-12-31")),
    ("2017-02", ("2017-02-01", "2017-02-28")),
    ("2016-02", ("2016-02-01", "2016-02-29")),
    ("2017-08-25", ("2017-08-25", "2017-08-25")),
    ("2017-13", ("2017-13-01", "2017-13-31")),
    ("soon", None), ("", None), (None, None),
])  # fmt: skip
def test_periods(date: str | None, expected: tuple[str, str] | None) -> None:
    """A date covers the days of its precision; what is no date covers none."""
    assert period(date) == expected


@given(dates, dates)
def test_two_periods_overlap_or_follow(one: str | None, other: str | None) -> None:
    """Of two periods exactly one holds: they overlap, the first is over before, or the second is."""
    a, b = period(one), period(other)
    assert [overlap(a, b), before(a, b), before(b, a)].count(True) == 1
    assert overlap(a, b) == overlap(b, a)


@given(dates, st.integers(0, 400))
def test_reaching_back_only_widens(date: str | None, days: int) -> None:
    """A period that reaches back still covers what it did."""
    found = period(date)
    wider = reaching_back(found, days)
    assert (found is None) == (wider is None)
    if found and wider:
        assert wider[0] <= found[0]
        assert wider[1] == found[1]
