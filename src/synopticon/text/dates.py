"""Dates of publication as pages and datelines write them, as ISO 8601 at the precision written.

Only forms that mean one day anywhere: ``2017-08-25T10:00+08:00`` (the day as written, wherever the clock stood),
``20170825``, ``25 August 2017``, ``Aug. 25, 2017``, ``2017年8月25日``, ``25.08.2017``. Of ``08/09/2017`` nobody can
say which is the month, so it is no date here. Dates in the text of a report are another room's work.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
ISO = rf"(?<!\d)({_YEAR})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)"
DAY_FIRST = rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH}),?\s+({_YEAR})(?!\d)"
MONTH_FIRST = rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})(?!\d)"
CHINESE = rf"(?<!\d)({_YEAR})\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?[日号號]"
_FORMS = (
    (re.compile(ISO), "ymd"),
    (re.compile(CHINESE), "ymd"),
    (re.compile(DAY_FIRST, re.I), "dmy"),
    (re.compile(MONTH_FIRST, re.I), "mdy"),
    (re.compile(rf"(?<!\d)({_YEAR})(\d\d)(\d\d)(?!\d)"), "ymd"),
    (re.compile(rf"(?<!\d)(\d{{1,2}})\.(\d{{1,2}})\.({_YEAR})(?!\d)"), "dmy"),
)
_COARSE = (
    (re.compile(rf"({_YEAR})-(\d\d)"), "ym"),
    (re.compile(rf"({_YEAR})年(\d{{1,2}})月(?:号|號|刊)?"), "ym"),
    (re.compile(rf"({MONTH})\s+({_YEAR})", re.I), "my"),
    (re.compile(rf"({_YEAR})年?"), "y"),
)


def find_date(text: str) -> str | None:
    """The first full date in ``text``, or a month or year that is all of it; ``None`` if there is neither."""
    found = [
        (match.start(), iso)
        for form, order in _FORMS
        if (match := form.search(text)) is not None and (iso := _iso(match, order)) is not None
    ]
    if found:
        return min(found)[1]
    plain = text.strip()
    coarse = (_iso(match, order) for form, order in _COARSE if (match := form.fullmatch(plain)) is not None)
    return next((iso for iso in coarse if iso), None)


def _iso(match: re.Match[str], order: str) -> str | None:
    """The date of ``match``, whose groups are year, month and day in ``order``; ``None`` if there is no such day."""
    parts = dict(zip(order, match.groups(), strict=True))
    month = parts.get("m", "1")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        day = date(int(parts["y"]), number, int(parts.get("d", "1")))
    except ValueError:
        return None
    return day.isoformat()[: {1: 4, 2: 7}.get(len(order), 10)]
