"""The checker: whether the parts of the codebook fit one another.

The loader already refuses what its records cannot hold (unknown keys, ids used twice, values of the wrong form).
This asks what only shows when all parts are seen together. Each rule is one function below, and says in its
docstring what it demands; ``python -m synopticon.codebook`` prints what is wrong and ends with 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from synopticon.codebook.schema import (
    ACTOR_KINDS,
    ROLE_KINDS,
    Actor,
    Codebook,
    Example,
    Frame,
    Outlet,
    Role,
    StatementType,
)
from synopticon.errors import CodebookError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TYPE_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")  # ISO 3166-1 alpha-2; the form only, so that no list here grows stale
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")

# What a frame keeps by role, and where among the cues of its language what it names is found.
ROLE_KEYS = ("roles", "kinds", "never", "heads", "choose", "refine", "sets", "tied", "through")
CUE_KEYS = {
    "noun": "nouns", "verb": "verbs", "never": "heads", "heads": "heads", "choose": "choose", "refine": "refine",
    "through": "heads",
}
# All that the readers of frames look at; a key that none of them reads is most likely misspelt.
FRAME_KEYS = frozenset({
    *ROLE_KEYS, "noun", "verb", "as", "percent", "needs", "unless", "weight", "uncounted", "proper", "context",
    "without", "specific", "demands", "least", "surface", "each", "known", "words", "follows", "modality", "beside",
    "negated", "fresh", "single", "identified", "nameless", "headed", "alone",
})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that does not fit: ``where`` names the type, language, actor or outlet; ``what`` is a sentence."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def find_problems(codebook: Codebook) -> tuple[Problem, ...]:
    """All that is inconsistent in ``codebook``, in a fixed order; empty when it holds together."""
    return tuple(problem for rule in RULES for problem in rule(codebook))


def check_codebook(codebook: Codebook) -> Codebook:
    """``codebook`` itself. Raises :class:`CodebookError` telling all problems when there are any."""
    problems = find_problems(codebook)
    if problems:
        told = "; ".join(str(problem) for problem in problems)
        raise CodebookError(f"The codebook contradicts itself: {told}", next_step="Mend these entries of the codebook.")
    return codebook


def _roles(codebook: Codebook) -> Iterator[Problem]:
    """A role has a known kind; an enumerated role has values, each once, and no other role has any."""
    for kind in codebook.types.values():
        for role in kind.roles:
            where = f"type {kind.name}, role {role.name}"
            if role.kind not in ROLE_KINDS:
                yield Problem(where=where, what=f"unknown kind “{role.kind}”")
            if (role.kind == "enum") != bool(role.values):
                yield Problem(where=where, what="values belong to an enumerated role, and it needs them")
            if len(set(role.values)) != len(role.values):
                yield Problem(where=where, what="a value stands twice")


def _types(codebook: Codebook) -> Iterator[Problem]:
    """A type has a plain name, at least one required role, and must-find sentences for each language with frames."""
    for kind in codebook.types.values():
        where = f"type {kind.name}"
        if not _TYPE_NAME.fullmatch(kind.name):
            yield Problem(where=where, what="a name is lower-case words joined by _")
        if not any(role.required for role in kind.roles):
            yield Problem(where=where, what="no role is required")
        found = {example.language for example in kind.must_find}
        spoken = sorted({frame.language for frame in kind.frames})
        missing = (one for one in spoken if one not in found)
        yield from (Problem(where=where, what=f"no must_find sentence in “{one}”") for one in missing)
        named = {*spoken, *kind.cues, *found, *(example.language for example in kind.must_not_find)}
        unknown = sorted(named - set(codebook.languages))
        yield from (Problem(where=where, what=f"unknown language “{one}”") for one in unknown)


def _frames(codebook: Codebook) -> Iterator[Problem]:
    """A frame's rule is unique and its pattern not empty; it names roles of its type, cues and values that exist."""
    seen: set[str] = set()
    for kind in codebook.types.values():
        for frame in kind.frames:
            if frame.rule in seen:
                yield Problem(where=frame.rule, what="two frames have this name")
            seen.add(frame.rule)
            if not frame.pattern:
                yield Problem(where=frame.rule, what="an empty frame")
            for key in sorted(set(frame.pattern) - FRAME_KEYS):
                yield Problem(where=frame.rule, what=f"unknown key “{key}”")
            for key in ROLE_KEYS:
                yield from _filled(kind, frame.rule, frame.pattern.get(key), fixed=key == "sets")
            yield from _named_cues(kind, frame)


def _filled(kind: StatementType, where: str, filled: Any, *, fixed: bool) -> Iterator[Problem]:
    roles = {role.name: role for role in kind.roles}
    for name, value in filled.items() if isinstance(filled, Mapping) else ():
        if name not in roles:
            yield Problem(where=where, what=f"the type has no role “{name}”")
        elif fixed and not str(value).startswith("$"):  # "$noun" and "$verb" stand for what their cue is filed under
            yield from _value(roles[name], value, where)


def _named_cues(kind: StatementType, frame: Frame) -> Iterator[Problem]:
    cues = kind.cues.get(frame.language, {})
    for key, part in CUE_KEYS.items():
        named = frame.pattern.get(key)
        names = list(named.values()) if isinstance(named, Mapping) else [] if named is None else [named]
        for name in names:
            if name not in (cues.get(part) or {}):
                yield Problem(where=frame.rule, what=f"“{name}” is not among the {part} of its cues")


