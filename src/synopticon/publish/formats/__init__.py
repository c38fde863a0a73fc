"""The export formats: one file each, listed here in the order they are shown."""

from __future__ import annotations

from synopticon.publish.formats import csv, jsonl
from synopticon.publish.protocol import Export

EXPORTS: tuple[Export, ...] = (jsonl.EXPORT, csv.EXPORT)
