"""Clauses of an English sentence: each anchored word with its arguments as phrases, its quantities and its times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Token

from synopticon.extract.langs import en
from synopticon.extract.langs.en import modifiers
from synopticon.extract.langs.en_beyond import apposed, beyond, governor
from synopticon.extract.langs.en_lists import members_after
from synopticon.extract.langs.en_passive import is_passive
from synopticon.extract.langs.en_surface import listed_before, named_beside, title_around
from synopticon.extract.model import Clause, Phrase, Span
from synopticon.records import Mention, Moment, Quantity

PERSON_PRONOUNS = {"he", "she", "him", "her", "his", "hers", "who"}
THING_PRONOUNS = {"it", "its", "itself", "which", "that", "this"}
MANY_PRONOUNS = {"they", "them", "their", "theirs", "these", "those"}
OWN_PRONOUNS = {"we", "our", "us", "i", "my", "me"}


Measured = tuple[int, int, str | None, Quantity]
"""Start and end in the sentence, the unit, and the quantity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A parsed sentence with what was found in it. ``offset`` is where it starts in the document.

    ``names`` maps token index to the kind of a listed name standing there (``organisation``, ``person``, ``place``).
    """

    doc: Doc
    offset: int
    span: Span
    quantities: Sequence[Measured]
    times: Sequence[tuple[int, int, Moment]]
    names: Mapping[int, tuple[int, int, str]]
    words: Mapping[str, Any]
    places: frozenset[str] = frozenset()
    text: str = field(init=False, default="", repr=False)  # kept, because ``Doc.text`` puts it together anew each time
    spoken: frozenset[str] = field(init=False, default=frozenset(), repr=False)  # the words in lower case, likewise

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.doc.text)
        object.__setattr__(self, "spoken", frozenset(t.lower_ for t in self.doc))

    @property
    def folded(self) -> str:
        """The text as cues are looked up in it: English needs no folding but that of case."""
        return self.text

    def place(self, start: int, end: int) -> Span:
        """Tokens ``start:end`` as code points of the document."""
        last = self.doc[end - 1]
        return self.offset + self.doc[start].idx, self.offset + last.idx + len(last)


def kind_of(token: Token, read: Read) -> str:
    """What the noun stands for: person, people, organisation, place, thing or a kind of pronoun."""
    word = token.lower_
    for pronouns, kind in (
        (PERSON_PRONOUNS, "he"), (THING_PRONOUNS, "it"), (MANY_PRONOUNS, "they"), (OWN_PRONOUNS, "we"),
    ):
        if word in pronouns and token.pos_ in {"PRON", "DET"}:
            return kind
    if token.i in read.names:
        return read.names[token.i][2]
    if token.ent_type_ in {"DATE", "TIME"}:
        return "time"
    kinds = read.words.get("kinds", {})
    lemma = token.lemma_.lower()
    for kind in ("organisation", "people", "person", "place"):
        if token.pos_ != "PROPN" and (lemma in kinds.get(kind, ()) or word in kinds.get(kind, ())):
            return "people" if kind == "person" and token.tag_ == "NNS" else kind
    if token.pos_ == "PROPN":
        if lemma in kinds.get("organisation", ()):
            return "organisation"
        return _kind_of_name(token, read)
    return "thing"


def _kind_of_name(token: Token, read: Read) -> str:
    """The kind of an unlisted name. The tagger takes unknown platforms for places and people, so it is believed on a
    place only where the place is listed or stands after a preposition, and on a person only with two words."""
    label = token.ent_type_
    described = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "NOUN"), None)
    if described is not None:
        kinds = read.words.get("kinds", {})
        for kind in ("organisation", "person"):
            if described.lemma_.lower() in kinds.get(kind, ()):
                return kind
    if label in {"PERSON", "PRODUCT", "GPE", "WORK_OF_ART", ""} and _last_word(token) in read.words.get("firms", ()):
        return "organisation"
    if label in {"GPE", "LOC"}:
        known = token.ent_type_ == "LOC" or any(t.lower_ in read.places for t in token.subtree)
        return "place" if known or (token.dep_ == "pobj" and not _addressed(token)) else "name"
    if label == "PERSON":
        words = [t for t in token.doc[slice(*en.name_around(token))] if t.pos_ == "PROPN" or t.is_title]
        speaks = token.dep_ == "nsubj" and token.head.lemma_ == "say"
        return "person" if len(words) > 1 or speaks else "name"
    return {"ORG": "organisation", "NORP": "people"}.get(label, "name")


def _addressed(token: Token) -> bool:
    """Whether the preposition before a name speaks of somebody and not of where: "a case *against* Lumo", "the
    executives *of* Lumo", "called *in* Lumo"."""
    preposition = token.head
    above = preposition.head
    if preposition.lower_ == "of":
        return above.tag_ == "NNS" or above.lemma_.lower() in en.CLOSE_TO
    if preposition.lower_ == "in":
        return above.lemma_ in {"call", "haul"} and preposition.i == above.i + 1
    return preposition.lower_ in {"against", "into", "on", "upon", "with"}


