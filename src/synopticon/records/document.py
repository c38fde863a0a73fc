"""A document: the readable text of a capture, with language, dates, outlet, and the way back to the bytes."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.records.ids import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document. ``text`` is what anchors point into, by code points.

    ``published`` is ISO 8601 at the precision the page gives (``2017``, ``2017-08``, ``2017-08-25``);
    ``published_by`` says how it was found: ``given``, ``page``, ``dateline`` or ``None``. ``reader`` names the
    chain of text steps and its version; reading the capture with the same chain gives the same text.
    """

    id: str
    capture: str
    source: str
    locator: str | None
    url: str | None
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    published_by: str | None
    language: str
    media: str
    encoding: str
    reader: str
    text: str


def document_id(*, given: str | None, capture: str) -> str:
    """The id given with a JSON line, kept as it is; otherwise a digest of the capture's SHA-256."""
    return given if given else digest(["document", capture])
