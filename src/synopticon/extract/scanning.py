"""Small helpers that keep the scans quick: turning places away by their first letters, and looking at one word back."""

from __future__ import annotations

from collections.abc import Iterable


def each(listed: str) -> list[str]:
    """The words of a list written as one string: long tables of words stay readable so."""
    return listed.split()


def guard(heads: Iterable[str]) -> str:
    """A pattern that matches, in either case, where one of ``heads`` begins.

    Grouped by first letter, because Python's ``re`` turns an alternative away quickly only by its first character.
    A head that is one letter alone ("a") must be followed by a space or a hyphen.
    """
    tails: dict[str, set[str]] = {}
    for head in heads:
        tails.setdefault(head[0], set()).add(head[1:])
    parts = []
    for letter, rest in sorted(tails.items()):
        inner = "|".join(_either_case(tail) if tail else r"[ \u00a0\n-]" for tail in sorted(rest))
        parts.append(f"{_either_case(letter)}(?:{inner})")
    return "(?:" + "|".join(parts) + ")"


def _either_case(word: str) -> str:
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else f"[{c}]" if c == " " else c for c in word)


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
