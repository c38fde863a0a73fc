"""Write the accuracy table into the README: ``python -m evals.readme``. One row for each set and language.

Exit status: 0 written or unchanged, 2 when the annotated passages are not here; the README is then left as it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.measure import ALL, Cell, Predict, cells, read
from evals.passages import SETS
from evals.predict import predict
from evals.run import SHARED, chosen

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"(<!-- accuracy: begin.*?-->\n).*?(<!-- accuracy: end -->)", re.DOTALL)
NAMES = {
    "seeds": "two reports that the rules were first written with",
    "devset": "passages of many kinds",
    "trainset": "passages dense in statements",
    "newsset": "whole news reports",
}
LANGUAGES = {"en": "English", "zh": "Chinese"}


def rows(counted: Sequence[Cell]) -> list[str]:
    """The table's lines: what was looked at while writing rules (open) apart from what never was (frozen)."""
    lines = [
        "| read | | statements | precision, core | recall, core | F1, core | F1, full |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for cell in counted:
        if cell.type != ALL:
            continue
        precision, recall, core = cell.tally.figures(cell.tally.core)
        name = NAMES.get(cell.set, cell.set) + (", never looked at" if cell.part == "frozen" else "")
        figures = " | ".join(f"{figure:.2f}" for figure in (precision, recall, core, cell.tally.full_f1))
        lines.append(f"| {name} | {LANGUAGES.get(cell.language, cell.language)} | {cell.tally.gold} | {figures} |")
    return lines


def fill(text: str, table: Sequence[str]) -> str:
    """The README's text with the block between its two marks replaced. Raises ``ValueError`` without the marks."""
    if not BLOCK.search(text):
        raise ValueError("README.md has lost the marks around its accuracy table")
    return BLOCK.sub(lambda found: found[1] + "".join(f"{line}\n" for line in table) + found[2], text)


def main(predictor: Predict = predict, *, shared: Path = SHARED, readme: Path = README) -> int:
    """Measure all sets and write the table."""
    try:
        passages = chosen(shared, SETS)
    except FileNotFoundError as error:
        print(f"{error}: the README keeps the table it has", file=sys.stderr)
        return 2
    text = readme.read_text("utf-8")
    readme.write_text(fill(text, rows(cells(read(passages, predictor)))), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
