"""Names of files as text that can be stored and printed, whatever bytes they are made of."""

from __future__ import annotations

import unicodedata
from pathlib import Path

# PEP 383: an undecodable byte 0xNN of a file name is held by Python as the lone surrogate U+DCNN.
_ESCAPED = range(0xDC80, 0xDD00)


def quoted(path: Path | str) -> str:
    r"""The path with forward slashes and every unprintable character escaped, as on one safe line.

    A line break becomes ``\n``, an undecodable byte ``\xff``, a backslash ``\\``; so two different names never
    give the same text. Text in any script, and spaces, stay as they are.
    """
    text = path.as_posix() if isinstance(path, Path) else path
    return "".join(c if _plain(c) else _escape(c) for c in text)


def _plain(character: str) -> bool:
    if character == "\\":
        return False
    return character.isprintable() or unicodedata.category(character) == "Zs"


def _escape(character: str) -> str:
    code = ord(character)
    if code in _ESCAPED:
        return f"\\x{code - 0xDC00:02x}"
    return {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, f"\\u{{{code:x}}}")
