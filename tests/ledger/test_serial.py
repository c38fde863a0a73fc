"""Records to JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from synopticon.ledger import serial
from synopticon.records import Quantity
from tests import strategies
from tests.samples import document, mention, statement


@given(strategies.records())
def test_reading_what_was_written_gives_the_record(record: serial.Record) -> None:
    """Every record comes back from the ledger as it went in, and with the same id."""
    text = serial.written(serial.to_json(record))
    back = serial.from_json(serial.kind_of(record), serial.read(text))
    assert back == record
    assert serial.id_of(back) == serial.id_of(record)
    assert serial.written(serial.to_json(back)) == text


def test_whole_floats_and_integers_are_written_alike() -> None:
    """Two equal records have equal JSON, whichever kind of number they were made with."""
    first, second = (
        Quantity(low=number, high=None, approx=False, text="3", start=0, end=1) for number in (3, 3.0)
    )
    of = document("Sina has 3 members.")
    texts = {
        serial.written(serial.to_json(statement(of, "Sina", "party_members", subject=mention(of, "Sina"), count=q)))
        for q in (first, second)
    }
    assert len(texts) == 1


def test_lone_surrogates_are_kept() -> None:
    """A text with half a character, as broken pages have, is stored as UTF-8 and read back whole."""
    of = document("plain")
    body = serial.to_json(of) | {"text": "half \ud83d here"}
    text = serial.written(body)
    assert text.encode("utf-8")
    assert serial.read(text)["text"] == "half \ud83d here"


@pytest.mark.parametrize("text", ["", "[]", "3", "{", "null"])
def test_a_body_that_is_no_object_is_refused(text: str) -> None:
    """What is not a JSON object raises ValueError and nothing else."""
    with pytest.raises(ValueError):
        serial.read(text)


def test_every_kind_has_a_writer_and_a_reader() -> None:
    """The kinds of entries are the seven the ledger promises."""
    assert set(serial.KINDS) == {"capture", "document", "statement", "entity", "finding", "refusal", "judgement"}


@given(strategies.records())
def test_bodies_are_canonical(record: serial.Record) -> None:
    """An entry's body is sorted and has no needless spaces, so that anyone can make it again."""
    text = serial.written(serial.to_json(record))
    assert json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False) == text
