"""Each command as a user runs it: the answer, the answer for programs, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from synopticon.ledger import View
from synopticon.ledger.writer import Writer
from tests.cli.conftest import Run
from tests.shelf.process import COMMAND, environment, synopticon_run, synopticon_started
from tests.shelf.reports import DOCUMENTS, REFUSED, write_reports

RECORD = {"id", "document", "type", "modality", "attributed_to", "roles", "anchor", "rule", "confidence"}


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


# -- build ---------------------------------------------------------------------------------------------------------


def test_build_says_what_it_did_and_what_it_refused(run: Run, reports: Path, tmp_path: Path) -> None:
    """Refusals go to standard error by place and reason, the counts to standard output, and the code tells."""
    answer = run("build", reports, "--register", tmp_path / "r")
    assert answer.code == 3
    assert answer.out.startswith(f"{DOCUMENTS} new documents")
    for reason in REFUSED:
        assert f"refused ({reason}): " in answer.err
    again = run("build", reports, "--register", tmp_path / "r")
    assert again.code == 3
    assert f"{DOCUMENTS} sources already known" in again.out


def test_a_build_with_nothing_refused_ends_with_0(run: Run, reports: Path, tmp_path: Path) -> None:
    """Only refusals make the code 3."""
    assert run("build", reports / "a-sina.txt", "--register", tmp_path / "r").code == 0


def test_build_reports_as_json(run: Run, reports: Path, tmp_path: Path) -> None:
    """``--json`` prints the run report as one object."""
    (report,) = lines(run("build", reports, "--register", tmp_path / "r", "--json").out)
    assert report["documents"] == DOCUMENTS
    assert report["refused"] == REFUSED


def test_a_busy_register_ends_with_4(run: Run, reports: Path, tmp_path: Path) -> None:
    """While another process writes, a build waits a little, then says so."""
    with Writer(tmp_path / "r", now="2017-07-14T02:40:00Z"):
        answer = run("build", reports, "--register", tmp_path / "r")
    assert answer.code == 4
    assert "another" in answer.err


def test_many_refusals_are_counted_not_printed(run: Run, tmp_path: Path) -> None:
    """After a screenful of refusals the rest is a number, and ``status --refusals`` lists them all."""
    (tmp_path / "a.jsonl").write_text("broken\n" * 50)
    answer = run("build", tmp_path / "a.jsonl", "--register", tmp_path / "r")
    assert answer.err.count("refused (") == 20
    assert "30 more refusals" in answer.err
    assert run("status", tmp_path / "r", "--refusals").out.count("refused (broken-json)") == 50


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_build_is_finished_by_the_same_command(register: Path, reports: Path, tmp_path: Path) -> None:
    """Killed as soon as it has kept something and run again, the command gives the register of an unkilled run."""
    folder = tmp_path / "r"
    process = synopticon_started("build", reports, "--register", folder)
    while process.poll() is None and not list(folder.glob("captures/*/*")):
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert synopticon_run("build", reports, "--register", folder).returncode == 3
    with View(folder) as view, View(register) as whole:
        assert list(view.entries()) == list(whole.entries())


def test_an_interrupted_build_says_that_it_can_go_on(reports: Path, tmp_path: Path) -> None:
    """Stopped from the keyboard, a build ends with 130 and one line, without a traceback."""
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "build", str(reports), "--register", str(tmp_path / "r")],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while process.poll() is None and not list((tmp_path / "r").glob("captures/*/*")):
        pass
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    if process.returncode != 3:  # it may have been done by then
        assert process.returncode == 130
        assert "run the same command again" in said
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_moves_on_a_terminal_only(run: Run, reports: Path, tmp_path: Path) -> None:
    """On a terminal a line moves while sources are read; in a pipe there is no control character at all."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "build", str(reports), "--register", str(tmp_path / "t")],
        env=environment(TERM="xterm"), stdout=subprocess.DEVNULL, stderr=slave,
    )  # fmt: skip
    os.close(slave)
    said = b""
    with os.fdopen(master, "rb", buffering=0) as stream:
        while True:
            try:
                part = stream.read(4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
    assert process.wait() == 3
    assert b"\x1b[" in said
    piped = run("build", reports, "--register", tmp_path / "p")
    assert not re.search("[\x00-\x09\x0b-\x1f]", piped.out + piped.err)


# -- extract -------------------------------------------------------------------------------------------------------


def test_extract_prints_the_codebooks_record(run: Run, reports: Path) -> None:
    """One JSON record a line, with every field of the codebook's record, and the ids of the articles kept."""
    answer = run("extract", reports, "--format", "jsonl")
    records = lines(answer.out)
    assert answer.code == 3
    assert records
    assert all(set(record) == RECORD for record in records)
    assert "line-1" in {record["document"]["id"] for record in records}


def test_accept_keeps_only_what_is_sure_enough(run: Run, reports: Path, tmp_path: Path) -> None:
    """``--accept`` holds for both commands; a build says how many it left out, in words and in its JSON."""
    every, sure = (lines(run("extract", reports, "--accept", least).out) for least in ("0", "0.8"))
    assert [record["id"] for record in sure] == [record["id"] for record in every if record["confidence"] >= 0.8]
    assert 0 < len(sure) < len(every)
    answer = run("build", reports, "--register", tmp_path / "a", "--accept", "0.8")
    left = len({record["id"] for record in every}) - len({record["id"] for record in sure})
    assert f"{left} statements less sure than asked for left out." in answer.out
    (report,) = lines(run("build", reports, "--register", tmp_path / "b", "--accept", "0.8", "--json").out)
    assert report["dropped"]["below-accepted-confidence"] == left


@pytest.mark.parametrize("least", ["1.5", "-0.1", "sure"])
def test_accept_takes_a_share_only(run: Run, reports: Path, least: str) -> None:
    """What is no number from 0 to 1 ends with a line on usage."""
    answer = run("extract", reports, "--accept", least)
    assert answer.code == 2
    assert "--accept" in answer.err


def test_extract_for_people(run: Run, reports: Path) -> None:
    """``--format text`` prints one statement a line."""
    answer = run("extract", reports / "a-sina.txt", "--format", "text")
    assert "Sina Corp" in answer.out
    assert answer.code == 0


# -- show ----------------------------------------------------------------------------------------------------------


def statement_of(register: Path, document: str = "a-sina.txt", words: str = "283") -> Any:
    with View(register) as view:
        return next(
            s for s in view.statements()
            if view.document(s.document).source.endswith(document) and words in s.anchor.sentence
        )  # fmt: skip


def test_show_opens_a_statement_to_its_words(run: Run, register: Path) -> None:
    """Sentence, marked words, roles, modality, rule, document, capture: all on one page, and as JSON."""
    statement = statement_of(register)
    page = run("show", register, statement.id)
    assert page.code == 0
    assert f">>{statement.anchor.exact}<<" in page.out
    for word in (statement.type, "asserted", statement.rule, "a-sina.txt", "sha256", "text/plain"):
        assert word in page.out
    (record,) = lines(run("show", register, statement.id, "--json").out)
    assert record["id"] == statement.id


def test_show_opens_a_document(run: Run, register: Path) -> None:
    """A document comes with how it was read and with its statements."""
    page = run("show", register, "line-1")
    assert page.code == 0
    assert "Tencent" in page.out and "line 1" in page.out
    (value,) = lines(run("show", register, "line-1", "--json").out)
    assert "7,000" in value["text"]


def test_show_opens_an_entity_by_any_name(run: Run, register: Path) -> None:
    """An entity's names and its statements by type are found by its name, whatever its case."""
    page = run("show", register, "sina")
    assert page.code == 0
    assert "283" in page.out
    (value, *_) = lines(run("show", register, "Sina", "--json").out)
    assert value["statements"]


def test_show_opens_a_finding(run: Run, register: Path) -> None:
    """A finding comes with its values, its state and the statements it rests on."""
    with View(register) as view:
        finding = next(view.findings())
    page = run("show", register, finding.id)
    assert page.code == 0
    assert str(finding.state) in page.out
    assert finding.statements[0] in page.out


def test_show_alone_lists_whom_the_register_speaks_of(run: Run, register: Path) -> None:
    """Without a name, the subjects with most statements."""
    assert "Tencent" in run("show", register).out
    assert {"entity", "name", "statements"} == set(lines(run("show", register, "--json").out)[0])


def test_what_is_not_there_ends_with_5(run: Run, register: Path) -> None:
    """A name that nothing bears is an error with the next step."""
    answer = run("show", register, "Nobody Inc")
    assert answer.code == 5
    assert "search" in answer.err


def test_titles_cannot_write_to_the_terminal(run: Run, tmp_path: Path) -> None:
    """Escape sequences in a title are shown in every answer, never sent."""
    words = "Sina Corp has 283 Communist Party members."
    article = {"id": "evil\x1b[2J", "title": "\x1b]0;gone\x07Title", "text": words}
    (tmp_path / "a.jsonl").write_text(json.dumps(article))
    run("build", tmp_path / "a.jsonl", "--register", tmp_path / "r")
    for arguments in (["show"], ["search", "Sina"], ["findings"], ["status"], ["show", article["id"]]):
        answer = run(arguments[0], tmp_path / "r", *arguments[1:])
        assert answer.out
        assert "\x1b" not in answer.out + answer.err
        assert "\x07" not in answer.out + answer.err


# -- search, findings, status, export, verify ----------------------------------------------------------------------


def test_search_marks_the_words(run: Run, register: Path) -> None:
    """A sentence that holds all the words is printed with the words marked, and its document."""
    answer = run("search", register, "party", "branch")
    assert ">>party<< >>branch<<" in answer.out
    (hit, *_) = lines(run("search", register, "party branch", "--json").out)
    assert {"document", "sentence", "spans"} <= set(hit)


def test_search_without_a_hit_is_not_an_error(run: Run, register: Path) -> None:
    """Nothing found is an answer."""
    answer = run("search", register, "zzzz")
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing found" in answer.err


def test_findings_can_be_narrowed(run: Run, register: Path) -> None:
    """By type and by entity, for people and for programs."""
    whole = lines(run("findings", register, "--json").out)
    typed = lines(run("findings", register, "--type", "party_members", "--json").out)
    assert 0 < len(typed) < len(whole)
    assert {finding["type"] for finding in typed} == {"party_members"}
    assert "283" in run("findings", register, "--entity", "Sina").out
    assert run("findings", register, "--entity", "Nobody Inc").code == 5


def test_status_counts(run: Run, register: Path) -> None:
    """The counts of the ledger, the types, the reasons."""
    page = run("status", register)
    assert re.search(rf"documents +{DOCUMENTS}\b", page.out)
    assert "duplicate" in page.out
    (value,) = lines(run("status", register, "--json").out)
    assert value["counts"]["document"] == DOCUMENTS


def test_export_to_a_file_and_to_a_pipe_are_the_same(run: Run, register: Path, tmp_path: Path) -> None:
    """Both formats give the same bytes either way, one row a statement."""
    for form in ("jsonl", "csv"):
        piped = synopticon_run("export", register, "--format", form)
        assert piped.returncode == 0
        assert run("export", register, "--format", form, "-o", tmp_path / form).code == 0
        assert (tmp_path / form).read_text("utf-8").replace("\r\n", "\n") == piped.stdout
    records = lines((tmp_path / "jsonl").read_text("utf-8"))
    rows = list(csv.reader(io.StringIO((tmp_path / "csv").read_text("utf-8-sig"))))
    with View(register) as view:
        assert len(records) == len(rows) - 1 == view.counts()["statement"]


def test_verify_ends_with_1_when_something_differs(run: Run, copy: Path) -> None:
    """A sound register says so; one with a missing capture names it, for people and for programs."""
    sound = run("verify", copy)
    assert (sound.code, sound.out[:10]) == (0, "All holds:")
    capture = next(p for p in (copy / "captures").rglob("*") if p.is_file())
    capture.unlink()
    answer = run("verify", copy)
    assert answer.code == 1
    assert capture.name in answer.out and "missing" in answer.out
    (problem,) = lines(run("verify", copy, "--json").out)
    assert problem["kind"] == "capture"


def test_odd_names_go_through_every_room(run: Run, tmp_path: Path) -> None:
    """A file whose name holds a line feed and a byte of no encoding is built, shown and verified."""
    folder = write_reports(tmp_path / "reports")
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/odd\n\xff.txt"))
    odd.write_text("Huawei has 12,000 Communist Party members, its spokesman said on Monday.")
    assert run("build", folder, "--register", tmp_path / "r").code == 3
    assert run("verify", tmp_path / "r").code == 0
