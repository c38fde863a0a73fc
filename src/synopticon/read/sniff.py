"""What bytes are, by their content first and by their file's name second.

A ``.pdf`` that is a web page is read as a web page, a ``.html`` that is a PDF as a PDF; only where the content
does not decide (plain text, Markdown, a fragment of HTML) does the name.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

HEAD = 64 * 1024  # bytes looked at; the marks sought stand in the first 1,024, the share of controls needs more

HTML = "text/html"
PDF = "application/pdf"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
ARTICLE = "application/x.article+json"

NAMES = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF,
    ".txt": PLAIN, ".text": PLAIN, "": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN,
}

# Signatures from the WHATWG MIME Sniffing standard, section 6, and the formats' own specifications.
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save it as text, HTML or PDF"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text, HTML or PDF"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes that text in UTF-8, GB18030, Big5 or Windows-1252 does not hold: the C0 controls but tab, line feed,
# form feed, carriage return, and escape (which ISO-2022 encodings use).
_CONTROLS = bytes(b for b in range(0x20) if b not in b"\t\n\f\r\x1b")
_CONTROL_SHARE = 0.005  # one stray control in 200 bytes; compressed data holds about one in ten
_SURE_HTML = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S)
# The tags that WHATWG MIME Sniffing takes as the start of a page, for files whose name does not say text.
_LIKELY_HTML = re.compile(
    r"(?:<!--.*?-->\s*)*<(?:head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\s>]", re.I | re.S
)
_XML = re.compile(r"<\?xml|<(?:rss|feed|svg|rdf:RDF)[\s>]", re.I)


@dataclass(frozen=True, slots=True)
class Unread:
    """Bytes of no kind that is read here: the refusal's reason and its detail."""

    reason: str
    detail: str


def media_type(head: bytes, suffix: str) -> str | Unread:
    """The media type of bytes starting with ``head`` in a file whose name ends in ``suffix`` (``.html``).

    Where nothing here reads them, why: the reason is ``empty``, ``binary`` or ``unsupported``.
    """
    if not head.strip():
        return Unread("empty", "There is nothing in it but white space." if head else "It has no bytes.")
    if b"%PDF-" in head[:1024]:  # ISO 32000-1, annex H.3.4.1: readers accept the header within the first 1024 bytes
        return PDF
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            return Unread("binary", f"It is {kind}.")
    text = _as_text(head)
    if text is None:
        return Unread("binary", "Its bytes are not text in any known encoding, nor HTML, nor PDF.")
    return _by_text(text.lstrip(), suffix.lower())


def _by_text(text: str, suffix: str) -> str | Unread:
    if _SURE_HTML.match(text):
        return HTML
    named = NAMES.get(suffix)
    if named in (PLAIN, MARKDOWN) and suffix:
        return named
    if _LIKELY_HTML.match(text) or named == HTML:
        return HTML
    if _XML.match(text):
        return Unread("unsupported", "It is XML that is not a web page.")
    if named is None:
        return Unread("unsupported", f"Files named {suffix} are not read here; rename it .txt to read it as text.")
    return PLAIN


def _as_text(head: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    wide = _wide(head)
    if wide:
        return head.decode(wide, "replace")
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) * _CONTROL_SHARE:
        return None
    return head.decode("latin-1")  # only ASCII marks are sought in it, and Latin-1 keeps every byte


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text in it is zero."""
    even, odd = head[0:1024:2], head[1:1024:2]
    if odd and odd.count(0) > 0.9 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even and even.count(0) > 0.9 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None
