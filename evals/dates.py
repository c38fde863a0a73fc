"""Value F1 of date resolution on GUM's news and interviews (TEI, ``<date>`` with ISO values).

    python evals/dates.py --gum FOLDER [--errors] [--json]

A gold date with ``when`` is found where a date with exactly that value is read at an overlapping place. One with
``from`` and ``to`` counts as the longest ISO date that holds both ends ("last week" of 10 to 16 July is 2017-07). Left
out, and counted as left out: dates without a year (``--10``), open bounds (``notBefore``/``notAfter``), and spans
whose ends share no year (decades, centuries). A reading without a value is neither right nor wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from synopticon.extract.dates import find_dates

NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:!?%)\]’”]|'s$|’s$|n't$|'[a-z]+$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated date: its place in the plain text and its value, ``None`` where it is left out of the measure."""

    start: int
    end: int
    value: str | None


def read_tei(path: Path) -> tuple[str, str, list[Gold]]:
    """The text of one TEI file, its date of creation and its dates."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    pieces: list[str] = []
    golds: list[Gold] = []

    def size() -> int:
        return sum(map(len, pieces))

    def add(words: str | None) -> None:
        for line in (words or "").split("\n"):
            if "\t" in line:
                token = line.split("\t", 1)[0]
                opens = not pieces or pieces[-1].endswith(("\n", "(", "[", "“", "$", "-"))
                glue = opens or NO_SPACE_BEFORE.match(token)
                pieces.append(token if glue or token == "-" else " " + token)

    def walk(node: ElementTree.Element) -> None:
        start = size()
        add(node.text)
        for child in node:
            walk(child)
            add(child.tail)
        if node.tag == "date":
            text = "".join(pieces)
            lead = len(text[start:]) - len(text[start:].lstrip())
            golds.append(Gold(start=start + lead, end=len(text), value=gold_value(node)))
        if node.tag in ("p", "head", "item", "sp", "lg"):
            pieces.append("\n\n")

    walk(root)
    return "".join(pieces), root.attrib.get("dateCreated", ""), golds


def gold_value(node: ElementTree.Element) -> str | None:
    """The ISO value an annotated date stands for, or ``None`` where it is left out of the measure."""
    if "when" in node.attrib:
        value = node.attrib["when"].split("T")[0]
        return value if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value) else None
    first, last = node.attrib.get("from", ""), node.attrib.get("to", "")
    for cut in (10, 7, 4):
        if re.match(r"\d{4}", first) and first[:cut] == last[:cut] and len(first) >= cut:
            return first[:cut]
    return None


def measure(folder: Path, *, errors: bool) -> dict[str, float]:
    """Count right, found and wanted over every file of the folder."""
    right = found = wanted = left_out = 0
    for path in sorted(folder.glob("*.xml")):
        text, created, golds = read_tei(path)
        readings = [when for when in find_dates(text, reference=created or None) if when.value]
        outside = [gold for gold in golds if gold.value is None]
        left_out += len(outside)
        readings = [w for w in readings if not any(w.start < g.end and g.start < w.end for g in outside)]
        used: set[int] = set()
        for gold in (gold for gold in golds if gold.value is not None):
            wanted += 1
            hits = [i for i, w in enumerate(readings) if i not in used and w.start < gold.end and gold.start < w.end]
            agreeing = [i for i in hits if gold.value in (readings[i].value, readings[i].until)]
            if agreeing:
                right += 1
                used.add(agreeing[0])
            elif errors:
                told = [f"{text[readings[i].start : readings[i].end]} = {readings[i].value}" for i in hits]
                print(f"{path.stem}: wanted {gold.value} for {text[gold.start : gold.end]!r}, read {told}")
        found += len(readings)
        if errors:
            for index, when in enumerate(readings):
                if index not in used and not any(when.start < g.end and g.start < when.end for g in golds):
                    around = text[max(0, when.start - 30) : when.end + 20].replace("\n", " ")
                    print(f"{path.stem}: not wanted: {text[when.start : when.end]!r} = {when.value}   ...{around}...")
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "right": right,
            "found": found, "wanted": wanted, "left_out": left_out}  # fmt: skip


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gum", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "gum")
    parser.add_argument("--errors", action="store_true", help="print every miss and every date that was not wanted")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.gum.is_dir():
        print(f"skipped: no GUM files in {args.gum}", file=sys.stderr)
        return 0
    figures = measure(args.gum, errors=args.errors)
    print(json.dumps(figures) if args.json else "  ".join(f"{name} {figure}" for name, figure in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
