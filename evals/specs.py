"""What the specs of Recognizers-Text expect, in our terms, or why one is out of scope.

Out of scope is only what falls under one of the reasons below; each is counted and printed. Where two readings of the
same words are both sound, ours is held against the calendar, not against the other's habit:

- a stretch between two ends is right where both ends are read, at the precision its words give;
- a week, a quarter, half a year or a season is right where it is told by a month or year that it lies in;
- "since 2010" and "before May 4" are right where the end that is named is read; the start of a year is its January;
- a day counted in weeks, months or years is right at that precision ("two months ago" tells a month).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Result = Mapping[str, Any]

CLOCK = "clock time or time of day"
NO_TYPE = "no type given"
DURATION = "duration alone"
REPEATED = "repeated dates"
COUNTED = 'stretch counted from today ("the next 3 days")'
DECADE = "decade or century"
UNSETTLED = 'no reference given ("the same week")'
SEASON = "season or fiscal year without a year"
SCHOOL = "school year"
NO_SUCH = "day that does not exist"
MOVABLE = "holiday without a fixed date, or of one country"
LUNAR = "lunar calendar or era of an emperor"
BARE = 'bare "the day", "the month", "the year", "week 31"'
MERGED = "a weekday and a count merged into one date"
NOW = '"now", "to date": the day of the report'
STROKES = 'day and month as two bare figures ("5/12", "7.6")'

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_LINK = re.compile(r"[-–~]| (?:to|and|till|until|through) |到|至")
_COUNT = re.compile(
    r"\b(?:next|last|past|previous|coming|following|upcoming|within|for|first|remaining)\b.*\b(?:days|weeks|months|years"
    r"|quarters|decades)\b|\b\d+ (?:past|next|previous|upcoming|coming)\b|\bfor \d|^within|^remaining|^rest"
    r"|\b(?:days?|weeks?) start|^more than|^less than|^for the|^\d+ .*from|fortnight$",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"easter|eid|black friday|earth day|patrick|independence day|juneteenth|freedom day|jubilee|thanksgiving"
    r"|labou?r day|halloween|mother|father|ramadan|memorial|martin luther|columbus|veterans|presidents|cyber monday"
    r"|节|除夕",
    re.IGNORECASE,
)
NEGATIVE = "negative number"
POWER = "power or exponent"
FRACTION = "fraction as arithmetic: in figures, improper, one over twenty"
LABEL = "part of an address, a telephone number, a date or a label"
UNRESOLVED = "no value given"
SPACED = "Chinese characters of one number parted by spaces"
SINGLE = "one Chinese character that nothing counts"
UNIT_FIRST = "unit before its number (percent of 10)"
_GLYPHS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Fractions that reports use: "two thirds", "half a million", "3 million and a half".
_SHARE = re.compile(
    rf"[{_GLYPHS}]|(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -](?:half|halves|thirds?|quarters?|fourths?"
    r"|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|(?:an? )?(?:half|quarter) (?:of )?(?:an? )?(?:million"
    r"|billion|thousand|dozen)|[a-z\d]+ (?:million|billion) and a (?:half|quarter)|\d+ (?:in|out of) (?:every )?\d+"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PARTED = re.compile(r"[\u4e00-\u9fff\d.]\s+[\u4e00-\u9fff]|[\u4e00-\u9fff]\s+[\d\u4e00-\u9fff]")
_HAN_FRACTION = re.compile(r"又|[/／]|\d分之|分之.*[十百千]|[百千].*分之|分之\d")
# Sentences about numerals themselves, a numeral alone, or one in marks.
_UNCOUNTED = re.compile(r"^.{1,2}$|[是非]不?[一二三四五六七八九]|[“”]|写法|前三|还有|還有|点两")
_LABEL = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){3}|\+\d[\d/-]{8,}|\b\d{1,2}/\d{1,2}/\d{4}\b|\b[A-Z]{2,}-\d+|\bversion \w+|nrs\. [\d,]+"
)
_NOW = re.compile(r"\bnow\b|\b(?:to|till|current) date\b", re.IGNORECASE)
_LUNAR = re.compile(r"农历|農曆|正月|大年|腊月|康熙|雍正|乾隆|神龙|八月十五")
_STROKES = re.compile(r"(?<![\d/.-])\d\d?[-/.]\d\d?(?![\d/]|-\d\d?-?\d{4})")
_NUMBERED = re.compile(r"\b(?:\d+|one|two|three|in \d) (?:days?|weeks?|months?|years?)\b", re.IGNORECASE)
_BARE = re.compile(r"^(?:the |for the |in the )?(?:day|month|year|week|weekend)$|^week \d+$|^otd$|^year to date$")
_WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\b", re.IGNORECASE)
_COARSE = ((re.compile(r"\b(?:weeks?|fortnights?|months?|quarters?)\b", re.IGNORECASE), 7),
           (re.compile(r"\byears?\b", re.IGNORECASE), 4))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What one expected date asks for: every group of ``values`` must be met by one of its members.

    ``reason`` says why it is out of scope; it is empty where it is in scope.
    """

    values: tuple[frozenset[str], ...] = ()
    reason: str = ""


