"""What a spec of another tool asks of us, and why one is out of scope."""

from __future__ import annotations

from typing import Any

import pytest

from evals import specs
from evals.recognizers import dates, numbers
from evals.specs import number_of, wanted_of


def result(text: str, kind: str, **values: str) -> dict[str, Any]:
    """One expected date in the specs' own shape."""
    return {"Text": text, "TypeName": f"datetimeV2.{kind}", "Resolution": {"values": [values]}}


def number(text: str, value: str, subtype: str = "integer") -> dict[str, Any]:
    """One expected number in the specs' own shape."""
    return {"Text": text, "TypeName": "number", "Resolution": {"value": value, "subtype": subtype}}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (result("3pm", "time", timex="T15"), specs.CLOCK),
        (result("two days", "duration", timex="P2D"), specs.DURATION),
        (result("every monday", "set", timex="XXXX-WXX-1"), specs.REPEATED),
        (result("easter", "date", value="2018-04-01"), specs.MOVABLE),
        (result("5/12", "date", value="2018-05-12"), specs.STROKES),
        (result("to date", "daterange", timex="PRESENT_REF"), specs.NOW),
        (result("the year", "daterange", timex="2018"), specs.BARE),
        (result("feb 30", "date", timex="XXXX-02-30"), specs.NO_SUCH),
        (result("friday in 3 days", "date", value="2018-02-02"), specs.MERGED),
        (result("school year", "daterange", timex="SY2008"), specs.SCHOOL),
        (result("summer", "daterange", timex="SU"), specs.SEASON),
        (result("the 1990s", "daterange", timex="(1990-01-01,2000-01-01,P10Y)"), specs.DECADE),
        (result("last 3 months", "daterange", timex="(2018-01-01,2018-04-01,P3M)"), specs.COUNTED),
        (result("that week", "daterange", timex="XXXX-WXX", Mod="ref_undef"), specs.UNSETTLED),
    ],
)  # fmt: skip
def test_each_reason_for_being_out_of_scope(told: dict[str, Any], reason: str) -> None:
    """What reports do not say, or what has no ISO value, is left out under its own reason."""
    assert wanted_of(told, told["Text"]).reason == reason


@pytest.mark.parametrize(
    ("told", "right", "wrong"),
    [
        (result("may 3", "date", value="2018-05-03"), ["2018-05-03"], ["2018-05"]),
        (result("two months ago", "date", value="2018-05-03"), ["2018-05"], ["2018"]),
        (result("two years ago", "date", value="2018-05-03"), ["2018"], ["2017"]),
        (result("last may", "daterange", timex="2018-05"), ["2018-05"], ["2018"]),
        (result("last week", "daterange", timex="2018-W11", start="2018-03-12", end="2018-03-19"), ["2018-03"],
         ["2018-04", "2018-03-19"]),
        (result("since 2010", "daterange", timex="2010", Mod="since", start="2010-01-01"), ["2010"],
         ["2010-01", "2009"]),
        (result("since may 3, 2010", "daterange", timex="2010-05-03", Mod="since", start="2010-05-03"), ["2010-05-03"],
         ["2010"]),
        (result("end of 2000", "daterange", timex="2000", Mod="end", start="2000-07-01", end="2001-01-01"), ["2000-12"],
         ["2001"]),
    ],
)  # fmt: skip
def test_what_counts_as_the_same_date(told: dict[str, Any], right: list[str], wrong: list[str]) -> None:
    """A date is held against the precision that its words give."""
    (group,) = wanted_of(told, told["Text"]).values
    assert set(right) <= group
    assert not set(wrong) & group


def test_a_stretch_asks_for_both_of_its_ends() -> None:
    """"From 2014 to 2018" is right only where both years are read."""
    ends = {"start": "2014-01-01", "end": "2018-01-01"}
    told = result("from 2014 to 2018", "daterange", timex="(2014-01-01,2018-01-01,P4Y)", **ends)
    first, last = wanted_of(told, told["Text"]).values
    assert "2014" in first
    assert "2018" in last
    assert "2014" not in last


@pytest.mark.parametrize(
    ("told", "text", "reason"),
    [
        (number("-5", "-5"), "-5", specs.NEGATIVE), (number("10^5", "100000", "power"), "10^5", specs.POWER),
        (number("1 over 3", "0.33", "fraction"), "1 over 3", specs.FRACTION),
        (number("two thirds", "0.67", "fraction"), "two thirds", ""),
        (number("168", "168"), "192.168.1.2", specs.LABEL), (number("12", "12"), "12 firms", ""),
        (number("x", "None"), "x", specs.UNRESOLVED),
    ],
)  # fmt: skip
def test_numbers_out_of_scope(told: dict[str, Any], text: str, reason: str) -> None:
    """A number is left out where it is arithmetic, a label, or below nought."""
    assert number_of(told, "number", text)[2] == reason


def test_a_unit_before_its_number_is_out_of_scope() -> None:
    """"Percent of ten" is no percentage that a report would print."""
    assert number_of(number("percent of ten", "10%"), "percent")[2] == specs.UNIT_FIRST


def test_ranges_keep_their_open_ends() -> None:
    """An open end has no bound."""
    assert number_of(number("more than 5", "(5,)"), "range") == (5.0, None, "")
    assert number_of(number("below 0", "(,-5)"), "range")[2] == specs.NEGATIVE


def test_cases_are_scored_by_value_and_place() -> None:
    """One point for each expected result that a reading overlaps with the same value."""
    context = {"ReferenceDateTime": "2019-03-14T00:00:00"}
    right, wrong = (result("last year", "daterange", timex=year) for year in ("2018", "2017"))
    cases: list[dict[str, Any]] = [
        {"Input": "It closed last year.", "Context": context, "Results": [right]},
        {"Input": "It closed last year.", "Context": context, "Results": [wrong]},
        {"Input": "At 3pm", "Context": context, "Results": [result("3pm", "time", timex="T15")]},
        {"Input": "Nothing here", "Context": context, "Results": []},
    ]
    score, outside = dates(cases, "en", errors=False)
    assert (score["wanted"], score["right"], score["nothing read"]) == (2, 1, 1)
    assert outside == {specs.CLOCK: 1}


def test_a_share_is_a_percentage() -> None:
    """Two thirds as 0.67 and as 66.7 percent are the same number."""
    cases = [{"Input": "two thirds of firms", "Results": [number("two thirds", "0.66667", "fraction")]}]
    assert numbers(cases, "en", "number", errors=False)[0]["right"] == 1
