"""What an anchor tells of its thing: whether it is one that can be told apart, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Token

from synopticon.extract.langs.en import prepositions
from synopticon.extract.model import Clause
from synopticon.records import Value

OFTEN = 3  # so many words of a value in a document say what it is about; tried from 3 to 8 on the open sets
TELLING = frozenset({"acl", "relcl", "prep"})
ABOUT = frozenset({"on", "against", "about", "concerning", "governing"})


def chosen(
    lists: Mapping[str, tuple[str, ...]], found: Clause, read: Any, whole: str, makers: tuple[str, ...]
) -> str | None:
    """The first value one of whose words stands in the clause; then in the sentence; then the one that the whole
    document speaks of again and again; then the value with ``*``. Who made a thing does not say what it is about,
    unless nothing else does: the "finance ministry" makes rules on much."""
    sentence = read.folded.casefold()
    near = sentence[found.start - read.offset : found.end - read.offset]
    for text in (*(_less(t, makers) for t in (near, found.near, sentence)), sentence):
        for value, words in lists.items():
            if any(w != "*" and w in text for w in words):
                return value
    rest = next((value for value, words in lists.items() if "*" in words), None)
    if rest is None:
        return None
    text = whole.casefold()
    counts = {value: sum(text.count(w) for w in words if w != "*") for value, words in lists.items()}
    most = max(counts, key=lambda value: counts[value])
    return most if counts[most] >= OFTEN else rest


def _less(text: str, words: tuple[str, ...]) -> str:
    for word in words:
        text = text.replace(word.casefold(), "")
    return text


def specific(noun: Token, roles: Mapping[str, tuple[Value, ...]]) -> bool:
    """Whether the noun speaks of one thing that can be told apart."""
    told = bool({"date", "place", "organiser", "issuer"} & roles.keys())
    if noun.tag_ == "NNS":
        return told and any(c.dep_ in {"nummod", "det", "amod", "compound", "relcl"} for c in noun.children)
    known = any(c.lower_ in {"the", "that", "this"} for c in noun.children if c.dep_ == "det")
    return told or not known


def identified(noun: Token, roles: Mapping[str, tuple[Value, ...]]) -> bool:
    """Whether the noun's own phrase tells which one is meant: by a year, by who made it, or by what it is about."""
    if noun.pos_ == "PROPN":
        return False
    if noun.tag_ == "NNS" and not any(c.i < noun.i and c.dep_ != "relcl" for c in noun.children):
        return False
    dated = any(t.ent_type_ == "DATE" for c in noun.children if c.dep_ not in {"relcl", "acl"} for t in c.subtree)
    about = any(c.dep_ in TELLING and (c.dep_ != "prep" or c.lower_ in ABOUT) for c in noun.children)
    return "issuer" in roles or dated or about


def named(noun: Token, links: tuple[str, ...]) -> bool:
    """Whether one of the prepositions ``links`` leads from the noun to a name: "a ban on WhatsApp"."""
    return any(t.pos_ == "PROPN" for word, targets in prepositions(noun) if word in links for t in targets)
