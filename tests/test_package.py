"""The package shows few names, in order, and says its own version."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tomllib
from pathlib import Path

import synopticon

ROOT = Path(__file__).resolve().parents[1]


def test_the_surface_is_small_and_sorted() -> None:
    """At most fifteen names, sorted, each of them there, and none beside them."""
    shown = synopticon.__all__
    assert len(shown) <= 15
    assert list(shown) == sorted(shown)
    assert all(hasattr(synopticon, name) for name in shown)
    loose = {n for n in vars(synopticon) if not n.startswith("_")} - {
        n for n in vars(synopticon) if f"synopticon.{n}" in sys.modules
    }  # fmt: skip
    assert loose <= set(shown)


def test_the_version_is_the_projects() -> None:
    """The package, its metadata and pyproject.toml name one version."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert synopticon.__version__ == told
    try:
        assert importlib.metadata.version("synopticon") == told
    except importlib.metadata.PackageNotFoundError:
        assert (ROOT / "src" / "synopticon").samefile(Path(synopticon.__file__).parent)


def test_importing_it_loads_nothing_heavy() -> None:
    """``import synopticon`` loads the nouns and errors only: no parser, no database, no YAML."""
    heavy = ["spacy", "sqlalchemy", "trafilatura", "lxml", "yaml", "typer", "rich", "numpy"]
    code = f"import sys, synopticon; print([m for m in {heavy!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
