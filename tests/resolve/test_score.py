from __future__ import annotations

from collections.abc import Callable

import pytest

from synopticon.codebook import Codebook
from synopticon.records import Document
from synopticon.resolve.block import Index
from synopticon.resolve.features import SIGNS, WEIGHTS, Case
from synopticon.resolve.score import THRESHOLD, choose, measure, reasons
from synopticon.resolve.surroundings import Surroundings


@pytest.fixture(scope="module")
def case(book: Codebook, write: Callable[..., Document]) -> Callable[[str, str], list[Case]]:
    """``case(text, words)``: the cases of the words in a document of that text."""
    index = Index(book)

    def made(text: str, words: str) -> list[Case]:
        surroundings = Surroundings(write(text), index)
        actors = [(candidate, index.entries[candidate.alias.actor]) for candidate in index.find(words)]
        return [
            Case(
                candidate=candidate, surroundings=surroundings, sentence=text, kind=getattr(actor, "kind", "outlet"),
                country=actor.country, role="gathering/organiser",
            )
            for candidate, actor in actors
        ]

    return made


def test_every_feature_explains_itself() -> None:
    """Each feature has a docstring of full sentences, which is what pages show; and none stands twice."""
    features = [feature for feature, _ in (*WEIGHTS, *SIGNS)]
    assert len(set(features)) == len(features)
    for feature in features:
        assert feature.__doc__
        assert feature.__doc__.strip().endswith(".")


def test_features_stay_between_nought_and_one(case: Callable[[str, str], list[Case]]) -> None:
    """Every feature of every candidate is from 0 to 1, so that a weight says what it can do at most."""
    for words in ("X", "Sina", "NCC", "Weibo's parent Sina Corp", "Ministry of Public Security", "Discord Inc", "AP"):
        for one in case(f"In Beijing {words} has an app, like Tencent.", words):
            assert all(0 <= feature(one) <= 1 for feature, _ in (*WEIGHTS, *SIGNS))


def test_one_sign_is_enough_and_none_is_not(case: Callable[[str, str], list[Case]]) -> None:
    """An ambiguous name is below the threshold by itself and above it beside one sign of any sort."""
    assert measure(case("X was drawn.", "X")[0]) < THRESHOLD
    for text in ("X has users.", "X was drawn. Twitter was not.", "X was drawn. Zhihu was not."):
        assert measure(case(text, "X")[0]) >= THRESHOLD, text


def test_reasons_add_up_to_the_score(case: Callable[[str, str], list[Case]]) -> None:
    """The reasons told are exactly what the score is made of, to the two digits that are shown."""
    one = case("X has users.", "X")[0]
    assert round(sum(float(reason.split()[0]) for reason in reasons(one)), 2) == round(measure(one), 2)
    assert any("common word" in reason for reason in reasons(one))


def test_equal_claims_choose_nobody(case: Callable[[str, str], list[Case]]) -> None:
    """Of two actors with one name and equal signs neither is chosen; no candidates give nobody."""
    assert choose(case("NCC, the regulator, spoke.", "NCC")) is None
    assert choose([]) is None
