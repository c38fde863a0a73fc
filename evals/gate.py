"""The quality floor: ``python -m evals.gate`` fails when the product reads worse than it once did.

``floors.json`` holds core and full F1 for each set, language, part and type, with the digest of the passages they
were measured on, and of every annotated statement, by a digest, whether it was found. ``--record`` raises floors to
what is measured now; only with ``--lower`` may one go down, or may floors be taken from other passages than before.
``--changes`` lists gains and losses statement by statement against the last pin; frozen ones are only counted.
Exit status: 0 holds (or no passages here), 1 below a floor or refused to lower one, 2 nothing to hold against.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.changes import Hits, hits
from evals.changes import report as changes_since
from evals.measure import Cell, Predict, cells, read
from evals.passages import SETS, Passage, digest_of
from evals.predict import predict
from evals.run import SHARED, chosen, report

FLOORS = Path(__file__).with_name("floors.json")
DIGITS = 3  # floors are rounded down to so many, so that the figure they were taken from still holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """``digests`` by set; ``lines`` maps ``set/language/part/type`` to the least core and full F1 allowed.

    ``hits`` holds by set how much of each annotated statement was found.
    """

    digests: dict[str, str] = field(default_factory=dict)
    lines: dict[str, tuple[float, float]] = field(default_factory=dict)
    hits: Hits = field(default_factory=dict)


def load(path: Path = FLOORS) -> Floors:
    """The floors as kept; none at all when there is no such file."""
    if not path.exists():
        return Floors()
    kept = json.loads(path.read_text("utf-8"))
    lines = {key: (floor["core"], floor["full"]) for key, floor in kept["floors"].items()}
    return Floors(digests=kept["digests"], lines=lines, hits=kept.get("hits", {}))


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted, so that a change of one figure is a change of one line."""
    lines = {key: {"core": core, "full": full} for key, (core, full) in sorted(floors.lines.items())}
    rows = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in lines.items())
    digests = json.dumps(dict(sorted(floors.digests.items())), indent=1)
    found = ",\n".join(f"  {json.dumps(name)}: {json.dumps(levels)}" for name, levels in sorted(floors.hits.items()))
    path.write_text(f'{{"digests": {digests},\n "floors": {{\n{rows}\n }},\n "hits": {{\n{found}\n }}}}\n', "utf-8")


def measured(passages: Sequence[Passage], counted: Sequence[Cell], found: Hits | None = None) -> Floors:
    """What the product does now, in the shape of floors."""
    sets = dict.fromkeys(p.set for p in passages)
    digests = {name: digest_of([p for p in passages if p.set == name]) for name in sets}
    lines = {_key(c): (_down(c.tally.core_f1), _down(c.tally.full_f1)) for c in counted if c.tally.gold}
    return Floors(digests=digests, lines=lines, hits=found or {})


def breaches(floors: Floors, now: Floors) -> list[str]:
    """Why the gate stays shut: other passages than before, a floor no longer measured, a figure below its floor."""
    found = [
        f"{name}: the passages are not those that the floors were measured on"
        for name, digest in floors.digests.items()
        if now.digests.get(name, digest) != digest
    ]
    for key, floor in floors.lines.items():
        if key.split("/")[0] not in now.digests:
            continue
        if key not in now.lines:
            found.append(f"{key}: has a floor and was not measured")
            continue
        for name, least, is_now in zip(("core", "full"), floor, now.lines[key], strict=True):
            if is_now < least:
                found.append(f"{key}: {name} F1 {is_now:.{DIGITS}f} is below its floor {least:.{DIGITS}f}")
    return found


def raised(floors: Floors, now: Floors, *, lower: bool = False) -> Floors:
    """Floors moved to what is measured now. Raises ``ValueError`` if one would fall, unless ``lower`` is given."""
    falling = breaches(floors, now)
    if falling and not lower:
        raise ValueError("; ".join(falling))
    kept = {key: pair for key, pair in floors.lines.items() if key.split("/")[0] not in now.digests}
    pinned = {name: levels for name, levels in floors.hits.items() if name not in now.digests}
    return Floors(digests=floors.digests | now.digests, lines=kept | now.lines, hits=pinned | dict(now.hits))


def main(argv: Sequence[str] | None = None, *, predictor: Predict = predict) -> int:
    """Measure and hold against the floors, or with ``--record`` move them."""
    args = _arguments(argv)
    floors = load(args.floors)
    names = args.set or [name for name in SETS if args.record or name in floors.digests]
    if not names:
        print("no floors are set: measure them with --record", file=sys.stderr)
        return 2
    try:
        passages = chosen(args.shared, names)
    except FileNotFoundError as error:
        print(f"the quality floor was not checked: {error}")
        return 0
    reads = read(passages, predictor)
    now = measured(passages, cells(reads), hits(reads))
    if args.table:
        args.table.write_text(report(reads) + "\n", "utf-8")
    if args.changes:
        print("\n".join(changes_since(floors.hits, reads)))
    if args.record:
        return _record(floors, now, lower=args.lower, path=args.floors)
    below = breaches(floors, now)
    print("\n".join(below) if below else f"{len(now.lines)} figures hold their floors")
    return 1 if below else 0


def _record(floors: Floors, now: Floors, *, lower: bool, path: Path) -> int:
    try:
        save(raised(floors, now, lower=lower), path)
    except ValueError as error:
        print(f"not recorded, because a floor would fall (say --lower to let it): {error}", file=sys.stderr)
        return 1
    print(f"{len(now.lines)} floors recorded")
    return 0


def _key(cell: Cell) -> str:
    return f"{cell.set}/{cell.language}/{cell.part}/{cell.type}"


def _down(figure: float) -> float:
    scale = 10.0**DIGITS
    return math.floor(figure * scale + 1e-9) / scale


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.gate", description="Hold the product against its floors.")
    parser.add_argument("--set", action="append", choices=SETS, help="only this set (may be repeated)")
    parser.add_argument("--record", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --record: let floors fall")
    parser.add_argument("--changes", action="store_true", help="list gains and losses since the last pin")
    parser.add_argument("--table", type=Path, help="write the table of figures here")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds the sets")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
