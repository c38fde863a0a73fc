"""Numerals in English: digits and words to values, without any reading of what they count.

``1,300``, ``1.3bn``, ``69 million``, ``3 lakh``, ``twenty-one``, ``one hundred and four``, ``half a million``,
``two and a half million``, ``hundreds of thousands``, ``431st``, ``two-thirds`` each become one :class:`Numeral`.
The scan is one compiled pattern without nested repetition over the same characters, so it runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from synopticon.extract.scanning import guard

UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
SUFFIXES = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000,
    "mil": 1_000_000, "mm": 1_000_000, "bln": 1_000_000_000, "tln": 1_000_000_000_000, "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000, "lakhs": 100_000, "crores": 10_000_000, "dozen": 12, "dozens": 12,
} | SCALES  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1_000,
}  # fmt: skip
# An uncounted plural spans one order of magnitude, as the codebook reads "hundreds": 100 to 999.
PLURALS = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (100.0, 999.0), "thousands": (1e3, 9_999.0),
    "tens of thousands": (1e4, 99_999.0), "hundreds of thousands": (1e5, 999_999.0), "lakhs": (1e5, 999_999.0),
    "millions": (1e6, 9_999_999.0), "tens of millions": (1e7, 99_999_999.0), "crores": (1e7, 99_999_999.0),
    "hundreds of millions": (1e8, 999_999_999.0), "billions": (1e9, 9_999_999_999.0),
    "tens of billions": (1e10, 99_999_999_999.0), "hundreds of billions": (1e11, 999_999_999_999.0),
    "thousands of millions": (1e9, 9_999_999_999.0), "trillions": (1e12, 9_999_999_999_999.0),
    "by the dozen": (12.0, 99.0), "by the hundred": (100.0, 999.0), "by the thousand": (1e3, 9_999.0),
    "by the million": (1e6, 9_999_999.0), "dozens of thousands": (24e3, 99_999.0),
}  # fmt: skip
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1_000,
}  # fmt: skip
GLYPHS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
MOST_DIGITS = 15  # longer runs are account or reference numbers; a float holds 15 digits exactly


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One numeral: ``text[start:end]`` says ``low`` to ``high`` (equal unless it is a plural such as "hundreds").

    ``kind`` is ``digits``, ``words``, ``round`` (a dozen, half a million: said for "about"), ``plural``,
    ``ordinal`` or ``fraction``; ``scale`` is the factor of a closing "million", 1 where there is none.
    """

    start: int
    end: int
    low: float
    high: float
    kind: str
    scale: float = 1.0


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_SCALE, _ORDINAL = _either(SCALES), _either(ORDINALS)
_CARDINAL = f"(?:{_either([*UNITS, *TENS, *SCALES])})"
_DENOMINATOR = _either([*FRACTIONS, *(name + "s" for name in FRACTIONS if not name.startswith("hal"))])
_POINT = "(?:zero|nought|naught|oh|one|two|three|four|five|six|seven|eight|nine)"
_GAP = r"(?:[ \u00a0]{1,3}|[-\u2010\u2011]|\r?\n(?!\s))"  # one space, hyphen or soft line end between number words
_GLYPHS = "".join(GLYPHS)
_REST = rf"[ ]and[ ](?:\d{{1,3}}|{_POINT})(?![\w%-]|[.,]\d|[ ](?:{_SCALE}|per))"  # "3 hundred and 21"
# How anything below can begin: most places of a text are turned away by this alone.
_HEADS = {
    word if len(word) <= 3 else word[:3]
    for word in (*UNITS, *TENS, *SCALES, *ORDINALS, *FRACTIONS, *PLURALS, "a_", "an_", "several", "few", "couple",
                 "rmb", "cny", "usd", "eur", "gbp", "hkd", "ntd", "rs", "rm", "rp")
}  # fmt: skip
SCAN = re.compile(
    rf"""
    (?<!\w)(?=[\d.{_GLYPHS}]|N\d|{guard(_HEADS)})(?:
    (?P<plural>(?:{"|".join(p.replace(" ", "[ ]") for p in sorted(PLURALS, key=len, reverse=True))})\b)
    |(?P<halfof>(?P<halfpart>half|quarter)[ -]{{1,2}}(?:(?:of[ ])?an?[ -]{{1,2}})?(?P<halfscale>{_SCALE}|dozen)\b)
    |(?P<glyph>[{_GLYPHS}])(?!\w)
    |(?P<round>(?:(?P<several>several|(?:a[ ])?few|(?:a[ ])?couple[ ](?:of[ ])?)[ ]?(?=(?:{_SCALE}|dozen)\b)
        |an?[ -](?=dozen))
        (?P<roundscale>{_SCALE}|dozen)\b(?:[ -](?P<roundmore>{_SCALE})\b)?)
    |(?P<ordinal>(?<![.,])\d{{1,6}}(?:st|nd|rd|th)\b)
    |(?<![.,/:\u2044])(?:RMB|CNY|USD|EUR|GBP|HKD|NTD|Rs\.?|RM|Rp|N(?=\d+(?:\.\d+)?[ ](?:million|billion|trillion)))?
        (?P<digits>\d{{1,3}}(?:,\d{{2,3}}){{0,6}},\d{{3}}(?!\d)(?:\.\d+)?
        |\d{{1,3}}(?:[\u00a0\u202f]\d{{3}}){{1,5}}(?!\d)(?:\.\d+)?
        |(?<!\d[ ])[1-9]\d{{0,2}}(?:[ ]\d{{3}}){{1,5}}(?![ ]?\d|[.,]\d|\w)|\d+(?:\.\d+)?|\.\d+)
        (?:[ \u00a0\n-]?(?P<suffix>{_SCALE}|lakhs|crores|mil|mln|mn|bln|bn|tln|trn|tn|dozens?|(?-i:MM))\b
            (?:(?:(?<=hundred)|(?<=thousand))(?P<more>[ ]\d{{1,2}}[ ]hundred(?:{_REST})?|{_REST})
            |(?P<digitshalf>[ ]and[ ]a[ ](?P<digitspart>half|quarter)\b))?
            |(?P<letter>[kmb])\b|(?P<withglyph>[{_GLYPHS}]))?
    |(?P<words>(?:an?[ -](?=(?:{_SCALE})\b))?{_CARDINAL}\b(?:{_GAP}(?:and{_GAP})?{_CARDINAL}\b)*)
        (?P<andhalf>[ ]and[ ]a[ ](?P<part>half|quarter)\b(?:[ ](?P<halfmore>{_SCALE})\b)?)?
        (?:[ -](?P<dozen>dozens?)\b)?(?:[ ]point[ ](?P<point>{_POINT}(?:[ ]{_POINT}){{0,5}})\b)?
        (?:[ -](?P<tail>{_ORDINAL}|{_DENOMINATOR})\b)?
    |(?P<ordinalword>(?:{_ORDINAL})\b)
    |(?P<partword>(?:half|quarter)\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]+")
# "4K video" and "2b" are names; "10k", "118m" and "1.3b" are figures.
NAME_LETTER = re.compile(r"[248]K$|^\d+[bB]$")


def find_numerals(text: str) -> list[Numeral]:
    """Every numeral of ``text`` in order, none overlapping another."""
    found: list[Numeral] = []
    for match in SCAN.finditer(text):
        found.extend(_read(match, text))
    return found


def _read(match: re.Match[str], text: str) -> Iterator[Numeral]:
    start, end = match.span()
    if match["plural"]:
        low, high = PLURALS[match["plural"].lower()]
        yield Numeral(start=start, end=end, low=low, high=high, kind="plural")
    elif match["halfof"]:
        part = 0.5 if match["halfpart"].lower() == "half" else 0.25
        value = part * SUFFIXES[match["halfscale"].lower()]
        yield _at(start, end, value, "round")
    elif match["glyph"]:
        yield _at(start, end, round(100 * GLYPHS[match["glyph"]], 1), "fraction")
    elif match["round"]:
        yield _round(match)
    elif match["ordinal"]:
        yield _at(start, end, float(match["ordinal"][:-2]), "ordinal")
    elif match["digits"]:
        yield from _digits(match, text)
    elif match["words"]:
        yield from _words(match)
    elif match["ordinalword"]:
        yield _at(start, end, float(ORDINALS[match["ordinalword"].lower()]), "ordinal")
    else:
        yield _at(start, end, 100.0 / FRACTIONS[match["partword"].lower()], "fraction")


def _at(start: int, end: int, value: float, kind: str, scale: float = 1.0) -> Numeral:
    return Numeral(start=start, end=end, low=value, high=value, kind=kind, scale=scale)


def _round(match: re.Match[str]) -> Numeral:
    scale = float(SUFFIXES[match["roundscale"].lower()])
    if match["roundmore"]:
        scale *= SCALES[match["roundmore"].lower()]
    start, end = match.span()
    several = (match["several"] or "").lower()
    if not several:
        return _at(start, end, scale, "round", scale)
    if "couple" in several:
        return _at(start, end, 2 * scale, "round", scale)
    # "several hundred": more than one hundred, fewer than a thousand
    return Numeral(start=start, end=end, low=2 * scale, high=10 * scale - 1, kind="plural", scale=scale)


def _digits(match: re.Match[str], text: str) -> Iterator[Numeral]:
    start, end = match.span("digits")[0], match.end()
    suffix = match["suffix"] or match["letter"]
    after = text[end : end + 1]
    if not suffix and (after.isalpha() or after == "_") and after.isascii():
        return  # part of a name: 4chan, 7Day, 5G
    if after in (":", "/", ".") and text[end + 1 : end + 2].isdigit():
        return  # a clock time, a date or section number, an address
    digits = re.sub(r"[,\s]", "", match["digits"])
    if len(digits) > MOST_DIGITS or NAME_LETTER.search(text[start:end]):
        return
    scale = float(SUFFIXES[suffix.lower()]) if suffix else 1.0
    value = round(float(digits) * scale, 6) + GLYPHS.get(match["withglyph"] or "", 0.0)
    yield _at(start, end, value + _more(match, scale), "digits", scale)


def _more(match: re.Match[str], scale: float) -> float:
    """What is added behind a scale: "3 hundred and 21", "3 million and a half"."""
    if match["digitshalf"]:
        return scale * (0.5 if match["digitspart"].lower() == "half" else 0.25)
    parts = re.findall(r"\d+|hundred|(?!and)[a-z]+", (match["more"] or "").lower())
    total = 0.0
    for part in parts:
        total = total * 100 if part == "hundred" else total + float(part if part.isdigit() else UNITS.get(part, 0))
    return total


def _words(match: re.Match[str]) -> Iterator[Numeral]:
    offset = match.start("words")
    groups = list(_split(match["words"]))
    for left, right, value, scale in groups[:-1]:
        yield _at(offset + left, offset + right, value, "words", scale)
    if groups:
        left, right, value, scale = groups[-1]
        yield from _close(match, _at(offset + left, offset + right, value, "words", scale))


def _close(match: re.Match[str], last: Numeral) -> Iterator[Numeral]:
    """The last number of a run with what closes it: "and a half", "dozen", "thirds", "-first"."""
    value, end, kind, scale = last.low, last.end, last.kind, last.scale
    if match["andhalf"]:
        more = float(SCALES[match["halfmore"].lower()]) if match["halfmore"] else 1.0
        value = (value + (0.5 if match["part"].lower() == "half" else 0.25) * scale) * more
        end, scale = match.end("andhalf"), scale * more
    if match["dozen"]:
        value, end, kind, scale = value * 12, match.end("dozen"), "round", 12.0
    if match["point"]:
        digits = "".join(str(UNITS.get(word, 0)) for word in match["point"].lower().split())
        value, end = value + float(f"0.{digits}"), match.end("point")
    tail = (match["tail"] or "").lower()
    share = _share(value, tail)
    if share is not None:
        yield _at(last.start, match.end("tail"), share, "fraction")
    elif tail in ORDINALS and value % 100 in TENS.values() and ORDINALS[tail] < 10:
        yield _at(last.start, match.end("tail"), value + ORDINALS[tail], "ordinal")
    else:
        yield _at(last.start, end, value, kind, scale)
        if tail in ORDINALS:
            yield _at(match.start("tail"), match.end("tail"), float(ORDINALS[tail]), "ordinal")


def _share(value: float, tail: str) -> float | None:
    """The percentage of "two thirds" or "one-fifth"; ``None`` where the words are no fraction."""
    single = tail in FRACTIONS and tail != "halves"
    denominator = FRACTIONS.get(tail) or FRACTIONS.get(tail.removesuffix("s"))
    if denominator is None or (single and value != 1) or not 0 < value <= denominator:
        return None
    return percent(value, denominator)


def percent(part: float, whole: float) -> float:
    """``part`` of ``whole`` in percent: two decimals where they are exact, otherwise one, as reports write it."""
    exact = 100.0 * part / whole
    return round(exact, 2) if abs(round(exact, 2) - exact) < 1e-9 else round(exact, 1)


@dataclass(slots=True)
class _Sum:
    """A number being added up from words: ``total`` of the closed thousands, ``current`` below them."""

    start: int
    end: int
    total: float = 0.0
    current: float = 0.0
    scale: float = 1.0
    bare: bool = False  # a scale word that nothing multiplies, as in "the million"

    def take(self, word: str, joined: bool) -> bool:
        """Add ``word``; false where it cannot belong to this number. ``joined`` says that "and" stood before it."""
        if word in UNITS or word in TENS:
            return self._take_small(word, joined)
        if joined:
            return False
        factor = float(SCALES[word])
        if factor == 100:
            if not 0 < self.current < 100:
                return False
            self.current *= 100
        elif self.current:
            self.bare = False
            if self.total and factor >= self.scale:
                return False
            self.total, self.current, self.scale = self.total + self.current * factor, 0.0, factor
        else:
            self.bare = False
            self.total, self.scale = self.total * factor, self.scale * factor
        return True

    def _take_small(self, word: str, joined: bool) -> bool:
        value = float(UNITS[word] if word in UNITS else TENS[word])
        room = self.current % 100
        if joined and room:
            return False
        if room and not (room >= 20 and room % 10 == 0 and 0 < value < 10):
            return False
        self.current += value
        return True

    def result(self) -> tuple[int, int, float, float]:
        """Where the number stands, its value and the factor that closes it."""
        scale = self.scale if self.total and not self.current else 1.0
        return self.start, self.end, self.total + self.current, scale


def _split(run: str) -> Iterator[tuple[int, int, float, float]]:
    """The numbers in a run of number words: "five and six hundred" holds two."""
    number: _Sum | None = None
    joined, article = False, -1
    for match in WORD.finditer(run):
        word = match[0].lower()
        if word in ("and", "a", "an"):
            joined, article = word == "and", match.start() if word != "and" else -1
            continue
        if number is None or not number.take(word, joined):
            if number is not None and not number.bare:
                yield number.result()
            number = _open(word, match.start() if article < 0 else article, match.end(), article >= 0)
        number.end = match.end()
        joined, article = False, -1
    if number is not None and not number.bare:
        yield number.result()


def _open(word: str, start: int, end: int, article: bool) -> _Sum:
    if word not in SCALES:
        return _Sum(start, end, current=float(UNITS[word] if word in UNITS else TENS[word]))
    factor = float(SCALES[word])
    if factor == 100:
        return _Sum(start, end, current=factor, bare=not article)
    return _Sum(start, end, total=factor, scale=factor, bare=not article)
