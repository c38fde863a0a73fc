"""What must hold before an export is let out. Every statement is seen as it passes: nothing is read twice."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.errors import ExportError
from synopticon.publish.protocol import Register
from synopticon.records import Document, Statement

_STEP = "Nothing was written. Run `synopticon verify` to see what differs."


def checked(view: Register) -> Iterator[tuple[Statement, Document]]:
    """Every statement of ``view`` with its document, in order; raises ``ExportError`` at the first that fails a check.

    Checked: each statement's document is there; each anchor quotes it, with the words around it;
    no id comes twice; and, at the end, as many statements have passed as the ledger counts.
    """
    wanted = view.counts()["statement"]
    seen: set[str] = set()
    document: Document | None = None
    for statement in view.statements():
        if document is None or document.id != statement.document:
            document = _document(view, statement)
        for wrong in faults(statement, document):
            raise ExportError(f"statement {statement.id} {wrong}", where=f"document {document.id}", next_step=_STEP)
        if statement.id in seen:
            raise ExportError(f"statement {statement.id} comes twice", where=f"document {document.id}", next_step=_STEP)
        seen.add(statement.id)
        yield statement, document
    if len(seen) != wanted:
        raise ExportError(f"{len(seen)} statements are there and the ledger counts {wanted}", next_step=_STEP)


def faults(statement: Statement, document: Document) -> Iterator[str]:
    """What is wrong between a statement and its document; nothing when its anchor quotes it."""
    anchor, text = statement.anchor, document.text
    if statement.document != document.id:
        yield f"belongs to document {statement.document}"
    if not 0 <= anchor.start < anchor.end <= len(text) or text[anchor.start : anchor.end] != anchor.exact:
        yield f"quotes {anchor.exact!r}, which does not stand at {anchor.start}:{anchor.end}"
        return
    if anchor.prefix and not text[: anchor.start].endswith(anchor.prefix):
        yield f"has before it {anchor.prefix!r}, which does not stand there"
    if anchor.suffix and not text.startswith(anchor.suffix, anchor.end):
        yield f"has after it {anchor.suffix!r}, which does not stand there"
    if anchor.sentence not in text:
        yield f"stands in {anchor.sentence!r}, which is not in the document"


def _document(view: Register, statement: Statement) -> Document:
    try:
        return view.document(statement.document)
    except LookupError as error:
        missing = f"statement {statement.id} is of document {statement.document}, which is not there"
        raise ExportError(missing, next_step=_STEP) from error
