"""``synopticon search DIR WORDS``: find sentences of a register's documents."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synopticon.cli.lazy import Lazy
from synopticon.cli.output import clean, dim, highlighted, note, say, say_json

if TYPE_CHECKING:
    from synopticon import ledger
    from synopticon.ledger import Hit
else:
    ledger = Lazy("synopticon.ledger")


def run(
    register: Annotated[Path, typer.Argument(metavar="DIR", help="The register's folder.", show_default=False)],
    words: Annotated[list[str], typer.Argument(help="Words that stand in one sentence.", show_default=False)],
    limit: Annotated[int, typer.Option(help="The most sentences to print.", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record a line.")] = False,
) -> None:
    """Search the documents of a register for words.

    All words must stand in one sentence or title; quote several to find them next to each other. Chinese needs no
    spaces.
    """
    with ledger.View(register) as view:
        hits = view.search(_query(words), limit=limit)
    for hit in hits:
        if as_json:
            say_json(asdict(hit))
        else:
            _tell(hit)
    if not hits:
        note("Nothing found.")


def _query(words: list[str]) -> str:
    """One argument is the query itself; of several, those with spaces in them were quoted in the shell."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _tell(hit: Hit) -> None:
    about = ", ".join(part for part in (hit.title, hit.outlet, hit.published) if part)
    say(f"{_marked(hit)}")
    say(f"  {dim(clean(about or hit.document))}  {dim(clean(hit.document))}")


def _marked(hit: Hit) -> str:
    parts, at = [], 0
    for start, end in hit.spans:
        parts += [clean(hit.sentence[at:start]), highlighted(hit.sentence[start:end])]
        at = end
    return "".join([*parts, clean(hit.sentence[at:])]).strip()
