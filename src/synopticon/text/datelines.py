"""A dateline in the text: ``BEIJING, Oct 28, 2016 —``, ``By X, 10 September 2017``, ``2017年8月25日`` on a line.

Only the first lines are looked at, and only a line that is about the date: a date inside a sentence is what the
report speaks of, not when it was published. A dateline without a year is left alone: no year is guessed.
"""

from __future__ import annotations

import re

from synopticon.text.dates import CHINESE, DAY_FIRST, ISO, MONTH, MONTH_FIRST, find_date
from synopticon.text.details import Details

_LINES = 12  # lines looked at: title, section, byline, date and a picture's caption come before the text
_SHORT = 90  # characters of a line that holds a date, a name and an outlet and no sentence
_DATE = re.compile(f"{ISO}|{DAY_FIRST}|{MONTH_FIRST}|{CHINESE}", re.I)
# "Report of 27 January", "15-21 April": the date of something else, or no day.
_OTHER = re.compile(r"(?:\b(?:of|on|from|to|and|by|between)\s+|\d\s?[–-]\s?)\Z", re.I)
_OPENING = re.compile(
    rf"[^\S\n]*[(（【\[]?[A-Z][\w .,'’/()-]{{1,60}}?,\s*(?:{_DATE.pattern})[^\n]{{0,40}}?\s*[)）\]】]?\s*[—–:-]"
)
_SENTENCE = re.compile(
    r"[.!?。！？](?:\s|\Z)|[，；]|\b(?:was|were|is|are|has|had|will|said|says|that|which|until|since)\b"
)
_COARSE = re.compile(rf"(?:.{{0,50}}[,|·—–-]\s*)?((?:{MONTH}\s+(?:19|20)\d\d)|(?:19|20)\d\d年\d{{1,2}}月)\.?")
_BYLINE = re.compile(r"(?:By|BY|Words:|Text:)\s+([^\W\d_a-z][^\n,|·—–()\d]{1,60}?)\s*(?:[,|·—–(]|\d|\Z)")
_BYLINE_ZH = re.compile(r"(?:作者|记者|記者|撰文)[:：\s/／]\s?([^\s:：，,。)）|/／]{2,20})")
_SOURCE_ZH = re.compile(r"(?:来源|來源)[:：]\s?([^\s:：，,。)）|]{2,20})")


def read_datelines(text: str) -> Details:
    """Date, author and (as Chinese pages print it) outlet from the first lines of a document's text."""
    lines = [line.strip() for line in text[:4000].split("\n") if line.strip()][:_LINES]
    published = next((found for line in lines if (found := _dated(line))), None)
    return Details(
        published=published, published_by="dateline" if published else None,
        author=_first(lines, (_BYLINE, _BYLINE_ZH)), outlet=_first(lines, (_SOURCE_ZH,)),
    )  # fmt: skip


def _dated(line: str) -> str | None:
    opening = _OPENING.match(line)
    if opening:
        return find_date(opening.group())
    if len(line) > _SHORT:
        return None
    match = _DATE.search(line)
    if match:
        before, after = line[: match.start()], line[match.end() :].rstrip(".")
        if not _OTHER.search(before) and not _SENTENCE.search(f"{before} {after}"):
            return find_date(match.group())
    coarse = _COARSE.fullmatch(line)
    return find_date(coarse.group(1)) if coarse else None


def _first(lines: list[str], forms: tuple[re.Pattern[str], ...]) -> str | None:
    short = [line for line in lines if len(line) <= _SHORT]
    matches = (form.match(line) if form is _BYLINE else form.search(line) for line in short for form in forms)
    return next((match.group(1).strip() for match in matches if match), None)
