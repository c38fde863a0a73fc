"""The shapes an English date takes, as one compiled pattern, and the words they are made of.

Each :class:`Shape` is a named pattern; :data:`SCAN` tries them in order at each place, and the shape that matched is
matched once more with its named parts. None of the patterns repeats a repetition, so the scan is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from synopticon.extract.numerals import ORDINALS, TENS, UNITS
from synopticon.extract.scanning import each, guard

MONTHS = {
    name: index
    for index, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: index
    for index, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun"))
    for name in names.split()
}  # fmt: skip
# The months a season begins and ends in, northern half of the earth, as most outlets of the corpus mean it.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
SMALL = UNITS | TENS | {"a": 1, "an": 1, "one": 1}

_MON = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![A-Za-z])\.?)(?![A-Za-z])"
)
_WD = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?![A-Za-z])\.?)"
_ORD = (
    r"(?:(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    + "|".join(sorted((w for w, v in ORDINALS.items() if v <= 20 or v == 30), key=lambda w: -len(w))) + r")(?![A-Za-z])"
)  # fmt: skip
_DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)(?![A-Za-z]))?(?!\d|[:.]\d|,\d\d\d(?!\d))|{_ORD})"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d\d\d(?!\d)|\.\d)"
_S = r"(?:[ \u00a0]{1,2}|[ ]?\n(?!\s))"  # a space or two, or one soft line break
# A year as it is spoken: "nineteen ninety six", "two thousand and fifteen", "twenty twenty".
_TEEN = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_BELOW = rf"(?:{_TEEN}|{_TENS}(?:[ -]{_ONES})?)"
_SPOKEN = (
    rf"(?:(?:fifteen|sixteen|seventeen|eighteen|nineteen){_S}hundred(?:{_S}(?:and{_S})?{_BELOW})?"
    rf"|(?:seventeen|eighteen|nineteen|twenty){_S}(?:{_BELOW}|oh[ -]{_ONES})"
    rf"|two{_S}thousand(?:{_S}(?:and{_S})?(?:{_BELOW}|{_ONES}))?)(?![\w-])"
)
_DAYWORD = rf"(?:(?:twenty|thirty)[ -]{_ONES}|{_TEEN}|twenty|thirty)(?![\w-])"
_YREL = rf"(?:this|last|next|that|the{_S}same|the{_S}previous|the{_S}following|the{_S}current){_S}year"
_TO = r"(?:-|–|—|to|and|until|till|through|or)"
_NUM = (
    r"(?:\d{1,3}|an?|half(?:[ -]an?)?|" + "|".join(sorted({*UNITS, *TENS}, key=lambda w: (-len(w), w)))
    + r"|(?:twenty|thirty|forty|fifty)[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    + rf"|(?:a{_S})?couple(?:{_S}of)?|(?:a{_S})?few|several|some|many)"
)  # fmt: skip
_UNIT = r"(?:day|week|fortnight|weekend|month|quarter|year|decade|century|hour|minute)s?"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|noon)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One way to write a date: a name and a pattern with named parts."""

    name: str
    pattern: re.Pattern[str]


def _year() -> str:
    """The year behind a day or month, in figures or as "last year"."""
    return (
        rf"(?:(?:{_S}?,)?(?:{_S}?|[-/])(?:(?:of|in){_S}(?=\d))?(?P<y>{_YEAR})|(?:{_S}?,)?{_S}(?:(?:of"
        rf"|in){_S})?(?P<yw>{_SPOKEN})"
        rf"|{_S}(?:of{_S}(?=\d\d(?![\w%,.]\d|\w|%))|[’'])(?P<yy>\d\d)(?!\w)|,?{_S}(?:of{_S})?(?P<yrel>{_YREL}))"
    )


