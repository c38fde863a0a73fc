"""Dates counted from another: weekdays, "yesterday", "last month", "two years ago", "three days later", "the 28th".

They are counted from the day of publication or, where the words say so, from the date told of just before.
"""

from __future__ import annotations

import re

from synopticon.extract import date_words as words
from synopticon.extract.date_setting import Reader, Reading, Setting, unit_at
from synopticon.extract.moments import (
    Point,
    point,
    shift_days,
    shift_months,
    shift_years,
    weekday_near,
    weekday_of_week,
)

STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
        "following": 1}  # fmt: skip


DAY_LEAD = re.compile(r"\b(?:on|by|until|till|since|from|of|after|before)\s$")
THROUGH = re.compile(r" (?:to|through|till|until) ")
TIGHT_DAY = re.compile(r"(?:\b(?:on|since|by|until|till|from|of|and|to|last|this|next|before|after|late|early|for"
    r"|between|through)|[,(–—-])\s*$")



def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    written = match["wd"].rstrip(".")
    short = written.lower() not in {name for name in words.WEEKDAYS if name.endswith("day")}
    tight = TIGHT_DAY.search(setting.before(match.start()))
    if match["plural"] or (short and not match["dom"] and not (written[0].isupper() and tight)):
        return None
    if written.islower() and not (match["rel"] or match["ofweek"] or tight):
        return None
    if setting.before(match.start(), 7).endswith(("every ", "each ")):
        return None
    weekday, rel = words.WEEKDAYS[written.lower()], (match["rel"] or "").lower().split()[-1:]
    return Reading(value=_weekday_value(match, setting, weekday, rel[0] if rel else ""), kind="weekday")


def _weekday_value(match: re.Match[str], setting: Setting, weekday: int, rel: str) -> Point | None:
    reference = setting.reference
    week = match["week"] or match["ofweek"]
    if match["dom"]:
        return _weekday_on(reference, weekday, words.day_number(match["dom"].lower().removeprefix("the").strip()),
                           setting.direction(*match.span()))  # fmt: skip
    if week:
        step = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}[week.lower().split()[-1]]
        return weekday_of_week(setting.told or reference if week[:4].lower() == "the " else reference, weekday, step)
    if rel in ("last", "past"):
        return weekday_near(reference, weekday, direction=-1, strict=True)
    if rel in ("next", "coming"):
        return weekday_near(reference, weekday, direction=1, strict=True)
    if rel == "this":
        return weekday_of_week(reference, weekday, 0)
    if rel in ("following", "previous"):
        base = setting.told if match["rel"].lower().startswith("the") else None
        return weekday_near(base or reference, weekday, direction=1 if rel == "following" else -1, strict=True)
    if setting.told_kind == "weekday" and THROUGH.fullmatch(setting.text, setting.told_end, match.start()):
        return weekday_near(setting.told, weekday, direction=1, strict=True)
    if reference is None:
        return None
    direction = setting.direction(*match.span()) or -1
    # "on Thursday" in a Thursday's report is that day, unless it is still to come
    return weekday_near(reference, weekday, direction=direction, strict=direction > 0)


def _weekday_on(reference: Point | None, weekday: int, day: int, direction: int) -> Point | None:
    """"Tuesday the 11th": the nearest month, the way the words look if they do, in which that day is a Tuesday."""
    for step in range(14):  # any day of the month falls on any weekday within fourteen months
        for way in (direction,) if direction else (-1, 1):
            month = shift_months(reference, step * way)
            found = point(month.year, month.month, day) if month else None
            if found and found.exact and found.exact.weekday() == weekday and _lies(found, reference, way):
                return found
    return None


def _lies(found: Point, reference: Point | None, direction: int) -> bool:
    if reference is None or found.exact is None or reference.exact is None:
        return True
    return (found.exact - reference.exact).days * direction >= 0


def _deictic(match: re.Match[str], setting: Setting) -> Reading | None:
    if match["far"]:
        days = -2 if match["far"].lower().startswith("before") else 2
    elif match["day"]:
        days = {"yesterday": -1, "tomorrow": 1}.get(match["day"].lower(), 0)
    else:
        days = -1 if match["this"].lower() == "last" else 0
    return Reading(value=shift_days(setting.reference, days), kind="relative")


