"""Whether bytes hold words: up to markup and declared normalisation, and not one letter further."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.archive import holds

ARTICLE = "application/x.article+json"


@pytest.mark.parametrize(
    ("data", "words", "media", "encoding"),
    [
        (b"had  283\nparty members", "had 283 party members", "text/plain", "utf-8"),
        ("有283名党员".encode("gb18030"), "有283名党员", "text/plain", "gb18030"),
        (b"had <b>283</b> party&nbsp;mem<!-- x -->bers", "had 283 party members", "text/html", "utf-8"),
        (b"Li &amp; Wang<script>var x = 1 < 2;</script> said", "Li & Wang said", "text/html", "utf-8"),
        (b"\\u6709 caf\\u00e9 \\ud83d\\ude00 \\n said \\\"so\\\"", "有 café 😀 said \"so\"", ARTICLE, "utf-8"),
        (b"anything", "drawn glyph by glyph", "application/pdf", "binary"),
        ("ﬁve".encode(), "five", "text/plain", "no-such-encoding"),
    ],
)
def test_words_are_found_under_markup(data: bytes, words: str, media: str, encoding: str) -> None:
    """Tags, character references, escapes and white space do not hide words."""
    assert holds(data, words, media=media, encoding=encoding)


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"had 284 party members", "text/plain"), (b"had <i title='283'>284</i> party members", "text/html"),
        (b"", ARTICLE),
    ],
)
def test_a_changed_digit_is_seen(data: bytes, media: str) -> None:
    """Other words, and words that stand only inside a tag, are not the words."""
    assert not holds(data, "had 283 party members", media=media, encoding="utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_hides_nothing(words: str) -> None:
    """A string written as JSON, escaped or not, holds its words."""
    for plain in (True, False):
        data = json.dumps(words, ensure_ascii=plain).encode()
        assert holds(data, words, media=ARTICLE, encoding="utf-8")
