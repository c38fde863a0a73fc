"""A capture: the bytes of one source, fetched once, with when, from where and their SHA-256."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the caller or the container (a JSON line, a command-line option) says of a source.

    All but ``extra`` are free text or ``None``; ``published`` is ISO 8601 at the precision given.
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One capture. ``sha256`` is of the bytes as kept; ``source`` says where they came from (path or URL).

    ``locator`` names the place inside a container, such as ``line 12`` of a file of JSON lines; ``size`` is in
    bytes; ``captured_at`` is ISO 8601 UTC; ``media`` is what the bytes were found to be (``text/html`` ...).
    """

    sha256: str
    source: str
    locator: str | None
    media: str
    size: int
    captured_at: str
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes just read, before they are archived: what `read` hands to the pipeline."""

    data: bytes
    source: str
    locator: str | None
    media: str
    given: Given = field(default_factory=Given)
