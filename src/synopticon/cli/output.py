"""What is printed, and how: safe for a terminal, bold only on one, JSON where a program reads."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from synopticon.cli.settings import from_environment
from synopticon.records import Anchor

# Controls that redraw, recolour or reverse what stands around them: C0, DEL, C1, and the bidirectional marks of
# Unicode's annex 9 (https://trojansource.codes shows what those can do to a line).
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
LEFT, RIGHT = ">>", "<<"
"""What stands around the anchored words where they cannot be made bold."""


def clean(text: str, *, lines: bool = False) -> str:
    """``text`` with control characters made visible, on one line unless ``lines`` lets line feeds through."""
    return "".join(c if _safe(c) or (lines and c == "\n") else _visible(c) for c in text)


def _safe(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") and character not in _BIDI


def _visible(character: str) -> str:
    if character in "\n\r\t\u2028\u2029":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def say(text: str = "") -> None:
    """Print a line of the answer. The text must be clean already where it comes from a source."""
    print(text)


def note(text: str) -> None:
    """Print a line about the work, beside the answer (to standard error)."""
    print(text, file=sys.stderr)


def as_json(value: Any) -> str:
    """``value`` as one line of JSON in plain characters; lone surrogates are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def say_json(value: Any) -> None:
    """Print ``value`` as one line of JSON."""
    print(as_json(value))


def on_terminal(stream: Any = None) -> bool:
    """Whether a person reads ``stream`` (standard output unless given)."""
    return bool((stream or sys.stdout).isatty())


def bold(text: str) -> str:
    """``text`` in bold on a terminal, else as it is."""
    return f"{_BOLD}{text}{_PLAIN}" if _styled() else text


def dim(text: str) -> str:
    """``text`` made faint on a terminal, else as it is."""
    return f"{_DIM}{text}{_PLAIN}" if _styled() else text


def marked(quoted: Anchor) -> str:
    """The anchor's sentence on one clean line with its words marked: bold on a terminal, ``>>so<<`` elsewhere."""
    sentence, at = quoted.sentence, _place(quoted)
    if at < 0:
        return clean(sentence).strip()
    before, after = sentence[:at], sentence[at + len(quoted.exact) :]
    return f"{clean(before)}{highlighted(quoted.exact)}{clean(after)}".strip()


def highlighted(words: str) -> str:
    """``words`` made clean and bold on a terminal, ``>>so<<`` elsewhere."""
    return bold(clean(words)) if _styled() else f"{LEFT}{clean(words)}{RIGHT}"


def _place(quoted: Anchor) -> int:
    """Where the words stand in their sentence; of several places, the one with most of the right words around it."""
    places = [match.start() for match in re.finditer(f"(?={re.escape(quoted.exact)})", quoted.sentence)]
    return max(places, key=lambda at: (_around(quoted, at), -at), default=-1)


def _around(quoted: Anchor, at: int) -> int:
    before, after = quoted.sentence[:at], quoted.sentence[at + len(quoted.exact) :]
    return _alike(before[::-1], quoted.prefix[::-1]) + _alike(after, quoted.suffix)


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def counted(number: int, thing: str) -> str:
    """A number and its noun: ``1 origin``, ``1,204 origins``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def columns(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows as lines in columns two spaces apart; Han characters count as the two places they take."""
    table = [tuple(row) for row in rows]
    if not table:
        return []
    widths = [max(_width(row[i]) for row in table) for i in range(len(table[0]))]
    return ["  ".join(_padded(c, w) for c, w in zip(row, widths, strict=True)).rstrip() for row in table]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _styled() -> bool:
    return on_terminal() and from_environment().colour
