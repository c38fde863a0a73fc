"""The cleaning steps: each takes a text and returns a :class:`Step`, the new text and the map back to the old.

What a step may change is its *declared normalisation*; none of them changes a word:

- :func:`tidy_spaces`: every kind of blank becomes a space and a run of them one; line breaks become ``\\n``, three or
  more of them two; blanks beside line breaks and at both ends go; NUL, soft hyphens, zero-width spaces and byte
  order marks go, for they print nothing; other control characters count as blanks; a lone surrogate becomes U+FFFD.
- :func:`join_lines`: where a text is wrapped at a width, a single line break becomes a space (nothing, between two
  Chinese characters), and a word hyphenated over the break is put together again where asked.
- :func:`keep_spans`: only the given stretches stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from synopticon.text.maps import Builder, Map

HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = f"{HAN}\u3001-\u303f\u3040-\u30ff\uff00-\uffef"

_BREAKS = "\\n\\r\\x0b\\x0c\\x85\u2028\u2029"
_BLANKS = " \\t\\x01-\\x08\\x0e-\\x1f\\x7f\\x80-\\x84\\x86-\\x9f\\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SILENT = "\\x00\\xad\u200b\u2060\ufeff"
_SURROGATES = "\ud800-\udfff"
# Anything but a single plain space or a single line feed between two words. It begins with one set of characters,
# which lets the engine skip words three times as fast as with alternatives.
_UNTIDY = re.compile(
    f"[{_BREAKS}{_BLANKS}{_SILENT}{_SURROGATES}]"
    f"(?:(?<=[{_SURROGATES}])|[{_BREAKS}{_BLANKS}{_SILENT}]+|(?<=[{_BLANKS[1:]}{_BREAKS[2:]}{_SILENT}])|(?<=\\A.)|\\Z)",
    re.S,
)
_BREAK = re.compile(f"\\r\\n|[{_BREAKS}]")
_BLANK = re.compile(f"[{_BLANKS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step's output and the map that leads from it back to the step's input."""

    text: str
    map: Map


