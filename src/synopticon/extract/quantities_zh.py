"""Quantities in Chinese, simplified and traditional, as intervals; see :mod:`synopticon.extract.quantities`.

逾, 超过 and a following 多 or 余 open the top; 近 and 不到 open the bottom; 约, 左右 and 来 make it approximate. 三成
and 百分之三十 are percentages, 千分之五 half of one, 过半 more than fifty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from synopticon.extract.numerals import percent
from synopticon.extract.numerals_zh import DIGITS, FULLWIDTH, HAN, MYRIADS, NUMBER, TENS, value_of
from synopticon.extract.scanning import each

_LOW = (
    r"(?:大于|大於|高于|高於|多于|多於)\s?(?:或者?|和)?\s?等[于於]|不小于|不小於|[≥>]\s?=?"
    r"|超过了?|超過了?|不少于|不少於|不低于|不低於|不下于|不下於|不下|(?:至少|最少|起码)[是有为為]?|高于|高於|大于|大於|多于|多於|逾|超"
    r"|突破|冲破|"
    r"衝破|迈过|邁過|跨过|破了|过了|過了|高出|远超|遠超"
)
_HIGH = (
    r"(?:小于|小於|低于|低於|少于|少於)\s?(?:或者?|和)?\s?等[于於]|不大于|不大於|[≤<]\s?=?|"
    r"不超过|不超過|不多于|不多於|不高于|不高於|(?:至多|最多|最高)[是有为為]?|低于|低於|少于|少於|小于|小於|不足|不到|不及|未满|未滿"
    r"|未达|不满|"
    r"不滿|未到"
)
_NEAR = r"将近|將近|接近|逼近|几近|幾近|直逼|近"
_APPROX = r"[约約][占佔]|大约|大約|大概|约莫|約莫|约为|约有|約有|约|約|差不多|估计|估計|上下约|粗略"
BEFORE = re.compile(
    rf"(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<near>{_NEAR})|(?P<approx>{_APPROX}))\s?"
)  # fmt: skip
_CLASSIFIER = (
    "名位个個人家户戶条條件次篇份座所间間款项項支只枚批组組处處场場册本部辆台张張股席笔筆宗起例网種种类類级級层層届度页頁"
    "股桩亩頭头员員票颗粒套幅路万萬亿億双雙对對块塊斤"
)
_MONEY = (
    r"(?:人民币|美|港|欧|歐|日|韩|英|新台|新臺|台|澳|新加坡)?(?:元|圆|圓|块钱|塊錢|镑|鎊|卢比|盧比|卢布|日圆)"
    r"|欧元|美金|英镑"
)
_DURATION = r"(?:个|個)?(?:年|月|周|週|星期|小时|小時|钟头|分钟|分鐘|秒|天|日|夜|宿|世纪)(?![份])"
_MEASURE = r"公里|千米|厘米|毫米|米|公斤|千克|克|吨|噸|平方米|平方公里|公顷|亩|升|度|兆|磅|号|號|点(?!赞)|點|时|時"
_RATE = rf"(?:百分之|百份之)(?P<pc>{NUMBER})|千分之(?P<pm>{NUMBER})|万分之(?P<pt>{NUMBER})"
_SHARE = (
    r"(?P<cheng>[一二两兩三四五六七八九]?[点點]?[一二三四五六七八九]|[两兩十半]|(?<![0-9０-９])[0-9０-９]{1,2}(?:[.．][0-9０-９])?)"
    r"(?:成(?!为|為|立|员|員|绩|績|本|果|功|都|交|就|长|長|年|品|份|型|名|人|婚|不变|不變)(?P<chengmore>半|[一二三四五六七八九](?![成十百千万]))?"
    r"|(?P<zhe>折)(?![腾騰叠疊磨射断斷合旧舊返戟服]))"
)
_HALF = r"(?P<half>一半|半数|半數|过半|過半|大半|多半)(?![年天日月径夜])"
_PARTS = rf"(?P<whole>{NUMBER})分之(?P<part>{NUMBER})"
_OUT = (
    r"(?P<outof>[一二两兩三四五六七八九十百]{1,3}|[0-9]{1,3})(?:个|個|名|位)[一-鿿]{0,4}?(?:里头|里|裡頭|裡|中|当中)"
    r"(?:就|便)?"
    r"(?:(?P<outapprox>差不多|大约|约)?(?:就)?有)(?P<outpart>[一二两兩三四五六七八九]|[0-9]{1,2})(?:个|個|名|位)"
)
_PLURAL = (
    r"(?P<plural>成千上万|成千上萬|成百上千|数以万计|數以萬計|数以千计|[数數几幾上好][十百千万萬亿億]{1,2}"
    r"|[数數几幾]十[万萬亿億])"
)
_CLOSE = r"(?P<close>[一二三四五六七八][二三四五六七八九])(?P<closescale>[十百千万萬亿億]{1,2})"
SCAN = re.compile(
    rf"(?P<rate>{_RATE})|(?P<share>{_SHARE})|(?P<fraction>{_PARTS})|(?P<ratio>{_OUT})|(?P<halfword>{_HALF})"
    rf"|(?P<plurals>{_PLURAL})|(?P<closes>{_CLOSE})"
    rf"|(?P<money>(?:[¥￥$€£]|人民[币幣]|新[台臺][币幣]|港[币幣]|RMB|HK\$|US\$|NT\$)\s?)?(?P<number>{NUMBER})"
)
AFTER = re.compile(
    rf"(?P<mid>[多余餘])?(?P<come>[来來])?(?P<unit>%|％|个百分点|個百分點|百分点|百分點|倍|(?:周)?[岁歲]|{_MONEY}"
    rf"|{_DURATION}|{_MEASURE})?"
    rf"(?P<count>[{_CLASSIFIER}]|余(?=[{_CLASSIFIER}]))?(?P<tail>(?:或者?|及)?以上|(?:或者?|及)更多|之上|之下|(?:或者?|及)?以下|以内|以內|左右|上下|之多|出头|出頭|多|余"
    rf"|餘|还多|還多|还不到)?"
)
RANGE = re.compile(r"(?P<u1>%|％|[名个個人家])?\s?(?:至|到|—|–|－|-|~|～|和|与"
r"|與)\s?(?=[0-9０-９零一二两兩三四五六七八九十百])(?P<rate>百分之)?")
# What a number is not: a label, a date's part, a clock time, a word that only looks like a number
LABEL_BEFORE = re.compile(r"(?:第|[A-Za-z_#]|[0-9][:：/.]|星期|礼拜|[上下本这]?[周週]|老|小|初|统|唯|万"
r"|[^零一二三四五六七八九十]零)$")
LABEL_AFTER = re.compile(
    r"(?:号(?![召])|號|时(?=[0-9零一二三四五六七八九十许，。])|点(?=[0-9零一二三四五六七八九十半，。起])|"
    r"[:：][0-9]|/[0-9]|[A-Za-z]|届|屆|世纪|年代|中全会|大(?=会|报告)|带一路|线城市|级)"
)
NOT_WORDS = re.compile(
    r"一(?:些|起|致|直|定|般|样|樣|边|旦|再|切|同|向|时|度|面|律|律|经|來|来|下|共|方面|系列|手|线|線|流|心|并|連|连"
    r"|如|贯|贯|举|次性)|"
    r"十分|千万(?:别|不|要)|万一|三(?:亚|星|国)|五(?:一|四)|九(?:寨|龙)|百(?:姓|度|货|科)|两(?:岸|会|高|新|面)|二"
    r"(?:手|线|維|维)|双十一|四川|七夕|"
    r"六一|八一|百分|千分"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One quantity as found: place, bounds, approximation and unit."""

    start: int
    end: int
    low: float | None
    high: float | None
    approx: bool
    unit: str | None


