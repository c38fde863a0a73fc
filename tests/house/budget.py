"""The budget of the house, printed: ``python -m tests.house.budget``. Exits 1 when one of the first four is broken.

Held: ``mypy --strict`` is clean and everything is annotated; no import cycles; modules of at most 400 lines and
functions of at most 60; every public thing has a docstring. Reported: the median function, every ``type: ignore``
and whether it names its code, the lines of tests beside the lines of code.
"""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import grimp

from tests.house import tree

MODULE_LINES = 400
FUNCTION_LINES = 60
MEDIAN_AIM = 9

# What may be longer, by dotted name, with the reason why cutting it would make it harder to read.
EXEMPT: dict[str, str] = {}

IGNORE = re.compile(r"#\s*type:\s*ignore(\[[\w, -]+\])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the budget. ``broken`` names what breaks it; ``held`` says whether that fails the build."""

    name: str
    value: str
    broken: tuple[str, ...] = ()
    held: bool = False


def budget() -> Iterator[Line]:
    """Every line of the budget, the four that are held first."""
    yield Line(name="mypy --strict and annotations", value="clean", broken=(*mypy(), *bare()), held=True)
    yield Line(name="import cycles", value="0", broken=tuple(cycles()), held=True)
    yield Line(name="lengths", value=_lengths(), broken=tuple(long()), held=True)
    yield Line(name="public docstrings", value="100 %", broken=tuple(untold()), held=True)
    sizes = [tree.length(node) for module in tree.modules() for _, node in tree.functions(module)]
    middle = statistics.median(sizes) if sizes else 0
    yield Line(name="median function", value=f"{middle:g} lines (aim {MEDIAN_AIM}), {len(sizes)} functions")
    yield Line(name="type: ignore", value=str(len(list(ignores()))), broken=tuple(codeless()), held=True)
    code, tests = written()
    yield Line(name="tests beside code", value=f"{tests} lines beside {code} ({tests / max(code, 1):.2f})")


def mypy() -> list[str]:
    """What mypy says against the package, as configured in pyproject.toml."""
    run = subprocess.run([sys.executable, "-m", "mypy"], cwd=tree.ROOT, capture_output=True, text=True, check=False)
    return [] if run.returncode == 0 else run.stdout.splitlines() + run.stderr.splitlines()


def bare() -> Iterator[str]:
    """Functions with a parameter or a result that is not annotated."""
    for module in tree.modules():
        for name, node in tree.functions(module):
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            given += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
            missing = [a.arg for a in given if a.annotation is None and a.arg not in ("self", "cls")]
            if missing or node.returns is None:
                yield f"{name}: {', '.join(missing) or 'its result'} not annotated"


def cycles() -> Iterator[str]:
    """Groups of modules that import one another, however far round; a package's ``__init__`` counts as a module."""
    graph = grimp.build_graph("synopticon", cache_dir=None)
    edges = {name: sorted(graph.find_modules_directly_imported_by(name)) for name in sorted(graph.modules)}
    for group in knots(edges):
        yield " <-> ".join(group)


def knots(edges: dict[str, list[str]]) -> list[list[str]]:
    """The strongly connected groups of two or more (or one that points at itself) in a graph, each sorted."""
    reach = {start: _reached(edges, start) for start in edges}
    found: set[tuple[str, ...]] = set()
    for start, seen in reach.items():
        if start in seen:
            found.add(tuple(sorted(other for other in seen if start in reach.get(other, set()))))
    return [list(group) for group in sorted(found)]


def _reached(edges: dict[str, list[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(edges.get(start, []))
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(edges.get(here, []))
    return seen


def long() -> Iterator[str]:
    """Modules and functions over their length and not exempt, and exemptions that nothing needs any more."""
    over: set[str] = set()
    for module in tree.modules():
        if module.lines > MODULE_LINES:
            over.add(module.name)
            if module.name not in EXEMPT:
                yield f"{module.name}: {module.lines} lines, at most {MODULE_LINES}"
        for name, node in tree.functions(module):
            if tree.length(node) > FUNCTION_LINES:
                over.add(name)
                if name not in EXEMPT:
                    yield f"{name}: {tree.length(node)} lines, at most {FUNCTION_LINES}"
    yield from (f"{name}: exempt, but no longer too long" for name in EXEMPT if name not in over)


def _lengths() -> str:
    longest = max(tree.modules(), key=lambda m: m.lines)
    sizes = [(tree.length(node), name) for module in tree.modules() for name, node in tree.functions(module)]
    size, name = max(sizes, default=(0, "none"))
    return f"longest module {longest.lines} ({longest.name}), longest function {size} ({name}), exempt {len(EXEMPT)}"


def untold() -> Iterator[str]:
    """Public modules, classes and functions without a docstring."""
    for module in tree.modules():
        if ast.get_docstring(module.tree) is None:
            yield f"{module.name}: no docstring"
        yield from _untold(module.tree, module.name)


def _untold(node: ast.Module | ast.ClassDef, name: str) -> Iterator[str]:
    for child in node.body:
        if isinstance(child, tree.Function | ast.ClassDef) and not child.name.startswith("_"):
            if ast.get_docstring(child) is None and not _overload(child):
                yield f"{name}.{child.name}: no docstring"
            if isinstance(child, ast.ClassDef):
                yield from _untold(child, f"{name}.{child.name}")


def _overload(node: tree.Function | ast.ClassDef) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "overload" for d in node.decorator_list)


def ignores() -> Iterator[tuple[str, int, str | None]]:
    """Every ``type: ignore`` as module, line and code (with its brackets) or ``None``."""
    for module in tree.modules():
        for line, text in tree.comments(module.source):
            if found := IGNORE.search(text):
                yield module.name, line, found[1]


def codeless() -> Iterator[str]:
    """Those that do not say what they ignore."""
    return (f"{name}:{line}: type: ignore without its code" for name, line, code in ignores() if code is None)


def written() -> tuple[int, int]:
    """Lines that are neither blank nor comments, of the package and of its tests."""
    return _lines("src/synopticon"), _lines("tests")


def _lines(folder: str) -> int:
    texts = (path.read_text("utf-8") for path in (tree.ROOT / folder).rglob("*.py"))
    return sum(1 for text in texts for line in text.splitlines() if line.strip() and not line.strip().startswith("#"))


def main() -> int:
    """Print the budget and say whether it is kept."""
    kept = True
    for line in budget():
        broken = bool(line.broken)
        kept = kept and not (broken and line.held)
        mark = "BROKEN" if broken else "kept" if line.held else "seen"
        print(f"{mark:7} {line.name:30} {line.value if not broken else f'{len(line.broken)} found'}")
        for one in line.broken:
            print(f"          {one}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
