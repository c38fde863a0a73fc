"""The project's own files, as the house tests read them: modules, functions, comments, tracked text."""

from __future__ import annotations

import ast
import io
import subprocess
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "synopticon"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One module: its dotted name, its room (the first name below the package), its source and its tree."""

    name: str
    room: str
    path: Path
    source: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """All lines, blank ones and comments too."""
        return self.source.count("\n")


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, by name."""
    return tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")))


def _module(path: Path) -> Module:
    parts = ("synopticon", *path.relative_to(PACKAGE).with_suffix("").parts)
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    source = path.read_text("utf-8")
    room = parts[1] if len(parts) > 1 else "synopticon"
    return Module(name=".".join(parts), room=room, path=path, source=source, tree=ast.parse(source))


def functions(module: Module) -> Iterator[tuple[str, Function]]:
    """Every function and method with its dotted name, nested ones too."""
    yield from _below(module.tree, module.name)


def _below(node: ast.AST, name: str) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield f"{name}.{child.name}", child
            yield from _below(child, f"{name}.{child.name}")
        elif isinstance(child, ast.ClassDef):
            yield from _below(child, f"{name}.{child.name}")
        else:
            yield from _below(child, name)


def length(node: Function) -> int:
    """Lines of a function from ``def`` to its end, decorators and docstring not counted."""
    body = node.body
    told = ast.get_docstring(node, clean=False)
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    return lines - ((body[0].end_lineno or 0) - body[0].lineno + 1) if told is not None else lines


def comments(source: str) -> Iterator[tuple[int, str]]:
    """Every comment with its line number."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@cache
def tracked() -> tuple[Path, ...]:
    """The files that belong to the project: git's list where there is one, else all outside the build's folders."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    if listed.returncode == 0 and listed.stdout:
        return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())
    aside = {".git", ".venv", "build", "dist", "__pycache__"}
    return tuple(p for p in sorted(ROOT.rglob("*")) if p.is_file() and not aside & set(p.relative_to(ROOT).parts))
