"""Where candidates meet: what law 2 refuses, whoever proposed it, and what becomes a statement, once and in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract import assemble
from synopticon.extract.model import Candidate
from synopticon.extract.scope import Scope
from synopticon.records import Document, Mention, Modality, Moment, Quantity, Term, Value
from tests import samples

TEXT = "Lintel was founded in 1999. Mr Cao says that Lintel has 283 party members since May 2016. It has no party cell."
DOCUMENT = samples.document(TEXT)
SENTENCE = (TEXT.index("Mr Cao"), TEXT.index(" It has"))


def place(words: str, of: Document = DOCUMENT) -> tuple[int, int]:
    """Where words stand first."""
    start = of.text.index(words)
    return start, start + len(words)


def name(words: str, of: Document = DOCUMENT) -> Mention:
    """The mention of words."""
    start, end = place(words, of)
    return Mention(text=words, start=start, end=end)


def figure(words: str, low: float | None, high: float | None) -> Quantity:
    """A quantity read from words."""
    start, end = place(words)
    return Quantity(low=low, high=high, approx=False, text=words, start=start, end=end)


def day(words: str, value: str) -> Moment:
    """A date read from words."""
    start, end = place(words)
    return Moment(value=value, text=words, start=start, end=end)


def candidate(exact: str = "Lintel has 283 party members since May 2016", **roles: Value) -> Candidate:
    """A sound candidate, with roles exchanged or added."""
    sound: dict[str, Value] = {
        "subject": name("Lintel"), "count": figure("283", 283, 283), "date": day("May 2016", "2016-05"),
    }  # fmt: skip
    start, end = place(exact)
    return Candidate(
        type="party_members", roles={role: (value,) for role, value in (sound | roles).items()}, start=start, end=end,
        sentence=SENTENCE, scope=Scope(), rule="party_members/en/by-hand", weight=0.8,
    )  # fmt: skip


def reason(one: Candidate, document: Document = DOCUMENT) -> str | None:
    """Why a candidate is refused, if it is."""
    found = assemble.objection(one, document)
    return None if found is None else found[0]


def test_a_sound_candidate_becomes_a_statement() -> None:
    """What stands in the words is taken as proposed: roles, modality, rule and the anchor's exact words."""
    found, refused = assemble.statements([candidate()], DOCUMENT)
    assert refused == ()
    assert found[0].anchor.exact == "Lintel has 283 party members since May 2016"
    assert TEXT[slice(*SENTENCE)] == found[0].anchor.sentence
    assert (found[0].rule, found[0].confidence, found[0].modality) == ("party_members/en/by-hand", 0.8, "asserted")
    assert found[0].roles["count"][0] == figure("283", 283, 283)


@pytest.mark.parametrize(
    ("roles", "refused"),
    [
        ({"count": figure("283", 284, 284)}, "figure-not-in-anchor"),
        ({"count": figure("283", 283, None)}, "figure-not-in-anchor"),
        ({"count": figure("283", None, 283)}, "figure-not-in-anchor"),
        ({"count": figure("28", 28, 28)}, "figure-not-in-anchor"),
        ({"count": figure("1999", 1999, 1999)}, "words-not-in-anchor"),
        ({"count": replace(figure("283", 238, 238), text="238")}, "words-not-in-document"),
        ({"date": day("May 2016", "2016-06")}, "date-not-in-anchor"),
        ({"date": day("May 2016", "2017-05")}, "date-not-in-anchor"),
        ({"date": day("May 2016", "2016-05-01")}, "date-not-in-anchor"),
        ({"date": day("1999", "1999")}, "words-not-in-anchor"),
        ({"date": replace(day("May 2016", "2016-05"), text="May 2017")}, "words-not-in-document"),
        ({"subject": replace(name("Lintel"), text="Lintels")}, "words-not-in-document"),
        ({"subject": replace(name("Lintel"), antecedent="Mantel")}, "words-not-in-document"),
        ({"subject": Mention(text="", start=3, end=3)}, "words-not-in-document"),
        ({"subject": replace(name("Lintel"), start=1, end=7)}, "words-not-in-document"),
        ({"subject": replace(name("Lintel"), start=len(TEXT), end=len(TEXT) + 6)}, "words-not-in-document"),
    ],
)
def test_more_than_the_anchor_says_is_refused(roles: dict[str, Value], refused: str) -> None:
    """A changed digit, a bound, a date or a name that the words do not give is refused with that reason."""
    assert reason(candidate(**roles)) == refused
    kept, gone = assemble.statements([candidate(**roles)], DOCUMENT)
    assert kept == () and [r.reason for r in gone] == [refused]


