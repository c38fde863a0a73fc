"""Measure the product on sets of passages: one :class:`Cell` for each set, language, part and type."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evals.passages import Passage
from evals.scoring import Outcome, Tally, outcomes, tally

ALL = "ALL"  # the row over all types
Predict = Callable[[Sequence[str]], list[dict[str, Any]]]


class FrozenPassageError(PermissionError):
    """Someone asked for the errors of a frozen passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The counts of one set, language, part (``open`` or ``frozen``) and type (or :data:`ALL`)."""

    set: str
    language: str
    part: str
    type: str
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One passage with what became of its statements."""

    passage: Passage
    outcomes: tuple[Outcome, ...]


def read(passages: Sequence[Passage], predict: Predict) -> tuple[Read, ...]:
    """Run the product over all passages at once and match what it finds with the annotation."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record in predict([passage.line for passage in passages]):
        found.setdefault(record["document"]["id"], []).append(record)
    return tuple(Read(passage=p, outcomes=tuple(outcomes(p.gold, found.get(p.id, ())))) for p in passages)


def cells(reads: Sequence[Read], types: Sequence[str] = ()) -> tuple[Cell, ...]:
    """Counts by set, language, part and type, each group closed by its row over all types."""
    groups: dict[tuple[str, str, str], list[Outcome]] = {}
    for one in reads:
        part = "frozen" if one.passage.frozen else "open"
        groups.setdefault((one.passage.set, one.passage.language, part), []).extend(one.outcomes)
    made: list[Cell] = []
    for (name, language, part), results in groups.items():
        counts = {kind: count for kind, count in sorted(tally(results).items()) if not types or kind in types}
        for kind, count in [*counts.items(), (ALL, sum(counts.values(), Tally()))]:
            made.append(Cell(set=name, language=language, part=part, type=kind, tally=count))
    return tuple(made)


def errors(reads: Sequence[Read], types: Sequence[str] = ()) -> Iterator[str]:
    """What went wrong, as JSON lines. Raises :class:`FrozenPassageError` before the first if any passage is frozen."""
    closed = [one.passage.id for one in reads if one.passage.frozen]
    if closed:
        raise FrozenPassageError(f"{len(closed)} of these passages are frozen: their errors are not listed")
    return _errors(reads, types)


def _errors(reads: Sequence[Read], types: Sequence[str]) -> Iterator[str]:
    for one in reads:
        for result in one.outcomes:
            side = result.gold or result.found or {}
            if result.kind == "full" or (types and side.get("type") not in types):
                continue
            line = {"kind": result.kind, "passage": one.passage.id, "gold": result.gold, "found": result.found}
            yield json.dumps(line, ensure_ascii=False)
