"""Searching: what a person types becomes a safe query, and what was found is marked in the sentence.

Words are all wanted in one sentence; words in double quotes are wanted next to each other. Nothing a person types is
ever read as the search engine's own syntax: each word is quoted before it goes there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synopticon.ledger.words import HAN, fold, searchable

_ASKED = re.compile(r'["“”„«»「」]([^"“”„«»「」]*)["“”„«»「」]|([^\s"“”„«»「」]+)')
_HAN_ONE = re.compile(f"[{HAN}]")
_TOKEN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One sentence that was found.

    ``spans`` are the places of the words, as (start, end) code points into ``sentence``; ``start`` and ``end`` are
    the sentence's own place in the document's text, or in its title when ``in_title``.
    """

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    sentence: str
    start: int
    end: int
    in_title: bool
    spans: tuple[tuple[int, int], ...]


def asked(words: str) -> tuple[str, ...]:
    """The words and phrases of a query, each as typed; what holds no letter or digit is dropped."""
    found = (phrase or word for phrase, word in _ASKED.findall(words.replace("\0", " ")))
    return tuple(item for item in found if _TOKEN.search(unicodedata.normalize("NFKC", item)))


def query(items: Sequence[str]) -> str:
    """The full-text query for :func:`asked` items: every one of them, each as a phrase."""
    return " AND ".join(_quoted(item) for item in items)


def marked(sentence: str, items: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the items stand in ``sentence``, as sorted spans that do not overlap."""
    folded, places = _folded(sentence)
    found = sorted(
        (places[match.start()], places[match.end() - 1] + 1)
        for item in items
        for match in _pattern(item).finditer(folded)
    )
    return tuple(_merged(found))


def _quoted(item: str) -> str:
    words = searchable(item).replace('"', " ").strip()
    # A Han character alone is found as the first of a pair; as a word of its own it would be found only alone.
    return f'"{words}"*' if _HAN_ONE.fullmatch(words) else f'"{words}"'


def _pattern(item: str) -> re.Pattern[str]:
    tokens = _TOKEN.findall(_folded(item)[0])
    parts = [re.escape(t) if _HAN_ONE.match(t) else rf"(?<![^\W_{HAN}]){re.escape(t)}(?![^\W_{HAN}])" for t in tokens]
    return re.compile(r"[\W_]*".join(parts))


def _folded(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        for letter in fold(plain) if not char.isspace() else " ":
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = -1, -1
    for left, right in spans:
        if left > end:
            if end >= 0:
                yield start, end
            start, end = left, right
        end = max(end, right)
    if end >= 0:
        yield start, end
