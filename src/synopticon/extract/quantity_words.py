"""The English words around a that say what its bounds are, what it measures, and whether it counts at all."""

from __future__ import annotations

import re

from synopticon.extract.numerals import ORDINALS, SCALES, TENS, UNITS
from synopticon.extract.scanning import each, guard

_S = r"[ \u00a0\n]"
_LOW = (
    r"(?:more|greater|larger|higher|bigger){_}(?:than{_})?or{_}equal{_}(?:to|than)|"
    r"at{_}least{_}or{_}equal{_}to|more{_}than|at{_}least"
    r"|(?<!presides{_})(?<!presided{_})(?<!preside{_})(?<!hand{_})(?<!handed{_})(?<!watches{_})over|above"
    r"|upwards{_}of|no{_}fewer{_}than|no{_}less{_}than|not{_}less{_}than|not{_}fewer{_}than|"
    r"north{_}of|in{_}excess{_}of|better{_}than|greater{_}than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped"
    r"|ping)?|"
    r"cross(?:es|ed|ing)?|pass(?:es|ed|ing)?|past|through(?={_}the{_})|beyond|a{_}minimum{_}of|minimum{_}of"
    r"|well{_}over|well{_}above|"
    r"as{_}few{_}as|larger{_}than|higher{_}than|bigger{_}than|upward{_}of|not{_}under|not{_}below|>[ ]?=|[>≥]"
)
_HIGH = (
    r"(?:less|fewer|smaller|lower){_}(?:than{_})?or{_}equal{_}(?:to|than)|"
    r"less{_}than|fewer{_}than|under|below|up{_}to|as{_}many{_}as|as{_}much{_}as|at{_}most|at{_}the{_}most"
    r"|no{_}more{_}than|"
    r"not{_}more{_}than|not{_}over|a{_}maximum{_}of|maximum{_}of|lower{_}than|smaller{_}than|short{_}of|shy{_}of"
    r"|not{_}above|"
    r"well{_}under|well{_}below|<[ ]?=|[<≤]"
)
_NEAR = (
    r"nearly|almost|close{_}to|close{_}on|just{_}under|just{_}below|just{_}short{_}of|just{_}shy{_}of|not{_}quite"
    r"|approaching|"
    r"a{_}little{_}under|slightly{_}(?:under|below|less{_}than|fewer{_}than)|slightly{_}under|a{_}little{_}less{_}than|"
    r"little{_}short{_}of|near(?:ing)?|barely|scarcely|hardly|all{_}but|virtually"
)
_OVERNEAR = (
    r"just{_}over|just{_}above|a{_}little{_}over|slightly{_}(?:over|above|more{_}than|higher{_}than)"
    r"|a{_}little{_}more{_}than|"
    r"little{_}more{_}than|just{_}more{_}than|marginally{_}(?:over|above|more{_}than)|a{_}touch{_}over"
)
_APPROX = (
    r"about|around|roughly|approximately|approx\.?|some|circa|ca?\.|an{_}estimated|estimated|in{_}the{_}region{_}of|"
    r"on{_}the{_}order{_}of|in{_}the{_}neighbou?rhood{_}of|something{_}like|perhaps|maybe|probably|or{_}so|[~≈∼]|"
    r"hover(?:s|ed|ing)?{_}(?:around|near|at)|thought{_}to{_}number|believed{_}to{_}number|estimated{_}at"
    r"|an{_}average{_}of|"
    r"average{_}of|as{_}good{_}as|anything{_}like"
)
_HEADS = each(
    "mor at ove abo upw no not nor in bet gre exc sur top cro pas thr bey min max wel as lar hig big les few "
    "und bel up "
    "low sma sho shy nea alm clo jus a app sli lit bar sca har all vir mar aro rou som cir ca c. an est on per "
    "may pro or "
    "hov tho bel ave any exa pre onl mer ful ano"
)
_EXACT = (
    r"exactly|precisely|only|just|a{_}total{_}of|a{_}mere|merely|fully|a{_}full|another|a{_}further|a{_}combined|"
    r"a{_}record"
)


def _spaced(pattern: str) -> str:
    return pattern.replace("{_}", _S)


