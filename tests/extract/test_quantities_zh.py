"""Chinese quantities: bounds, shares, mixed numerals, and two bounds that make one interval."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract.numerals_zh import value_of
from synopticon.extract.quantities import find_quantities


def found(text: str) -> list[tuple[float | None, float | None, str | None]]:
    """Bounds and unit of all quantities of a text."""
    return [(one.low, one.high, one.unit) for one in find_quantities(text, "zh")]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("5万4千6百", 54_600), ("7万5千4百", 75_400), ("1千零20", 1_020), ("3万4000", 34_000), ("一千零十二", 1_012),
        ("五兆六十二亿四万五千二", 5_006_200_045_200), ("二百五", 250), ("三万二", 32_000), ("2亿3000万", 230_000_000),
    ],
)  # fmt: skip
def test_mixed_numerals(said: str, value: float) -> None:
    """Figures and characters in one number; a closing digit stands for the next lower place."""
    assert value_of(said) == value
    assert [(low, high) for low, high, _ in found(f"共有{said}人")] == [(value, value)]


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("大于等于100人", 100, None), ("大于或者等于100人", 100, None), ("不小于30人", 30, None), ("≥50人", 50, None),
        ("超过了80人", 80, None), ("至少有10人", 10, None), ("至少是3人", 3, None), ("三十人或者以上", 30, None),
        ("五百或更多", 500, None), ("最多为5人", None, 5), ("小于等于35人", None, 35), ("不大于50人", None, 50),
        ("<= 100人", None, 100), ("170之下", None, 170), ("一到五个", 1, 5), ("20 - 100个", 20, 100),
    ],
)  # fmt: skip
def test_bounds(said: str, low: float | None, high: float | None) -> None:
    """Words and signs that open one end, before or behind the number, and ranges."""
    assert [(one[0], one[1]) for one in found(said)] == [(low, high)]


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("大于100并且小于300", 100, 300), ("大于12小于50", 12, 50), ("最多100，最少20个", 20, 100),
        ("1000以上，1500以下", 1000, 1500),
    ],
)  # fmt: skip
def test_two_bounds_make_one_interval(said: str, low: float, high: float) -> None:
    """Two open intervals side by side that bound one another are one closed interval."""
    assert [(one[0], one[1]) for one in found(said)] == [(low, high)]


@pytest.mark.parametrize("said", ["大于300小于100", "超过30人，超过50家", "大于10。小于20"])
def test_bounds_that_do_not_meet_stay_two(said: str) -> None:
    """Two that contradict, point the same way, or stand in two sentences are no interval."""
    assert len(found(said)) == 2


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("三成", 30), ("2.5成", 25), ("八点五成", 85), ("十成", 100), ("七成六", 76), ("半成", 5), ("两成半", 25),
        ("五折", 50), ("75折", 75), ("三八折", 38), ("9.9折", 99), ("百分之三十", 30), ("千分之五", 0.5),
    ],
)  # fmt: skip
def test_shares(said: str, value: float) -> None:
    """Tenths, and what is left of a price, are percentages."""
    assert found(said) == [(value, value, "percent")]


@pytest.mark.parametrize("said", ["公司成立", "两折腾", "一成不变的成绩", "三成员国"])
def test_characters_that_only_look_like_shares(said: str) -> None:
    """成 and 折 in other words are no tenths of anything."""
    assert all(unit != "percent" for _, _, unit in found(said))


@given(st.text(alphabet="零一二两三十百千万亿兆成折点到至多余以上下大小于等，、 0123456789.%≥≤<>=-", max_size=60))
def test_any_characters_are_read(text: str) -> None:
    """No text raises; spans lie in the text, in order and apart, and bounds are ordered."""
    last = 0
    for one in find_quantities(text, "zh"):
        assert last <= one.start < one.end <= len(text)
        last = one.end
        assert one.low is None or one.high is None or one.low <= one.high


@pytest.mark.parametrize("piece", ["万", "5千", "大于", "大于1小于", "一到", "成", "1 - ", "零1"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Four times the text takes about four times the time."""
    text = piece * (6_000 // len(piece))

    def seconds(words: str) -> float:
        start = time.process_time()
        find_quantities(words, "zh")
        return time.process_time() - start

    seconds(text)
    assert seconds(text * 4) < 12 * max(seconds(text), 0.002)
