"""The words that set a clause's scope, as the codebook lists them under ``words: scope:`` of a language.

Each list stands under an **effect**, which says what becomes of the thing spoken of:

==========  ==================================================================================
plan        it is to come: *plans to*, *a draft*, *will*
require     somebody is told to bring it about: *ordered to*, *must*
deny        it is said not to be: *denied*, *lacks*, *contrary to*
fail        it was not brought about: *refused to*
allege      nobody vouches for it: *reportedly*, *is said to*
end         it was once and is no more: *former*, *lifted*, *ceased to*
suppose     it is spoken of as a case, not as a fact: *if*, *can*, *allowed to*
ask         it is asked: *asked whether*
say         somebody is named as telling it: *said that*
==========  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from synopticon.errors import CodebookError

FORMS = ("inf", "passive", "that", "whether", "ing", "noun", "report", "subject")
"""What a verb may govern: *to shut* (``passive`` when the verb is one: *is said to shut*), *that it is shut*,
*whether it is shut*, *shutting*, *the shutting* (``report`` when the noun is one of telling: *rejected the claim*);
``subject`` is the thing that the verb is said of: *the ban expired*."""

NEXT_STEP = "Mend the list in the language's file, or take it out."


class Effect(StrEnum):
    """What a cue does to the thing spoken of; see the table above."""

    PLAN = "plan"
    REQUIRE = "require"
    DENY = "deny"
    FAIL = "fail"
    ALLEGE = "allege"
    END = "end"
    SUPPOSE = "suppose"
    ASK = "ask"
    SAY = "say"


Effects = Mapping[str, Effect]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Cues:
    """The lists, turned round: from a word to its effect. ``verbs`` has one such table for each of :data:`FORMS`."""

    verbs: Mapping[str, Effects]
    nouns: Effects = field(default_factory=dict)
    own: Effects = field(default_factory=dict)
    adjectives: Effects = field(default_factory=dict)
    adverbs: Effects = field(default_factory=dict)
    modals: Effects = field(default_factory=dict)
    phrases: Effects = field(default_factory=dict)
    marks: Effects = field(default_factory=dict)
    support: frozenset[str] = frozenset()
    factual: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()
    negative: frozenset[str] = frozenset()


TABLES = ("nouns", "own", "adjectives", "adverbs", "modals", "phrases", "marks")
LISTS = ("support", "factual", "topics", "states", "through", "focus", "degrees", "negative")


def read_cues(words: Mapping[str, Any]) -> Cues:
    """The cues of one language, from its ``words``. Raises :class:`CodebookError` on a list it cannot place.

    A language without ``scope`` has no cues, and everything it says is read as asserted.
    """
    lists = words.get("scope") or {}
    unknown = sorted(set(lists) - {"verbs", *TABLES, *LISTS})
    if unknown:
        raise _wrong(f"nothing reads the list {unknown[0]}", "scope")
    parts: dict[str, Any] = {name: dict(_table(lists.get(name) or {}, name)) for name in TABLES}
    parts |= {name: frozenset(_members(lists.get(name) or (), name)) for name in LISTS}
    return Cues(verbs=_verbs(lists.get("verbs") or {}), **parts)


def _verbs(lists: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, dict[str, Effect]]:
    tables: dict[str, dict[str, Effect]] = {form: {} for form in FORMS}
    for name, forms in lists.items():
        effect = _effect(name, "verbs")
        for form, members in forms.items():
            if form not in (*FORMS, "any"):
                raise _wrong(f"a verb governs no {form}", f"scope: verbs: {name}")
            for word in _members(members, f"verbs: {name}: {form}"):
                for one in FORMS if form == "any" else (form,):
                    tables[one][word] = effect
    return tables


def _table(lists: Mapping[str, Iterable[str]], name: str) -> Iterator[tuple[str, Effect]]:
    for key, members in lists.items():
        effect = _effect(key, name)
        yield from ((word, effect) for word in _members(members, f"{name}: {key}"))


def _members(members: Iterable[str], where: str) -> Iterator[str]:
    if isinstance(members, (str, Mapping)):
        raise _wrong("not a list of words", f"scope: {where}")
    for word in members:
        if not isinstance(word, str) or word != word.strip().lower() or not word:
            raise _wrong(f"not a word in lower case: {word!r}", f"scope: {where}")
        yield word


def _effect(name: str, where: str) -> Effect:
    try:
        return Effect(name)
    except ValueError:
        raise _wrong(f"{name} is not an effect", f"scope: {where}") from None


def _wrong(what: str, where: str) -> CodebookError:
    return CodebookError(f"The scope cues do not hold together: {what}", where=where, next_step=NEXT_STEP)
