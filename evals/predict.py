"""The one door from the harness to the product: articles in, statement records out."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

NOW = "2000-01-01T00:00:00Z"
"""The time of capture, which no statement depends on."""


def predict(lines: Sequence[str]) -> list[dict[str, Any]]:
    """The product's statement records, as `extract` prints them, of articles given as one JSON object a line."""
    from synopticon import pipeline, publish  # noqa: PLC0415  (so that the scorer can be used without the models)
    from synopticon.codebook import load_codebook  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_text("".join(line.rstrip("\n") + "\n" for line in lines), "utf-8")
        return [
            dict(publish.statement_json(statement, outcome.document))
            for outcome in pipeline.extract([source], codebook=load_codebook(), now=NOW)
            if outcome.document is not None
            for statement in outcome.statements
        ]
