"""PDF: the text of its pages, read by PDFium, with lines joined to paragraphs and broken words put together.

Glyphs of a PDF have no bytes of their own, so the way back ends at characters of pages (``Offsets.unit`` is
``page-character``, see :data:`synopticon.text.maps.PAGE`): reading the same page with PDFium gives the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from synopticon.text.details import Details
from synopticon.text.maps import PAGE, PAGE_CHARACTER, Builder, Map
from synopticon.text.media.base import Asked, Extract
from synopticon.text.steps import join_lines, tidy_spaces
from synopticon.text.unreadable import unreadable

MOST_CHARACTERS = 20_000_000  # of all pages; a book has about a million
_PASSWORD = 4  # FPDF_ERR_PASSWORD in PDFium's fpdfview.h
_HYPHEN = re.compile("\ufffe")  # PDFium's mark for a hyphen at the end of a line, instead of it and of the break
_SHOWN = re.compile(r"[^\s\ufffd]")


class Pdf:
    """Reads PDF files whose text is text; scanned pages have none and are refused."""

    name = "pdf"
    types = ("application/pdf",)

    def extract(self, data: bytes, asked: Asked) -> Extract:
        """The pages' text in order; a paragraph may run over a page's end."""
        del asked
        pages, info = read_pages(data)
        text, first = join_pages(pages)
        if not _SHOWN.search(text):
            raise unreadable("no-text", f"None of its {len(pages)} pages has text: scanned pages need OCR first.")
        tidy = tidy_spaces(text)
        maps: tuple[Map, ...] = (first, tidy.map)
        text = tidy.text
        if (width := line_width(text)) is not None:
            joined = join_lines(text, width=width, dehyphenate=True, ragged=True)
            text, maps = joined.text, (*maps, joined.map)
        return Extract(
            text=text, maps=maps, encoding="pdf", reader="pdf/1", details=_details(info), unit=PAGE_CHARACTER,
        )  # fmt: skip


def read_pages(data: bytes) -> tuple[list[str], dict[str, str]]:
    """The text of every page as PDFium gives it, and the document's own metadata."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  # 70 ms, for PDF files only

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise unreadable("encrypted", "It is locked with a password: save it without one.") from error
        raise unreadable("broken-pdf", f"PDFium cannot open it: {error}. It may be cut off.") from error
    with closing(document):
        return list(_pages(document)), dict(document.get_metadata_dict(skip_empty=True))


def _pages(document: Any) -> Iterator[str]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    size = 0
    for number in range(len(document)):
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as words:
                text = words.get_text_range()
        except PdfiumError as error:
            raise unreadable("broken-pdf", f"PDFium cannot read its page {number + 1}: {error}.") from error
        size += len(text)
        if len(text) >= PAGE or size > MOST_CHARACTERS:
            raise unreadable("too-large", f"It has more than {MOST_CHARACTERS:,} characters of text; split it.")
        yield text


def join_pages(pages: list[str]) -> tuple[str, Map]:
    """All pages as one text, and the map from it to pages and characters."""
    builder = Builder()
    parts: list[str] = []
    for number, page in enumerate(pages, 1):
        start, place = number * PAGE, 0
        for hyphen in _HYPHEN.finditer(page):
            builder.copy(start + place, start + hyphen.start())
            builder.put(2, start + hyphen.start(), start + hyphen.end())
            place = hyphen.end()
        builder.copy(start + place, start + len(page))
        parts.append(_HYPHEN.sub("-\n", page))
        if number < len(pages):
            parts.append("\n")
            builder.put(1, start + len(page), start + len(page))
    return "".join(parts), builder.build()


def line_width(text: str) -> int | None:
    """The width of the text's lines in characters, as most of them have it; ``None`` for a few short lines."""
    sizes = sorted(len(line) for line in text.split("\n") if line)
    if len(sizes) < 2:
        return None
    usual = Counter(size // 5 for size in sizes[len(sizes) // 2 :])
    width = max(max(usual, key=lambda size: (usual[size], size)) * 5 + 4, sizes[len(sizes) * 9 // 10])
    return width if width >= 20 else None


def _details(info: dict[str, str]) -> Details:
    """A PDF's title and author, which its writer filled in; not its date, which is the file's, not the report's."""
    title = info.get("Title", "").strip()
    tool_made = re.search(r"\.(?:docx?|pdf|indd|qxd|tex|pptx?)\Z|\A(?:untitled|microsoft word)", title, re.I)
    return Details(title=title if title and not tool_made else None, author=info.get("Author") or None)


PDF = Pdf()
