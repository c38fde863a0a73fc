"""What every export promises: the suite runs over each format listed in ``EXPORTS``."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from synopticon.ledger import View
from synopticon.ledger.writer import Writer
from synopticon.publish import EXPORTS, write
from synopticon.publish import formats as folder
from synopticon.publish.protocol import Export
from tests.samples import NOW, report

each = pytest.mark.parametrize("export", EXPORTS, ids=[export.name for export in EXPORTS])


def build(path: Path, *, backwards: bool = False, now: str = NOW) -> Path:
    """A register of the sample report, built in either order."""
    batches = list(report())
    with Writer(path, now=now) as writer:
        for records in batches[::-1] if backwards else batches:
            writer.append(records)
    return path


def exported(register: Path, export: Export) -> bytes:
    """The export of a register."""
    stream = io.BytesIO()
    with View(register) as view:
        write(view, format=export.name, out=stream)
    return stream.getvalue()


def test_every_format_file_is_listed() -> None:
    """A format that exists is in the tuple, under its file's name and in the order of nothing but that."""
    files = {path.stem for path in Path(folder.__file__).parent.glob("*.py")} - {"__init__"}
    assert {export.name for export in EXPORTS} == files
    assert len({export.suffix for export in EXPORTS}) == len(EXPORTS)


@each
def test_an_export_says_what_it_is(export: Export) -> None:
    """Each has a suffix, a media type and a line on what it is for."""
    assert export.suffix.startswith(".")
    assert "/" in export.media
    assert export.says


@each
def test_the_same_statements_give_the_same_bytes(export: Export, tmp_path: Path) -> None:
    """Whatever order and time a register was built in, its export is the same, and again the second time."""
    one = build(tmp_path / "one")
    other = build(tmp_path / "other", backwards=True, now="2031-12-31T23:59:59Z")
    assert exported(one, export) == exported(one, export) == exported(other, export)


@each
def test_every_statement_is_in_it(export: Export, tmp_path: Path) -> None:
    """The id and the exact words of each statement stand in the export, as UTF-8."""
    register = build(tmp_path / "register")
    text = exported(register, export).decode("utf-8")
    with View(register) as view:
        for statement in view.statements():
            assert statement.id in text
            assert statement.anchor.exact in text


@each
def test_an_empty_register_has_an_export(export: Export, tmp_path: Path) -> None:
    """No statements is no error."""
    Writer(tmp_path, now=NOW).close()
    exported(tmp_path, export).decode("utf-8")
