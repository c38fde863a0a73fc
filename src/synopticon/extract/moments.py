"""Days, months and years at the precision given, and stepping between them.

A :class:`Point` is what an ISO 8601 date of any precision says: ``2017``, ``2017-07`` or ``2017-07-01``. Nothing here
makes a date more precise than the words it came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
# In the open annotated passages no bare day lies more than 320 days from its report, and some "past" ones lie ahead.
FARTHEST, NEAREST = timedelta(days=320), timedelta(days=46)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A year, a month of it or a day of that; ``month`` and ``day`` are ``None`` where they are not given."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 at this point's precision."""
        if self.month is None:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    @property
    def exact(self) -> date | None:
        """The day as a ``date``, if the point is a day."""
        return None if self.month is None or self.day is None else date(self.year, self.month, self.day)

    def to_month(self) -> Point:
        """This point without its day."""
        return Point(year=self.year, month=self.month)

    def to_year(self) -> Point:
        """The year alone."""
        return Point(year=self.year)


def parse(value: str | None) -> Point | None:
    """Read an ISO date of any precision (a time behind it is ignored); ``None`` where it is none."""
    match = ISO.match(value or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return point(year or 0, month, day)


def point(year: int, month: int | None = None, day: int | None = None) -> Point | None:
    """A point of the calendar, or ``None`` for a day that does not exist."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    return Point(year=year, month=month, day=day)


def from_date(day: date) -> Point:
    """The point of one day."""
    return Point(year=day.year, month=day.month, day=day.day)


def shift_days(start: Point | None, days: int) -> Point | None:
    """``start`` moved by days; ``None`` unless it is a day."""
    if start is None or start.exact is None:
        return None
    try:
        return from_date(start.exact + timedelta(days=days))
    except OverflowError:
        return None


def shift_months(start: Point | None, months: int) -> Point | None:
    """The month ``months`` after ``start``'s month, without a day; ``None`` where ``start`` has no month."""
    if start is None or start.month is None:
        return None
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return point(years, month + 1)


def shift_years(start: Point | None, years: int) -> Point | None:
    """The year ``years`` after ``start``'s year."""
    return None if start is None else point(start.year + years)


def weekday_near(reference: Point | None, weekday: int, *, direction: int, strict: bool) -> Point | None:
    """The nearest ``weekday`` (Monday is 0) before (-1) or after (+1) a day; ``strict`` leaves out the day itself."""
    if reference is None or reference.exact is None:
        return None
    away = (weekday - reference.exact.weekday()) * direction % 7
    if away == 0 and strict:
        away = 7
    return shift_days(reference, away * direction)


def weekday_of_week(reference: Point | None, weekday: int, weeks: int) -> Point | None:
    """The ``weekday`` of the week (Monday to Sunday) that lies ``weeks`` after the reference's own."""
    if reference is None or reference.exact is None:
        return None
    return shift_days(reference, weekday - reference.exact.weekday() + 7 * weeks)


def month_near(reference: Point | None, month: int, *, direction: int, strict: bool) -> Point | None:
    """The nearest ``month`` at or before (-1), or at or after (+1), the reference's; ``strict`` leaves out its own."""
    if reference is None:
        return None
    if reference.month is None:
        return None
    away = (month - reference.month) * direction % 12
    if away == 0 and strict:
        away = 12
    return shift_months(reference, away * direction)


def day_near(reference: Point | None, month: int, day: int, *, direction: int) -> Point | None:
    """The nearest day ``month``-``day`` at or before (-1), at or after (+1) or on either side (0) of the reference."""
    if reference is None or reference.month is None:
        return None
    here = date(reference.year, reference.month, reference.day or 15)
    years = [y for y in range(reference.year - 4, reference.year + 5) if point(y, month, day)]
    days = [date(y, month, day) for y in years]
    if not days:
        return None
    nearest = min(days, key=lambda d: abs(d - here))
    # a report dated only by its month may tell of any day of that month
    same = [d for d in days if reference.day is None and (d.year, d.month) == (here.year, here.month)]
    toward = same or [d for d in days if (d - here).days * direction >= 0]
    wanted = min(toward, key=lambda d: abs(d - here), default=nearest)
    # nobody leaves the year out of a day that lies eleven months away when its namesake is next week
    far = abs(wanted - here) > FARTHEST and abs(nearest - here) < NEAREST
    return from_date(nearest if far or not direction else wanted)