def wanted_of(result: Result, text: str) -> Wanted:
    """What a spec's expected date asks of us."""
    kind = result.get("TypeName", "none").removeprefix("datetimeV2.")
    said = str(result.get("Text", text)).lower()
    reason = _kind_reason(kind) or _word_reason(said)
    if reason:
        return Wanted(reason=reason)
    values = result["Resolution"]["values"]
    if kind == "date":
        return _day(values, said)
    return _stretch(values, said)


def _kind_reason(kind: str) -> str:
    if kind == "none":
        return NO_TYPE
    if kind in ("time", "timerange", "datetime", "datetimerange", "timezone"):
        return CLOCK
    return {"duration": DURATION, "set": REPEATED}.get(kind, "")


def _word_reason(said: str) -> str:
    if _HOLIDAY.search(said):
        return MOVABLE
    if _NOW.search(said):
        return NOW
    if _LUNAR.search(said):
        return LUNAR
    if _STROKES.search(said):
        return STROKES
    return BARE if _BARE.search(said) else ""


def _day(values: list[dict[str, str]], said: str) -> Wanted:
    days = {value["value"] for value in values if _DAY.match(value.get("value", ""))}
    if not days:
        return Wanted(reason=NO_SUCH)
    if _WEEKDAY.search(said) and _NUMBERED.search(said):
        return Wanted(reason=MERGED)
    for unit, length in () if _WEEKDAY.search(said) else _COARSE:
        if unit.search(said) and not re.search(r"\bday\b|\d(?:st|nd|rd|th)\b", said):
            days |= {day[:length] for day in days} | {day[:7] for day in days}
            break
    return Wanted(values=(frozenset(days),))


def _stretch(values: list[dict[str, str]], said: str) -> Wanted:
    timex = values[0].get("timex", "")
    whole = {v["timex"] for v in values if re.fullmatch(r"\d{4}(?:-\d\d)?", v.get("timex", ""))}
    whole |= {v["start"][:7] for v in values if re.fullmatch(r"XXXX-\d\d", v.get("timex", "")) and "start" in v}
    mods = {value.get("Mod", "") for value in values}
    if whole and mods <= {""}:
        return Wanted(values=(frozenset(whole),))
    reason = _stretch_reason(timex, values, said)
    if reason:
        return Wanted(reason=reason)
    if re.fullmatch(r"(?:\d{4})-(?:SP|SU|FA|WI)|FY\d{4}", timex):
        return Wanted(values=(frozenset({timex.removeprefix("FY")[:4]}),))
    if mods - {""}:
        return Wanted(values=(frozenset(_named(values)),))
    if timex.startswith("(") and _LINK.search(said):
        return _between(values, timex)
    return Wanted(values=(frozenset(_inside(values)),))


