"""Small captures of every medium, made here: pages, articles and PDF files by hand."""

from __future__ import annotations

from collections.abc import Sequence

from synopticon.records import Capture, Given, Refusal, sha256
from synopticon.text import Reading, read

PAGE = """<!doctype html><html><head><meta charset="{encoding}"><title>Ferry sinks | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta name="date" content="2017-09-10"></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/sea">Sea</a></ul></nav><article><h1>Ferry sinks</h1>
<p>The ferry to Harnby sank on Monday evening with nobody on board, the harbour board said in a statement.</p>
<p>The board &mdash; which has seven members &mdash; will meet on Friday to hear what its captain has to say.</p>
<p>It was the third ferry of the line to sink since the spring, and by far the largest of the three.</p>
<p>Passengers were taken home by bus, and the bus company said that it would send them no bill for it.</p></article>
<section class="comments"><p>anon: first!</p></section>
<footer>All rights reserved by someone. Terms. Privacy.</footer></body></html>"""


def capture(data: bytes, media: str, given: Given | None = None) -> Capture:
    """A capture of ``data``, taken at a fixed time."""
    return Capture(
        sha256=sha256(data),
        source="sample",
        locator=None,
        media=media,
        size=len(data),
        captured_at="2026-01-02T03:04:05Z",
        given=given or Given(),
    )


def reading(data: bytes, media: str, *, given: Given | None = None) -> Reading:
    """The reading of ``data``; a refusal fails the test."""
    result = read(data, capture(data, media, given))
    assert isinstance(result, Reading), result
    return result


def refused(data: bytes, media: str) -> str:
    """The reason why ``data`` is refused; a reading fails the test."""
    result = read(data, capture(data, media))
    assert isinstance(result, Refusal), result
    assert result.stage == "text"
    assert result.detail.endswith(".")
    return result.reason


def pdf(pages: Sequence[Sequence[str]], *, info: str = "", encrypt: bool = False) -> bytes:
    """A PDF with one line of Helvetica for each string; ``encrypt`` locks it with a password nobody knows."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R"
    if encrypt:
        key = "<" + "41" * 32 + ">"
        trailer += f" /ID [{key} {key}] /Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -44 >>"
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail += f"trailer\n<< {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + tail.encode("ascii")
