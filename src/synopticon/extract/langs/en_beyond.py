"""What a verb leads to beyond its own arguments: what it is done for, and whose post is spoken of.

"applied to *join the union*", "stepped down as head *of the agency*", "Ana Roe, editor *of Dawnpost*, resigned".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from synopticon.extract.langs.en import Arguments, conjuncts, objects, prepositions, verb_lemma
from synopticon.extract.langs.en_passive import is_passive

ENTERING = frozenset({"join", "enter"})
ENTRIES = frozenset({"membership", "admission", "accession", "entry"})
BELONGING = frozenset({"of", "at", "for", "in", "on"})


def beyond(token: Token, found: Arguments) -> Arguments:
    """The arguments that are reached through another word: ``goal`` and ``employer``."""
    reached = {"goal": list(_goals(token)), "employer": list(_employers(token, found))}
    return {name: tokens for name, tokens in reached.items() if tokens}


def governor(verb: Token) -> str:
    """The lemma of the word that ``verb`` completes: "applied" in "applied to join"."""
    if verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX"}:
        return verb_lemma(verb.head)
    return verb.head.lemma_.lower() if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" else ""


def apposed(noun: Token, *, person: bool = False) -> Token | None:
    """The name that stands beside the noun for it: "the spokeswoman, Ana Roe", "editor Ana Roe"; for a ``person``
    also where the parse hangs the name on the last noun before it: "the head of the agency, Ana Roe"."""
    nodes = [noun]
    if person:
        nodes += [t for t in noun.subtree if t.i > noun.i and t.dep_ == "pobj"]
    for node in nodes:
        for child in node.children:
            fits = node == noun or child.ent_type_ == "PERSON"
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > node.i and fits:
                return child
    after = noun.nbor(1) if person and noun.i + 1 < len(noun.doc) else None
    if after is not None and after.ent_type_ == "PERSON" and after.pos_ == "PROPN":
        while after.i + 1 < len(noun.doc) and after.nbor(1).ent_iob_ == "I":
            after = after.nbor(1)
        return after if after.head != noun else None
    return None


def _goals(token: Token) -> Iterator[Token]:
    """What is to be joined by what hangs on the word: "an application to join the party", "for membership of it"."""
    for child in token.children:
        if child.dep_ in {"xcomp", "acl", "relcl", "advcl"} and child.lemma_.lower() in ENTERING and child.tag_ == "VB":
            yield from objects(child)
    for word, tokens in prepositions(token):
        for entry in tokens if word in {"for", "to"} else ():
            if entry.lemma_.lower() in ENTRIES:
                yield from (c for c in entry.children if c.dep_ == "compound" and c.pos_ == "PROPN")
                yield from (t for link, inner in prepositions(entry) if link in {"of", "in", "to"} for t in inner)


def _employers(verb: Token, found: Arguments) -> Iterator[Token]:
    """Where the post is: told with the post that the verb speaks of, else with the one that its subject bears."""
    moved = found.get("patient" if is_passive(verb) else "agent", [])
    other = found.get("patient", []) if not is_passive(verb) else []
    yield from (t for post in found.get("complement", []) for t in _whose(post))
    for who in [*moved, *other]:
        for post in [who, *(c for c in who.children if c.dep_ == "appos"), *_titles(who)]:
            if post.pos_ == "NOUN" or post.dep_ == "appos":
                yield from _whose(post)


def _titles(name: Token) -> Iterator[Token]:
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        yield name.head


def _whose(post: Token) -> Iterator[Token]:
    yield from (t for c in post.children if c.dep_ == "poss" and c.pos_ == "PROPN" for t in conjuncts(c))
    yield from (t for word, tokens in prepositions(post) if word in BELONGING for t in tokens)
