"""Media types: the content decides, and only where it does not, the name."""

from __future__ import annotations

import pytest

from synopticon.read.sniff import HTML, MARKDOWN, PDF, PLAIN, Unread, media_type


@pytest.mark.parametrize(
    ("head", "suffix", "media"),
    [
        (b"<!DOCTYPE html><p>", ".pdf", HTML),
        (b"\xef\xbb\xbf\n <HTML>", ".txt", HTML),
        (b"<!-- saved -->\n<html>", ".md", HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", ".xml", HTML),
        ("<html>".encode("utf-16"), ".html", HTML),
        (b"%PDF-1.7\n", ".html", PDF),
        (b"junk before\n%PDF-1.7\n", ".txt", PDF),
        (b"just words", ".html", HTML),
        (b"just words", ".pdf", PLAIN),
        (b"just words", "", PLAIN),
        (b"<p>a fragment", "", HTML),
        (b"<p>a fragment", ".txt", PLAIN),
        (b"<h1 align=center>Title</h1>", ".md", MARKDOWN),
        (b"words", ".TXT", PLAIN),
        ("新浪有党员".encode("gb18030"), ".txt", PLAIN),
        (b"\x1b$B$\"\x1b(B", ".txt", PLAIN),
    ],
)
def test_content_comes_before_the_name(head: bytes, suffix: str, media: str) -> None:
    """Each pair of content and name gives the one media type."""
    assert media_type(head, suffix) == media


@pytest.mark.parametrize(
    ("head", "suffix", "reason"),
    [
        (b"", ".txt", "empty"),
        (b" \n", ".html", "empty"),
        (bytes(100), ".txt", "binary"),
        (b"PK\x03\x04", ".txt", "binary"),
        (b"a,b", ".csv", "unsupported"),
        (b"<rss version='2.0'>", ".xml", "unsupported"),
    ],
)
def test_what_is_not_read_says_why(head: bytes, suffix: str, reason: str) -> None:
    """Each kind that is not read here gives its reason and a sentence."""
    verdict = media_type(head, suffix)
    assert isinstance(verdict, Unread)
    assert verdict.reason == reason
    assert verdict.detail.endswith(".")
