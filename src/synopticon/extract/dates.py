"""Dates in news, resolved against the day of publication as ISO 8601 values at the precision given.

``find_dates`` reads "on Tuesday", "last year", "June 3", "the end of 2016", "two days later" and the like. What cannot
be resolved keeps its place with the value ``None``. News looks back: "on Friday" is the Friday just gone unless the
words around it look forward ("will", "is due", "until"). "By the end of the year" is the year, "at the end of 2019" its
December, a week its month: a value never says more than its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from synopticon.extract import date_words as english
from synopticon.extract import dates_zh as chinese
from synopticon.extract.calendar_dates import CALENDAR
from synopticon.extract.counted_dates import COUNTED, counted_from
from synopticon.extract.date_setting import Reader, Reading, Setting
from synopticon.extract.moments import parse
from synopticon.extract.tense import Tenses


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tongue:
    """What one language brings: where dates stand, their parts by shape, and what each shape means."""

    scan: re.Pattern[str]
    shapes: Mapping[str, re.Pattern[str]]
    readers: Mapping[str, Reader]


ENGLISH = _Tongue(scan=english.SCAN, shapes=english.BY_NAME, readers=CALENDAR | COUNTED)
CHINESE = _Tongue(scan=chinese.SCAN, shapes=chinese.PATTERNS, readers=chinese.READERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One date: ``text[start:end]`` says it, ``value`` is its ISO 8601 value or ``None``.

    ``kind`` is ``date`` (named by the calendar), ``year``, ``season``, ``weekday``, ``relative`` (counted from the
    publication), ``told`` (counted from a date told before), ``era`` ("the 1990s") or ``now``. ``until`` is the end of
    a range that the words name, as in "March 18 to 24".
    """

    start: int
    end: int
    value: str | None
    kind: str
    until: str | None = None


def find_dates(text: str, *, reference: str | None, language: str = "en", past: bool | None = None) -> list[When]:
    """Every date of ``text`` in order, none overlapping another.

    ``reference`` is the ISO date of publication at any precision. ``past`` says that the dates lie behind (or ahead);
    left out, the words around each date decide.
    """
    tongue = CHINESE if language.startswith("zh") else ENGLISH
    setting = Setting(text=text, reference=parse(reference), past=past, tenses=Tenses(text))
    found: list[When] = []
    position = 0
    while match := tongue.scan.search(text, position):
        name = match.lastgroup or ""
        inner = tongue.shapes[name].match(text, match.start())
        reading = tongue.readers[name](inner, setting) if inner else None
        if name == "counted" and inner is not None:
            inner, reading = _counted(tongue, inner, setting)
        if inner is None or reading is None:
            position = _past_word(text, match.start()) if tongue is ENGLISH else match.start() + 1
            continue
        position = inner.end()
        found.append(
            When(
                start=match.start(), end=inner.end(), value=reading.value.iso if reading.value else None,
                kind=reading.kind, until=reading.until.iso if reading.until else None,
            )
        )  # fmt: skip
        if reading.value:
            _remember(setting, reading, inner)
    return found


def _counted(
    tongue: _Tongue, match: re.Match[str], setting: Setting
) -> tuple[re.Match[str] | None, Reading | None]:
    """"Three days after July 5": the count and the date behind it, read as one."""
    behind = tongue.scan.match(setting.text, match.end())
    name = behind.lastgroup or "" if behind else ""
    base = tongue.shapes[name].match(setting.text, match.end()) if behind and name != "counted" else None
    reading = tongue.readers[name](base, setting) if base else None
    if base is None or reading is None:
        return None, None
    return base, counted_from(match, reading)


def _remember(setting: Setting, reading: Reading, match: re.Match[str]) -> None:
    """Keep the date just told, for those counted from it."""
    text, start, end = setting.text, match.start(), match.end()
    opens = reading.kind == "year" and (start == 0 or text[start - 1] == "\n")
    if opens or "\n" in text[setting.told_end : start]:
        setting.told_line = opens
    named = reading.value is not None and f"{reading.value.year}" in match[0]
    carried = setting.told_named and setting.told is not None and reading.value is not None and (
        reading.kind == "date" and reading.value.year == setting.told.year
    )
    setting.told_named = named or carried
    setting.told, setting.told_end, setting.told_kind = reading.value, end, reading.kind


def _past_word(text: str, start: int) -> int:
    """The place behind the word at ``start``, from which to look on after a shape turned out to be no date."""
    end = start + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
