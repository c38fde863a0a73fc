"""What passes between the parts of `extract`: phrases, clauses and candidates.

A **clause** is one predicate (a verb, a noun, or a noun carried by a light verb, reduced to one lemma) with its
arguments by function and its scope. Passive, nominalisation, possession, relative clauses, apposition and lists
are folded away by the language's reader before a clause exists, so a frame never sees them.

The functions are ``agent`` (who does it), ``patient`` (whom or what it is done to), ``owner`` (whose it is),
``bearer`` (who is meant by the noun: apposition, copula, title before a name), ``complement`` (what someone is
made into), ``place`` (where), ``scene`` (where the verb that the noun hangs on takes place), ``member`` (one of a
group: "including X"), ``theme`` (the subject or object that
the predicate noun is tied to by its verb), and each preposition under its own word (``in``, ``of``, ``against``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from synopticon.extract.scope import Scope
from synopticon.records import Mention, Moment, Quantity, Roles

Span = tuple[int, int]

@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase as an argument. All places are code points in the document.

    ``kind`` is one of person, organisation, place, thing, people, pronoun; ``proper`` says that it is a name;
    ``named`` that a name stands beside it in apposition.
    """

    start: int
    end: int
    text: str
    head: str
    kind: str
    proper: bool
    token: int
    definite: bool = False
    generic: bool = False
    named: bool = False
    members: Sequence[Phrase] = ()
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One predicate with its arguments. ``verb`` is the lemma of the verb that governs it, if one does."""

    kind: str
    lemma: str
    start: int
    end: int
    token: int
    verb: str = ""
    verb_function: str = ""
    arguments: Mapping[str, Sequence[Phrase]] = field(default_factory=dict)
    quantities: Sequence[tuple[str | None, Quantity]] = ()
    times: Sequence[Moment] = ()
    sums: Sequence[Mention] = ()
    sentence: Span = (0, 0)
    words: frozenset[str] = frozenset()
    near: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A proposal for a statement, before it is held against law 2. ``weight`` is 0 to 1.

    ``elsewhere`` lists the negations in the anchored words that deny something else (:mod:`.negations`).
    """

    type: str
    roles: Roles
    start: int
    end: int
    sentence: Span
    scope: Scope
    rule: str
    weight: float
    attributed_to: Mention | None = None
    elsewhere: Sequence[Span] = ()

    @property
    def language(self) -> str:
        """The language of the rule that proposed it, by whose rules its figures and dates are read again."""
        return "zh" if "/zh/" in self.rule else "en"


