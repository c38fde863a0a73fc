"""Which statements are on one question."""

from __future__ import annotations

import pytest

from synopticon.corroborate.questions import NO_QUESTION, QUESTIONS, key_of, names_nobody
from synopticon.records import Mention, Statement
from tests.samples import SINA, document, mention, quantity, statement


def named(text: str, *, antecedent: str | None = None, entity: str | None = None) -> Mention:
    """A mention of no document."""
    return Mention(text=text, start=0, end=len(text), entity=entity, antecedent=antecedent)


def said(subject: Mention, type: str = "party_members", **roles: object) -> Statement:
    """A statement on a subject."""
    return statement(document("x has 3 members"), "x has", type, subject=subject, **roles)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [
    ("Sina", "SINA"), ("The Sina Corp", "Sina  Corp"), ("Sina's", "Sina"), ("Ｓina", "Sina"), ("the Sina’s", "sina"),
])  # fmt: skip
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    """Case, width, article and possessive do not make another subject."""
    keys = {key_of(said(named(text, entity=None))) for text in (one, other)}
    aspects = {key.subject for key in keys if key}
    assert len(aspects) == 1


def test_an_entity_is_one_subject_under_all_its_names() -> None:
    """Linked statements meet under the entity, whatever words they use."""
    keys = {key_of(said(named(text, entity="sina"))) for text in ("Sina", "新浪", "the company")}
    assert len(keys) == 1


def test_the_antecedent_names_the_subject() -> None:
    """Words that were resolved count as what they were resolved to."""
    assert key_of(said(named("the company", antecedent="Renren"))) == key_of(said(named("Renren")))


@pytest.mark.parametrize(("text", "expected"), [
    ("the company", True), ("It", True), ("They", True), ("three users", True), ("Two men", True), ("该公司", True),
    ("三名网民", True), ("一名男子", True), ("公司", True), ("他", True), ("500 people", True), ("others", True),
    ("Sina", False), ("Li Bin", False), ("新浪", False), ("360 Total Security", False), ("One Network", False),
    ("iQiyi", False), ("China's netizens", False), ("this Network", False),
])  # fmt: skip
def test_words_that_name_nobody(text: str, expected: bool) -> None:
    """Pronouns, bare nouns and numbers of people name someone only inside their document."""
    assert names_nobody(named(text)) is expected
    assert not names_nobody(named(text, entity="x"))


def test_words_that_name_nobody_stay_in_their_document() -> None:
    """"The company" of two documents is two subjects."""
    one, other = document("The company has 3 members."), document("The company has 4 members.")
    keys = [
        key_of(statement(of, "The company has", "party_members", subject=mention(of, "The company")))
        for of in (one, other)
    ]
    assert keys[0] != keys[1]


def test_the_aspect_tells_questions_apart() -> None:
    """Shares of employees and of managers, posts at two firms, and two actions are two questions each."""
    sina = named("Sina", entity="sina")
    pairs = [
        (said(sina, "party_member_share", of="employees"), said(sina, "party_member_share", of="managers")),
        (said(named("Li"), "party_post", post=named("secretary"), organisation=named("Sina")),
         said(named("Li"), "party_post", post=named("secretary"), organisation=named("Baidu"))),
        (said(sina, "restriction", action="fined"), said(sina, "restriction", action="blocked")),
        (said(sina, "audience", measure="netizens"), said(sina, "audience", measure="page_views")),
        (said(sina, "state_stake", right="shares", holder=named("A")),
         said(sina, "state_stake", right="shares", holder=named("B"))),
    ]  # fmt: skip
    for one, other in pairs:
        assert key_of(one) != key_of(other)


def test_figures_do_not_tell_questions_apart() -> None:
    """Two figures answer one question."""
    sina = named("Sina", entity=SINA.id)
    assert key_of(said(sina, count=quantity(3))) == key_of(said(sina, count=quantity(4)))


def test_what_answers_nothing() -> None:
    """Quotations, and statements without a subject, are on no question."""
    assert key_of(said(named("Li"), "quotation")) is None
    of = document("x has 3 members")
    assert key_of(statement(of, "x has", "party_members", count=quantity(3))) is None


def test_a_type_of_its_own_is_asked_about() -> None:
    """A type that is not listed is gathered by all it names but its figures."""
    one, other = (said(named("Sina"), "new_type", grade=grade, count=quantity(3)) for grade in ("a", "b"))
    assert key_of(one) != key_of(other)
    assert key_of(one) == key_of(said(named("Sina"), "new_type", grade="a", count=quantity(9)))


def test_every_type_of_the_codebook_is_thought_of() -> None:
    """Each of the fourteen types is a question or is left out on purpose."""
    assert len(QUESTIONS) + len(NO_QUESTION) == 14