_SOURCES = {
    "iso": r"(?P<y>(?:1[5-9]|20)\d\d)[-/.](?P<m>1[0-2]|0?[1-9])[-/.](?P<d>3[01]|[12]\d|0?[1-9])(?!\d|[/-]\d|\.\d)"
    r"(?:T[\d:.]{4,15}Z?)?|(?P<y2>(?:19|20)\d\d)(?P<m2>1[0-2]|0[1-9])(?P<d2>3[01]|[12]\d|0[1-9])(?![\d,]|\.\d)",
    "isomonth": r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>1[0-2]|0[1-9])(?![\d/-])",
    "daymonthname": rf"(?P<d>\d\d?)[-/](?P<mon>{_MON})[-/](?P<y>{_YEAR})"
    rf"|(?P<y2>{_YEAR})[-/](?P<mon2>{_MON})[-/](?P<d2>\d\d?)(?!\d)",
    "monthyear": rf"(?P<mon>{_MON})[-/](?P<y>{_YEAR})|(?P<y2>{_YEAR}){_S}(?P<mon2>{_MON})(?!{_S}\d)",
    "slash": r"(?P<a>\d\d?)[/.-](?P<b>\d\d?)[/.-](?P<y>(?:1[5-9]|20)\d\d|\d\d)(?![\d/-]|\.\d)",
    "bareslash": r"(?P<a>\d\d?)/(?P<b>\d\d?)(?![\d/-]|\.\d)",
    "monthday": rf"(?:{_WD},?{_S})?(?:(?P<rel>last|this|next){_S})?(?P<mon>{_MON}),?[ \u00a0\n/-]{{0,2}}(?:the{_S})?"
    rf"(?P<d>{_DAY}|{_DAYWORD}(?=[.,;:!?)]|$|{_S}(?:{_SPOKEN}|of|in|the|and|to)\b))"
    rf"(?:{_S}?{_TO}{_S}?(?:the{_S})?(?P<d2>{_DAY})(?!{_S}?{_MON}))?{_year()}?",
    "daymonth": rf"(?:{_WD},?{_S})?(?:the{_S})?(?P<d>{_DAY}|{_DAYWORD})(?:{_S}day)?"
    rf"(?:{_S}?{_TO}{_S}?(?:the{_S})?(?P<d2>{_DAY}))?(?:{_S}|-)?"
    rf"(?:of{_S})?(?P<rel>last{_S}|this{_S}|next{_S})?(?P<mon>{_MON}){_year()}?",
    "month": rf"(?:(?:the{_S})?(?P<edge>end|start|beginning(?!{_S}{_MON}{_S}\d\d?(?!\d))|close|middle|early|late"
    rf"|mid)(?:{_S}of{_S}|{_S}|-{_S}?)"
    rf"(?:the{_S})?)?"
    rf"(?:(?P<rel>last|this|next|past|the{_S}following|the{_S}previous|following|previous){_S})?(?P<mon>{_MON})"
    rf"(?:{_S}?{_TO}{_S}?(?P<mon2>{_MON}))?{_year()}?",
    "span": rf"(?:the{_S})?(?:(?P<edge>end|start|beginning|close|middle|turn)|(?:first|second|third|fourth|last"
    rf"|final|1st|2nd|3rd|4th|opening|closing)"
    rf"[ -](?:\w{{1,6}}{_S})?(?:half|quarter|months|weeks|days))(?:{_S}of|{_S}in"
    rf"|,)?{_S}(?:(?:the{_S})?(?:(?:calendar|fiscal)"
    rf"{_S})?year{_S})?"
    rf"(?:(?P<y>{_YEAR})|(?:(?P<which>this|last|next|the|that|the{_S}same){_S})?(?P<unit>year|month|week|quarter"
    rf"|decade)"
    rf"(?![A-Za-z-]))",
    "nthmonth": rf"the{_S}(?P<d>1[0-2](?:th)|[1-9](?:st|nd|rd|th)|{_ORD}){_S}month(?:{_S}of{_S}|,?{_S})"
    rf"(?:(?P<y>{_YEAR})|(?P<yrel>{_YREL}))",
    "feast": rf"(?:(?P<feast>Christmas(?:{_S}(?:Day|Eve))?|(?:the{_S}|next{_S})?New{_S}Year(?:[’']?s)?{_S}(?:Day"
    rf"|Eve)|Boxing{_S}Day|"
    rf"Valentine[’']?s{_S}Day|International{_S}Wom[ae]n[’']?s?[’']?{_S}Day"
    rf"|International{_S}Workers[’']?{_S}Day))(?![A-Za-z])"
    rf"{_year()}?",
    "quarter": rf"(?:(?P<q>Q[1-4]|H[12])(?:{_S}(?:of{_S})?|[/-])?(?P<y>{_YEAR})|(?P<y2>{_YEAR})(?:{_S}|-)?"
    r"(?P<q2>Q[1-4]|H[12])|(?P<q3>Q[1-4])(?![:.)]\s|[-/]))(?![A-Za-z\d])",
    "season": rf"(?:(?:early|late|mid)[ -](?:in{_S})?)?(?:(?P<rel>last|this|next|past|the|each){_S})?"
    rf"(?P<season>spring|summer|autumn|fall|winter)(?:(?:{_S}(?:of|in))?(?:{_S}(?P<y>{_YEAR})|"
    rf"{_S}[’'](?P<yy>\d\d)(?!\w)|{_S}(?P<yrel>{_YREL})))?(?![A-Za-z])",
    "era": r"(?:the[ \u00a0\n])?(?:early|late|mid)?[- \u00a0\n]?(?:(?:1[5-9]|20)\d0[’']?s(?![A-Za-z])|[’']\d0s|"
    r"(?:\d\d?(?:st|nd|rd|th)|nineteenth|twentieth|twenty-first|last|this|past)[ \u00a0\n]century|"
    r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![A-Za-z])",
    "weekday": rf"(?:(?P<ofweek>last|this|next){_S}week(?:{_S}on)?{_S})?(?:(?P<rel>last|this|next|past|coming"
    rf"|(?:the{_S})?following|(?:the{_S})?previous){_S}|(?:early|late|earlier"
    rf"|later){_S}(?:on{_S})?)?(?P<wd>{_WD})"
    rf"(?P<plural>s(?![A-Za-z]))?(?:(?:[’']s)?{_S}{_PART})?"
    rf"(?:,?{_S}(?P<dom>(?:the{_S})?(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|the{_S}{_ORD}"
    r"|(?:3[01]|[12]\d)(?=[!.,;]|$))(?![\w%]|[.,]\d|[ ][A-Z]))?"
    rf"(?:{_S}(?:of{_S})?(?P<week>last|this|next|the{_S}following|the{_S}previous){_S}week(?!end))?(?![A-Za-z])",
    "deictic": rf"(?:the{_S}day{_S}(?P<far>before{_S}yesterday|after{_S}tomorrow)|(?P<day>today|tonight|yesterday"
    rf"|tomorrow)|"
    rf"(?P<this>this|last){_S}(?P<part>{_PART}))(?![A-Za-z])(?:{_S}{_PART})?",
    "inyear": rf"(?:earlier|later|early|late|sometime){_S}(?:on{_S})?in{_S}the{_S}(?P<unit>year|month"
    rf"|week)(?![A-Za-z])",
    "relative": rf"(?:(?P<within>earlier|later|early|late|sometime){_S}(?:in{_S})?)?(?:(?:the|this){_S})?"
    rf"(?P<rel>last|this|next|past|previous|coming|following|preceding|same|that|current)"
    rf"(?:{_S}(?:calendar|financial|fiscal|whole|very|same|entire|working))?{_S}(?P<unit>day|week|workweek|weekend"
    rf"|fortnight|month"
    rf"|quarter|year|decade)(?![A-Za-z])",
    "beside": rf"the{_S}(?P<unit>day|week|month|year){_S}(?P<side>before|after)(?![A-Za-z])(?P<more>{_S}(?:last|next"
    rf"|that)(?![A-Za-z]))?",
    "counted": rf"(?P<n>{_NUM})(?:{_S}|-)(?P<unit>{_UNIT}){_S}(?P<side>from|after|before|since){_S}"
    rf"(?=(?:on{_S})?(?:today|tomorrow|yesterday|next{_S}{_WD}|last{_S}{_WD}|(?:the{_S})?{_DAY}[ -](?:of{_S})?{_MON}"
    rf"|{_MON}{_S}\d"
    rf"|{_WD}|Christmas|New{_S}Year|\d\d?/\d\d?/\d)(?![a-z]))",
    "ahead": rf"in{_S}(?:(?:the{_S}next|about|another|just|only|less{_S}than){_S})?(?P<n>{_NUM}){_S}(?P<unit>days?"
    rf"|weeks?|fortnights?"
    rf"|months?|years?)(?![A-Za-z’'-]|{_S}(?:of|from|ago|since|that|to|on)\b)",
    "away": rf"(?P<n>{_NUM})(?:{_S}|-)(?P<unit>{_UNIT})"
    rf"(?:{_S}(?P<side>ago|earlier|later|before|previously|after|afterwards|from{_S}now|hence|back|on)(?![A-Za-z])"
    rf"(?:{_S}(?P<deictic>today|tomorrow|yesterday)(?![A-Za-z]))?|(?P<hence>[’']s?{_S}time(?![A-Za-z])))",
    "dayonly": rf"the{_S}(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![A-Za-z])|{_ORD})(?:{_S}day)?(?:{_S}(?:of{_S})?"
    rf"(?P<which>this"
    rf"|last|next|that|the|the{_S}same){_S}month)?",
    "now": rf"(?:now|currently|at{_S}present|at{_S}the{_S}moment|nowadays|these{_S}days|so{_S}far|to{_S}date"
    rf"|right{_S}now)(?![A-Za-z])",
    "year": rf"(?:(?:early|late|mid|fiscal|FY|year|fall)[- \u00a0\n]?)?(?P<y>(?:1[89]|20)\d\d)(?:[’']s)?(?![\d%]"
    r"|,\d\d\d(?!\d)|[.:]\d)"
    rf"(?:(?:{_S}?(?:-|–|—|~)|{_S}?/){_S}?(?P<y2>(?:(?:1[89]|20)\d\d|\d\d)(?![\d:/-]|\.\d)))?",
    "spokenyear": rf"(?P<yw>{_SPOKEN})",
}  # fmt: skip

