"""Where the command starts: find the one that was asked for, run it, and turn errors into one line and a code."""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import typer

from synopticon.cli.codes import EPILOG, Code, code_for
from synopticon.cli.output import clean, note, say
from synopticon.cli.settings import from_environment
from synopticon.errors import SynopticonError

COMMANDS = {
    "build": "Read sources into a register.",
    "extract": "Print the statements of some sources, without a register.",
    "show": "Show an entity, a statement, a document or a finding of a register.",
    "search": "Search the documents of a register for words.",
    "findings": "List what the statements of a register amount to.",
    "verify": "Check a register against its captures, texts, anchors and chain.",
    "status": "Say what a register holds.",
    "export": "Write a register's statements out for other programs.",
}
"""Every command with the first line of its help; each is the function ``run`` of the module of that name."""

STOPPED = "synopticon: stopped. What was done is kept; run the same command again to go on."
HELP = "A register of who holds power over internet platforms, in which every statement opens to its exact words."


def application(arguments: Sequence[str]) -> typer.Typer:
    """The application, with only the command that ``arguments`` ask for loaded; of the others it knows the names."""
    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    app = typer.Typer(
        name="synopticon", help=HELP, epilog=EPILOG, no_args_is_help=True, add_completion=False,
        rich_markup_mode=None, pretty_exceptions_enable=False,
    )  # fmt: skip
    app.callback()(_options)
    for name, short in COMMANDS.items():
        app.command(name, short_help=short, epilog=EPILOG)(_command(name) if name == asked else _unloaded)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; no error leaves a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _write_utf8()
    try:
        application(given)(given, prog_name="synopticon")
    except (SynopticonError, OSError) as error:
        sys.exit(_complain(error))
    except KeyboardInterrupt:
        note(STOPPED)
        sys.exit(Code.STOPPED)
    except Exception as error:
        sys.exit(_confess(error))


def _command(name: str) -> Callable[..., Any]:
    run: Callable[..., Any] = importlib.import_module(f"synopticon.cli.{name}").run

    @functools.wraps(run)
    def stoppable(*arguments: Any, **options: Any) -> Any:
        try:
            return run(*arguments, **options)
        except KeyboardInterrupt:  # typer would end in silence
            note(STOPPED)
            raise typer.Exit(Code.STOPPED) from None

    return stoppable


def _unloaded() -> None:
    """Stand in for a command that was not asked for."""


def _print_version(asked: bool) -> None:
    if asked:
        say(_version())
        raise typer.Exit(Code.DONE)


def _options(
    version: bool = typer.Option(
        False, "--version", help="Print the version and leave.", is_eager=True, callback=_print_version
    ),
) -> None:
    """Take the options that stand before any command."""


def _version() -> str:
    try:
        return importlib.metadata.version("synopticon")
    except importlib.metadata.PackageNotFoundError:  # run from its sources
        return "not installed"


def _complain(error: SynopticonError | OSError) -> int:
    if isinstance(error, BrokenPipeError):  # the reader of a pipe, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Code.DONE
    if isinstance(error, SynopticonError):
        note(f"synopticon: {clean(str(error))}")
    else:
        place = f" ({clean(str(error.filename))})" if error.filename else ""
        note(f"synopticon: {clean(error.strerror or str(error))}{place}. Check the path, its permissions and its disk.")
    return code_for(error)


def _confess(error: Exception) -> int:
    if from_environment().traceback:
        traceback.print_exception(error)
    step = "Please report it, with what SYNOPTICON_TRACEBACK=1 prints."
    note(f"synopticon: a fault of synopticon itself ({type(error).__name__}: {clean(str(error))}). {step}")
    return Code.FAULT


def _write_utf8() -> None:
    """Answers are UTF-8 whatever the locale says, and a character that cannot be written is escaped, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
