"""The pipeline: nothing lost, nothing read twice, killed or not the same, and every difference found and named."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

from synopticon import pipeline, publish
from synopticon.codebook import Codebook, load_codebook
from synopticon.errors import RegisterBusy
from synopticon.ledger import View
from synopticon.ledger.writer import Writer
from synopticon.read import Limits
from synopticon.records import Capture, Document, Given, Statement, sha256
from tests.shelf.nasty import SHELF
from tests.shelf.reports import DOCUMENTS, REFUSED, SINA, write_reports

NOW = "2017-07-14T02:40:00Z"
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("sources") / "reports")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, reports: Path, codebook: Codebook) -> Path:
    register = tmp_path_factory.mktemp("built") / "register"
    pipeline.build([reports], register, codebook=codebook, now=NOW)
    return register


@pytest.fixture
def copy(tmp_path: Path, built: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def everything(register: Path, folder: Path) -> dict[str, object]:
    """All that a register says: every entry, every export, every capture, and every file but the database's own."""
    folder.mkdir(parents=True, exist_ok=True)
    with View(register) as view:
        for form in publish.EXPORTS:
            publish.write(view, format=form.name, out=folder / form.name)
        entries = list(view.entries())
    files = {p.relative_to(register).as_posix() for p in register.rglob("*") if p.is_file()}
    return {
        "entries": entries,
        "exports": {form.name: (folder / form.name).read_bytes() for form in publish.EXPORTS},
        "captures": {name: sha256((register / name).read_bytes()) for name in files if name.startswith("captures")},
        "files": files,
    }


# -- building ------------------------------------------------------------------------------------------------------


def test_everything_read_is_a_document_or_a_counted_refusal(tmp_path: Path, reports: Path, codebook: Codebook) -> None:
    """The run report counts what became of each source, and the ledger holds exactly that."""
    seen: list[pipeline.Outcome] = []
    report = pipeline.build([reports], tmp_path / "r", codebook=codebook, now=NOW, watch=seen.append)
    assert report.documents == DOCUMENTS
    assert report.refused == dict(sorted(REFUSED.items()))
    assert len(seen) == DOCUMENTS + sum(REFUSED.values())
    with View(tmp_path / "r") as view:
        counts = view.counts()
        reasons = sorted(refusal.reason for refusal in view.refusals() if refusal.stage != "extract")
        kept = sorted(capture.sha256 for capture in view.captures())
    assert counts["document"] == counts["capture"] == DOCUMENTS
    assert counts["statement"] == report.statements > 0
    assert counts["finding"] == report.findings > 0
    assert counts["entry"] == report.written
    assert reasons == sorted(REFUSED)
    assert kept == sorted(p.name for p in (tmp_path / "r" / "captures").rglob("*") if p.is_file())


def test_building_again_changes_nothing(copy: Path, reports: Path, codebook: Codebook, tmp_path: Path) -> None:
    """A second build of the same folder, at another time, appends no entry and finds all sources known."""
    before = everything(copy, tmp_path / "before")
    report = pipeline.build([reports], copy, codebook=codebook, now="2020-01-01T00:00:00Z")
    assert (report.documents, report.statements, report.written, report.known) == (0, 0, 0, DOCUMENTS)
    assert report.refused == dict(sorted(REFUSED.items()))
    assert everything(copy, tmp_path / "after") == before


def test_two_builds_are_the_same(built: Path, reports: Path, codebook: Codebook, tmp_path: Path) -> None:
    """The same sources at the same time give the same ledger and byte-identical exports."""
    pipeline.build([reports], tmp_path / "again", codebook=codebook, now=NOW)
    assert everything(tmp_path / "again", tmp_path / "a") == everything(built, tmp_path / "b")


def test_the_same_bytes_elsewhere_are_refused_and_named(built: Path) -> None:
    """The refusal of a copy says which source holds the same bytes."""
    with View(built) as view:
        (duplicate,) = view.refusals(reason="duplicate")
    assert duplicate.source.endswith("c-copy.txt")
    assert "a-sina.txt" in duplicate.detail


def test_an_id_is_never_overwritten(built: Path) -> None:
    """Other bytes under an id that is taken are refused; the first document stays as it was."""
    with View(built) as view:
        (taken,) = view.refusals(reason="id-taken")
        assert "7,000" in view.document("line-1").text
    assert taken.locator == "line 3"


