"""What a document says twice. "President Vallis" in every paragraph is one statement on who is president.

Two candidates repeat one another when they are of one type and modality, hold the same enumerated values and figures,
speak of the same one (by any of its names), and contradict each other in no role: where both give a date, a place or
an organisation, it is the same. The fuller one is kept, and of equals the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from synopticon.extract.model import Candidate
from synopticon.records import Mention, Moment, Quantity, Term, Value

NAMING = frozenset({"subject", "post"})  # of these roles one may be a part of the other: "Vallis" and "Ana Vallis"
WORDS = re.compile(r"\w+")
SMALL = frozenset({"the", "a", "an", "of", "s"})


def once(candidates: Iterable[Candidate], types: Mapping[str, frozenset[str]]) -> list[Candidate]:
    """The candidates less those that only say again what another says; ``types`` are those this holds for, each with
    the roles in which two readings of one thing may differ."""
    kept: list[Candidate] = []
    for candidate in candidates:
        again = next((i for i, one in enumerate(kept)
                      if one.type in types and _repeat(one, candidate, types[one.type])), None)
        if again is None:
            kept.append(candidate)
        elif _fullness(candidate) > _fullness(kept[again]):
            kept[again] = candidate
    return kept


def _fullness(candidate: Candidate) -> tuple[int, int]:
    subject = candidate.roles["subject"][0]
    words = len(_words(subject)) if isinstance(subject, Mention) and subject.antecedent is None else 0
    return len(candidate.roles), words


def _repeat(one: Candidate, other: Candidate, free: frozenset[str]) -> bool:
    if (one.type, one.scope.modality) != (other.type, other.scope.modality):
        return False
    shared = (one.roles.keys() & other.roles.keys()) - free
    return all(_agree(role, one.roles[role][0], other.roles[role][0]) for role in shared)


def _agree(role: str, one: Value, other: Value) -> bool:
    if isinstance(one, Term) and isinstance(other, Term):
        return one.value == other.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.low, one.high) == (other.low, other.high)
    if isinstance(one, Moment) and isinstance(other, Moment):
        return one.value == other.value
    if isinstance(one, Mention) and isinstance(other, Mention):
        return role not in NAMING or _same(one, other)
    return False


def _same(one: Mention, other: Mention) -> bool:
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a)


def _words(mention: Mention) -> frozenset[str]:
    return frozenset(WORDS.findall((mention.antecedent or mention.text).casefold())) - SMALL
