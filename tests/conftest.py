"""What all tests share: one extractor a session, and no test left out in silence.

With ``CI=true`` a test that skips for want of something fails.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reader import Reader

# What may be missing all the same, each with its reason.
LEAVE = (
    r"passages",  # annotated passages that are not part of a clone
    r"shared",  # the same, and the scorer beside them, as other tests word it
    r"superuser|as root",  # a file that even its owner may not read cannot be made by the superuser
    # what another operating system lacks
    r"needs SIGKILL|needs a pseudo-terminal|needs links|needs a process|Windows|Linux|macOS",
)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, None, None]:
    """Turn a skip into a failure where everything needed should be there."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        if not re.search("|".join(LEAVE), reason):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} would be skipped: {reason}. With CI set, what it needs must be there."


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Texts to statements by our own codebook: made once, as its parser takes a second to start."""
    from synopticon.codebook import load_codebook
    from synopticon.extract.reading import Extractor
    from tests.reader import Reader

    return Reader(extractor=Extractor(load_codebook()))
