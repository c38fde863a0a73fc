"""Small helpers that keep the scans quick: turning places away by their first letters, and looking at one word back."""

from __future__ import annotations

import re
from collections.abc import Iterable


def each(listed: str) -> list[str]:
    """The words of a list written as one string: long tables of words stay readable so."""
    return listed.split()


def guard(heads: Iterable[str]) -> str:
    """A pattern that matches, in either case, where one of ``heads`` begins.

    Built letter by letter, because Python's ``re`` turns an alternative away quickly only by its first character.
    An underscore stands for a space, a soft line break or a hyphen.
    """
    tree: dict[str, set[str]] = {}
    for head in set(heads):
        if not head:
            return ""
        tree.setdefault(head[0], set()).add(head[1:])
    parts = [_letter(letter) + guard(rest) for letter, rest in sorted(tree.items())]
    return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"


def _letter(letter: str) -> str:
    if letter == "_":
        return r"[ \u00a0\n-]"
    return f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)


def word_before(text: str, place: int, *, reach: int = 24) -> str:
    """The word that ends just before ``place`` but for one or two spaces, in lower case; empty where there is none."""
    end = place
    while end > 0 and place - end < 2 and text[end - 1] in " \u00a0\n":
        end -= 1
    start = end
    floor = max(0, end - reach)
    while start > floor and (text[start - 1].isalpha() or text[start - 1] in "-’'."):
        start -= 1
    return text[start:end].lower()
