"""Slots: a sentence in which each figure, date and name is one character, and patterns written with their names.

What may stand in a pattern is told in :mod:`synopticon.extract.surface`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from synopticon.codebook.schema import StatementType
from synopticon.extract.clauses import Read, phrase
from synopticon.extract.holders import NOT_NAMES, Holders
from synopticon.extract.model import Phrase
from synopticon.records import Mention, Moment, Quantity

# Characters of private use stand in no page's text.
NUMBER, PERCENT, NAME, REFERENCE, OWNER, TIME, STATE, MONEY = SIGNS = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
_SLOT = re.compile(r"\{(\w+)('s)?\}")
_OF_STATE = ("state", "government", "public", "municipal", "provincial", "sovereign")
_OWNERS = frozenset({"its", "our", "whose"})
_REFERENCES = frozenset({"it", "we", "he", "she"})
_OWNER_WORDS, _REFERENCE_WORDS = (re.compile(rf"\b(?:{'|'.join(sorted(words))})\b") for words in (_OWNERS, _REFERENCES))


class Item(NamedTuple):
    """What stands in a slot: its place in the sentence, the character for it, and its value."""

    start: int
    end: int
    sign: str
    value: Quantity | Moment | Phrase | Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A sentence in which each figure, date and name is one character. ``places`` leads back to the sentence."""

    text: str
    places: tuple[tuple[int, int], ...]
    items: Mapping[int, Item]


def pattern_of(written: str, kind: StatementType, *, percent: bool) -> re.Pattern[str]:
    """Compile a pattern of the codebook. Raises ``re.error`` when it is none."""
    kinds = {role.name: role.kind for role in kind.roles}

    def slot(match: re.Match[str]) -> str:
        role, owner = match[1], match[2]
        if kinds.get(role) == "date":
            return f"(?P<{role}>{TIME})"
        if role == "amount":
            return f"(?P<{role}>{MONEY})"
        if role in {"part", "whole", "earlier"} or kinds.get(role) == "quantity":
            share = role == "percent" or (percent and role not in {"part", "whole"})
            return f"(?P<{role}>{PERCENT if share else NUMBER})"
        if owner:
            return f"(?P<{role}>{OWNER}|[{NAME}{REFERENCE}](?='))(?:'s?)?"
        return f"(?P<{role}>[{NAME}{REFERENCE}{STATE if role == 'holder' else ''}])"

    for name, part in kind.cues.get("en", {}).get("parts", {}).items():
        written = written.replace(f"<{name}>", f"(?:{part})")
    found = _SLOT.sub(slot, written).replace("'", "['’]").replace(" ", r"\s+")
    found = found.replace("<w>", f"[\\w{SIGNS}'’.&-]+").replace("<n>", NAME)
    found = _OWNER_WORDS.sub(OWNER, _REFERENCE_WORDS.sub(REFERENCE, found))
    found = found.replace("<q>", NUMBER).replace("<p>", PERCENT)
    return re.compile(found, re.IGNORECASE | re.DOTALL)


def template(read: Read, holders: Holders) -> Template:
    """The sentence with its slots."""
    taken: list[Item] = []
    for item in (*_figures(read), *sorted(_names(read, holders), key=lambda i: (i.start, -i.end))):
        if item.start < item.end and not any(item.start < t.end and t.start < item.end for t in taken):
            taken.append(item)
    text, places, items, at = [], [], {}, 0
    whole = read.text
    for item in sorted(taken):
        text.append(whole[at : item.start])
        places += [(i, i + 1) for i in range(at, item.start)]
        items[len(places)] = item
        text.append(item.sign)
        places.append((item.start, item.end))
        at = item.end
    text.append(whole[at:])
    places += [(i, i + 1) for i in range(at, len(whole))]
    return Template(text="".join(text), places=tuple(places), items=items)


def _figures(read: Read) -> Iterator[Item]:
    for start, end, moment in read.times:
        yield Item(start, end, TIME, moment)
    for start, end, unit, quantity in read.quantities:
        if unit in {None, "percent"}:
            yield Item(start, end, PERCENT if unit == "percent" else NUMBER, quantity)
        elif unit == "money":
            sum_ = Mention(text=read.text[start:end], start=read.offset + start, end=read.offset + end)
            yield Item(start, end, MONEY, sum_)


def _names(read: Read, holders: Holders) -> Iterator[Item]:
    """Names, and the words that may stand for one."""
    for token in read.doc:
        if token.lower_ in _OWNERS or token.lower_ in _REFERENCES:
            yield _item(token, OWNER if token.lower_ in _OWNERS else REFERENCE, read)
        elif token.lower_ == "the" and token.i + 1 < len(read.doc) and holders.stands_for(read.doc[token.i + 1]):
            found = _item(read.doc[token.i + 1], REFERENCE, read)
            yield found._replace(start=token.idx)
        elif token.pos_ == "PROPN" or token.i in read.names:
            named = phrase(token, read)
            if named.text.casefold() not in NOT_NAMES and named.kind != "time":
                yield _item(token, NAME, read)
        elif token.lemma_.lower() in read.words.get("state", ()) and (state := _state(token, read)) is not None:
            yield state


def _state(token: Token, read: Read) -> Item | None:
    """A part of the state without a name: "the government", "a state-backed investor", "the city's culture fund"."""
    found = phrase(token, read)
    before = [c for c in token.children if c.i < token.i]
    words = [t for c in before for t in c.subtree]
    of_state = any(t.lower_.startswith(_OF_STATE) or t.ent_type_ == "GPE" for t in words)
    known = any(c.lower_ == "the" for c in before) and not any(c.dep_ == "relcl" for c in token.children)
    if token.dep_ in {"compound", "nmod", "amod"} or not (of_state or known or token.text[:1].isupper()):
        return None
    return Item(found.start - read.offset, found.end - read.offset, STATE, found)


def _item(token: Token, sign: str, read: Read) -> Item:
    found = phrase(token, read)
    if sign != NAME:
        return Item(token.idx, token.idx + len(token), sign, found)
    end = found.end - read.offset
    while (after := _token_from(read, end)) is not None and after.text.isupper() and after.is_alpha and len(after) > 1:
        end = after.idx + len(after)  # "Minde CPA": the tagger leaves initials out of the name
    return Item(found.start - read.offset, end, sign, found)


def _token_from(read: Read, place: int) -> Token | None:
    """The token that begins one blank after ``place``."""
    return next((t for t in read.doc if t.idx == place + 1), None) if read.text[place : place + 1] == " " else None
