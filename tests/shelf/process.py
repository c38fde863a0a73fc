"""Running synopticon in a process of its own, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import synopticon

EPOCH = "1500000000"  # 2017-07-14T02:40:00Z: every build of a test is made at that moment
COMMAND = "import sys; from synopticon.cli import main; main()"


def environment(**more: str) -> dict[str, str]:
    """This process's environment with the package under test in the path and the clock stopped."""
    package = str(Path(str(synopticon.__file__)).parents[1])
    path = os.pathsep.join(part for part in (package, os.environ.get("PYTHONPATH")) if part)
    return {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": EPOCH, **more}


def synopticon_run(*arguments: str | Path, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command and wait for it."""
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        cwd=cwd, env=environment(**more), capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def synopticon_started(*arguments: str | Path, script: str = COMMAND) -> subprocess.Popen[bytes]:
    """Start the command and do not wait."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
