"""JSON lines: one capture a line of the line's own bytes, and a broken line loses only itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given as having
from hypothesis import strategies as st

from synopticon.read import Limits, find
from synopticon.read.formats.jsonl import JSONL
from synopticon.records import Given, Raw, Refusal


def found(path: Path, data: bytes, max_bytes: int = 1000) -> list[Raw | Refusal]:
    path.write_bytes(data)
    return list(find([path], limits=Limits(max_bytes=max_bytes), given=Given()))


def brief(results: list[Raw | Refusal]) -> list[tuple[str | None, str]]:
    return [(r.locator, r.data.decode() if isinstance(r, Raw) else r.reason) for r in results]


def test_each_line_is_its_own_bytes_or_its_own_refusal(tmp_path: Path) -> None:
    """Good lines are taken as they stand; every kind of bad line is refused by its number; blank ones are nothing."""
    lines = [
        b'{"text": "one"}', b"", b'{"text": "two"', b"[1]", b'{"title": "x"}', b'{"text": " "}', b'{"text": 3}',
        b'\xff{"text": "x"}', b'{"text":  "l\\u00e4st"}',
    ]  # fmt: skip
    assert brief(found(tmp_path / "a.jsonl", b"\n".join(lines))) == [
        ("line 1", '{"text": "one"}'), ("line 3", "broken-json"), ("line 4", "not-an-article"), ("line 5", "no-text"),
        ("line 6", "empty"), ("line 7", "no-text"), ("line 8", "broken-json"), ("line 9", '{"text":  "l\\u00e4st"}'),
    ]  # fmt: skip


def test_marks_and_line_ends_are_the_files_not_the_lines(tmp_path: Path) -> None:
    """A byte order mark before the first line and carriage returns do not become part of a capture."""
    assert brief(found(tmp_path / "a.ndjson", b'\xef\xbb\xbf{"text":"a"}\r\n{"text":"b"}\r\n')) == [
        ("line 1", '{"text":"a"}'), ("line 2", '{"text":"b"}'),
    ]  # fmt: skip


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    """The limit is on the line, not on the file, and what follows an overlong line is found again."""
    long = b'{"text":"' + b"x" * 5000 + b'"}'
    results = found(tmp_path / "a.jsonl", b'{"text":"a"}\n' + long + b'\n{"text":"b"}\n' + long, max_bytes=100)
    assert brief(results) == [
        ("line 1", '{"text":"a"}'), ("line 2", "too-large"), ("line 3", '{"text":"b"}'), ("line 4", "too-large"),
    ]  # fmt: skip


@pytest.mark.parametrize("over", [0, 1])
def test_the_limit_is_exact(tmp_path: Path, over: int) -> None:
    """A line of exactly the limit is taken, with either line end; one byte more is not."""
    line = b'{"text":"abc"}'
    results = found(tmp_path / "a.jsonl", line + b"\r\n" + line, max_bytes=len(line) - over)
    assert [isinstance(r, Raw) for r in results] == [not over] * 2


def test_a_json_file_may_be_one_article_or_an_array(tmp_path: Path) -> None:
    """Spread over lines, one object is one capture of the whole file, and an array one of each element's bytes."""
    whole = b'{\n "text": "one"\n}\n'
    assert brief(found(tmp_path / "a.json", whole)) == [(None, whole.decode())]
    array = '[\n {"text": "ä"},\n  {"text": "b", "n": [1, 2]}, 3]'.encode()
    assert brief(found(tmp_path / "b.json", array)) == [
        ("item 1", '{"text": "ä"}'), ("item 2", '{"text": "b", "n": [1, 2]}'), ("item 3", "not-an-article"),
    ]  # fmt: skip
    assert brief(found(tmp_path / "c.json", b'{"text": "a"}\n{"text": "b"}')) == [
        ("line 1", '{"text": "a"}'), ("line 2", '{"text": "b"}'),
    ]  # fmt: skip
    assert brief(found(tmp_path / "d.json", b'{\n "text": ')) == [(None, "broken-json")]


def test_the_fields_of_a_line_are_given(tmp_path: Path) -> None:
    """Id, address, title, outlet, date and language of a line go with its capture."""
    article = {"id": "a1", "url": "u", "title": "t", "outlet": "o", "published": "2017-08", "language": "en"}
    (raw,) = found(tmp_path / "a.jsonl", json.dumps(article | {"text": "x"}).encode())
    assert isinstance(raw, Raw)
    assert raw.given == Given(**article)
    assert raw.media == "application/x.article+json"


def test_a_field_that_is_not_taken_is_a_refusal_beside_the_article(tmp_path: Path) -> None:
    """A line with one bad field is read without it, and the refusal names line and field."""
    refusal, raw = found(tmp_path / "a.jsonl", b'{"text": "x", "published": "soon"}')
    assert isinstance(refusal, Refusal) and isinstance(raw, Raw)
    assert (refusal.reason, refusal.locator) == ("field-not-taken", "line 1")
    assert raw.given.published is None


def test_deep_nesting_does_not_stop_a_build(tmp_path: Path) -> None:
    """JSON nested beyond what the parser follows is one broken line."""
    deep = b"[" * 100_000
    assert brief(found(tmp_path / "a.jsonl", deep + b'\n{"text":"a"}', max_bytes=10**6)) == [
        ("line 1", "broken-json"), ("line 2", '{"text":"a"}'),
    ]  # fmt: skip


def test_a_page_called_jsonl_is_read_as_a_page(tmp_path: Path) -> None:
    """The content decides before the name."""
    (raw,) = found(tmp_path / "a.jsonl", b"<!doctype html><p>x")
    assert isinstance(raw, Raw)
    assert raw.media == "text/html"
    assert not JSONL.takes(tmp_path / "a.jsonl", b"<!doctype html><p>x")


@having(st.lists(st.text(min_size=1).filter(lambda t: bool(t.strip())), min_size=1, max_size=5))
def test_every_article_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Whatever the texts, each line written is one capture whose bytes are that line."""
    lines = [json.dumps({"text": text}).encode() for text in texts]
    results = found(tmp_path_factory.mktemp("lines") / "a.jsonl", b"\n".join(lines), max_bytes=10**6)
    assert [r.data for r in results if isinstance(r, Raw)] == lines