# Behind a day without a year: "... to July 3, 2020".
THEN_DATED = (
    rf"{_S}?(?:-|–|—|to|and|until|till|through){_S}?(?:the{_S})?(?:(?P<mon>{_MON}){_S}(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
    rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?{_S}(?:of{_S})?(?P<mon2>{_MON})),?{_S}(?:(?:of|in){_S})?(?P<y>{_YEAR})"
)
# Feasts that have one day everywhere, by the end of their names.
FEASTS = (
    ("eve", (12, 24)), ("christmas", (12, 25)), ("christmas day", (12, 25)), ("boxing day", (12, 26)),
    ("valentine's day", (2, 14)), ("valentines day", (2, 14)), ("women's day", (3, 8)), ("workers' day", (5, 1)),
    ("workers day", (5, 1)), ("day", (1, 1)),
)  # fmt: skip

SHAPES = tuple(Shape(name=name, pattern=re.compile(source, re.IGNORECASE)) for name, source in _SOURCES.items())
# How the first word of any date can begin; most places of a text are turned away by this alone.
_NAMED = each("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun spr sum aut fall win")
_COUNTS = each(
    "one two thr four five six sev eig nin ten ele twe thi fif for few sever some_ many coup zero half fou fir "
    "seco nought"
)
_EDGES = each("end sta begin clos midd mid earl late last turn fin open next past prev prec com foll same cur fisc")
_FIRST = [
    *_NAMED, *_COUNTS, *_EDGES,
    *each("christ new_y next_n boxi valen interna in_ sometim"),
    *each("tod tomo ton yes at_pres at_the_m now these_d righ so_far to_date someti fy year_ q1 q2 q3"),
    *each("q4 h1 h2 this_ that_d that_w that_m that_y that_v that_s a_day a_week a_mon a_year a_fort"),
    *each("a_dec a_quar a_cent"),
    *each("a_coup a_few an_hour a_min the_d the_w the_mo the_y the_1 the_2 the_3 the_4 the_5 the_6 the_7 the_8 the_9"),
    *(f"the_{word}" for word in (*_NAMED, *_COUNTS, *_EDGES)),
]  # fmt: skip


