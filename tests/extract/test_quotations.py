"""Quotation marks of every style, paired per paragraph."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract.quotations import Quote, find_quotations

MARKS = "\"“”„‟«»‹›「」『』‘’'`"


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of ``text`` that hold words, as paragraphs."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def words(text: str) -> list[str]:
    """The words of each quotation in ``text``."""
    return [text[q.start : q.end] for q in find_quotations(text, lines(text))]


def parts(text: str) -> list[list[str]]:
    """The parts of each quotation in ``text``."""
    return [[text[a:b] for a, b in q.parts] for q in find_quotations(text, lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Fine," she said. "Go."', ["Fine,", "Go."]),
        ("“Fine,” she said. “Go.”", ["Fine,", "Go."]),
        ("‘Fine,’ she said.", ["Fine,"]),
        ("'Fine,' she said.", ["Fine,"]),
        ("``Fine,'' she said.", ["Fine,"]),
        ("''Fine,'' she said.", ["Fine,"]),
        ("«Fine», she said.", ["Fine"]),
        ("»Gut«, sagte sie.", ["Gut"]),
        ("„Gut“, sagte sie.", ["Gut"]),
        ("”Bra”, sade hon.", ["Bra"]),
        ("‹Fine›, she said.", ["Fine"]),
        ("她说：“好。”", ["好。"]),
        ("她說：「好。」", ["好。"]),
        ("她說：『好。』", ["好。"]),
        ("甲说“好”，乙说“不”。", ["好", "不"]),
        ("＂Fine,＂ she said.", ["Fine,"]),
    ],
)
def test_every_style_of_mark_is_paired(text: str, expected: list[str]) -> None:
    """Each style of mark gives the words inside it, in order."""
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The firm's lawyers don't know the ministers' plans.",
        "Rock 'n' roll of the '90s, 'tis said, isn't dead.",
        "We 've seen it and they 'll see it.",
        "The pan-democrats ' seats rose.",
        'A 5" screen and a 12" one cost the same.',
        "nav=”horizontal” is a piece of markup",
        'A stray " stands here',
        "",
        "   ",
        '"" and “” hold nothing',
    ],
)
def test_apostrophes_inches_and_strays_are_no_quotations(text: str) -> None:
    """Apostrophes, units, markup and stray marks give nothing."""
    assert words(text) == []


def test_possessives_inside_single_marks_do_not_close_them() -> None:
    """An apostrophe after a plural does not end a quotation in single marks."""
    assert words("He said: ‘The dealers’ yard is shut.’ We left.") == ["The dealers’ yard is shut."]


def test_nested_quotations_name_the_one_around_them() -> None:
    """A quotation in a quotation has depth 1 and points to its parent."""
    text = "“Mother said, ‘Hush,’ and I did,” he told us."
    outer, inner = find_quotations(text, lines(text))
    assert text[inner.start : inner.end] == "Hush,"
    assert (outer.depth, outer.parent, inner.depth, inner.parent) == (0, None, 1, 0)


def test_double_marks_inside_single_ones() -> None:
    """Single marks outside and double ones inside are told apart."""
    text = "'She told me, \"Sell the boat,\" so I did,' he sobbed."
    assert words(text) == ['She told me, "Sell the boat," so I did,', "Sell the boat,"]


def test_chinese_marks_nest() -> None:
    """Corner brackets nest as curly marks do."""
    text = "他說：「我媽說『早點睡』，我沒聽。」"
    assert words(text) == ["我媽說『早點睡』，我沒聽。", "早點睡"]


def test_a_quotation_continued_over_paragraphs_is_one() -> None:
    """An opening mark repeated without a closing one gives one quotation with a part for each paragraph."""
    text = "“First,” it begins. “We waited.\n\n“We waited longer.\n\n“We left.”\n\n“Quite,” said Ada."
    assert parts(text) == [["First,"], ["We waited.", "We waited longer.", "We left."], ["Quite,"]]


def test_straight_marks_continue_over_paragraphs_too() -> None:
    """The habit is the same with straight marks."""
    text = 'He said: "One.\n\n"Two."\n\nThe end.'
    assert parts(text) == [["One.", "Two."]]


def test_a_quotation_closed_in_a_later_paragraph_without_repeated_marks() -> None:
    """Transcribed text opens a mark at a paragraph's head and closes it paragraphs later."""
    text = 'The coach said,\n\n" We lost.\n\nWe shall win. "\n\nNobody laughed.'
    assert parts(text) == [["We lost.", "We shall win."]]


