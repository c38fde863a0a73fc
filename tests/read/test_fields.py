"""The fields of a JSON line: taken where they are what they should be, named where they are not."""

from __future__ import annotations

import pytest

from synopticon.read.fields import given_fields, iso_date
from synopticon.records import Given


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017", "2017"), ("2017-08", "2017-08"), ("2017-08-25", "2017-08-25"), (" 2017-08-25T10:00:00Z", "2017-08-25"),
        ("2017-13", None), ("2017-02-30", None), ("25 August 2017", None), ("", None), ("20170825", None),
        ("0000", None), ("2017-8-1", None),
    ],
)  # fmt: skip
def test_dates_keep_their_precision(text: str, date: str | None) -> None:
    """A date is taken at the precision it gives and cut at its time of day; anything else is none."""
    assert iso_date(text) == date


def test_the_line_goes_before_what_was_given() -> None:
    """What a line says of itself replaces what the command line says of all; the rest stays."""
    own, trouble = given_fields({"outlet": "Xinhua", "title": None}, Given(outlet="x", title="all", published="2017"))
    assert own == Given(outlet="Xinhua", title="all", published="2017")
    assert trouble == []


def test_numbers_and_lists_that_can_only_mean_one_thing_are_taken() -> None:
    """A number as id or year, and a list of authors, are read as text."""
    own, trouble = given_fields({"id": 7, "published": 2017, "author": ["Li Bin", "Wang"]}, Given())
    assert own == Given(id="7", published="2017", author="Li Bin, Wang")
    assert trouble == []


def test_a_field_of_the_wrong_kind_is_named() -> None:
    """Each field that cannot be taken gives one sentence with its name; the others are taken."""
    own, trouble = given_fields({"title": ["x"], "published": "soon", "outlet": "Xinhua", "id": True}, Given())
    assert own == Given(outlet="Xinhua")
    assert [t.split('"')[1] for t in trouble] == ["id", "title", "published"]


def test_lone_surrogates_do_not_get_in() -> None:
    """A field that JSON can write and UTF-8 cannot is taken with a question mark in that place."""
    own, _ = given_fields({"title": "a\ud800b"}, Given())
    assert own.title == "a?b"
