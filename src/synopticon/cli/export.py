"""``synopticon export DIR --format jsonl|csv``: write a register's statements out for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.lazy import Lazy
from synopticon.cli.output import clean, counted, note

if TYPE_CHECKING:
    from synopticon import ledger, publish
else:
    ledger = Lazy("synopticon.ledger")
    publish = Lazy("synopticon.publish")


def run(
    register: Annotated[Path, typer.Argument(metavar="DIR", help="The register's folder.", show_default=False)],
    form: Annotated[str, typer.Option("--format", help="jsonl or csv.")],
    out: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output if not given.")] = None,
) -> None:
    """Write a register's statements out for other programs.

    Nothing is let out that breaks a check of its own. The same captures give the same bytes.
    """
    names = [form.name for form in publish.EXPORTS]
    if form not in names:
        raise typer.BadParameter(f"not one of {', '.join(names)}.", param_hint="--format")
    with ledger.View(register) as view:
        published = publish.write(view, format=form, out=sys.stdout.buffer if out is None else out)
    if out is not None:
        note(f"{counted(published.statements, 'statement')} in {clean(str(out))}, sha256 {published.sha256}.")
