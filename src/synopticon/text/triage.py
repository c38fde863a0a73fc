"""A glimpse of a page: its words without places, fifty times as fast as reading it.

Reading a page with the way back to its bytes costs tens of milliseconds, the vote on its main text as many again. Of
a crawl, most pages speak of something else. resiliparse gives all their text in one or two milliseconds (it holds
99.9 percent of the word pairs of the main text), which is enough to tell whether a page needs to be read.
"""

from __future__ import annotations

from synopticon.text.encodings import declared_encoding, decode
from synopticon.text.media.html import HTML
from synopticon.text.unreadable import UnreadableError


def glimpse(data: bytes, media: str) -> str | None:
    """The words of a web page, a block a line; ``None`` for what is no page or cannot be decoded: read that whole."""
    if media.partition(";")[0].strip().lower() not in HTML.types:
        return None
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  # only where there are pages

    try:
        decoded = decode(data, declared=declared_encoding(data))
    except UnreadableError:
        return None
    return str(extract_plain_text(decoded.text, preserve_formatting=True, main_content=False, alt_texts=False))
