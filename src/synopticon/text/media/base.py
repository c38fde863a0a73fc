"""The protocol of a medium: one kind of bytes and how it becomes text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from synopticon.text.details import Details
from synopticon.text.maps import BYTE, Map
from synopticon.text.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the caller asks of a reader.

    ``latest`` is the day of capture in ISO 8601, after which nothing read can have been published; ``media`` is the
    capture's media type.
    """

    media: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A capture's text as its medium gives it, before blanks are put in order.

    ``maps`` lead back to the capture, first step first; ``reader`` names the chain of steps and its version.
    """

    text: str
    maps: tuple[Map, ...]
    encoding: str
    reader: str
    details: Details
    unit: str = BYTE

    def then(self, step: Step) -> tuple[str, tuple[Map, ...]]:
        """The text and the maps after one more step."""
        return step.text, (*self.maps, step.map)


class Medium(Protocol):
    """One kind of bytes. ``types`` are the media types it takes; ``name`` begins its readers' names."""

    @property
    def name(self) -> str:
        """The first part of ``Document.reader``."""
        ...

    @property
    def types(self) -> tuple[str, ...]:
        """The media types it takes."""
        ...

    def extract(self, data: bytes, asked: Asked) -> Extract:
        """The text of ``data``. Raises :class:`~synopticon.text.unreadable.UnreadableError`."""
        ...
