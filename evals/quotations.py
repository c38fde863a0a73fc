"""Measure quotations and their speakers against annotated passages: ``python evals/quotations.py FOLDER [--errors N]``.

FOLDER holds ``text/ID.txt`` and ``gold/ID.json`` (see the codebook). Passages listed as frozen in
``evals/frozen.json`` are left out, so that rules are never written by looking at them. Prints, for each language:
``found`` (gold quotations whose words are credited to anybody), ``right`` (credited to the right speaker) and
``precision`` (of what was credited, the share that is a gold quotation with the right speaker).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from synopticon.extract.attribution import Credited, credit
from synopticon.extract.quotations import find_quotations

HERE = Path(__file__).resolve().parent


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """The lines of ``text`` that hold words: the passages have one paragraph a line."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def passages(folder: Path, language: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The open passages of one folder: annotation and text."""
    frozen = json.loads((HERE / "frozen.json").read_text(encoding="utf-8"))["frozen"].get(folder.name, [])
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["id"] not in frozen and gold["language"] == language:
            yield gold, (folder / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")


def scorer(folder: Path) -> ModuleType:
    """The scoring tool beside the passages, as a module, so that both count the same way."""
    path = folder.parent / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scoring tool at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def statement(text: str, one: Credited) -> dict[str, Any]:
    """``one`` as the record the scoring tool reads."""
    names = [one.speaker.antecedent] if one.speaker.antecedent else []
    words = text[one.quote.start : one.quote.end]
    return {
        "type": "quotation",
        "roles": {"subject": {"text": one.speaker.text, "names": names}, "text": {"text": words}},
        "anchor": {"exact": words},
        "rule": one.rule,
        "confidence": one.confidence,
    }


def measure(folder: Path, language: str, score: ModuleType) -> tuple[dict[str, float], list[str]]:
    """The figures for one folder and language, and a line for each error."""
    gold_count = found = right = credited = 0
    errors: list[str] = []
    for gold, text in passages(folder, language):
        paragraphs = paragraphs_of(text)
        said = [statement(text, one) for one in credit(text, find_quotations(text, paragraphs), paragraphs)]
        golds = [g for g in gold["statements"] if g["type"] == "quotation"]
        pairs = score.match(golds, said)
        gold_count, credited, right = gold_count + len(golds), credited + len(said), right + len(pairs)
        taken = {b for _, b in pairs}
        for k, g in enumerate(golds):
            same = [s for s in said if score.quotation_agrees(g, s)]
            found += bool(same)
            if k not in {a for a, _ in pairs}:
                got = [(s["roles"]["subject"]["text"], s["roles"]["subject"]["names"], s["rule"]) for s in same]
                errors.append(f"MISS  {gold['id']}: {g['subject']} “{g['text_start']}” got {got}")
        errors += [
            f"FALSE {gold['id']}: {s['roles']['subject']} {s['rule']} “{s['roles']['text']['text'][:60]}”"
            for k, s in enumerate(said)
            if k not in taken and not any(score.quotation_agrees(g, s) for g in golds)
        ]
    figures = {
        "gold": gold_count,
        "credited": credited,
        "found": found / max(1, gold_count),
        "right": right / max(1, gold_count),
        "precision": right / max(1, credited),
    }
    return figures, errors


def main() -> int:
    """Print the figures for every folder named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--language", default="en", choices=["en", "zh"])
    parser.add_argument("--errors", action="store_true", help="also print every error of the open passages")
    args = parser.parse_args()
    for folder in args.folders:
        figures, errors = measure(folder.resolve(), args.language, scorer(folder.resolve()))
        shown = "  ".join(
            f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items()
        )
        print(f"{folder.name:10} {args.language}  {shown}")
        if args.errors:
            print("\n".join("  " + line for line in errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
