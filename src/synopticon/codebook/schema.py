"""What the codebook holds, as frozen records: statement types with frames, languages, actors and outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROLE_KINDS = ("entity", "text", "quantity", "date", "enum")
ACTOR_KINDS = (
    "person", "company", "platform", "regulator", "party_organ", "state_organ", "outlet", "group", "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role of a statement type. ``values`` lists what an enumerated role may be."""

    name: str
    kind: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way of saying a statement type in one language; see ``docs/codebook`` for how to read it.

    ``pattern`` is the YAML mapping under the frame's name, checked against the language's reader.
    """

    name: str
    type: str
    language: str
    pattern: Mapping[str, Any]

    @property
    def rule(self) -> str:
        """The name that statements read by this frame carry: ``party_members/en/has-members``."""
        return f"{self.type}/{self.language}/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence of the codebook's own tests. ``expect`` holds role texts or values that must be found."""

    text: str
    language: str
    expect: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementType:
    """One statement type: its roles, its cues and frames per language, and the sentences it is held to."""

    name: str
    says: str
    roles: tuple[Role, ...]
    cues: Mapping[str, Mapping[str, Any]]
    frames: tuple[Frame, ...]
    must_find: tuple[Example, ...]
    must_not_find: tuple[Example, ...]

    def role(self, name: str) -> Role:
        """The role called ``name``. Raises ``KeyError``."""
        for role in self.roles:
            if role.name == name:
                return role
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language's word lists, by name (``support_verbs``, ``hearsay`` ...): whatever its reader asks for."""

    id: str
    name: str
    words: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """One name of an actor. ``ambiguous`` names link only beside another sign of the actor."""

    text: str
    language: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One entry of the gazetteer. ``identifiers`` and ``sources`` hold only what was looked up."""

    id: str
    kind: str
    country: str | None
    names: tuple[ActorName, ...]
    parent: str | None = None
    identifiers: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One publisher of reports: its names, its domains, and the agencies it prints (``prints``)."""

    id: str
    country: str | None
    names: tuple[ActorName, ...]
    domains: tuple[str, ...] = ()
    agency: bool = False
    prints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The whole codebook. ``digest`` changes when any of its YAML does."""

    types: Mapping[str, StatementType]
    languages: Mapping[str, Language]
    actors: Mapping[str, Actor]
    outlets: Mapping[str, Outlet]
    digest: str
