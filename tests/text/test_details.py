"""What a source says of itself, and who is believed."""

from __future__ import annotations

import pytest

from synopticon.records import Given
from synopticon.text.details import Details, cleaned, front_matter, given_details, title_line, without_outlet


def test_what_was_given_wins() -> None:
    """Given details stand before the page's, one by one; a date keeps who said it."""
    given = given_details(Given(title="Given", published="2017"))
    page = Details(title="Page", outlet="Courier", published="2018-01-01", published_by="page")
    known = given.or_else(page)
    assert (known.title, known.outlet, known.published, known.published_by) == ("Given", "Courier", "2017", "given")
    assert given_details(Given()).or_else(page).published_by == "page"


@pytest.mark.parametrize(
    ("text", "details", "rest"),
    [
        ('---\ntitle: "A: b"\noutlet: Notes\ndate: 2017-06-09\n---\n\nText', ("A: b", "Notes", "2017-06-09"), "\nText"),
        ("Title: Real names\nOutlet: Notes\nDate: 2017-09-04\n\nText", ("Real names", "Notes", "2017-09-04"), "Text"),
        ("---\ntags: [a, b]\n---\nText", (None, None, None), "Text"),
        ("标题：甲\n来源：乙报\n日期：2017年9月4日\n\n正文", ("甲", "乙报", "2017-09-04"), "正文"),
        ("Source: https://a.example/b\nTitle: T\n\nText", ("T", None, None), "Text"),
    ],
)
def test_a_head_is_taken_into_the_details(text: str, details: tuple[str | None, ...], rest: str) -> None:
    """Fenced or bare, in English or Chinese; an address is no outlet's name."""
    found, begins = front_matter(text)
    assert (found.title, found.outlet, found.published) == details
    assert text[begins:] == rest


@pytest.mark.parametrize(
    "text",
    [
        "Q: Since when?\nA: Since yesterday.\n\nMore",
        "Note: this is text\n\nText",
        "Text",
        "",
        "---\nno end",
        "Seoul: rain\nTokyo: sun\n\nx",
    ],
)
def test_what_is_no_head_stays(text: str) -> None:
    """Interviews, notes and lists with colons are text."""
    assert front_matter(text) == (Details(), 0)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("By Ann Lee and Bo Chen\n\nThe regulator met.", None),
        ("Ferry sinks off Harnby\n\nIt sank.", "Ferry sinks off Harnby"),
        ("# Ferry sinks\nIt sank.", "Ferry sinks"),
        ("It sank on Monday.\n\nMore.", None),
        ("Ferry sinks\nIt sank.", None),
        ("Why did it sink?\n\nText", "Why did it sink?"),
        ("x" * 300 + "\n\nText", None),
        ("一号文件\n\n正文", "一号文件"),
        ("", None),
        ("One line", None),
        ("今天下雨。\n\n正文", None),
    ],
)
def test_the_first_line_is_a_title_when_it_looks_like_one(text: str, title: str | None) -> None:
    """Short, followed by an empty line, without a full stop."""
    assert title_line(text) == title


@pytest.mark.parametrize(
    ("title", "outlet", "clean"),
    [
        ("Ferry sinks | The Courier", "The Courier", "Ferry sinks"),
        ("The Courier – Ferry sinks", "the courier", "Ferry sinks"),
        ("党组织_灯塔", "灯塔", "党组织"),
        ("Ferry sinks - really", "The Courier", "Ferry sinks - really"),
        ("A | B", None, "A | B"),
        ("The Courier", "The Courier", "The Courier"),
    ],
)
def test_titles_lose_their_outlet(title: str, outlet: str | None, clean: str) -> None:
    """The name that a site hangs on its titles goes where it is known."""
    assert without_outlet(title, outlet) == clean


def test_details_are_fit_to_be_stored() -> None:
    """Blanks in order, no NUL, no lone surrogate, nothing empty."""
    details = cleaned(Details(title=" a\n b\x00 ", outlet=" ", author="\ud800x"))
    assert (details.title, details.outlet, details.author) == ("a b", None, "?x")