def _last_word(token: Token) -> str:
    """The last word of a name of two words or more, in lower case; nothing for a single word."""
    named = token.doc[slice(*en.name_around(token))]
    if token.ent_type_ and len(named) > 1:
        words = [t.lower_ for t in named if t.is_alpha]
        return words[-1] if len(words) > 1 else ""
    before = token.i > 0 and token.doc[token.i - 1].pos_ == "PROPN"
    return token.lower_ if before else ""


def phrase(token: Token, read: Read) -> Phrase:
    """The noun phrase around ``token``, with its kind and its own quantity."""
    whole = token
    token = en.content(token)
    if token.i in read.names:
        start, end = read.names[token.i][:2]
    else:
        start, end = en.noun_phrase(token)
    left, right = read.place(start, end)
    kind = kind_of(token, read)
    left_edge = min([c.i for c in token.children if c.dep_ == "det"] + [start])
    return Phrase(
        start=left,
        end=right,
        text=read.text[left - read.offset : right - read.offset],
        head=token.lemma_.lower(),
        kind=kind,
        proper=token.pos_ == "PROPN" or token.i in read.names,
        token=token.i,
        definite=read.doc[left_edge].lower_ in {"the", "this", "that", "its", "their"} or token.pos_ == "PRON"
        or (token.dep_ == "appos" and token.head.pos_ == "PROPN")
        or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children),
        generic=_generic(token),
        named=token.pos_ == "NOUN" and apposed(token, person=kind == "person") is not None,
        members=[phrase(t, read) for t in _members(token)] if token.tag_ in {"NNS", "NNPS"} else (),
        quantity=own_quantity(token, read) or (own_quantity(whole, read) if whole != token else None),
    )


def _members(group: Token) -> list[Token]:
    """Who is named as part of a group: by the parse, or by a written list where that names more."""
    parsed, written = en.members(group), members_after(group)
    return written if len(written) > len(parsed) else parsed


def _generic(noun: Token) -> bool:
    """A bare plural narrowed by a clause ("companies that have a branch ...") speaks of no firm in particular."""
    return noun.tag_ == "NNS" and any(c.dep_ == "relcl" for c in noun.children) and not any(
        c.dep_ in {"det", "nummod", "poss", "amod", "compound"} for c in noun.children
    )


def own_quantity(noun: Token, read: Read, unit: str | None = None) -> Quantity | None:
    """The quantity standing in the noun's own phrase: "more than 800 members", "hundreds of members"."""
    left = min([t.i for c in noun.children if c.i < noun.i and c.dep_ not in {"relcl", "appos"} for t in c.subtree]
               + [noun.i])
    head = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in {"NUM", "NOUN", "PRON"}:
        head = noun.head.head
        left = min(left, head.left_edge.i)
    begin, end = read.doc[left].idx, read.doc[noun.i].idx
    for start, stop, its_unit, quantity in read.quantities:
        if its_unit == unit and start <= end < stop:
            return quantity
        if its_unit == unit and begin - 30 <= start and stop <= end + 1 and stop > begin:
            between = read.text[stop:end]
            if "," not in between and ";" not in between:
                return quantity
    return None


def clause(token: Token, read: Read, kind: str) -> Clause:
    """The clause that the anchor ``token`` heads; ``kind`` is ``noun`` or ``verb``."""
    if kind == "verb":
        verb, function, tokens = token, "", en.verb_arguments(token)
        lemma = en.verb_lemma(token)
        governing = governor(token)
    else:
        governing, function, tokens = en.noun_arguments(token)
        lemma = token.lemma_.lower()
        verb = en.governing_verb(token)[0] or token
    arguments: dict[str, list[Phrase]] = {}
    for name, members in (tokens | beyond(token, tokens)).items():
        arguments[name] = [phrase(t, read) for t in members if t.i != token.i]
    if kind == "noun" and not any(p.kind in {"person", "name"} for p in arguments.get("bearer", ())):
        arguments["bearer"] = _beside(token, read) + arguments.get("bearer", [])
    listing = listed_before(verb)
    if len(listing) > 2 and verb.i > listing[-1].i and (kind == "verb" or not is_passive(verb)):
        arguments["patient" if is_passive(verb) else "agent"] = [phrase(t, read) for t in listing]
    start, end = en.noun_phrase(token, names=False) if kind == "noun" else (token.i, token.i + 1)
    words = modifiers(token)
    if kind == "noun" and token.text[:1].isupper():
        start, end = title_around(token, start, end)
        words |= {t.lower_ for t in read.doc[start:end] if t != token}
    left, right = read.place(start, end)
    return Clause(
        kind=kind, lemma=lemma, start=left, end=right, token=token.i, verb=governing, verb_function=function,
        arguments={name: found for name, found in arguments.items() if found},
        quantities=quantities_of(token, verb, governing, function, read),
        times=times_of(token, verb, read),
        sums=sums_of(token, verb, read),
        sentence=read.span,
        words=words,
        near=" ".join(t.lower_ for t in token.subtree),
    )


