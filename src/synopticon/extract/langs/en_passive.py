"""What is done to whom in an English sentence: passives, with and without their auxiliary."""

from __future__ import annotations

from spacy.tokens import Token

OBJECTS = {"dobj", "obj"}


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is passive, including bare participles ("a law passed by parliament")."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in OBJECTS for c in verb.children):
        return False
    if verb.dep_ in {"acl", "amod"}:
        return True
    return verb.dep_ in {"ccomp", "acomp", "ROOT"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def done(verb: Token) -> Token | None:
    """The participle telling what was done to the subject of ``verb``: "remains *suspended*", "its site *blocked*"."""
    if verb.dep_ == "auxpass":
        return verb.head
    if is_passive(verb):
        return verb
    return next((c for c in verb.children if c.dep_ == "acomp" and c.tag_ == "VBN" and is_passive(c)), None)


def to_be_done(noun: Token) -> Token | None:
    """The passive infinitive that the parser hangs on an object as if it were a relative clause: "ordered access to
    the site *to be blocked*"."""
    return next((c for c in noun.children if c.dep_ in {"relcl", "acl"} and any(g.tag_ == "TO" for g in c.children)
                 and any(g.dep_ == "auxpass" for g in c.children)), None)
