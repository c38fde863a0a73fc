"""A judgement: a person's decision on a proposal: who, when, why; it can be taken back, never erased."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from synopticon.records.ids import digest


class Decision(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. ``about`` is the id of a statement or of a pair of entities; ``withdraws`` an earlier judgement."""

    about: str
    decision: Decision
    who: str
    when: str
    why: str
    withdraws: str | None = None

    @property
    def id(self) -> str:
        """Digest of all of the above."""
        return digest([self.about, str(self.decision), self.who, self.when, self.why, self.withdraws])