def _stretch_reason(timex: str, values: list[dict[str, str]], said: str) -> str:
    if re.search(r"-02-30|-02-29|XD\)", timex) and not all("start" in v or "end" in v for v in values):
        return NO_SUCH
    if any(value.get("Mod") == "ref_undef" for value in values):
        return UNSETTLED
    if timex.startswith("SY"):
        return SCHOOL
    if re.fullmatch(r"(?:XXXX-)?(?:SP|SU|FA|WI)|FYXXXX", timex):
        return SEASON
    if re.search(r"P\d*0Y\)$", timex) and not _LINK.search(said):
        return DECADE
    return COUNTED if _COUNT.search(said) and not re.search(r" of (?:\d|last|this|next|[a-z]+ \d)", said) else ""


def _named(values: list[dict[str, str]]) -> set[str]:
    """The named end of an open stretch; of a year's start or end also the month that it is told by here."""
    found: set[str] = set()
    for value in values:
        timex = value["timex"]
        ends = {value[end] for end in ("start", "end") if end in value}
        cut = {0: 4, 1: 7}.get(timex.count("-"), 10)
        shown = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", timex) is not None
        found |= {timex} if shown else {day[:cut] for day in ends} | ends
        if shown and "W" not in timex and cut == 4 and re.search("end|start", value.get("Mod", "")):
            found |= {f"{timex}-01", f"{timex}-12"}
        if re.fullmatch(r"XXXX-\d\d", timex):
            found |= {f"{int(day[:4]) - step}{timex[4:]}" for day in ends for step in (0, 1)}
        if "W" in timex or timex.startswith("("):
            found |= {day[:c] for day in ends for c in (7, 4)}
    return found


def _between(values: list[dict[str, str]], timex: str) -> Wanted:
    cut = {"Y": 4, "M": 7}.get(timex[-2:-1], 10)
    groups = []
    for end in ("start", "end"):
        days = {value[end] for value in values if end in value}
        # an end given as a month or year is the month or year itself; the spec writes its first day
        coarse = {day[:c] for day in days for c in (4, 7) if day[c:].replace("-01", "") == ""}
        closing = {_shifted(day, -1)[:c] for day in days if end == "end" and day.endswith("-01") for c in (7, 4)}
        groups.append(frozenset({day[:cut] for day in days} | days | coarse | closing))
    return Wanted(values=tuple(groups))


def _inside(values: list[dict[str, str]]) -> set[str]:
    """The months and years that a week, quarter or half year lies in, and the days of a week."""
    found: set[str] = set()
    for value in values:
        if "start" in value and "end" in value:
            first, last = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
            days = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days)]
            found |= {day[:7] for day in days} | {day[:4] for day in days}
            found |= set(days) if len(days) <= 7 else set()
    return found


def number_of(result: Result, kind: str, text: str = "") -> tuple[float | None, float | None, str]:
    """Bounds expected of a number, or the reason why it is out of scope."""
    value = str(result["Resolution"].get("value"))
    said = str(result["Text"]).lower()
    if kind == "range":
        match = re.fullmatch(r"[\[(](-?[\d.]*),(-?[\d.]*)[\])]", value)
        if not match:
            return None, None, UNRESOLVED
        low, high = (float(part) if part else None for part in match.groups())
        return low, high, NEGATIVE if min(low or 0, high or 0) < 0 else ""
    try:
        number = float(value.removesuffix("%").replace(",", ""))
    except ValueError:
        return None, None, UNRESOLVED
    return number, number, _number_reason(number, said, result["Resolution"].get("subtype", ""), kind, text)


def _number_reason(number: float, said: str, subtype: str, kind: str, text: str) -> str:
    if number < 0 or said.startswith(("-", "负", "負")):
        return NEGATIVE
    if _PARTED.search(said):
        return SPACED
    if kind == "percent":
        return UNIT_FIRST if re.match(r"per\s?cents? of", said) else ""
    if subtype == "power" or re.search(r"[eE^]\d|[eE][-+]\d|[*^]", said):
        return POWER
    if kind == "number" and _HAN_FRACTION.search(said):
        return FRACTION
    if re.fullmatch(r"[一二两兩三四五六七八九十壹叁]", said) and _UNCOUNTED.search(text):
        return SINGLE
    if subtype == "fraction" and not _HAN.search(said) and not _SHARE.fullmatch(said):
        return FRACTION
    return LABEL if any(said in match[0].lower() for match in _LABEL.finditer(text)) else ""


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
