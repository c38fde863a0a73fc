"""The pages tell the truth: every command exists, every output is what is printed, every link leads somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from synopticon.cli.codes import MEANINGS
from synopticon.cli.entry import COMMANDS, application
from tests.house.docs import Place, agrees, commands, mentions, pages, runs
from tests.house.tree import ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
PAGES = pytest.mark.parametrize("page", pages(), ids=lambda p: str(p.relative_to(ROOT)))


def options(name: str) -> set[str]:
    """Every option that a command of the command line knows."""
    known = {"--help"}
    for parameter in get_command(application([name])).commands[name].params:  # type: ignore[attr-defined]
        known |= {*parameter.opts, *parameter.secondary_opts}
    return known


@PAGES
def test_every_command_in_a_page_exists(page: Path) -> None:
    """Each ``synopticon`` command and option, and each ``make`` target that a page names, is there."""
    targets = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    for words in mentions(page):
        program, *rest = shlex.split(re.split(r"\\?\|", words)[0])
        if program == "make":
            assert {w for w in rest if "=" not in w} <= targets, words
        elif program == "synopticon" and not rest[0].startswith("-"):
            assert rest[0] in COMMANDS, words
            asked = {w.split("=")[0] for w in rest[1:] if re.match(r"--?[a-zA-Z]", w)}
            assert asked <= options(rest[0]), words


@PAGES
def test_the_output_in_a_page_is_what_is_printed(page: Path, tmp_path: Path) -> None:
    """Run from the top of the page in a fresh folder, each fenced command prints what stands below it."""
    found = list(commands(page))
    if not any(runs(command.words) for command in found):
        return
    place = Place(tmp_path)
    for command in found:
        if runs(command.words):
            printed = place.run(command.words)
            told = command.output or ("...",)
            assert agrees(told, printed), f"{command.page}:{command.line}\n" + "\n".join(printed)


@PAGES
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    """A relative link in a page points at a file of the project."""
    for link in LINK.findall(page.read_text("utf-8")):
        if not re.match(r"[a-z]+:|#", link):
            assert (page.parent / link.split("#")[0]).exists(), link


def test_the_readme_names_every_command() -> None:
    """The table of commands in the README is complete."""
    table = re.findall(r"^\| `synopticon (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(COMMANDS)


def test_the_exit_codes_are_those_of_the_code() -> None:
    """``docs/exit-codes.md`` lists each exit code with the meaning that ``--help`` prints, and no other."""
    rows = re.findall(r"^\| (\d+) \| (.+?) \|", (ROOT / "docs/exit-codes.md").read_text("utf-8"), re.MULTILINE)
    assert [(int(code), meaning) for code, meaning in rows] == [(int(c), m) for c, m in MEANINGS.items()]


def test_the_continuous_check_uses_the_words_of_the_readme() -> None:
    """What the README tells a newcomer to run is what the automatic check runs."""
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert re.search(r"^make test$", script, re.MULTILINE)
    assert "make test" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("told", "printed", "same"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a", "b"), ["a", "c"], False),
        (("a", "..."), ["a"], True),
        (("a", "...", "d"), ["a", "b", "c", "d"], True),
        (("a", "...", "d"), ["a", "b"], False),
        (("a.c",), ["abc"], False),
        (("a ... c",), ["a b c"], True),
        (("a ... c",), ["a b", "c"], False),
        ((), ["a"], False),
    ],
)
def test_dots_stand_for_any_lines(told: tuple[str, ...], printed: list[str], same: bool) -> None:
    """Only three dots leave anything open: alone any lines, within a line any words of it."""
    assert agrees(told, printed) is same
