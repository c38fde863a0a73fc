"""``synopticon show DIR [ENTITY|STATEMENT|DOCUMENT]``: open one thing of a register, down to the exact words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from synopticon.cli.lazy import Lazy
from synopticon.cli.output import clean, columns, say, say_json
from synopticon.cli.records_json import document_json, entity_json, finding_json
from synopticon.cli.statements import (
    document_lines,
    entity_lines,
    finding_lines,
    grouped_lines,
    statement_lines,
)
from synopticon.errors import NotFound
from synopticon.records import Document, Entity, Finding, Mention, Statement

if TYPE_CHECKING:
    from synopticon import ledger, publish
    from synopticon.ledger import View
else:
    ledger = Lazy("synopticon.ledger")
    publish = Lazy("synopticon.publish")

Pair = tuple[Statement, Document]
TOP = 20
"""Names shown of a register as a whole: what fits a screen."""


def run(
    register: Annotated[Path, typer.Argument(metavar="DIR", help="The register's folder.", show_default=False)],
    what: Annotated[
        str | None,
        typer.Argument(metavar="[ENTITY|STATEMENT|DOCUMENT|FINDING]", help="A name or an id.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show an entity, a statement, a document or a finding of a register.

    An entity is named by any of its names or its id, the others by their ids. With nothing named: whom the
    statements speak of most.
    """
    with ledger.View(register) as view:
        if what is None:
            _overview(view, as_json)
        else:
            _one(view, what, as_json)


def _one(view: View, what: str, as_json: bool) -> None:
    if view.has("statement", what):
        statement = view.statement(what)
        document = view.document(statement.document)
        _print(statement_lines(statement, document), publish.statement_json(statement, document), as_json)
    elif view.has("document", what):
        _document(view, view.document(what), as_json)
    elif view.has("finding", what):
        _finding(view, view.finding(what), as_json)
    else:
        _named(view, what, as_json)


def _document(view: View, document: Document, as_json: bool) -> None:
    pairs = [(statement, document) for statement in view.statements(document=document.id)]
    value = document_json(document, text=True) | {"statements": _records(pairs)}
    _print([*document_lines(document), *grouped_lines(pairs)], value, as_json)


def _finding(view: View, finding: Finding, as_json: bool) -> None:
    pairs = _pairs(view, (view.statement(id) for id in finding.statements))
    value = finding_json(finding) | {"records": _records(pairs)}
    _print(finding_lines(finding, pairs), value, as_json)


def _named(view: View, name: str, as_json: bool) -> None:
    """Entities of that name; failing that, statements in which the words fill a role."""
    entities = view.entity(name)
    for entity in entities:
        pairs = _pairs(view, view.statements(entity=entity.id))
        _print(entity_lines(entity, pairs), entity_json(entity) | {"statements": _records(pairs)}, as_json)
    if entities:
        return
    pairs = _pairs(view, view.statements(name=name))
    if not pairs:
        step = "`synopticon search` finds words; `synopticon show` alone lists names."
        raise NotFound(f"nothing here is called {name!r}", where=str(view.folder), next_step=step)
    value = {"id": None, "name": name, "statements": _records(pairs)}
    _print([f"{clean(name)}  not linked to an entity", *grouped_lines(pairs)], value, as_json)


def _overview(view: View, as_json: bool) -> None:
    entities = {entity.id: entity for entity in view.entities()}
    spoken: Counter[tuple[str | None, str]] = Counter()
    for statement in view.statements():
        spoken.update(set(_subjects(statement, entities)))
    top = sorted(spoken.items(), key=lambda item: (-item[1], item[0][1], item[0][0] or ""))
    if as_json:
        for (id, name), count in top:
            say_json({"entity": id, "name": name, "statements": count})
        return
    rows = [(clean(name), f"{count:,}", clean(id or "")) for (id, name), count in top[:TOP]]
    for line in columns([("subject", "statements", "entity"), *rows]):
        say(line)
    if len(top) > TOP:
        say(f"... and {len(top) - TOP:,} more; `--json` prints them all.")


def _subjects(statement: Statement, entities: dict[str, Entity]) -> Iterator[tuple[str | None, str]]:
    for value in statement.roles.get("subject", ()):
        if isinstance(value, Mention):
            entity = entities.get(value.entity or "")
            yield (entity.id, entity.label) if entity else (None, value.antecedent or value.text)


def _pairs(view: View, statements: Iterable[Statement]) -> list[Pair]:
    documents: dict[str, Document] = {}
    pairs = []
    for statement in statements:
        if statement.document not in documents:
            documents[statement.document] = view.document(statement.document)
        pairs.append((statement, documents[statement.document]))
    return pairs


def _records(pairs: Iterable[Pair]) -> list[dict[str, Any]]:
    return [publish.statement_json(statement, document) for statement, document in pairs]


def _print(lines: Iterable[str], value: dict[str, Any], as_json: bool) -> None:
    if as_json:
        say_json(value)
    else:
        for line in lines:
            say(line)
