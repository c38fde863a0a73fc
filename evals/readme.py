"""Measure everything and write the accuracy tables into the README: ``python -m evals.readme`` (``make evals``).

Annotated passages are read once; the table over all types is printed, and its rows over all types go into the README
with open and frozen passages side by side. Below them stands one line for each public set.
Exit status: 0 written or unchanged, 2 when the annotated passages are not here; the README is then left as it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from evals import public
from evals.measure import ALL, Cell, Predict, cells, read
from evals.passages import SETS
from evals.predict import predict
from evals.run import SHARED, chosen, report
from evals.scoring import Tally

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"(<!-- accuracy: begin.*?-->\n).*?(<!-- accuracy: end -->)", re.DOTALL)
NAMES = {
    "seeds": "two reports that the rules were first written with",
    "devset": "passages of many kinds",
    "trainset": "passages dense in statements",
    "newsset": "whole news reports",
}
LANGUAGES = {"en": "English", "zh": "Chinese"}
HEAD = (
    "| read | | statements | core P / R / F1 | full F1 | never looked at | core P / R / F1 | full F1 |",
    "|---|---|---:|:---:|:---:|---:|:---:|:---:|",
)


def rows(counted: Sequence[Cell]) -> list[str]:
    """One line for each set and language: what was looked at while writing rules, and beside it what never was."""
    tallies = {(cell.set, cell.language, cell.part): cell.tally for cell in counted if cell.type == ALL}
    lines = []
    for name, language in dict.fromkeys((cell.set, cell.language) for cell in counted):
        sides = [_side(tallies.get((name, language, part))) for part in ("open", "frozen")]
        lines.append(f"| {NAMES.get(name, name)} | {LANGUAGES.get(language, language)} | {' | '.join(sides)} |")
    return [*HEAD, *lines]


def fill(text: str, table: Sequence[str]) -> str:
    """The README's text with the block between its two marks replaced. Raises ``ValueError`` without the marks."""
    if not BLOCK.search(text):
        raise ValueError("README.md has lost the marks around its accuracy table")
    return BLOCK.sub(lambda found: found[1] + "".join(f"{line}\n" for line in table) + found[2], text)


def main(predictor: Predict = predict, *, shared: Path = SHARED, readme: Path = README) -> int:
    """Measure all sets, print the whole table and write the short one."""
    try:
        passages = chosen(shared, SETS)
    except FileNotFoundError as error:
        print(f"{error}: the README keeps the table it has", file=sys.stderr)
        return 2
    reads = read(passages, predictor)
    print(report(reads), end="\n\n")
    others = public.table(public.lines(shared))
    print("\n".join(others))
    readme.write_text(fill(readme.read_text("utf-8"), [*rows(cells(reads)), "", *others]), "utf-8")
    return 0


def _side(tally: Tally | None) -> str:
    """The figures of one side; blank where no passage is on it."""
    if tally is None:
        return " |  | "
    figures = " / ".join(f"{figure:.2f}" for figure in tally.figures(tally.core))
    return f"{tally.gold} | {figures} | {tally.full_f1:.2f}"


if __name__ == "__main__":
    sys.exit(main())
