"""The JSON lines export."""

from __future__ import annotations

import json

from hypothesis import given

from synopticon.publish import statement_json
from synopticon.publish.formats.jsonl import chunks, line
from synopticon.records import Document, Statement
from tests import strategies
from tests.samples import document, mention, statement


@given(strategies.read_documents())
def test_each_line_is_the_record(read: tuple[Document, tuple[Statement, ...]]) -> None:
    """A line a statement, each the statement record, whatever line ends its words hold."""
    of, found = read
    lines = b"".join(chunks((one, of) for one in found)).split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(text) for text in lines] == [statement_json(one, of) for one in found]


def test_a_lone_surrogate_is_an_escape() -> None:
    """Half a character from a broken page is written as JSON can carry it, and comes back."""
    of = document("Sina has a branch.", title="half \ud83d")
    found = line(statement(of, "Sina", "party_body", subject=mention(of, "Sina")), of)
    assert json.loads(found.decode("utf-8"))["document"]["title"] == "half \ud83d"
