"""Whether the bytes of a capture hold some words, up to markup and declared normalisation.

The check does not trust the reader that found the words: it decodes the bytes by itself, takes out tags, character
references and JSON escapes by the standard library's own means, and compares letters and digits alone.
"""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"<!--.*?-->|<[^<>]*>?", re.S)
_SCRIPT = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>", re.S | re.I)
_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\.", re.S)
_UNCHECKED = ("application/pdf",)  # its words are drawn glyph by glyph: there is nothing to decode in one place


def holds(data: bytes, words: str, *, media: str, encoding: str) -> bool:
    """Whether ``data``, a stretch of a capture of this media type and encoding, says ``words``."""
    if media in _UNCHECKED:
        return True
    text = _decoded(data, encoding)
    if media == "application/x.article+json":
        text = _ESCAPE.sub(_unescaped, text)
    elif media == "text/html":
        text = html.unescape(_TAG.sub("", _SCRIPT.sub("", text)))
    return _letters(words) in _letters(text)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _unescaped(match: re.Match[str]) -> str:
    escape = match.group()
    if escape.startswith("\\u"):
        units = bytes.fromhex(escape.replace("\\u", ""))
        return units.decode("utf-16-be", "replace")
    return {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}.get(escape[1], escape[1])


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
