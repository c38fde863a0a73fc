"""The options that `build` and `extract` share: what is read, and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from synopticon.cli.output import clean
from synopticon.read import Limits
from synopticon.read.fields import iso_date
from synopticon.read.limits import MAX_BYTES
from synopticon.read.names import quoted
from synopticon.records import Given

Sources = Annotated[
    list[Path],
    typer.Argument(
        metavar="SOURCE...", help="Folders, files (.txt .md .html .pdf) or JSON lines of articles.", show_default=False
    ),
]
Published = Annotated[
    str | None,
    typer.Option(help="Date of publication of all sources that do not say it: 2017, 2017-08 or 2017-08-25."),
]
OutletName = Annotated[str | None, typer.Option("--outlet", help="Outlet of all sources that do not say it.")]
MaxBytes = Annotated[int, typer.Option(help="The most bytes that one source may have.", min=1)]
DEFAULT_MAX_BYTES = MAX_BYTES
Everything = Annotated[
    bool, typer.Option("--everything", help="Read web pages of any matter, not only those that speak of platforms.")
]
Accept = Annotated[
    float,
    typer.Option(
        metavar="P", min=0.0, max=1.0, help="Keep only statements at least this sure (0 to 1); others are counted."
    ),
]


def check_sources(sources: Sequence[Path]) -> None:
    """Stop with a line on usage when a path named on the command line is not there: it is most likely misspelt."""
    for path in sources:
        if not os.path.lexists(path):
            raise typer.BadParameter(f"there is nothing at {clean(quoted(path))}.", param_hint="SOURCE")


def given_by(published: str | None, outlet: str | None) -> Given:
    """What the options say of every source. Stops with a line on usage when the date is none."""
    date = None if published is None else iso_date(published)
    if published is not None and date is None:
        raise typer.BadParameter("not a date like 2017, 2017-08 or 2017-08-25.", param_hint="--published")
    return Given(published=date, outlet=outlet)


def limits_of(max_bytes: int) -> Limits:
    """The limits that the options set."""
    return Limits(max_bytes=max_bytes)
