"""The scorer: what agrees, what does not, and that its figures are those of the shared tool."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.passages import SETS, read_set
from evals.run import SHARED
from evals.scoring import KEY_ROLES, Tally, agrees_in_core, agrees_in_full, outcomes, tally

from .conftest import as_prediction, statement

TOOL = SHARED / "tools" / "score.py"


def members(low: int | None, high: int | None, **more: Any) -> dict[str, Any]:
    return statement("party_members", "Lintel Inc", count={"low": low, "high": high}, date=None) | more


@pytest.mark.parametrize(
    ("subject", "agrees"),
    [("the Lintel Group", True), ("Lintel’s", True), ("Lintel Games", True), ("Mantel", False), ("", False)],
)
def test_names_agree_up_to_articles_and_legal_forms(subject: str, agrees: bool) -> None:
    """A subject agrees by its words, not by its article, its legal form or its possessive."""
    found = as_prediction("p", members(12, 12) | {"subject": subject})
    assert agrees_in_core(members(12, 12), found) is agrees


def test_han_names_agree_by_containment() -> None:
    """A Chinese name agrees with a longer one that holds it, but a single character is not a name."""
    gold = statement("gathering", "新浪网党委会议", organiser=None, place=None, date=None)
    assert agrees_in_core(gold, as_prediction("p", gold | {"subject": "党委会议"}))
    assert not agrees_in_core(gold, as_prediction("p", gold | {"subject": "党"}))


def test_linked_names_count_as_the_subject() -> None:
    """A subject found by another name of the same entity agrees."""
    found = as_prediction("p", members(12, 12) | {"subject": "it"})
    found["roles"]["subject"]["names"] = ["Lintel"]
    assert agrees_in_core(members(12, 12), found)


def test_one_shared_bound_is_core_and_both_bounds_are_full() -> None:
    """"More than 12" against "12 to 20" agrees in the core alone."""
    gold, found = members(12, None), as_prediction("p", members(12, 20))
    assert agrees_in_core(gold, found)
    assert not agrees_in_full(gold, found)


@pytest.mark.parametrize(
    "change",
    [{"modality": "denied"}, {"date": "2021"}, {"evidence": "Quite another sentence opens like this"}],
)
def test_full_agreement_fails_on_each_further_point(change: dict[str, Any]) -> None:
    """Modality, date and sentence are each held by full agreement and not by the core."""
    gold = members(12, 12, date="2020", evidence="Lintel Inc said on Monday that it has")
    found = as_prediction("p", gold | change)
    assert agrees_in_full(gold, as_prediction("p", gold))
    assert agrees_in_core(gold, found)
    assert not agrees_in_full(gold, found)


def test_of_is_not_held_by_full_agreement() -> None:
    """What a share is a share of is not compared."""
    gold = statement("party_member_share", "Lintel", percent={"low": 20, "high": 20}, of="employees", date=None)
    assert agrees_in_full(gold, as_prediction("p", gold | {"of": "other"}))


def test_a_quotation_agrees_by_its_opening() -> None:
    """A quotation is the same when its first words stand in the words found."""
    gold = statement("quotation", "Ann Low", text_start="We will not", text_end="give in")
    assert agrees_in_core(gold, as_prediction("p", gold))
    assert not agrees_in_core(gold, as_prediction("p", gold | {"text_start": "They may"}))


def test_full_matches_are_taken_first() -> None:
    """A statement that agrees in full is not lost to one before it that agrees in the core alone."""
    gold = [members(12, 12, modality="past"), members(12, 12)]
    kinds = [o.kind for o in outcomes(gold, [as_prediction("p", gold[1]), as_prediction("p", gold[0])])]
    assert kinds == ["full", "full"]


def test_what_is_not_paired_is_a_miss_or_a_false_alarm() -> None:
    """One miss and one false alarm are told apart and counted under the type they claim."""
    gold = members(12, 12)
    false = as_prediction("p", statement("gathering", "Elsewhere", organiser=None, place=None, date=None))
    results = outcomes([gold], [false])
    assert sorted(o.kind for o in results) == ["false", "miss"]
    assert tally(results) == {"party_members": Tally(gold=1), "gathering": Tally(found=1)}


def test_figures_without_statements_are_zero() -> None:
    """An empty tally divides by nothing."""
    assert Tally().figures(0) == (0.0, 0.0, 0.0)


@given(st.permutations(range(6)))
def test_order_of_perfect_findings_does_not_matter(order: list[int]) -> None:
    """However the findings are ordered, each annotated statement finds its own."""
    gold = [members(n, n) for n in range(1, 7)]
    results = outcomes(gold, [as_prediction("p", gold[i]) for i in order])
    assert {o.kind for o in results} == {"full"}


def _spoilt(passage: str, gold: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """A perfect record made wrong in one of several ways, or left out, or doubled."""
    found = as_prediction(passage, gold)
    ways = chance.randrange(8)
    if ways == 0:
        return []
    if ways == 1:
        return [found, as_prediction(passage, gold)]
    if ways == 2:
        found["modality"] = "planned"
    if ways == 3:
        found["roles"]["subject"] = {"text": gold["subject"].split()[-1] + " Group", "names": gold.get("accept")}
    if ways == 4:
        found["anchor"] = {"exact": "Somewhere else entirely in the passage"}
    if ways == 5:
        role = chance.choice([name for name in KEY_ROLES[gold["type"]] if name in found["roles"]] or ["subject"])
        found["roles"][role] = [{"text": "another", "low": 3, "high": None, "value": "other"}]
    if ways == 6 and "date" in found["roles"]:
        found["roles"]["date"] = {"value": "1999"}
    return [found]


@pytest.mark.parametrize("name", SETS)
def test_figures_are_those_of_the_shared_tool(name: str) -> None:
    """On every shared set, with findings spoilt in many ways, both scorers give the same figures."""
    if not TOOL.exists():
        pytest.skip(f"the shared scorer is not at {TOOL}")
    spec = importlib.util.spec_from_file_location("shared_score", TOOL)
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    chance = random.Random(20)
    for passage in read_set(SHARED, name):
        golds = [dict(g) for g in passage.gold]
        found = [record for g in golds for record in _spoilt(passage.id, g, chance)]
        chance.shuffle(found)
        pairs = tool.match(golds, found)
        theirs = (len(pairs), sum(bool(tool.full(golds[i], found[j])) for i, j in pairs))
        ours = sum(tally(outcomes(golds, found)).values(), Tally())
        assert (ours.core, ours.full) == theirs, passage.id
        assert (ours.gold, ours.found) == (len(golds), len(found))


def test_the_shared_tool_is_looked_for_beside_the_project() -> None:
    """The sets are expected in a folder called shared beside the project."""
    assert Path(__file__).resolve().parents[2].parent / "shared" == SHARED