def find_amounts(text: str, taken: list[tuple[int, int]]) -> Iterator[Amount]:
    """Every quantity of ``text`` that no date of ``taken`` (sorted spans) covers; two that bound each other are one."""
    last: Amount | None = None
    for amount in _amounts(text, taken):
        if last is None:
            last = amount
            continue
        both = _both(last, amount, text)
        if both is None:
            yield last
        last = both or amount
    if last is not None:
        yield last


def _both(first: Amount, second: Amount, text: str) -> Amount | None:
    """One interval of two open ones that stand side by side; ``None`` where they do not bound one another."""
    if first.end > second.start or not BOTH.fullmatch(text, first.end, second.start):
        return None
    low, high = (first.low, second.high) if first.high is None else (second.low, first.high)
    closed = (first.low is None) + (first.high is None) + (second.low is None) + (second.high is None)
    if low is None or high is None or closed != 2 or low >= high or (first.high is None) == (second.high is None):
        return None
    unit = second.unit or first.unit
    return Amount(
        start=first.start, end=second.end, low=low, high=high, approx=first.approx or second.approx, unit=unit
    )


def _amounts(text: str, taken: list[tuple[int, int]]) -> Iterator[Amount]:
    """Every quantity by itself."""
    before = {match.end(): match for match in BEFORE.finditer(text)}
    dates = iter(taken)
    date = next(dates, None)
    position = 0
    while match := SCAN.search(text, position):
        start = match.start()
        while date is not None and date[1] <= start:
            date = next(dates, None)
        if date is not None and date[0] <= start < date[1]:
            position = date[1]
            continue
        amount = _read(match, text, before)
        position = max(amount.end, match.end()) if amount else _next(match)
        if amount is not None:
            yield amount


