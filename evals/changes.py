"""Which annotated statements were found when the floors were last pinned, and which are found now.

A statement is known by a digest of its set, its passage and itself, so a pin says nothing of the text it stands for.
Of open passages every gain and loss is told with the words it stands in; of frozen ones only how many there are.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.measure import Read

LEVELS = ("miss", "part", "full")  # in rising order: not found, found in its core, found in full
DIGITS = 12  # of each digest: 48 bits tell some thousand statements apart

Hits = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One annotated statement whose level is another than it was pinned at."""

    set: str
    language: str
    passage: str
    frozen: bool
    type: str
    before: str
    now: str
    gold: Mapping[str, Any]

    @property
    def gain(self) -> bool:
        """Whether more of the statement is found than before."""
        return LEVELS.index(self.now) > LEVELS.index(self.before)


def hits(reads: Sequence[Read]) -> dict[str, dict[str, str]]:
    """The level of every annotated statement, by set and digest."""
    found: dict[str, dict[str, str]] = {}
    for one, digest, kind, _ in _statements(reads):
        found.setdefault(one.passage.set, {})[digest] = kind
    return {name: dict(sorted(levels.items())) for name, levels in found.items()}


def changes(pinned: Hits, reads: Sequence[Read]) -> list[Change]:
    """Every statement whose level differs from its pin, in the order of the passages."""
    found = []
    for one, digest, kind, gold in _statements(reads):
        before = pinned.get(one.passage.set, {}).get(digest)
        if before is not None and before != kind:
            passage = one.passage
            found.append(
                Change(
                    set=passage.set, language=passage.language, passage=passage.id, frozen=passage.frozen,
                    type=gold["type"], before=before, now=kind, gold=gold,
                )
            )  # fmt: skip
    return found


def report(pinned: Hits, reads: Sequence[Read]) -> list[str]:
    """Gains and losses as lines: open ones one by one, frozen ones counted, and what the pin does not know."""
    moved = changes(pinned, reads)
    lines = [_line(change) for gain in (True, False) for change in moved if change.gain is gain and not change.frozen]
    counts = Counter((change.set, change.language, change.frozen, change.gain) for change in moved)
    groups = sorted({(change.set, change.language, change.frozen) for change in moved})
    for name, language, frozen in groups:
        gains, losses = (counts[name, language, frozen, gain] for gain in (True, False))
        lines.append(f"{name} {language} {'frozen' if frozen else 'open'}: {gains} gained, {losses} lost")
    now = hits(reads)
    new = sum(digest not in pinned.get(name, {}) for name, levels in now.items() for digest in levels)
    gone = sum(digest not in now[name] for name, levels in pinned.items() if name in now for digest in levels)
    if new or gone:
        lines.append(f"{new} statements are not in the pin, {gone} of the pin are no longer annotated")
    return lines or ["nothing was gained or lost since the last pin"]


def _line(change: Change) -> str:
    """One gain or loss of an open passage, with the words that state it."""
    sign = "+" if change.gain else "-"
    place = f"{change.set}/{change.passage} {change.type}"
    return f"{sign} {place}: {change.before} -> {change.now}  {change.gold['subject']}  “{change.gold['evidence']}”"


def _statements(reads: Sequence[Read]) -> Iterator[tuple[Read, str, str, Mapping[str, Any]]]:
    """Every annotated statement with its digest and level; equal ones in a passage are told apart by their order."""
    for one in reads:
        seen: Counter[str] = Counter()
        for outcome in sorted((o for o in one.outcomes if o.gold is not None), key=lambda o: -LEVELS.index(o.kind)):
            assert outcome.gold is not None
            words = json.dumps([one.passage.set, one.passage.id, outcome.gold], sort_keys=True, ensure_ascii=False)
            digest = hashlib.sha256(f"{seen[words]} {words}".encode()).hexdigest()[:DIGITS]
            seen[words] += 1
            yield one, digest, outcome.kind, outcome.gold
