"""The accuracy table in the README stands between its marks and is written from the measured cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.measure import ALL, Cell
from evals.readme import README, fill, main, rows
from evals.scoring import Tally


def cell(part: str, kind: str = ALL) -> Cell:
    """A cell with counts of nothing."""
    return Cell(set="devset", language="en", part=part, type=kind, tally=Tally())


def test_only_rows_over_all_types_are_told() -> None:
    """One row for each set, language and part; the frozen part is told as never looked at."""
    table = rows([cell("open"), cell("open", "rule"), cell("frozen")])
    assert len(table) == 4
    assert table[2].startswith("| passages of many kinds | English |")
    assert "never looked at" in table[3]


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
