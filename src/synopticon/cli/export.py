"""``synopticon export DIR --format jsonl|csv``: write a register's statements out for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from synopticon import publish
from synopticon.ledger import View


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
    with View(register) as view:
        publish.export(view, format=form, out=out)
