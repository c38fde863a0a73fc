"""Quantities as intervals: what a text counts, with the bounds that its own words give.

"More than 800" is 800 and open above; "nearly 8,000" open below and approximate; "about 14 percent" 14 to 14 and
approximate; "hundreds" 100 to 999. Shares ("one in five", "two-thirds", "a tenth") are percentages. The span of a
measure covers its modifiers and its unit. Years, dates, clock times, telephone, version and section numbers are not
quantities; ages, durations, ordinals and money are told apart by their ``unit``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from synopticon.extract import quantity_words as words
from synopticon.extract.dates import find_dates
from synopticon.extract.numerals import SUFFIXES, Numeral, find_numerals, percent
from synopticon.extract.quantities_zh import Amount, find_amounts
from synopticon.extract.scanning import word_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One quantity: ``text[start:end]`` says ``low`` to ``high``, each ``None`` where it is open.

    ``unit`` is ``None`` (a plain count), ``percent``, ``points`` (percentage points), ``money``, ``ordinal``, ``age``,
    ``duration``, ``measure`` (kilometres and the like) or ``times`` (a multiple).
    """

    start: int
    end: int
    low: float | None
    high: float | None
    approx: bool
    unit: str | None


def find_quantities(text: str, language: str = "en") -> list[Measure]:
    """Every quantity of ``text`` in order, none overlapping another."""
    measures: list[Measure] = []
    if language.startswith("zh"):
        taken = [(when.start, when.end) for when in find_dates(text, reference=None, language="zh")]
        for found in find_amounts(text, taken):
            if not measures or found.start >= measures[-1].end:
                measures.append(Measure(**{name: getattr(found, name) for name in Amount.__slots__}))
        return measures
    scan = _Scan(text)
    for measure in scan.measures():
        if not measures or measure.start >= measures[-1].end:
            measure = scan.carried(measure, measures[-1] if measures else None)
            joined = scan.joined(measures[-1], measure) if measures else None
            if joined is not None:
                measures.pop()
            measures.append(joined or measure)
    return measures


@dataclass(frozen=True, slots=True, kw_only=True)
class _Core:
    """A number, a range or a share, before its modifiers and unit are read."""

    start: int
    end: int
    low: float
    high: float
    approx: bool = False
    unit: str | None = None
    ranged: bool = False
    kind: str = "digits"
    scale: float = 1.0


