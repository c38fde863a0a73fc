"""``synopticon build SOURCE... --register DIR``: read sources into a register."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.codes import Code
from synopticon.cli.lazy import Lazy
from synopticon.cli.output import clean, counted, note, say, say_json
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
from synopticon.codebook import load_codebook

if TYPE_CHECKING:
    from synopticon import pipeline
else:
    pipeline = Lazy("synopticon.pipeline")


def run(
    source: Sources,
    register: Annotated[Path, typer.Option("--register", "-r", help="The register's folder; made if not there.")],
    published: Published = None,
    outlet: OutletName = None,
    max_bytes: MaxBytes = DEFAULT_MAX_BYTES,
    everything: Everything = False,
    accept: Accept = 0.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the run report as JSON.")] = False,
) -> None:
    """Read sources into a register.

    Every source becomes a document with its statements, or a refusal with where and why. Reading the same sources
    again changes nothing; a build that was stopped goes on where it was.
    """
    check_sources(source)
    given = given_by(published, outlet)
    with Watcher() as watcher:
        report = pipeline.build(
            source, register, codebook=load_codebook(), now=from_environment().now,
            limits=limits_of(max_bytes), given=given, everything=everything, accept=accept, watch=watcher.see,
        )  # fmt: skip
    if as_json:
        say_json(asdict(report))
    else:
        _tell(report, register)
    raise typer.Exit(Code.REFUSED if report.refused else Code.DONE)


def _tell(report: pipeline.RunReport, register: Path) -> None:
    known = f", {counted(report.known, 'source')} already known" if report.known else ""
    if report.off_topic:
        known += f", {counted(report.off_topic, 'web page')} of something else set aside"
    say(
        f"{counted(report.documents, 'new document')}, {counted(report.statements, 'new statement')}, "
        f"{counted(report.findings, 'finding')} in all{known}."
    )
    below = report.dropped.get("below-accepted-confidence", 0)
    if below:
        say(f"{counted(below, 'statement')} less sure than asked for left out.")
    if report.refused:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in report.refused.items())
        note(f"Refused: {reasons}. `synopticon status {clean(str(register))} --refusals` lists them.")
