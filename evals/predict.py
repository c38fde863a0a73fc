"""The one door from the harness to the product: articles in, statement records out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def predict(lines: Sequence[str]) -> list[dict[str, Any]]:
    """The product's statement records, as `extract` prints them, of articles given as one JSON object a line."""
    from synopticon import pipeline  # noqa: PLC0415  (so that the scorer can be used without the product's models)

    return [dict(record) for record in pipeline.extract_lines(lines)]