BEFORE = re.compile(
    _spaced(
        rf"(?:(?<![\w-])|(?=[<>≥≤]))(?=[~≈∼<>≥≤]|{guard(_HEADS)})(?:(?P<overnear>{_OVERNEAR})|(?P<near>{_NEAR})|(?P<low>{_LOW})"
        rf"|(?P<high>{_HIGH})|(?P<approx>{_APPROX})"
        rf"|(?P<exact>{_EXACT}))(?P<the>(?:(?<=[~≈∼<>≥≤=]){_S}{{0,2}}|{_S}{{1,2}})(?:the{_S}(?=[\w,.-]{{1,20}}"
        rf"(?:[ -]\w{{1,12}}){{1,3}}))?)"
    ),
    re.IGNORECASE,
)
# "does not exceed", "in neither firm do they exceed": the verb's bound turns round
_TURNED = re.compile(r"(?:\bnot?|n['’]t|\bneither|\bnever|\bnor|\bwithout)\b[^.;!?]{0,24}$", re.IGNORECASE)
_VERBS = re.compile(r"exceed|surpass|top|cross|pass", re.IGNORECASE)


def bound_of(match: re.Match[str], text: str) -> str:
    """What a modifier does to the behind it: low, high, near, over-near, approx or exact."""
    name = match.lastgroup if match.lastgroup != "the" else ""
    for group in ("overnear", "near", "low", "high", "approx", "exact"):
        if match[group]:
            name = group
            break
    if name == "overnear":
        return "over-near"
    lead = text[max(0, match.start() - 40) : match.start()]
    if name == "low" and _VERBS.match(match["low"]) and _TURNED.search(lead):
        return "high"
    return name or "exact"


