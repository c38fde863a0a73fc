"""What every format of sources must do, asked of each one in the tuple of formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import synopticon.read.formats as formats_package
from synopticon.read import Limits, find
from synopticon.read.formats import FORMATS
from synopticon.read.formats.base import Format
from synopticon.records import Given, Raw, Refusal


def _folder(place: Path) -> Path:
    (place / "in").mkdir()
    (place / "in" / "b.txt").write_text("Weibo set up a party branch.")
    (place / "in" / "a.txt").write_text("Sina Corp has 283 party members.")
    return place / "in"


def _file(place: Path) -> Path:
    (place / "a.txt").write_text("Sina Corp has 283 party members.")
    return place / "a.txt"


def _jsonl(place: Path) -> Path:
    (place / "a.jsonl").write_text('{"text": "Sina Corp has 283 party members."}\n{"text": "Weibo."}\nbroken\n')
    return place / "a.jsonl"


SAMPLES: dict[str, Callable[[Path], Path]] = {"folder": _folder, "file": _file, "jsonl": _jsonl}
each = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


def test_every_format_file_is_in_the_tuple() -> None:
    """A format that is written and not listed would never be asked."""
    folder = Path(str(formats_package.__file__)).parent
    assert {p.stem for p in folder.glob("*.py")} - {"__init__", "base"} == {form.name for form in FORMATS}
    assert set(SAMPLES) == {form.name for form in FORMATS}


@each
def test_the_first_format_that_takes_its_sample_is_itself(tmp_path: Path, form: Format) -> None:
    """No format takes another's sources away."""
    path = SAMPLES[form.name](tmp_path)
    head = b"" if path.is_dir() else path.read_bytes()
    assert next(f.name for f in FORMATS if f.takes(path, head)) == form.name


@each
def test_items_come_in_the_same_order_every_time(tmp_path: Path, form: Format) -> None:
    """The order of items follows from the source alone."""
    path = SAMPLES[form.name](tmp_path)
    once, again = (list(form.items(path, limits=Limits(), given=Given())) for _ in range(2))
    assert once == again
    assert once


@each
def test_given_goes_with_every_raw(tmp_path: Path, form: Format) -> None:
    """What the caller says of a source is on each thing read from it."""
    given = Given(outlet="Xinhua")
    results = list(find([SAMPLES[form.name](tmp_path)], limits=Limits(), given=given))
    assert all(r.given.outlet == "Xinhua" for r in results if isinstance(r, Raw))


@each
def test_nothing_over_the_limit_gets_through(tmp_path: Path, form: Format) -> None:
    """A limit of a few bytes turns every capture into a refusal that says how to raise it."""
    results = list(find([SAMPLES[form.name](tmp_path)], limits=Limits(max_bytes=3), given=Given()))
    assert results
    for result in results:
        assert isinstance(result, Refusal)
        assert result.reason == "too-large"
        assert "--max-bytes" in result.detail


@each
def test_bytes_are_kept_as_they_are(tmp_path: Path, form: Format) -> None:
    """What is handed on stands in the source byte by byte."""
    path = SAMPLES[form.name](tmp_path)
    whole = b"".join(p.read_bytes() for p in sorted(path.iterdir())) if path.is_dir() else path.read_bytes()
    for result in find([path], limits=Limits(), given=Given()):
        if isinstance(result, Raw):
            assert result.data in whole
