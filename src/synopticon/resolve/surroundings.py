"""Surroundings: what a document says around a mention that tells an ambiguous name. Looked at once, when asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from synopticon.records import Document
from synopticon.resolve.block import Alias, Index
from synopticon.resolve.names import fold, has_han
from synopticon.resolve.words import COUNTRIES, CUES, SORTS

_WORD = re.compile(r"[^\W_][\w'.&-]*")
_PLACES = frozenset().union(*COUNTRIES.values())
_SENTENCE_REACH = 200  # code points each side when a mention lies outside its anchor's sentence
_IN_DOCUMENT = 0.75  # a country named somewhere in the document, against 1 in the sentence: 0.4 + 0.3 passes alone


class Surroundings:
    """One document, asked for the signs that features count. ``cues`` adds to the built-in cue words, by sort."""

    def __init__(self, document: Document, index: Index, cues: Mapping[str, frozenset[str]] | None = None) -> None:
        self._document = document
        self._index = index
        self._cues = {sort: words | (cues or {}).get(sort, frozenset()) for sort, words in CUES.items()}
        self._seen: dict[str, frozenset[str]] = {}
        self._cued: dict[tuple[str, str, str], bool] = {}
        self._named_actors: dict[tuple[str, str], bool] = {}

    def sentence(self, start: int, end: int) -> str:
        """The words around ``start:end``, to the ends of the line or 200 code points, whichever is nearer."""
        text = self._document.text
        left = max(text.rfind("\n", 0, start) + 1, start - _SENTENCE_REACH, 0)
        right = text.find("\n", end)
        return text[left : min(len(text) if right < 0 else right, end + _SENTENCE_REACH)]

    def spellings(self, alias: Alias) -> tuple[str, ...]:
        """The actor's names as listed that have this alias's key or begin with it."""
        names = self._index.entries[alias.actor].names
        return tuple(name.text for name in names if fold(name.text) == alias.key)

    def named_otherwise(self, alias: Alias) -> bool:
        """Whether the document has another, unambiguous name of the alias's actor."""
        return self._named(alias.actor, without=alias.key)

    def relative_named(self, alias: Alias, *, before: str = "") -> bool:
        """Whether the document names the actor's parent or one of its children by an unambiguous name.

        In the word ``before`` the name, as in “Apple's App Store”, an ambiguous one will do.
        """
        relatives = self._index.relatives.get(alias.actor, frozenset())
        key = fold(before) if before else ""
        if key and any(key == other.key for relative in relatives for other in self._index.aliases[relative]):
            return True
        return any(self._named(relative, without=alias.key) for relative in sorted(relatives))

    def cue(self, sentence: str, words: str, sort: str) -> bool:
        """Whether ``sentence``, without ``words`` themselves, has a cue for actors of this sort."""
        asked = (sentence, words, sort)
        if asked not in self._cued:
            rest = sentence.replace(words, " ")
            cues = self._cues[sort]
            self._cued[asked] = not cues.isdisjoint(_words(rest)) or _has_part(rest, cues)
        return self._cued[asked]

    def neighbours(self, sentence: str, alias: Alias) -> bool:
        """Whether ``sentence`` names another company or platform by an unambiguous name."""
        if sentence not in self._seen:
            self._seen[sentence] = self._index.seen(sentence)
        return any(other != alias.actor and self._business(other) for other in self._seen[sentence])

    def country(self, sentence: str, code: str | None) -> float:
        """1 when the country ``code`` is named in ``sentence``, 0.75 when only in the document, else 0."""
        names = COUNTRIES.get(code or "", frozenset())
        if names & _words(sentence) or _has_part(sentence, names):
            return 1.0
        if names & self._words or _has_part(self._document.text, names):
            return _IN_DOCUMENT
        return 0.0

    def place(self, word: str) -> bool:
        """Whether ``word`` is a country, its people or its capital."""
        return word.casefold() in _PLACES

    def _business(self, actor: str) -> bool:
        kind = getattr(self._index.entries[actor], "kind", "outlet")
        return SORTS.get(kind) == "business"

    def _named(self, actor: str, *, without: str) -> bool:
        if (actor, without) not in self._named_actors:
            names = (alias.key for alias in self._index.aliases[actor] if not alias.ambiguous and alias.key != without)
            self._named_actors[actor, without] = any(_stands(name, self._folded) for name in names)
        return self._named_actors[actor, without]

    @cached_property
    def _folded(self) -> str:
        title = self._document.title or ""
        return f"{title}\n{self._document.text}".replace("’", "'").casefold()

    @cached_property
    def _words(self) -> frozenset[str]:
        return _words(self._folded)


def _words(text: str) -> frozenset[str]:
    found = (word.group().rstrip(".") for word in _WORD.finditer(text.replace("’", "'").casefold()))
    return frozenset(word.removesuffix("'s") for word in found)


def _has_part(text: str, terms: frozenset[str]) -> bool:
    """Whether one of the Han ``terms`` stands in ``text``, whose words have no blanks between them."""
    return has_han(text) and any(term in text for term in terms if has_han(term))


def _stands(name: str, text: str) -> bool:
    if name not in text:
        return False
    return has_han(name) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
