"""Dates in Chinese news, simplified and traditional, resolved against the day of publication.

The values follow the same rules as in English: 去年底 is December of last year, 年初 and 上半年 the year, 上周 its
month. A bare day (15日) takes its month from the date told just before, else from the publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from synopticon.extract.date_setting import Reading, Setting, unit_at
from synopticon.extract.moments import (
    Point,
    day_near,
    month_near,
    point,
    shift_days,
    shift_months,
    shift_years,
    weekday_near,
    weekday_of_week,
)
from synopticon.extract.numerals_zh import DIGITS, count_of, year_of

_N = r"(?:[0-9０-９]{1,3}|[〇零一二两兩三四五六七八九十百]{1,5})"
_M = r"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])"
_D = (
    r"(?:[12][0-9]|3[01]|0?[1-9]|[１２][０-９]|３[０１]|[１-９]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
    r"|廿[一二三四五六七八九]?)"
)
_Y = r"(?:(?:19|20)[0-9]{2}|[１２][０-９]{3}|[一二][〇零○九一二三四五六七八]{3})"
_DAY = rf"(?P<d>{_D})(?:(?:日|号|號)(?:至|到|—|-|～)(?P<d2>{_D}))?(?:日|号|號)"
_EDGE = (
    r"(?P<edge>年?底|年?末|年?初|年中|年内|年內|上半年|下半年|第[一二三四]季度|[一二三四]季度"
    r"|前[一二三四五六七八九十]{1,2}个?月|[春夏秋冬](?:天|季)?)"
)
_MEDGE = r"(?:底|末|初|中旬|上旬|下旬|中|份)?"

SOURCES = {
    "iso": r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})[-/.](?P<m>1[0-2]|0?[1-9])[-/.](?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    "short": rf"(?<![0-9０-９第近这這那])(?P<yy>[019][0-9]|[零九][零一二三四五六七八九])年"
    rf"(?:(?P<m>{_M})月(?:{_DAY})?|(?=[以之初底末奥]))",
    "full": rf"(?<![0-9０-９])(?P<y>{_Y})年(?:(?P<m>{_M})月(?:{_DAY}|{_MEDGE})|{_EDGE})?(?!代)",
    "minguo": rf"(?:民[国國])(?P<n>{_N})年(?:(?P<m>{_M})月(?:{_DAY})?)?",
    "year": rf"(?P<rel>今年|去年|前年|大前年|明年|后年|後年|本年|当年|當年|那年|同年|次年|翌年)(?:度)?(?:"
    rf"(?P<m>{_M})月(?:{_DAY}|{_MEDGE})|{_EDGE})?",
    "monthrel": rf"(?P<rel>本月|这个月|這個月|上个?月|上個月|下个?月|下個月|当月|當月|同月|次月|翌月|那个月)(?:{_DAY}"
    rf"|{_MEDGE})",
    "chronicle": r"(?m:^)(?P<y>(?:19|20)[0-9]{2})(?=[\s：:—])",
    "months": rf"(?<![0-9０-９第])(?P<m>{_M})月?(?:至|到|—|-|～)(?P<m2>{_M})月",
    "monthday": rf"(?<![0-9０-９第])(?P<m>{_M})月(?:{_DAY}|(?P<part>底|末|初|中旬|上旬|下旬|份)?(?!球|亮|饼|經))",
    "weekday": r"(?P<rel>上上|上|本|这|這|下)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)"
    r"(?P<wd>[一二三四五六日天])(?![0-9年月岁周個个])",
    "week": r"(?P<rel>上|本|这|這|下)(?:一|个|個)?(?:周|週|星期|礼拜)(?P<end>末)?",
    "day": r"(?P<rel>大前天|前天|昨天|昨日|昨晚|昨夜|昨晨|今天|今日|今早|今晚|今晨|明天|明日|明晚|后天|後天"
    r"|前日(?!本)|当天|當天|"
    r"当日|當日|同日|同一天|即日|次日|翌日|第二天|隔天|隔日|前一天|昨(?=[（(发發宣公表起开開召舉举三通率]))",
    "ago": rf"(?P<n>{_N}|半|几|幾|数|數)(?:多)?(?P<unit>天|日|个?星期|周|週|个?月|個月|年)(?:多)?(?P<side>之?前|以前"
    rf"|之?后|之?後|以后)(?!期)",
    "edge": r"(?<![今去前明本当])(?P<edge>年底|年末|年初|年内|年內|月底|月初|月中)",
    "dayonly": rf"(?<![0-9０-９月.第为為期拘留至—\-一二三四五六七八九十多]){_DAY}"
    r"(?![内內本之后後前以间間常程薪均游照报])",
    "now": r"目前|现在|現在|如今|眼下|迄今|至今(?![天年日晚早晨])|日前|近日|近期|当前|當前|此前|日后",
}  # fmt: skip
PATTERNS = {name: re.compile(source) for name, source in SOURCES.items()}
_NAMES = re.compile(r"\?P<\w+>")
SCAN = re.compile("|".join(f"(?P<{name}>{_NAMES.sub('?:', source)})" for name, source in SOURCES.items()))
AHEAD_BEFORE = re.compile(r"(?:将|將|拟|擬|计划|計劃|预计|預計|预定|定于|訂於|暂定|暫定|暂订|暫訂|下届|下屆|下一|有望"
r"|截至日期|截止日期|要求)[^，。；！？\n]{0,24}$")
AHEAD_AFTER = re.compile(r"(?:底|末|日|号)?(?:前必须|前必須|前要|以前|之前|前将|前完成|前提交|起?将|起?將|起?启用"
r"|起?啟用|能|要|再|後將|拟|会|將於)")
WEEKDAYS = {char: index for index, char in enumerate("一二三四五六日")} | {"天": 6}
DAYS = {
    "大前": -3, "前天": -2, "前日": -2, "昨": -1, "今": 0, "即日": 0, "明": 1, "后天": 2, "後天": 2,
}  # fmt: skip
YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "后年": 2, "後年": 2}


def _direction(match: re.Match[str], setting: Setting) -> int:
    """+1 where the clause looks forward, -1 where it does not."""
    if setting.past is not None:
        return -1 if setting.past else 1
    start, end = match.span()
    ahead = AHEAD_BEFORE.search(setting.text[max(0, start - 30) : start]) or AHEAD_AFTER.match(setting.text, end)
    return 1 if ahead else -1


def _edge(year: Point | None, edge: str | None) -> Point | None:
    """去年底 names December; 年初, 上半年 and the seasons no more than the year."""
    if year is None or not edge:
        return year
    return point(year.year, 12) if edge.endswith(("底", "末")) else year


def _in_year(year: Point | None, match: re.Match[str], kind: str) -> Reading:
    groups = match.groupdict()
    if year is None:
        return Reading(value=None, kind=kind)
    if not groups.get("m"):
        return Reading(value=_edge(year, groups.get("edge")), kind="year" if kind == "date" else kind)
    month = count_of(groups["m"])
    day, last = count_of(groups.get("d") or ""), count_of(groups.get("d2") or "")
    until = point(year.year, month, last) if last > day else None
    return Reading(value=point(year.year, month, day or None), until=until, kind=kind)


def _iso(match: re.Match[str], setting: Setting) -> Reading | None:
    found = point(int(match["y"]), int(match["m"]), int(match["d"]))
    return Reading(value=found) if found else None


def _full(match: re.Match[str], setting: Setting) -> Reading | None:
    year = year_of(match["y"])
    return _in_year(point(year), match, "date") if year and 1000 <= year <= 2100 else None


def _chronicle(match: re.Match[str], setting: Setting) -> Reading | None:
    return Reading(value=point(int(match["y"])), kind="year")


def _months(match: re.Match[str], setting: Setting) -> Reading | None:
    """1至6月: a stretch of months is told by its year."""
    first = month_near(setting.reference, count_of(match["m"]), direction=_direction(match, setting), strict=False)
    return Reading(value=first.to_year() if first else None)


def _short(match: re.Match[str], setting: Setting) -> Reading | None:
    """07年, 九八年: two figures for a year."""
    year = int("".join(str(DIGITS.get(char, char)) for char in match["yy"]))
    return _in_year(point(2000 + year if year < 50 else 1900 + year), match, "date")


def _minguo(match: re.Match[str], setting: Setting) -> Reading | None:
    # the Republic's first year is 1912
    return _in_year(point(1911 + count_of(match["n"])), match, "date")


def _year(match: re.Match[str], setting: Setting) -> Reading | None:
    rel = match["rel"]
    if rel in YEARS:
        return _in_year(shift_years(setting.reference, YEARS[rel]), match, "relative")
    step = 1 if rel in ("次年", "翌年") else 0
    return _in_year(shift_years(setting.told, step), match, "told")


def _monthrel(match: re.Match[str], setting: Setting) -> Reading | None:
    rel = match["rel"]
    from_told = rel[0] in "当當同次翌那"
    step = -1 if rel[0] == "上" else 1 if rel[0] in "下次翌" else 0
    month = shift_months(setting.told if from_told else setting.reference, step)
    day = count_of(match["d"] or "")
    value = point(month.year, month.month, day or None) if month else None
    return Reading(value=value, kind="told" if from_told else "relative")


def _monthday(match: re.Match[str], setting: Setting) -> Reading | None:
    month, day, last = (count_of(match[name] or "") for name in ("m", "d", "d2"))
    direction = _direction(match, setting)
    if not day:
        return Reading(value=month_near(setting.reference, month, direction=direction, strict=False))
    if setting.text[match.end() : match.end() + 1] == "起":
        direction = 0  # 8月1日起: the nearest, before or after
    start = day_near(setting.reference, month, day, direction=direction)
    until = point(start.year, month, last) if start and last > day else None
    return Reading(value=start, until=until)


def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    weekday, rel = WEEKDAYS[match["wd"]], match["rel"]
    if rel:
        weeks = {"上上": -2, "上": -1, "下": 1}.get(rel, 0)
        return Reading(value=weekday_of_week(setting.reference, weekday, weeks), kind="weekday")
    direction = _direction(match, setting)
    value = weekday_near(setting.reference, weekday, direction=direction, strict=direction > 0)
    return Reading(value=value, kind="weekday")


def _week(match: re.Match[str], setting: Setting) -> Reading | None:
    step = {"上": -1, "下": 1}.get(match["rel"], 0)
    return Reading(value=unit_at(setting.reference, "weekend" if match["end"] else "week", step), kind="relative")


def _day(match: re.Match[str], setting: Setting) -> Reading | None:
    rel = match["rel"]
    if rel[0] in "当當同":
        return Reading(value=setting.told if setting.told and setting.told.day else None, kind="told")
    if rel in ("次日", "翌日", "第二天", "隔天", "隔日", "前一天"):
        return Reading(value=shift_days(setting.told, -1 if rel == "前一天" else 1), kind="told")
    step = next(days for head, days in DAYS.items() if rel.startswith(head))
    return Reading(value=shift_days(setting.reference, step), kind="relative")


def _ago(match: re.Match[str], setting: Setting) -> Reading | None:
    unit = match["unit"].lstrip("个個")
    number = 0.5 if match["n"] == "半" else float(count_of(match["n"]))
    back = match["side"].endswith("前")
    base = setting.reference if back else setting.told
    kind = "relative" if back else "told"
    if not number:
        return Reading(value=None, kind=kind)
    signed = -number if back else number
    if unit in ("天", "日"):
        return Reading(value=shift_days(base, int(signed)), kind=kind)
    if unit in ("星期", "周", "週"):
        moved = shift_days(base, int(signed * 7))
        return Reading(value=moved.to_month() if moved else None, kind=kind)
    if unit == "月" or number == 0.5:
        return Reading(value=shift_months(base, int(signed * (1 if unit == "月" else 12))), kind=kind)
    return Reading(value=shift_years(base, int(signed)), kind=kind)


def _bare_edge(match: re.Match[str], setting: Setting) -> Reading | None:
    edge = match["edge"]
    if edge[0] == "月":
        return Reading(value=shift_months(setting.reference, 0), kind="relative")
    base = setting.told if setting.told and setting.told_named else setting.reference
    return Reading(value=_edge(shift_years(base, 0), edge), kind="relative")


def _dayonly(match: re.Match[str], setting: Setting) -> Reading | None:
    day = count_of(match["d"])
    told, reference = setting.told, setting.reference
    if told and told.month and setting.told_kind in ("date", "told") and match.start() - setting.told_end < 120:
        return Reading(value=point(told.year, told.month, day), kind="told")
    if reference is None or reference.month is None:
        return Reading(value=None, kind="told")
    step = -1 if reference.day is not None and day > reference.day and _direction(match, setting) < 0 else 0
    month = shift_months(reference, step)
    return Reading(value=point(month.year, month.month, day) if month else None, kind="told")


def _now(match: re.Match[str], setting: Setting) -> Reading | None:
    vague = match[0] in ("日前", "近日", "近期", "此前", "日后")
    return Reading(value=None, kind="relative" if vague else "now")


READERS: dict[str, Callable[[re.Match[str], Setting], Reading | None]] = {
    "iso": _iso, "short": _short, "full": _full, "minguo": _minguo, "year": _year, "monthrel": _monthrel,
    "monthday": _monthday, "chronicle": _chronicle, "months": _months, "weekday": _weekday, "week": _week,
    "day": _day, "ago": _ago, "edge": _bare_edge, "dayonly": _dayonly, "now": _now,
}  # fmt: skip
