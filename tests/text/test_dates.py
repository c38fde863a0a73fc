"""Dates of publication are read at the precision written, and only where they mean one day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.text.dates import find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017-08-25", "2017-08-25"),
        ("2017-08-25T23:30:00-05:00", "2017-08-25"),
        ("2017/8/5 10:30", "2017-08-05"),
        ("20170825", "2017-08-25"),
        ("20170825103000", None),
        ("25 August 2017", "2017-08-25"),
        ("Aug. 25, 2017", "2017-08-25"),
        ("August 25th, 2017", "2017-08-25"),
        ("Sept 1 2017", "2017-09-01"),
        ("Fri, 25 Aug 2017 10:00:00 GMT", "2017-08-25"),
        ("2017年8月25日", "2017-08-25"),
        ("2017 年 8 月 25 日 10:30", "2017-08-25"),
        ("25.08.2017", "2017-08-25"),
        ("08/09/2017", None),
        ("2017-13-01", None),
        ("30 February 2017", None),
        ("2017-08", "2017-08"),
        ("August 2017", "2017-08"),
        ("2017年8月", "2017-08"),
        ("2017", "2017"),
        ("in 2017", None),
        ("", None),
        ("yesterday", None),
        ("1899-01-01", None),
        ("updated 3 May 2018, published 2 May 2018", "2018-05-03"),
        ("12017-08-25", None),
        ("2012-06-31 or 1 July 2012", "2012-07-01"),
    ],
)
def test_forms(text: str, date: str | None) -> None:
    """Every form, the first of several, and what is no date."""
    assert find_date(text) == date


@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: object) -> None:
    """What is written of a day is read as that day."""
    assert find_date(f"{day:%Y-%m-%d}") == find_date(f"{day:%d %B %Y}") == find_date(f"{day:%b %d, %Y}") == str(day)


@given(st.text(max_size=50))
def test_any_text_is_read(text: str) -> None:
    """No text raises."""
    find_date(text)
