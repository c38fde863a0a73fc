"""``synopticon verify DIR``: check that everything in a register is as it was written."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.codes import Code
from synopticon.cli.lazy import Lazy
from synopticon.cli.output import clean, counted, note, say, say_json
from synopticon.cli.progress import Watcher

if TYPE_CHECKING:
    from synopticon import ledger, pipeline
else:
    ledger = Lazy("synopticon.ledger")
    pipeline = Lazy("synopticon.pipeline")


def run(
    register: Annotated[Path, typer.Argument(metavar="DIR", help="The register's folder.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record for each difference.")] = False,
) -> None:
    """Check a register against its captures, texts, anchors and chain.

    Every capture is hashed again, every document's text read again, every anchor quoted again in text and bytes, the
    chain walked, and the tables held against it.
    """
    with Watcher() as watcher:
        problems = list(pipeline.verify(register, watch=lambda place: watcher.tell(f"checked {place}")))
    for problem in problems:
        if as_json:
            say_json(asdict(problem))
        else:
            say(f"{problem.kind}: {clean(problem.where)}: {clean(problem.what)}")
    if problems:
        note(f"{counted(len(problems), 'difference')}.")
        raise typer.Exit(Code.DIFFERS)
    if not as_json:
        with ledger.View(register) as view:
            counts = view.counts()
        say(
            f"All holds: {counted(counts['capture'], 'capture')}, {counted(counts['document'], 'document')}, "
            f"{counted(counts['statement'], 'anchor')}, {counts['entry']:,} ledger entries."
        )
