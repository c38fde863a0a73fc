"""How statements, documents, entities and findings are put into words for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from synopticon.cli.output import bold, clean, counted, dim, marked
from synopticon.records import Document, Entity, Finding, Mention, Moment, Position, Quantity, Refusal, Statement, Value

USUAL = ("modality", "asserted")
"""What is not said of a value, because most are."""


def value_text(value: Value) -> str:
    """A role's value in a few words: the words as they stand, and what was made of them where that differs."""
    if isinstance(value, Mention):
        meant = value.names[0] if value.names else value.antecedent
        return clean(value.text if not meant or meant == value.text else f"{value.text} ({meant})")
    if isinstance(value, Quantity):
        return clean(f"{_interval(value.low, value.high, value.approx)} ({value.text})")
    if isinstance(value, Moment):
        return clean(value.value if value.text == value.value else f"{value.value} ({value.text})")
    return clean(value.value)


def _interval(low: float | None, high: float | None, approx: bool) -> str:
    if low is None and high is None:
        words = "some number"
    elif low == high:
        words = _number(low)
    elif high is None:
        words = f"{_number(low)} or more"
    elif low is None:
        words = f"{_number(high)} or fewer"
    else:
        words = f"{_number(low)} to {_number(high)}"
    return f"about {words}" if approx else words


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def document_line(document: Document) -> str:
    """A document on one line: title, outlet, date."""
    parts = (document.title or document.source, document.outlet, document.published)
    return clean(", ".join(part for part in parts if part))


def roles_text(statement: Statement) -> str:
    """All roles but the subject, with their names."""
    others = {name: values for name, values in statement.roles.items() if name != "subject"}
    return "; ".join(f"{name} {', '.join(value_text(v) for v in values)}" for name, values in others.items())


def subject_text(statement: Statement) -> str:
    """The subject's words, or a dash."""
    return ", ".join(value_text(value) for value in statement.roles.get("subject", ())) or "-"


def statement_line(statement: Statement, document: Document | None = None) -> str:
    """A statement on one line: what it says, how, by whose account, where, and its id."""
    says = f"{statement.type}  {bold(subject_text(statement))}"
    roles = roles_text(statement)
    parts = [f"{says}: {roles}" if roles else says, f"[{statement.modality}]"]
    if statement.attributed_to is not None:
        parts.append(f"according to {clean(statement.attributed_to.text)}")
    if document is not None:
        parts.append(dim(f"- {document_line(document)}"))
    return "  ".join([*parts, dim(statement.id)])


def statement_lines(statement: Statement, document: Document) -> Iterator[str]:
    """A statement in full: sentence with the anchored words marked, roles, modality, attribution, and its document."""
    yield bold(f"Statement {statement.id}")
    yield f"  {marked(statement.anchor)}"
    yield ""
    yield _row("type", statement.type)
    for name, values in statement.roles.items():
        for value in values:
            yield _row(name, value_text(value))
    yield _row("modality", str(statement.modality))
    if statement.attributed_to is not None:
        yield _row("says", value_text(statement.attributed_to))
    yield _row("read by", f"{clean(statement.rule)}, confidence {statement.confidence:.2f}")
    yield _row("place", f"code points {statement.anchor.start} to {statement.anchor.end}")
    yield ""
    yield from document_lines(document)


def document_lines(document: Document) -> Iterator[str]:
    """A document: what it is, where it came from and how it was read, without its text."""
    yield bold(f"Document {clean(document.id)}")
    dated = None if document.published is None else f"{document.published} ({document.published_by})"
    place = document.source if document.locator is None else f"{document.source}, {document.locator}"
    told = {
        "title": document.title, "outlet": document.outlet, "author": document.author, "published": dated,
        "url": document.url, "language": document.language, "source": place,
        "capture": f"sha256 {document.capture}",
        "read as": f"{document.media}, {document.encoding}, by {document.reader}",
    }  # fmt: skip
    for name, words in told.items():
        if words:
            yield _row(name, clean(words))


def entity_lines(entity: Entity, statements: Sequence[tuple[Statement, Document]]) -> Iterator[str]:
    """An entity with all its names, and its statements grouped by type."""
    yield bold(clean(entity.label)) + f"  {entity.kind}  {dim(clean(entity.id))}"
    names = [clean(name.text) for name in entity.names]
    if names:
        yield _row("names", ", ".join(dict.fromkeys(names)))
    if entity.country:
        yield _row("country", clean(entity.country))
    yield _row("known from", "the codebook" if entity.listed else "the documents")
    yield from grouped_lines(statements)


def grouped_lines(statements: Sequence[tuple[Statement, Document]]) -> Iterator[str]:
    """Statements by type, each with its document."""
    for kind in sorted({statement.type for statement, _ in statements}):
        of_kind = [pair for pair in statements if pair[0].type == kind]
        yield ""
        yield bold(f"{kind} ({len(of_kind)})")
        for statement, document in of_kind:
            yield f"  {statement_line(statement, document)}"


def finding_line(finding: Finding) -> str:
    """A finding on one line: the question, its answers, and how it stands."""
    question = f"{finding.type}  {bold(clean(finding.subject))}"
    if finding.aspect:
        question += f" ({clean(finding.aspect)})"
    answers = "; ".join(position_text(position) for position in finding.values)
    stands = f"[{finding.state}, {counted(finding.origins, 'origin')}]"
    return f"{question}: {answers or '-'}  {stands}  {dim(finding.id)}"


def finding_lines(finding: Finding, statements: Sequence[tuple[Statement, Document]]) -> Iterator[str]:
    """A finding in full: every value with who gives it, the reasoning, and the statements it rests on."""
    yield finding_line(finding)
    for position in finding.values:
        says = f"{counted(len(position.documents), 'document')}, {counted(position.origins, 'origin')}"
        yield f"  {position_text(position)}: {says}"
    for reason in finding.because:
        yield f"  {clean(reason)}"
    yield from grouped_lines(statements)


def position_text(position: Position) -> str:
    """One value of a finding in a few words."""
    words = _plain(position.value)
    return clean(words if position.as_of is None else f"{words} as of {position.as_of}")


def _plain(value: Any) -> str:
    """A finding's value in words. That it is asserted goes without saying; every other modality is named."""
    if value is None:
        return "said"
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and {"low", "high"} <= value.keys():
        return _interval(value["low"], value["high"], bool(value.get("approx")))
    if isinstance(value, dict):
        parts = {name: item for name, item in value.items() if item is not None and (name, item) != USUAL}
        return ", ".join(f"{name} {_plain(item)}" for name, item in parts.items()) or "said"
    return json.dumps(value, ensure_ascii=False)


def refusal_line(refusal: Refusal) -> str:
    """One refusal on one line: where, why, and what can be done."""
    place = f", {clean(refusal.locator)}" if refusal.locator else ""
    return f"refused ({refusal.reason}): {clean(refusal.source)}{place}: {clean(refusal.detail)}"


def _row(name: str, value: str) -> str:
    return f"  {name:<12}{value}"

