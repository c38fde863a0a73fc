"""A register of who holds power over internet platforms, in which every statement opens to the words it came from.

The nouns that synopticon keeps and the errors it raises, under one roof for those who use it from Python. The
verbs live in :mod:`synopticon.pipeline` (``build``, ``extract``, ``verify``) and :mod:`synopticon.ledger` (``View``).
"""

from synopticon.errors import NotFound, RegisterError, SourceError, SynopticonError
from synopticon.records import (
    Anchor,
    Capture,
    Document,
    Entity,
    Finding,
    Judgement,
    Modality,
    Refusal,
    Statement,
)

__version__ = "0.1.0"

__all__ = [
    "Anchor", "Capture", "Document", "Entity", "Finding", "Judgement", "Modality", "NotFound", "Refusal",
    "RegisterError", "SourceError", "Statement", "SynopticonError", "__version__",
]