def test_a_figure_in_another_sentence_is_none_of_this_one() -> None:
    """Words that stand elsewhere in the document, even the same ones, do not hold for the anchored sentence."""
    document = samples.document("Sina has 283 members. Sohu has party members, 12 by count.")
    start, end = document.text.index("Sohu"), len(document.text)
    away = Quantity(low=283, high=283, approx=False, text="283", start=9, end=12)
    one = replace(candidate(subject=name("Lintel"), count=away), start=start, end=end, sentence=(start, end))
    one = replace(one, roles={"subject": (name("Sohu", document),), "count": (away,)})
    assert reason(one, document) == "words-not-in-anchor"


def test_a_date_is_held_to_its_own_words() -> None:
    """A date that another date of the same sentence gives does not stand in for the one proposed."""
    text = "In 2015 Lintel had 12 party members, in 2016 it had 14."
    document = samples.document(text)
    start, end = place("2016", document)
    for value, refused in (("2016", None), ("2015", "date-not-in-anchor")):
        moment = Moment(value=value, text="2016", start=start, end=end)
        one = replace(candidate(), roles={"subject": (name("Lintel", document),), "date": (moment,)}, start=3,
                      end=len(text), sentence=(0, len(text)))  # fmt: skip
        assert reason(one, document) == refused


def test_who_is_credited_is_quoted_too() -> None:
    """The source that a statement names must stand in the document."""
    told = replace(candidate(), attributed_to=name("Mr Cao"))
    assert reason(told) is None
    assert reason(replace(told, attributed_to=replace(name("Mr Cao"), text="Mr Cai"))) == "words-not-in-document"


@pytest.mark.parametrize("place_", [(0, 5), (40, 40), (60, 50), (-4, 50), (40, 10**6)])
def test_an_anchor_lies_in_its_sentence(place_: tuple[int, int]) -> None:
    """Anchored words beyond the sentence, or none at all, are refused and not cut to fit."""
    assert reason(replace(candidate(), start=place_[0], end=place_[1])) == "anchor-not-in-sentence"


@pytest.mark.parametrize(
    ("text", "modality", "refused"),
    [
        ("Lintel has no party branch.", Modality.ASSERTED, "negation-dropped"),
        ("Lintel did not set up a party branch.", Modality.ASSERTED, "negation-dropped"),
        ("Lintel didn’t set up a party branch.", Modality.ASSERTED, "negation-dropped"),
        ("Lintel doesn't have a party branch.", Modality.ASSERTED, "negation-dropped"),
        ("Lintel never had a party branch.", Modality.ASSERTED, "negation-dropped"),
        ("Lintel will not set up a party branch.", Modality.PLANNED, "negation-dropped"),
        ("Lintel need not have a party branch.", Modality.REQUIRED, "negation-dropped"),
        ("Lintel has no party branch.", Modality.DENIED, None),
        ("Lintel no longer has a party branch.", Modality.PAST, None),
        ("Lintel has not only a party branch.", Modality.ASSERTED, None),
        ("Lintel, no later than May, set up a party branch.", Modality.ASSERTED, None),
        ("Lintel says “no comment” about its party branch.", Modality.ASSERTED, None),
        ("Lintel knotted a party branch.", Modality.ASSERTED, None),
    ],
)
def test_a_dropped_negation_is_refused(text: str, modality: Modality, refused: str | None) -> None:
    """A "not" that the modality does not tell is a refusal; idioms that deny nothing and quoted words are none."""
    document = samples.document(text)
    one = Candidate(
        type="party_body", start=0, end=len(text) - 1,
        roles={"subject": (name("Lintel", document),), "body": (Term(value="branch", text="branch"),)},
        sentence=(0, len(text)), scope=Scope(modality=modality), rule="by/hand", weight=0.5,
    )  # fmt: skip
    assert reason(one, document) == refused


def test_a_negation_of_something_else_is_passed_over() -> None:
    """Who proposes a candidate may say which negations deny another thing; all others still count."""
    text = "Lintel, which has no site, has not a branch."
    document = samples.document(text)
    one = Candidate(
        type="party_body", roles={"subject": (name("Lintel", document),)}, start=0, end=len(text),
        sentence=(0, len(text)), scope=Scope(), rule="by/hand", weight=0.5, elsewhere=[place("no", document)],
    )  # fmt: skip
    assert assemble.objection(one, document) == (
        "negation-dropped", "'not' stands in the anchored words, and the statement is asserted",
    )  # fmt: skip
    assert reason(replace(one, elsewhere=[place("no", document), place("not", document)]), document) is None