_CURRENCY = r"US\$|HK\$|NT\$|AU?\$|CA?\$|S\$|R\$|\$|£|€|¥|￥|₹|₩|₽|₺|₦|₫|฿"
MONEY_BEFORE = re.compile(
    rf"(?:{_CURRENCY}){_S}?|(?<![A-Za-z])(?:RMB|CNY|USD|EUR|GBP|HKD|NTD|TWD|JPY|INR|KRW|Rs\.?|RM|Rp\.?|CHF|SEK|NOK|Kč"
    rf"|PKR|KES|UGX){_S}?"
    r"|(?<![A-Za-z])N(?=\d)"
)
_MONEYWORDS = (
    r"(?:U\.?S\.?|Hong{_}Kong|New{_}Taiwan|Taiwan|Australian|Canadian|Singapore)?{_}?(?:dollars?|bucks)|euros?|yuan"
    r"|renminbi|rmb|"
    r"pounds?(?:{_}sterling)?|rupees?|rubles?|roubles?|yen|won|lira|liras|pesos?|reais|real(?=[ ,.])|riyals?|dinars?"
    r"|dirhams?|"
    r"rand|naira|cedis?|shillings?|baht|ringgit|rupiah|dong|francs?|kron(?:or|er|a|e)|zloty(?:s)?|taka|kyats?|tenge"
    r"|soms?|"
    r"forints?|cents(?![A-Za-z])|pence|USD|EUR|CNY|GBP"
)
UNIT = re.compile(
    _spaced(
        rf"(?P<points>{_S}?(?:%|percent(?:age)?|per{_S}?cent)?(?:{_S}|-)(?:percentage{_S})?points?(?![A-Za-z]|{_S}"
        rf"(?:zero|one|two))|"
        rf"{_S}?pp(?![A-Za-z]))"
        rf"|(?P<percent>{_S}?[%％]|[ \u00a0\n-]?(?:percents?|percentage|per{_S}cent|pct)(?![A-Za-z])"
        rf"|{_S}?pc(?![A-Za-z]))"
        rf"|(?P<age>[ -](?:years?|months?)(?:[ -])olds?(?![A-Za-z])|{_S}years{_S}of{_S}age)"
        rf"|(?P<money>[ \u00a0\n-]?(?:{_MONEYWORDS})(?![A-Za-z])|{_S}?[€£¥₫])"
        rf"|(?P<duration>[ \u00a0\n-]?(?:seconds?|minutes?|mins?|hours?|days?|nights?|weeks?|fortnights?|months?"
        rf"|years?|decades?|"
        rf"centuries|a\.?m\.?|p\.?m\.?|o['’]clock)(?![A-Za-z]))"
        rf"|(?P<measure>{_S}?(?:km|kg|mm|cm|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|tonnes?"
        rf"|tons?|kilos?|"
        rf"kilograms?|hectares?|acres?|litres?|liters?|barrels?|degrees?|megabits?|gigabits?|[KMGT]B|[MG]bps|[MGk]W"
        rf"|MHz|GHz|°C?)(?![A-Za-z]))"
        rf"|(?P<times>[ -](?:times(?={_S}(?:as|more|the|higher|larger|bigger|over|greater)\b)|fold)(?![A-Za-z])"
        rf"|fold(?![A-Za-z]))"
    ),
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?P<low>\+(?!\d)|[ -]plus(?![A-Za-z])|{_S}(?:or|and){_S}(?:more|above|over|greater|upwards?)(?![A-Za-z]|{_S}"
    rf"(?:than|\d|of))|,?{_S}at{_S}"
    rf"(?:the{_S}(?:very{_S})?)?least(?![A-Za-z]))"
    rf"|(?P<high>{_S}or{_S}(?:fewer|less|under|below)(?![A-Za-z]|{_S}(?:than|\d))|{_S}at{_S}(?:the{_S})?"
    rf"(?:very{_S})?most(?![A-Za-z]))"
    rf"|(?P<odd>[ -]odd(?![A-Za-z])|[ -]?ish(?![A-Za-z]))"
    rf"|(?P<approx>,?{_S}(?:or{_S}so|give{_S}or{_S}take|or{_S}thereabouts|more{_S}or{_S}less)(?![A-Za-z])"
    rf"|{_S}[a-z]+,{_S}give{_S}or{_S}take(?![A-Za-z])|{_S}[a-z]+{_S}or{_S}so(?![A-Za-z]))",
    re.IGNORECASE,
)
AFTER_BOUNDS = {"low": "low", "high": "high"}

_SMALL = {**UNITS, **TENS, "hundred": 100, "thousand": 1000}
_SMALLWORDS = "|".join(sorted(_SMALL, key=lambda w: -len(w)))
_ORD = "|".join(sorted((w for w, v in ORDINALS.items() if 2 <= v <= 20), key=lambda w: -len(w)))
_RATIO_HEADS = {word[:3] for word in (*_SMALL, "every")}
RATIO = re.compile(
    rf"(?<![\w.,/-])(?=\d|{guard(_RATIO_HEADS)})(?:(?P<part>\d{{1,3}}|{_SMALLWORDS})(?P<between>(?:{_S}(?!in\b|out\b"
    rf"|of\b|and\b|or\b|per\b|million|billion|thousand)[A-Za-z]+){{0,3}}?){_S}"
    rf"(?P<link>in{_S}every|out{_S}of{_S}every|out{_S}of|of{_S}every|in){_S}(?P<whole>\d{{1,4}}(?![\d,.:/]?\d|(?:st"
    rf"|nd|rd|th))|a{_S}hundred|(?:{_SMALLWORDS})(?!\w|-[a-z]))"
    rf"|every{_S}(?P<every>{_ORD}){_S}(?!day|week|month|year|hour|time|night|Monday|Friday|Sunday|Saturday)(?=[a-z]))",
    re.IGNORECASE,
)
ROUND_WHOLES = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 25.0, 50.0, 100.0, 1000.0})
PLURAL_NOUN = re.compile(r"[ ](?!is\b|was\b|has\b|as\b)[a-z]+s\b")
RANGE_LINK = re.compile(
    rf"[%€£]?(?:(?P<dash>{_S}?[-–—−~]{_S}?)|{_S}(?:percent{_S}|per{_S}cent{_S})?(?:(?P<to>to|through)|(?P<and>and)"
    rf"|(?P<or>or)){_S})(?:{_CURRENCY})?",
    re.IGNORECASE,
)
BETWEEN = frozenset(("between", "from"))
MORE_DASHES = re.compile(r"[-–/:]\d")
ARTICLE = re.compile(r"(?<![A-Za-z])(?:an?|one)[ \u00a0\n]$", re.IGNORECASE)
DENOMINATORS = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000})
AFTER_SHARE = re.compile(
    rf"{_S}(?:of|or{_S}so|are|is|were|was|have|had|has|belong|hold|say|said|the|its|their|his|her|our|all|these|those"
    rf"|and|but|as|"
    rf"fewer|more|less|that|to|in|at|by|who|which|among|below|above|since|use|own)\b|{_S}?[,.;:!?)—–”\"]|$"
)
NOT_HALF = re.compile(
    rf"-|{_S}(?:an?{_S}|past\b|hour|day|year|brother|sister|time|marathon|term|century|moon|dozen|million|of{_S}"
    rf"(?:the{_S})?(?:year|19|20)|"
    rf"final|mile|pounder|finals|century)|ing\b",
    re.IGNORECASE,
)
NOT_HALF_LEAD = re.compile(
    r"(?:first|second|third|fourth|last|other|better|latter|this|that|per|each|every|next|previous|and a|in|\d(?:st"
    r"|nd|rd|th))[ -]$",
    re.IGNORECASE,
)

