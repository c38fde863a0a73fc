"""Dates that the calendar names: days, months, quarters, seasons and years.

A reader is given the match of one shape of :mod:`date_words` and the setting, and answers with a reading, or ``None``
where the words are no date after all. A date that the setting does not settle is a reading without a value.
"""

from __future__ import annotations

import re

from synopticon.extract import date_words as words
from synopticon.extract.date_setting import Reader, Reading, Setting, unit_at
from synopticon.extract.moments import Point, day_near, month_near, point, shift_months, shift_years

LEADING = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|to|through|during|last|this|next|early|late|mid|and|or|between|on|before|"
    r"after|for|as from|as of|come|around|about|the|throughout|beginning|starting|every)|[-(–—/,;])\s*$"
)
TIGHT = re.compile(r"\b(?:in|since|by|until|till|from|during|last|this|next|early|late|mid|of|between|come|before"
    r"|after)\s+$")
IN_MONTH = re.compile(r"\b(?:in|since|until|by) $")
SLASH_LEAD = re.compile(r"\b(?:on|by|since|until|before|after) $")
NEAR = 250  # code points: about two sentences
YEAR_LEAD = re.compile(
    r"\b(?:in|since|until|till|during|before|after|through|throughout|late|early|mid|around|circa|summer|winter|spring|"
    r"autumn|olympics|season|dated|back in|year)[ \n-]$"
)
YEAR_LOOSE = re.compile(r"(?:\b(?:by|of|from|to|for|between|the|a|its|their|his|her|our|this|and|or|as of|than)\s"
    r"|[(\[–—-]\s?)$")
_COUNTED = (
    r"per[ ]?cent|percent|pc|people|persons|members?|users|employees|firms|companies|accounts|million|billion|thousand|"
    r"euros?|dollars?|pounds?|yuan|rupees|km|kg|metres|meters|miles|hours|times|words|sites|posts|branches|party"
)
COUNTED = re.compile(rf"[ \u00a0-](?:{_COUNTED})\b")
NO_YEAR = re.compile(
    rf"[ \u00a0-](?:(?:{_COUNTED})\b"
    r"|(?!is\b|was\b|has\b|as\b|its\b|this\b|does\b|sales\b|games\b|elections\b|protests\b|olympics\b|talks\b"
    r"|results\b)[a-z]+s\b)"
)
YEAR_AHEAD = re.compile(words.THEN_DATED, re.IGNORECASE)
FEAST_LEAD = re.compile(r"\b(?:on|at|by|since|until|before|after|from) $")
SPOKEN_LEAD = re.compile(r"\b(?:in|since|until|till|by|of|year|from|during|before|after) $")
SPOKEN_END = re.compile(r"\s?(?:[.,;:!?)]|$)|\s(?:and|the|when|but|a|an|he|she|it|they|was|is|as|to)\b")
YEARS_ON = re.compile(r"[ \u00a0](?:to|through|till|until)[ \u00a0](?:19|20)\d\d\b")
LIKELY = re.compile(r"\b(?:from|by|to|and|the) $")



def _iso(match: re.Match[str], setting: Setting) -> Reading | None:
    parts = (match[name] or match[name + "2"] for name in "ymd")
    found = point(*(int(part) for part in parts))
    return Reading(value=found) if found else None


def _isomonth(match: re.Match[str], setting: Setting) -> Reading | None:
    return Reading(value=point(int(match["y"]), int(match["m"])))


def _daymonthname(match: re.Match[str], setting: Setting) -> Reading | None:
    year, month, day = (match[name] or match[name + "2"] for name in ("y", "mon", "d"))
    found = point(int(year), words.month_number(month), int(day))
    return Reading(value=found) if found else None


def _monthyear(match: re.Match[str], setting: Setting) -> Reading | None:
    month = words.month_number(match["mon"] or match["mon2"])
    return Reading(value=point(int(match["y"] or match["y2"]), month))


def _bareslash(match: re.Match[str], setting: Setting) -> Reading | None:
    """"On 11/20"; "9/11" alone is the day of the attacks. Elsewhere two numbers and a stroke are no date."""
    a, b = int(match["a"]), int(match["b"])
    if match[0] == "9/11":
        return Reading(value=point(2001, 9, 11))
    if setting.reference is None or not SLASH_LEAD.search(setting.before(match.start())):
        return None
    month, day = (a, b) if a <= 12 else (b, a)
    if point(2000, month, day) is None:
        return None
    return Reading(value=day_near(setting.reference, month, day, direction=setting.direction(*match.span())))


