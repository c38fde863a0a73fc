"""English grammar folded into functions: each way of saying who did what to whom gives the same arguments."""

from __future__ import annotations

import pytest

from synopticon.extract.langs import en
from tests.reader import Reader, word_of


@pytest.mark.parametrize(
    ("sentence", "word", "agent", "patient"),
    [
        ("Turkey blocked Instagram.", "blocked", ["Turkey"], ["Instagram"]),
        ("Instagram was blocked by Turkey.", "blocked", ["Turkey"], ["Instagram"]),
        ("The site, which Turkey blocked in May, is back.", "blocked", ["Turkey"], ["site"]),
        ("The ministry, which blocked Instagram, is silent.", "blocked", ["ministry"], ["Instagram"]),
        ("A law passed by parliament took effect.", "passed", ["parliament"], ["law"]),
        ("The ministry ordered Weibo to close the forum.", "close", ["Weibo"], ["forum"]),
        ("Police arrested and charged Ivan Petrov.", "arrested", ["Police"], ["Ivan Petrov"]),
        ("Police arrested and charged Ivan Petrov.", "charged", ["Police"], ["Ivan Petrov"]),
        ("Turkey blocked Instagram, Wattpad and Discord.", "blocked", ["Turkey"], ["Instagram", "Wattpad", "Discord"]),
        ("Sites such as Sina, Sohu and Baidu were closed.", "closed", [], ["Sina", "Sohu", "Baidu"]),
        ("Hundreds of dissidents were arrested.", "arrested", [], ["dissidents"]),
    ],
)
def test_who_did_it_to_whom(reader: Reader, sentence: str, word: str, agent: list[str], patient: list[str]) -> None:
    """Passives, relative clauses, control, shared objects, lists and partitives leave agent and patient the same."""
    found = reader.arguments(sentence, word)
    assert (found.get("agent", []), found.get("patient", [])) == (agent, patient)


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("Weibo's party branch met.", "owner"),
        ("The party branch of Weibo met.", "owner"),
        ("Weibo, whose party branch met in May, is growing.", "owner"),
        ("The party branch at Weibo met.", "at"),
        ("The party branch at Weibo met.", "place"),
        ("Weibo has a party branch.", "agent"),
    ],
)
def test_whose_the_noun_is(reader: Reader, sentence: str, function: str) -> None:
    """A genitive, "of", "whose", a place and "have" each tell whose the thing is, by their own function."""
    assert reader.arguments(sentence, "branch")[function] == ["Weibo"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Maria Lopez, chief executive of Rappler, spoke.", "executive"),
        ("Chief executive Maria Lopez spoke.", "executive"),
        ("Maria Lopez is the chief executive.", "executive"),
        ("Maria Lopez became chief executive.", "executive"),
        ("Maria Lopez serves as chief executive.", "executive"),
        ("The board appointed Maria Lopez as chief executive.", "executive"),
        ("Maria Lopez was named chief executive.", "executive"),
    ],
)
def test_who_is_meant_by_a_post(reader: Reader, sentence: str, word: str) -> None:
    """Apposition, a title before the name, a copula, "as" and a verb of naming give the same bearer."""
    assert reader.arguments(sentence, word)["bearer"] == ["Maria Lopez"]


def test_nobody_is_meant_where_nobody_is_named(reader: Reader) -> None:
    """A post that is only wanted or spoken about has no bearer."""
    assert "bearer" not in reader.arguments("Every firm needs a chief executive.", "executive")


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "function"),
    [
        ("Sina has a party branch.", "branch", "have", "object"),
        ("Sina set up a party branch.", "branch", "set_up", "object"),
        ("A party branch was set up at Sina.", "branch", "set_up", "object"),
        ("The party branch met in May.", "branch", "meet", "subject"),
        ("There is a party branch at Sina.", "branch", "be", "object"),
        ("This is a party branch.", "branch", "be", "complement"),
        ("Sina has dozens of party branches.", "branches", "have", "object"),
        ("Li serves as secretary.", "secretary", "serve", "as"),
        ("A party branch.", "branch", "", ""),
    ],
)
def test_the_verb_that_governs_a_noun(reader: Reader, sentence: str, word: str, lemma: str, function: str) -> None:
    """A noun's verb and its function there are found through passive, "there is" and partitives."""
    found = reader.clause(sentence, word)
    assert (found.verb, found.verb_function) == (lemma, function)


def test_a_long_list_is_read_off_the_page(reader: Reader) -> None:
    """A list that breaks the parse gives every member, and of a described member the name alone."""
    sentence = (
        "Tencent, Sina, Sohu, NetEase, Baidu, book review platform Douban and Youku have all set up party committees."
    )
    names = ["Tencent", "Sina", "Sohu", "NetEase", "Baidu", "Douban", "Youku"]
    assert reader.arguments(sentence, "set")["agent"] == names


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Firms including Sina and Sohu have branches.", ["Sina", "Sohu"]),
        ("Sites such as Sina, Sohu and Baidu were closed.", ["Sina", "Sohu", "Baidu"]),
        ("Firms at Zhongguancun have branches.", []),
    ],
)
def test_members_named_of_a_group(reader: Reader, sentence: str, named: list[str]) -> None:
    """"Including" and "such as" name members; a place does not."""
    doc = reader.doc(sentence)
    assert [t.text for t in en.members(doc[0])] == named


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("They shut down the site.", "shut", "shut_down"),
        ("The site was shut down.", "shut", "shut_down"),
        ("They set up a branch.", "set", "set_up"),
        ("They blocked the site.", "blocked", "block"),
    ],
)
def test_a_verb_keeps_its_particle(reader: Reader, sentence: str, word: str, lemma: str) -> None:
    """A particle makes another verb, wherever the parse hangs it."""
    assert en.verb_lemma(word_of(reader.doc(sentence), word)) == lemma


@pytest.mark.parametrize(
    ("sentence", "word", "phrase"),
    [
        ("The new chief executive of the firm spoke.", "executive", "new chief executive of the firm"),
        ("Its party branch, set up in May, met.", "branch", "party branch"),
        ("The site that Turkey blocked is back.", "site", "site"),
        ("The National Press Fund spoke.", "Fund", "National Press Fund"),
    ],
)
def test_a_noun_phrase_has_its_bounds(reader: Reader, sentence: str, word: str, phrase: str) -> None:
    """Neither determiner nor relative clause nor participle belongs to the phrase; "of" and the whole name do."""
    doc = reader.doc(sentence)
    start, end = en.noun_phrase(word_of(doc, word))
    assert doc[start:end].text == phrase
