"""What an export is, and what it reads from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from synopticon.records import Document, Statement

Pairs = Iterable[tuple[Statement, Document]]


class Register(Protocol):
    """The part of a ledger's ``View`` that publishing reads. Both iterators run in an order of their own content."""

    def documents(self) -> Iterator[Document]:
        """Every document."""

    def document(self, id: str) -> Document:
        """One document by its id."""

    def statements(self) -> Iterator[Statement]:
        """Every statement, by document and place."""

    def counts(self) -> Mapping[str, int]:
        """How many records of each kind there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One format. ``chunks`` turns statements with their documents into the file's bytes, piece by piece.

    It reads no clock and no environment, so the same statements always give the same bytes.
    """

    name: str
    suffix: str
    media: str
    says: str
    chunks: Callable[[Pairs], Iterator[bytes]]
