"""``synopticon extract SOURCE... --format jsonl``: print the statements of some sources, without a register."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.codes import Code
from synopticon.cli.lazy import Lazy
from synopticon.cli.output import say, say_json
from synopticon.cli.progress import Watcher
from synopticon.cli.settings import from_environment
from synopticon.cli.sources import (
    DEFAULT_MAX_BYTES,
    Accept,
    Everything,
    MaxBytes,
    OutletName,
    Published,
    Sources,
    check_sources,
    given_by,
    limits_of,
)
from synopticon.cli.statements import statement_line
from synopticon.codebook import load_codebook

if TYPE_CHECKING:
    from synopticon import pipeline, publish
else:
    pipeline = Lazy("synopticon.pipeline")
    publish = Lazy("synopticon.publish")


class Format(StrEnum):
    """How statements are printed."""

    TEXT = "text"
    JSONL = "jsonl"


def run(
    source: Sources,
    form: Annotated[Format, typer.Option("--format", help="One JSON record a line, or lines to read.")] = Format.JSONL,
    published: Published = None,
    outlet: OutletName = None,
    max_bytes: MaxBytes = DEFAULT_MAX_BYTES,
    everything: Everything = False,
    accept: Accept = 0.0,
) -> None:
    """Print the statements of some sources, without a register.

    Nothing is kept. Refusals go to standard error.
    """
    check_sources(source)
    outcomes = pipeline.extract(
        source, codebook=load_codebook(), now=from_environment().now,
        limits=limits_of(max_bytes), given=given_by(published, outlet), everything=everything, accept=accept,
    )  # fmt: skip
    refused = False
    with Watcher() as watcher:
        for outcome in outcomes:
            refused |= outcome.refused
            watcher.see(outcome)
            if outcome.document is None:
                continue
            for statement in outcome.statements:
                if form is Format.JSONL:
                    say_json(publish.statement_json(statement, outcome.document))
                else:
                    say(statement_line(statement, outcome.document))
    raise typer.Exit(Code.REFUSED if refused else Code.DONE)
