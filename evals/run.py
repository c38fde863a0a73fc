"""Score the product on annotated passages: ``python -m evals.run [--set devset] [--errors FILE]``.

Without ``--open``, ``--frozen`` or ``--all`` the table shows open and frozen passages side by side; ``--all`` adds
both together. ``--errors`` lists what went wrong on open passages, and refuses frozen ones.
Exit status: 0 done, 2 a wrong request or no passages.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.measure import Predict, Read, cells, errors, read
from evals.passages import FROZEN, SETS, Passage, frozen_ids, read_set
from evals.predict import predict
from evals.scoring import TYPES
from evals.table import both, table

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main(argv: Sequence[str] | None = None, *, predictor: Predict = predict, frozen: Path = FROZEN) -> int:
    """Run the harness with these arguments; ``predictor`` reads the articles, ``frozen`` lists the frozen ids."""
    args = _arguments(argv)
    if args.errors and args.part in ("frozen", "all"):
        print("errors of frozen passages are never listed: leave out --frozen and --all", file=sys.stderr)
        return 2
    try:
        passages = chosen(args.shared, args.set or SETS, frozen=frozen, language=args.language, part=args.part)
    except FileNotFoundError as error:
        print(f"{error}: give the folder that holds the sets with --shared", file=sys.stderr)
        return 2
    reads = read(passages, predictor)
    figures = report(reads, args.part, args.types)
    print(figures)
    if args.table:
        args.table.write_text(figures + "\n", "utf-8")
    if args.errors:
        lines = errors([one for one in reads if not one.passage.frozen], args.types)
        args.errors.write_text("".join(line + "\n" for line in lines), "utf-8")
    return 0


def chosen(
    shared: Path, sets: Sequence[str], *, frozen: Path = FROZEN, language: str | None = None, part: str = "both"
) -> list[Passage]:
    """The passages of these sets in one language (or all), and of one part (``open``, ``frozen``, or else both)."""
    closed = frozen_ids(frozen)
    found = [passage for name in sets for passage in read_set(shared, name, frozen=closed.get(name, ()))]
    if part in ("open", "frozen"):
        found = [passage for passage in found if passage.frozen == (part == "frozen")]
    return [passage for passage in found if language in (None, passage.language)]


def report(reads: Sequence[Read], part: str = "both", types: Sequence[str] = ()) -> str:
    """The table for one choice of parts, with a line saying how many passages it stands on."""
    counted = cells(reads, types)
    columns = ("open", "frozen") if part in ("both", "all") else (part,)
    shown = [*counted, *both(counted)] if part == "all" else list(counted)
    frozen = sum(one.passage.frozen for one in reads)
    note = f"{len(reads) - frozen} open passages, {frozen} frozen ones."
    return table(shown, (*columns, "all") if part == "all" else columns) + "\n\n" + note


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.run", description="Score the product on annotated passages.")
    parser.add_argument("--set", action="append", choices=SETS, help="only this set (may be repeated)")
    parser.add_argument("--language", choices=("en", "zh"))
    parts = parser.add_mutually_exclusive_group()
    for part in ("open", "frozen", "all"):
        parts.add_argument(f"--{part}", dest="part", action="store_const", const=part, help=f"{part} passages")
    parser.add_argument("--errors", type=Path, help="write what went wrong on open passages here, as JSON lines")
    parser.add_argument("--table", type=Path, help="write the table here as well")
    parser.add_argument("--types", nargs="+", choices=TYPES, default=(), help="only these statement types")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds the sets")
    parser.set_defaults(part="both")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