def _choices(codebook: Codebook) -> Iterator[Problem]:
    """Cues that choose an enumerated value are filed under values that the type has."""
    for kind in codebook.types.values():
        values = {value for role in kind.roles for value in role.values}
        for language, cues in kind.cues.items():
            choices = cues.get("choose")
            for table in choices.values() if isinstance(choices, Mapping) else ():
                for value in sorted(set(table) - values) if isinstance(table, Mapping) else ():
                    where = f"type {kind.name}, cues of {language}"
                    yield Problem(where=where, what=f"“{value}” is no value of a role")


def _value(role: Role, value: Any, where: str) -> Iterator[Problem]:
    if role.kind == "enum" and isinstance(value, str) and value not in role.values:
        yield Problem(where=where, what=f"“{value}” is not a value of “{role.name}”")


def _examples(codebook: Codebook) -> Iterator[Problem]:
    """Examples are not blank and stand once; what they expect names roles of the type and known values."""
    for kind in codebook.types.values():
        seen: set[tuple[str, str]] = set()
        for example in (*kind.must_find, *kind.must_not_find):
            where = f"type {kind.name}, example “{example.text[:40]}”"
            if not example.text.strip():
                yield Problem(where=where, what="an empty sentence")
            if (example.language, example.text) in seen:
                yield Problem(where=where, what="this sentence stands twice")
            seen.add((example.language, example.text))
            yield from _expected(kind, example, where)


def _expected(kind: StatementType, example: Example, where: str) -> Iterator[Problem]:
    roles = {role.name: role for role in kind.roles}
    for name, value in example.expect.items():
        if name in ("modality", "attributed_to"):
            continue
        if name not in roles:
            yield Problem(where=where, what=f"the type has no role “{name}”")
        else:
            yield from _value(roles[name], value, where)


def _entries(codebook: Codebook) -> Iterator[Problem]:
    """Ids are slugs, kinds known, countries two letters, names there, not blank, without stray blanks, each once."""
    for where, entry in _named(codebook):
        if not _ID.fullmatch(entry.id):
            yield Problem(where=where, what="an id is lower-case words joined by -")
        if isinstance(entry, Actor) and entry.kind not in ACTOR_KINDS:
            yield Problem(where=where, what=f"unknown kind “{entry.kind}”")
        if entry.country is not None and not _COUNTRY.fullmatch(entry.country):
            yield Problem(where=where, what=f"“{entry.country}” is no country code")
        if not entry.names:
            yield Problem(where=where, what="no name")
        texts = [(name.text, name.language) for name in entry.names]
        if any(not text.strip() or text != " ".join(text.split()) for text, _ in texts):
            yield Problem(where=where, what="a name that is empty or has stray blanks")
        if len(set(texts)) != len(texts):
            yield Problem(where=where, what="a name stands twice in one language")


def _parents(codebook: Codebook) -> Iterator[Problem]:
    """A parent is an actor of the codebook, and nobody is their own ancestor."""
    for actor in codebook.actors.values():
        line = [actor.id]
        while (parent := codebook.actors[line[-1]].parent) is not None:
            if parent not in codebook.actors:
                if len(line) == 1:
                    yield Problem(where=f"actor {actor.id}", what=f"unknown parent “{parent}”")
                break
            if parent in line:
                yield Problem(where=f"actor {actor.id}", what=f"a loop of parents: {' > '.join([*line, parent])}")
                break
            line.append(parent)


def _outlets(codebook: Codebook) -> Iterator[Problem]:
    """A domain is a bare lower-case one and belongs to one outlet; what an outlet prints is an agency listed here."""
    owners: dict[str, str] = {}
    for outlet in codebook.outlets.values():
        where = f"outlet {outlet.id}"
        for domain in outlet.domains:
            if not _DOMAIN.fullmatch(domain) or domain.startswith("www."):
                yield Problem(where=where, what=f"“{domain}” is no bare domain")
            if owners.setdefault(domain, outlet.id) != outlet.id:
                yield Problem(where=where, what=f"“{domain}” belongs to {owners[domain]} as well")
        for printed in outlet.prints:
            if printed not in codebook.outlets or not codebook.outlets[printed].agency:
                yield Problem(where=where, what=f"“{printed}” is no agency of the codebook")


def _collisions(codebook: Codebook) -> Iterator[Problem]:
    """A name that two entries share is declared ambiguous by each of them."""
    holders: dict[str, dict[str, bool]] = defaultdict(dict)
    for where, entry in _named(codebook):
        for name in entry.names:
            shared = holders[_fold(name.text)]
            shared[where] = shared.get(where, False) or name.ambiguous
    for text, shared in holders.items():
        if len(shared) > 1 and not all(shared.values()):
            careless = ", ".join(where for where, ambiguous in shared.items() if not ambiguous)
            yield Problem(where=careless, what=f"“{text}” is also a name of another entry: call it ambiguous")


def _named(codebook: Codebook) -> Iterator[tuple[str, Actor | Outlet]]:
    yield from ((f"actor {actor.id}", actor) for actor in codebook.actors.values())
    yield from ((f"outlet {outlet.id}", outlet) for outlet in codebook.outlets.values())


def _fold(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


RULES: tuple[Callable[[Codebook], Iterator[Problem]], ...] = (
    _roles, _types, _frames, _choices, _examples, _entries, _parents, _outlets, _collisions,
)
"""Every rule, in the order its problems are told."""
