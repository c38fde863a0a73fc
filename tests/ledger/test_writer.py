"""Appending to the ledger."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from synopticon.errors import RegisterBusy, RegisterDamaged, RegisterError
from synopticon.ledger import View
from synopticon.ledger.writer import Writer
from synopticon.records import Entity, Finding, Name, State
from tests import strategies
from tests.samples import NOW, SINA, capture, document, mention, report, statement

LATER = "2027-01-01T00:00:00Z"
FINDING = Finding(
    type="party_body", subject="Sina", entity="sina", names=("Sina",), aspect="committee", state=State.SINGLE_ORIGIN,
    origins=1, values=(), statements=("a",), documents=("d",),
)  # fmt: skip


def entries(folder: Path) -> list[tuple[str, str, str]]:
    """The entries of a register as (kind, id, digest)."""
    with View(folder) as view:
        return [(entry.kind, entry.id, entry.digest) for entry in view.entries()]


def test_appending_again_appends_nothing(register: Path) -> None:
    """The same records a second time, whenever that is, leave the ledger as it was."""
    before = entries(register)
    with Writer(register, now=LATER) as writer:
        assert [writer.append(records) for records in report()] == [0, 0]
    assert entries(register) == before


def test_the_same_capture_made_later_is_the_same_capture(register: Path) -> None:
    """Bytes from the same place are captured once, and the first time stands; from another place, again."""
    text = "Sina has a party committee. It counts 283 party members, said Li Bin."
    with Writer(register, now=LATER) as writer:
        assert writer.append([capture(text, at=LATER)]) == 0
        assert writer.append([capture(text, source="copy.txt", at=LATER)]) == 1


def test_a_new_version_of_an_entity_replaces_its_rows(register: Path) -> None:
    """Another body under an entity's id is a new entry, and only its names are found from then on."""
    other = replace(SINA, names=(Name(text="Weibo", language="en", source="codebook"),))
    with Writer(register, now=LATER) as writer:
        assert writer.append([other]) == 1
        assert writer.append([other]) == 0
    with View(register) as view:
        assert (view.entity("sina"), view.entity("weibo"), view.entity("新浪")) == ((other,), (other,), ())
        assert view.counts()["entity"] == 1
        assert list(view.faults()) == []


def test_a_new_version_of_a_finding_replaces_its_rows(register: Path) -> None:
    """A finding keeps its address while its answer grows."""
    grown = replace(FINDING, state=State.AGREED, origins=2, statements=("a", "b"))
    with Writer(register, now=NOW) as writer:
        assert writer.append([FINDING]) == 1
        assert writer.append([grown]) == 1
    with View(register) as view:
        assert list(view.findings()) == [grown]
        assert view.finding(FINDING.id) == grown
        assert list(view.findings(statement="b")) == [grown]
        assert list(view.faults()) == []


def test_versions_within_one_call_keep_the_last(register: Path) -> None:
    """Two versions of a finding in one call make one entry; it is the later that stands."""
    grown = replace(FINDING, origins=2)
    with Writer(register, now=NOW) as writer:
        assert writer.append([FINDING, grown]) == 1
    with View(register) as view:
        assert view.finding(FINDING.id) == grown


def test_another_document_under_the_same_id_is_refused_whole(register: Path) -> None:
    """A clash raises, names the record, and leaves nothing of the call behind."""
    before = entries(register)
    one = document("One.", id="given")
    with Writer(register, now=NOW) as writer:
        writer.append([one])
        with pytest.raises(RegisterError, match="another document 'given'"):
            writer.append([capture("Two."), document("Two.", id="given")])
        assert not writer.has("capture", "nothing")
    assert len(entries(register)) == len(before) + 1


def test_the_ledger_only_depends_on_what_was_appended(tmp_path: Path) -> None:
    """The same records and the same time give the same digests, in one call, in many, or after a broken-off one."""
    batches = list(report())
    with Writer(tmp_path / "many", now=NOW) as writer:
        for records in batches:
            writer.append(records)
    with Writer(tmp_path / "one", now=NOW) as writer:
        writer.append([record for records in batches for record in records])
    with Writer(tmp_path / "broken", now=NOW) as writer:
        writer.append(batches[0])
        with pytest.raises(RuntimeError):
            writer.append(_interrupted(batches[1]))
    with Writer(tmp_path / "broken", now=NOW) as writer:
        for records in batches:
            writer.append(records)
    assert entries(tmp_path / "many") == entries(tmp_path / "one") == entries(tmp_path / "broken")


