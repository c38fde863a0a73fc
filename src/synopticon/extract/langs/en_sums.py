"""Sums of money as objects: in "fined X 5 million euros" the parser takes X for a modifier of the sum."""

from __future__ import annotations

from spacy.tokens import Token

from synopticon.extract.langs.en_passive import OBJECTS

CHARGING = {"fine", "penalise", "penalize", "charge", "bill", "dock"}
CURRENCIES = {"dollar", "euro", "pound", "yuan", "yen", "won", "rouble", "ruble", "rupee", "real", "reais", "shilling",
              "franc", "rand", "naira", "lira", "renminbi", "rmb", "peso", "baht", "dong", "rial", "riyal", "dinar",
              "crown", "krona", "zloty", "hryvnia", "tenge", "ringgit", "rupiah", "dirham", "cedi", "forint"}


def is_sum(token: Token) -> bool:
    """Whether the noun is an amount of money: "5 million reais", "$5 million"."""
    return token.lemma_.lower() in CURRENCIES or (token.pos_ == "NUM" and any(c.tag_ == "$" for c in token.subtree))


def before_sum(verb: Token) -> list[Token]:
    """The name right before the sum that it is fined: the parser hangs it on the sum or on nothing much."""
    for token in verb.doc[verb.i + 1 : verb.i + 9]:
        if token.like_num or token.tag_ == "$":
            last = token.nbor(-1)
            return [last] if last.pos_ == "PROPN" and last.dep_ in {"nmod", "compound", "npadvmod"} else []
    return []


def charged(verb: Token) -> list[Token]:
    """Whom "fined X 5 million reais" speaks of: the dative, or what the parser took for a modifier of the sum."""
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return [child]
    sums = [c for c in verb.children if c.dep_ in OBJECTS]
    return [c for s in sums for c in s.children
            if c.i < s.i and c.dep_ in {"nmod", "compound"} and c.pos_ in {"PROPN", "NOUN"} and not is_sum(c)][-1:]
