"""What a person sees while work is done: a line that moves on a terminal, and the refusals as they come."""

from __future__ import annotations

import importlib
import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from synopticon.cli.output import clean, counted, note, on_terminal
from synopticon.cli.statements import refusal_line
from synopticon.records import Refusal

if TYPE_CHECKING:
    from synopticon.pipeline import Outcome

SHOWN = 20
"""Refusals printed one by one; more than fit a screen are counted and left to ``status --refusals``."""


class Watcher:
    """Shows the work while it is done. rich is loaded only when standard error is a terminal."""

    def __init__(self) -> None:
        self._documents = self._statements = self._refused = 0
        self._status: Any = None

    def __enter__(self) -> Self:
        if on_terminal(sys.stderr):
            console = importlib.import_module("rich.console").Console(stderr=True)
            self._status = console.status("Working ...")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()
        if self._refused > SHOWN:
            note(f"... and {counted(self._refused - SHOWN, 'more refusal')}.")

    def see(self, outcome: Outcome) -> None:
        """Take note of one source that is done."""
        self._documents += outcome.document is not None
        self._statements += len(outcome.statements)
        if not outcome.known:
            for refusal in outcome.refusals:
                self._refusal(refusal)
        done = f"{counted(self._documents, 'document')}, {counted(self._statements, 'statement')}"
        self.tell(f"{done}  {outcome.source}")

    def tell(self, text: str) -> None:
        """Show ``text`` on the line that moves, if there is one."""
        if self._status is not None:
            plain = importlib.import_module("rich.text").Text  # plain text, so that no name is read as markup
            self._status.update(plain(clean(text)))

    def _refusal(self, refusal: Refusal) -> None:
        if refusal.stage == "extract":
            return
        self._refused += 1
        if self._refused <= SHOWN:
            note(refusal_line(refusal))
