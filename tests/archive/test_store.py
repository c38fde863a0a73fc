"""The store: bytes are kept whole under their SHA-256, and what happened to them since is named."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.archive import Store
from synopticon.errors import RegisterDamaged
from tests.shelf.process import synopticon_started

WORDS = b"Sina Corp has 283 party members."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "captures")


@given(st.binary(max_size=2000))
def test_what_is_put_is_got(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Any bytes come back as they are, under the digest that any tool would give them."""
    store = Store(tmp_path_factory.mktemp("store"))
    digest = store.put(data)
    assert digest == hashlib.sha256(data).hexdigest()
    assert store.get(digest) == data
    assert store.check(digest) is None
    assert list(store.all()) == [digest]


def test_a_capture_lies_where_the_pages_say(store: Store) -> None:
    """The place of a capture follows from its digest alone."""
    digest = store.put(WORDS)
    assert (store.folder / digest[:2] / digest).read_bytes() == WORDS


def test_putting_twice_changes_nothing(store: Store) -> None:
    """The second time nothing is written."""
    path = store.path(store.put(WORDS))
    before = path.stat()
    store.put(WORDS)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_torn_file_is_made_whole(store: Store) -> None:
    """Bytes that are put again replace a file that does not hold them."""
    path = store.path(store.put(WORDS))
    path.write_bytes(WORDS[:5])
    store.put(WORDS)
    assert path.read_bytes() == WORDS


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (WORDS[:9], "truncated"), (WORDS.replace(b"283", b"284"), "changed"), (WORDS + b"x", "changed"),
        (None, "missing"),
    ],
)
def test_damage_is_named(store: Store, data: bytes | None, verdict: str) -> None:
    """A missing, a changed and a truncated capture are told apart, and none of them is handed out."""
    digest = store.put(WORDS)
    path = store.path(digest)
    path.unlink() if data is None else path.write_bytes(data)
    assert (store.check(digest, len(WORDS)) or "").startswith(verdict)
    assert store.has(digest) == (data is not None)
    with pytest.raises(RegisterDamaged, match="verify"):
        store.get(digest)


def test_only_digests_are_places(store: Store) -> None:
    """Nothing but 64 hex digits leads anywhere, so no name reaches outside the folder."""
    for name in ("../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"):
        with pytest.raises(ValueError, match="SHA-256"):
            store.path(name)


def test_what_a_killed_writer_left_is_swept(store: Store) -> None:
    """Half-written files are never listed as captures, and one sweep removes them."""
    digest = store.put(WORDS)
    left = store.path(digest).parent / ".unfinished-x"
    left.write_bytes(b"ha")
    assert list(store.all()) == [digest]
    assert store.sweep() == 1
    assert not left.exists()
    assert store.sweep() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_leaves_whole_captures_only(tmp_path: Path) -> None:
    """A process killed in the middle of putting many captures leaves each of them whole or not there."""
    script = (
        "import sys, pathlib; from synopticon.archive import Store\n"
        "store = Store(pathlib.Path(sys.argv[1]))\n"
        "for n in range(100000): store.put(str(n).encode() * 1000); print(n, flush=True)"
    )
    process = synopticon_started(tmp_path, script=script)
    assert process.stdout is not None
    while int(process.stdout.readline()) < 20:
        pass
    process.kill()
    process.wait()
    process.stdout.close()
    store = Store(tmp_path)
    kept = list(store.all())
    assert len(kept) >= 20
    assert [store.check(digest) for digest in kept] == [None] * len(kept)
