"""A small folder of reports with everything a build meets: pages, texts, lines, copies, one id twice, and bad ones."""

from __future__ import annotations

import json
from pathlib import Path

SINA = (
    "BEIJING, Aug. 25, 2017 - Sina Corp has 283 Communist Party members, the company said on Friday.\n\n"
    '"We will follow the rules on comments," said Li Bin, the chief editor of Sina.\n'
)
PAGE = """<!doctype html><html><head><title>Weibo sets up a party branch</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2017-09-01">
</head><body><article><h1>Weibo sets up a party branch</h1>
<p>Weibo set up a Communist Party <b>branch</b> on Friday, its owner Sina Corp said in a long statement.</p>
<p>The Cyberspace Administration of China fined Baidu 500,000 yuan last month over posts that it did not remove.</p>
</article></body></html>"""
LINES = (
    {"id": "line-1", "title": "Tencent", "outlet": "Harbour Post", "published": "2017-10", "language": "en",
     "text": "Tencent has more than 7,000 Communist Party members, it said. WeChat had 980 million monthly users."},
    {"id": "line-1", "text": "Another article under the same id says that Tencent has 8,000 Communist Party members."},
    {"text": "The regulator shut down 300 accounts on Weibo in June 2017."},
)  # fmt: skip


def write_reports(folder: Path) -> Path:
    """Write the reports into ``folder``, which is made, and return it."""
    folder.mkdir(parents=True)
    (folder / "a-sina.txt").write_text(SINA, encoding="utf-8")
    (folder / "b-weibo.html").write_text(PAGE, encoding="utf-8")
    (folder / "c-copy.txt").write_text(SINA, encoding="utf-8")
    lines = [json.dumps(line) for line in LINES]
    lines.insert(1, '{"text": "broken')
    (folder / "d-lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "e-empty.txt").write_bytes(b"")
    (folder / "f-old.txt").write_bytes("“Baidu has 5 party branches”, Li Bin said in 2016.".encode("cp1252"))
    (folder / "g-zeros.bin").write_bytes(bytes(100))
    return folder


REFUSED = {"duplicate": 1, "broken-json": 1, "id-taken": 1, "empty": 1, "binary": 1}
DOCUMENTS = 5
