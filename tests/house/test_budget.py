"""The budget of the house is kept, and the thing that measures it sees what it should."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house import budget, tree


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tree.Module]]:
    """A package of modules that the test writes itself."""
    found: list[tree.Module] = []
    monkeypatch.setattr(budget.tree, "modules", lambda: tuple(found))
    yield found


def module(source: str, name: str = "synopticon.text.planted") -> tree.Module:
    """A module that stands nowhere on disk."""
    return tree.Module(name=name, room="text", path=tree.PACKAGE / "planted.py", source=source, tree=ast.parse(source))


@pytest.mark.parametrize("line", ["bare", "cycles", "long", "untold", "codeless"])
def test_the_house_keeps_its_budget(line: str) -> None:
    """Everything annotated, no cycles, nothing too long, everything public told, every ignore with its code."""
    assert list(getattr(budget, line)()) == []


def test_mypy_is_strict_and_clean() -> None:
    """``mypy --strict`` finds nothing in the package, and the configuration asks for strict."""
    assert "strict = true" in (tree.ROOT / "pyproject.toml").read_text("utf-8")
    assert budget.mypy() == []


def test_every_exemption_has_a_reason() -> None:
    """An exemption says why in a sentence."""
    assert all(len(reason.split()) >= 5 for reason in budget.EXEMPT.values())


def test_a_long_function_is_found(planted: list[tree.Module]) -> None:
    """Sixty lines pass and sixty-one do not; the docstring is not counted."""
    told = 'def f() -> None:\n    """Told\n\n    at length.\n    """\n' + "    x = 1\n" * 59
    planted.append(module(told))
    assert list(budget.long()) == []
    planted[0] = module(told + "    x = 1\n")
    assert list(budget.long()) == ["synopticon.text.planted.f: 61 lines, at most 60"]


def test_a_long_module_is_found(planted: list[tree.Module]) -> None:
    """Four hundred lines pass and one more does not."""
    planted.append(module("x = 1\n" * 400))
    assert list(budget.long()) == []
    planted[0] = module("x = 1\n" * 401)
    assert list(budget.long()) == ["synopticon.text.planted: 401 lines, at most 400"]


def test_an_exemption_that_nothing_needs_is_found(
    planted: list[tree.Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of exemptions cannot grow old."""
    monkeypatch.setattr(budget, "EXEMPT", {"synopticon.gone.f": "it was long once, and no longer is"})
    assert list(budget.long()) == ["synopticon.gone.f: exempt, but no longer too long"]


def test_missing_annotations_and_docstrings_are_found(planted: list[tree.Module]) -> None:
    """A bare parameter, a bare result, and untold public things are named; private things may be untold."""
    planted.append(module("class A:\n    def f(self, x) -> int: ...\ndef _g(): ...\n"))
    assert [line.split(":")[0] for line in budget.bare()] == [
        "synopticon.text.planted.A.f", "synopticon.text.planted._g",
    ]  # fmt: skip
    assert [line.split(":")[0] for line in budget.untold()] == [
        "synopticon.text.planted", "synopticon.text.planted.A", "synopticon.text.planted.A.f",
    ]  # fmt: skip


def test_an_ignore_without_its_code_is_found(planted: list[tree.Module]) -> None:
    """``type: ignore`` counts in comments only, and must say what it ignores."""
    source = "x = 1  # type: ignore[assignment]\ny = 2  # type: " + "ignore\nz = '# type: " + "ignore'\n"
    planted.append(module(source))
    assert len(list(budget.ignores())) == 2
    assert list(budget.codeless()) == ["synopticon.text.planted:2: type: ignore without its code"]


def test_knots_are_found_however_long() -> None:
    """A cycle of three, and one of a module with itself, are found; a diamond is none."""
    assert budget.knots({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}) == [["a", "b", "c"]]
    assert budget.knots({"a": ["a"]}) == [["a"]]
    assert budget.knots({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []
