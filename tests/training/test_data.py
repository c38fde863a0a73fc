"""What is trained on: open passages only, cut as the product cuts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.passages import frozen_ids
from training.data import SETS, examples, load, passages, write

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="module")
def shared() -> Path:
    """The folder of annotated passages."""
    if not (SHARED / "trainset" / "gold").is_dir():
        pytest.skip("the annotated passages are not here: put them into ../shared")
    return SHARED


def test_nothing_frozen_is_trained_on(shared: Path) -> None:
    """No frozen passage, and none of the development set, is among those to train on."""
    closed = frozen_ids()
    found = passages(shared)
    assert found and not {p.id for p in found} & set().union(*closed.values())
    assert {p.set for p in found} == set(SETS)


def test_statements_find_their_sentences(shared: Path) -> None:
    """Nearly every annotated statement finds its sentence, and nearly every subject its words."""
    some = passages(shared)[::6]
    labels = [label for p in some for one in examples(p) for label in one.labels]
    assert len(labels) >= 0.99 * sum(len(p.gold) for p in some)
    assert sum(label.subject is None for label in labels) <= 0.05 * len(labels)


def test_examples_survive_writing(shared: Path, tmp_path: Path) -> None:
    """Examples read back are those written."""
    made = list(examples(passages(shared)[0]))
    write(made, tmp_path / "some.jsonl")
    assert load(tmp_path / "some.jsonl") == made
