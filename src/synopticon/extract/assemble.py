"""Where all candidates meet: held against law 2, weighed, and made statements or refusals.

Law 2: a statement never says more than its anchor. Every name must be the document's own words; every figure and
date must stand in the sentence that the anchor quotes and be derivable from its own words again; a negation in the
anchored words may not be lost. What fails is a refusal with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from synopticon.extract.dates import find_dates
from synopticon.extract.model import Candidate
from synopticon.extract.negations import dropped
from synopticon.extract.parts import reckoned
from synopticon.extract.quantities import find_quantities
from synopticon.extract.repeats import once
from synopticon.records import (
    Document,
    Mention,
    Moment,
    Quantity,
    Refusal,
    Statement,
    Term,
    Value,
    anchor,
)

# The types whose statements a document makes once, however often it names them again. Numbers and quotations are not
# among them: a second figure is a second statement. One rule has one topic, whatever each mention suggests.
ONCE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("detention", "gathering", "membership_or_move", "office_post", "party_post", "restriction"), frozenset()),
    "rule": frozenset({"topic"}),
}


def statements(
    candidates: Iterable[Candidate], document: Document
) -> tuple[tuple[Statement, ...], tuple[Refusal, ...]]:
    """Weigh candidates of one document: ``(statements in order of the text, refusals)``."""
    kept: list[Statement] = []
    refused: list[Refusal] = []
    for candidate in once(_heaviest(candidates), ONCE):
        reason = objection(candidate, document)
        if reason is None:
            kept.append(_statement(candidate, document))
        else:
            refused.append(_refusal(candidate, document, *reason))
    kept.sort(key=lambda s: (s.anchor.start, s.anchor.end, s.type, s.id))
    return tuple(kept), tuple(refused)


def objection(candidate: Candidate, document: Document) -> tuple[str, str] | None:
    """Why law 2 forbids the candidate, as ``(reason code, detail)``; ``None`` when it holds."""
    left, right = candidate.sentence
    if not 0 <= left <= candidate.start < candidate.end <= right <= len(document.text):
        return "anchor-not-in-sentence", f"{candidate.start}..{candidate.end} does not lie in {left}..{right}"
    sentence = document.text[left:right]
    language = candidate.language
    for role, values in candidate.roles.items():
        for value in values:
            problem = _value_objection(role, value, sentence, left, document, language)
            if problem is not None:
                return problem
    if candidate.attributed_to is not None:
        problem = _words_objection("attributed_to", candidate.attributed_to, document)
        if problem is not None:
            return problem
    denied = dropped(candidate, document.text)
    if denied is not None:
        words, modality = document.text[denied[0] : denied[1]], candidate.scope.modality
        return "negation-dropped", f"{words!r} stands in the anchored words, and the statement is {modality}"
    return None


def _value_objection(
    role: str, value: Value, sentence: str, left: int, document: Document, language: str
) -> tuple[str, str] | None:
    if isinstance(value, Term):
        return None
    problem = _words_objection(role, value, document)
    if problem is not None or isinstance(value, Mention):
        return problem
    if value.text not in sentence:
        return "words-not-in-anchor", f"{role} {value.text!r} does not stand in the anchored sentence"
    if isinstance(value, Quantity) and not _figure_holds(value, sentence, left, language):
        return "figure-not-in-anchor", f"{role} {value.low}..{value.high} cannot be read again from {value.text!r}"
    if isinstance(value, Moment) and not _date_holds(value, sentence, left, document, language):
        return "date-not-in-anchor", f"{role} {value.value} cannot be read again from {value.text!r}"
    return None


def _words_objection(role: str, value: Mention | Quantity | Moment, document: Document) -> tuple[str, str] | None:
    words = document.text[value.start : value.end] if value.start >= 0 else ""
    if words != value.text or not words:
        return "words-not-in-document", f"{role} {value.text!r} is not what stands there: {words!r}"
    if isinstance(value, Mention) and value.antecedent is not None and value.antecedent not in document.text:
        return "words-not-in-document", f"{role} {value.text!r} stands for {value.antecedent!r}, which stands nowhere"
    return None


def _figure_holds(value: Quantity, sentence: str, left: int, language: str) -> bool:
    if value.low is not None and value.low == value.high == reckoned(value.text):
        return True
    return any(
        (m.low, m.high) == (value.low, value.high)
        for m in find_quantities(sentence, language)
        if left + m.start <= value.start and value.end <= left + m.end
    )


def _date_holds(value: Moment, sentence: str, left: int, document: Document, language: str) -> bool:
    for past in (None, True, False):
        found = find_dates(sentence, reference=document.published, language=language, past=past)
        if any(w.value == value.value and left + w.start <= value.start and value.end <= left + w.end for w in found):
            return True
    return False


def _heaviest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each thing said: same sentence, type, subject and key values; the heaviest wins."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        key = _same(candidate)
        if key not in best or candidate.weight > best[key].weight:
            best[key] = candidate
    return list(best.values())


def _same(candidate: Candidate) -> tuple[object, ...]:
    said: list[object] = [candidate.type, candidate.sentence]
    for role in sorted(candidate.roles):
        for value in candidate.roles[role]:
            if isinstance(value, Mention) and role in {"subject", "text", "holder"}:
                said.append((role, value.text.casefold(), value.antecedent))
            elif isinstance(value, Term):
                said.append((role, value.value))
            elif isinstance(value, Quantity):
                said.append((role, value.low, value.high))
    return tuple(said)


def _statement(candidate: Candidate, document: Document) -> Statement:
    return Statement(
        document=document.id,
        type=candidate.type,
        modality=candidate.scope.modality,
        attributed_to=candidate.attributed_to,
        roles=dict(candidate.roles),
        anchor=anchor(document.text, candidate.start, candidate.end, sentence=candidate.sentence),
        rule=candidate.rule,
        confidence=round(candidate.weight, 3),
    )


def _refusal(candidate: Candidate, document: Document, reason: str, detail: str) -> Refusal:
    return Refusal(
        stage="extract", reason=reason, detail=f"{candidate.rule}: {detail}", source=document.source,
        locator=document.locator, document=document.id,
    )

