"""The codebook's cues as an index: which words may anchor which statement type, and with what value.

In a type's YAML, ``cues: en: nouns:`` and ``verbs:`` hold named lists. A list is either plain phrases or a mapping
from an enumerated value to phrases::

    nouns:
      body:
        committee: [party/communist committee, ~committee]
        branch: [party branch]

The last word of a noun phrase is the head, compared by lemma; the words before it must stand in the same noun
phrase, in any order; ``a/b`` means either. ``~`` marks a bare noun that anchors only where the passage already
speaks of the matter (the type's ``context``) and only with the modifiers listed under ``plain``. ``^`` marks a noun
that anchors only as the last word of a title in capitals ("the Online Safety Act").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from synopticon.codebook.schema import Codebook, StatementType
from synopticon.errors import CodebookError
from synopticon.extract.langs.en import modifiers, verb_lemma
from synopticon.extract.langs.en_surface import numbered

Alternatives = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One phrase of one list: its head lemma, the modifiers it needs, and the value it stands for."""

    type: str
    list: str
    value: str | None
    head: str
    needs: tuple[Alternatives, ...]
    bare: bool
    titled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A token that an entry was found on."""

    entry: Entry
    token: int


class Lexicon:
    """The cues of all types in one language, by head lemma."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        self.nouns: dict[str, list[Entry]] = {}
        self.verbs: dict[str, list[Entry]] = {}
        for kind in codebook.types.values():
            cues = kind.cues.get(language, {})
            for entry in _entries(kind, cues.get("nouns", {})):
                self.nouns.setdefault(entry.head, []).append(entry)
            for entry in _entries(kind, cues.get("verbs", {})):
                self.verbs.setdefault(entry.head, []).append(entry)

    def noun_hits(self, token: Token, plain: frozenset[str]) -> list[Entry]:
        """The entries that anchor on the noun ``token``; of one list only the most specific."""
        entries = self.nouns.get(token.lemma_.lower()) or self.nouns.get(token.lower_) or self._singular(token)
        if not entries or (_modifies_noun(token) and not (token.text[:1].isupper() and numbered(token))):
            return []
        words = modifiers(token)
        titled = _in_title(token)
        fitting = [e for e in entries if _fits(e, words, plain) and (titled or not e.titled)]
        best: dict[tuple[str, str], Entry] = {}
        for entry in fitting:
            key = (entry.type, entry.list)
            if key not in best or len(entry.needs) > len(best[key].needs):
                best[key] = entry
        return list(best.values())

    def _singular(self, token: Token) -> list[Entry]:
        """The entries of a plural in capitals, which the lemmatiser leaves as it stands: "the Network Measures"."""
        return self.nouns.get(token.lower_.removesuffix("s"), []) if token.tag_ == "NNPS" else []

    def verb_hits(self, token: Token) -> list[Entry]:
        """The entries that anchor on the verb ``token``, with its particle if it has one."""
        return self.verbs.get(verb_lemma(token), [])


def _in_title(token: Token) -> bool:
    """Whether the noun is written as part of a title: a capital on it and on a word beside it, or a number after it."""
    if not token.text[:1].isupper() or token.ent_type_ in {"PERSON", "FAC"}:
        return False
    if numbered(token):
        return True
    if token.i == 0 or token.dep_ == "compound":
        return False
    before = token.doc[token.i - 1]
    return (before.text[:1].isupper() and before.ent_type_ != "DATE") or before.text == ")" or any(
        c.dep_ == "prep" and any(t.text[:1].isupper() and t.ent_type_ != "DATE" for t in c.subtree)
        for c in token.children
    )


def _modifies_noun(token: Token) -> bool:
    """In "party committee activities", "meeting room" and "Law Centre" the anchor only describes something else."""
    if token.dep_ == "compound" and token.pos_ == token.head.pos_ == "PROPN" and token.head.i == token.i + 1:
        return token.head.lower_ in {"centre", "center", "society", "school", "institute", "review", "house"}
    return token.dep_ in {"compound", "nmod", "npadvmod"} and token.head.pos_ == "NOUN" and token.head.i > token.i


def _entries(kind: StatementType, lists: Mapping[str, Iterable[str] | Mapping[str, Iterable[str]]]) -> Iterator[Entry]:
    for name, phrases in lists.items():
        by_value = phrases.items() if isinstance(phrases, Mapping) else [(None, phrases)]
        for value, members in by_value:
            for phrase in members:
                if not isinstance(phrase, str) or not phrase.strip("~ "):
                    raise CodebookError(
                        f"a cue of {kind.name} is not a phrase: {phrase!r}",
                        where=f"types/{kind.name}.yaml, list {name}",
                        next_step="Quote it, or take it out.",
                    )
                yield _entry(kind.name, name, value, phrase)


def _entry(type_: str, name: str, value: str | None, phrase: str) -> Entry:
    words = phrase.strip().lstrip("~^").lower().split()
    return Entry(
        type=type_,
        list=name,
        value=value,
        head=words[-1],
        needs=tuple(frozenset(w.split("/")) for w in words[:-1]),
        bare=phrase.strip().startswith("~"),
        titled=phrase.strip().startswith("^"),
    )


def _fits(entry: Entry, words: frozenset[str], plain: frozenset[str]) -> bool:
    if not all(any(w in words for w in needed) for needed in entry.needs):
        return False
    return not entry.bare or all(w in plain or not w.isalpha() for w in words)
