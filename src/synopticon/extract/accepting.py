"""What is kept when a reader asks to be sure: statements at or above a confidence, the others as refusals."""

from __future__ import annotations

from synopticon.extract.reading import Extraction
from synopticon.records import Document, Refusal, Statement

BELOW = "below-accepted-confidence"
"""The reason under which a statement that was sound, and not sure enough, is refused and counted."""


def accepted(extraction: Extraction, document: Document, least: float) -> Extraction:
    """The extraction with only the statements whose confidence is ``least`` (0 to 1) or more.

    The others become refusals of their document, each with its type, place, rule and confidence. Nothing changes at 0.
    """
    kept = tuple(one for one in extraction.statements if one.confidence >= least)
    below = (_refusal(one, document, least) for one in extraction.statements if one.confidence < least)
    return Extraction(statements=kept, refusals=(*extraction.refusals, *below))


def _refusal(statement: Statement, document: Document, least: float) -> Refusal:
    place = f"{statement.anchor.start}:{statement.anchor.end}"
    detail = (
        f"{statement.type} at {place} ({statement.rule}) has confidence {statement.confidence:.2f}; "
        f"{least:g} is asked for (statement {statement.id})"
    )
    return Refusal(
        stage="extract", reason=BELOW, detail=detail, source=document.source, locator=document.locator,
        document=document.id,
    )  # fmt: skip
