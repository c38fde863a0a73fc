"""Where everything needed should be there, a test that skips for want of something fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT


@pytest.mark.parametrize(
    ("reason", "ci", "status"),
    [
        ("no chromium here", "true", 1),
        ("no chromium here", "", 0),
        ("the annotated passages are not here", "true", 0),
        ("needs SIGKILL", "true", 0),
    ],
)
def test_a_skip_fails_where_nothing_may_be_missing(tmp_path: Path, reason: str, ci: str, status: int) -> None:
    """With CI set only what may be missing skips; without it any test may."""
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "conftest.py")
    body = f"import pytest\ndef test_it():\n    pytest.skip({reason!r})\n"
    (tmp_path / "test_it.py").write_text(body, "utf-8")
    environment = {**os.environ, "CI": ci}
    if not ci:
        del environment["CI"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == status, run.stdout
