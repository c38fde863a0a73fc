"""The exit codes of every command. They are written down here once; ``--help`` and the pages take them from here."""

from __future__ import annotations

from enum import IntEnum

from synopticon.errors import NotFound, RegisterError, SynopticonError


class Code(IntEnum):
    """What a command's exit code means. A script may rely on these."""

    DONE = 0
    DIFFERS = 1
    USAGE = 2
    REFUSED = 3
    REGISTER = 4
    NOT_FOUND = 5
    FAILED = 6
    FAULT = 70  # EX_SOFTWARE of BSD's sysexits.h
    STOPPED = 130  # 128 + SIGINT, as shells report it


MEANINGS = {
    Code.DONE: "done",
    Code.DIFFERS: "verify found something that is not as it was written",
    Code.USAGE: "the command was called wrongly",
    Code.REFUSED: "done, but something was refused; the refusals say what and why",
    Code.REGISTER: "the register is missing, damaged, or busy with another build",
    Code.NOT_FOUND: "no such entity, statement, document or finding",
    Code.FAILED: "it cannot be done here: a part is missing, the codebook is broken, an output cannot be written",
    Code.FAULT: "a fault of synopticon; please report it",
    Code.STOPPED: "stopped from the keyboard; what was done is kept, and the same command goes on from there",
}

EPILOG = "Exit codes: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in MEANINGS.items()) + "."


def code_for(error: SynopticonError | OSError) -> Code:
    """The exit code that a command ends with when ``error`` stops it."""
    if isinstance(error, RegisterError):
        return Code.REGISTER
    if isinstance(error, NotFound):
        return Code.NOT_FOUND
    return Code.FAILED
