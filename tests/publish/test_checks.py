"""What must hold before an export is let out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from synopticon.errors import ExportError
from synopticon.ledger import View
from synopticon.publish import EXPORTS, write
from synopticon.publish.checks import checked, faults
from synopticon.records import Document, Statement
from tests import strategies


class Shelf:
    """A register in memory, for states that a ledger would never hold."""

    def __init__(self, documents: list[Document], statements: list[Statement], count: int | None = None) -> None:
        self._documents = {document.id: document for document in documents}
        self._statements = statements
        self._count = len(statements) if count is None else count

    def documents(self) -> Iterator[Document]:
        """All documents."""
        yield from self._documents.values()

    def document(self, id: str) -> Document:
        """One document."""
        return self._documents[id]

    def statements(self) -> Iterator[Statement]:
        """All statements."""
        yield from self._statements

    def counts(self) -> dict[str, int]:
        """What is said to be there."""
        return {"statement": self._count}


@pytest.fixture
def shelf(view: View) -> Shelf:
    """The register of the view, in memory."""
    return Shelf(list(view.documents()), list(view.statements()))


@given(strategies.read_documents())
def test_what_quotes_its_document_has_no_fault(read: tuple[Document, tuple[Statement, ...]]) -> None:
    """Any honest statement passes."""
    of, found = read
    assert [fault for one in found for fault in faults(one, of)] == []


def test_all_statements_pass_with_their_documents(view: View) -> None:
    """A whole register passes, in order, each statement beside its own document."""
    pairs = list(checked(view))
    assert [s for s, _ in pairs] == list(view.statements())
    assert all(s.document == d.id for s, d in pairs)


@pytest.mark.parametrize(("change", "said"), [
    ({"exact": "Sohu"}, "quotes 'Sohu'"),
    ({"start": 1}, "does not stand at"),
    ({"start": -3, "end": -1}, "does not stand at"),
    ({"end": 10**6}, "does not stand at"),
    ({"prefix": "no"}, "has before it 'no'"),
    ({"suffix": "no"}, "has after it 'no'"),
    ({"sentence": "no such sentence"}, "not in the document"),
])  # fmt: skip
def test_an_anchor_that_does_not_quote_is_found(view: View, change: dict[str, object], said: str) -> None:
    """A changed word, place, context or sentence stops the export and is named, with the statement and document."""
    documents, statements = list(view.documents()), list(view.statements())
    broken = replace(statements[0], anchor=replace(statements[0].anchor, **change))  # type: ignore[arg-type]
    with pytest.raises(ExportError, match=said) as caught:
        list(checked(Shelf(documents, [broken, *statements[1:]])))
    assert broken.document in str(caught.value)


def test_a_statement_of_no_document_is_found(shelf: Shelf) -> None:
    """A document that is not there stops the export."""
    with pytest.raises(ExportError, match="which is not there"):
        list(checked(Shelf([], list(shelf.statements()))))


def test_a_repeated_id_is_found(shelf: Shelf) -> None:
    """The same statement twice stops the export."""
    statements = list(shelf.statements())
    with pytest.raises(ExportError, match="comes twice"):
        list(checked(Shelf(list(shelf.documents()), [*statements, statements[0]])))


@pytest.mark.parametrize("count", [2, 4])
def test_a_count_that_differs_is_found(shelf: Shelf, count: int) -> None:
    """Fewer or more statements than the ledger counts stop the export."""
    wrong = Shelf(list(shelf.documents()), list(shelf.statements()), count)
    with pytest.raises(ExportError, match=f"the ledger counts {count}"):
        list(checked(wrong))


@pytest.mark.parametrize("form", [export.name for export in EXPORTS])
def test_nothing_is_let_out_when_a_check_fails(shelf: Shelf, tmp_path: Path, form: str) -> None:
    """A failure at the very last leaves the old file as it was, and no scrap beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "export"
    out.write_bytes(b"old")
    with pytest.raises(ExportError):
        write(Shelf(list(shelf.documents()), list(shelf.statements()), 99), format=form, out=out)
    assert out.read_bytes() == b"old"
    assert [path.name for path in folder.iterdir()] == ["export"]
