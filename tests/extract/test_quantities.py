"""Quantities are read as the intervals that their own words give."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract.numerals import find_numerals, percent
from synopticon.extract.numerals_zh import value_of
from synopticon.extract.quantities import Measure, find_quantities


def only(text: str, language: str = "en") -> Measure:
    """The one measure of a text."""
    found = find_quantities(text, language)
    assert len(found) == 1, [(text[m.start : m.end], m) for m in found]
    return found[0]


def bounds(measure: Measure) -> tuple[float | None, float | None, bool]:
    """What is compared: both ends and whether they are approximate."""
    return measure.low, measure.high, measure.approx


@pytest.mark.parametrize(
    ("said", "low", "high", "approx"),
    [
        ("304 members", 304, 304, False),
        ("more than 800 members", 800, None, False),
        ("at least 34 firms", 34, None, False),
        ("over 5,000 users", 5000, None, False),
        ("upwards of 70 sites", 70, None, False),
        ("no fewer than 12 firms", 12, None, False),
        ("20 or more accounts", 20, None, False),
        ("50+ channels", 50, None, False),
        ("up to 50 posts", None, 50, False),
        ("fewer than 20 cells", None, 20, False),
        ("as many as 500 staff", None, 500, False),
        ("no more than 3 seats", None, 3, False),
        ("nearly 8,000 members", None, 8000, True),
        ("almost 90 branches", None, 90, True),
        ("just under 300 members", None, 300, True),
        ("just over 300 members", 300, None, True),
        ("about 140 groups", 140, 140, True),
        ("some 300 pages", 300, 300, True),
        ("300 or so pages", 300, 300, True),
        ("roughly 20 million people", 20_000_000, 20_000_000, True),
        ("60-odd shops", 60, 60, True),
        ("hundreds of people", 100, 999, True),
        ("tens of thousands of readers", 10_000, 99_999, True),
        ("dozens of sites", 24, 99, True),
        ("a dozen firms", 12, 12, True),
        ("two dozen firms", 24, 24, True),
        ("more than a dozen firms", 12, None, False),
        ("half a million accounts", 500_000, 500_000, True),
        ("between 5 and 10 members", 5, 10, False),
        ("5-10 members", 5, 10, False),
        ("5 to 6 million viewers", 5_000_000, 6_000_000, False),
        ("the total hovers around the 12 million mark", 12_000_000, 12_000_000, True),
    ],
)
def test_modifiers_set_the_bounds(said: str, low: float | None, high: float | None, approx: bool) -> None:
    """Each way of hedging a count opens or closes the interval as the codebook says."""
    assert bounds(only(said)) == (low, high, approx)
    assert only(said).unit is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("1,300 shops", 1300), ("1.3m users", 1_300_000), ("1.3bn users", 1_300_000_000),
        ("69 million users", 69_000_000), ("twenty-one shops", 21), ("one hundred and four shops", 104),
        ("3 lakh voters", 300_000), ("2 crore voters", 20_000_000), ("a hundred and six shops", 106),
        ("two and a half million users", 2_500_000), ("three hundred and ten million users", 310_000_000),
        ("1,00,000 voters", 100_000),
    ],
)  # fmt: skip
def test_words_and_figures_have_their_value(said: str, value: float) -> None:
    """Figures, abbreviations, words and the Indian system all come to the same numbers."""
    assert bounds(only(said)) == (value, value, False)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("14 percent of staff", 14, 14), ("6.5 per cent of staff", 6.5, 6.5), ("80% of staff", 80, 80),
        ("one in five workers", 20, 20), ("seven in ten of them", 70, 70), ("a third of them", 33.3, 33.3),
        ("two-thirds of them", 66.7, 66.7), ("three quarters of them", 75, 75), ("14 out of 16 do", 87.5, 87.5),
        ("more than one-fifth of them", 20, None), ("more than half of them", 50, None),
        ("fewer than one reader in four is online", None, 25), ("every eighth employee", 12.5, 12.5),
        ("less than one percent", None, 1), ("from 50 to 70 percent", 50, 70),
    ],
)  # fmt: skip
def test_shares_are_percentages(said: str, low: float | None, high: float | None) -> None:
    """Percent signs, fractions and ratios in words all become a percentage from 0 to 100."""
    measure = only(said)
    assert (measure.low, measure.high, measure.unit) == (low, high, "percent")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("$5 million", "money"), ("€15m", "money"), ("10.7 million yuan", "money"), ("RMB 20 million", "money"),
        ("500 rupees", "money"), ("the 431st", "ordinal"), ("a 42-year-old", "age"), ("Mr Quill, 38, resigned", "age"),
        ("five days", "duration"), ("30 km", "measure"), ("2 percentage points", "points"),
        ("ten times as many", "times"),
    ],
)  # fmt: skip
def test_units_tell_other_quantities_from_counts(said: str, unit: str) -> None:
    """Money, ages, durations, places in a row and measures carry their unit, so that no count is made of them."""
    assert only(said).unit == unit


@pytest.mark.parametrize(
    "said",
    [
        "In 2017 it opened", "since 2018", "on March 5", "at 10:15", "Article 9 says", "Section 12 of it",
        "Windows 10", "version 3.2.1", "call 555-123-4567", "a 4chan thread", "the G20", "one of them", "no one",
        "the first half", "half-day", "2017-06-03", "9/11", "10.15 The chair stepped down",
        "http://example.org/a/300", "99999999999999999999999",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_count(said: str) -> None:
    """Years, dates, times, labels, telephone and version numbers, names and pronouns yield no plain count."""
    assert [m for m in find_quantities(said) if m.unit is None] == []


def test_the_span_covers_modifiers_and_unit() -> None:
    """The words quoted for a quantity hold everything its bounds were read from."""
    text = "By spring it had more than 69 million users, about 14 percent of them abroad."
    assert [text[m.start : m.end] for m in find_quantities(text)] == ["more than 69 million", "about 14 percent"]


def test_a_denied_excess_closes_the_top() -> None:
    """"Does not exceed 30" is at most 30, not at least."""
    assert bounds(only("The figure does not exceed 30.")) == (None, 30, False)
    assert bounds(only("The figure exceeds 30.")) == (30, None, False)


def test_a_second_figure_takes_what_it_leaves_out() -> None:
    """"From 27.8 percent to 30.5" has two percentages, "from 1.3 million to 1.1" two counts in millions."""
    first, second = find_quantities("It rose to 30.5 percent from 27.8.")
    assert (first.unit, second.unit, second.low) == ("percent", "percent", 27.8)
    first, second = find_quantities("The show slipped from 1.3 million to 1.1.")
    assert second.low == pytest.approx(1_100_000)


@pytest.mark.parametrize(
    ("said", "low", "high", "approx", "unit"),
    [
        ("党员二百五十名", 250, 250, False, None), ("党员1.2万余名", 12_000, None, False, None),
        ("网民8亿多", 800_000_000, None, False, None), ("約2184萬人", 21_840_000, 21_840_000, True, None),
        ("逾三千人", 3000, None, False, None), ("至少27人", 27, None, False, None),
        ("不到两百家", None, 200, False, None),
        ("数百人", 100, 999, True, None), ("上百人", 100, None, True, None), ("四十来名", 40, 40, True, None),
        ("近三成", None, 30, True, "percent"), ("两成半", 25, 25, False, "percent"),
        ("百分之八", 8, 8, False, "percent"), ("千分之五", 0.5, 0.5, False, "percent"),
        ("近四分之一", None, 25, True, "percent"), ("党员过半", 50, None, False, "percent"),
        ("三成出头", 30, None, False, "percent"), ("约17%", 17, 17, True, "percent"),
        ("罚款150万元", 1_500_000, 1_500_000, False, "money"), ("拘留五日", 5, 5, False, "duration"),
        ("转账500余万元", 5_000_000, None, False, "money"), ("二十几万人", 200_000, 290_000, True, None),
        ("16岁", 16, 16, False, "age"), ("从百分之三到百分之五不等", 3, 5, False, "percent"),
    ],
)  # fmt: skip
def test_chinese_quantities(said: str, low: float | None, high: float | None, approx: bool, unit: str | None) -> None:
    """Simplified and traditional, figures and characters: the same intervals as in English."""
    measure = only(said, "zh")
    assert (measure.low, measure.high, measure.approx, measure.unit) == (low, high, approx, unit)


@pytest.mark.parametrize("said", ["一起出席", "第五章", "2017年8月25日", "十分重要", "千万别信", "上周二开会"])
def test_chinese_words_that_hold_numbers_are_none(said: str) -> None:
    """Characters for numbers inside other words, and dates, are no quantities."""
    assert find_quantities(said, "zh") == []


@pytest.mark.parametrize(
    ("said", "value"), [("二百五", 250), ("三万二", 32_000), ("一百零五", 105), ("四億五千萬", 450_000_000),
    ("十二点五", 12.5)]
)
def test_chinese_numerals(said: str, value: float) -> None:
    """Shortened and written-out numbers come to their value."""
    assert value_of(said) == value


def test_percent_is_rounded_as_reports_write_it() -> None:
    """Exact at two decimals where that is exact, else one decimal."""
    assert [percent(1, 3), percent(11, 12), percent(15, 16), percent(1, 8)] == [33.3, 91.7, 93.75, 12.5]


PIECES = st.sampled_from(
    ["more than ", "nearly ", "about ", "between ", " and ", " to ", "5", "300", "1.3", "1,200", " million", "%",
     " percent",
     "$", "-", "one in ", "a third of ", "two", " hundred", "dozens", "or so", ". ", "\n", "约", "三成", "百分之", "万",
     "余", "名"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)), st.sampled_from(["en", "zh"]))
def test_measures_keep_their_laws(text: str, language: str) -> None:
    """Whatever the text: spans lie in it, in order and apart, and no interval is upside down."""
    last = 0
    for measure in find_quantities(text, language):
        assert last <= measure.start < measure.end <= len(text)
        last = measure.end
        assert measure.low is not None or measure.high is not None
        assert measure.low is None or measure.high is None or measure.low <= measure.high


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_every_whole_number_with_commas_is_read_back(number: int) -> None:
    """A number printed with thousands separators is read as itself."""
    numerals = find_numerals(f"It has {number:,} of them")
    assert [n.low for n in numerals] == [number]


@pytest.mark.parametrize("piece", ["1", "1-", "1,", "9 ", "one ", "more than ", "$", "12,345,", "1.2.", "+1 ", "in "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Twice the text takes about twice the time, for runs that make careless patterns explode."""
    text = piece * (8_000 // len(piece))

    def seconds(words: str) -> float:
        start = time.process_time()
        find_quantities(words)
        return time.process_time() - start

    seconds(text)
    assert seconds(text * 4) < 12 * max(seconds(text), 0.002)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        (">= 30 accounts", 30, None), ("> = 30 accounts", 30, None), ("<=30 accounts", None, 30),
        ("at least or equal to 30 accounts", 30, None), ("x>10", 10, None), ("y<20", None, 20),
    ],
)  # fmt: skip
def test_bounds_written_as_signs(said: str, low: float | None, high: float | None) -> None:
    """Signs of comparison bound a number, with or without spaces."""
    assert [(one.low, one.high) for one in find_quantities(said)] == [(low, high)]
