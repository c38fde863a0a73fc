"""Agreement with the date, number, range and percent specs of Recognizers-Text, as far as they are in scope.

    python evals/recognizers.py --specs FOLDER [--language en|zh] [--errors] [--json]

Each expected result is one point, right when a reading overlaps it with the same value; what is out of scope is counted
under its reason and printed. :mod:`evals.specs` says what is expected of a spec and which reasons there are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.specs import number_of, wanted_of
from synopticon.extract.dates import find_dates
from synopticon.extract.quantities import Measure, find_quantities

FOLDERS = {"en": "English", "zh": "Chinese"}


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of one spec file."""
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8-sig"))
    return cases


def dates(cases: list[dict[str, Any]], language: str, *, errors: bool) -> tuple[Counter[str], Counter[str]]:
    """Right, wanted and found dates, and what is out of scope."""
    score: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for case in cases:
        reference = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None
        text = case["Input"]
        results = case["Results"]
        readings = [w for w in find_dates(text, reference=reference, language=language) if w.value]
        for result in results:
            wanted = wanted_of(result, text)
            if wanted.reason:
                outside[wanted.reason] += 1
                continue
            score["wanted"] += 1
            start = result.get("Start", text.lower().find(result["Text"].lower()))
            end = result.get("End", start + len(result["Text"]) - 1) + 1
            told = [value for w in readings if w.start < end and start < w.end for value in (w.value, w.until)]
            if all(group & set(told) for group in wanted.values):
                score["right"] += 1
            elif errors:
                groups = [sorted(group) for group in wanted.values]
                print(f"date  {text!r}: wanted {groups} for {result['Text']!r}, read {told}")
        if not results:
            score["nothing wanted"] += 1
            score["nothing read"] += not readings
    return score, outside


def same(measure: Measure, low: float | None, high: float | None, kind: str) -> bool:
    """Whether a reading has the expected bounds."""

    def near(a: float | None, b: float | None) -> bool:
        return a is b if a is None or b is None else abs(a - b) <= 2e-3 * max(1.0, abs(b))

    bounds = near(measure.low, low) and near(measure.high, high)
    # a spec for numbers knows no modifiers: "about 5" is 5 there, so either bound may carry it
    loose = kind != "range" and (near(measure.low, low) or near(measure.high, high))
    if measure.unit == "percent" and kind != "percent" and max(low or 0.0, high or 0.0) <= 1:
        # a share is a percentage here: "two fifths" is 40 percent
        whole = [None if end is None else 100 * end for end in (low, high)]
        return bounds or same(replace(measure, unit=None), whole[0], whole[1], kind)
    return bounds or loose


def numbers(
    cases: list[dict[str, Any]], language: str, kind: str, *, errors: bool
) -> tuple[Counter[str], Counter[str]]:
    """Right and wanted numbers, ranges or percentages, and what is out of scope."""
    score: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for case in cases:
        text = case["Input"]
        readings = find_quantities(text, language)
        for result in case["Results"]:
            low, high, reason = number_of(result, kind, text)
            if reason:
                outside[reason] += 1
                continue
            score["wanted"] += 1
            start = result.get("Start", text.lower().find(result["Text"].lower()))
            end = result.get("End", start + len(result["Text"]) - 1) + 1
            told = [m for m in readings if m.start < end and start < m.end]
            if any(same(m, low, high, kind) and (kind != "percent" or m.unit in ("percent", "points")) for m in told):
                score["right"] += 1
            elif errors:
                print(f"{kind}  {text!r}: wanted {low, high} for {result['Text']!r}, read "
                      f"{[(m.low, m.high, m.unit) for m in told]}")  # fmt: skip
        if not case["Results"]:
            score["nothing wanted"] += 1
            score["nothing read"] += not readings
    return score, outside


def measure(folder: Path, language: str, *, errors: bool) -> dict[str, Any]:
    """The figures of one language."""
    name = FOLDERS[language]
    report: dict[str, Any] = {}
    path = folder / "DateTime" / name / "DateTimeModel.json"
    if path.is_file():
        report["date"] = _figures(*dates(load(path), language, errors=errors))
    for kind, file in (("number", "NumberModel"), ("range", "NumberRangeModel"), ("percent", "PercentModel")):
        path = folder / "Number" / name / f"{file}.json"
        if path.is_file():
            report[kind] = _figures(*numbers(load(path), language, kind, errors=errors))
    return report


def _figures(score: Counter[str], outside: Counter[str]) -> dict[str, Any]:
    share = round(score["right"] / max(score["wanted"], 1), 4)
    return {"share": share, **score, "out of scope": dict(outside)}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    shared = Path(__file__).parents[2] / "shared" / "data" / "recognizers"
    parser.add_argument("--specs", type=Path, default=shared)
    parser.add_argument("--language", choices=sorted(FOLDERS))
    parser.add_argument("--errors", action="store_true", help="print every miss")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.specs.is_dir():
        print(f"skipped: no specs in {args.specs}", file=sys.stderr)
        return 0
    wanted = [args.language] if args.language else sorted(FOLDERS)
    report = {language: measure(args.specs, language, errors=args.errors) for language in wanted}
    if args.json:
        print(json.dumps(report, ensure_ascii=False))
        return 0
    for language, parts in report.items():
        for kind, figures in parts.items():
            print(language, kind, "  ".join(f"{name} {figure}" for name, figure in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