def _relative(match: re.Match[str], setting: Setting) -> Reading | None:
    rel, unit = match["rel"].lower(), match["unit"].lower().removeprefix("work")
    if unit == "day" and rel in ("last", "past", "coming", "this", "current"):
        return None
    if setting.before(match.start(), 4).endswith("all "):
        return None
    from_told = rel in ("same", "that", "following", "preceding")
    if from_told or (rel in ("next", "previous") and _told_first(match, setting)):
        base = setting.told or (setting.reference if rel in STEP and unit in ("week", "quarter") else None)
        value = unit_at(base, unit, STEP.get(rel, 0))
        if rel in ("that", "same") and setting.told is None:
            value = None
        return Reading(value=value, kind="told")
    return Reading(value=unit_at(setting.reference, unit, STEP[rel]), kind="relative")


def _inyear(match: re.Match[str], setting: Setting) -> Reading | None:
    """"Later in the year": the year told of, or else the year of the report."""
    return Reading(value=unit_at(setting.told or setting.reference, match["unit"].lower(), 0), kind="told")


def _told_first(match: re.Match[str], setting: Setting) -> bool:
    """"the next day", "the previous year": counted from the date told of, not from today."""
    lead = match[0].lower()
    return (lead.startswith("the ") or match["rel"].lower() == "previous" or match["unit"].lower() == "day") and (
        setting.told is not None
    )


def _beside(match: re.Match[str], setting: Setting) -> Reading | None:
    if match["more"]:
        word = match["more"].split()[-1].lower()
        step = {"last": -1, "next": 1, "that": 0}[word] + (1 if match["side"].lower() == "after" else -1)
        base = setting.told if word == "that" else setting.reference
        return Reading(value=unit_at(base, match["unit"].lower(), step), kind="relative")
    if re.match(r"\s+[a-z]", setting.text[match.end() : match.end() + 2]) and match["unit"].lower() == "day":
        step = -1 if match["side"].lower() == "after" else 1
        told = _sentence_told(match, setting)
        # "the day after X": X, which is what the clause tells of, lies one day before the date told
        return Reading(value=unit_at(told, "day", step), kind="told") if told else None
    step = 1 if match["side"].lower() == "after" else -1
    return Reading(value=unit_at(setting.told, match["unit"].lower(), step), kind="told")


def _sentence_told(match: re.Match[str], setting: Setting) -> Point | None:
    if setting.told is None:
        return None
    low, _ = setting.tenses.sentence(*match.span())
    return setting.told if setting.told_end > low else None


def _count(words_: str) -> float | None:
    text = words_.lower().replace("-", " ")
    if text.startswith("half"):
        return 0.5
    if "couple" in text:
        return 2
    if text.isdigit():
        return int(text)
    parts = [words.SMALL.get(part) for part in text.split()]
    return None if None in parts else sum(part for part in parts if part is not None)


def _away(match: re.Match[str], setting: Setting) -> Reading | None:
    number, unit = _count(match["n"]), match["unit"].lower().removesuffix("s")
    side = " ".join((match["side"] or "hence").lower().split())
    vague = bool(re.search(r"few|several|some|many|couple", match["n"], re.IGNORECASE))
    if unit in ("hour", "minute", "century") or number is None or vague:
        known = number is not None and unit in ("hour", "minute") and side == "ago" and number <= 6
        return Reading(value=setting.reference if known else None, kind="relative")
    if side in ("ago", "from now", "hence", "back"):
        signed = number if side in ("from now", "hence") else -number
        return Reading(value=_ago(match, setting, signed, unit), kind="relative")
    if side == "before" and re.match(r"\s+[A-Za-z]", setting.text[match.end() : match.end() + 2]):
        return Reading(value=None, kind="told")
    if side == "after" and re.match(r"\s+[A-Za-z]", setting.text[match.end() : match.end() + 2]):
        return _after_what(match, setting, number, unit)
    if side == "on":
        return Reading(value=None, kind="told") if setting.text[match.end() : match.end() + 1] in ",." else None
    sign = -1 if side in ("earlier", "before", "previously") else 1
    return Reading(value=_stepped(setting.told, sign * number, unit), kind="told")


def _ahead(match: re.Match[str], setting: Setting) -> Reading | None:
    """"In two weeks", where the words look forward; elsewhere it says how long something took."""
    number, unit = _count(match["n"]), match["unit"].lower().removesuffix("s")
    if number is None or re.search(r"few|several|some|many|couple", match["n"], re.IGNORECASE):
        return None
    past = setting.tenses.past(*match.span()) if setting.past is None else setting.past
    return None if past is not False else Reading(value=_from(setting.reference, number, unit), kind="relative")


