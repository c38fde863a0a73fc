"""Fixtures of the ledger's tests: a register in a temporary folder, and records in a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.ledger.writer import Writer
from tests.samples import NOW, report


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register of two documents with three statements, an entity and a refusal."""
    folder = tmp_path / "register"
    with Writer(folder, now=NOW) as writer:
        for records in report():
            writer.append(records)
    return folder
