"""What is printed: no source can write to the terminal by its words, and the anchored words are the ones marked."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.cli.output import as_json, clean, columns, marked
from synopticon.records import anchor


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("\x1b[2J\x1b]0;gone\x07", "\\x1b[2J\\x1b]0;gone\\x07"),
        ("two\r\nlines\tand\u2028more", "two  lines and more"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\x9b31m", "\\x9b31m"),
        ("lone \ud800", "lone \\ud800"),
        ("新浪 — “café” 😀", "新浪 — “café” 😀"),
    ],
)
def test_controls_are_shown_not_obeyed(text: str, printed: str) -> None:
    """Escape sequences, breaks and marks of direction become visible; all other text stays as it is."""
    assert clean(text) == printed


@given(st.text())
def test_no_text_reaches_the_terminal_unclean(text: str) -> None:
    """Whatever a title holds, it prints as one line of storable characters without controls."""
    printed = clean(text)
    assert printed.encode("utf-8").decode("utf-8") == printed
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in printed)
    assert len(printed.splitlines()) <= 1
    assert clean(printed) == printed


@given(st.text())
def test_json_is_one_line_that_reads_back(text: str) -> None:
    """Any text goes out as one line of UTF-8 and comes back the same."""
    line = as_json({"title": text})
    assert line.encode("utf-8")
    assert "\n" not in line
    assert json.loads(line)["title"] == text


def test_the_anchored_words_are_marked() -> None:
    """Away from a terminal the words stand between marks in their sentence."""
    text = "Sina said so. It has 283 party members."
    assert marked(anchor(text, 21, 38, sentence=(14, len(text)))) == "It has >>283 party members<<."


def test_of_words_that_stand_twice_the_anchored_ones_are_marked() -> None:
    """What stands before the words decides which of two is meant."""
    text = "Yes. The branch asked the branch to meet."
    start = text.rindex("the branch")
    shown = marked(anchor(text, start, start + 10, sentence=(5, len(text))))
    assert shown == "The branch asked >>the branch<< to meet."
    text = "no no no"
    assert marked(anchor(text, 3, 5, sentence=(0, 8))) == "no >>no<< no"


def test_columns_line_up_for_wide_characters() -> None:
    """Han characters take two places, so the next column starts where it should."""
    assert columns([("新浪", "1"), ("Sina", "2")]) == ["新浪  1", "Sina  2"]
    assert columns([]) == []
