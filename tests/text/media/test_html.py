"""Pages are read without their furniture, in any encoding, and lead back to their bytes."""

from __future__ import annotations

import re

import pytest

from synopticon.text.markup import parse_page
from synopticon.text.media.html import main_text, vote
from tests.text.samples import PAGE, reading


def test_the_main_text_is_kept() -> None:
    """Heading and paragraphs stay; menu, comments and footer go."""
    document = reading(PAGE.format(encoding="utf-8").encode(), "text/html").document
    assert document.text.split("\n\n")[0] == "Ferry sinks"
    assert "—" in document.text
    assert not re.search("Home|anon|rights", document.text)
    assert (document.title, document.outlet, document.published) == ("Ferry sinks", "The Courier", "2017-09-10")
    assert (document.reader, document.published_by) == ("html-main/1", "page")


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("big5", "big5"), ("utf-16", "utf-8")]
)
def test_every_sentence_leads_to_its_markup(encoding: str, name: str) -> None:
    """Decoding and reading the bytes that a sentence leads to gives its words, whatever the encoding."""
    written = encoding if encoding != "utf-16" else "utf-8"
    data = PAGE.replace("Harnby", "北京").format(encoding=encoding).encode(written, "xmlcharrefreplace")
    result = reading(data, "text/html")
    assert result.document.encoding == name
    for sentence in result.sentences:
        source = data[slice(*result.offsets.back(sentence.start, sentence.end))].decode(written)
        words = result.document.text[sentence.start : sentence.end]
        assert parse_page(source).step.text.split() == words.split()


def test_nothing_found_keeps_everything() -> None:
    """A page in which no main text is found is read whole; so is a fragment."""
    assert vote("a b c d\n\ne f g h", "", "").text == "a b c d\n\ne f g h"
    assert vote("a b c d\n\ne f g h", "other words entirely here", "").text == "a b c d\n\ne f g h"
    assert reading(b"<p>Just one line", "text/html").document.text == "Just one line"


def test_a_vote_keeps_what_stands_in_the_main_text() -> None:
    """By three words in a row, or by the whole line; the heading is always kept."""
    main = "The ferry sank on Monday evening.\nYes"
    text = "Top\n\nThe ferry sank on Monday.\n\nYes\n\nThe ferry is for sale now\n\nHome\n\n公司"
    assert vote(text, main, "Top").text == "Top\n\nThe ferry sank on Monday.\n\nYes"


def test_hostile_sources_give_no_main_text_and_no_error() -> None:
    """What lxml or trafilatura cannot take gives nothing."""
    for source in (
        "",
        "\x00",
        "\ud800<p>x",
        "<?xml version='1.0' encoding='utf-16'?><p>x</p>",
        "<" * 1000,
        "<div>" * 5000,
    ):
        assert isinstance(main_text(source), str)


def test_a_page_of_little_but_tags_is_read_whole() -> None:
    """A hundred thousand tags do not go to the vote, which would take minutes."""
    document = reading(b"<p>Some words here." + b"<div>" * 100_000, "text/html").document
    assert (document.text, document.reader) == ("Some words here.", "html-whole/1")


def test_a_script_is_never_text() -> None:
    """Nothing of scripts, styles and hidden elements is read."""
    hidden = "<script>alert('x')</script><style>p { top: 0 }</style><div hidden>secret</div><h1>"
    page = PAGE.format(encoding="utf-8").replace("<h1>", hidden)
    text = reading(page.encode(), "text/html").document.text
    assert not re.search("alert|top: 0|secret", text)
