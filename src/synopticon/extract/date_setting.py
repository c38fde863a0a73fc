"""What a date is resolved against, and what reading one yields."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from synopticon.extract.moments import Point, shift_days, shift_months, shift_years, weekday_of_week
from synopticon.extract.tense import Tenses


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words of one date say: its value, the end of the range if it names one, and its kind."""

    value: Point | None
    until: Point | None = None
    kind: str = "date"


@dataclass(slots=True, kw_only=True)
class Setting:
    """What a date is resolved against. ``told`` is the date told of last; ``told_end`` where its words ended."""

    text: str
    reference: Point | None
    past: bool | None
    tenses: Tenses
    told: Point | None = None
    told_end: int = 0
    told_kind: str = ""
    told_named: bool = False  # the year of the date told of was written out
    told_line: bool = False  # a year alone opened this line, as in a chronicle

    def direction(self, start: int, end: int) -> int:
        """-1 where the words look back, +1 where they look forward, 0 where nothing says."""
        if self.past is None and AHEAD.search(self.before(start, 40)):
            return 1
        past = self.tenses.past(start, end) if self.past is None else self.past
        return 0 if past is None else -1 if past else 1

    def before(self, start: int, length: int = 14) -> str:
        """The few characters before a place, in lower case."""
        return self.text[max(0, start - length) : start].lower()


# "pencilled in for", "adjourned until": what follows is still to come when it is written
# "pencilled in for", "adjourned until": what follows is still to come when it is written
AHEAD = re.compile(
    r"\b(?:[a-z]+ed(?: in| down)? for|(?:adjourned|postponed|delayed|deferred|extended|remanded|moved)(?: \S+){0,2} "
    r"(?:until|to)) (?:the )?$"
)
Reader = Callable[["re.Match[str]", Setting], Reading | None]


def unit_at(base: Point | None, unit: str, step: int) -> Point | None:
    """The day, month or year ``step`` units from ``base``; a week or weekend is told by its month."""
    if unit == "day":
        return shift_days(base, step)
    if unit in ("week", "weekend", "fortnight"):
        if base is None or base.exact is None:
            return base if base and base.month else None
        days = 14 if unit == "fortnight" else 7
        moved = weekday_of_week(base, 5, step) if unit == "weekend" else shift_days(base, days * step)
        return moved.to_month() if moved else None
    if unit == "month":
        return shift_months(base, step)
    if unit == "quarter":
        moved = shift_months(base, 3 * step)
        return moved.to_year() if moved else None
    return shift_years(base, step) if unit == "year" else None
