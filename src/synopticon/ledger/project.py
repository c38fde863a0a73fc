"""Projections: the rows that an entry gives to the tables that pages query. A pure function of the entry.

So a projection can be thrown away and made again, and a changed row is found by making it again beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from synopticon.ledger.serial import Body, understood
from synopticon.ledger.words import fold, passages, searchable

Row = dict[str, Any]
Rows = dict[str, list[Row]]
PASSAGES = 2**24  # passages a document may have before ids would meet: 256 MiB of single-letter lines
TITLE = -1  # the place of a title among its document's passages


def rows(*, seq: int, kind: str, id: str, body: Body) -> Rows:
    """The rows of every table that the entry ``seq`` gives, by table name; columns left out are null.

    Raises :class:`~synopticon.ledger.serial.BodyError` on a body that is not what a record writes.
    """
    with understood(f"entry {seq}"):
        given = {
            table: [{"seq": seq, **_storable(row)} for row in found]
            for table, found in _BY_KIND[kind](id, body).items()
        }
        return given | (_passages(seq, id, body) if kind == "document" else {})


def search_words(*, title: str | None, text: str) -> list[tuple[int, int, int, str]]:
    """The passages of a document as (place, start, end, words as indexed); the title comes first."""
    head = [(TITLE, 0, len(title), searchable(title))] if title and title.strip() else []
    return head + [
        (place, start, end, searchable(text[start:end])) for place, (start, end) in enumerate(passages(text))
    ]


def _passages(seq: int, id: str, body: Body) -> Rows:
    found = search_words(title=body["title"], text=body["text"])[:PASSAGES]
    return {
        "passage": [
            {"seq": seq, "id": seq * PASSAGES + n, "document": _clean(id), "place": place, "start": start, "end": end}
            for n, (place, start, end, _) in enumerate(found)
        ],
        "search": [{"seq": seq, "id": seq * PASSAGES + n, "words": words} for n, (*_, words) in enumerate(found)],
    }


def _pick(body: Body, *names: str) -> Row:
    return {name: body[name] for name in names}


def _capture(id: str, body: Body) -> Rows:
    return {"capture": [
        {"id": id, **_pick(body, "sha256", "source", "locator", "media", "captured_at", "size")}
    ]}  # fmt: skip


def _document(id: str, body: Body) -> Rows:
    columns = ("capture", "source", "locator", "url", "title", "outlet", "author", "published", "language", "media")
    return {"document": [{"id": id, **_pick(body, *columns)}]}


def _statement(id: str, body: Body) -> Rows:
    subject = body["roles"].get("subject") or [{}]
    row = {
        "id": id,
        **_pick(body, "document", "type", "modality", "rule"),
        "subject": subject[0].get("text"),
        "start": body["anchor"]["start"],
        "end": body["anchor"]["end"],
        "confidence": float(body["confidence"]),
    }
    roles = dict(body["roles"])
    if body["attributed_to"] is not None:
        roles["attributed_to"] = [body["attributed_to"]]
    return {
        "statement": [row],
        "role": [
            {"statement": id, "role": name, "place": place, **_role(value)}
            for name, values in roles.items()
            for place, value in enumerate(values)
        ],
    }


def _role(value: Body) -> Row:
    return {
        "kind": value["kind"],
        "text": value["text"],
        "folded": fold(value.get("antecedent") or value["text"]) if value["kind"] == "mention" else None,
        "entity": value.get("entity"),
        "value": value.get("value"),
        "low": _real(value.get("low")),
        "high": _real(value.get("high")),
    }


def _entity(id: str, body: Body) -> Rows:
    names = body["names"]
    label = names[0]["text"] if names else id
    return {
        "entity": [{"id": id, "label": label, "listed": int(body["listed"]), **_pick(body, "kind", "country")}],
        "entity_name": [
            {"entity": id, "place": place, "folded": fold(name["text"]), **_pick(name, "text", "language", "source")}
            for place, name in enumerate(names)
        ],
    }


def _finding(id: str, body: Body) -> Rows:
    row = {
        "id": id,
        **_pick(body, "type", "subject", "entity", "aspect", "state", "origins"),
        "folded": fold(body["subject"]),
        "statements": len(body["statements"]),
        "documents": len(body["documents"]),
    }
    return {
        "finding": [row],
        "finding_statement": [
            {"finding": id, "place": place, "statement": statement}
            for place, statement in enumerate(body["statements"])
        ],
    }


def _refusal(id: str, body: Body) -> Rows:
    return {"refusal": [{"id": id, **_pick(body, "stage", "reason", "source", "locator", "document")}]}


def _judgement(id: str, body: Body) -> Rows:
    return {"judgement": [
        {"id": id, **_pick(body, "about", "decision", "who", "withdraws"), "made_at": body["when"]}
    ]}  # fmt: skip


def _real(value: float | None) -> float | None:
    return None if value is None else float(value)


def _clean(value: Any) -> Any:
    # A lone surrogate cannot be stored as UTF-8; the entry keeps it as an escape, a projection shows a question mark.
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-8", "replace").decode("utf-8")


def _storable(row: Row) -> Row:
    return {name: _clean(value) for name, value in row.items()}


_BY_KIND: Mapping[str, Callable[[str, Body], Rows]] = {
    "capture": _capture,
    "document": _document,
    "statement": _statement,
    "entity": _entity,
    "finding": _finding,
    "refusal": _refusal,
    "judgement": _judgement,
}
