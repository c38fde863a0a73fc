"""Quoted elements of a TEI text against the spans that we find: how they are joined, parted and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import gum_quotes
from evals.gum_quotes import Piece, joined, measure, read_tei, share

TAGS = {"“": "``", "”": "''", "(": "(", ",": ",", ".": "SENT"}


def tokens(words: str) -> str:
    """Words as TEI lines: one token a line with its tag; ``“`` and ``”`` stand for the two straight marks."""
    lines = []
    for word in words.split():
        shown = '"' if word in "“”" else word
        lines.append(f"{shown}\t{TAGS.get(word, 'NN')}\t_")
    return "\n" + "\n".join(lines) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one small TEI file in our own words."""
    said = (
        f"<text><p>{tokens('He said')}<quote>{tokens('“ We are here .')}</quote>"
        f"<quote>{tokens('We stay . ”')}</quote></p>"
        f"<p>{tokens('It is called')}<q>{tokens('“ the desk ”')}</q>{tokens('by')}"
        f"<quote>{tokens('its own folk')}</quote>"
        f"{tokens('.')}</p><p>{tokens('They add “ nothing ” .')}</p></text>"
    )
    (tmp_path / "one.xml").write_text(said, "utf-8")
    return tmp_path


def test_text_is_laid_out_as_it_would_be_printed(folder: Path) -> None:
    """Marks lean on the words they open and close; paragraphs stand apart."""
    text, pieces = read_tei(folder / "one.xml")
    assert text.startswith('He said "We are here. We stay."\n\nIt is called "the desk" by its own folk.')
    assert [(piece.name, text[piece.start : piece.end]) for piece in pieces] == [
        ("quote", '"We are here.'), ("quote", 'We stay."'), ("q", '"the desk"'), ("quote", "its own folk"),
    ]  # fmt: skip


def test_sentences_of_one_quotation_are_joined_and_bare_words_left_out(folder: Path) -> None:
    """One pair of marks is one quotation, however many elements it has; words without marks are none."""
    text, pieces = read_tei(folder / "one.xml")
    assert [text[p.start : p.end] for p in joined(text, pieces)] == ['"We are here. We stay."', '"the desk"']


def test_spans_are_counted_by_element(folder: Path) -> None:
    """Both elements have their own share, and what they leave out is counted."""
    report = measure(folder)
    assert dict(report["quote"]) == {"left out": 1, "wanted": 1, "right": 1, "unmarked": 1}
    assert dict(report["q"]) == {"left out": 0, "wanted": 1, "right": 1}
    assert share(report["q"]) == 1.0


def test_a_quotation_with_its_cue_inside_is_parted() -> None:
    """An element over ``"A," she said. "B."`` holds two quotations."""
    text = '"We go now," she told the hall. "We are late."'
    halves = joined(text, [Piece(start=0, end=len(text), name="quote")])
    assert [text[p.start : p.end] for p in halves] == ['"We go now,"', '"We are late."']


def test_a_translators_note_is_no_part_of_a_quotation() -> None:
    """"((it))" behind the marks does not belong to the words inside them."""
    text = 'a "broad view" ((it)) of it'
    (one,) = joined(text, [Piece(start=2, end=21, name="quote")])
    assert text[one.start : one.end] == '"broad view"'


def test_a_missing_folder_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the files nothing fails, and the line says where they were looked for."""
    assert gum_quotes.main(["--gum", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().err == f"skipped: no GUM files in {tmp_path / 'none'}\n"


def test_direct_quotations_of_gum_hold_their_floor() -> None:
    """At least 0.92 of the words that GUM marks as said have the right span."""
    if not gum_quotes.GUM.is_dir():
        pytest.skip(f"no GUM files in {gum_quotes.GUM}")
    report = measure(gum_quotes.GUM)
    assert share(report["quote"]) >= 0.92
    assert share(report["q"]) >= 0.92