def test_a_stray_mark_spoils_only_its_own_paragraph() -> None:
    """What follows a paragraph with a stray mark is paired as if it were not there."""
    text = 'A stray " mark stands here.\n\nThen "one" and "two".\n\nAnd "three".'
    assert words(text)[-3:] == ["one", "two", "three"]


def test_a_stray_opening_mark_gives_way_to_the_next_one() -> None:
    """Of two opening marks in a row the first is the stray one."""
    assert words('An "unclosed start and "a whole one" follow.') == ["a whole one"]


def test_the_span_with_marks_and_the_span_without() -> None:
    """``outer`` holds the marks, ``start``/``end`` the words alone."""
    text = "So “yes” then"
    (quote,) = find_quotations(text, lines(text))
    assert text[quote.outer_start : quote.outer_end] == "“yes”"
    assert text[quote.start : quote.end] == "yes"
    assert not quote.continued and quote.mark == "“"


@given(st.text(alphabet=MARKS + "ab .,\n", max_size=120))
def test_any_text_gives_quotations_that_stand_in_it(text: str) -> None:
    """On any jumble of marks the spans are ordered, inside the text, and nested or apart, never crossing."""
    found = find_quotations(text, lines(text))
    for quote in found:
        assert 0 <= quote.outer_start < quote.start <= quote.end < quote.outer_end <= len(text)
    assert [q.outer_start for q in found] == sorted(q.outer_start for q in found)
    for one in found:
        for other in found:
            assert _apart_or_nested(one, other)


def _apart_or_nested(one: Quote, other: Quote) -> bool:
    if one.outer_start > other.outer_start:
        return _apart_or_nested(other, one)
    return one.outer_end <= other.outer_start or other.outer_end <= one.outer_end


@given(st.lists(st.text(alphabet="abc de", min_size=1, max_size=12).filter(lambda w: w.strip() == w), max_size=8))
def test_clean_pairs_are_all_found(said: list[str]) -> None:
    """Words put between curly marks come back as they were put in."""
    text = " then ".join(f"“{one}”" for one in said)
    assert words(text) == said


@given(st.text(alphabet=MARKS + "ab .,", max_size=60))
def test_a_paragraph_does_not_change_the_ones_before_it(tail: str) -> None:
    """Adding a paragraph leaves what was closed before as it was."""
    head = "Then “one” and ‘two’ here.\n"
    assert words(head + tail)[:2] == ["one", "two"]


@pytest.mark.parametrize("unit", ['"a" ', '"', "“", "” ", "'a ", "‘a’ ", "“‘", '"a\n'])
def test_thousands_of_marks_take_time_in_proportion(unit: str) -> None:
    """Ten times the marks take about ten times as long, never a hundred."""

    def seconds(count: int) -> float:
        text = unit * count
        spans = lines(text)
        tries = []
        for _ in range(3):  # the best of three: a collector at work in between says nothing of the growth
            start = time.process_time()
            find_quotations(text, spans)
            tries.append(time.process_time() - start)
        return min(tries)

    small = max(seconds(2_000), 0.01)
    assert seconds(20_000) < 40 * small


def test_a_doubled_mark_is_closed_by_a_doubled_or_a_straight_one() -> None:
    """``A firms' list'' ends at its doubled mark, not at the apostrophe; a straight mark closes it as well."""
    for text in ("He wrote ``our firms' list'' there.", 'He wrote ``our firms’ list" there.'):
        (quote,) = find_quotations(text, [(0, len(text))])
        assert text[quote.start : quote.end].replace("’", "'") == "our firms' list"