def counted_from(match: re.Match[str], base: Reading) -> Reading:
    """"Three days after July 5": so many units from the date that follows."""
    number, unit = _count(match["n"]), match["unit"].lower().removesuffix("s")
    if number is None or number != int(number) or base.value is None:
        return Reading(value=None, kind="told")
    sign = -1 if match["side"].lower() == "before" else 1
    return Reading(value=_stepped(base.value, sign * number, unit), kind="told")


def _after_what(match: re.Match[str], setting: Setting, number: float, unit: str) -> Reading | None:
    """"..., three days after X": X is what the words tell the date of, counted back from the main clause's date."""
    lead = setting.before(match.start(), 3).rstrip()
    base = _sentence_told(match, setting) or (setting.reference if lead.endswith(",") else None)
    return Reading(value=_stepped(base, -number, unit), kind="told")


def _ago(match: re.Match[str], setting: Setting, number: float, unit: str) -> Point | None:
    base = setting.reference
    if match["deictic"]:
        shift = {"tomorrow": 1, "yesterday": -1}.get(match["deictic"].lower(), 0)
        base = shift_days(base, shift)
        return _stepped(base, number, unit)
    return _from(base, number, unit)


def _from(base: Point | None, number: float, unit: str) -> Point | None:
    """``base`` moved by units and told no finer than in them."""
    if unit == "day":
        return shift_days(base, int(number))
    if unit in ("week", "fortnight"):
        moved = shift_days(base, int(number * (7 if unit == "week" else 14)))
        return moved.to_month() if moved else None
    if unit == "year" and abs(number) > 1:
        return shift_years(base, int(number))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if months is None or base is None:
        return None
    moved = shift_months(base, int(number * months))
    return moved.to_year() if moved and unit == "decade" else moved or shift_years(base, int(number))


def _stepped(base: Point | None, number: float, unit: str) -> Point | None:
    """``base`` moved, no finer than ``base`` and no finer than the unit, except that years keep the day or month."""
    if base is None:
        return None
    if unit in ("day", "week", "fortnight"):
        days = int(number * {"day": 1, "week": 7, "fortnight": 14}[unit])
        moved = shift_days(base, days)
        return moved or (shift_months(base, 0) if abs(days) <= 14 else None)
    if unit in ("month", "quarter") or (unit == "year" and number != int(number)):
        return shift_months(base, int(number * {"month": 1, "quarter": 3, "year": 12}[unit]))
    years = int(number * {"year": 1, "decade": 10}.get(unit, 0))
    return point(base.year + years, base.month, base.day) if unit in ("year", "decade") else None


def _dayonly(match: re.Match[str], setting: Setting) -> Reading | None:
    day = words.day_number(match["d"])
    after = setting.text[match.end() : match.end() + 8]
    lead = setting.before(match.start(), 10)
    if match["which"]:
        word = match["which"].lower().split()[-1]
        base = setting.told if word in ("that", "same") else setting.reference
        month = shift_months(base, {"last": -1, "next": 1}.get(word, 0))
        return Reading(value=point(month.year, month.month, day) if month else None, kind="relative")
    if not DAY_LEAD.search(lead) or (day < 10 and not match["d"][0].isdigit()):
        return None
    if re.match(r"\s+(?!and\b|but\b|when\b|while\b|at\b|in\b|that\b|this\b|to\b|for\b|it\b|he\b|she\b|they\b|or\b"
        r"|by\b|a\b|the\b)\w", after):
        return None
    return Reading(value=_day_of_month(setting, day, match.span()), kind="told")


def _day_of_month(setting: Setting, day: int, span: tuple[int, int]) -> Point | None:
    told = setting.told
    if told and told.month and setting.told_kind == "date":
        return point(told.year, told.month, day)
    reference = setting.reference
    if reference is None or reference.day is None:
        return point(reference.year, reference.month, day) if reference and reference.month else None
    direction = setting.direction(*span) or -1
    step = 0 if (day - reference.day) * direction >= 0 else direction
    month = shift_months(reference, step)
    return point(month.year, month.month, day) if month else None


def _now(match: re.Match[str], setting: Setting) -> Reading | None:
    return Reading(value=None, kind="now")


def _never(match: re.Match[str], setting: Setting) -> Reading | None:
    """A count from a date is read together with that date, by whoever holds the scan."""
    return None


COUNTED: dict[str, Reader] = {
    "counted": _never, "ahead": _ahead, "inyear": _inyear, "weekday": _weekday, "deictic": _deictic,
    "relative": _relative, "beside": _beside, "away": _away,
    "dayonly": _dayonly, "now": _now,
}  # fmt: skip
