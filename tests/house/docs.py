"""The pages' fenced commands: read, run, compared with what stands below them, and written anew.

A block fenced as ``console`` holds commands behind ``$ `` and, below each, what it prints. A line ``...`` stands for
any number of lines, and ``...`` within a line for any words in it. ``python -m tests.house.docs`` runs them all and
writes what they print now into the pages.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "docs/**/*.md", "examples/README.md", "changes/README.md", "evals/**/*.md")
FENCE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(synopticon [^`\n]+|make [^`\n]+)`")
EPOCH = "1767225600"  # 2026-01-01T00:00:00Z: any fixed time will do, so that pages do not change by the day
MAKES = {"make demo": "synopticon build examples/reports --register build/demo >/dev/null"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command of a page and the lines that should follow it."""

    page: str
    line: int
    words: str
    output: tuple[str, ...]


def pages() -> list[Path]:
    """Every page of the project, README first."""
    found = [path for pattern in PAGES for path in sorted(ROOT.glob(pattern))]
    return list(dict.fromkeys(found))


def commands(page: Path) -> Iterator[Command]:
    """The commands of a page's console blocks, in order."""
    text = page.read_text("utf-8")
    for block in FENCE.finditer(text):
        lines = block[1].splitlines()
        first = text.count("\n", 0, block.start(1)) + 1
        starts = [n for n, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            yield Command(
                page=str(page.relative_to(ROOT)), line=first + start, words=lines[start][2:],
                output=tuple(lines[start + 1 : end]),
            )  # fmt: skip


def mentions(page: Path) -> Iterator[str]:
    """Every command in a page, fenced or in running text."""
    yield from (command.words for command in commands(page))
    yield from (found[1] for found in INLINE.finditer(page.read_text("utf-8")))


class Place:
    """A folder that stands for the root of a fresh clone, with ``synopticon`` in the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "examples", folder / "examples")
        tools = folder / ".tools"
        tools.mkdir()
        command = tools / "synopticon"
        start = "from synopticon.cli import main; main()"
        command.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -c '{start}' \"$@\"\n", "utf-8")
        command.chmod(0o755)
        self.environment = {
            **os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"),
            "SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1", "COLUMNS": "120",
        }  # fmt: skip

    def run(self, words: str) -> list[str]:
        """What a command prints, both streams in one, as lines without trailing blanks."""
        done = subprocess.run(
            ["/bin/sh", "-c", MAKES.get(words, words)], cwd=self.folder, env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        return [line.rstrip() for line in done.stdout.decode("utf-8", "replace").splitlines()]


def runs(words: str) -> bool:
    """Whether a fenced command is run by the tests: ours are, the rest of the shell is not."""
    return words.startswith("synopticon ") or words in MAKES


def agrees(told: tuple[str, ...], printed: list[str]) -> bool:
    """Whether lines printed are the lines told, where ``...`` may stand for any of them, or for words in one."""
    words = [re.escape(line.rstrip()).replace(r"\.\.\.", ".*") + "\n" for line in told]
    parts = ["(?:.*\n)*" if line == "..." else word for line, word in zip(told, words, strict=True)]
    return re.fullmatch("".join(parts), "".join(f"{line}\n" for line in printed)) is not None


def renew(page: Path) -> bool:
    """Write into a page what its commands print now. Output told with ``...`` is left if it still agrees."""
    text = page.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        fresh = FENCE.sub(lambda block: f"```console\n{_renewed(block[1], place)}```", text)
    if fresh != text:
        page.write_text(fresh, "utf-8")
    return fresh != text


def _renewed(block: str, place: Place) -> str:
    lines = block.splitlines()
    out: list[str] = []
    at = 0
    while at < len(lines):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith("$ ")), len(lines))
        words, told = lines[at][2:], tuple(lines[at + 1 : end])
        out.append(lines[at])
        printed = place.run(words) if lines[at].startswith("$ ") and runs(words) else list(told)
        out += told if agrees(told, printed) or words in MAKES else _cut(printed, told)
        at = end
    return "".join(f"{line}\n" for line in out)


def _cut(printed: list[str], told: tuple[str, ...]) -> list[str]:
    """What is printed now, as long as what was told if that ended in ``...``."""
    kept = len(told) - 1
    return [*printed[:kept], "..."] if told and told[-1] == "..." and len(printed) > kept else printed


if __name__ == "__main__":
    for one in pages():
        if FENCE.search(one.read_text("utf-8")) and renew(one):
            print(f"written anew: {one.relative_to(ROOT)}")
