"""``synopticon findings DIR``: what the statements on each question amount to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.lazy import Lazy
from synopticon.cli.output import note, say, say_json
from synopticon.cli.records_json import finding_json
from synopticon.cli.statements import finding_line
from synopticon.errors import NotFound
from synopticon.records import Finding

if TYPE_CHECKING:
    from synopticon import ledger
    from synopticon.ledger import View
else:
    ledger = Lazy("synopticon.ledger")


def run(
    register: Annotated[Path, typer.Argument(metavar="DIR", help="The register's folder.", show_default=False)],
    type: Annotated[str | None, typer.Option(help="Only this type of statement, such as party_body.")] = None,
    entity: Annotated[str | None, typer.Option(help="Only this entity, by id or any of its names.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record a line.")] = False,
) -> None:
    """List what the statements of a register amount to.

    One line a question: its values, the state it is in, and how many origins were found.
    """
    found = False
    with ledger.View(register) as view:
        for finding in _chosen(view, type, entity):
            found = True
            if as_json:
                say_json(finding_json(finding))
            else:
                say(finding_line(finding))
    if not found:
        note("No findings.")


def _chosen(view: View, type: str | None, entity: str | None) -> Iterator[Finding]:
    if entity is None:
        yield from view.findings(type=type)
        return
    known = view.entity(entity)
    if known:
        for one in known:
            yield from view.findings(type=type, entity=one.id)
        return
    named = list(view.findings(type=type, name=entity))
    if not named and not list(view.findings(name=entity)):
        step = "`synopticon show` lists names."
        raise NotFound(f"no entity is called {entity!r}", where=str(view.folder), next_step=step)
    yield from named
