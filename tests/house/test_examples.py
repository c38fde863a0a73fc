"""The example reports are what their page says, and the PDF is what its script writes."""

from __future__ import annotations

import importlib.util
import json
import re
from types import ModuleType

from tests.house.tree import ROOT

REPORTS = ROOT / "examples" / "reports"


def script() -> ModuleType:
    """``examples/make_pdf.py`` as a module."""
    spec = importlib.util.spec_from_file_location("make_pdf", ROOT / "examples" / "make_pdf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pdf_is_what_its_script_writes() -> None:
    """The script writes the same bytes each time, and they are the ones in the folder."""
    first, second = script().document(), script().document()
    assert first == second == (REPORTS / "cable-street-2021-stakes.pdf").read_bytes()


def test_the_page_lists_every_report() -> None:
    """``examples/README.md`` names every file of the folder and no other."""
    told = re.findall(r"`([\w-]+\.(?:html|txt|md|pdf|jsonl))`", (ROOT / "examples/README.md").read_text("utf-8"))
    assert sorted(told) == sorted(path.name for path in REPORTS.iterdir())


def test_addresses_are_invented() -> None:
    """Every address in a report ends in ``.example``, which nobody can own; vocabularies of markup aside."""
    vocabularies = {"schema.org", "www.w3.org"}
    for path in REPORTS.iterdir():
        hosts = set(re.findall(rb"https?://([\w.-]+)", path.read_bytes()))
        assert {h.decode() for h in hosts if not h.endswith(b".example")} <= vocabularies, path.name


def test_the_lines_are_articles() -> None:
    """Each line of the JSON lines is an object with the fields that `synopticon extract` reads."""
    lines = (REPORTS / "harbour-week.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        assert set(json.loads(line)) == {"id", "url", "title", "outlet", "published", "language", "text"}
    assert len(lines) == 4


def test_encodings_are_as_told() -> None:
    """The reprint is Windows-1252 and not UTF-8, the Chinese page GB18030 and not UTF-8."""
    for name, encoding in (("lantern-review-2015-xiaomi.html", "cp1252"), ("dengta-2017-party-bodies.html", "gb18030")):
        data = (REPORTS / name).read_bytes()
        assert data.decode(encoding)
        assert data.decode("utf-8", "replace").count("�") > 0
