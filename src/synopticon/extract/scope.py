"""How a predicate is said: planned, required, denied, alleged, past, or plainly asserted; and by whom.

The predicate's own words come first (*not*, *will*, *reportedly*, *former*), then those of each word above it in
the parse: "police *denied* that they *plan* to block it" is read from *block* up to *plan* and on to *denied*.
Every cue on the way has an effect (:mod:`synopticon.extract.cues`) on what was read so far, so that cues compose:
*plans to lift the ban* leaves the ban standing, *did not order* is a denial, *denied having no branch* is none.

The way up ends where the parse presupposes its thing: at a relative clause, a clause of time or cause, a definite
thing spoken about ("will discuss *the ban*"). Beyond that point only a source may still be named.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from synopticon.extract.cues import Cues, Effect
from synopticon.extract.governors import levels
from synopticon.extract.nearby import NOT, Cue, Span, past_state
from synopticon.records import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """How one clause is said. Spans are code points of the parsed text, moved by ``offset``.

    ``hypothetical`` is true for a case that is only supposed (*if*, *can*, *allowed to*), ``question`` for one that
    is asked; ``modality`` then says what it would be if it were so. ``reported_by`` is who tells it, ``ordered_by``
    who told somebody to do it. ``past_state`` is true where a verb of state stands in the past tense and not only
    because the report of it does (*was secretary*, *had 30 members*): such a state is over, while an event told in
    the past tense is not. ``cue`` is the word that decided the modality, empty when nothing did.
    """

    modality: Modality = Modality.ASSERTED
    hypothetical: bool = False
    question: bool = False
    reported_by: Span | None = None
    ordered_by: Span | None = None
    past_state: bool = False
    cue: str = ""


def find_scope(token: Token, cues: Cues, *, offset: int = 0) -> Scope:
    """The scope of the predicate ``token`` (a verb or a noun) of a parsed English text."""
    trail = _Trail(offset=offset)
    for found, closes in levels(token, cues):
        for cue in found:
            trail.meet(cue)
        trail.closed |= closes
    over = past_state(token, cues) is not None and trail.reported_by is None
    return trail.scope(past_state=over)


def turned(modality: Modality, by: str, kind: str) -> Modality:
    """What ``kind`` makes of something that stands at ``modality`` because of ``by``.

    A denied end leaves the thing standing, and so does a planned or ordered one. A second denial undoes the first,
    except that not to deny is not to confirm. Hearsay of a plan is hearsay; hearsay of an order is an order.
    """
    if kind in _DENIALS:
        return _denied(modality, by, kind)
    if modality is Modality.DENIED:
        return modality
    if modality is Modality.PAST:
        return Modality.ASSERTED if kind in (Effect.PLAN, Effect.REQUIRE) and by == Effect.END else modality
    if (modality, kind) in _KEPT:
        return modality
    return _PLAIN[kind]


_PLAIN: dict[str, Modality] = {
    Effect.PLAN: Modality.PLANNED,
    Effect.REQUIRE: Modality.REQUIRED,
    Effect.ALLEGE: Modality.ALLEGED,
    Effect.END: Modality.PAST,
}
_DENIALS = frozenset({Effect.DENY, Effect.FAIL, NOT})
_KEPT = frozenset({
    (Modality.REQUIRED, Effect.ALLEGE),
    (Modality.ALLEGED, Effect.PLAN),
    (Modality.ALLEGED, Effect.END),
})  # fmt: skip


def _denied(modality: Modality, by: str, kind: str) -> Modality:
    if modality is Modality.PAST and kind != Effect.DENY and by == Effect.END:
        return Modality.ASSERTED
    if modality is not Modality.DENIED:
        return Modality.DENIED
    return Modality.ALLEGED if by == Effect.DENY and kind == NOT else Modality.ASSERTED


@dataclass(slots=True)
class _Trail:
    """What has been read so far on the way up."""

    offset: int
    modality: Modality = Modality.ASSERTED
    by: str = ""
    cue: str = ""
    hypothetical: bool = False
    question: bool = False
    closed: bool = False
    reported_by: Span | None = None
    ordered_by: Span | None = None

    def meet(self, cue: Cue) -> None:
        """Let one cue act on what was read so far."""
        if cue.agent is not None and cue.kind in (Effect.SAY, Effect.ALLEGE):
            self.reported_by = self.reported_by or self._moved(cue.agent)
        if self.closed or cue.kind == Effect.SAY:
            return
        if cue.agent is not None and cue.kind == Effect.REQUIRE:
            self.ordered_by = self.ordered_by or self._moved(cue.agent)
        if cue.kind == Effect.SUPPOSE:
            self.hypothetical = True
        elif cue.kind == Effect.ASK:
            self.question = True
        else:
            self._turn(cue)

    def _turn(self, cue: Cue) -> None:
        after = turned(self.modality, self.by, cue.kind)
        if after != self.modality:
            self.modality, self.by, self.cue = after, cue.kind, cue.word.lower_

    def _moved(self, span: Span) -> Span:
        return span[0] + self.offset, span[1] + self.offset

    def scope(self, *, past_state: bool) -> Scope:
        """The result."""
        return Scope(
            modality=self.modality,
            hypothetical=self.hypothetical,
            question=self.question,
            reported_by=self.reported_by,
            ordered_by=self.ordered_by,
            past_state=past_state,
            cue=self.cue,
        )
