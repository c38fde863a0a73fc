"""The walls between rooms hold, and each of them gives way when it should: planted breaches are found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from pkgutil import iter_modules

import grimp
import pytest

from tests.house.tree import PACKAGE, ROOT

LAYERS = (
    "cli", "(web)", "pipeline", "publish",
    "read | archive | text | extract | resolve | corroborate | ledger",
    "codebook", "records", "errors",
)  # fmt: skip


def lint(source: Path, config: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over the package found in ``source``."""
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as c; c()"]
    env = {**os.environ, "PYTHONPATH": str(source), "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(
        [*command, "--no-cache", "--config", str(config)],
        cwd=source, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip


def contracts() -> list[dict[str, object]]:
    """The contracts as pyproject.toml holds them."""
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, object]] = configured["tool"]["importlinter"]["contracts"]
    return found


def test_the_walls_hold() -> None:
    """Every contract is kept by the code as it is."""
    run = lint(ROOT / "src", ROOT / "pyproject.toml")
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_layers_are_the_houses() -> None:
    """The layers stand as the house is drawn, and no module may stand beside them."""
    layers = next(c for c in contracts() if c["type"] == "layers")
    assert tuple(layers["layers"]) == LAYERS  # type: ignore[arg-type]
    assert layers["exhaustive"] is True


def test_no_contract_has_a_hole() -> None:
    """No contract ignores an import."""
    assert [c["id"] for c in contracts() if "ignore_imports" in c or "exhaustive_ignores" in c] == []


def test_a_library_is_kept_from_all_rooms_but_one() -> None:
    """A contract that keeps a library in one room names all the others, so that a new room is not forgotten."""
    there = {f"synopticon.{found.name}" for found in iter_modules([str(PACKAGE)])}
    for contract in contracts():
        if contract["type"] == "forbidden" and contract["id"] != "network":
            left = there - set(contract["source_modules"])  # type: ignore[call-overload]
            assert len(left) == 1, (contract["id"], left)


def test_nobody_inside_imports_the_root() -> None:
    """The package root is for callers; inside, a name is imported from where it is made."""
    graph = grimp.build_graph("synopticon", cache_dir=None)
    assert graph.find_modules_that_directly_import("synopticon") == set()


@pytest.mark.parametrize(
    ("where", "line", "contract"),
    [
        ("utils.py", '"""Anything."""', "Records flow down"),
        ("text/planted.py", "import synopticon.archive", "Records flow down"),
        ("records/planted.py", "import synopticon.codebook", "Records flow down"),
        ("text/planted.py", "from synopticon import Document", "Nobody inside"),
        ("publish/planted.py", "import synopticon.ledger.writer", "Only the pipeline writes"),
        ("cli/planted.py", "import synopticon.resolve.resolver", "Only the pipeline records"),
        ("text/planted.py", "import yaml", "YAML"),
        ("read/planted.py", "import sqlite3", "SQL"),
        ("resolve/planted.py", "import spacy", "Parsing"),
        ("extract/planted.py", "import trafilatura", "HTML, PDF"),
        ("corroborate/planted.py", "import rapidfuzz", "Fuzzy"),
        ("pipeline.py", "import rich", "The terminal"),
        ("read/planted.py", "import socket", "No room opens"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, where: str, line: str, contract: str) -> None:
    """A copy of the package with one forbidden import, or one module too many, breaks the contract meant for it."""
    shutil.copytree(PACKAGE, tmp_path / "synopticon", ignore=shutil.ignore_patterns("__pycache__", "*.yaml"))
    target = tmp_path / "synopticon" / where
    before = target.read_text("utf-8") if target.exists() else ""
    target.write_text(f"{before}\n{line}\n", "utf-8")
    run = lint(tmp_path, ROOT / "pyproject.toml")
    broken = [text for text in run.stdout.splitlines() if text.rstrip().endswith("BROKEN")]
    assert run.returncode != 0
    assert any(text.startswith(contract) for text in broken), run.stdout + run.stderr


def test_a_planted_cycle_is_found(tmp_path: Path) -> None:
    """Two modules of one room that import one another break the contract against cycles."""
    shutil.copytree(PACKAGE, tmp_path / "synopticon", ignore=shutil.ignore_patterns("__pycache__", "*.yaml"))
    for one, other in (("first", "second"), ("second", "first")):
        (tmp_path / "synopticon" / "text" / f"planted_{one}.py").write_text(
            f"import synopticon.text.planted_{other}\n", "utf-8"
        )
    run = lint(tmp_path, ROOT / "pyproject.toml")
    assert any(t.startswith("No import cycles") and t.rstrip().endswith("BROKEN") for t in run.stdout.splitlines())
