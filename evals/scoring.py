"""When a statement found agrees with an annotated one, and how many do.

Two degrees. *Core*: the same type, the same subject (by any of its names) and one of the type's key roles.
*Full*: core, and also the same modality, date, bounds and enumerated values, in the sentence the annotation
names. Each annotated statement is matched with at most one found, full agreement first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Gold = Mapping[str, Any]
Found = Mapping[str, Any]

# Of these roles one at least must agree, where the annotation gives any of them.
KEY_ROLES: Mapping[str, tuple[str, ...]] = {
    "party_body": (),
    "party_members": ("count",),
    "party_member_share": ("percent",),
    "party_body_count": ("count",),
    "party_post": ("organisation", "post"),
    "office_post": ("organisation", "post"),
    "state_stake": ("holder", "percent"),
    "rule": ("topic",),
    "restriction": ("action",),
    "detention": ("act",),
    "gathering": (),
    "audience": ("count",),
    "quotation": ("text",),
    "membership_or_move": ("what",),
}
TYPES = tuple(KEY_ROLES)
QUANTITIES = ("count", "percent")
ENUMERATED = ("body", "topic", "action", "act", "measure", "what", "right")  # held exactly by full agreement
NAMED = (*ENUMERATED, "of")  # compared by value, not as a name

_SHARED_WORDS = 0.6  # of all words of two names, so many must be common when neither name holds the other
_QUOTED = 40  # code points of a quotation's opening that must be found
_EVIDENCE = 24  # code points of a sentence's opening by which it is told
_TRIM = re.compile(
    r"^(the|a|an|mr|mrs|ms|dr)\s+|['’]s$|\b(inc|ltd|corp|co|group|company|plc|holdings|limited|corporation)\b\.?"
)
_NOT_WORDS = re.compile(r"[\W_]+")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of statements: annotated, found, and of those found how many agree in the core and in full."""

    gold: int = 0
    found: int = 0
    core: int = 0
    full: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            core=self.core + other.core,
            full=self.full + other.full,
        )

    def figures(self, agreeing: int) -> tuple[float, float, float]:
        """Precision, recall and F1 (0 to 1) when ``agreeing`` of the statements agree."""
        precision = agreeing / self.found if self.found else 0.0
        recall = agreeing / self.gold if self.gold else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    @property
    def core_f1(self) -> float:
        """F1 of core agreement."""
        return self.figures(self.core)[2]

    @property
    def full_f1(self) -> float:
        """F1 of full agreement."""
        return self.figures(self.full)[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one statement. ``kind`` is ``full``, ``part`` (core only), ``miss`` or ``false``."""

    kind: str
    gold: Gold | None
    found: Found | None


def outcomes(gold: Sequence[Gold], found: Sequence[Found]) -> list[Outcome]:
    """Match one passage's annotated statements with those found: pairs, then misses, then false alarms."""
    pairs = _pairs(gold, found)
    kept = [Outcome(kind="full" if whole else "part", gold=gold[i], found=found[j]) for i, j, whole in pairs]
    taken_gold, taken_found = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    missed = [Outcome(kind="miss", gold=g, found=None) for i, g in enumerate(gold) if i not in taken_gold]
    false = [Outcome(kind="false", gold=None, found=f) for j, f in enumerate(found) if j not in taken_found]
    return kept + missed + false


def tally(results: Iterable[Outcome]) -> dict[str, Tally]:
    """Counts by statement type. A pair counts under its one type; a false alarm under the type it claims."""
    counts: dict[str, Tally] = {}
    for result in results:
        side = result.gold if result.gold is not None else result.found
        assert side is not None
        one = Tally(
            gold=int(result.gold is not None),
            found=int(result.found is not None),
            core=int(result.kind in ("full", "part")),
            full=int(result.kind == "full"),
        )
        counts[side["type"]] = counts.get(side["type"], Tally()) + one
    return counts


def agrees_in_core(gold: Gold, found: Found) -> bool:
    """The same type, the same subject, and one of the key roles."""
    return gold["type"] == found["type"] and same_subject(gold, found) and shares_key_role(gold, found)


def same_subject(gold: Gold, found: Found) -> bool:
    """Whether one of the subject's names is the one annotated or accepted."""
    names = [gold["subject"], *gold.get("accept", [])]
    return any(_same_name(a, b) for a in names for b in _names(found, "subject"))


def shares_key_role(gold: Gold, found: Found) -> bool:
    """Whether one of the type's key roles agrees, where the annotation gives any; of a quotation, its opening."""
    if gold["type"] == "quotation":
        opening = _fold(gold["text_start"])[:_QUOTED]
        return bool(opening) and opening in _fold(" ".join(_names(found, "text")))
    given = [role for role in KEY_ROLES[gold["type"]] if gold.get(role) is not None]
    return not given or any(_role_agrees(role, gold[role], found) for role in given)


def agrees_in_full(gold: Gold, found: Found) -> bool:
    """All that the annotation says beyond the core: modality, date, bounds, enumerated values, sentence."""
    if gold.get("modality", "asserted") != found.get("modality", "asserted"):
        return False
    return all(test(gold, found) for test in (same_date, same_bounds, same_values, same_sentence))


def same_date(gold: Gold, found: Found) -> bool:
    """Whether the date is the one annotated, where one is."""
    return not gold.get("date") or gold["date"] in [value.get("value") or "" for value in _values(found, "date")]


def same_bounds(gold: Gold, found: Found) -> bool:
    """Whether both ends of every figure annotated are the same."""
    wanted = [(role, gold[role]) for role in QUANTITIES if isinstance(gold.get(role), dict)]
    return all(_ends(value) in [_ends(one) for one in _values(found, role)] for role, value in wanted)


def same_values(gold: Gold, found: Found) -> bool:
    """Whether every enumerated value annotated is the same."""
    return all(_role_agrees(role, gold[role], found) for role in ENUMERATED if gold.get(role))


def _pairs(gold: Sequence[Gold], found: Sequence[Found]) -> list[tuple[int, int, bool]]:
    def whole(g: Gold, f: Found) -> bool:
        return agrees_in_core(g, f) and agrees_in_full(g, f)

    pairs: list[tuple[int, int, bool]] = []
    free = set(range(len(found)))
    waiting = list(range(len(gold)))
    tests: tuple[tuple[Callable[[Gold, Found], bool], bool], ...] = ((whole, True), (agrees_in_core, False))
    for test, is_full in tests:
        for i in list(waiting):
            match = next((j for j in sorted(free) if test(gold[i], found[j])), None)
            if match is not None:
                pairs.append((i, match, is_full))
                free.discard(match)
                waiting.remove(i)
    return pairs


def same_sentence(gold: Gold, found: Found) -> bool:
    """Whether the statement found stands in the sentence that the annotation names by its opening."""
    place = found.get("anchor", {})
    sentence, evidence = _fold(place.get("sentence") or place.get("exact") or ""), _fold(gold.get("evidence", ""))
    return not evidence or evidence[:_EVIDENCE] in sentence or sentence[:_EVIDENCE] in evidence


def _role_agrees(role: str, wanted: Any, found: Found) -> bool:
    if role in QUANTITIES:
        return any(_share_an_end(wanted, value) for value in _values(found, role))
    if role in NAMED:
        return any(value.get("value") == wanted for value in _values(found, role))
    return any(_same_name(wanted, name) for name in _names(found, role))


def _share_an_end(wanted: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    ours = [n for n in _ends(value) if n is not None]
    return any(abs(n - m) <= 1e-6 * max(1, abs(n)) for n in _ends(wanted) if n is not None for m in ours)


def _ends(interval: Mapping[str, Any]) -> tuple[Any, Any]:
    return interval.get("low"), interval.get("high")


def _values(found: Found, role: str) -> list[Any]:
    value = found.get("roles", {}).get(role)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _names(found: Found, role: str) -> list[str]:
    names: list[str | None] = []
    for value in _values(found, role):
        names += [value.get("text"), value.get("name"), *(value.get("names") or [])]
    return [name for name in names if name]


def _fold(text: str) -> str:
    """Lower case, one space between words, without articles, titles and legal forms (unless nothing else is left)."""
    low = unicodedata.normalize("NFKC", text).casefold()
    trimmed = _NOT_WORDS.sub(" ", _TRIM.sub(" ", low)).strip()
    return trimmed or _NOT_WORDS.sub(" ", low).strip()


def _same_name(one: str, other: str) -> bool:
    a, b = _fold(one), _fold(other)
    if not a or not b:
        return False
    if a == b:
        return True
    if _HAN.search(a + b):
        a, b = a.replace(" ", ""), b.replace(" ", "")
        return min(len(a), len(b)) >= 2 and (a in b or b in a)
    words, more = sorted((set(a.split()), set(b.split())), key=len)
    return words <= more or len(words & more) / len(words | more) >= _SHARED_WORDS