def _slash(match: re.Match[str], setting: Setting) -> Reading | None:
    year, a, b = int(match["y"]), int(match["a"]), int(match["b"])
    if len(match["y"]) == 2:
        if match[0].count("/") != 2:
            return None  # "10.15.20" is a time or a version
        year += 2000 if year < 50 else 1900
    # month first, as most English outlets here write it; a first number over 12 can only be the day
    found = point(year, a, b) if a <= 12 else point(year, b, a)
    return Reading(value=found) if found else None


def _given_year(match: re.Match[str], setting: Setting) -> int | None:
    """The year written behind a day, month or season; ``None`` where none is, or where it cannot be told."""
    spoken = match.groupdict().get("yw")
    if match["y"] or spoken:
        return words.year_number(match["y"] or spoken or "")
    if match["yy"]:
        return 1900 + int(match["yy"]) if int(match["yy"]) > 50 else 2000 + int(match["yy"])
    if not match["yrel"]:
        return None
    word = match["yrel"].lower().split()[-2]
    base = setting.told if word in ("that", "same", "previous", "following") else setting.reference
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    return base.year + step if base else None


def _monthday(match: re.Match[str], setting: Setting) -> Reading | None:
    written = match["mon"].rstrip(".")
    if written in ("may", "march", "mar") and not re.search(r"\d(?:st|nd|rd|th)?$|\d{4}", match[0]):
        return None
    month, day = words.month_number(written), words.day_number(match["d"])
    if not 1 <= day <= 31:
        return None
    start = _day_in(match, setting, month, day)
    last = words.day_number(match["d2"]) if match["d2"] else 0
    until = point(start.year, month, last) if start and last > day else None
    return Reading(value=start, until=until)


def _day_in(match: re.Match[str], setting: Setting, month: int, day: int) -> Point | None:
    year = _given_year(match, setting)
    if year is not None:
        return point(year, month, day)
    ahead = YEAR_AHEAD.match(setting.text, match.end()) if not match["yrel"] else None
    if ahead:
        # "June 26 to July 3, 2020": both in the year that stands behind the second, or in the one before
        later = (words.month_number(ahead["mon"] or ahead["mon2"]), int(ahead["d"] or ahead["d2"]))
        return point(int(ahead["y"]) - ((month, day) > later), month, day)
    if match["yrel"] or setting.reference is None:
        return None
    rel = (match["rel"] or "").strip().lower()
    told = setting.told
    if not rel and told and told.day and setting.told_named and match.start() - setting.told_end < NEAR and (
        told.month and (month - told.month) % 12 <= 1
    ):
        # "On March 30, 2012 ... from March 31 to April 3": the story goes on in the year just named
        return point(told.year + (month < told.month), month, day)
    direction = {"last": -1, "next": 1}.get(rel) or setting.direction(*match.span())
    return day_near(setting.reference, month, day, direction=direction)


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    written, rel = match["mon"], (match["rel"] or "").lower()
    certain = match["y"] or match["yw"] or match["yy"] or match["yrel"] or match["mon2"] or match["edge"]
    if not certain and not _is_month(match, setting):
        return None
    month = words.month_number(written)
    year = _given_year(match, setting)
    if year is not None:
        start = point(year, month)
    elif match["y"] or match["yrel"]:
        start = None
    else:
        start = _bare_month(month, rel.split()[-1] if rel else "", setting, match.span())
    until = None
    if match["mon2"] and start:
        # a stretch of months is told by its first, at the precision of the year where it fills one
        last = words.month_number(match["mon2"])
        if last < month and match["y"]:
            start = shift_months(start, -12)
        until = shift_months(start, (last - month) % 12)
        before = shift_months(until, -12)
        here = setting.reference.to_month() if setting.reference and setting.reference.month else None
        if year is None and not rel and before and here and here.iso <= before.iso:
            # "from May to September" in a September's report is the stretch that it stands in
            start, until = shift_months(start, -12), before
    return Reading(value=start, until=until, kind="relative" if rel else "date")


