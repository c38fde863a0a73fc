"""A statement: one thing one document says, typed by the codebook, with roles, modality, attribution and an anchor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from synopticon.records.anchor import Anchor
from synopticon.records.ids import digest


class Modality(StrEnum):
    """How the document says it; see the codebook for the wording of each."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REQUIRED = "required"
    DENIED = "denied"
    ALLEGED = "alleged"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity or text role: the words as they stand, and the entity they were linked to, if any.

    ``start``/``end`` are code points in the document. ``names`` are the entity's names. ``resolved`` is true when
    the words ("the company") were resolved to an antecedent; ``antecedent`` then holds its words.
    """

    text: str
    start: int
    end: int
    entity: str | None = None
    names: tuple[str, ...] = ()
    antecedent: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The record's JSON object for this role."""
        value: dict[str, Any] = {"text": self.text, "entity": self.entity, "names": list(self.names)}
        return value if self.antecedent is None else value | {"antecedent": self.antecedent}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity role as a closed interval; ``None`` is an open end. Percentages are 0 to 100."""

    low: float | None
    high: float | None
    approx: bool
    text: str
    start: int
    end: int

    def as_json(self) -> dict[str, Any]:
        """The record's JSON object for this role; whole numbers print as integers."""
        return {"low": _plain(self.low), "high": _plain(self.high), "approx": self.approx, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date role: ISO 8601 ``value`` at the precision given, and the words it was read from."""

    value: str
    text: str
    start: int
    end: int

    def as_json(self) -> dict[str, Any]:
        """The record's JSON object for this role."""
        return {"value": self.value, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An enumerated role: one of the codebook's values, and the words it was read from (may be empty)."""

    value: str
    text: str = ""

    def as_json(self) -> dict[str, Any]:
        """The record's JSON object for this role."""
        return {"value": self.value, "text": self.text}


Value = Mention | Quantity | Moment | Term
Roles = Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement. ``roles`` maps a role's name to its values (one, or several where a role repeats).

    ``rule`` names what read it, such as ``party_members/en/has-members``; ``confidence`` is 0 to 1.
    """

    document: str
    type: str
    modality: Modality
    attributed_to: Mention | None
    roles: Roles
    anchor: Anchor
    rule: str
    confidence: float

    @property
    def id(self) -> str:
        """Digest of what is said and where: not of the rule, the confidence or the entities linked."""
        said = {name: [_said(v) for v in values] for name, values in self.roles.items()}
        return digest([self.document, self.type, str(self.modality), said, self.anchor.start, self.anchor.end])


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _said(value: Value) -> Any:
    if isinstance(value, Mention):
        return [value.text, value.start, value.end]
    return value.as_json()
