"""Settings: the clock can be stopped from outside, and nothing else is read but what is written down."""

from __future__ import annotations

import re

import pytest

from synopticon.cli.settings import from_environment
from synopticon.errors import SynopticonError


def test_the_epoch_stands_for_the_clock() -> None:
    """With SOURCE_DATE_EPOCH set, the time of capture is that moment."""
    assert from_environment({"SOURCE_DATE_EPOCH": "1500000000"}).now == "2017-07-14T02:40:00Z"


def test_without_it_the_clock_is_read() -> None:
    """The time of capture is UTC to the second."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", from_environment({}).now)


@pytest.mark.parametrize("epoch", ["soon", "1.5", "9" * 30])
def test_an_epoch_that_is_no_time_is_refused(epoch: str) -> None:
    """A wrong epoch is an error with the next step, not the present time."""
    with pytest.raises(SynopticonError, match="unset it"):
        from_environment({"SOURCE_DATE_EPOCH": epoch})


def test_switches_are_on_when_not_empty() -> None:
    """NO_COLOR and SYNOPTICON_TRACEBACK count as set only with something in them."""
    on = from_environment({"NO_COLOR": "1", "SYNOPTICON_TRACEBACK": "yes"})
    off = from_environment({"NO_COLOR": "", "SYNOPTICON_TRACEBACK": ""})
    assert (on.colour, on.traceback) == (False, True)
    assert (off.colour, off.traceback) == (True, False)
