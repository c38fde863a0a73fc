"""The way in: quick help, one clear line for every error, a code for every ending, and no traceback."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

import synopticon.cli
from synopticon.cli.codes import EPILOG
from synopticon.cli.entry import COMMANDS
from tests.cli.conftest import Run
from tests.shelf.process import COMMAND, environment, synopticon_run

HEAVY = ("spacy", "sqlalchemy", "trafilatura", "yaml", "rich", "numpy")


def test_every_command_is_a_file_and_every_file_says_what_the_help_says() -> None:
    """The short help of a command is the first line of its function's docstring; no command stands elsewhere."""
    for name, short in COMMANDS.items():
        assert (import_module(f"synopticon.cli.{name}").run.__doc__ or "").splitlines()[0] == short
    files = Path(str(synopticon.cli.__file__)).parent.glob("*.py")
    running = {f.stem for f in files if any(_is_run(node) for node in ast.parse(f.read_text("utf-8")).body)}
    assert running == set(COMMANDS)


def _is_run(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == "run"


def test_help_names_every_command_and_every_exit_code(run: Run) -> None:
    """What a user needs to start stands on the first page."""
    answer = run("--help")
    assert answer.code == 0
    assert all(f"  {name} " in answer.out for name in COMMANDS)
    assert " ".join(answer.out.split()).endswith(" ".join(EPILOG.split()))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_help_of_its_own(run: Run, name: str) -> None:
    """Each command explains itself, with the exit codes."""
    answer = run(name, "--help")
    assert answer.code == 0
    assert COMMANDS[name] in " ".join(answer.out.split())
    assert "Exit codes: 0 done" in answer.out


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["show", "--help"]])
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    """Asking for help does not wait for the parsers, the database or the terminal's painter."""
    script = (
        "import sys\nfrom synopticon.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        f"print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment(), capture_output=True, text=True, check=True
    )
    allowed = {"yaml"} if arguments[0] == "build" else set()
    assert set(done.stderr.split()) <= allowed


def test_help_starts_in_three_times_the_import_of_typer() -> None:
    """The best of five runs each, side by side: help against the bare import of the library it is written with."""
    help_, typer = [], []
    for _ in range(5):
        for command, times in (([COMMAND, "--help"], help_), (["import typer"], typer)):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", *command], env=environment(), capture_output=True, check=True)
            times.append(time.perf_counter() - start)
    assert min(help_) <= 3 * min(typer)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["bild"], 2, "bild"),
        (["build", "--register", "r"], 2, "SOURCE"),
        (["build", "not-there", "--register", "r"], 2, "nothing at not-there"),
        (["build", ".", "--register", "r", "--published", "soon"], 2, "2017-08-25"),
        (["build", ".", "--register", "r", "--max-bytes", "0"], 2, "max-bytes"),
        (["status", "not-there"], 4, "no register"),
        (["show", "not-there"], 4, "build"),
        (["verify", "not-there"], 4, "no register"),
        (["export", "not-there", "--format", "xls"], 2, "jsonl"),
    ],
)
def test_what_goes_wrong_is_said_in_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, says: str
) -> None:
    """Each wrong call ends with its code and a line that says what is wrong, and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    answer = run(*arguments)
    assert answer.code == code
    assert says in answer.err
    assert "Traceback" not in answer.err
    assert answer.out == ""
    assert list(tmp_path.iterdir()) == []


def test_an_error_is_one_line_of_what_where_and_what_next(run: Run, tmp_path: Path) -> None:
    """The line for a missing register names the folder and the command that makes one."""
    answer = run("status", tmp_path / "gone")
    assert answer.err.count("\n") == 1
    assert answer.err.startswith("synopticon: ")
    assert str(tmp_path / "gone") in answer.err
    assert "synopticon build" in answer.err


def test_a_database_that_is_none_is_called_damaged(run: Run, tmp_path: Path) -> None:
    """A file of another kind in the register's place is an error of the register, not a fault."""
    (tmp_path / "register.db").write_bytes(b"not a database at all" * 100)
    answer = run("status", tmp_path)
    assert answer.code == 4
    assert "Traceback" not in answer.err


def test_the_version_is_printed(run: Run) -> None:
    """``--version`` prints one word or says that it is not installed."""
    answer = run("--version")
    assert answer.code == 0
    assert answer.out.strip()


def test_a_reader_that_leaves_early_is_no_error(register: Path) -> None:
    """Printing into a pipe that was closed ends quietly."""
    done = subprocess.run(
        f'"{sys.executable}" -c "{COMMAND}" export "{register}" --format jsonl | head -c 1',
        shell=True, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""


def test_answers_are_utf_8_in_any_locale(register: Path) -> None:
    """A terminal that claims to know only ASCII does not stop an answer."""
    done = synopticon_run("show", register, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == ""
