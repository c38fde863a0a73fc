"""One table of figures: open passages on the left, frozen ones on the right, a row for each type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evals.measure import ALL, Cell
from evals.scoring import Tally

PARTS = ("open", "frozen")
HEAD = ("gold", "found", "core P", "core R", "core F1", "full F1")


def table(cells: Sequence[Cell], parts: Sequence[str] = PARTS) -> str:
    """The figures as a Markdown table that also reads well as it is. A part without passages stays blank."""
    tallies = {(c.set, c.language, c.type, c.part): c.tally for c in cells}
    keys = list(dict.fromkeys((c.set, c.language, c.type) for c in sorted(cells, key=_order)))
    head = ["set", "", "type", *(f"{part} {name}" for part in parts for name in HEAD)]
    rows = [[*key, *(text for part in parts for text in _figures(tallies.get((*key, part))))] for key in keys]
    return _markdown(head, rows)


def both(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The same cells with open and frozen put together as one part, ``all``."""
    sums: dict[tuple[str, str, str], Tally] = {}
    for cell in cells:
        key = (cell.set, cell.language, cell.type)
        sums[key] = sums.get(key, Tally()) + cell.tally
    return tuple(Cell(set=s, language=lang, part="all", type=t, tally=n) for (s, lang, t), n in sums.items())


def _order(cell: Cell) -> tuple[str, str, bool, str]:
    return cell.set, cell.language, cell.type == ALL, cell.type


def _figures(tally: Tally | None) -> list[str]:
    if tally is None:
        return [""] * len(HEAD)
    precision, recall, f1 = tally.figures(tally.core)
    return [str(tally.gold), str(tally.found), *(f"{x:.3f}" for x in (precision, recall, f1, tally.full_f1))]


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    left = 3  # set, language and type are words; the rest are figures

    def row(line: Sequence[str]) -> str:
        filled = (t.ljust(w) if i < left else t.rjust(w) for i, (t, w) in enumerate(zip(line, widths, strict=True)))
        return "| " + " | ".join(filled) + " |"

    rule = "|" + "|".join("-" * (w + 2) if i < left else "-" * (w + 1) + ":" for i, w in enumerate(widths)) + "|"
    return "\n".join([row(lines[0]), rule, *(row(line) for line in lines[1:])])
