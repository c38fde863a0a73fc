"""How far confidence can be believed: ``python -m evals.calibration [--set devset] [--language en] [--frozen]``.

Statements are put into ten classes by their confidence. In each, the mean confidence stands beside the share that was
right (core agreement); the expected calibration error is the mean distance of the two, weighed by size. The last lines
say how many statements are kept, and how often they are right, when only those at or over a confidence are accepted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.measure import Predict, read
from evals.passages import SETS
from evals.predict import predict
from evals.run import SHARED, chosen

CLASSES = 10
BOUNDS = (0.5, 0.8, 0.9, 0.95)

Judged = tuple[float, bool]
"""A confidence, and whether the statement was right."""


def error(judged: Sequence[Judged], classes: int = CLASSES) -> float:
    """The expected calibration error, 0 to 1; 0 where there are no statements."""
    return sum(abs(mean - right) * size for mean, right, size in grouped(judged, classes)) / max(1, len(judged))


def grouped(judged: Iterable[Judged], classes: int = CLASSES) -> list[tuple[float, float, int]]:
    """Mean confidence, share right and size of each class that holds any statement."""
    groups: dict[int, list[Judged]] = {}
    for one in judged:
        groups.setdefault(min(classes - 1, int(one[0] * classes)), []).append(one)
    return [
        (sum(c for c, _ in group) / len(group), sum(right for _, right in group) / len(group), len(group))
        for _, group in sorted(groups.items())
    ]


def report(judged: Sequence[Judged]) -> str:
    """The table, the error, and what a bound keeps."""
    lines = ["| confidence | right | statements |", "|-----------:|------:|-----------:|"]
    lines += [f"| {mean:10.3f} | {right:5.3f} | {size:10} |" for mean, right, size in grouped(judged)]
    lines += ["", f"Expected calibration error {error(judged):.3f} over {len(judged)} statements."]
    for bound in BOUNDS:
        kept = [right for confidence, right in judged if confidence >= bound]
        lines.append(f"At {bound} or more: {len(kept)} statements, {sum(kept) / max(1, len(kept)):.3f} right.")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None, *, predictor: Predict = predict) -> int:
    """Read the passages and print the table."""
    parser = argparse.ArgumentParser(prog="python -m evals.calibration", description="Hold confidence to account.")
    parser.add_argument("--set", action="append", choices=SETS)
    parser.add_argument("--language", choices=("en", "zh"))
    parser.add_argument("--frozen", action="store_true", help="frozen passages instead of open ones")
    parser.add_argument("--shared", type=Path, default=SHARED)
    args = parser.parse_args(argv)
    try:
        found = chosen(
            args.shared, args.set or ["devset"], language=args.language, part="frozen" if args.frozen else "open"
        )
    except FileNotFoundError as problem:
        print(f"{problem}: give the folder that holds the sets with --shared", file=sys.stderr)
        return 2
    outcomes = [outcome for one in read(found, predictor) for outcome in one.outcomes if outcome.found is not None]
    print(report([(float((o.found or {})["confidence"]), o.kind in ("full", "part")) for o in outcomes]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