def test_two_denials_that_undo_one_another_are_not_dropped() -> None:
    """"Denied having no branch" asserts one: the scope has read both words and says which came last."""
    text = "Lintel denied having no branch."
    document = samples.document(text)
    one = Candidate(
        type="party_body", roles={"subject": (name("Lintel", document),)}, start=0, end=len(text),
        sentence=(0, len(text)), scope=Scope(cue="denied"), rule="by/hand", weight=0.5,
    )  # fmt: skip
    assert reason(one, document) is None


def test_a_quotation_may_hold_any_word() -> None:
    """Quoted words are given as they stand, so that a "not" among them is not lost."""
    text = "“We did not block it,” Mr Cao said."
    document = samples.document(text)
    words = Mention(text=text[1:21], start=1, end=21)
    one = Candidate(
        type="quotation", roles={"subject": (name("Mr Cao", document),), "text": (words,)}, start=0, end=22,
        sentence=(0, len(text)), scope=Scope(), rule="quotation/en/after", weight=0.9,
    )  # fmt: skip
    assert reason(one, document) is None


def test_a_refusal_says_where_and_why() -> None:
    """The refusal names the document, its source, the rule and the words at fault."""
    _, (refused,) = assemble.statements([candidate(count=figure("283", 284, 284))], DOCUMENT)
    assert (refused.stage, refused.source, refused.document) == ("extract", DOCUMENT.source, DOCUMENT.id)
    assert "party_members/en/by-hand" in refused.detail and "284" in refused.detail and "'283'" in refused.detail


def test_one_thing_said_once_is_one_statement() -> None:
    """Of candidates that say the same in the same sentence the heaviest stays, in whatever order they come."""
    light = replace(candidate(), weight=0.3, rule="light")
    heavy = replace(candidate(), weight=0.9, rule="heavy")
    for order in ([light, heavy], [heavy, light]):
        found, _ = assemble.statements(order, DOCUMENT)
        assert [s.rule for s in found] == ["heavy"]


def test_different_things_said_are_different_statements() -> None:
    """Another subject, figure or enumerated value makes another statement of the same type and sentence."""
    others = [candidate(), candidate(subject=name("Mr Cao")), candidate(count=figure("283 party", 283, 283))]
    found, _ = assemble.statements([*others, replace(candidate(), type="party_body")], DOCUMENT)
    assert len({s.id for s in found}) == len(found) == 3


def test_statements_come_in_the_order_of_the_text() -> None:
    """Order is by place, then type, then id, and does not depend on the order of the candidates."""
    first = candidate()
    last = replace(candidate(exact="283 party members since May 2016"), type="audience")
    middle = replace(candidate(), type="rule")
    wanted, _ = assemble.statements([first, middle, last], DOCUMENT)
    assert [s.type for s in wanted] == ["party_members", "rule", "audience"]
    assert assemble.statements([last, middle, first], DOCUMENT)[0] == wanted


def test_an_id_says_what_is_said_and_where() -> None:
    """The id changes with a role, the modality or the place, and not with the rule or the weight."""
    (plain,), _ = assemble.statements([candidate()], DOCUMENT)
    same = replace(candidate(), rule="another", weight=0.1)
    assert assemble.statements([same], DOCUMENT)[0][0].id == plain.id
    for other in (
        candidate(subject=name("Mr Cao")),
        replace(candidate(), scope=Scope(modality=Modality.ALLEGED)),
        candidate(exact="283 party members since May 2016"),
    ):
        assert assemble.statements([other], DOCUMENT)[0][0].id != plain.id


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_only_the_figure_that_is_written_holds(written: int, proposed: int) -> None:
    """For any two whole numbers a statement with the one is taken from a sentence with the other only if they agree."""
    text = f"Lintel has {written} party members."
    document = samples.document(text)
    start, end = place(str(written), document)
    count = Quantity(low=proposed, high=proposed, approx=False, text=str(written), start=start, end=end)
    one = Candidate(
        type="party_members", roles={"subject": (name("Lintel", document),), "count": (count,)}, start=0, end=len(text),
        sentence=(0, len(text)), scope=Scope(), rule="by/hand", weight=0.5,
    )  # fmt: skip
    assert (reason(one, document) is None) == (written == proposed)
