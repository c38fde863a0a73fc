from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.errors import NotFound
from synopticon.records import Decision
from synopticon.resolve.decisions import Decisions, mention_id, pair_id
from synopticon.resolve.resolver import Resolver

IDS = st.sampled_from(["a", "b", "c", "d", "sina"])
STEPS = st.lists(st.tuples(st.sampled_from(["accept", "reject", "unsure", "withdraw"]), IDS, IDS), max_size=25)


def take(resolver: Resolver, step: str, left: str, right: str, number: int) -> None:
    """One step, of which impossible ones are refused."""
    told = {"who": "ann", "when": f"2026-01-01T00:00:{number:02}Z", "why": "looked"}
    try:
        if step == "withdraw":
            about = [one.id for one in resolver.judgements if one.about == pair_id(left, right)]
            resolver.withdraw(about[-1] if about else "none", **told)
        else:
            getattr(resolver, step)(left, right, **told)
    except (ValueError, NotFound):
        return


@given(STEPS)
def test_no_history_contradicts_itself(steps: list[tuple[str, str, str]]) -> None:
    """Whatever is decided in whatever order: nothing judged apart is ever together, and nothing is lost."""
    resolver = Resolver(listed={"sina"})
    for number, (step, left, right) in enumerate(steps):
        before = resolver.judgements
        take(resolver, step, left, right, number)
        assert resolver.judgements[: len(before)] == before
        for one in resolver.judgements:
            first, _, second = one.about.partition("=")
            if resolver.decisions.of(first, second) is Decision.REJECT:
                assert not resolver.decisions.together(first, second)
    again = Decisions(resolver.judgements, listed={"sina"})
    assert [again.canonical(one) for one in "abcd"] == [resolver.decisions.canonical(one) for one in "abcd"]


def test_withdrawing_brings_back_what_held_before() -> None:
    """After a withdrawal the earlier judgement on the pair holds again, and after both nothing does."""
    resolver = Resolver()
    first = resolver.accept("a", "b", who="ann", when="1", why="same address")
    second = resolver.reject("b", "a", who="ben", when="2", why="other birth year")
    assert resolver.decisions.of("a", "b") is Decision.REJECT
    resolver.withdraw(second.id, who="ben", when="3", why="misread")
    assert resolver.decisions.of("a", "b") is Decision.ACCEPT
    resolver.withdraw(first.id, who="ann", when="4", why="misread too")
    assert resolver.decisions.of("a", "b") is None
    assert len(resolver.judgements) == 4


def test_only_what_stands_can_be_withdrawn() -> None:
    """Unknown judgements, those withdrawn already and withdrawals themselves are refused with NotFound."""
    resolver = Resolver()
    made = resolver.accept("a", "b", who="ann", when="1", why="w")
    gone = resolver.withdraw(made.id, who="ann", when="2", why="w")
    for one in (made.id, gone.id, "nothing"):
        with pytest.raises(NotFound):
            resolver.withdraw(one, who="ann", when="3", why="w")


def test_joining_what_was_judged_apart_is_refused() -> None:
    """Accepting a chain that would join a rejected pair raises, and leaves everything as it was."""
    resolver = Resolver()
    resolver.reject("a", "c", who="ann", when="1", why="w")
    resolver.accept("a", "b", who="ann", when="2", why="w")
    with pytest.raises(ValueError, match="judged apart"):
        resolver.accept("b", "c", who="ann", when="3", why="w")
    assert len(resolver.judgements) == 2
    with pytest.raises(ValueError, match="two different ids"):
        resolver.unsure("a", "a", who="ann", when="3", why="w")


def test_joined_entities_go_by_the_listed_id() -> None:
    """Of joined entities the codebook's id stands for all; among unlisted ones the smallest does."""
    resolver = Resolver(listed={"zhihu"})
    resolver.accept("b", "a", who="ann", when="1", why="w")
    assert {resolver.decisions.canonical(one) for one in "ab"} == {"a"}
    resolver.accept("b", "zhihu", who="ann", when="2", why="w")
    assert {resolver.decisions.canonical(one) for one in ["a", "b", "zhihu"]} == {"zhihu"}
    assert resolver.decisions.canonical("c") == "c"


def test_links_of_mentions_join_no_entities() -> None:
    """Saying that one mention means an entity is about that mention alone."""
    resolver = Resolver()
    mention = mention_id("0123", "subject", 1)
    resolver.accept(mention, "zhihu", who="ann", when="1", why="w")
    resolver.reject(mention, "douban", who="ann", when="2", why="w")
    assert resolver.decisions.link(mention) == "zhihu"
    assert resolver.decisions.rejected(mention, "douban")
    assert resolver.decisions.canonical("zhihu") == "zhihu"