def _beside(noun: Token, read: Read) -> list[Phrase]:
    """The person named beside a post, where the parser saw no person there."""
    span = named_beside(noun)
    if span is None:
        return []
    words = {t.lower_ for t in read.doc[slice(*span)]} | {t.lemma_.lower() for t in read.doc[slice(*span)]}
    firms = read.words.get("kinds", {}).get("organisation", ())
    if any(i in read.names and read.names[i][2] != "person" for i in range(*span)) or words & {*firms, "ltd", "inc"}:
        return []
    left, right = read.place(*span)
    text = read.text[left - read.offset : right - read.offset]
    return [Phrase(start=left, end=right, text=text, head=text.split()[-1].lower(), kind="person", proper=True,
                   token=span[1] - 1)]


def quantities_of(
    token: Token, verb: Token, governing: str, function: str, read: Read
) -> list[tuple[str | None, Quantity]]:
    """Quantities that the clause speaks of, each with its unit: in the noun's own phrase, or said of it by a verb of
    amount ("members number 800", "the ratio is 8 percent")."""
    found: list[tuple[str | None, Quantity]] = []
    if token.pos_ != "VERB":
        for unit in (None, "percent"):
            own = own_quantity(token, read, unit)
            if own is not None:
                found.append((unit, own))
    if found or governing.split("_")[0] not in read.words.get("amounts", ()) or function not in {"subject", "of"}:
        return found
    after = [(read.doc.char_span(start, stop, alignment_mode="expand"), unit, quantity)
             for start, stop, unit, quantity in read.quantities if start > token.idx]
    return [(unit, q) for spot, unit, q in after
            if spot is not None and unit in {None, "percent"} and _hangs_on(spot.root, verb)]


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether the quantity at ``token`` completes ``verb``: its object, its complement, or after "to" or "at"."""
    node = token
    while node != verb and node.head != node and node.dep_ in AMOUNT_PATH:
        node = node.head
    return node == verb


AMOUNT_PATH = {"nummod", "dobj", "attr", "pobj", "prep", "npadvmod", "oprd", "advmod", "compound", "quantmod", "acomp"}


def times_of(token: Token, verb: Token, read: Read) -> list[Moment]:
    """Dates of the clause, nearest first: those hanging on its own verb or noun, not on another clause."""
    scored = []
    for start, _stop, moment in read.times:
        spot = _token_at(read.doc, start)
        if spot is None:
            continue
        at = read.doc[spot]
        owner = _clause_of(at)
        same = owner == _clause_of(token) or owner == verb or any(a == token for a in at.ancestors)
        scored.append((0 if same else 1, abs(spot - token.i), moment))
    scored.sort(key=lambda item: item[:2])
    if scored and scored[0][0] == 1 and len(scored) > 1:
        return []
    return [m for _rank, _distance, m in scored]


def sums_of(token: Token, verb: Token, read: Read) -> list[Mention]:
    """Sums of money of the clause, nearest first, as they stand."""
    found: list[tuple[int, Mention]] = []
    for start, stop, unit, quantity in read.quantities:
        spot = _token_at(read.doc, start) if unit == "money" else None
        if spot is None or quantity.start is None or quantity.end is None:
            continue
        at = read.doc[spot]
        if _clause_of(at) in {_clause_of(token), verb} or any(a == token for a in at.ancestors):
            text = read.text[start:stop]
            found.append((abs(spot - token.i), Mention(text=text, start=quantity.start, end=quantity.end)))
    return [mention for _distance, mention in sorted(found, key=lambda pair: pair[0])]


def _clause_of(token: Token) -> Token:
    node = token
    while node.head != node and node.pos_ not in {"VERB", "AUX"}:
        node = node.head
    while node.dep_ in {"xcomp", "aux", "auxpass"} and node.head != node:
        node = node.head
    return node


def _token_at(doc: Doc, index: int) -> int | None:
    for token in doc:
        if token.idx + len(token) > index:
            return int(token.i)
    return None


def headed(given: Phrase, heads: frozenset[str], read: Read) -> bool:
    """Whether the phrase is headed by one of ``heads``, in a name ("the Party Committee of Sohu") as well."""
    return read.doc[given.token].lemma_.casefold() in heads


def held_by(given: Phrase, read: Read) -> Iterator[Phrase]:
    """Whose the thing is: "the committee of Sohu", "Sohu's branch", "the cell at Sohu"."""
    for child in read.doc[given.token].children:
        if child.dep_ == "poss":
            yield phrase(child, read)
        elif child.dep_ == "prep" and child.lower_ in {"of", "at", "in", "inside", "within"}:
            yield from (phrase(noun, read) for noun in child.children if noun.dep_ == "pobj")
