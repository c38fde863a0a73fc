"""Paragraphs and sentences: every character that is not blank in exactly one, and the hard cases of two languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.text.sentences import LONGEST, find_paragraphs, find_sentences, split_paragraph
from synopticon.text.steps import tidy_spaces
from tests.text.strategies import TEXTS


def split(text: str) -> list[str]:
    """The sentences of a text, as words."""
    return [text[a:b] for start, end in find_paragraphs(text) for a, b in split_paragraph(text, start, end)]


@given(TEXTS, st.booleans())
def test_every_character_belongs_to_one_sentence(text: str, tidy: bool) -> None:
    """All that is not blank stands in exactly one sentence, in order, within its paragraph."""
    text = tidy_spaces(text).text if tidy else text
    paragraphs = find_paragraphs(text)
    sentences = find_sentences(text, paragraphs, "en")
    covered = [place for sentence in sentences for place in range(sentence.start, sentence.end)]
    assert covered == sorted(set(covered))
    assert {place for place, c in enumerate(text) if not c.isspace()} <= set(covered)
    for sentence in sentences:
        start, end = paragraphs[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end
        assert sentence.end - sentence.start <= LONGEST
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()


ONE = [
    "“We like the work,” Li said.",
    "Mr. Li and Dr. Wu met Gov. Brown.",
    "It rose 3.5 percent to $1.2 billion.",
    "He met U.S. President Barack Obama.",
    "Baidu Inc. Chairman Robin Li left.",
    "On Jan. 3 it was shut.",
    "See No. 7 of the list.",
    "J. K. Rowling wrote it.",
    "“Is it true?” Li asked.",
    "“No!” shouted the crowd.",
    '"Is it true?" he asked.',
    "They went to example.com to read it.",
    "Alibaba Group Holding Ltd. said so.",
    "It opens at 9 a.m. on Monday.",
    "It opens at 9 a.m. Monday.",
    "Well ... perhaps not.",
    "He said e.g. nothing.",
    "“Will it rain?” the mayor of Harnby asked.",
    "1. Ofcom has fined it.",
    "The St. Petersburg firm closed.",
    "他说：“我们同意。”",
    "“换人不换章。”一名网友留言。",
    "公司有3.5万名员工，占10%。",
    "「誰知道？」他說。",
    "It cost Rs. 500 and Art. 5 applies.",
    "Lt. Gen. Dragan Petrović was released.",
    "Samuel L. Jackson left.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    """Abbreviations, initials, decimals, and a quotation with its speaker behind it do not end a sentence."""
    assert split(text) == [text]


TWO = [
    ('"Yes."', "He left."),
    ("He works for Baidu Inc.", "The firm is large."),
    ("It was in the U.S.", "But he left."),
    ("It opened at 9 a.m.", "Police said no."),
    ("It closed in 2016.", "34 firms joined."),
    ("He left...", "She stayed."),
    ("Really?", "Yes."),
    ("No.", "He did not."),
    ("他来了。", "她走了！"),
    ("他说：“好。”", "然后走了。"),
    ("谁？", "我。"),
    ("A为一；", "B为二。"),
    ("He ended it (for good).", "Then he left."),
    ("He left.”", "“I stayed.”"),
    ("This was the end.", "The next came."),
    ("这是中文。", "And English."),
    ("“We dim.”", "Odette Laval, in Paris"),
    ("They chose Plan B.", "The plan failed."),
    ("It said “no.”", "Nobody asked."),
    ("He left!", "Why?"),
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_sentences(first: str, second: str) -> None:
    """Where a sentence ends, with what closes it, the next begins, with a blank between or none."""
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("first", "second"), [("这是中文。", "再来。"), ("他走了！”", "她留下。"), ("What now?", "没有。")]
)
def test_two_sentences_without_a_blank(first: str, second: str) -> None:
    """Chinese puts no blank between sentences."""
    assert split(first + second) == [first, second]


def test_lines_are_paragraphs() -> None:
    """Headings, list items and paragraphs each stand on a line of their own, blank lines or not."""
    text = "A heading\n\nFirst. Second.\n- item one\n- item two\n\n  \nLast"
    assert [text[a:b] for a, b in find_paragraphs(text)] == [
        "A heading",
        "First. Second.",
        "- item one",
        "- item two",
        "Last",
    ]
    assert split(text) == ["A heading", "First.", "Second.", "- item one", "- item two", "Last"]


def test_a_text_without_stops_is_cut_at_blanks() -> None:
    """What never ends is cut at the last blank or comma that fits, and loses nothing."""
    for unit in ("word ", "词，", "x"):
        text = (unit * 4000).strip()
        pieces = split(text)
        assert max(map(len, pieces)) <= LONGEST
        assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_each_sentence_has_its_language() -> None:
    """A Chinese sentence in an English document is Chinese."""
    text = "He posted a line.\n“党委成立了。”"
    assert [s.language for s in find_sentences(text, find_paragraphs(text), "en")] == ["en", "zh"]


@pytest.mark.parametrize(
    "unit", [".", "!", "?!", "。", "…", '."', "”", "a.", ". ", "“", "Mr. ", "A.B.", "x\n", "？”", "i. "]
)
def test_time_grows_with_length(unit: str) -> None:
    """A hundred thousand stops of any kind take a moment: nothing is looked at again and again."""
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    find_paragraphs(text)
    sum(1 for _ in split_paragraph(text, 0, len(text)))
    assert time.perf_counter() - began < 5  # it takes a tenth of this; a square would take hours
