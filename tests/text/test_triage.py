"""A glimpse of a page holds its words, and is given of pages alone."""

from __future__ import annotations

import pytest

from synopticon.text import glimpse

PAGE = (
    "<html><head><title>T</title><style>p {{}}</style></head><body><nav>Home</nav><p>{}</p>"
    "<script>x</script></body></html>"
)


def test_a_glimpse_holds_the_words_of_the_page() -> None:
    """What a reader would see is there; what a browser would run is not."""
    words = glimpse(PAGE.format("The regulator fined the platform &amp; its owner.").encode(), "text/html")
    assert words is not None
    assert "The regulator fined the platform & its owner." in words
    assert "p {" not in words


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_glimpse_reads_every_encoding_a_page_may_have(encoding: str) -> None:
    """An undeclared Chinese page is seen as Chinese."""
    words = glimpse(PAGE.format("該公司成立了黨委，網民可以評論。" * 6).encode(encoding), "text/html; charset=x")
    assert words is not None and "黨委" in words


@pytest.mark.parametrize("media", ["text/plain", "application/pdf", "application/x.article+json"])
def test_what_is_no_page_is_always_read(media: str) -> None:
    """There is nothing to save on notes, PDFs and articles, and whoever gives them has chosen them."""
    assert glimpse(b"Some words.", media) is None


def test_bytes_that_are_no_text_are_left_to_the_reader() -> None:
    """It refuses them with the reason."""
    assert glimpse(bytes(range(256)) * 40, "text/html") is None