_NAMES = re.compile(r"\?P<\w+>")
SCAN = re.compile(
    rf"(?<!\w)(?:(?=\d|[’']\d)|(?={guard(_FIRST)}))(?<![$£€¥#/])(?:(?<!\d[.,-])|(?=[A-Za-z]))(?:"
    + "|".join(f"(?P<{name}>{_NAMES.sub('?:', source)})" for name, source in _SOURCES.items()) + ")",
    re.IGNORECASE,
)  # fmt: skip
BY_NAME = {shape.name: shape.pattern for shape in SHAPES}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[name.rstrip(".").lower()]


def year_number(said: str) -> int:
    """The year in figures or as it is spoken: "1996", "nineteen ninety six", "two thousand and fifteen"."""
    if said.isdigit():
        return int(said)
    parts = [word for word in re.split(r"[ \-\u00a0\n]+", said.lower()) if word not in ("and", "oh")]
    values = [SMALL.get(part, 0) for part in parts]
    if parts[1] == "thousand":
        return values[0] * 1000 + sum(values[2:])
    return values[0] * 100 + sum(values[1:])  # "hundred" itself adds nothing


def day_number(words: str) -> int:
    """1 to 31 for "3", "3rd", "third", "twenty-first", "twenty nine"; 0 where it is none."""
    figures = re.match(r"\d+", words)
    if figures:
        return int(figures[0])
    total = 0
    for word in re.split(r"[ \-\n]+", words.lower()):
        total += ORDINALS.get(word, TENS.get(word, UNITS.get(word, 0)))
    return total
