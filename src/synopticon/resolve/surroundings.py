"""Surroundings: what a document says around a mention that tells an ambiguous name. Looked at once, when asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from synopticon.records import Document
from synopticon.resolve.block import Alias, Index
from synopticon.resolve.names import fold, has_han
from synopticon.resolve.words import COUNTRIES, CUES, SORTS

_WORD = re.compile(r"[^\W_][\w'.&-]*")
_COUNTRY_OF = {name: code for code, names in COUNTRIES.items() for name in names}
_HAN_COUNTRIES = tuple(sorted(name for name in _COUNTRY_OF if has_han(name)))
_SENTENCE_REACH = 200  # code points each side when a mention lies outside its anchor's sentence
_IN_DOCUMENT = 0.75  # the country a document names most, against 1 for one in the sentence: 0.4 + 0.3 passes alone


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
        return any(other != alias.actor for other in self._businesses(sentence))

    def compatriot(self, sentence: str, country: str | None) -> bool:
        """Whether ``sentence`` names a company or platform of ``country`` by an unambiguous name."""
        return any(self._index.entries[other].country == country for other in self._businesses(sentence))

    def companions(self, alias: Alias) -> bool:
        """Whether the document names another company or platform by an unambiguous name."""
        return bool(self._businesses(self._document.text) - {alias.actor})

    def country(self, sentence: str, code: str | None) -> float:
        """1 when ``sentence`` names the country ``code``, 0.75 when the document names it most, else 0."""
        if code in _countries(sentence):
            return 1.0
        return _IN_DOCUMENT if code is not None and code == self._foremost else 0.0

    def abroad(self, sentence: str, code: str) -> bool:
        """Whether ``sentence`` names countries, and ``code`` is not among them."""
        named = _countries(sentence)
        return bool(named) and code not in named

    def place(self, word: str) -> bool:
        """Whether ``word`` is a country, its people or its capital."""
        return word.casefold() in _COUNTRY_OF

    def _businesses(self, text: str) -> frozenset[str]:
        if text not in self._seen:
            self._seen[text] = frozenset(actor for actor in self._index.seen(text) if self._business(actor))
        return self._seen[text]

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
    def _foremost(self) -> str | None:
        ranked = _countries(self._folded).most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _countries(text: str) -> Counter[str]:
    """How often the text names each country, its people or its seat of government."""
    found: Counter[str] = Counter()
    for match in _WORD.finditer(text.replace("’", "'").casefold()):
        word = match.group().rstrip(".").removesuffix("'s")
        if word in _COUNTRY_OF:
            found[_COUNTRY_OF[word]] += 1
    if has_han(text):
        for name in _HAN_COUNTRIES:
            found[_COUNTRY_OF[name]] += text.count(name)
    return +found


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
