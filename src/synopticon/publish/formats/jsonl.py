"""JSON lines: one statement record a line, keys sorted, UTF-8; for programs."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.publish.protocol import Export, Pairs
from synopticon.publish.record import statement_json
from synopticon.records import Document, Statement, canonical


def line(statement: Statement, document: Document) -> bytes:
    """One statement as one line with its newline. What UTF-8 cannot hold (lone surrogates) stays as a JSON escape."""
    return canonical(statement_json(statement, document)).encode("utf-8", "backslashreplace") + b"\n"


def chunks(pairs: Pairs) -> Iterator[bytes]:
    """The file, a line at a time."""
    for statement, document in pairs:
        yield line(statement, document)


EXPORT = Export(
    name="jsonl",
    suffix=".jsonl",
    media="application/x-ndjson",
    says="one JSON object a line, the statement record",
    chunks=chunks,
)
