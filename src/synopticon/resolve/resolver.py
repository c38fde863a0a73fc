"""The resolver: how a person's word on a link is taken down. Only the pipeline holds one; all others hold a Linker.

Nothing is ever erased: each method returns the judgement it made, to be appended to the ledger, and a judgement that
was a mistake is withdrawn by another.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from synopticon.errors import NotFound
from synopticon.records import Decision, Judgement
from synopticon.resolve.decisions import Decisions, pair_id


class Resolver:
    """Judgements so far, oldest first, and the way to add one. ``listed`` are the ids that the codebook owns."""

    def __init__(self, judgements: Iterable[Judgement] = (), *, listed: AbstractSet[str] = frozenset()) -> None:
        self._listed = listed
        self.decisions = Decisions(judgements, listed=listed)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first, withdrawn ones among them."""
        return self.decisions.judgements

    def accept(self, left: str, right: str, *, who: str, when: str, why: str) -> Judgement:
        """Say that two entities are one, or that a mention means an entity.

        Raises ``ValueError`` when this would join two entities that a standing judgement holds apart.
        """
        made = _judge(left, right, Decision.ACCEPT, who=who, when=when, why=why)
        after = Decisions((*self.judgements, made), listed=self._listed)
        self._refuse_contradiction(after)
        self.decisions = after
        return made

    def reject(self, left: str, right: str, *, who: str, when: str, why: str) -> Judgement:
        """Say that two entities are not one, or that a mention does not mean an entity.

        Raises ``ValueError`` when other accepted pairs still join the two: withdraw one of these first.
        """
        made = _judge(left, right, Decision.REJECT, who=who, when=when, why=why)
        after = Decisions((*self.judgements, made), listed=self._listed)
        self._refuse_contradiction(after)
        self.decisions = after
        return made

    def unsure(self, left: str, right: str, *, who: str, when: str, why: str) -> Judgement:
        """Say that the pair was looked at and cannot be told."""
        made = _judge(left, right, Decision.UNSURE, who=who, when=when, why=why)
        self.decisions = Decisions((*self.judgements, made), listed=self._listed)
        return made

    def withdraw(self, judgement: str, *, who: str, when: str, why: str) -> Judgement:
        """Take back the judgement with this id; the one before it on the same pair, if any, holds again.

        Raises :class:`NotFound` when there is no such judgement, or it was withdrawn already or is a withdrawal.
        """
        taken = {one.withdraws for one in self.judgements}
        for one in self.judgements:
            if one.id == judgement and one.id not in taken and one.decision is not Decision.WITHDRAW:
                made = Judgement(
                    about=one.about, decision=Decision.WITHDRAW, who=who, when=when, why=why, withdraws=judgement
                )
                after = Decisions((*self.judgements, made), listed=self._listed)
                self._refuse_contradiction(after)
                self.decisions = after
                return made
        raise NotFound("No such judgement stands", where=judgement, next_step="Look at the judgements on that pair.")

    def _refuse_contradiction(self, after: Decisions) -> None:
        for one in after.judgements:
            left, _, right = one.about.partition("=")
            if "/" in one.about or after.of(left, right) is not Decision.REJECT:
                continue
            if after.together(left, right):
                raise ValueError(f"{left} and {right} were judged apart: withdraw that judgement first")


def _judge(left: str, right: str, decision: Decision, *, who: str, when: str, why: str) -> Judgement:
    if left == right:
        raise ValueError("a pair needs two different ids")
    return Judgement(about=pair_id(left, right), decision=decision, who=who, when=when, why=why)
