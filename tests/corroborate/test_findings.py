"""What the statements on one question amount to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.corroborate import gather
from synopticon.records import Document, Entity, Finding, Mention, Modality, Quantity, State, Statement
from tests import strategies
from tests.samples import SINA, date, document, mention, quantity, statement

WORDS = {  # sentences that share no run of five words, so that each document is an origin of its own
    "a": "Sina told investors on Monday how many belong to its party organisation.",
    "b": "According to a municipal yearbook, Sina keeps a register of its activists.",
    "c": "People close to Sina gave another picture when asked last week.",
    "d": "An internal report on Sina seen by this paper speaks of membership.",
}


def said(
    key: str, *, published: str | None = "2017-08-25", text: str | None = None, entity: Entity | None = SINA,
    type: str = "party_members", modality: Modality = Modality.ASSERTED, **roles: object,
) -> tuple[Document, Statement]:
    """One document saying one thing about Sina, in words of its own."""
    of = document(text or WORDS[key], published=published, id=key)
    subject = mention(of, "Sina", entity=entity)
    return of, statement(of, of.text, type, modality=modality, subject=subject, **roles)  # type: ignore[arg-type]


def found(*pairs: tuple[Document, Statement]) -> tuple[Finding, ...]:
    """The findings from documents that say one thing each."""
    return gather([s for _, s in pairs], {d.id: d for d, _ in pairs})


def state(*pairs: tuple[Document, Statement]) -> State:
    """The state of the only finding."""
    (finding,) = found(*pairs)
    return finding.state


def test_one_document_is_a_single_origin() -> None:
    """What one document says is found, quoted by its ids, and called what it is."""
    of, one = said("a", count=quantity(812, text="812"), date=date("2017-08"))
    (finding,) = found((of, one))
    assert (finding.type, finding.subject, finding.entity, finding.names) == (
        "party_members", "Sina", "sina", ("Sina", "新浪"),
    )  # fmt: skip
    assert (finding.state, finding.origins, finding.statements, finding.documents) == (
        State.SINGLE_ORIGIN, 1, (one.id,), ("a",),
    )  # fmt: skip
    (value,) = finding.values
    assert value.value == {"modality": "asserted", "count": {"low": 812, "high": 812, "approx": False}}
    assert (value.as_of, value.origins) == ("2017-08", 1)
    assert finding.because == ("1 statement in 1 document, counted as 1 origin.",)


def test_more_than_800_and_812_agree() -> None:
    """Values that can all hold, from two origins, agree; and the reasons say that no shared text was found."""
    bound = Quantity(low=800, high=None, approx=False, text="more than 800", start=0, end=1)
    (finding,) = found(said("a", count=bound), said("b", count=quantity(812, text="812")))
    assert (finding.state, finding.origins, len(finding.values)) == (State.AGREED, 2, 2)
    assert "No shared text found between the origins." in finding.because
    assert "independent" not in " ".join(finding.because)


def test_the_same_sentence_twice_is_one_origin() -> None:
    """A copied sentence is counted once, whoever prints it; another sentence on the same is counted again."""
    copies = [said(key, text=WORDS["a"], count=quantity(812)) for key in "ab"]
    (finding,) = found(*copies)
    assert (finding.state, finding.origins, finding.documents) == (State.SINGLE_ORIGIN, 1, ("a", "b"))
    assert "Documents that share the sentence or most of their text count as one origin." in finding.because
    (finding,) = found(*copies, said("c", count=quantity(812)))
    assert (finding.state, finding.origins) == (State.AGREED, 2)


def test_reworded_sentences_in_copied_documents_are_one_origin() -> None:
    """Two documents that share most of their text are one origin, though the sentence was reworded."""
    body = " ".join(f"w{number}" for number in range(200))
    pairs = [said(key, text=f"{WORDS[key]} {body}", count=quantity(812)) for key in "ab"]
    cut = [(of, statement(of, WORDS[of.id], "party_members", subject=one.roles["subject"][0], count=quantity(812)))
           for of, one in pairs]  # fmt: skip
    (finding,) = found(*cut)
    assert finding.origins == 1


def test_two_figures_of_one_time_are_disputed() -> None:
    """Values that cannot both hold of overlapping dates are disputed, and both are named."""
    (finding,) = found(
        said("a", count=quantity(812), date=date("2017")), said("b", count=quantity(950), date=date("2017-08")),
    )  # fmt: skip
    assert finding.state is State.DISPUTED
    assert "These cannot both hold: 812 (2017); 950 (2017-08)." in finding.because


def test_a_later_figure_supersedes() -> None:
    """A figure of a later date takes the place of an earlier one; both stay, and the reasons tell which is which."""
    (finding,) = found(
        said("a", count=quantity(283), date=date("2013")), said("b", count=quantity(812), date=date("2017")),
    )  # fmt: skip
    assert finding.state is State.SUPERSEDED
    assert [value.as_of for value in finding.values] == ["2013", "2017"]
    assert "Earlier: 283 (2013). Later: 812 (2017)." in finding.because


def test_undated_figures_of_reports_close_in_time_are_disputed() -> None:
    """Without dates of their own, figures hold about when they were printed: days apart is no update, years are."""
    assert state(said("a", count=quantity(1)), said("b", count=quantity(2), published="2017-09-01")) is State.DISPUTED
    assert state(said("a", count=quantity(1)), said("b", count=quantity(2), published="2019")) is State.SUPERSEDED
    assert state(said("a", count=quantity(1), published=None), said("b", count=quantity(2))) is State.DISPUTED


def test_the_same_value_over_the_years_agrees() -> None:
    """Dates alone do not make a dispute, nor supersede."""
    pairs = [said(key, count=quantity(5), date=date(year)) for key, year in (("a", "2013"), ("b", "2017"))]
    assert state(*pairs) is State.AGREED


def test_denials() -> None:
    """Only denials: denied. A denial beside an assertion: disputed. A later denial: denied. Of another figure: no."""
    body = {"type": "party_body", "body": "committee"}
    denied = {"modality": Modality.DENIED, **body}
    assert state(said("a", **denied), said("b", **denied)) is State.DENIED  # type: ignore[arg-type]
    assert state(said("a", **body), said("b", **denied)) is State.DISPUTED  # type: ignore[arg-type]
    assert state(said("a", published="2010", **body), said("b", **denied)) is State.DENIED  # type: ignore[arg-type]
    other = said("b", modality=Modality.DENIED, count=quantity(500))
    assert state(said("a", count=quantity(3)), other) is State.SINGLE_ORIGIN


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.REQUIRED])
def test_plans_contradict_nothing(modality: Modality) -> None:
    """What is planned or required is not held against what is so, and is called so when it is all there is."""
    assert state(said("a", count=quantity(3)), said("b", modality=modality, count=quantity(9))) is State.SINGLE_ORIGIN
    (finding,) = found(said("a", modality=modality, count=quantity(9)))
    assert "It is only planned or required so far." in finding.because


def test_what_is_past_supersedes_what_was() -> None:
    """A post once held, then said to be over, is superseded; said over and held at once is no dispute."""
    post = {"type": "party_post", "post": "secretary"}
    over = said("b", modality=Modality.PAST, published="2019-01-01", **post)  # type: ignore[arg-type]
    assert state(said("a", **post), over) is State.SUPERSEDED  # type: ignore[arg-type]
    assert state(said("a", published="2019", **post), over) is State.SINGLE_ORIGIN  # type: ignore[arg-type]


def test_two_founding_dates_are_disputed() -> None:
    """A committee is set up once: two years cannot both hold, whenever they are printed; a year and its month can."""
    body = {"type": "party_body", "body": "committee"}
    one, other = said("a", date=date("2005"), **body), said("b", date=date("2007"), published="2020", **body)
    assert state(one, other) is State.DISPUTED
    assert state(one, said("b", date=date("2005-06"), published="2020", **body)) is State.AGREED
    branches = {"type": "party_body", "body": "branch"}
    one, other = said("a", date=date("2005"), **branches), said("b", date=date("2007"), **branches)
    assert state(one, other) is State.SINGLE_ORIGIN


def test_two_fines_are_two_events() -> None:
    """Events of different dates do not contradict, supersede or support each other; of one day they do."""
    fined = {"type": "restriction", "action": "fined"}
    one = said("a", date=date("2017-08-01"), count=quantity(3), **fined)
    (finding,) = found(one, said("b", date=date("2019-02-01"), count=quantity(9), **fined))
    assert (finding.state, finding.origins) == (State.SINGLE_ORIGIN, 2)
    assert "No value is given by more than one origin." in finding.because
    assert state(one, said("b", date=date("2017-08-01"), count=quantity(9), **fined)) is State.DISPUTED
    assert state(one, said("b", date=date("2017-08"), count=quantity(3), **fined)) is State.AGREED
    assert state(one, said("b", date=date("2017"), count=quantity(9), **fined)) is State.SINGLE_ORIGIN


def test_quotations_are_left_out() -> None:
    """Words that someone spoke are no question."""
    assert found(said("a", type="quotation")) == ()


def test_unlinked_names_are_gathered_by_spelling() -> None:
    """Names nobody linked meet when they are spelt alike, and keep apart from an entity whose id they spell."""
    pairs = said("a", entity=None, count=quantity(3)), said("b", entity=None, count=quantity(3))
    (finding,) = found(*pairs)
    assert (finding.state, finding.entity, finding.subject) == (State.AGREED, None, "Sina")
    both = found(*pairs, said("c", count=quantity(4)))
    assert len({f.id for f in both}) == 2
    assert {(f.entity, f.aspect) for f in both} == {(None, "not linked"), ("sina", "")}


def test_a_finding_keeps_its_address_while_it_grows() -> None:
    """New spellings, figures and documents change the answer, not the id."""
    one = said("a", entity=None, count=quantity(3))
    upper = document("It was SINA that counted nine of them in the spring.", id="z")
    more = upper, statement(upper, upper.text, "party_members", subject=mention(upper, "SINA"), count=quantity(9))
    (before,), (after,) = found(one), found(one, more)
    assert before.id == after.id
    assert before != after


def test_the_company_of_two_documents_is_two() -> None:
    """Words that name nobody are never gathered across documents."""
    pairs = []
    for key in "ab":
        of = document(f"{WORDS[key]} The company has members.", id=key)
        subject = mention(of, "The company")
        pairs.append((of, statement(of, of.text, "party_members", subject=subject, count=quantity(3))))
    assert len(found(*pairs)) == 2


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Statement], dict[str, Document]]:
    """A few documents, some sharing sentences, whose statements meet on few questions."""
    statements: list[Statement] = []
    documents: dict[str, Document] = {}
    for number in range(draw(st.integers(1, 5))):
        text = draw(st.sampled_from(list(WORDS.values())))
        published = draw(st.none() | st.sampled_from(["2013", "2017-08", "2017-08-25", "2019-01-01"]))
        of = document(text, id=f"d{number}", published=published)
        documents[of.id] = of
        for _ in range(draw(st.integers(0, 3))):
            subject = draw(st.sampled_from([
                mention(of, "Sina", entity=SINA), mention(of, "Sina"),
                Mention(text="the company", start=0, end=4), Mention(text="sina", start=0, end=4),
            ]))  # fmt: skip
            roles: dict[str, object] = {"subject": subject}
            if draw(st.booleans()):
                roles["count"] = draw(strategies.quantities())
            if draw(st.booleans()):
                roles["date"] = date(draw(st.sampled_from(["2013", "2017", "2017-08", "2019-05-05"])))
            type = draw(st.sampled_from(["party_members", "party_body", "detention", "unheard_of"]))
            if type == "party_body":
                roles["body"] = draw(st.sampled_from(["committee", "branch"]))
            modality = draw(st.sampled_from(Modality))
            statements.append(statement(of, text, type, modality=modality, **roles))  # type: ignore[arg-type]
    return list({s.id: s for s in statements}.values()), documents


@settings(max_examples=150, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_input_never_matters(corpus, random) -> None:  # type: ignore[no-untyped-def]
    """The same statements and documents in any order, some twice, give the same findings in the same order."""
    statements, documents = corpus
    shuffled = [*statements, *statements[:2]]
    random.shuffle(shuffled)
    others = dict(sorted(documents.items(), key=lambda _: random.random()))
    assert gather(shuffled, others) == gather(statements, documents)


@settings(max_examples=150, deadline=None)
@given(corpora())
def test_what_every_finding_holds(corpus) -> None:  # type: ignore[no-untyped-def]
    """No statement is lost or counted twice, ids are unique, and no count of origins exceeds its documents."""
    statements, documents = corpus
    findings: Sequence[Finding] = gather(statements, documents)
    ids = [id for finding in findings for id in finding.statements]
    assert sorted(ids) == sorted({s.id for s in statements})
    assert len({finding.id for finding in findings}) == len(findings)
    for finding in findings:
        assert sorted(id for value in finding.values for id in value.statements) == sorted(finding.statements)
        assert {id for value in finding.values for id in value.documents} == set(finding.documents)
        assert 1 <= finding.origins <= len(finding.documents)
        assert all(1 <= value.origins <= min(finding.origins, len(value.documents)) for value in finding.values)
        assert finding.state is not State.AGREED or finding.origins > 1
        assert finding.because


def test_documents_that_are_not_there_cost_only_their_dates() -> None:
    """A statement whose document was not handed in is still gathered, undated."""
    _, one = said("a", count=quantity(3))
    (finding,) = gather([one], {})
    assert (finding.documents, finding.values[0].as_of) == (("a",), None)