def _next(match: re.Match[str]) -> int:
    return match.end() if match["number"] else match.start() + 1


def _read(match: re.Match[str], text: str, before: dict[int, re.Match[str]]) -> Amount | None:
    core = _core(match, text)
    if core is None:
        return None
    low, high, approx, unit, end = core
    return _bounded(text, before, match.start(), end, low, high, approx, unit, match)


OPENING = frozenset(
    each("以上 或以上 或者以上 及以上 或更多 或者更多 及更多 之上 出头 出頭 多 余 餘 还多 還多")
)
# 500余万, 十多万, 二十几万: the myriad stands behind what opens the number
INNER = re.compile(r"[ ]?(?:(?P<open>[多余餘])|(?P<near>[来來])|(?P<some>[几幾]))[ ]?(?P<scale>[万萬亿億]{1,2})")
_TO_MORE = re.compile(r"[到至][两兩二三四五六七八九十]")  # 一到五个: the first number is counted by the second's word
# 大于100并且小于300: two bounds that make one interval
BOTH = re.compile(r"[，,、 的]{0,2}(?:并且|而且|同时|同時|并|並|且|但|而)?[ ]?")
Core = tuple[float, float, bool, "str | None", int]


def _core(match: re.Match[str], text: str) -> Core | None:
    """The bare value of a match: low, high, approx, unit and end."""
    end = match.end()
    if match["rate"]:
        said, factor = (match["pc"], 1.0) if match["pc"] else (match["pm"], 0.1) if match["pm"] else (match["pt"], 0.01)
        value = value_of(said)
        return None if value is None else (round(value * factor, 6), round(value * factor, 6), False, "percent", end)
    if match["share"]:
        value = _cheng(match)
        return value, value, False, "percent", end
    if match["fraction"]:
        whole, part = value_of(match["whole"]), value_of(match["part"])
        return None if not whole or not part or part > whole else _flat(percent(part, whole), "percent", end)
    if match["ratio"]:
        whole, part = value_of(match["outof"]), value_of(match["outpart"])
        if not whole or not part or part >= whole:
            return None
        return percent(part, whole), percent(part, whole), bool(match["outapprox"]), "percent", end
    if match["halfword"]:
        return _flat(50.0, "percent", end)
    if match["plurals"]:
        return _plural(match["plural"], end)
    if match["closes"]:
        return _close(match, end)
    return _number(match, text)


def _flat(value: float, unit: str | None, end: int) -> Core:
    return value, value, False, unit, end


def _cheng(match: re.Match[str]) -> float:
    said = match["cheng"].translate(FULLWIDTH)
    if match["zhe"]:
        return _zhe(said)
    whole = 0.5 if said == "半" else value_of(said) or 0.0
    more = match["chengmore"]
    return round(whole * 10 + (5 if more == "半" else DIGITS[more] if more else 0), 6)


def _zhe(said: str) -> float:
    """What is left of a price: 五折 is half, 七五折 and 75折 three quarters."""
    if said == "半":
        return 50.0
    value = value_of(said) or 0.0
    return round(value if value > 10 and "." not in said else value * 10, 6)


def _plural(said: str, end: int) -> Core:
    if said in ("成千上万", "成千上萬"):
        return 1_000, 99_999, True, None, end
    if said in ("成百上千",):
        return 100, 9_999, True, None, end
    if said.startswith(("数以", "數以")):
        unit = MYRIADS.get(said[2]) or TENS[said[2]]
        return unit, unit * 10 - 1, True, None, end
    unit = 1
    for char in said[1:]:
        unit *= MYRIADS.get(char) or TENS[char]
    # 上百 is a hundred or more; 数百 a few hundred, below a thousand
    return unit, float("inf") if said[0] == "上" else unit * 10 - 1, True, None, end


