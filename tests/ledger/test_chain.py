"""The chain of entries."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from synopticon.ledger.chain import START, Entry, link, walk

FIELDS = ("kind", "id", "body", "at", "prev", "digest")


def chain(bodies: list[str]) -> list[Entry]:
    """A chain of documents with these bodies."""
    found: list[Entry] = []
    prev = START
    for seq, body in enumerate(bodies, 1):
        digest = link(prev=prev, kind="document", id=str(seq), at="2026", body=body)
        found.append(Entry(seq=seq, kind="document", id=str(seq), body=body, at="2026", prev=prev, digest=digest))
        prev = digest
    return found


@given(st.lists(st.text(), max_size=6))
def test_a_chain_as_written_holds(bodies: list[str]) -> None:
    """Whatever the bodies, the chain that was written has no fault."""
    found = chain(bodies)
    assert list(walk(found, head=found[-1].digest if found else START)) == []


@given(st.lists(st.text(), min_size=1, max_size=6), st.data())
def test_one_changed_value_is_named(bodies: list[str], data: st.DataObject) -> None:
    """Changing one value of one entry gives one fault, at that entry or, for its digest, at the latest the next."""
    found = chain(bodies)
    place = data.draw(st.integers(0, len(found) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    found[place] = replace(found[place], **{field: getattr(found[place], field) + "x"})
    (fault,) = walk(found)
    assert (fault.table, fault.row) == ("entry", str(place + 1))


@given(st.lists(st.text(), min_size=2, max_size=6), st.data())
def test_a_missing_entry_is_named(bodies: list[str], data: st.DataObject) -> None:
    """Taking out an entry is found at the one that followed it, or by the head when it was the last."""
    found = chain(bodies)
    head = found[-1].digest
    place = data.draw(st.integers(0, len(found) - 1))
    del found[place]
    (fault,) = walk(found, head=head)
    assert fault.row == (str(place + 2) if place < len(found) else "head")


def test_parts_cannot_be_shifted_into_one_another() -> None:
    """Moving a character from one part to the next gives another digest."""
    one = link(prev=START, kind="a", id="bc", at="d", body="e")
    other = link(prev=START, kind="ab", id="c", at="d", body="e")
    assert one != other


def test_a_fault_reads_as_a_line() -> None:
    """A fault prints its table, its row and what is wrong."""
    found = chain(["a", "b"])
    (fault,) = walk([found[0], replace(found[1], body="c")])
    assert str(fault).startswith("entry 2: the document '2' is not what was written")
