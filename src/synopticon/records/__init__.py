"""The nouns: what synopticon keeps. Frozen, without input or output, standard library only."""

from synopticon.records.anchor import Anchor, anchor
from synopticon.records.capture import Capture, Given, Raw
from synopticon.records.document import Document, document_id
from synopticon.records.entity import Entity, Name
from synopticon.records.finding import Finding, Position, State
from synopticon.records.ids import canonical, digest, sha256
from synopticon.records.judgement import Decision, Judgement
from synopticon.records.refusal import Refusal
from synopticon.records.statement import (
    Mention,
    Modality,
    Moment,
    Quantity,
    Roles,
    Statement,
    Term,
    Value,
)

__all__ = [
    "Anchor", "Capture", "Decision", "Document", "Entity", "Finding", "Given", "Judgement", "Mention", "Modality",
    "Moment", "Name", "Position", "Quantity", "Raw", "Refusal", "Roles", "State", "Statement", "Term", "Value",
    "anchor", "canonical", "digest", "document_id", "sha256",
]