def _close(match: re.Match[str], end: int) -> Core | None:
    scale = 1
    for char in match["closescale"]:
        scale *= MYRIADS.get(char) or TENS[char]
    low, high = (DIGITS[char] * scale for char in match["close"])
    return (low, high, True, None, end) if high - low == scale else None


def _number(match: re.Match[str], text: str) -> Core | None:
    start, end = match.start("number"), match.end("number")
    said = match["number"]
    if LABEL_BEFORE.search(text[max(0, start - 3) : start]) or LABEL_AFTER.match(text, end):
        return None
    han = said[0] in HAN
    if han and NOT_WORDS.match(text, start):
        return None
    behind = AFTER.match(text, end)
    counted = (behind is not None and behind.end() > end) or _TO_MORE.match(text, end) is not None
    if han and len(said) == 1 and not counted:
        return None
    value = value_of(said)
    inner = INNER.match(text, end)
    if value is not None and inner is not None:
        scale = value_of("一" + inner["scale"]) or 1.0
        high = float("inf") if inner["open"] else (value + 9) * scale if inner["some"] else value * scale
        return value * scale, high, not inner["open"], None, inner.end()
    if value is None or (han and said in MYRIADS) or (han and said in TENS and said != "十"):
        return None
    return value, value, False, "money" if match["money"] else None, end


def _unit(said: str | None, unit: str | None) -> str | None:
    if not said or unit in ("percent", "money"):
        return unit
    if said in ("%", "％"):
        return "percent"
    for name, pattern in (
        ("points", r".*百分[点點]"), ("times", "倍"), ("age", "周?[岁歲]"), ("money", _MONEY), ("duration", _DURATION),
    ):  # fmt: skip
        if re.fullmatch(pattern, said):
            return name
    return "measure"


def _bounded(
    text: str, before: dict[int, re.Match[str]], start: int, end: int, low: float, high: float, approx: bool,
    unit: str | None, match: re.Match[str],
) -> Amount | None:  # fmt: skip
    """Read what stands before and behind a core: its modifiers, its unit and the second end of a range."""
    open_low = open_high = False
    open_high = high == float("inf") or match["half"] in ("过半", "過半", "大半", "多半")
    behind = AFTER.match(text, end)
    ranged = _range(text, end, low, unit)
    if ranged is not None:
        high, end, unit = ranged
    elif behind is not None:
        unit = _unit(behind["unit"], unit)
        end = behind.end("unit") if behind["unit"] else behind.end("come") if behind["come"] else (
            behind.end("mid") if behind["mid"] else end)
        open_high = open_high or bool(behind["mid"]) or behind["tail"] in OPENING
        approx = approx or bool(behind["come"]) or behind["tail"] in ("左右", "上下")
        open_low = behind["tail"] in ("以下", "或以下", "或者以下", "及以下", "之下", "以内", "以內", "还不到")
        if behind["tail"]:
            end = behind.end("tail")
    near = False
    while (mark := before.get(start)) is not None:
        start = mark.start()
        kind = mark.lastgroup
        open_high = open_high or kind == "low"
        open_low = open_low or kind in ("high", "near")
        near = near or kind == "near"
        approx = approx or kind == "approx"
    if open_low and open_high:
        open_high = False
    exact = (open_low and not near) or (open_high and not (match["plural"] or "").startswith("上"))
    return Amount(
        start=start, end=end, low=None if open_low else low, high=None if open_high else high,
        approx=near or (approx and not exact), unit=unit,
    )  # fmt: skip


def _range(text: str, end: int, low: float, unit: str | None) -> tuple[float, int, str | None] | None:
    """The other end of 百分之三到百分之五, 5至6万: its value, its place and its unit."""
    link = RANGE.match(text, end)
    if link is None:
        return None
    number = re.compile(NUMBER).match(text, link.end())
    value = value_of(number[0]) if number else None
    if number is None or value is None or value <= low:
        return None
    behind = AFTER.match(text, number.end())
    said = behind["unit"] if behind else None
    unit = "percent" if link["rate"] or link["u1"] in ("%", "％") else _unit(said, unit)
    return value, behind.end("unit") if behind and said else number.end(), unit
