"""The codebook's pages say what its YAML says."""

from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.codebook import load_codebook
from synopticon.codebook.pages import main, rendered
from tests.house.tree import ROOT

BOOK = load_codebook()
PAGES = rendered(BOOK)
FOLDER = ROOT / "docs" / "codebook"


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_up_to_date(name: str) -> None:
    """Each page is what the generator writes now: ``make docs`` renews them."""
    assert (FOLDER / name).read_text("utf-8") == PAGES[name], "run: python -m synopticon.codebook.pages"


def test_no_page_is_left_of_a_type_that_is_no_more() -> None:
    """The folder holds these pages and no other."""
    assert {path.name for path in FOLDER.glob("*")} == set(PAGES)


def test_a_page_tells_roles_frames_and_examples() -> None:
    """Every role, value, frame and sentence of a type stands in its page."""
    for kind in BOOK.types.values():
        page = PAGES[f"{kind.name}.md"]
        for role in kind.roles:
            assert f"| {role.name} |" in page
            assert all(f"`{value}`" in page for value in role.values)
        assert all(f"`{frame.rule}`" in page for frame in kind.frames)
        assert all(example.text in page for example in (*kind.must_find, *kind.must_not_find))


def test_writing_takes_away_what_is_no_more(tmp_path: Path) -> None:
    """A second run leaves the same pages, and a page of no type goes."""
    (tmp_path / "old_type.md").write_text("gone", "utf-8")
    assert main([str(tmp_path)]) == 0
    assert {p.name: p.read_text("utf-8") for p in tmp_path.iterdir()} == PAGES
