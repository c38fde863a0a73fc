"""A finding: what the statements on one question amount to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from synopticon.records.ids import digest


class State(StrEnum):
    """Where a question stands."""

    SINGLE_ORIGIN = "single origin"
    AGREED = "agreed"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One value that statements give to a question, with who gives it.

    ``value`` is plain JSON (an interval, an enumerated value, a name); ``as_of`` an ISO date or ``None``;
    ``origins`` counts the groups of documents among which shared text or a named source was found.
    """

    value: Any
    as_of: str | None
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the statements on one question amount to. A question is a type, a subject and what tells two apart.

    ``subject`` is the clearest wording, ``entity`` its id if linked, ``aspect`` what tells two questions on one
    subject apart (``employees`` of a share, the post of a person ...), ``because`` plain sentences of reasoning.
    """

    type: str
    subject: str
    entity: str | None
    names: tuple[str, ...]
    aspect: str
    state: State
    origins: int
    values: tuple[Position, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    because: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Digest of the question, so that a finding keeps its address while its answer grows."""
        return digest(["finding", self.type, self.entity or self.subject.casefold(), self.aspect])