class _Scan:
    """One pass over one text: what stands before each place is found once, so that each number is read in its turn."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.before = {m.end(): m for m in words.BEFORE.finditer(text)}
        self.money = {m.end(): m.start() for m in words.MONEY_BEFORE.finditer(text)}
        self.taken = [
            (when.start, when.end) for when in find_dates(text, reference=None) if when.end > when.start
        ] + [m.span() for m in words.NOT_COUNTS.finditer(text)]  # fmt: skip
        self.taken.sort()
        self.taken_starts = [start for start, _ in self.taken]

    def measures(self) -> Iterator[Measure]:
        """The measures in order of their cores."""
        for core in self._cores():
            measure = self._finish(core)
            if measure is not None:
                yield measure

    def joined(self, first: Measure, second: Measure) -> Measure | None:
        """One interval from "more than 5 but fewer than 10"; ``None`` where the two do not bound one another."""
        if first.unit != second.unit or not words.BOTH_BOUNDS.fullmatch(self.text, first.end, second.start):
            return None
        if first.high is None and second.low is None:
            low, high = first.low, second.high
        elif first.low is None and second.high is None:
            low, high = second.low, first.high
        else:
            return None
        if low is None or high is None or low >= high:
            return None
        approx = first.approx or second.approx
        return replace(first, end=second.end, low=low, high=high, approx=approx)

    def carried(self, measure: Measure, last: Measure | None) -> Measure:
        """What "from 27.8 percent to 30.5" and "from 1.3 million to 1.1" leave out the second time."""
        if last is None or measure.unit is not None or measure.start - last.end > words.CARRY_REACH:
            return measure
        between = self.text[last.end : measure.start]
        if words.CARRY_STOP.search(between) or not words.CARRY_AFTER.match(self.text, measure.end):
            return measure
        said = self.text[measure.start : measure.end]
        aged = words.AGED.match(said) and not words.CARRY_LEAD.search(between)
        if last.unit == "percent" and max(measure.low or 0, measure.high or 0) <= 100 and not aged:
            return replace(measure, unit="percent")
        scale = words.CARRY_SCALE.search(self.text[last.start : last.end])
        if scale is None or words.CARRY_SCALE.search(said) or not words.CARRY_LEAD.search(between):
            return measure
        factor = SUFFIXES[scale[1].lower()]
        low, high = (None if end is None else end * factor for end in (measure.low, measure.high))
        return measure if max(low or 0, high or 0) > 1000 * factor else replace(measure, low=low, high=high)

    def _is_taken(self, start: int, end: int) -> bool:
        index = bisect_right(self.taken_starts, start) - 1
        # a date's words may lie within a longer one, so look a few back
        return any(left <= start and end <= right for left, right in self.taken[max(0, index - 2) : index + 1])

    def _cores(self) -> Iterator[_Core]:
        ratios = {m.start("every") if m["every"] else m.start(): m for m in words.RATIO.finditer(self.text)}
        numerals = [n for n in find_numerals(self.text) if not self._is_taken(n.start, n.end)]
        index, covered = 0, 0
        while index < len(numerals):
            numeral = numerals[index]
            index += 1
            if numeral.start < covered:
                continue
            core = self._ratio(ratios.get(numeral.start), numeral)
            if core is None:
                following = numerals[index] if index < len(numerals) else None
                core = self._range(numeral, following) or self._single(numeral)
            if core is not None:
                covered = core.end
                yield core

    def _ratio(self, match: re.Match[str] | None, numeral: Numeral) -> _Core | None:
        if match is None or self._is_taken(match.start(), match.end()):
            return None
        part = words.small(match["part"]) if match["part"] else 1.0
        whole = words.small(match["whole"] or match["every"])
        if not part or not whole or not 0 < part <= whole or (match["whole"] and not self._is_ratio(match, whole)):
            return None
        value = percent(part, whole)
        return _Core(start=match.start(), end=match.end(), low=value, high=value, unit="percent", kind="ratio")

    def _is_ratio(self, match: re.Match[str], whole: float) -> bool:
        """Whether "one ... in five" is a share, not one thing in five places."""
        if match["link"].lower() != "in":
            return True
        if match["between"]:
            return whole in words.ROUND_WHOLES and not words.PLURAL_NOUN.match(self.text, match.end())
        return whole in words.ROUND_WHOLES

    def _range(self, first: Numeral, second: Numeral | None) -> _Core | None:
        """"5-10", "between 5 and 10", "from 5 to 10", "5 or 6", the first number taking the second's "million"."""
        if second is None or not {first.kind, second.kind} <= {"digits", "words", "fraction", "round"}:
            return None
        gap = self.text[first.end : second.start]
        link = words.RANGE_LINK.fullmatch(gap)
        if link is None or (first.kind == "fraction") != (second.kind == "fraction"):
            return None
        place = self.money.get(first.start, first.start)
        between = word_before(self.text, place) if link["and"] or link["to"] else ""
        if link["and"] and between != "between":
            return None
        if between == "from" and words.CHANGED.search(self.text[max(0, place - 60) : place - 5]):
            return None
        if link["dash"] and words.MORE_DASHES.match(self.text, second.end):
            return None
        low = first.low * second.scale if first.scale == 1 and second.scale > 1 and first.low < 1000 else first.low
        if not low < second.low or (link["or"] and second.low > 2 * low):
            return None
        if between in words.BETWEEN:
            place = max(0, place - 12) + self.text[max(0, place - 12) : place].lower().rfind(between)
        return _Core(
            start=place, end=second.end, low=low, high=second.low, ranged=True, kind=second.kind,
            unit="percent" if second.kind == "fraction" else self._money_at(first.start),
            approx=bool(link["or"]),
        )  # fmt: skip

    def _money_at(self, start: int) -> str | None:
        return "money" if start in self.money else None

    def _single(self, numeral: Numeral) -> _Core | None:
        start, end = numeral.start, numeral.end
        if numeral.kind == "ordinal":
            return self._ordinal(numeral)
        if numeral.kind == "fraction":
            return self._fraction(numeral)
        if not self._counts(numeral):
            return None
        approx = numeral.kind in ("round", "plural")
        unit = self._money_at(start)
        return _Core(
            start=self.money.get(start, start), end=end, low=numeral.low, high=numeral.high, approx=approx, unit=unit,
            kind=numeral.kind, scale=numeral.scale,
        )  # fmt: skip

    def _ordinal(self, numeral: Numeral) -> _Core | None:
        """"a third of" is a share; every other ordinal tells a place in a row."""
        denominator = int(numeral.low)
        article = words.ARTICLE.search(self.text[max(0, numeral.start - 4) : numeral.start])
        if article and denominator in words.DENOMINATORS and words.AFTER_SHARE.match(self.text, numeral.end):
            value = percent(1, denominator)
            start = numeral.start - len(article[0])
            return _Core(start=start, end=numeral.end, low=value, high=value, unit="percent", kind="fraction")
        return _Core(
            start=numeral.start, end=numeral.end, low=numeral.low, high=numeral.high, unit="ordinal", kind="ordinal"
        )

    def _fraction(self, numeral: Numeral) -> _Core | None:
        said = self.text[numeral.start : numeral.end].lower()
        start = numeral.start
        if said in ("half", "quarter"):
            lead = self.text[max(0, start - 16) : start]
            article = words.ARTICLE.search(lead)
            lead_start = start - len(article[0]) if article else start
            if words.NOT_HALF.match(self.text, numeral.end) or words.NOT_HALF_LEAD.search(lead):
                return None
            if said == "quarter" and not article:
                return None
            if not (lead_start in self.before or words.AFTER_SHARE.match(self.text, numeral.end)):
                return None
            start = lead_start
        return _Core(
            start=start, end=numeral.end, low=numeral.low, high=numeral.high, unit="percent", kind="fraction"
        )

    def _counts(self, numeral: Numeral) -> bool:
        """Whether a number counts something: not a label ("Article 9"), a list's mark or the pronoun "one"."""
        start, end = numeral.start, numeral.end
        mark = self.text[start - 1] if start else "\n"
        if mark in "#№&@_" or (mark.isalnum() and start not in self.money) or self._is_glued(start, mark):
            return False
        if numeral.kind == "digits" and mark == "\n" and words.LIST_MARK.match(self.text, end):
            return False
        lead = word_before(self.text, start)
        if start not in self.before and lead.rstrip(".") in words.LABELS:
            return False
        if lead == "number" and numeral.kind == "digits" and numeral.low < 100:
            return False
        if numeral.kind == "words" and numeral.low == 1:
            return start in self.before or (
                words.ONE_THING.match(self.text, end) is not None and lead not in words.NOT_ONE
            )
        return True

    def _is_glued(self, start: int, mark: str) -> bool:
        """Whether a hyphen ties the number to a word: "Covid-19", "sub-2"."""
        return mark in "-–" and start > 1 and self.text[start - 2].isalpha()

    def _finish(self, core: _Core) -> Measure | None:
        """Read the unit behind a core and the modifiers on both sides."""
        core = self._unit(core)
        low: float | None = core.low
        high: float | None = core.high
        start, approx = core.start, core.approx
        if core.unit == "ordinal":
            return Measure(start=start, end=core.end, low=low, high=high, approx=False, unit="ordinal")
        end, after = self._after(core)
        bound = words.AFTER_BOUNDS.get(after, "")
        while (match := self.before.get(start)) is not None and match.start() < start:
            kind = words.bound_of(match, self.text)
            start = match.start()
            approx = approx or kind in ("approx", "near", "barely", "over-near")
            bound = bound or ("" if kind in ("approx", "exact") else kind)
        approx = approx or after in ("approx", "odd")
        if bound in ("low", "over-near"):
            high = None
            approx = approx if bound == "over-near" or core.kind == "plural" else False
        elif bound in ("high", "near", "barely"):
            low = None
            approx = bound != "high"
        return Measure(start=start, end=end, low=low, high=high, approx=approx, unit=core.unit)

    def _unit(self, core: _Core) -> _Core:
        if core.unit in ("percent", "ordinal"):
            return core
        match = words.UNIT.match(self.text, core.end)
        if match is None or match.lastgroup is None:
            return core if core.unit or not self._is_age(core) else replace(core, unit="age")
        unit = match.lastgroup
        if unit == "duration" and core.unit == "money":
            return core
        return replace(core, unit=unit, end=core.end if unit in ("duration", "times") else match.end())

    def _is_age(self, core: _Core) -> bool:
        if core.low > 120 or core.kind not in ("digits", "words"):
            return False
        if word_before(self.text, core.start) in words.AGE_WORDS:
            return words.AGE_BEFORE.search(self.text[max(0, core.start - 32) : core.start]) is not None
        return self.text[core.end : core.end + 1] in (",", ".") and (
            words.AGE_COMMA_BEFORE.search(self.text[max(0, core.start - 24) : core.start]) is not None
        )

    def _after(self, core: _Core) -> tuple[int, str]:
        match = words.AFTER.match(self.text, core.end)
        if match is None or match.lastgroup is None:
            return core.end, ""
        return match.end(), match.lastgroup
