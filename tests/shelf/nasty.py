"""The shelf: builders of files that break readers, each with the reason it is refused for, or ``None`` if taken."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PAGE = (
    b"<!doctype html><html><head><title>A page</title></head>"
    b"<body><p>Sina Corp has 283 party members.</p></body></html>"
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
PDF_BROKEN_OFF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nasty:
    """One nasty thing: its name, how to put it into a folder (returning its path), and why it is refused, if it is."""

    name: str
    make: Callable[[Path], Path]
    reason: str | None


def holding(name: str, data: bytes) -> Callable[[Path], Path]:
    """A maker of the file ``name`` with these bytes."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def sparse(name: str, size: int) -> Callable[[Path], Path]:
    """A maker of a file of ``size`` bytes that takes no room on the disk."""

    def make(folder: Path) -> Path:
        path = folder / name
        with path.open("wb") as stream:
            stream.truncate(size)
        return path

    return make


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.txt")
    return folder / "pipe.txt"


def _link(name: str, target: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).symlink_to(target)
        return folder / name

    return make


def _unreadable(folder: Path) -> Path:
    path = folder / "closed.txt"
    path.write_bytes(b"nobody may read this")
    path.chmod(0)
    return path


def _odd_name(name: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_bytes(b"Sina Corp has 283 party members; this file is called " + name.hex().encode() + b".")
        return path

    return make


EVERYWHERE: tuple[Nasty, ...] = (
    Nasty(name="no bytes", make=holding("none.txt", b""), reason="empty"),
    Nasty(name="white space only", make=holding("blank.txt", b" \r\n\t\n"), reason="empty"),
    Nasty(name="zeros", make=holding("zeros.txt", bytes(4096)), reason="binary"),
    Nasty(name="random-looking bytes", make=holding("noise.txt", bytes(range(256)) * 16), reason="binary"),
    Nasty(name="a picture called .html", make=holding("picture.html", PICTURE), reason="binary"),
    Nasty(name="a gzip file called .txt", make=holding("packed.txt", b"\x1f\x8b\x08" + bytes(64)), reason="binary"),
    Nasty(name="an office document", make=holding("report.docx", b"PK\x03\x04" + bytes(64)), reason="binary"),
    Nasty(name="a PDF broken off", make=holding("cut.pdf", PDF_BROKEN_OFF), reason="truncated"),
    Nasty(name="a PDF broken off, called .html", make=holding("cut.html", PDF_BROKEN_OFF), reason="truncated"),
    Nasty(name="a style sheet", make=holding("page.css", b"p { color: red }"), reason="unsupported"),
    Nasty(name="a feed", make=holding("feed.xml", b"<?xml version='1.0'?><rss></rss>"), reason="unsupported"),
    Nasty(name="200 MB of text", make=sparse("huge.txt", 200_000_000), reason="too-large"),
    Nasty(name="a page called .pdf", make=holding("page.pdf", PAGE), reason=None),
    Nasty(name="a page without end", make=holding("open.html", PAGE[:90]), reason=None),
    Nasty(name="plain words called .pdf", make=holding("words.pdf", b"Sina Corp has 283 party members."), reason=None),
    Nasty(
        name="100,000 tags",
        make=holding("tags.html", b"<html><body>" + b"<div>" * 100_000 + b"Sina Corp has 283 party members."),
        reason=None,
    ),
    Nasty(
        name="UTF-16 without a mark",
        make=holding("wide.txt", "Sina Corp has 283 party members.".encode("utf-16-le")),
        reason=None,
    ),
    Nasty(
        name="bytes that no encoding has",
        make=holding("mixed.txt", b"Sina Corp \xff\xfe\x81 has 283 party members \xe4\xb8."),
        reason=None,
    ),
)
"""What can be made on every system."""

ON_POSIX: tuple[Nasty, ...] = () if sys.platform == "win32" else (
    Nasty(name="a pipe", make=_fifo, reason="special-file"),
    Nasty(name="a link to nowhere", make=_link("nowhere.txt", "not-there"), reason="broken-link"),
    Nasty(name="a link to itself", make=_link("self.txt", "self.txt"), reason="link-loop"),
    Nasty(name="a name with a line feed", make=_odd_name(b"two\nlines.txt"), reason=None),
    Nasty(name="a name that is not UTF-8", make=_odd_name(b"caf\xe9.txt"), reason=None),
    Nasty(name="a name that rewrites the terminal", make=_odd_name(b"\x1b[2J\x1b[H.txt"), reason=None),
    *(() if os.geteuid() == 0 else (Nasty(name="a closed file", make=_unreadable, reason="unreadable"),)),
)  # fmt: skip
"""What needs links, pipes or odd names; a closed file only closes out those who are not root."""

SHELF = EVERYWHERE + ON_POSIX
