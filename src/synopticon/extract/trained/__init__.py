"""The trained reader of sentences: which types a sentence speaks and which words fill which role, with scores."""

from __future__ import annotations

from synopticon.extract.trained.context import Context, context
from synopticon.extract.trained.reader import Read2, Subject, Tagged, TrainedReader

__all__ = ["Context", "Read2", "Subject", "Tagged", "TrainedReader", "context"]
