"""Finding sources: every nasty thing is a refusal with where and why, in a fixed order, and the rest goes on."""

from __future__ import annotations

import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given as having
from hypothesis import settings
from hypothesis import strategies as st

from synopticon.read import Limits, find
from synopticon.records import Given, Raw, Refusal
from tests.shelf.nasty import SHELF, Nasty

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


def found(*paths: Path, limits: Limits | None = None, given: Given | None = None) -> list[Raw | Refusal]:
    return list(find(paths, limits=limits or Limits(), given=given or Given()))


def reasons(*paths: Path) -> list[tuple[str, str]]:
    return [(Path(f.source).name, f.reason if isinstance(f, Refusal) else "taken") for f in found(*paths)]


@pytest.mark.parametrize("nasty", SHELF, ids=lambda nasty: nasty.name)
def test_each_thing_on_the_shelf_is_taken_or_refused_for_its_reason(tmp_path: Path, nasty: Nasty) -> None:
    """Named as a source, each nasty thing gives exactly one result, and a refusal says where and why."""
    path = nasty.make(tmp_path)
    (result,) = found(path)
    if nasty.reason is None:
        assert isinstance(result, Raw)
    else:
        assert isinstance(result, Refusal)
        assert (result.stage, result.reason) == ("read", nasty.reason)
        assert path.name in result.source
        assert result.detail.endswith(".")


def test_a_folder_with_the_whole_shelf_loses_nothing(tmp_path: Path) -> None:
    """Each nasty thing in one folder gives the same one result as alone, and a good report between them is read."""
    for nasty in SHELF:
        nasty.make(tmp_path)
    (tmp_path / "good.txt").write_text("Sina Corp has 283 party members.")
    results = found(tmp_path)
    assert len(results) == len(SHELF) + 1
    wanted = sorted(nasty.reason for nasty in SHELF if nasty.reason)
    assert sorted(r.reason for r in results if isinstance(r, Refusal)) == wanted


def test_sources_come_in_the_order_of_their_names_bytes(tmp_path: Path) -> None:
    """Folders are walked by the bytes of names, so that the order is the same on every machine."""
    for name in ("b.txt", "a/z.txt", "a/B.txt", "Z.txt", "é.txt", "a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [r.data.decode() for r in found(tmp_path) if isinstance(r, Raw)] == [
        "Z.txt", "a/B.txt", "a/z.txt", "a.txt", "b.txt", "é.txt",
    ]  # fmt: skip


@POSIX
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """A link to a folder above is refused once, and what is in the folder is read once."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words")
    (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert reasons(tmp_path) == [("a.txt", "taken"), ("up", "link-loop")]


@POSIX
def test_a_folder_linked_twice_is_walked_once(tmp_path: Path) -> None:
    """A second way to the same folder is a refusal that names the first."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text("words")
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    assert reasons(tmp_path) == [("a.txt", "taken"), ("b", "folder-again")]


def test_hidden_files_are_refused_in_a_folder_and_read_when_named(tmp_path: Path) -> None:
    """What a folder hides is counted, not passed over, and can be asked for by name."""
    hidden = tmp_path / ".notes.txt"
    hidden.write_text("words")
    assert reasons(tmp_path) == [(".notes.txt", "hidden")]
    assert reasons(hidden) == [(".notes.txt", "taken")]


def test_a_missing_path_is_a_refusal(tmp_path: Path) -> None:
    """A source that is not there is refused and the next one is read."""
    (tmp_path / "a.txt").write_text("words")
    assert reasons(tmp_path / "gone", tmp_path / "a.txt") == [("gone", "missing"), ("a.txt", "taken")]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_what_the_system_will_not_read_is_refused() -> None:
    """An error of the system becomes a refusal that carries what the system says."""
    (result,) = found(Path("/proc/self/mem"))
    assert isinstance(result, Refusal)
    assert result.reason == "unreadable"


@POSIX
def test_names_are_one_safe_line(tmp_path: Path) -> None:
    """Line feeds and undecodable bytes of a name are escaped in the source."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\n\xff\\.txt"))
    path.write_text("words")
    (result,) = found(path)
    assert result.source.endswith("/a\\n\\xff\\\\.txt")


def test_what_is_given_goes_with_every_source(tmp_path: Path) -> None:
    """The options of the command line are handed on with each capture."""
    (tmp_path / "a.txt").write_text("words")
    (result,) = found(tmp_path, given=Given(outlet="The Paper", published="2017-08"))
    assert isinstance(result, Raw)
    assert (result.given.outlet, result.given.published) == ("The Paper", "2017-08")


def test_a_file_over_the_limit_is_refused_with_the_way_out(tmp_path: Path) -> None:
    """The detail of a refusal for size names the option and the number to raise it to."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    (result,) = found(path, limits=Limits(max_bytes=10))
    assert isinstance(result, Refusal)
    assert "--max-bytes 11" in result.detail
    (result,) = found(path, limits=Limits(max_bytes=11))
    assert isinstance(result, Raw)


@settings(max_examples=50, deadline=None)
@having(data=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".html", ".pdf", ".jsonl", ".json", ".md", ""]))
def test_no_bytes_make_finding_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    """Whatever stands in a file, it is taken or refused, twice the same; only lines that are blank give nothing."""
    path = tmp_path_factory.mktemp("any") / f"file{suffix}"
    path.write_bytes(data)
    first = found(path)
    assert first == found(path)
    if suffix not in (".jsonl", ".json"):
        assert len(first) == 1


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    """A file of 200 MB and a line of 20 MB are refused within 5 MB of memory."""
    text, lines = tmp_path / "a.txt", tmp_path / "b.jsonl"
    with text.open("wb") as stream:
        stream.truncate(200_000_000)
    lines.write_bytes(b"x" * 20_000_000)
    tracemalloc.start()
    try:
        results = found(text, lines, limits=Limits(max_bytes=100_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [r.reason for r in results if isinstance(r, Refusal)] == ["too-large", "too-large"]
    assert peak < 5_000_000
