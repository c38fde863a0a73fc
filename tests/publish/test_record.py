"""The statement record."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from synopticon.publish import statement_json
from synopticon.records import Document, Statement, Term
from tests import strategies
from tests.samples import SINA, date, document, mention, quantity, statement


def test_a_record_has_the_shape_the_codebook_lays_down() -> None:
    """Every key, in the places and with the values that the codebook's example has."""
    of = document("Sina Corp has 283 members, the Daily said.", title="T", outlet="O", published="2013-01", id="d")
    found = statement(
        of, "has 283 members", "party_members", sentence=of.text, credited=mention(of, "the Daily"),
        subject=mention(of, "Sina Corp", entity=SINA), count=quantity(283, text="283"), date=date("2013-01"),
    )  # fmt: skip
    assert statement_json(found, of) == {
        "id": found.id,
        "document": {
            "id": "d", "url": None, "title": "T", "outlet": "O", "published": "2013-01", "language": "en",
        },
        "type": "party_members",
        "modality": "asserted",
        "attributed_to": {"text": "the Daily", "entity": None, "names": []},
        "roles": {
            "subject": {"text": "Sina Corp", "entity": "sina", "names": ["Sina", "新浪"]},
            "count": {"low": 283, "high": 283, "approx": False, "text": "283"},
            "date": {"value": "2013-01", "text": "2013-01"},
        },
        "anchor": {
            "exact": "has 283 members", "prefix": "Sina Corp ", "suffix": ", the Daily said.", "start": 10, "end": 25,
            "sentence": of.text,
        },
        "rule": "party_members/en/test",
        "confidence": 0.9,
    }  # fmt: skip


def test_a_role_that_repeats_is_a_list() -> None:
    """One value is an object, several are a list in their order."""
    of = document("Sina has a committee and branches.")
    one = statement(of, "Sina", "party_body", subject=mention(of, "Sina"))
    two = replace(one, roles={**one.roles, "body": (Term(value="committee"), Term(value="branch"))})
    assert [v["value"] for v in statement_json(two, of)["roles"]["body"]] == ["committee", "branch"]


@given(strategies.read_documents())
def test_any_record_is_json(read: tuple[Document, tuple[Statement, ...]]) -> None:
    """Whatever a statement holds, its record is JSON that comes back the same."""
    of, found = read
    for one in found:
        record = statement_json(one, of)
        assert json.loads(json.dumps(record, allow_nan=False)) == record
