"""Dates are resolved against the day of publication, at the precision their words give."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract.dates import When, find_dates
from synopticon.extract.moments import day_near, parse, point, shift_months

THURSDAY = "2019-03-14"


def values(text: str, reference: str | None = THURSDAY, language: str = "en") -> list[str | None]:
    """The values of all dates of a text."""
    return [when.value for when in find_dates(text, reference=reference, language=language)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It met on June 3, 2017.", "2017-06-03"), ("It met on 3 June 2017.", "2017-06-03"),
        ("It met on the 3rd of June 2017.", "2017-06-03"), ("It met on Dec. 31.", "2018-12-31"),
        ("Sept 4, 2021", "2021-09-04"), ("2017-06-03", "2017-06-03"), ("06/03/2017", "2017-06-03"),
        ("25/12/2017", "2017-12-25"), ("It began in June 2017.", "2017-06"), ("It began in 2017.", "2017"),
        ("By February 2017, it had users.", "2017-02"), ("Since 9 February it was shut.", "2019-02-09"),
        ("Tuesday, March 5, 2019", "2019-03-05"), ("It fell in mid-2018.", "2018"),
        ("the first half of 2018", "2018"), ("the first quarter of 2018", "2018"), ("Q1 2018", "2018"),
        ("at the end of 2016", "2016-12"), ("by the end of 2021", "2021"), ("in late May", "2018-05"),
        ("in the spring of 2016", "2016"), ("as of March 31, 2018", "2018-03-31"),
    ],
)  # fmt: skip
def test_calendar_dates(said: str, value: str) -> None:
    """Days, months, quarters, seasons and years, in the orders that reports write them."""
    assert values(said) == [value]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("He said so on Tuesday.", "2019-03-12"), ("He said so on Thursday.", "2019-03-14"),
        ("He said so last Thursday.", "2019-03-07"), ("He will speak on Friday.", "2019-03-15"),
        ("It opens next Friday.", "2019-03-15"), ("It closed on Thursday of last week.", "2019-03-07"),
        ("It closed yesterday.", "2019-03-13"), ("It closed today.", "2019-03-14"),
        ("It closes tomorrow.", "2019-03-15"),
        ("It closed last night.", "2019-03-13"), ("It closed this week.", "2019-03"),
        ("It closed last month.", "2019-02"),
        ("It opens next month.", "2019-04"), ("It closed last year.", "2018"), ("It closed earlier this year.", "2019"),
        ("It closed two years ago.", "2017"), ("It closed two months ago.", "2019-01"),
        ("It closed three days ago.", "2019-03-11"), ("It closed in June.", "2018-06"),
        ("It is to open in June.", "2019-06"), ("It closed last June.", "2018-06"), ("It opens next June.", "2019-06"),
        ("It stood so at the end of last year.", "2018-12"), ("It must open by the end of the year.", "2019"),
        ("It stood so at the start of the year.", "2019-01"), ("It closed last autumn.", "2018"),
        ("A year ago tomorrow it closed.", "2018-03-15"),
        ("The vote is on July 18; it is to be held then.", "2019-07-18"),
    ],
)  # fmt: skip
def test_dates_relative_to_the_publication(said: str, value: str) -> None:
    """What is counted from the day of publication looks back unless the words look forward."""
    assert values(said) == [value]


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("It was shut on April 2, 2018. It opened the same day.", "2018-04-02"),
        ("It was shut on April 2, 2018. It opened two days later.", "2018-04-04"),
        ("It was shut on April 2, 2018. It opened a week later.", "2018-04-09"),
        ("It was shut on April 2, 2018 and opened the next day.", "2018-04-03"),
        ("It was 62 per cent in 2018, against 38 two years earlier.", "2016"),
        ("It had 5 users in September 2018, and 4 a year earlier.", "2017-09"),
        ("It passed on April 2, 2018. The firm closed in June of that year.", "2018-06"),
        ("The app came back on Saturday, eight days after the office cut it off.", "2019-03-01"),
        ("It began on March 30, 2012. It was off from March 31 to April 3.", "2012-04-03"),
        ("They led on April 2, 2018; others followed on the 28th.", "2018-04-28"),
    ],
)
def test_dates_counted_from_the_date_told_before(said: str, last: str) -> None:
    """"Two days later" and its like count from the date that the text told last."""
    assert values(said)[-1] == last


def test_a_range_keeps_both_ends() -> None:
    """"March 18 to 24" is told by its first day, with the last beside it."""
    (when,) = find_dates("It ran from March 18 to 24, 2018.", reference=THURSDAY)
    assert (when.value, when.until) == ("2018-03-18", "2018-03-24")
    assert values("It ran between 2013 and 2017.") == ["2013", "2017"]


@pytest.mark.parametrize(
    "said", ["the 1990s", "the same day", "It is now shut.", "several years ago", "three days later"]
)
def test_what_cannot_be_resolved_has_no_value(said: str) -> None:
    """A date that nothing settles is found, but says nothing."""
    assert values(said) == [None]


@pytest.mark.parametrize("said", ["on Tuesday", "last year", "June 3", "yesterday", "last month", "in the spring"])
def test_without_a_publication_date_nothing_relative_resolves(said: str) -> None:
    """No reference, no guess."""
    assert values(said, reference=None) == [None]


@pytest.mark.parametrize(("reference", "said", "value"), [
    ("2018-08", "last year", "2017"), ("2018-08", "last month", "2018-07"), ("2018-08", "in June", "2018-06"),
    ("2018-08", "on Tuesday", None), ("2018", "last year", "2017"), ("2018", "in June", None),
])  # fmt: skip
def test_a_coarse_publication_date_settles_only_coarse_dates(reference: str, said: str, value: str | None) -> None:
    """A report dated by its month knows no weekdays."""
    assert values(said, reference=reference) == [value]


@pytest.mark.parametrize(
    "said",
    ["at 10:15", "2000 members", "some 2017 users", "Theresa May spoke", "You may go.", "They march on.", "Fridays",
     "of 2000 employees", "version 2019.1", "$2019", "room 2017b"],
)  # fmt: skip
def test_what_is_no_date(said: str) -> None:
    """Clock times, counts, names and verbs are not dates."""
    assert values(said) == []


def test_the_hint_on_tense_overrides_the_words() -> None:
    """A caller that knows the clause's tense is believed."""
    assert [w.value for w in find_dates("on Friday", reference=THURSDAY, past=True)] == ["2019-03-08"]
    assert [w.value for w in find_dates("on Friday", reference=THURSDAY, past=False)] == ["2019-03-15"]


