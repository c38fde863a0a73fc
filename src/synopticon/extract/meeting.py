"""Where the rules' candidates for a sentence meet the trained reader's: what both see, and what only one sees.

A rule that finds what the reader finds too keeps its candidate, and is believed the more for it. What only the reader
sees comes in by its own weight. What only a rule sees stays, but is let go where the reader is as good as sure that
the sentence does not speak the type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from synopticon.extract.model import Candidate
from synopticon.records import Mention, Quantity, Value

WORDS = re.compile(r"\w+")


def meet(
    rules: Sequence[Candidate], proposed: Sequence[Candidate], types: Mapping[str, float], *,
    silent: Mapping[str, float] | None = None,
) -> list[Candidate]:
    """The candidates of one sentence. ``types`` are the reader's probabilities, ``silent`` the probability under
    which a rule's candidate of a type is let go."""
    kept: list[Candidate] = []
    matched: set[int] = set()
    for rule in rules:
        least = (silent or {}).get(rule.type, 0.0)
        if types.get(rule.type, 1.0) < least:
            continue
        twin = next((i for i, other in enumerate(proposed) if i not in matched and same(rule, other)), None)
        if twin is None:
            kept.append(rule)
        else:
            matched.add(twin)
            kept.append(joined(rule, proposed[twin]))
    return kept + [one for i, one in enumerate(proposed) if i not in matched and not _covered(one, kept)]


def joined(rule: Candidate, other: Candidate) -> Candidate:
    """The rule's candidate with roles that only the reader filled; two who agree are wrong only when both are."""
    weight = 1 - (1 - rule.weight) * (1 - other.weight)
    return replace(rule, roles={**other.roles, **rule.roles}, weight=round(min(0.99, weight), 3))


def same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one sentence say one thing: type, figures, and a subject that one names within the
    other."""
    if one.type != other.type or (_figures(one) != _figures(other) and _figures(one) and _figures(other)):
        return False
    return _near(one.roles["subject"][0], other.roles["subject"][0])


def _covered(proposed: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a rule says it already of somebody else: the same figures, or the same words."""
    figures = _figures(proposed)
    return any(
        one.type == proposed.type and (figures and figures == _figures(one)) for one in kept
    )


def _figures(one: Candidate) -> frozenset[tuple[float | None, float | None]]:
    return frozenset(
        (value.low, value.high) for values in one.roles.values() for value in values if isinstance(value, Quantity)
    )


def _near(one: Value, other: Value) -> bool:
    if not isinstance(one, Mention) or not isinstance(other, Mention):
        return False
    if one.start < other.end and other.start < one.end:
        return True
    a, b = (set(WORDS.findall((m.antecedent or m.text).casefold())) for m in (one, other))
    return bool(a and b) and (a <= b or b <= a)
