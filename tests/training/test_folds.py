"""Folds and parts are the same everywhere and cover all passages."""

from __future__ import annotations

from training.folds import FOLDS, fold_of, part_of

IDS = [f"passage-{n}" for n in range(600)]


def test_parts_grow() -> None:
    """The smaller part of the passages is contained in the larger, and sizes come near to what is asked."""
    for share in (0.25, 0.5, 0.75):
        size = sum(part_of(one) < share for one in IDS) / len(IDS)
        assert abs(size - share) < 0.06


def test_folds_are_alike() -> None:
    """Every fold holds its share of the passages."""
    for fold in range(FOLDS):
        assert abs(sum(fold_of(one) == fold for one in IDS) / len(IDS) - 1 / FOLDS) < 0.06


def test_nothing_is_left_to_chance() -> None:
    """The fold and the part of a passage hang on its id alone."""
    assert (fold_of("a"), part_of("a")) == (fold_of("a"), part_of("a"))
    assert part_of("a") != part_of("b")
