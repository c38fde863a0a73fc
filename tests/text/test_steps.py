"""Every cleaning step returns a text and a map that agree, and changes no word."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from synopticon.text.maps import Offsets
from synopticon.text.markup import parse_page
from synopticon.text.steps import MARKDOWN, Draft, Step, join_lines, keep_spans, tidy_spaces, wrap_width
from tests.text.strategies import ANY, TEXTS

BLANK_OR_SILENT = re.compile("[\\s\x00-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]+")


def words(text: str) -> str:
    """A text without what the steps may change: blanks, what prints nothing, and lone surrogates."""
    return re.sub("[\ud800-\udfff]", "\ufffd", BLANK_OR_SILENT.sub("", text))


def through(text: str, *steps: Step) -> Offsets:
    """The chain of steps, first step first."""
    assert steps[0].map.length == len(steps[0].text) or text
    return Offsets(maps=tuple(step.map for step in steps))


@given(TEXTS)
def test_tidying_changes_no_word(text: str) -> None:
    """What is left without blanks is the same before and after."""
    assert words(tidy_spaces(text).text) == words(text)


@given(TEXTS)
def test_tidied_text_is_tidy(text: str) -> None:
    """No two spaces, no three line breaks, no blanks at line ends, nothing that cannot be stored."""
    clean = tidy_spaces(text).text
    assert not re.search("  |\n\n\n| \n|\n |\\A\\s|\\s\\Z|[\r\t\x00\u00a0\u200b\ufeff\ud800-\udfff]", clean)
    clean.encode("utf-8")


@given(TEXTS)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    """A tidy text stays as it is, and its map is the identity."""
    clean = tidy_spaces(text).text
    again = tidy_spaces(clean)
    assert again.text == clean
    assert len(again.map.outs) <= 1


@given(TEXTS, st.data())
def test_a_quotation_leads_to_a_source_that_reads_the_same(text: str, data: st.DataObject) -> None:
    """Quoting a span and mapping it back gives a stretch of source whose own cleaning gives the same words."""
    step = tidy_spaces(text)
    start = data.draw(st.integers(0, len(step.text)))
    end = data.draw(st.integers(start, len(step.text)))
    first, last = step.map.back(start, end)
    assert 0 <= first <= last <= len(text)
    assert words(text[first:last]) == words(step.text[start:end])


@given(st.lists(ANY, min_size=1, max_size=6), st.data())
def test_a_chain_of_steps_leads_back_to_the_same_words(parts: list[str], data: st.DataObject) -> None:
    """Markup, blanks and cuts chained: the span of source, read by the same chain, gives the words quoted."""
    source = "".join(f"<p>{part.replace('<', '').replace('&', '&amp;')}</p>\n" for part in parts)
    page = parse_page(source).step
    tidy = tidy_spaces(page.text)
    chain = through(source, page, tidy)
    assume(tidy.text)
    start = data.draw(st.integers(0, len(tidy.text) - 1))
    end = data.draw(st.integers(start + 1, len(tidy.text)))
    first, last = chain.back(start, end)
    assert 0 <= first <= last <= len(source)
    assert words(parse_page(source[first:last]).step.text) == words(tidy.text[start:end])


@given(TEXTS)
def test_every_map_is_as_long_as_its_text(text: str) -> None:
    """Steps and maps agree on the length, whatever goes in."""
    for step in (tidy_spaces(text), parse_page(text).step, join_lines(text, width=60, dehyphenate=True)):
        assert step.map.length == len(step.text)
        assert max(step.map.ends, default=0) <= len(text)


@given(TEXTS, st.integers(20, 100), st.booleans())
def test_joining_lines_changes_only_breaks_and_hyphens(text: str, width: int, ragged: bool) -> None:
    """Joined lines have the same words, but for the hyphens at line ends that were asked to go."""
    joined = join_lines(text, width=width, ragged=ragged).text
    assert re.sub(r"\s+", "", joined) == re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a  b", "a b"),
        ("a\r\nb", "a\nb"),
        ("a\r\n\r\n\r\nb", "a\n\nb"),
        ("a \n b", "a\nb"),
        ("\ufeff a", "a"),
        ("so\u00adcial", "social"),
        ("a\u00a0b", "a b"),
        ("a\u3000b", "a b"),
        ("\u3000\u3000党", "党"),
        ("a\x00b", "ab"),
        ("a\u200bb", "ab"),
        ("\ud83d", "\ufffd"),
        ("a\x0cb", "a\nb"),
        ("a\u2028b", "a\nb"),
        ("", ""),
        (" \n ", ""),
        ("e\u0301", "e\u0301"),
    ],
)
def test_each_kind_of_blank(raw: str, clean: str) -> None:
    """The declared normalisation, case by case; letters are never composed."""
    assert tidy_spaces(raw).text == clean


WRAPPED = """The committee of the harbour board met on Tuesday to count the boats
that are left, and found that there were fewer than it had thought at
its last meeting in the spring of the year before.

A second paragraph follows here, and it is wrapped at the same width as
the one before it, so that every line is nearly full.
"""


def test_wrapped_lines_become_paragraphs() -> None:
    """A text wrapped at a width has one line a paragraph afterwards."""
    width = wrap_width(WRAPPED)
    assert width is not None
    joined = join_lines(WRAPPED.strip(), width=width).text
    assert [line[:12] for line in joined.split("\n") if line] == ["The committe", "A second par"]


def test_lines_that_are_paragraphs_stay() -> None:
    """One paragraph a line is not wrapping, however long the lines are, and neither is a list of headlines."""
    long = "\n".join(["This sentence is a paragraph of its own and as long as it likes to be, up to its stop."] * 5)
    assert wrap_width(long) is None
    assert wrap_width("Ferry sinks\nMayor resigns over parking\nRain\nSchool opens late after frost") is None
    assert wrap_width("By Ann Bell\nAt the harbour") is None


def test_chinese_lines_join_without_a_space() -> None:
    """A break between two Chinese characters vanishes when lines are joined."""
    line = "这是一行写得很满的中文文字没有任何标点因为我们要看它怎样折行"
    text = "\n".join([line] * 4)
    width = wrap_width(text)
    assert width is not None
    assert join_lines(text, width=width).text == line * 4


def test_broken_words_are_put_together_with_their_map() -> None:
    """A hyphen at the end of a line goes, and the word leads back to both of its halves."""
    text = "The members of the commit-\ntee met on Monday in a hall."
    step = join_lines(text, width=26, dehyphenate=True, ragged=True)
    start = step.text.index("committee")
    first, last = step.map.back(start, start + len("committee"))
    assert text[first:last] == "commit-\ntee"


def test_markdown_breaks_only_at_blank_lines_lists_and_headings() -> None:
    """Markdown's single line breaks are blanks, but for those before an item and after a heading."""
    text = "# Title\nwords go\non here\n- one\n- two"
    assert join_lines(text, width=MARKDOWN).text == "# Title\nwords go on here\n- one\n- two"


def test_kept_spans_stand_apart() -> None:
    """What is cut out leaves a paragraph break that leads back to it."""
    step = keep_spans("one two three", [(0, 3), (8, 13)])
    assert step.text == "one\n\nthree"
    assert step.map.back(3, 5) == (3, 8)


def test_a_draft_joins_copies() -> None:
    """A draft that copies everything gives the text and one run."""
    draft = Draft("abc")
    draft.copy(0, 1)
    draft.copy(1, 1)
    draft.same("bc", 1, 3)
    draft.put("", 3, 3)
    assert draft.step().text == "abc"
    assert len(draft.step().map.outs) == 1
