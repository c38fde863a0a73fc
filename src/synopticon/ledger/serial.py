"""Records to JSON and back: the one place that knows how each record is written into the ledger.

``from_json(kind_of(r), to_json(r)) == r`` for every record. Floats that are whole print as integers, so that equal
records have equal JSON. Lone surrogates, which broken pages do contain, are kept as JSON escapes.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from synopticon.records import (
    Anchor,
    Capture,
    Decision,
    Document,
    Entity,
    Finding,
    Given,
    Judgement,
    Mention,
    Modality,
    Moment,
    Name,
    Position,
    Quantity,
    Refusal,
    State,
    Statement,
    Term,
    Value,
    canonical,
    digest,
)

Record = Capture | Document | Statement | Entity | Finding | Refusal | Judgement
Body = dict[str, Any]


class BodyError(ValueError):
    """A body that is not what a record writes; it leaves the ledger as ``RegisterDamaged``."""


@contextlib.contextmanager
def understood(what: str) -> Iterator[None]:
    """Turn what a body of another shape raises, whoever reads it, into :class:`BodyError`."""
    try:
        yield
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise BodyError(f"{what} is not what a record writes") from error


def kind_of(record: Record) -> str:
    """The kind of entry that ``record`` makes: its class in small letters."""
    return type(record).__name__.lower()


def id_of(record: Record) -> str:
    """The id of ``record`` within its kind.

    A capture is the same capture if the same bytes came from the same place; when they came is not part of it.
    """
    if isinstance(record, Capture):
        return digest(["capture", record.sha256, record.source, record.locator])
    return record.id


def written(body: Body) -> str:
    """``body`` as the one JSON text that an entry holds, storable as UTF-8."""
    return canonical(body).encode("utf-8", "backslashreplace").decode("utf-8")


def read(text: str) -> Body:
    """The body that :func:`written` wrote. Raises :class:`BodyError` when ``text`` is not a JSON object."""
    with understood("a body"):
        body = json.loads(text)
        if not isinstance(body, dict):
            raise ValueError(text)
        return body


def to_json(record: Record) -> Body:
    """``record`` as plain JSON."""
    return _WRITERS[kind_of(record)](record)


def from_json(kind: str, body: Mapping[str, Any]) -> Record:
    """The record that ``body`` was made of. Raises :class:`BodyError` on a body of another shape."""
    with understood(f"the {kind}"):
        return _READERS[kind](body)


def _fields(record: Any) -> Body:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _float(value: float | int | None) -> float | None:
    return None if value is None else float(value)


def _capture(record: Capture) -> Body:
    return _fields(record) | {"given": _fields(record.given)}


def _value(value: Value) -> Body:
    body = {"kind": type(value).__name__.lower(), **_fields(value)}
    if isinstance(value, Mention):
        body["names"] = list(value.names)
    elif isinstance(value, Quantity):
        body |= {"low": _number(value.low), "high": _number(value.high)}
    return body


def _statement(record: Statement) -> Body:
    credited = record.attributed_to
    return _fields(record) | {
        "modality": str(record.modality),
        "attributed_to": None if credited is None else _value(credited),
        "roles": {name: [_value(v) for v in values] for name, values in record.roles.items()},
        "anchor": _fields(record.anchor),
        "confidence": _number(record.confidence),
    }


def _entity(record: Entity) -> Body:
    return _fields(record) | {"names": [_fields(name) for name in record.names]}


def _finding(record: Finding) -> Body:
    return _fields(record) | {
        "state": str(record.state),
        "names": list(record.names),
        "values": [
            _fields(p) | {"statements": list(p.statements), "documents": list(p.documents)} for p in record.values
        ],
        "statements": list(record.statements),
        "documents": list(record.documents),
        "because": list(record.because),
    }


def _judgement(record: Judgement) -> Body:
    return _fields(record) | {"decision": str(record.decision)}


def _read_value(body: Mapping[str, Any]) -> Value:
    rest = {name: value for name, value in body.items() if name != "kind"}
    match body["kind"]:
        case "mention":
            return Mention(**rest | {"names": tuple(rest["names"])})
        case "quantity":
            return Quantity(**rest | {"low": _float(rest["low"]), "high": _float(rest["high"])})
        case "moment":
            return Moment(**rest)
        case "term":
            return Term(**rest)
    raise ValueError(f"no kind of role value is called {body['kind']!r}")


def _read_mention(body: Mapping[str, Any]) -> Mention:
    value = _read_value(body)
    if not isinstance(value, Mention):
        raise ValueError("a statement is credited to something that is no mention")
    return value


def _read_statement(body: Mapping[str, Any]) -> Statement:
    credited = body["attributed_to"]
    return Statement(**{
        **body,
        "modality": Modality(body["modality"]),
        "attributed_to": None if credited is None else _read_mention(credited),
        "roles": {name: tuple(_read_value(v) for v in values) for name, values in body["roles"].items()},
        "anchor": Anchor(**body["anchor"]),
        "confidence": float(body["confidence"]),
    })


def _read_position(body: Mapping[str, Any]) -> Position:
    return Position(**{**body, "statements": tuple(body["statements"]), "documents": tuple(body["documents"])})


def _read_finding(body: Mapping[str, Any]) -> Finding:
    listed = {name: tuple(body[name]) for name in ("names", "statements", "documents", "because")}
    values = tuple(_read_position(p) for p in body["values"])
    return Finding(**{**body, **listed, "state": State(body["state"]), "values": values})


_WRITERS: Mapping[str, Callable[[Any], Body]] = {
    "capture": _capture,
    "document": _fields,
    "statement": _statement,
    "entity": _entity,
    "finding": _finding,
    "refusal": _fields,
    "judgement": _judgement,
}
_READERS: Mapping[str, Callable[[Mapping[str, Any]], Record]] = {
    "capture": lambda body: Capture(**{**body, "given": Given(**body["given"])}),
    "document": lambda body: Document(**body),
    "statement": _read_statement,
    "entity": lambda body: Entity(**{**body, "names": tuple(Name(**name) for name in body["names"])}),
    "finding": _read_finding,
    "refusal": lambda body: Refusal(**body),
    "judgement": lambda body: Judgement(**{**body, "decision": Decision(body["decision"])}),
}
KINDS = tuple(_READERS)
