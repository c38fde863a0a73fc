"""The accuracy table in the README stands between its marks and is written from the measured cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.measure import ALL, Cell
from evals.readme import README, fill, main, rows
from evals.scoring import Tally


def cell(part: str, kind: str = ALL, *, language: str = "en", gold: int = 0) -> Cell:
    """A cell with counts of nothing but what is annotated."""
    return Cell(set="devset", language=language, part=part, type=kind, tally=Tally(gold=gold))


def test_open_and_frozen_stand_side_by_side() -> None:
    """One row for each set and language, over all types, with what was never looked at to the right."""
    table = rows([cell("open", gold=7), cell("open", "rule", gold=3), cell("frozen", gold=5)])
    assert len(table) == 3
    assert table[2].startswith("| passages of many kinds | English | 7 | 0.00 / 0.00 / 0.00 | 0.00 | 5 |")
    assert {line.count("|") for line in table} == {table[0].count("|")}


def test_a_side_without_passages_stays_blank() -> None:
    """A set that is all open has nothing to the right, and the row keeps its columns."""
    table = rows([cell("open", language="zh")])
    assert table[2].endswith("|  |  |  |")
    assert table[2].count("|") == table[0].count("|")


def test_the_block_is_replaced_and_nothing_else() -> None:
    """Filling twice gives what filling once gave, and the text around the block stays."""
    text = "a\n<!-- accuracy: begin (x) -->\nold\n<!-- accuracy: end -->\nb\n"
    once = fill(text, ["| new |"])
    assert once == "a\n<!-- accuracy: begin (x) -->\n| new |\n<!-- accuracy: end -->\nb\n"
    assert fill(once, ["| new |"]) == once


def test_the_readme_has_the_marks() -> None:
    """The block that the table goes into is there."""
    assert fill(README.read_text("utf-8"), [])


def test_without_marks_it_says_so() -> None:
    """A README that lost its marks is an error, not a silent nothing."""
    with pytest.raises(ValueError, match="marks"):
        fill("no marks", [])


def test_without_passages_the_readme_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the passages are not at hand, the table stays and the exit status says so."""
    readme = tmp_path / "README.md"
    readme.write_text("as it was", "utf-8")
    assert main(lambda lines: [], shared=tmp_path / "nothing", readme=readme) == 2
    assert readme.read_text("utf-8") == "as it was"
    assert "keeps the table" in capsys.readouterr().err


def test_passages_and_public_sets_go_into_one_block(shared: Path, perfect: Any, tmp_path: Path) -> None:
    """One measurement prints the whole table and fills the block; a public set that is missing says so."""
    for name in ("devset", "trainset", "newsset"):
        (shared / name / "gold").mkdir(parents=True)
    readme = tmp_path / "README.md"
    readme.write_text("<!-- accuracy: begin -->\n<!-- accuracy: end -->\n", "utf-8")
    assert main(perfect, shared=shared, readme=readme) == 0
    written = readme.read_text("utf-8")
    assert "| English | 2 | 1.00 / 1.00 / 1.00 | 1.00 |  |  |  |" in written
    assert "| GUM | not measured | not here |" in written
