"""Letting exports out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from synopticon.errors import ExportError
from synopticon.ledger import View
from synopticon.publish import write
from synopticon.records import sha256


def test_a_file_and_a_stream_get_the_same(view: View, tmp_path: Path) -> None:
    """The same bytes go to a file and to a stream, and the report tells their count, size and digest."""
    stream = io.BytesIO()
    published = write(view, format="jsonl", out=stream)
    assert write(view, format="jsonl", out=tmp_path / "out.jsonl") == published
    data = (tmp_path / "out.jsonl").read_bytes()
    assert data == stream.getvalue()
    assert (published.statements, published.size, published.sha256) == (3, len(data), sha256(data))


def test_a_file_is_replaced_whole(view: View, tmp_path: Path) -> None:
    """A second export takes the place of the first and leaves nothing beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "x").write_bytes(b"old" * 1000)
    write(view, format="csv", out=folder / "x")
    assert (folder / "x").read_bytes().startswith(b"id,type")
    assert [path.name for path in folder.iterdir()] == ["x"]


def test_an_unknown_format_names_those_there_are(view: View) -> None:
    """The error lists what can be chosen."""
    with pytest.raises(ExportError, match="jsonl, csv"):
        write(view, format="docx", out=io.BytesIO())


def test_a_place_that_cannot_be_written_is_named(view: View, tmp_path: Path) -> None:
    """A missing folder, or a folder in the file's place, raises ExportError and nothing from below."""
    for out in (tmp_path / "none" / "x", tmp_path):
        with pytest.raises(ExportError, match="cannot be written"):
            write(view, format="csv", out=out)
