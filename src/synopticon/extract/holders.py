"""Holders: who an argument speaks of. Names stand for themselves; "it" and "the company" need an antecedent.

An antecedent is taken only where one compatible name stands: the subject of the same or the sentence before, or the
only compatible name there. What was resolved is marked (``Mention.antecedent``); what was not is left as it stands
when it is a noun, and gives nothing when it is a pronoun.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from synopticon.extract.clauses import Read, phrase
from synopticon.extract.langs.en import conjuncts
from synopticon.extract.langs.en_beyond import apposed
from synopticon.extract.model import Phrase, Span
from synopticon.records import Mention, Roles, Term

PRONOUN_KINDS = {"he", "it", "they", "we"}
NOT_NAMES = {"party", "communist party", "the communist party", "ccp", "cpc", "internet", "communist", "communists"}
_BREAK = re.compile(r"[.;:!?]\s|, (?:and|but|while|yet|which)\b")
NEAR = 70  # characters: a name's description stands in the same clause
REACH = 3  # sentences looked back for an antecedent; beyond that right answers fell under half on the open sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name seen in the document: where, what kind, whether it was a subject, and in which sentence (by order)."""

    start: int
    end: int
    text: str
    kind: str
    subject: bool
    sentence: int


class Holders:
    """The names of one document in order, and what its pronouns and definite nouns may stand for."""

    def __init__(self, text: str, contexts: Mapping[str, str], company_nouns: frozenset[str]) -> None:
        self.text = text
        self.named: list[Named] = []
        self.contexts = {name: bool(re.search(pattern, text)) for name, pattern in contexts.items()}
        self._nouns = company_nouns
        self._sentence = -1
        self._said: set[tuple[str, ...]] = set()
        self._told: dict[str, tuple[int, Roles]] = {}

    def speaks_of(self, type_: str) -> bool:
        """Whether the document speaks of the matter that bare cues of ``type_`` need."""
        return self.contexts.get(type_, True)

    def enter(self, read: Read, sentence: int) -> None:
        """Learn the names of the next sentence; call in the order of the document."""
        self._sentence = sentence
        seen: set[Span] = set()
        for token in read.doc:
            if token.pos_ != "PROPN" and token.i not in read.names:
                continue
            found = phrase(token, read)
            if found.kind not in {"organisation", "person", "name"} or (found.start, found.end) in seen:
                continue
            if token.dep_ in {"compound", "nmod"} and token.i not in read.names:
                continue
            if (len(found.text) < 2 and found.text != "X") or found.text.casefold() in NOT_NAMES:
                continue
            seen.add((found.start, found.end))
            root = read.doc.char_span(found.start - read.offset, found.end - read.offset, alignment_mode="expand")
            head = token if root is None else root.root
            leads = (head.head if head.dep_ == "appos" else head).dep_ in {"nsubj", "nsubjpass"}
            self.named.append(Named(start=found.start, end=found.end, text=found.text, kind=found.kind,
                                    subject=leads, sentence=sentence))

    def mentions(
        self, found: Phrase, allowed: frozenset[str], read: Read, barred: frozenset[str] = frozenset()
    ) -> list[Mention]:
        """The mentions that the phrase stands for: itself, its name by apposition, or its antecedent.

        ``barred`` are names that it cannot stand for, because they do something to it in the same clause.
        """
        if found.kind in PRONOUN_KINDS:
            return self._pronoun(found, barred)
        if named := self._by_apposition(found, read):
            return named
        if found.definite and not found.proper and found.head in self._nouns and found.text.count(" ") == 0:
            before = self._antecedent(found.start, "it", barred)
            if before is not None:
                return [resolved(found, before)]
        return [Mention(text=found.text, start=found.start, end=found.end)]

    def stands_for(self, noun: Token) -> bool:
        """Whether "the ``noun``" with nothing else stands for a name said before: "the company"."""
        return noun.lower_ in self._nouns and noun.tag_ == "NN" and not any(
            c.dep_ in {"prep", "relcl", "compound", "amod", "poss"} and [t.lower_ for t in c.subtree] != ["in", "turn"]
            for c in noun.children
        )

    def tell(self, type_: str, roles: Roles) -> None:
        """Remember of whom the last statement of this type spoke."""
        self._told[type_] = (self._sentence, roles)
        self._said.add(_gist(type_, roles))

    def said(self, type_: str, roles: Roles) -> bool:
        """Whether a statement of this type was told of this subject, with the same enumerated values."""
        return _gist(type_, roles) in self._said

    def tied(self, mention: Mention, words: frozenset[str]) -> bool:
        """Whether one of ``words`` stands in the name, or near some mention of it: "the state fund Qianhai"."""
        name = mention.antecedent or mention.text
        for found in re.finditer(re.escape(name), self.text):
            before = _BREAK.split(self.text[max(0, found.start() - NEAR) : found.start()])[-1]
            after = _BREAK.split(self.text[found.end() : found.end() + NEAR])[0]
            if words & set(re.findall(r"[^\W\d_]+", f"{before} {name} {after}".casefold())):
                return True
        return False

    def told(self, type_: str, role: str) -> Mention | None:
        """Who filled the role in the statement of this type that stands in this sentence or shortly before."""
        sentence, roles = self._told.get(type_, (-REACH - 2, {}))
        value = roles.get(role, (None,))[0]
        return value if isinstance(value, Mention) and self._sentence - sentence <= REACH else None

    def topic(self, allowed: frozenset[str], before: int, barred: frozenset[str] = frozenset()) -> Mention | None:
        """The organisation the document has spoken of most so far: the holder where none is spoken."""
        found = self._main(before, barred)
        return None if found is None else Mention(text=found.text, start=found.start, end=found.end)

    def sole(self, kinds: frozenset[str], never: frozenset[str]) -> Mention | None:
        """The only name of a firm in the sentence: the holder of what stands in it without one."""
        here = [n for n in self.named if n.sentence == self._sentence and n.kind in kinds & {"organisation", "name"}
                and not any(n.text.casefold().endswith(word) for word in never) and not n.text.isupper()]
        if len({n.text for n in here}) != 1:
            return None
        return Mention(text=here[0].text, start=here[0].start, end=here[0].end)

    def _main(self, before: int, barred: frozenset[str] = frozenset()) -> Named | None:
        """The organisation named most before a place; where none was, the name that was (taggers miss companies)."""
        ahead = [n for n in self.named if n.end <= before and n.text not in barred]
        names = [n for n in ahead if n.kind == "organisation"] or [n for n in ahead if n.kind == "name"]
        counts = Counter({n.text: 0 for n in names})
        for name in names:
            counts[name.text] += 2 if name.subject else 1
        return max(names, key=lambda n: (counts[n.text], -n.start)) if names else None

    def _pronoun(self, found: Phrase, barred: frozenset[str]) -> list[Mention]:
        if found.kind == "they":
            return []
        before = self._main(found.start) if found.kind == "we" else self._antecedent(found.start, found.kind, barred)
        return [] if before is None else [resolved(found, before)]

    def _by_apposition(self, found: Phrase, read: Read) -> list[Mention]:
        """The name beside the noun; all names beside a plural: "the portals Zamon and Orla"."""
        if found.proper or found.members:
            return []
        token = read.doc[found.token]
        listed = (c for c in token.children if c.dep_ == "appos" and c.i in read.names)
        child = next(listed, None) or apposed(token, person=found.kind == "person")
        named: list[Token] = []
        if child is not None and not (found.kind == "organisation" and _is_person_apart(child)):
            many = token.tag_ == "NNS" and child.i == token.i + 1
            named = [t for t in conjuncts(child) if t.pos_ == "PROPN" or t.i in read.names] if many else [child]
        elif token.dep_ == "appos" and (token.head.pos_ == "PROPN" or token.head.i in read.names):
            named = [token.head]
        names = [phrase(t, read) for t in named]
        return [Mention(text=name.text, start=name.start, end=name.end) for name in names]

    def _antecedent(self, position: int, kind: str, barred: frozenset[str] = frozenset()) -> Named | None:
        wanted = {"he": {"person", "name"}, "it": {"organisation", "name"}}[kind]
        before = [n for n in self.named
                  if n.end <= position and n.kind in wanted and self._sentence - n.sentence <= REACH
                  and not any(n.text in name or name in n.text for name in barred)]
        if not before:
            return None
        last = max(n.sentence for n in before)
        for sentence in range(last, last - REACH - 1, -1):
            here = [n for n in before if n.sentence == sentence]
            leading = [n for n in here if n.subject]
            if leading:
                return leading[-1]
            if len({n.text for n in here}) == 1:
                return here[-1]
        counts = Counter(n.text for n in before)
        return max(before, key=lambda n: (counts[n.text], n.start))


def _is_person_apart(name: Token) -> bool:
    """Whether a person's name stands behind a comma: "the head of the agency, Ana Roe", who is no agency."""
    first = name.left_edge
    return name.ent_type_ == "PERSON" and first.i > 0 and first.nbor(-1).text == ","


def _gist(type_: str, roles: Roles) -> tuple[str, ...]:
    """The type, the subject's name and the enumerated values."""
    subject = roles["subject"][0]
    name = (subject.antecedent or subject.text).casefold() if isinstance(subject, Mention) else ""
    return type_, name, *(v.value for role in sorted(roles) for v in roles[role] if isinstance(v, Term))


def resolved(found: Phrase, named: Named) -> Mention:
    """The phrase as a mention that stands for a name."""
    return Mention(text=found.text, start=found.start, end=found.end, antecedent=named.text, names=(named.text,))