def test_given_facts_that_change_are_told(copy: Path, reports: Path, codebook: Codebook) -> None:
    """Building again with another date given does not change what was read, and says so."""
    given = Given(published="2001")
    report = pipeline.build([reports / "a-sina.txt"], copy, codebook=codebook, now=NOW, given=given)
    assert report.refused == {"read-before": 1}


def test_the_shelf_of_nasty_bytes_does_not_stop_a_build(tmp_path: Path, codebook: Codebook) -> None:
    """Each nasty thing is a document or a refusal, the good report among them is read, and the register holds."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for nasty in SHELF:
        nasty.make(folder)
    (folder / "zz-good.txt").write_text(SINA)
    seen: list[pipeline.Outcome] = []
    pipeline.build([folder], tmp_path / "r", codebook=codebook, now=NOW, watch=seen.append)
    assert len(seen) == len(SHELF) + 1
    assert all(outcome.document or outcome.refused for outcome in seen)
    assert not [r for o in seen for r in o.refusals if r.reason == "fault"]
    assert seen[-1].document is not None and seen[-1].statements
    assert list(pipeline.verify(tmp_path / "r")) == []


def test_a_second_build_at_once_is_told_that_the_register_is_busy(tmp_path: Path, codebook: Codebook) -> None:
    """While one process writes, another gets an error it can act on."""
    with Writer(tmp_path / "r", now=NOW), pytest.raises(RegisterBusy):
        pipeline.build([tmp_path], tmp_path / "r", codebook=codebook, now=NOW)


def test_extract_gives_what_build_keeps(built: Path, reports: Path, codebook: Codebook) -> None:
    """Without a register the same documents and statements are found, and nothing is written."""
    before = sorted(reports.parent.rglob("*"))
    outcomes = list(pipeline.extract([reports], codebook=codebook, now=NOW))
    with View(built) as view:
        assert {s.id for o in outcomes for s in o.statements} == {s.id for s in view.statements()}
        assert {o.document.id for o in outcomes if o.document} == {d.id for d in view.documents()}
    assert sorted(reports.parent.rglob("*")) == before


def test_limits_hold(tmp_path: Path, codebook: Codebook) -> None:
    """A source over the limit is refused and can be read when the limit is raised."""
    (tmp_path / "a.txt").write_text(SINA)
    small = pipeline.build([tmp_path / "a.txt"], tmp_path / "r", codebook=codebook, now=NOW, limits=Limits(max_bytes=9))
    assert small.refused == {"too-large": 1}
    raised = pipeline.build([tmp_path / "a.txt"], tmp_path / "r", codebook=codebook, now=NOW)
    assert raised.documents == 1


# -- killing -------------------------------------------------------------------------------------------------------


def steps(sources: Path, register: Path, codebook: Codebook, *, kill_at: int | None = None) -> int:
    """Build in a child process, counting the calls made in the rooms that write; at ``kill_at`` it kills itself."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - the child never returns
        count = 0

        def watch(frame: FrameType, event: str, argument: object) -> None:
            nonlocal count
            if frame.f_code.co_filename.endswith(("store.py", "writer.py", "pipeline.py", "engine.py")):
                count += 1
                if count == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(watch)
        pipeline.build([sources], register, codebook=codebook, now=NOW)
        sys.setprofile(None)
        os.write(writing, str(count).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    _, status = os.waitpid(child, 0)
    if kill_at is not None:
        assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        return kill_at
    assert os.waitstatus_to_exitcode(status) == 0
    return int(said)


@FORKS
def test_a_killed_build_run_again_is_as_if_never_killed(
    tmp_path: Path, built: Path, reports: Path, codebook: Codebook
) -> None:
    """Killed with SIGKILL at eight places from the first call to the last, then run again: the same in every byte."""
    wanted = everything(built, tmp_path / "wanted")
    total = steps(reports, tmp_path / "whole", codebook)
    assert total > 100
    for part in range(8):
        register = tmp_path / f"killed-{part}"
        steps(reports, register, codebook, kill_at=1 + part * (total - 2) // 7)
        pipeline.build([reports], register, codebook=codebook, now=NOW)
        assert everything(register, tmp_path / "found") == wanted
        shutil.rmtree(register)


@FORKS
def test_a_build_killed_again_and_again_ends_the_same(
    tmp_path: Path, built: Path, reports: Path, codebook: Codebook
) -> None:
    """Five kills in a row on one register, each a little further on, and the last run gives the same register."""
    register = tmp_path / "often"
    for at in (40, 90, 140, 190, 240):
        steps(reports, register, codebook, kill_at=at)
    pipeline.build([reports], register, codebook=codebook, now=NOW)
    assert everything(register, tmp_path / "found") == everything(built, tmp_path / "wanted")


# -- verifying -----------------------------------------------------------------------------------------------------


def test_a_sound_register_has_no_problems(built: Path) -> None:
    """Nothing differs in a register that nobody touched."""
    assert list(pipeline.verify(built)) == []


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize(("harm", "says"), [(flip, "changed"), (cut, "truncated"), (Path.unlink, "missing")])
def test_harm_to_any_capture_is_found_and_named(copy: Path, harm: Callable[[Path], None], says: str) -> None:
    """One changed byte, one byte less, one file gone: each is one problem that names the capture and its source."""
    with View(copy) as view:
        captures = list(view.captures())
    for capture in captures:
        path = copy / "captures" / capture.sha256[:2] / capture.sha256
        whole = path.read_bytes()
        harm(path)
        (problem,) = pipeline.verify(copy)
        assert (problem.kind, problem.what.split(":")[0]) == ("capture", says)
        assert capture.sha256 in problem.where and capture.source in problem.where
        path.write_bytes(whole)


CHANGES = {
    "document": "title = 'x'", "statement": "modality = 'denied'", "role": "text = 'x'", "finding": "state = 'agreed!'",
    "capture": "source = 'x'", "refusal": "reason = 'x'", "passage": "start = start + 1",
}  # fmt: skip


@pytest.mark.parametrize("table", CHANGES)
def test_one_changed_row_is_found_and_named(copy: Path, table: str) -> None:
    """A row changed behind the ledger's back is named by its table."""
    change(copy, f"UPDATE {table} SET {CHANGES[table]} WHERE rowid IN (SELECT rowid FROM {table} LIMIT 1)", table)
    problems = list(pipeline.verify(copy))
    assert any(p.kind == "ledger" and p.where.startswith(table) for p in problems)


def test_one_changed_entry_is_found_and_named(copy: Path) -> None:
    """A digit changed in an entry breaks the chain there, even with the guards taken away."""
    change(copy, "UPDATE entry SET body = replace(body, '283', '284') WHERE kind = 'document'")
    problems = list(pipeline.verify(copy))
    assert any(p.kind == "ledger" and p.where.startswith("entry") and "digest differs" in p.what for p in problems)


def change(register: Path, statement: str, table: str = "") -> None:
    connection = sqlite3.connect(register / "register.db")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    try:
        connection.execute(statement)
    except sqlite3.OperationalError:  # a table without row ids: take the first row by its key
        update, where = statement.split(" WHERE ")
        key = connection.execute(f"PRAGMA table_info({table})").fetchall()[0][1]
        assert where
        connection.execute(f"{update} WHERE {key} = (SELECT min({key}) FROM {table})")
    connection.commit()
    connection.close()


@pytest.fixture
def forged(tmp_path: Path, built: Path) -> Iterator[Callable[[Callable[[Document], Document]], Path]]:
    """Writes a new register like the built one with one document altered, its chain sound."""

    def forge(alter: Callable[[Document], Document], move: int = 0) -> Path:
        register = tmp_path / "forged"
        shutil.copytree(built / "captures", register / "captures")
        with View(built) as view, Writer(register, now=NOW) as writer:
            document = next(d for d in view.documents() if d.source.endswith("a-sina.txt"))
            capture: Capture = next(c for c in view.captures() if c.sha256 == document.capture)
            statements: list[Statement] = [
                replace(s, anchor=replace(s.anchor, start=s.anchor.start + move, end=s.anchor.end + move))
                for s in view.statements(document=document.id)
            ]
            assert statements
            writer.append([capture, alter(document), *statements])
        return register

    yield forge


def test_a_text_that_the_capture_does_not_give_is_found(forged: Callable[..., Path]) -> None:
    """With a chain that holds, a digit changed in a document's text is found by reading the capture again."""
    register = forged(lambda document: replace(document, text=document.text.replace("283", "284")))
    problems = list(pipeline.verify(register))
    assert [(p.kind, p.what) for p in problems] == [("document", "its text differs when read again")]


def test_an_anchor_that_is_not_there_is_found(forged: Callable[..., Path]) -> None:
    """Anchors that point one letter off are found and named by their statements."""
    register = forged(lambda document: document, move=1)
    problems = list(pipeline.verify(register))
    assert problems
    assert {p.kind for p in problems} == {"anchor"}
    assert all("statement" in p.where for p in problems)

# -- pages of something else ---------------------------------------------------------------------------------------

CABBAGES = """<html><head><title>Cabbages</title></head><body><nav>Follow us on Facebook and Twitter</nav><article>
<p>The market garden at Saltmere has harvested forty cabbages, the largest of which weighed nine kilograms.</p>
<p>The choir sang, and the mayor, Tomas Keel, said that there had been no such year since the flood of 1911.</p>
</article></body></html>"""


def test_a_page_of_something_else_is_set_aside_and_counted(tmp_path: Path, codebook: Codebook) -> None:
    """It is a refusal with its digest, no fault, and neither its words nor its bytes are kept; links to platforms in
    its menu do not make it one of ours."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cabbages.html").write_text(CABBAGES)
    report = pipeline.build([tmp_path / "in"], tmp_path / "r", codebook=codebook, now=NOW)
    assert (report.documents, report.off_topic, report.refused) == (0, 1, {})
    with View(tmp_path / "r") as view:
        (refusal,) = view.refusals()
        assert refusal.reason == "off-topic"
        assert sha256(CABBAGES.encode()) in refusal.detail
    again = pipeline.build([tmp_path / "in"], tmp_path / "r", codebook=codebook, now=NOW)
    assert (again.off_topic, again.written) == (1, 0)


def test_everything_reads_pages_of_any_matter(tmp_path: Path, codebook: Codebook) -> None:
    """What was set aside once is read when asked for; notes and articles are never set aside."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cabbages.html").write_text(CABBAGES)
    (tmp_path / "in" / "note.txt").write_text("The choir sang.")
    first = pipeline.build([tmp_path / "in"], tmp_path / "r", codebook=codebook, now=NOW)
    assert (first.documents, first.off_topic) == (1, 1)
    second = pipeline.build([tmp_path / "in"], tmp_path / "r", codebook=codebook, now=NOW, everything=True)
    assert (second.documents, second.known, second.off_topic) == (1, 1, 0)


def test_statements_less_sure_than_asked_for_are_refused(tmp_path: Path, reports: Path, codebook: Codebook) -> None:
    """None is lost: what a careful build leaves out is counted and stands in its ledger, the rest is as it was."""
    whole = pipeline.build([reports], tmp_path / "whole", codebook=codebook, now=NOW)
    careful = pipeline.build([reports], tmp_path / "careful", codebook=codebook, now=NOW, accept=0.8)
    below = careful.dropped["below-accepted-confidence"]
    assert below > 0
    assert careful.statements + below == whole.statements
    with View(tmp_path / "whole") as one, View(tmp_path / "careful") as other:
        sure = [statement.id for statement in one.statements() if statement.confidence >= 0.8]
        assert [statement.id for statement in other.statements()] == sure
        assert sum(refusal.reason == "below-accepted-confidence" for refusal in other.refusals()) == below
    again = pipeline.build([reports], tmp_path / "careful", codebook=codebook, now=NOW, accept=0.8)
    assert again.written == 0


def test_extract_keeps_what_build_keeps(tmp_path: Path, reports: Path, codebook: Codebook) -> None:
    """Without a register the same statements are left out for the same reason."""
    outcomes = list(pipeline.extract([reports], codebook=codebook, now=NOW, accept=1.0))
    assert all(statement.confidence == 1.0 for outcome in outcomes for statement in outcome.statements)
    assert any(refusal.reason == "below-accepted-confidence" for outcome in outcomes for refusal in outcome.refusals)
