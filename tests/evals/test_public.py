"""The public sets, one line each, and a clear line where one is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.public import Line, lines, table
from evals.run import SHARED


def test_a_missing_set_is_one_clear_line(tmp_path: Path) -> None:
    """Nothing fails without the public sets, and each is named."""
    told = lines(tmp_path)
    assert [(line.name, line.figures) for line in told] == [("GUM", "not here"), ("Recognizers-Text", "not here")]


def test_lines_make_a_table() -> None:
    """A head, a rule and a row for each line."""
    made = table([Line(name="a", measured="b", figures="c")])
    assert made == ["| public set | measured | figures |", "|---|---|---|", "| a | b | c |"]


def test_an_empty_folder_of_specs_has_no_line(tmp_path: Path) -> None:
    """A language without any spec file is left out."""
    (tmp_path / "data" / "recognizers").mkdir(parents=True)
    assert [line.name for line in lines(tmp_path)] == ["GUM"]


def test_the_public_sets_hold_what_was_reached() -> None:
    """Dates of GUM at 0.86, the English specs in scope at 0.85 and the Chinese ones at 0.80, each kind."""
    if not (SHARED / "data" / "gum").is_dir():
        pytest.skip(f"no public sets in {SHARED / 'data'}")
    told = {(line.name, line.measured): line.figures for line in lines(SHARED)}
    assert float(told["GUM, news and interviews", "value of dates"].split()[1]) >= 0.86
    for language, least in (("English", 0.85), ("Chinese", 0.80)):
        figures = told[f"Recognizers-Text, {language}", "specs in scope that pass"]
        assert all(float(part.split()[1]) >= least for part in figures.split(", "))
