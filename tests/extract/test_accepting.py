"""Statements less sure than asked for become refusals: none is lost, and none of the others is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract import BELOW, Extraction, accepted
from synopticon.records import Document, Modality, Refusal, Statement
from tests import samples

TEXT = "Sina has 12 party members."
DOCUMENT = samples.document(TEXT)
OTHER = Refusal(stage="extract", reason="figure-not-in-anchor", detail="x", source="a.txt", document=DOCUMENT.id)


def stated(confidence: float, document: Document = DOCUMENT) -> Statement:
    """A statement of this confidence."""
    return replace(samples.statement(document, "12 party members", "party_members"), confidence=confidence)


@pytest.mark.parametrize(("least", "kept"), [(0.0, 3), (0.5, 2), (0.9, 1), (1.0, 0)])
def test_what_is_sure_enough_is_kept(least: float, kept: int) -> None:
    """A statement exactly as sure as asked for is kept."""
    found = accepted(Extraction(statements=(stated(0.2), stated(0.5), stated(0.9)), refusals=()), DOCUMENT, least)
    assert len(found.statements) == kept
    assert len(found.refusals) == 3 - kept


def test_the_refusal_says_what_was_left_out_and_why() -> None:
    """Type, place, rule, both confidences and the statement's id; the earlier refusals stay in front."""
    one = stated(0.5)
    found = accepted(Extraction(statements=(one,), refusals=(OTHER,)), DOCUMENT, 0.95)
    first, last = found.refusals
    assert first == OTHER
    assert (last.stage, last.reason, last.document, last.source) == ("extract", BELOW, DOCUMENT.id, DOCUMENT.source)
    for part in (one.type, one.rule, "0.50", "0.95", one.id, f"{one.anchor.start}:{one.anchor.end}"):
        assert part in last.detail


def test_two_left_out_are_two_refusals() -> None:
    """Refusals are told apart by the statements they stand for, so that both are in the ledger."""
    one = stated(0.3)
    other = replace(one, modality=Modality.DENIED)
    found = accepted(Extraction(statements=(one, other), refusals=()), DOCUMENT, 0.5)
    assert len({refusal.id for refusal in found.refusals}) == 2


@given(st.lists(st.floats(0, 1), max_size=8), st.floats(0, 1))
def test_nothing_is_lost(confidences: list[float], least: float) -> None:
    """Kept and left out are together what there was; at nought nothing is left out."""
    before = Extraction(statements=tuple(map(stated, confidences)), refusals=(OTHER,))
    after = accepted(before, DOCUMENT, least)
    assert len(after.statements) + len(after.refusals) == len(confidences) + 1
    assert all(one.confidence >= least for one in after.statements)
    assert accepted(before, DOCUMENT, 0.0) == before
