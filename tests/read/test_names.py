"""Names of files: safe on one line, and never two names with one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.read.names import quoted


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reports/新浪 2017.html", "reports/新浪 2017.html"),
        ("two\nlines", "two\\nlines"),
        ("caf\udce9", "caf\\xe9"),
        ("a\\n", "a\\\\n"),
        ("\x1b[2J", "\\u{1b}[2J"),
        ("\u202egnp.exe", "\\u{202e}gnp.exe"),
    ],
)
def test_what_cannot_be_printed_is_escaped(name: str, text: str) -> None:
    """Readable names stay as they are; controls, marks of direction and undecodable bytes are written out."""
    assert quoted(name) == text


@given(st.text(), st.text())
def test_two_names_never_look_the_same(one: str, other: str) -> None:
    """Quoting keeps names apart."""
    assert (quoted(one) == quoted(other)) == (one == other)


@given(st.binary())
def test_any_bytes_give_text_that_can_be_stored(name: bytes) -> None:
    """Whatever bytes a name is made of, the quoted name is UTF-8 on one line."""
    text = quoted(name.decode("utf-8", "surrogateescape"))
    assert text.encode("utf-8").decode("utf-8") == text
    assert len(text.splitlines()) <= 1
