"""Records as JSON objects for programs: statements in the codebook's own shape, the rest by their fields."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from synopticon.records import Document, Entity, Finding


def document_json(document: Document, *, text: bool = False) -> dict[str, Any]:
    """A document's fields; its text only when asked for."""
    fields = asdict(document)
    return fields if text else {name: value for name, value in fields.items() if name != "text"}


def entity_json(entity: Entity) -> dict[str, Any]:
    """An entity's fields."""
    return asdict(entity)


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding's fields, and its id."""
    return {"id": finding.id, **asdict(finding), "state": str(finding.state)}
