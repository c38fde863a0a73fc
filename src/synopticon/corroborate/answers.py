"""Answers: what single statements say to a question, and when two of them cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from synopticon.corroborate.questions import Dated, Question
from synopticon.corroborate.values import Period, agree, before, overlap, period, reaching_back
from synopticon.records import Document, Modality, Moment, Quantity, Statement, canonical


class Stance(StrEnum):
    """How an answer stands to what it speaks of, for telling whether two answers can both hold."""

    HOLDS = "holds"
    PLANNED = "planned"
    DENIED = "denied"
    PAST = "past"


STANCES: Mapping[Modality, Stance] = {
    Modality.ASSERTED: Stance.HOLDS,
    Modality.ALLEGED: Stance.HOLDS,
    Modality.PLANNED: Stance.PLANNED,
    Modality.REQUIRED: Stance.PLANNED,
    Modality.DENIED: Stance.DENIED,
    Modality.PAST: Stance.PAST,
}
RECENT = 90  # days before a document within which its undated figures hold: companies report by the quarter
_SETTLED = (Stance.HOLDS, Stance.DENIED)
_ONE_START = ("committee", "general_branch")  # bodies an organisation has once; it may set up many branches


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One value given to a question, with every statement that gives it.

    ``held`` is the period it holds for: the statement's own date, else the document's (then ``from_document``).
    ``begun`` is when the state began or the event took place. ``shown`` and ``as_of`` are what a page prints.
    """

    stance: Stance
    figures: Mapping[str, Quantity]
    held: Period | None
    begun: Period | None
    once: bool
    shown: Mapping[str, Any]
    as_of: str | None
    from_document: bool
    statements: tuple[str, ...]
    documents: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What two statements must share to be one answer; answers are sorted by it."""
        return canonical([self.as_of or "", self.from_document, dict(self.shown)])


def answers(
    statements: Sequence[tuple[str, Statement]], question: Question, documents: Mapping[str, Document]
) -> tuple[Answer, ...]:
    """The distinct answers that ``statements``, as (id, statement), give, in the order of their dates and values."""
    merged: dict[str, list[Answer]] = {}
    for id, statement in statements:
        answer = _answer(id, statement, question, documents.get(statement.document))
        merged.setdefault(answer.mark, []).append(answer)
    return tuple(_one(merged[mark]) for mark in sorted(merged))


def conflict(one: Answer, other: Answer, dated: Dated) -> bool:
    """Whether both cannot hold: both say how things are, of the same time, and the values exclude each other."""
    if one.stance not in _SETTLED or other.stance not in _SETTLED:
        return False
    if one.stance != other.stance:
        return _figures_agree(one, other) and _same_time(one, other, dated)
    if one.stance is Stance.DENIED:
        return False
    if dated is Dated.SINCE:
        return one.once and other.once and not overlap(one.begun, other.begun)
    if _figures_agree(one, other):
        return False
    return _same_event(one, other) if dated is Dated.EVENT else overlap(one.held, other.held)


def supersedes(later: Answer, earlier: Answer, dated: Dated) -> bool:
    """Whether ``later`` says how things are now where ``earlier`` says how they were. Events are never superseded."""
    if dated is Dated.EVENT or Stance.PLANNED in (later.stance, earlier.stance):
        return False
    if earlier.stance is Stance.PAST or not before(earlier.held, later.held):
        return False
    if later.stance != earlier.stance:
        return _figures_agree(later, earlier)
    return later.stance is Stance.HOLDS and dated is Dated.AS_OF and not _figures_agree(later, earlier)


def supports(one: Answer, other: Answer, dated: Dated) -> bool:
    """Whether the two say the same of the same thing, as far as they say anything."""
    if one.stance != other.stance or not _figures_agree(one, other):
        return False
    return dated is Dated.AS_OF or overlap(one.begun, other.begun)


def _answer(id: str, statement: Statement, question: Question, document: Document | None) -> Answer:
    date = _date(statement)
    published = document.published if document else None
    of_own = question.dated is Dated.AS_OF and date is not None
    figures = _figures(statement, question)
    begun = None if question.dated is Dated.AS_OF else date
    as_of = date if of_own else (published if question.dated is not Dated.EVENT else date)
    body = [getattr(value, "value", "") for value in statement.roles.get("body", ())]
    from_document = not of_own and question.dated is not Dated.EVENT and as_of is not None
    return Answer(
        stance=STANCES[statement.modality],
        figures=figures,
        held=reaching_back(period(as_of), RECENT) if from_document else period(as_of),
        begun=period(begun),
        once=bool(body) and body[0] in _ONE_START,
        shown=_shown(statement, figures, begun),
        as_of=as_of,
        from_document=from_document,
        statements=(id,),
        documents=(statement.document,),
    )


def _figures(statement: Statement, question: Question) -> dict[str, Quantity]:
    found = ((name, value) for name in question.values for value in statement.roles.get(name, ()))
    return {name: value for name, value in found if isinstance(value, Quantity)}


def _date(statement: Statement) -> str | None:
    found = [value.value for value in statement.roles.get("date", ()) if isinstance(value, Moment)]
    return min(found) if found else None


def _shown(statement: Statement, figures: Mapping[str, Quantity], begun: str | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"modality": str(statement.modality)}
    for name, quantity in figures.items():
        shown[name] = {key: value for key, value in quantity.as_json().items() if key != "text"}
    if begun is not None:
        shown["date"] = begun
    return shown


def _one(same: Iterable[Answer]) -> Answer:
    found = sorted(same, key=lambda answer: answer.statements)
    first = found[0]
    return Answer(
        stance=first.stance,
        figures=first.figures,
        held=first.held,
        begun=first.begun,
        once=all(answer.once for answer in found),
        shown=first.shown,
        as_of=first.as_of,
        from_document=first.from_document,
        statements=tuple(sorted({id for answer in found for id in answer.statements})),
        documents=tuple(sorted({id for answer in found for id in answer.documents})),
    )


def _figures_agree(one: Answer, other: Answer) -> bool:
    """Whether every figure that both give agrees; answers without figures in common do not disagree."""
    return all(agree(one.figures[name], other.figures[name]) for name in one.figures.keys() & other.figures.keys())


def _same_time(one: Answer, other: Answer, dated: Dated) -> bool:
    return overlap(one.begun, other.begun) if dated is Dated.EVENT else overlap(one.held, other.held)


def _same_event(one: Answer, other: Answer) -> bool:
    """Whether two events are surely one: both dated to one month or less. Two fines in one year may be two fines."""
    return all(p is not None and p[0][:7] == p[1][:7] for p in (one.begun, other.begun)) and overlap(
        one.begun, other.begun
    )
