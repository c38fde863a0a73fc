"""A JSON line's text is what its writer meant, and leads back through JSON's escapes to the line's bytes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.records import Given
from synopticon.text.media.article import unescape_json
from synopticon.text.steps import tidy_spaces
from tests.text.samples import reading, refused

MEDIA = "application/x.article+json"


@given(st.text(), st.booleans())
def test_escapes_are_decoded_as_json_does(text: str, ascii_only: bool) -> None:
    """Every string that JSON can hold is read as Python's JSON reader reads it."""
    source = json.dumps(text, ensure_ascii=ascii_only)
    step = unescape_json(source, 1, len(source) - 1)
    assert step.text == text
    assert step.map.length == len(text)


@given(st.text(min_size=1), st.booleans(), st.data())
def test_a_span_leads_to_its_escapes(text: str, ascii_only: bool, data: st.DataObject) -> None:
    """The stretch of source that a span leads to decodes to the words of the span."""
    source = json.dumps(text, ensure_ascii=ascii_only)
    step = unescape_json(source, 1, len(source) - 1)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = step.map.back(start, end)
    assert json.loads(f'"{source[first:last]}"', strict=False) == text[start:end]


def test_an_article_is_read_with_what_was_given() -> None:
    """The text is the line's, the details those given with the capture."""
    line = json.dumps({"title": "x", "text": 'He said "no".\n\n党委 😀 met.'}).encode()
    given = Given(id="a-1", title="Given", outlet="Courier", published="2017-09", language="zh-Hans")
    result = reading(line, MEDIA, given=given)
    document = result.document
    assert (document.id, document.title, document.outlet, document.language) == ("a-1", "Given", "Courier", "zh")
    assert (document.published, document.published_by, document.reader) == ("2017-09", "given", "article/1")
    assert document.text == 'He said "no".\n\n党委 😀 met.'
    start = document.text.index("党委")
    assert line[slice(*result.offsets.back(start, start + 4))] == b"\\u515a\\u59d4 \\ud83d\\ude00"


@given(
    st.dictionaries(
        st.text(max_size=5), st.text(max_size=5) | st.integers() | st.lists(st.text(max_size=3)), max_size=4
    )
)
def test_the_text_is_found_among_other_fields(fields: dict[str, object]) -> None:
    """Wherever ``text`` stands, whatever stands beside it."""
    line = json.dumps({**fields, "text": "A word: here."} | {"last": '"text"'}).encode()
    assert reading(line, MEDIA).document.text == "A word: here."


def test_the_last_of_two_texts_counts() -> None:
    """As readers of JSON take it."""
    assert reading(b'{"text": "one", "text": "two"}', MEDIA).document.text == "two"


def test_blanks_and_marks_around_the_line_do_not_count() -> None:
    """A byte order mark and blanks are no reason to refuse."""
    assert reading('\ufeff { "text" : "one" } '.encode(), MEDIA).document.text == "one"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "one"', "broken-json"),
        (b"[1]", "broken-json"),
        (b'{"text": 5}', "no-text"),
        (b"{}", "broken-json"),
        (b'{"title": "x"}', "no-text"),
        (b'{"text": ""}', "no-text"),
        (b"{" * 5000, "broken-json"),
        (b"", "empty"),
        (b'{"text": ' + b"[" * 200_000, "broken-json"),
        (b'{"text": "a\\ud8"}', "broken-json"),
        (b'{1: "a"}', "broken-json"),
    ],
)
def test_broken_lines_are_refused(line: bytes, reason: str) -> None:
    """Each with its reason."""
    assert refused(line, MEDIA) == reason


def test_a_lone_surrogate_becomes_a_replacement() -> None:
    """What JSON can write and UTF-8 cannot is shown as unreadable."""
    assert reading(b'{"text": "a \\ud83d b"}', MEDIA).document.text == "a \ufffd b"
    assert tidy_spaces("\ud83d").text == "\ufffd"
