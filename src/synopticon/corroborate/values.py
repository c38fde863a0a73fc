"""Values as intervals: when two figures, or two dates, can both hold.

"More than 800" and 812 agree; "8.4 million" and 8,420,000 agree, because a figure is only as exact as its last
written digit; "in 2013" and "in March 2013" overlap. All of these relations are symmetric.
"""

from __future__ import annotations

import calendar
import datetime
import math
import re
from dataclasses import dataclass

from synopticon.records import Quantity

Period = tuple[str, str]  # first and last day, ISO 8601; strings of one shape sort as dates

# How far one unit of a scale word reaches; the word stands after the last written digit.
_SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9,
    "千": 1e3, "万": 1e4, "萬": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "億": 1e8, "万亿": 1e12, "萬億": 1e12,
}  # fmt: skip
_WRITTEN = re.compile(
    rf"\d(?:\.(?P<decimals>\d+))?[\s-]*(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})", re.IGNORECASE
)
_DECIMALS = re.compile(r"\d\.(\d+)")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Every number that a figure may stand for; ends are infinite where it is open."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high


def interval(quantity: Quantity) -> Interval:
    """The numbers that ``quantity`` may stand for, given how exactly it was written.

    A figure written with a scale word or decimals reaches half a unit of its last written digit both ways; one that
    is said to be approximate, half a unit of its last digit that is not zero.
    """
    low = -math.inf if quantity.low is None else quantity.low - _slack(quantity, quantity.low)
    high = math.inf if quantity.high is None else quantity.high + _slack(quantity, quantity.high)
    return Interval(low=min(low, high), high=max(low, high))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both figures can hold of the same thing at the same time."""
    return interval(one).meets(interval(other))


def period(date: str | None) -> Period | None:
    """The days that an ISO 8601 date at any precision covers; ``None`` when it is none."""
    match = _DATE.match(date or "")
    if not match:
        return None
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if day is not None:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    number = int(month)
    last = calendar.monthrange(int(year), number)[1] if 1 <= number <= 12 and int(year) else 31
    return f"{year}-{month}-01", f"{year}-{month}-{last:02d}"


def reaching_back(found: Period | None, days: int) -> Period | None:
    """The period begun ``days`` earlier."""
    if found is None:
        return None
    try:
        first = datetime.date.fromisoformat(found[0]) - datetime.timedelta(days=days)
    except (ValueError, OverflowError):
        return found
    return first.isoformat(), found[1]


def overlap(one: Period | None, other: Period | None) -> bool:
    """Whether two periods share a day. An unknown period may be any, so it overlaps with all."""
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def before(one: Period | None, other: Period | None) -> bool:
    """Whether ``one`` is surely over when ``other`` begins; never so of an unknown period."""
    return one is not None and other is not None and one[1] < other[0]


def _slack(quantity: Quantity, number: float) -> float:
    unit = _written_unit(quantity.text)
    if quantity.approx and number:
        unit = max(unit, _last_digit(number))
    return unit / 2


def _written_unit(text: str) -> float:
    """The worth of one step of the last written digit: 100,000 in "8.4 million"; 0 for a plain whole number."""
    match = _WRITTEN.search(text)
    if match:
        return float(_SCALES[match["scale"].lower()] / 10 ** len(match["decimals"] or ""))
    match = _DECIMALS.search(text)
    return float(10 ** -len(match[1])) if match else 0.0


def _last_digit(number: float) -> float:
    """The worth of one step of the last digit that is not zero: 100 in 800, 1 in 14."""
    whole = round(abs(number))
    if not whole or whole != abs(number):
        return 1.0
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return float(10**zeros)
