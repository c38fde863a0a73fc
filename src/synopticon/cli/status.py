"""``synopticon status DIR``: what a register holds, and what was refused."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.lazy import Lazy
from synopticon.cli.output import bold, clean, columns, say, say_json
from synopticon.cli.statements import refusal_line

if TYPE_CHECKING:
    from synopticon import ledger
    from synopticon.ledger import View
else:
    ledger = Lazy("synopticon.ledger")

KINDS = {
    "capture": "captures", "document": "documents", "statement": "statements", "entity": "entities",
    "finding": "findings", "refusal": "refusals", "judgement": "judgements", "entry": "ledger entries",
}  # fmt: skip


def run(
    register: Annotated[Path, typer.Argument(metavar="DIR", help="The register's folder.", show_default=False)],
    refusals: Annotated[bool, typer.Option("--refusals", help="List every source that was refused.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what a register holds.

    Counts of everything, statements by type, documents by outlet, refusals by reason.
    """
    with ledger.View(register) as view:
        if refusals:
            _refusals(view, as_json)
            return
        counts = view.counts()
        tallies = {
            "statements by type": view.tally("statement", "type"),
            "documents by language": view.tally("document", "language"),
            "documents by outlet": view.tally("document", "outlet"),
            "refusals by reason": view.tally("refusal", "reason"),
        }
    if as_json:
        say_json({"counts": counts} | {name.replace(" ", "_"): tally for name, tally in tallies.items()})
        return
    for line in columns((name, f"{counts[kind]:,}") for kind, name in KINDS.items()):
        say(line)
    for name, tally in tallies.items():
        if tally:
            say()
            say(bold(name))
            for line in columns((f"  {clean(key) or '(not known)'}", f"{count:,}") for key, count in tally.items()):
                say(line)


def _refusals(view: View, as_json: bool) -> None:
    for refusal in view.refusals():
        if as_json:
            say_json({"id": refusal.id, **asdict(refusal)})
        elif refusal.stage != "extract":
            say(refusal_line(refusal))