def test_now_has_its_own_kind() -> None:
    """"Currently" is marked as now, so that a caller may take the publication date for it."""
    assert [w.kind for w in find_dates("It currently has a branch.", reference=THURSDAY)] == ["now"]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2017年8月25日成立", "2017-08-25"), ("8月25日成立", "2018-08-25"), ("六月二十八日成立", "2018-06-28"),
        ("去年底成立", "2018-12"), ("2020年底", "2020-12"), ("今年初成立", "2019"), ("今年", "2019"),
        ("本月成立", "2019-03"),
        ("上个月成立", "2019-02"), ("上周二开会", "2019-03-05"), ("周二开会", "2019-03-12"),
        ("下周一将开会", "2019-03-18"),
        ("昨天开会", "2019-03-13"), ("上月18日拘捕", "2019-02-18"), ("去年12月成立", "2018-12"),
        ("将于明年1月31日退任", "2020-01-31"),
        ("二〇一七年八月", "2017-08"), ("民国107年", "2018"), ("八年前成立", "2011"), ("15日开会", "2019-02-15"),
        ("自4月1日起施行", "2019-04-01"), ("拟于六月开幕", "2019-06"), ("2018年上半年", "2018"),
    ],
)  # fmt: skip
def test_chinese_dates(said: str, value: str) -> None:
    """Simplified and traditional, figures and characters, resolved by the same rules."""
    assert values(said, language="zh") == [value]


def test_chinese_days_take_their_month_from_the_date_before() -> None:
    """同日 and a bare 12日 stand on the date told just before."""
    assert values("2018年5月8日签约。同日公告，12日生效。", language="zh") == ["2018-05-08", "2018-05-08", "2018-05-12"]


def test_vague_chinese_dates_have_no_value() -> None:
    """日前 says that it was lately, and no more."""
    assert values("日前，公司成立党委。", language="zh") == [None]


PIECES = st.sampled_from(
    ["on ", "last ", "next ", "Tuesday", "June", " 3", "3rd", ", ", "2017", "the ", "end of ", "year", " ago", "two ",
     "days ",
     "later", "-", "/", "31", "February", " 30", ". ", "\n", "去年", "年", "2月", "30日", "上周", "二"]
)  # fmt: skip
REFERENCES = st.sampled_from([None, "2019", "2019-02", "2020-02-29", "0001-01-01", "9999-12-31", "junk"])


def _lawful(found: list[When], text: str) -> None:
    last = 0
    for when in found:
        assert last <= when.start < when.end <= len(text)
        last = when.end
        for value in (when.value, when.until):
            assert value is None or (parse(value) is not None and parse(value).iso == value)  # type: ignore[union-attr]


@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)),
    REFERENCES,
    st.sampled_from(["en", "zh"]),
)
def test_dates_keep_their_laws(text: str, reference: str | None, language: str) -> None:
    """Whatever the text and reference: spans lie in the text, in order and apart, and values are real dates."""
    _lawful(find_dates(text, reference=reference, language=language), text)


@given(st.dates(), st.dates())
def test_a_full_iso_date_is_read_as_itself(day: object, reference: object) -> None:
    """An ISO date between 1500 and 2099 is its own value, whatever the publication date."""
    said = str(day)
    if "1500" <= said[:4] <= "2099":
        assert values(f"on {said}", reference=str(reference)) == [said]


@given(st.integers(min_value=-5000, max_value=5000))
def test_months_step_there_and_back(months: int) -> None:
    """Stepping by months and back again comes to the same month."""
    start = parse("2019-03")
    there = shift_months(start, months)
    assert there is None or shift_months(there, -months) == start


def test_a_bare_leap_day_finds_its_year() -> None:
    """February 29 in a report of 2019 is that of 2016, not an error."""
    assert day_near(parse("2019-03-14"), 2, 29, direction=-1) == point(2016, 2, 29)


@pytest.mark.parametrize(
    "piece",
    ["1", "1-", "on ", "June ", "the ", "2016 ", "last ", "\n", "Friday ", "the early ", "twenty ",
     "in two ", "nineteen ninety ", "2 weeks after ", "the 15th day of ", "from May to "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Twice the text takes about twice the time, for runs that make careless patterns explode."""
    text = piece * (8_000 // len(piece))

    def seconds(words: str) -> float:
        start = time.process_time()
        find_dates(words, reference=THURSDAY)
        return time.process_time() - start

    seconds(text)
    assert seconds(text * 4) < 12 * max(seconds(text), 0.002)