# What a behind one of these names: a label, not a count.
LABELS = frozenset(
    each(
        "act amendment android annex apartment appendix article articles bill block box case category channel "
        "chapter chapters circular class clause clauses covid decree decree-law directive document episode "
        "explorer fax fig figure file flight formula gate gen generation grade h.r highway ie ios issue law level "
        "lot no nos notice p page pages para paragraph phase phone pp principle regulation resolution room "
        "round route rule rules schedule season section sections series stage suite table tel tier type v version "
        "vol volume windows zip "
    )
)
LIST_MARK = re.compile(r"[.)](?=\s)|\.\d+\s|\s?[|]|\s(?=[A-Z][a-z]+\s[a-z])")
ONE_THING = re.compile(
    r"[ \u00a0-](?!of\b|another|day\b|who\b|which\b|that\b|is\b|was\b|has\b|had\b|can\b|could\b|would\b|will\b"
    r"|should\b|must\b|may\b|by\b|"
    r"or\b|and\b|in\b|to\b|for\b|at\b|on\b|with\b|after\b|if\b|as\b|but\b|than\b|more\b|morning|evening|night|thing"
    r"|side|step|"
    r"hand|a\b|the\b|from\b|where\b|when\b|it\b|he\b|she\b|they\b|we\b|way\b|time\b|moment)[a-z]+"
)
NOT_ONE = frozenset(each("no any every some each this that which the another first next last good bad big new old as"))
AGE_WORDS = frozenset(each("aged age ages of under over below above least"))
AGE_BEFORE = re.compile(
    r"\b(?:aged|age|ages|(?:man|woman|boy|girl|youth|person|student|child|children|worker|teenager) of"
    r"|under the age of|"
    r"(?:people|those|anyone|users|children|persons|members|minors|residents|citizens|all) (?:aged )?(?:under|over"
    r"|below|above|at least))[ \n]$",
    re.IGNORECASE,
)
AGE_COMMA_BEFORE = re.compile(r"\b[A-Z][\w'’-]+,[ \n]$")
NOT_COUNTS = re.compile(
    r"(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)|(?<![\d.])\d{1,3}(?:\.\d{1,4}){2,4}(?![\d.])"  # times; versions and addresses
    r"|\+\d[\d ()-]{5,20}\d|(?<![\d-])\d{2,5}(?:-\d{2,5}){2,4}(?![\d-])"  # telephone numbers
    r"|(?<![\d/])\d{1,4}/\d{1,4}(?:/\d{1,4})?(?![\d/])|(?:https?://|www\.)\S{1,300}"
    r"|(?m:^\d{1,2}[.:]\d\d(?= [A-Z]))|(?m:^\d{1,2}(?:\.\d{1,2}){1,3}\.?(?= [A-Z]))"  # "10.15 The", "3.2 By"
    r"|\b\d{1,2}[.:]\d\d ?[ap]\.?m\b|\b(?:under|over)-\d\ds\b"
)


# "more than 5 but fewer than 10": two open bounds that make one interval
BOTH_BOUNDS = re.compile(r",?\s(?:(?:and|but|yet)\s)?(?:is\s)?", re.IGNORECASE)
# "27.8 percent from 30.5", "1.3 million to 1.1": the second figure takes the first one's unit or factor
CARRY_REACH = 60
CARRY_STOP = re.compile(r"[.!?]\s|\n\n|\band\b.*\band\b")
CARRY_AFTER = re.compile(r"\s*(?:[.,;:)!?]|$|(?:by|in|after|before|since|from|to|at)\b)")
CARRY_LEAD = re.compile(r"\b(?:to|from|against|and|than|barely|nearly|about|with)\s$|,\s$|\b(?:began|now|today"
    r"|it was),?\s$")
AGED = re.compile(r"under|over|below|above|younger|older|aged", re.IGNORECASE)
"""Words before a figure that stands for years of age where nothing else is said: "60 percent are under 35"."""
CHANGED = re.compile(
    r"\b(?:rise|rose|risen|rising|gr[eo]w|grown|growing|climb\w*|f[ae]ll|fallen|falling|drop\w*|increas\w*|decreas\w*|"
    r"swell\w*|swollen|shr[iau]nk\w*|jump\w*|expand\w*|declin\w*|doubl\w*|tripl\w*|go|goes|went|gone|rais\w+|"
    r"lift\w*|cut|up|down)\b[^.;:,]{0,40}$", re.IGNORECASE,
)
"""What before "from 12 to 40" tells a change, and so two figures and no range."""
CARRY_SCALE = re.compile(r"(million|billion|trillion|bn|m|thousand|crore|lakh)$", re.IGNORECASE)


def small(said: str) -> float:
    """The value of a small in words or figures; 0 where it is none."""
    bare = " ".join(said.lower().split()).removeprefix("a ")
    if bare.isdigit():
        return float(bare)
    return float(_SMALL.get(bare, ORDINALS.get(bare, SCALES.get(bare, 0))))
