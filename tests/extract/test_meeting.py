"""Where rules and trained reader meet: what both see is one candidate, what one sees stays or goes by measure."""

from __future__ import annotations

from synopticon.extract.meeting import meet
from synopticon.extract.model import Candidate
from synopticon.extract.scope import Scope
from synopticon.extract.trained.tuned import LEAST_RULED
from synopticon.records import Mention, Quantity, Value

TEXT = "Norwell has 283 party members and Pikaboo has 40."


def candidate(subject: str, count: int | None = None, *, rule: str = "party_members/en/has", weight: float = 0.7,
              type_: str = "party_members", **more: Value) -> Candidate:  # fmt: skip
    """A candidate with this subject and figure."""
    start = TEXT.index(subject)
    roles: dict[str, tuple[Value, ...]] = {"subject": (Mention(text=subject, start=start, end=start + len(subject)),)}
    if count is not None:
        at = TEXT.index(str(count))
        roles["count"] = (
            Quantity(low=count, high=count, approx=False, text=str(count), start=at, end=at + len(str(count))),
        )
    roles |= {role: (value,) for role, value in more.items()}
    whole = (0, len(TEXT))
    return Candidate(
        type=type_, roles=roles, start=0, end=whole[1], sentence=whole, scope=Scope(), rule=rule, weight=weight
    )


def test_what_both_see_is_one() -> None:
    """A rule's candidate that the reader confirms stays the rule's, is believed more, and takes roles it lacked."""
    place = Mention(text="Pikaboo", start=34, end=41)
    twin = candidate("Norwell", 283, rule="r", place=place)
    found = meet([candidate("Norwell", 283)], [twin], {"party_members": 0.9})
    assert [(c.rule, "place" in c.roles) for c in found] == [("party_members/en/has", True)]
    assert found[0].weight > 0.7


def test_what_only_the_reader_sees_comes_in() -> None:
    """A candidate of the reader's alone stands beside the rules'."""
    found = meet([candidate("Norwell", 283)], [candidate("Pikaboo", 40, rule="r")], {"party_members": 0.9}, least=0)
    assert [c.rule for c in found] == ["party_members/en/has", "r"]


def test_the_same_figure_has_one_holder() -> None:
    """Where both see one figure and different holders, the rule's stands."""
    found = meet([candidate("Norwell", 283)], [candidate("Pikaboo", 283, rule="r")], {"party_members": 0.9})
    assert [c.roles["subject"][0].text for c in found] == ["Norwell"]


def test_what_the_reader_denies_goes() -> None:
    """A rule's candidate is worth the less, the less the reader hears its type; what only the reader proposes goes when
    it is worth too little, and more is asked of it."""
    rules = [candidate("Norwell", 283)]
    sure, doubtful = (meet(rules, [], {"party_members": p}, least=0.0)[0].weight for p in (0.99, 0.01))
    assert sure > doubtful
    assert doubtful >= LEAST_RULED
    assert meet(rules, [], {"party_members": 0.01}, least=0.99) != []
    assert meet([], rules, {"party_members": 0.01}) == []


def test_without_the_reader_nothing_changes() -> None:
    """With nothing proposed the rules' candidates are what they were."""
    rules = [candidate("Norwell", 283), candidate("Pikaboo", 40)]
    assert meet(rules, [], {}) == rules