def _interrupted(records):  # type: ignore[no-untyped-def]
    yield from records[:2]
    raise RuntimeError


def test_a_second_writer_is_told_to_wait(register: Path) -> None:
    """While one writes another gets RegisterBusy after a short wait; once it is done, the other can."""
    with Writer(register, now=NOW), pytest.raises(RegisterBusy, match="another process is writing"):
        Writer(register, now=NOW, wait=0.05)
    Writer(register, now=NOW, wait=0.05).close()


def test_a_killed_writer_leaves_no_lock_and_no_half(tmp_path: Path) -> None:
    """A writer killed in the middle of its work leaves what was appended, readable, and the next can write."""
    script = (
        "import os, signal, sys\n"
        "from synopticon.ledger.writer import Writer\n"
        "from tests.samples import NOW, report\n"
        "writer = Writer(sys.argv[1], now=NOW)\n"
        "batches = list(report())\n"
        "writer.append(batches[0])\n"
        "def half():\n"
        "    yield from batches[1][:2]\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "writer.append(half())\n"
    )
    root = Path(__file__).parents[2]
    path = {"PYTHONPATH": f"{root / 'src'}:{root}"}
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False, cwd=root, env=path)
    assert done.returncode != 0
    with View(tmp_path) as view:
        assert view.counts()["document"] == 1
        assert list(view.faults()) == []
    with Writer(tmp_path, now=NOW, wait=0.05) as writer:
        assert [writer.append(records) for records in report()] == [0, 4]


def test_a_register_at_rest_is_one_plain_file(register: Path) -> None:
    """When a writer is done nothing but the ledger, its empty lock and the captures lie in the folder."""
    assert sorted(path.name for path in register.iterdir()) == ["register.db", "register.lock"]


def test_entries_refuse_to_change(register: Path) -> None:
    """The database itself refuses to change or delete an entry."""
    with sqlite3.connect(register / "register.db") as connection:
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute("UPDATE entry SET body = '{}' WHERE seq = 1")
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            connection.execute("DELETE FROM entry")
    connection.close()


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    """A register.db of other bytes raises RegisterDamaged, and the lock is let go."""
    (tmp_path / "register.db").write_bytes(b"not a database at all" * 100)
    for _ in range(2):
        with pytest.raises(RegisterDamaged):
            Writer(tmp_path, now=NOW, wait=0.05)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A path through a file raises RegisterError that names it."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(RegisterError, match="no register can be made"):
        Writer(tmp_path / "file" / "register", now=NOW)


def test_reading_goes_on_beside_writing(register: Path) -> None:
    """A view opened before, during and after an append sees whole transactions and nothing else."""
    seen: list[int] = []
    with View(register) as view, Writer(register, now=NOW) as writer:
        stop = threading.Event()

        def read() -> None:
            while not stop.is_set():
                seen.append(view.counts()["statement"])

        reader = threading.Thread(target=read)
        reader.start()
        try:
            for number in range(20):
                text = f"Company {number} has a party branch. Company {number} has a party cell."
                of = document(text)
                found = [
                    statement(of, words, "party_body", subject=mention(of, f"Company {number}"), body="branch")
                    for words in text.rstrip(".").split(". ")
                ]
                writer.append([of, *found])
        finally:
            stop.set()
            reader.join()
        assert view.counts()["statement"] == 43
    assert all(number % 2 == 1 for number in seen)
    assert seen == sorted(seen)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(strategies.read_documents(), max_size=3, unique_by=lambda pair: pair[0].id),
       others=st.lists(strategies.entities() | strategies.findings() | strategies.refusals() | strategies.judgements(),
                       max_size=6))  # fmt: skip
def test_what_was_appended_is_read_back(tmp_path_factory: pytest.TempPathFactory, found, others) -> None:  # type: ignore[no-untyped-def]
    """Any records come back whole, the projections follow from the entries, and nothing is at fault."""
    folder = tmp_path_factory.mktemp("register")
    with Writer(folder, now=NOW) as writer:
        for read, said in found:
            writer.append([read, *said])
        writer.append(others)
    with View(folder) as view:
        assert {d.id: d for d in view.documents()} == {d.id: d for d, _ in found}
        assert {s.id: s for s in view.statements()} == {s.id: s for _, said in found for s in said}
        assert {e.id: e for e in view.entities()} == {e.id: e for e in others if isinstance(e, Entity)}
        assert {f.id: f for f in view.findings()} == {f.id: f for f in others if isinstance(f, Finding)}
        assert [str(fault) for fault in view.faults()] == []