def _is_month(match: re.Match[str], setting: Setting) -> bool:
    """Whether a month's name alone is the month: "May" may be a verb or a surname, "April" a first name."""
    written = match["mon"]
    before = setting.before(match.start())
    after = setting.text[match.end() : match.end() + 12]
    name = written.rstrip(".").lower()
    if match["rel"]:
        return not written.islower() or name not in ("may", "march")
    if written.islower() and name in ("may", "march") and IN_MONTH.search(before):
        return not re.match(r"\s+[A-Za-z]", after)
    if written.islower():
        return name not in ("may", "march", "mar", "august", "dec", "sept") and bool(TIGHT.search(before))
    if len(name) <= 4 and name not in ("june", "july"):
        return bool(TIGHT.search(before)) and not re.match(r"\s+[A-Z]", after)
    if name in ("march", "april", "june", "august") and re.match(r"[ ][A-Z][a-z]", after):
        return bool(TIGHT.search(before))
    return name != "march" or bool(LEADING.search(before)) or after[:1] in (",", ".", ";", ":", "’", "'", ")", "")


def _bare_month(month: int, rel: str, setting: Setting, span: tuple[int, int]) -> Point | None:
    reference = setting.reference
    if reference is None:
        return None
    if rel in ("last", "past", "next"):
        return month_near(reference, month, direction=-1 if rel != "next" else 1, strict=True)
    if rel == "this":
        return point(reference.year, month)
    if setting.told and setting.told_line and not rel:
        return point(setting.told.year, month)
    if rel in ("following", "previous"):
        return month_near(setting.told, month, direction=1 if rel == "following" else -1, strict=True)
    # nothing looks forward: a report tells of the month just gone
    return month_near(reference, month, direction=setting.direction(*span) or -1, strict=False)


def _span(match: re.Match[str], setting: Setting) -> Reading | None:
    edge = (match["edge"] or "").lower()
    year = point(int(match["y"])) if match["y"] else None
    which, unit = (match["which"] or "the").lower().split()[-1:], (match["unit"] or "year").lower()
    if year is None:
        base = setting.told if which[0] in ("that", "same") else setting.reference
        step = {"last": -1, "next": 1}.get(which[0], 0)
        if unit != "year":
            return Reading(value=unit_at(base, unit, step), kind="relative")
        year = shift_years(base, step)
    if year is None:
        return Reading(value=None, kind="relative")
    kind = "date" if match["y"] else "relative"
    lead = setting.before(match.start(), 8)
    open_year = match["y"] is not None or which == ["the"]  # "by the end of the year", "by the end of 2019"
    if edge in ("end", "close") and not (open_year and lead.endswith("by ")):
        # "by the end of the year" names the year that a plan is for; "at the end of" names December
        return Reading(value=point(year.year, 12), kind=kind)
    if edge in ("start", "beginning") and not lead.endswith("since "):
        return Reading(value=point(year.year, 1), kind=kind)
    return Reading(value=year, kind=kind)


def _nthmonth(match: re.Match[str], setting: Setting) -> Reading | None:
    """"The third month of 2021", "the 9th month of next year"."""
    month = words.day_number(match["d"])
    base = None if match["y"] else setting.reference
    step = {"last": -1, "next": 1}.get((match["yrel"] or "").split()[0].lower(), 0) if match["yrel"] else 0
    year = int(match["y"]) if match["y"] else base.year + step if base else None
    return Reading(value=point(year, month) if year and 1 <= month <= 12 else None)


