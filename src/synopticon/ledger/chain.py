"""The chain: each entry holds the digest of the one before, so that no entry can be changed, moved or cut out unseen.

An entry's digest is the SHA-256, in hex, of the UTF-8 bytes of two lines: the canonical JSON of
``[prev, kind, id, at]``, a newline, and the body as stored. The first entry's ``prev`` is 64 zeros. Cutting entries
off the end leaves a shorter chain that holds; the ledger therefore also keeps the last digest apart (its head).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from synopticon.records import canonical

START = "0" * 64  # what stands before the first entry: as long as a SHA-256 in hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as stored. ``seq`` counts from 1; ``at`` is ISO 8601 UTC; ``body`` the record's canonical JSON."""

    seq: int
    kind: str
    id: str
    body: str
    at: str
    prev: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing in the ledger that is not as it must be: in which table, in which row, and what is wrong."""

    table: str
    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.what}"


def link(*, prev: str, kind: str, id: str, at: str, body: str) -> str:
    """The digest of the entry with these columns, 64 hex digits."""
    head = canonical([prev, kind, id, at]).encode("utf-8", "backslashreplace")
    return hashlib.sha256(head + b"\n" + body.encode("utf-8", "backslashreplace")).hexdigest()


def walk(entries: Iterable[Entry], *, head: str | None = None) -> Iterator[Fault]:
    """The first broken entry, if any, and a head that is not the last entry's digest; nothing when all holds.

    After one broken entry nothing that follows can be vouched for, so the walk stops there.
    """
    prev, seq = START, 0
    for entry in entries:
        wrong = _broken(entry, prev, seq)
        if wrong:
            yield Fault(table="entry", row=str(entry.seq), what=wrong)
            return
        prev, seq = entry.digest, entry.seq
    if head is not None and head != prev:
        yield Fault(table="meta", row="head", what=f"the last entry ({seq}) is not the one last written")


def _broken(entry: Entry, prev: str, seq: int) -> str | None:
    if entry.seq != seq + 1:
        return f"{entry.seq - seq - 1} entries before it are gone" if entry.seq > seq else "stands out of order"
    if entry.prev != prev:
        return "does not follow from the entry before it"
    if entry.digest != link(prev=prev, kind=entry.kind, id=entry.id, at=entry.at, body=entry.body):
        return f"the {entry.kind} {entry.id!r} is not what was written: its digest differs"
    return None
