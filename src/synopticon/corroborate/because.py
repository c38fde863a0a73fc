"""Reasons: why a finding stands where it does, in plain sentences that name values, dates and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from synopticon.corroborate.answers import Answer, Stance, conflict
from synopticon.corroborate.questions import Dated
from synopticon.records import State

_SHOWN = 3  # pairs of values spelt out: a page lists all of them below
_MODAL = {
    "planned": "planned", "required": "required", "denied": "denied", "alleged": "unconfirmed", "past": "no longer",
}  # fmt: skip


def reasons(
    given: Sequence[Answer], gone: frozenset[str], state: State, origin: Mapping[str, str], dated: Dated
) -> tuple[str, ...]:
    """The sentences for one finding: how it was counted, then why its state is what it is."""
    return (*_counted(given, origin), *_why(given, gone, state, dated), *_caveats(given))


def _counted(given: Sequence[Answer], origin: Mapping[str, str]) -> Iterator[str]:
    statements = sum(len(answer.statements) for answer in given)
    groups = len(set(origin.values()))
    yield f"{_many(statements, 'statement')} in {_many(len(origin), 'document')}, counted as {_many(groups, 'origin')}."
    if groups > 1:
        yield "No shared text found between the origins."
    if len(origin) > groups:
        yield "Documents that share the sentence or most of their text count as one origin."


def _why(given: Sequence[Answer], gone: frozenset[str], state: State, dated: Dated) -> Iterator[str]:
    current = [answer for answer in given if answer.mark not in gone]
    if state is State.DISPUTED:
        yield from _disputes(current, dated)
    if state is State.DENIED:
        yield "What is said of it last denies it." if gone else "Every statement denies it."
    if gone:
        earlier = [answer for answer in given if answer.mark in gone]
        later = [answer for answer in current if answer.stance is not Stance.PLANNED]
        yield f"Earlier: {_listed(earlier)}. Later: {_listed(later)}."
    if state is State.AGREED:
        yield "Two or more origins give values that can all hold."
    if state is State.SINGLE_ORIGIN and len({answer.mark for answer in current}) > 1:
        yield "No value is given by more than one origin."


def _disputes(current: Sequence[Answer], dated: Dated) -> Iterator[str]:
    pairs = [(a, b) for a, b in combinations(current, 2) if conflict(a, b, dated)]
    for one, other in pairs[:_SHOWN]:
        yield f"These cannot both hold: {said(one)}; {said(other)}."
    if len(pairs) > _SHOWN:
        yield f"{len(pairs) - _SHOWN} more pairs of values cannot both hold."


def _caveats(given: Sequence[Answer]) -> Iterator[str]:
    stances = {answer.stance for answer in given}
    if stances == {Stance.PLANNED}:
        yield "It is only planned or required so far."
    elif Stance.PLANNED in stances:
        yield "What is planned or required is not held against what is said to be so."
    if any(answer.from_document for answer in given):
        yield "Where no date is given, the document's own date is taken."


def said(answer: Answer) -> str:
    """One answer in a few words: ``800 or more (2013-01)``."""
    parts = [figure(answer.shown[name]) for name in answer.figures]
    if "date" in answer.shown and answer.shown["date"] != answer.as_of:
        parts.append(f"since {answer.shown['date']}")
    modality = str(answer.shown["modality"])
    parts += [_MODAL[modality]] if modality in _MODAL else [] if parts else ["said to be so"]
    return ", ".join(parts) + (f" ({answer.as_of})" if answer.as_of else "")


def figure(interval: Mapping[str, Any]) -> str:
    """An interval in words: ``812``, ``800 or more``, ``up to 40``, ``100 to 999``, ``about 14``."""
    low, high = interval["low"], interval["high"]
    about = "about " if interval.get("approx") else ""
    if low is None and high is None:
        return "an unknown number"
    if low == high:
        return f"{about}{low:,}"
    if high is None:
        return f"{about}{low:,} or more"
    return f"up to {about}{high:,}" if low is None else f"{about}{low:,} to {high:,}"


def _listed(found: Sequence[Answer]) -> str:
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return "; ".join(said(answer) for answer in found[:_SHOWN]) + more


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
