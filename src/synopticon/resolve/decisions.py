"""Decisions: what people's judgements amount to now. Read-only; :mod:`synopticon.resolve.resolver` makes new ones.

A judgement here is about a pair: two entities, or a mention and an entity. The pair's id is both ids joined by ``=``,
in order, so that what a judgement is about can be read off it. Of several judgements on one pair the last one that
was not withdrawn holds; withdrawing a judgement brings the one before it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from synopticon.records import Decision, Judgement


def pair_id(left: str, right: str) -> str:
    """The id of the pair, whichever of the two is named first."""
    return "=".join(sorted((left, right)))


def mention_id(statement: str, role: str, place: int = 0) -> str:
    """The address of a mention: the statement's id, the role (``attributed_to`` too), and which of its values."""
    return f"{statement}/{role}/{place}"


class Decisions:
    """The judgements given, oldest first, and what holds of them. ``listed`` are the ids that the codebook owns."""

    def __init__(self, judgements: Iterable[Judgement] = (), *, listed: AbstractSet[str] = frozenset()) -> None:
        self.judgements = tuple(judgements)
        self._listed = listed
        self._holding = _holding(self.judgements)
        self._group = self._groups()
        self._links = self._mentions()

    def of(self, left: str, right: str) -> Decision | None:
        """What holds of the pair: accept, reject or unsure; ``None`` when no judgement on it stands."""
        found = self._holding.get(pair_id(left, right))
        return found.decision if found else None

    def canonical(self, entity: str) -> str:
        """The id that stands for ``entity`` and all it was joined with: a listed one, else the smallest."""
        return self._group.get(entity, entity)

    def together(self, left: str, right: str) -> bool:
        """Whether accepted pairs join the two, directly or through others."""
        return self.canonical(left) == self.canonical(right)

    def link(self, mention: str) -> str | None:
        """The entity that a person said the mention means, if any."""
        return self._links.get(mention)

    def rejected(self, mention: str, entity: str) -> bool:
        """Whether a person said that the mention does not mean the entity."""
        return self.of(mention, entity) is Decision.REJECT

    def _groups(self) -> dict[str, str]:
        parent: dict[str, str] = {}

        def top(entity: str) -> str:
            while parent.get(entity, entity) != entity:
                entity = parent[entity]
            return entity

        for left, right in self._accepted(mentions=False):
            first, second = sorted((top(left), top(right)), key=lambda entity: (entity not in self._listed, entity))
            parent[second] = first
        known = {entity for pair in self._accepted(mentions=False) for entity in pair}
        return {entity: top(entity) for entity in known}

    def _mentions(self) -> dict[str, str]:
        return {
            mention: entity
            for pair in self._accepted(mentions=True)
            for mention, entity in [pair if "/" in pair[0] else pair[::-1]]
        }

    def _accepted(self, *, mentions: bool) -> list[tuple[str, str]]:
        pairs = (about.split("=") for about, held in self._holding.items() if held.decision is Decision.ACCEPT)
        both = [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]
        return [pair for pair in both if ("/" in pair[0] or "/" in pair[1]) is mentions]


def _holding(judgements: Iterable[Judgement]) -> Mapping[str, Judgement]:
    kept = tuple(judgements)
    withdrawn = {one.withdraws for one in kept if one.decision is Decision.WITHDRAW}
    standing = (one for one in kept if one.decision is not Decision.WITHDRAW and one.id not in withdrawn)
    return {one.about: one for one in standing}
