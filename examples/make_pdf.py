"""Write ``reports/cable-street-2021-stakes.pdf``: the same bytes each time, with nothing but the standard library.

Run it as ``python examples/make_pdf.py``; a test holds that the file in the folder is what this writes.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

TARGET = Path(__file__).parent / "reports" / "cable-street-2021-stakes.pdf"
TITLE = "The smallest share in the room"
AUTHOR = "Oona Feldmark"
DATE = "D:20210818080000Z"
PARAGRAPHS = (
    "The Cable Street Letter, 18 August 2021",
    TITLE,
    f"By {AUTHOR}",
    "A state company took a 1 percent stake in Beijing ByteDance Technology in April 2021. The buyer, "
    "WangTouZhongWen (Beijing) Technology, is owned by three state bodies; one of them is a fund of the Cyberspace "
    "Administration of China. The share came with one of the three seats on the board. Wu Shugang was appointed a "
    "director.",
    "Beijing ByteDance Technology holds licences for Douyin and Toutiao. It does not own TikTok.",
    "It was not the first such purchase. In April 2020, WangTouTongDa (Beijing) Technology acquired 1 percent of "
    "Beijing Weimeng Technology, the main Chinese company of Weibo, for 10.7 million yuan. It may appoint a director "
    "to a board of three, according to a filing by Weibo.",
    "A spokesperson for ByteDance said the company \"only relates to some of ByteDance's China-market video and "
    "information platforms\".",
    "Such holdings are called special management shares, or golden shares. They are small on purpose: what counts is "
    "the seat.",
)
WIDTH, HEIGHT, MARGIN, LEADING = 595, 842, 72, 16  # A4 in points


def lines() -> list[str]:
    """The paragraphs broken into lines, an empty one after each."""
    broken = [textwrap.wrap(paragraph, 84) for paragraph in PARAGRAPHS]
    return [line for paragraph in broken for line in [*paragraph, ""]]


def escape(text: str) -> str:
    """A PDF literal string's inside."""
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def document() -> bytes:
    """The whole file."""
    shown = "\n".join(f"({escape(line)}) Tj T*" for line in lines())
    content = f"BT /F1 11 Tf {LEADING} TL {MARGIN} {HEIGHT - MARGIN} Td\n{shown}\nET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 5 0 R "
        "/Resources << /Font << /F1 4 0 R >> >> >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        f"<< /Title ({TITLE}) /Author ({AUTHOR}) /CreationDate ({DATE}) >>".encode(),
    ]
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


if __name__ == "__main__":
    TARGET.write_bytes(document())
