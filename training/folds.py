"""Which part of the passages a passage belongs to, by the hash of its id: the same on every machine."""

from __future__ import annotations

import hashlib

FOLDS = 3


def part_of(passage: str) -> float:
    """A number from 0 to 1 (exclusive) that is spread evenly over passages."""
    return int(hashlib.sha256(f"part {passage}".encode()).hexdigest()[:8], 16) / 16**8


def fold_of(passage: str, folds: int = FOLDS) -> int:
    """The fold that is left out when the passage is to be unseen."""
    return int(hashlib.sha256(f"fold {passage}".encode()).hexdigest()[:8], 16) % folds
