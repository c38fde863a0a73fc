"""Words for searching."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from synopticon.ledger.words import fold, passages, searchable
from tests import strategies


@given(strategies.texts)
def test_passages_cover_every_letter_once(text: str) -> None:
    """Cutting loses only space: the passages in order hold all other characters, without overlap."""
    spans = list(passages(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_sentences_are_cut_in_both_languages() -> None:
    """Full stops of both scripts end a passage; a point within a number or a name does not."""
    text = "Sina.com has 8.4 million users. “It grew.” 新浪设立党委。公司有党员！\nNext"
    assert [text[a:b] for a, b in passages(text)] == [
        "Sina.com has 8.4 million users.", "“It grew.”", "新浪设立党委。", "公司有党员！", "Next",
    ]  # fmt: skip


def test_han_runs_become_pairs() -> None:
    """A run of Han characters is indexed as overlapping pairs, one alone as itself, other words as they are."""
    assert searchable("新浪微博 on 360安全") == " 新浪 浪微 微博  on 360 安全 "
    assert searchable("党") == " 党 "


@given(st.text())
def test_what_is_indexed_can_be_stored(text: str) -> None:
    """Indexed words are UTF-8 without NUL, whatever a page held."""
    assert "\0" not in searchable(text)
    searchable(text).encode("utf-8")


@given(st.text(max_size=8))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folded name."""
    assert fold(fold(text)) == fold(text)


def test_names_fold_case_width_and_space() -> None:
    """Full-width letters, capitals and double spaces do not tell two names apart."""
    assert fold("ＳＩＮＡ  Corp") == fold("sina corp")
