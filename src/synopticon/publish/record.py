"""The statement record: the one JSON object that stands for a statement wherever one is printed."""

from __future__ import annotations

from typing import Any

from synopticon.records import Document, Statement, Value


def statement_json(statement: Statement, document: Document) -> dict[str, Any]:
    """The record of ``statement`` as the codebook lays it down.

    A role with one value is an object, a role with several a list of them. ``document`` must be the statement's own.
    """
    credited = statement.attributed_to
    return {
        "id": statement.id,
        "document": document_json(document),
        "type": statement.type,
        "modality": str(statement.modality),
        "attributed_to": None if credited is None else credited.as_json(),
        "roles": {name: _one_or_many(statement.roles[name]) for name in statement.roles},
        "anchor": {
            "exact": statement.anchor.exact,
            "prefix": statement.anchor.prefix,
            "suffix": statement.anchor.suffix,
            "start": statement.anchor.start,
            "end": statement.anchor.end,
            "sentence": statement.anchor.sentence,
        },
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


def document_json(document: Document) -> dict[str, Any]:
    """What the record says of its document: enough to find and to cite it."""
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "language": document.language,
    }


def _one_or_many(values: tuple[Value, ...]) -> Any:
    found = [value.as_json() for value in values]
    return found[0] if len(found) == 1 else found
