"""What scores are worth: a logistic regression from the scores of rules and reader to "this statement is right".

    python -m training.calibrate --models FOLDER --fold N

The models in ``FOLDER`` were trained without fold ``N``; its passages are read with them, every candidate is held
against the annotation, and the coefficients are printed as they stand in ``extract/trained/tuned.py``.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.scoring import agrees_in_core
from synopticon import publish
from synopticon.codebook import load_codebook
from synopticon.extract import assemble
from synopticon.extract.meeting import joined, pairs
from synopticon.extract.trained import TrainedReader, tuned
from synopticon.extract.trained.tuned import features
from synopticon.resolve import Linker
from training.data import passages
from training.folds import fold_of
from training.tune import SHARED, STEPS, Choice, Recording, Scorer, Text, shown

PULL = 1.0  # towards no effect of a type (ridge); other coefficients are pulled a tenth as much
Row = tuple[dict[str, float], bool]


def rows(texts: Sequence[Text], linker: Linker) -> list[Row]:
    """Features of every candidate that law 2 lets through, and whether it is right."""
    found: list[Row] = []
    for one in texts:
        for seen in one.sentences:
            for rule, other in pairs(seen.ruled, seen.proposed):
                candidate = joined(rule, other, seen.types)
                kept, _ = assemble.statements([candidate], one.document)
                if candidate.type not in seen.types or not kept:
                    continue
                linked, _ = linker.link(kept, one.document)
                record = publish.statement_json(linked[0], one.document)
                found.append((
                    features(
                        candidate.type, spoken=seen.types[candidate.type],
                        rule=None if rule is None else rule.weight, subject=None if other is None else other.weight,
                    ),
                    any(agrees_in_core(gold, record) for gold in one.passage.gold),
                ))  # fmt: skip
    return found


def fitted(found: Sequence[Row], rounds: int = 60) -> dict[str, float]:
    """The coefficients, by Newton's method."""
    names = sorted({name for row, _ in found for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row, _ in found])
    y = np.array([float(right) for _, right in found])
    pull: NDArray[np.float64] = np.diag([PULL if name.startswith("type ") else 0.1 * PULL for name in names])
    worth = np.zeros(len(names))
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ worth))
        slope = x.T @ (y - p) - pull @ worth
        worth = worth + np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + pull, slope)
    return dict(zip(names, (round(float(w), 3) for w in worth), strict=True))


def main() -> None:
    """Read the fold, fit, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--fold", type=int, required=True)
    args = parser.parse_args()
    extractor = Recording(load_codebook(), reader=TrainedReader(args.models, checked=False))
    texts = [extractor.record(p) for p in passages(SHARED) if fold_of(p.id) == args.fold]
    found = rows(texts, Linker(load_codebook()))
    print(f"{len(texts)} passages, {len(found)} candidates, {sum(right for _, right in found)} right")
    worth = fitted(found)
    for name, value in worth.items():
        print(f'    "{name.removeprefix("type ")}": {value},')
    told(texts, worth)


def told(texts: Sequence[Text], worth: Mapping[str, float]) -> None:
    """What the rules alone give on these passages, and both together at each bound on confidence."""
    tuned.WORTH = {name: value for name, value in worth.items() if not name.startswith("type ")}
    tuned.OFFSET = {name.removeprefix("type "): value for name, value in worth.items() if name.startswith("type ")}
    scorer = Scorer(texts)
    print(shown("rules", scorer.counts(Choice(reader=False))))
    for step in STEPS:
        choice = Choice(least=step)
        print(shown(f"both {step}", scorer.counts(choice)), "| news:", shown("", scorer.counts(choice, sparse=True)))


if __name__ == "__main__":
    main()
