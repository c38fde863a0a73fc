"""Scoring: whether what speaks for a candidate is enough, and more than speaks for any other."""

from __future__ import annotations

from collections.abc import Sequence

from synopticon.resolve.features import SIGNS, WEIGHTS, Case, Feature

THRESHOLD = 0.65  # an unambiguous head of a phrase passes (0.85), an ambiguous name by itself does not (0.40)
MARGIN = 0.1  # a name that two actors share links only when one is ahead by at least this


def measure(case: Case) -> float:
    """The sum of the features' values times their weights, to six digits so that it is the same everywhere."""
    return round(sum(weight * feature(case) for feature, weight in _rows(case)), 6)


def reasons(case: Case) -> tuple[str, ...]:
    """What speaks for and against, in words: the explanations of the features that are not nought."""
    spoken = ((feature, weight * feature(case)) for feature, weight in _rows(case))
    told = ((value, " ".join((feature.__doc__ or "").split())) for feature, value in spoken if value)
    return tuple(f"{value:+.2f} {text}" for value, text in told)


def choose(cases: Sequence[Case]) -> Case | None:
    """The case that wins, or ``None`` when none is strong enough or two are too close."""
    measured = [(measure(case), case) for case in cases]
    ranked = sorted(measured, key=lambda pair: (-pair[0], pair[1].candidate.alias.actor))
    if not ranked or ranked[0][0] < THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


def _rows(case: Case) -> tuple[tuple[Feature, float], ...]:
    return WEIGHTS + SIGNS if case.candidate.alias.ambiguous else WEIGHTS
