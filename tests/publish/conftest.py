"""Fixtures of the publishing tests: a real register and a view over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from synopticon.ledger import View
from synopticon.ledger.writer import Writer
from tests.samples import NOW, report


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    """A view over a register of two documents with three statements."""
    with Writer(tmp_path / "register", now=NOW) as writer:
        for records in report():
            writer.append(records)
    with View(tmp_path / "register") as found:
        yield found
