"""Where the rules' candidates for a sentence meet the trained reader's: what both see, and what only one sees.

A rule that finds what the reader finds too keeps its candidate, with the roles that only the reader filled. Whoever
found it, a candidate's weight is what the scores of both together were worth on passages left out of training: a
rule's candidate of a type that the reader does not hear in the sentence is worth little. What is worth too little goes,
and of the reader's own proposals more is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from synopticon.extract.model import Candidate
from synopticon.extract.trained.tuned import LEAST, LEAST_RULED, confidence
from synopticon.records import Mention, Quantity, Value

WORDS = re.compile(r"\w+")

Pair = tuple[Candidate | None, Candidate | None]
"""What a rule found and what the reader proposed; ``None`` where one of them has nothing."""


def meet(
    ruled: Sequence[Candidate], proposed: Sequence[Candidate], types: Mapping[str, float], *, least: float = LEAST
) -> list[Candidate]:
    """The candidates of one sentence. ``types`` are the reader's probabilities; a proposal's weight is its subject's
    score. What the reader alone proposes is kept where it is surer than ``least``; what a rule found, unless next to
    nothing speaks for it; of types that the reader does not know, all."""
    met = ((joined(rule, other, types), LEAST_RULED if rule else least) for rule, other in pairs(ruled, proposed))
    return [one for one, bound in met if one.type not in types or one.weight >= bound]


def pairs(ruled: Sequence[Candidate], proposed: Sequence[Candidate]) -> Iterator[Pair]:
    """Each rule's candidate with its twin, then the proposals without one, but for those that contradict a rule."""
    matched: set[int] = set()
    for rule in ruled:
        twin = next((i for i, other in enumerate(proposed) if i not in matched and same(rule, other)), None)
        if twin is not None:
            matched.add(twin)
        yield rule, None if twin is None else proposed[twin]
    for i, other in enumerate(proposed):
        if i not in matched and not _answered(other, ruled):
            yield None, other


def joined(rule: Candidate | None, other: Candidate | None, types: Mapping[str, float]) -> Candidate:
    """One candidate of what either found, weighed."""
    found = rule or other
    assert found is not None
    if found.type not in types:
        return found
    if rule is not None and other is not None:
        found = replace(rule, roles={**other.roles, **rule.roles})
    weight = confidence(
        found.type, spoken=types[found.type], rule=None if rule is None else rule.weight,
        subject=None if other is None else other.weight,
    )  # fmt: skip
    return replace(found, weight=weight)


def same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one sentence say one thing: one type, no figures that differ, and subjects that share
    their place or their words."""
    if one.type != other.type:
        return False
    ours, theirs = _figures(one), _figures(other)
    if ours and theirs and ours != theirs:
        return False
    return _near(one.roles["subject"][0], other.roles["subject"][0])


def _answered(proposed: Candidate, ruled: Sequence[Candidate]) -> bool:
    """Whether a rule gives the same figures to somebody else."""
    figures = _figures(proposed)
    return bool(figures) and any(one.type == proposed.type and figures == _figures(one) for one in ruled)


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
