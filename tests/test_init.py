"""The front door: few names, sorted, all there, and the version of the project's own file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import synopticon


def test_the_names_are_few_sorted_and_there() -> None:
    """Fifteen names or fewer, in order, each of them importable."""
    assert list(synopticon.__all__) == sorted(synopticon.__all__, key=lambda name: (name.startswith("_"), name))
    assert len(synopticon.__all__) <= 15
    assert all(hasattr(synopticon, name) for name in synopticon.__all__)


def test_the_version_is_the_projects() -> None:
    """The version stands in two files, and they agree."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert project.get("version", synopticon.__version__) == synopticon.__version__