def _feast(match: re.Match[str], setting: Setting) -> Reading | None:
    """A feast that has its day every year; "Christmas" alone only where it is spoken of as a day."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    if name == "christmas" and not (match["y"] or FEAST_LEAD.search(setting.before(match.start()))):
        return None
    month, day = next(value for ending, value in words.FEASTS if name.endswith(ending))
    if name.endswith(("year's eve", "years eve", "year eve")):
        day = 31
    year = _given_year(match, setting)
    if year is not None:
        return Reading(value=point(year, month, day))
    return Reading(value=day_near(setting.reference, month, day, direction=setting.direction(*match.span())))


def _quarter(match: re.Match[str], setting: Setting) -> Reading | None:
    if match["q3"]:
        begins = 3 * int(match["q3"][1]) - 2
        found = month_near(setting.reference, begins, direction=setting.direction(*match.span()) or -1, strict=False)
        return Reading(value=found.to_year() if found else None)
    return Reading(value=point(int(match["y"] or match["y2"])))


def _season(match: re.Match[str], setting: Setting) -> Reading | None:
    name, rel = match["season"].lower(), (match["rel"] or "").lower()
    given = _given_year(match, setting)
    if given is not None:
        return Reading(value=point(given), kind="season")
    lead = setting.before(match.start(), 6)
    if not rel and not lead.endswith(("in ", "of ", "for ", "from ", "by ", "since ", "until ")):
        return None
    if name in ("fall", "spring") and rel not in ("last", "this", "next", "past") and not _season_noun(match, setting):
        return None
    if name == "fall" and rel not in ("last", "this", "next", "past") and not lead.endswith("in "):
        return None
    reference = setting.reference
    if reference is None or reference.month is None:
        return Reading(value=None, kind="season")
    return Reading(value=point(_season_year(name, rel, reference, _season_way(match, setting))), kind="season")


def _season_way(match: re.Match[str], setting: Setting) -> int:
    lead = setting.before(match.start(), 6)
    return 1 if lead.endswith(("by ", "for ")) else -1 if lead.endswith("since ") else setting.direction(*match.span())


def _season_noun(match: re.Match[str], setting: Setting) -> bool:
    after = setting.text[match.end() : match.end() + 14].lower()
    return not re.match(r"\s+(?:in\b|of\b(?!\s+\d)|to\b|from\b|into\b|festival|up\b|congress|water)", after)


def _season_year(name: str, rel: str, reference: Point, direction: int) -> int:
    begins, ends = words.SEASONS[name]
    month = reference.month or 1
    if rel == "this":
        return reference.year
    if rel in ("last", "past"):
        return reference.year if ends < month and name != "winter" else reference.year - 1
    if rel == "next" or direction > 0:
        return reference.year if begins > month else reference.year + 1
    return reference.year if begins <= month else reference.year - 1


def _era(match: re.Match[str], setting: Setting) -> Reading | None:
    if re.fullmatch(r"(?i)(?:the\s)?[a-z]+ties", match[0]) and not match[0].lower().startswith("the"):
        return None
    return Reading(value=None, kind="era")


def _bare_year(match: re.Match[str], setting: Setting) -> Reading | None:
    year = int(match["y"])
    if year > 2100 or not _is_year(match, setting):
        return None
    until = None
    if match["y2"]:
        last = int(match["y2"])
        last += year // 100 * 100 if last < 100 else 0
        until = point(last) if year < last <= year + 100 else None
    return Reading(value=point(year), until=until, kind="year")


def _spoken_year(match: re.Match[str], setting: Setting) -> Reading | None:
    """"In nineteen ninety six"; "two thousand" is as often a count, so nothing that is counted may follow."""
    before, after = setting.before(match.start(), 16), setting.text[match.end() : match.end() + 12]
    if not SPOKEN_LEAD.search(before) or not SPOKEN_END.match(after):
        return None
    return Reading(value=point(words.year_number(match["yw"])), kind="year")


def _is_year(match: re.Match[str], setting: Setting) -> bool:
    """Whether four figures are a year: what stands before them decides, then what stands behind."""
    start, end = match.span()
    before, after = setting.before(start, 16), setting.text[end : end + 16]
    if match[0][0].isalpha() or match[0].endswith(("'s", "’s")) or YEAR_LEAD.search(before):
        return True
    if YEARS_ON.match(after) or (match["y2"] and len(match["y2"]) == 4 and 1900 <= int(match["y"]) < int(match["y2"])):
        return not NO_YEAR.match(after)
    likely = 1980 <= int(match["y"]) <= 2040 and LIKELY.search(before) and not COUNTED.match(after)
    if NO_YEAR.match(after) and not likely:
        return False
    if YEAR_LOOSE.search(before) or not before.strip() or before.endswith("\n"):
        return True
    return start - setting.told_end <= 6 and setting.told_kind == "year"


CALENDAR: dict[str, Reader] = {
    "iso": _iso, "isomonth": _isomonth, "slash": _slash, "daymonthname": _daymonthname, "monthyear": _monthyear,
    "bareslash": _bareslash, "monthday": _monthday, "daymonth": _monthday,
    "month": _month, "span": _span, "nthmonth": _nthmonth, "feast": _feast, "quarter": _quarter,
    "season": _season, "era": _era, "year": _bare_year, "spokenyear": _spoken_year,
}  # fmt: skip
