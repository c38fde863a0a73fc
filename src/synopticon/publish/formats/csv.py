"""CSV: one statement a row, the same columns in every register; for spreadsheets.

RFC 4180, UTF-8. A role that repeats has its values joined with ``; ``. Roles beyond the columns listed here stand as
JSON in ``other_roles``, so that a new statement type never moves a column. A cell that a spreadsheet would run as a
formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from synopticon.publish.protocol import Export, Pairs
from synopticon.publish.record import statement_json
from synopticon.records import Document, Mention, Moment, Quantity, Statement, Term, Value, canonical

_HEAD = ("id", "type", "modality")
_TAIL = (
    "attributed_to", "sentence", "exact", "start", "end", "rule", "confidence", "document", "title", "outlet",
    "published", "language", "url", "other_roles",
)  # fmt: skip
_NAMED = (
    "subject", "organisation", "post", "holder", "issuer", "actor", "organiser", "target", "place", "amount", "text",
)  # fmt: skip
_CHOSEN = ("body", "of", "right", "topic", "action", "act", "measure", "what")
_COUNTED = ("count", "percent")
_LINKED = ("subject", "organisation", "holder", "issuer", "actor", "target")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
JOIN = "; "


def columns() -> tuple[str, ...]:
    """The header: every column in its order."""
    named = [column for name in _NAMED for column in ((name, f"{name}_entity") if name in _LINKED else (name,))]
    counted = [f"{name}_{part}" for name in _COUNTED for part in ("low", "high", "approx", "text")]
    return (*_HEAD, *named, *_CHOSEN, *counted, "date", "date_text", *_TAIL)


def row(statement: Statement, document: Document) -> dict[str, str]:
    """One statement as cells by column, safe to open in a spreadsheet."""
    cells: dict[str, Any] = {
        "id": statement.id,
        "type": statement.type,
        "modality": str(statement.modality),
        "attributed_to": statement.attributed_to.text if statement.attributed_to else None,
        "sentence": statement.anchor.sentence,
        "exact": statement.anchor.exact,
        "start": statement.anchor.start,
        "end": statement.anchor.end,
        "rule": statement.rule,
        "confidence": statement.confidence,
        "document": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "language": document.language,
        "url": document.url,
    }
    known = set(columns())
    others: dict[str, Any] = {}
    for name, values in statement.roles.items():
        found = _cells(name, values)
        if known.issuperset(found):
            cells |= found
        else:
            others[name] = statement_json(statement, document)["roles"][name]
    cells["other_roles"] = canonical(others) if others else None
    return {name: safe(cells.get(name)) for name in columns()}


def safe(value: Any) -> str:
    """``value`` as a cell. Text that starts like a formula gets an apostrophe before it; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value) if isinstance(value, float) and not value.is_integer() else str(int(value))
    said = str(value).replace("\0", "")
    return f"'{said}" if said.startswith(_FORMULA) or said.lstrip().startswith(_FORMULA) else said


def chunks(pairs: Pairs) -> Iterator[bytes]:
    """The file: the header, then a row at a time."""
    buffer = io.StringIO(newline="")
    table = csv.DictWriter(buffer, fieldnames=columns(), lineterminator="\r\n")
    table.writeheader()
    yield _taken(buffer)
    for statement, document in pairs:
        table.writerow(row(statement, document))
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    found = buffer.getvalue().encode("utf-8", "replace")
    buffer.seek(0)
    buffer.truncate()
    return found


def _cells(name: str, values: tuple[Value, ...]) -> dict[str, Any]:
    """A role's cells by column; columns that do not exist show that the role belongs to ``other_roles``."""
    first = values[0] if values else None
    if isinstance(first, Quantity):
        parts: dict[str, list[Any]] = {
            f"{name}_low": [v.low for v in values if isinstance(v, Quantity)],
            f"{name}_high": [v.high for v in values if isinstance(v, Quantity)],
            f"{name}_approx": [v.approx for v in values if isinstance(v, Quantity)],
            f"{name}_text": [v.text for v in values],
        }
        return {column: _joined(found) for column, found in parts.items()}
    if isinstance(first, Moment):
        return {
            name: _joined([v.value for v in values if isinstance(v, Moment)]),
            f"{name}_text": _joined([v.text for v in values]),
        }
    if isinstance(first, Term):
        return {name: _joined([v.value if isinstance(v, Term) else v.text for v in values])}
    cells = {name: _joined([v.text for v in values])}
    if name in _LINKED:
        cells[f"{name}_entity"] = _joined([v.entity for v in values if isinstance(v, Mention)])
    return cells


def _joined(values: list[Any]) -> Any:
    if len(values) == 1:
        return values[0]
    return JOIN.join(safe(value) for value in values) if any(value is not None for value in values) else None


EXPORT = Export(
    name="csv",
    suffix=".csv",
    media="text/csv; charset=utf-8",
    says="one row a statement, for spreadsheets",
    chunks=chunks,
)
