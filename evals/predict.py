"""The one door from the harness to the product: articles in, statement records out."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

NOW = "2026-01-01T00:00:00Z"  # any time will do: nothing that is scored depends on when the articles were read


def predict(lines: Sequence[str]) -> list[dict[str, Any]]:
    """The product's statement records, as `extract` prints them, of articles given as one JSON object a line.

    A line that is not taken as a document is named on standard error, and all its statements count as missed.
    """
    from synopticon import pipeline, publish  # noqa: PLC0415  (the scorer works without the product's models)
    from synopticon.codebook import load_codebook  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_text("".join(line + "\n" for line in lines), "utf-8")
        records = []
        for outcome in pipeline.extract([source], codebook=load_codebook(), now=NOW):
            if outcome.document is None:
                print(f"refused: {json.loads(lines[int(str(outcome.locator).split()[-1]) - 1])['id']}", file=sys.stderr)
                print(*(f"  {refusal.detail}" for refusal in outcome.refusals), sep="\n", file=sys.stderr)
                continue
            records += [publish.statement_json(found, outcome.document) for found in outcome.statements]
    return records
