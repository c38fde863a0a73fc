"""Reading the ledger."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from synopticon.errors import NotFound, RegisterDamaged, RegisterMissing
from synopticon.ledger import View
from synopticon.ledger.writer import Writer
from synopticon.records import Decision, Entity, Judgement, Name
from tests.samples import NOW, SINA, document, mention, report, statement


def named(id: str, *names: str) -> Entity:
    """A person under these names."""
    return Entity(id=id, kind="person", names=tuple(Name(text=n, language="en", source="s") for n in names))


def test_a_folder_without_a_register_is_named_and_left_alone(tmp_path: Path) -> None:
    """Viewing nothing raises RegisterMissing and makes neither folder nor file."""
    with pytest.raises(RegisterMissing, match="synopticon build"):
        View(tmp_path)
    with pytest.raises(RegisterMissing):
        View(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_viewing_leaves_no_trace(register: Path) -> None:
    """Reading everything changes no byte and makes no file, also in a folder that cannot be written."""
    before = {path.name: path.read_bytes() for path in register.iterdir()}
    register.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with View(register) as view:
            assert len(list(view.statements())) == 3
            assert list(view.faults()) == []
            assert view.search("Sina")
            assert {path.name for path in register.iterdir()} == set(before)
    finally:
        register.chmod(stat.S_IRWXU)
    assert {path.name: path.read_bytes() for path in register.iterdir()} == before


def test_a_ledger_copied_while_it_was_written_is_read_as_it_stands(register: Path, tmp_path: Path) -> None:
    """The file alone, copied from beside its log, is read without making the log's files anew."""
    copy = tmp_path / "copy"
    copy.mkdir()
    with Writer(register, now=NOW):
        (copy / "register.db").write_bytes((register / "register.db").read_bytes())
    with View(copy) as view:
        assert view.counts()["document"] == 2
    assert [path.name for path in copy.iterdir()] == ["register.db"]


def test_records_come_by_their_ids(register: Path) -> None:
    """Each kind of record is found by its id, and what is not there is named."""
    with View(register) as view:
        for record in view.documents():
            assert view.document(record.id) == record
        for said in view.statements():
            assert view.statement(said.id) == said
            assert view.has("statement", said.id)
        assert not view.has("statement", "none")
        for ask in (view.document, view.statement, view.finding):
            with pytest.raises(NotFound, match="'none'"):
                ask("none")


def test_statements_are_filtered(register: Path) -> None:
    """By type, document, modality, entity in a role, and name in any spelling."""
    with View(register) as view:
        bodies = list(view.statements(type="party_body"))
        assert len(bodies) == 2
        assert {s.document for s in view.statements(document=bodies[0].document)} == {bodies[0].document}
        assert list(view.statements(modality="denied")) == []
        assert len(list(view.statements(entity="sina"))) == 2
        assert len(list(view.statements(entity="sina", type="party_members"))) == 1
        assert list(view.statements(entity="sina", role="attributed_to")) == []
        assert len(list(view.statements(name="LI  BIN", role="attributed_to"))) == 1
        assert len(list(view.statements(name="新浪微博"))) == 1


def test_the_order_does_not_depend_on_the_order_of_building(tmp_path: Path) -> None:
    """Two registers of the same records, built in opposite orders, list them alike."""
    batches = list(report())
    for name, order in (("one", batches), ("other", batches[::-1])):
        with Writer(tmp_path / name, now=NOW) as writer:
            for records in order:
                writer.append(records)
    with View(tmp_path / "one") as one, View(tmp_path / "other") as other:
        for ask in ("documents", "statements", "entities", "captures", "refusals", "findings"):
            assert list(getattr(one, ask)()) == list(getattr(other, ask)())


def test_an_entity_is_found_by_id_and_by_any_name(register: Path) -> None:
    """In any script, case and width; nobody gives nothing."""
    with View(register) as view:
        for query in ("sina", "SINA", "Ｓｉｎａ", " 新浪 "):
            assert view.entity(query) == (SINA,)
        assert view.entity("nobody") == ()


def test_people_of_one_name_stay_apart(register: Path) -> None:
    """A name that two bear gives both; an id gives the one, even when it is another's name."""
    people = named("p1", "Li Bin", "p2"), named("p2", "Li Bin")
    with Writer(register, now=NOW) as writer:
        writer.append(people)
    with View(register) as view:
        assert view.entity("li bin") == people
        assert view.entity("p2") == (people[1],)
        assert list(view.entities(listed=True)) == [SINA]
        assert list(view.entities(kind="person")) == list(people)


def test_counts_and_tallies(register: Path) -> None:
    """Every kind is counted, and records are tallied by a column."""
    with View(register) as view:
        counts = view.counts()
        assert counts == {
            "capture": 2, "document": 2, "statement": 3, "entity": 1, "finding": 0, "refusal": 1, "judgement": 0,
            "entry": 9,
        }  # fmt: skip
        assert view.tally("statement", "type") == {"party_body": 2, "party_members": 1}


def test_refusals_and_judgements(register: Path) -> None:
    """What was refused and what was judged is listed, by reason and by what it is about."""
    judgement = Judgement(about="a|b", decision=Decision.REJECT, who="me", when=NOW, why="two firms")
    with Writer(register, now=NOW) as writer:
        writer.append([judgement, replace(judgement, about="c|d")])
    with View(register) as view:
        assert [r.reason for r in view.refusals(stage="extract")] == ["figure-not-in-anchor"]
        assert list(view.refusals(reason="binary")) == []
        assert list(view.judgements(about="a|b")) == [judgement]
        assert len(list(view.judgements())) == 2


def test_documents_by_outlet_and_capture(register: Path) -> None:
    """Documents are found by who printed them and by the capture they were read from."""
    with View(register) as view:
        (daily,) = view.documents(outlet="Daily")
        assert list(view.documents(capture=daily.capture)) == [daily]


def test_a_snapshot_is_not_moved_by_a_writer(register: Path) -> None:
    """What is written after an iterator began is not seen by it."""
    with View(register) as view, Writer(register, now=NOW) as writer:
        found = view.statements()
        first = next(found)
        of = document("Renren has a party branch.")
        writer.append([of, statement(of, "Renren has a party branch", "party_body", subject=mention(of, "Renren"))])
        assert len([first, *found]) == 3
        assert len(list(view.statements())) == 4


def test_a_body_that_is_no_record_is_damage(register: Path) -> None:
    """An entry that was changed into something else raises RegisterDamaged, not an error from below."""
    with Writer(register, now=NOW) as writer, writer._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_never_changes")
        connection.exec_driver_sql("UPDATE entry SET body = '{\"text\": 1}' WHERE kind = 'statement'")
    with View(register) as view, pytest.raises(RegisterDamaged, match="synopticon verify"):
        list(view.statements())
