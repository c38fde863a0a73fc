"""Reasons in plain words."""

from __future__ import annotations

import pytest

from synopticon.corroborate.because import figure


@pytest.mark.parametrize(("low", "high", "approx", "expected"), [
    (812, 812, False, "812"), (800, None, False, "800 or more"), (None, 8000, True, "up to about 8,000"),
    (100, 999, True, "about 100 to 999"), (14, 14, True, "about 14"), (None, None, False, "an unknown number"),
    (1.5, 1.5, False, "1.5"),
])  # fmt: skip
def test_figures_in_words(low: float | None, high: float | None, approx: bool, expected: str) -> None:
    """An interval reads as a person would say it."""
    assert figure({"low": low, "high": high, "approx": approx}) == expected