class Draft:
    """A step in the making: stretches of the old text, kept or replaced, in order."""

    __slots__ = ("_builder", "_parts", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._builder = Builder()

    def copy(self, start: int, end: int) -> None:
        """Keep ``source[start:end]`` as it is."""
        if end > start:
            self._parts.append(self._source[start:end])
            self._builder.copy(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Let ``text`` stand for the whole of ``source[start:end]``."""
        if text:
            self._parts.append(text)
            self._builder.put(len(text), start, end)

    def same(self, text: str, start: int, end: int) -> None:
        """Let ``text`` stand for ``source[start:end]``, which is as long, character for character."""
        if text:
            self._parts.append(text)
            self._builder.copy(start, end)

    def step(self) -> Step:
        """The finished step."""
        return Step(text="".join(self._parts), map=self._builder.build())


def tidy_spaces(text: str) -> Step:
    """Blanks, line breaks and characters that print nothing, put in order."""
    draft, place = Draft(text), 0
    for match in _UNTIDY.finditer(text):
        start, end = match.span()
        draft.copy(place, start)
        run = match.group()
        clean = _tidied(run, edge=start == 0 or end == len(text))
        if clean == run:
            draft.copy(start, end)
        else:
            draft.put(clean, start, end)
        place = end
    draft.copy(place, len(text))
    return draft.step()


def _tidied(run: str, *, edge: bool) -> str:
    if "\ud800" <= run <= "\udfff":
        return "\ufffd"
    if edge:
        return ""
    if breaks := len(_BREAK.findall(run)):
        return "\n" * min(breaks, 2)
    return " " if _BLANK.search(run) else ""


def keep_spans(text: str, spans: Sequence[tuple[int, int]], *, between: str = "\n\n") -> Step:
    """Only ``spans`` (in order, not overlapping), with ``between`` standing for what went between two of them."""
    draft, last = Draft(text), -1
    for start, end in spans:
        if last >= 0:
            draft.put(between, last, start)
        draft.copy(start, end)
        last = end
    return draft.step()


# A last line ends a paragraph when it is shorter than this share of the width.
_SHORT = 0.75
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(f"[{WIDE}]|[^\\s{WIDE}]+")
_ENDED = re.compile(r"[.!?。！？:：;；][\"'”’」』)）\]]*\Z")
_BULLET = re.compile(r"\s*(?:[-*+•·–—>#|]|\d{1,3}[.)、]|[(（]?[一二三四五六七八九十]{1,3}[)）、])\s?")
_MARKED = re.compile(r"\s*(?:#{1,6}\s|\||```|={3,}|-{3,})")  # headings, tables, fences: lines by themselves
_HYPHENATED = re.compile(r"[^\W\d_]{2,}-\Z")
_NARROWEST, _WIDEST = 30, 130  # columns of wrapped text: mail and terminals use 65-100, two-column PDFs about 45


MARKDOWN = 0
"""The width of Markdown, in which a single line break never ends a paragraph (CommonMark, 6.8)."""


def wrap_width(text: str) -> int | None:
    """The width at which ``text`` is wrapped, or ``None`` if its lines are paragraphs.

    In wrapped text the first word of the next line would not have fitted on the line before it; where that holds
    of most breaks between two lines, and those lines do not mostly end as sentences do, the text is wrapped.
    """
    pairs = _neighbours(text)
    if not any(second[0].islower() and not _ENDED.search(first) for first, second in pairs) and len(pairs) < 3:
        return None
    sizes = sorted(_columns(first) for first, _ in pairs)
    width = sizes[len(sizes) * 9 // 10]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_full(first, second, width) for first, second in pairs)
    ended = sum(1 for first, _ in pairs if _ENDED.search(first))
    return width if full >= 0.7 * len(pairs) and ended <= 0.5 * len(pairs) else None


def join_lines(text: str, *, width: int, dehyphenate: bool = False, ragged: bool = False) -> Step:
    """Put wrapped lines together again.

    A break stays where the next line is a list item, or where the line is short (``ragged``: short, or not full, and
    ended as a sentence is, as in a PDF, where no blank line parts two paragraphs).
    """
    draft, place = Draft(text), 0
    lines = list(_LINE.finditer(text))
    for line, following in pairwise(lines):
        start, end = line.end(), following.start()
        if end - start != 1 or _stays(line.group(), following.group(), width, ragged=ragged):
            continue
        first, second = line.group(), following.group()
        if dehyphenate and _HYPHENATED.search(first) and second[:1].islower():
            draft.copy(place, start - 1)
            place = end
            continue
        draft.copy(place, start)
        draft.put("" if _wide(first[-1]) and _wide(second[0]) else " ", start, end)
        place = end
    draft.copy(place, len(text))
    return draft.step()


def _stays(first: str, second: str, width: int, *, ragged: bool) -> bool:
    if _BULLET.match(second) or (width == MARKDOWN and _MARKED.match(first)):
        return True
    if width == MARKDOWN:
        return first.endswith("\\")
    if ragged and _ENDED.search(first):
        return not _full(first, second, width)
    return _columns(first) < _SHORT * width and not _full(first, second, width)


def _full(first: str, second: str, width: int) -> bool:
    """Whether the first word of ``second`` would not have fitted behind ``first``."""
    word = _WORD.match(second.lstrip())
    return _columns(first) + 1 + (_columns(word.group()) if word else 0) > width - 2


def _neighbours(text: str) -> list[tuple[str, str]]:
    """Pairs of lines with no blank line between them, from the first 2,000 lines."""
    lines = text.split("\n", 2000)[:2000]
    return [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip() and not _BULLET.match(b)]


def _columns(text: str) -> int:
    """How many columns ``text`` takes: a Chinese character takes two."""
    return len(text) if text.isascii() else len(text) + len(re.findall(f"[{WIDE}]", text))


def _wide(character: str) -> bool:
    return re.match(f"[{WIDE}]", character) is not None
