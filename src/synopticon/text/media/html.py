"""Web pages: what a browser would show, of which only the main text is kept where it can be told.

The text is ours, found in one pass with the way back to the bytes. trafilatura only votes: a block whose words stand
in the main text it finds is kept, the others (menus, notices, comments) go. Where it finds nothing, or would
take too long, every block stays. Nothing in a page is run and nothing it names is fetched.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from synopticon.text.details import Details
from synopticon.text.encodings import declared_encoding, decode
from synopticon.text.markup import parse_page
from synopticon.text.media.base import Asked, Extract
from synopticon.text.page_details import page_details
from synopticon.text.steps import HAN, Step, keep_spans, tidy_spaces

LONGEST_VOTE = 3_000_000  # characters of a page; beyond it the vote would take minutes
MOST_TAGS = 60_000  # the same for a page of little but tags; the largest news pages of the trials have 9,000
EARLIEST = "1990-01-01"  # there were no web pages before
_HEAD = 20_000  # characters in which a page that has one shows its headline
_SHARE = 0.6  # of a block's word triples that must stand in the main text; reprints of a caption in it score less
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WORD = re.compile(f"[{HAN}]|[^\\W_]+")


class Html:
    """Reads HTML and XHTML, whole pages or fragments."""

    name = "html"
    types = ("text/html", "application/xhtml+xml")

    def extract(self, data: bytes, asked: Asked) -> Extract:
        """The page's main text (``html-main``), or of a page too large for the vote all of it (``html-whole``)."""
        decoded = decode(data, declared=declared_encoding(data))
        page = parse_page(decoded.text)
        whole = tidy_spaces(page.step.text)
        lines = whole.text[:_HEAD].split("\n")
        details, maps = page_details(page, lines), (decoded.map, page.step.map, whole.map)
        extract = Extract(
            text=whole.text, maps=maps, encoding=decoded.encoding, reader="html-whole/1", details=details,
        )  # fmt: skip
        if len(decoded.text) > LONGEST_VOTE or decoded.text.count("<") > MOST_TAGS:
            return extract
        voted = vote(whole.text, main_text(decoded.text), page.heading)
        if not details.published:
            extract = replace(extract, details=_dated(details, decoded.text, asked.latest))
        return replace(extract, text=voted.text, maps=(*maps, voted.map), reader="html-main/1")


def main_text(source: str) -> str:
    """The main text of a page as trafilatura finds it; empty where it finds none."""
    from trafilatura import extract  # noqa: PLC0415  # takes a third of a second to import

    # lxml refuses NUL and lone surrogates, and does not believe an encoding declared in a str.
    clean = source.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    clean = re.sub(r"\A\s*<\?xml[^>]*>", "", clean)
    with suppress(Exception):  # whatever its parsers stumble over, the page's whole text stays
        return extract(clean, include_comments=False, include_tables=True, deduplicate=False) or ""
    return ""


def vote(text: str, main: str, heading: str) -> Step:
    """The blocks of ``text`` whose words stand in ``main``, and the heading; all blocks if none would be kept."""
    triples = set(_triples(_WORD.findall(main)))
    lines = {" ".join(_WORD.findall(line)) for line in main.split("\n")} | {" ".join(_WORD.findall(heading))}
    blocks = [match.span() for match in _BLOCK.finditer(text)]
    kept = [span for span in blocks if _stands(text[slice(*span)], triples, lines)] if triples else []
    return keep_spans(text, kept or blocks)


def _stands(block: str, triples: set[tuple[str, ...]], lines: set[str]) -> bool:
    words = _WORD.findall(block)
    if not words:
        return False
    if " ".join(words) in lines:
        return True
    own = _triples(words)
    return len(words) > 3 and sum(triple in triples for triple in own) >= _SHARE * len(own)


def _triples(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _dated(details: Details, source: str, latest: str) -> Details:
    """The details with a date that htmldate finds, if it does; a last resort, between fixed bounds."""
    if not latest:
        return details
    from htmldate import find_date  # noqa: PLC0415  # slow to import

    with suppress(Exception):  # as for main_text
        found = find_date(
            source, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=latest,
        )  # fmt: skip
        if found:
            return replace(details, published=found, published_by="page")
    return details


HTML = Html()
