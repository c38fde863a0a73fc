"""The CSV export."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from synopticon.publish.formats.csv import chunks, columns, row, safe
from synopticon.records import Document, Quantity, Statement, Term
from tests import strategies
from tests.samples import SINA, date, document, mention, quantity, statement


def rows(*pairs: tuple[Statement, Document]) -> list[dict[str, str]]:
    """The file read back, as a spreadsheet would."""
    text = b"".join(chunks(pairs)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_holds_every_role_in_its_column() -> None:
    """Names, links, bounds, dates and values stand in columns of their own."""
    of = document("Sina has 800 members or more.", title="T", id="d")
    found = statement(of, "Sina has 800", "party_members", subject=mention(of, "Sina", entity=SINA),
                      count=Quantity(low=800, high=None, approx=True, text="800", start=0, end=1),
                      percent=quantity(1.5, text="1.5"), date=date("2017"), measure="other")  # fmt: skip
    (cells,) = rows((found, of))
    wanted = {
        "id": found.id, "subject": "Sina", "subject_entity": "sina", "count_low": "800", "count_high": "",
        "count_approx": "true", "percent_low": "1.5", "date": "2017", "measure": "other", "document": "d", "title": "T",
        "exact": "Sina has 800", "start": "0", "end": "12", "confidence": "0.9", "other_roles": "", "actor": "",
    }  # fmt: skip
    assert {name: cells[name] for name in wanted} == wanted


def test_roles_without_a_column_are_kept() -> None:
    """A role that no column knows stands as JSON in the last one; the columns stay where they are."""
    of = document("Sina grew.")
    found = statement(of, "Sina", "new_type", subject=mention(of, "Sina"), weather="fair")
    (cells,) = rows((found, of))
    assert cells["other_roles"] == '{"weather":{"text":"","value":"fair"}}'
    assert list(cells) == list(columns())


def test_repeated_roles_are_joined() -> None:
    """Several values of a role stand in one cell."""
    of = document("Sina has both.")
    one = statement(of, "Sina", "party_body", subject=mention(of, "Sina"))
    one = replace(one, roles={**one.roles, "body": (Term(value="committee"), Term(value="cell"))})
    assert row(one, of)["body"] == "committee; cell"


@pytest.mark.parametrize(("value", "expected"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=x", "'\t=x"), (" =x", "' =x"),
    ("＝x", "'＝x"), ("\rx", "'\rx"), ("plain", "plain"), ("a=b", "a=b"), (-5, "-5"), (0.25, "0.25"), (3.0, "3"),
    (None, ""), (True, "true"), (False, "false"), ("a\0b", "ab"),
])  # fmt: skip
def test_cells_are_safe(value: object, expected: str) -> None:
    """Text that a spreadsheet would run is set off with an apostrophe; numbers stay numbers."""
    assert safe(value) == expected


@given(strategies.read_documents())
def test_any_statement_is_one_row(read: tuple[Document, tuple[Statement, ...]]) -> None:
    """Newlines, quotes and marks in the words never break a row, and no cell starts a formula."""
    of, found = read
    cells = rows(*((one, of) for one in found))
    assert [r["id"] for r in cells] == [one.id for one in found]
    for one, r in zip(found, cells, strict=True):
        assert r["exact"].removeprefix("'") == one.anchor.exact.replace("\0", "").removeprefix("'")
        assert not any(value.startswith(("=", "+", "@", "\t", "\r")) for value in r.values())
