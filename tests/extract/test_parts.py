"""Shares reckoned from two numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract.parts import reckoned, share


@pytest.mark.parametrize(("text", "percent"), [
    ("13 of the 52", 25.0), ("14 of the 16", 87.5), ("11 of 12", 91.7), ("15 of 16", 93.75), ("none of the 52", None),
    ("52 of the 13", None), ("13 and 52", None), ("13 of the 52 partners", None), ("13 percent of 52", None),
])
def test_two_numbers_give_a_percentage(text: str, percent: float | None) -> None:
    """A part of a whole gives its percentage; anything else than the two numbers and their "of" gives nothing."""
    assert reckoned(text) == percent


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=1, max_value=10_000))
def test_a_share_is_what_was_reckoned(part: int, whole: int) -> None:
    """The percentage is off by less than a twentieth of a point, and never claims more than two decimals."""
    found = share(part, whole)
    assert abs(found - 100 * part / whole) <= 0.05 + 1e-9
    assert round(found, 2) == found
