"""Searching the sentences and titles of documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from synopticon.ledger import View
from synopticon.ledger.search import asked, marked, query
from synopticon.ledger.writer import Writer
from tests import strategies
from tests.samples import NOW, document


def found(view: View, words: str) -> list[tuple[str, list[str]]]:
    """The hits as (sentence, marked words)."""
    return [(hit.sentence, [hit.sentence[a:b] for a, b in hit.spans]) for hit in view.search(words)]


@pytest.mark.parametrize(("words", "sentence", "marks"), [
    ("committee", "Sina has a party committee.", ["committee"]),
    ("PARTY sina", "Sina has a party committee.", ["Sina", "party"]),
    ('"party members"', "It counts 283 party members, said Li Bin.", ["party members"]),
    ("“li bin”", "It counts 283 party members, said Li Bin.", ["Li Bin"]),
    ("283", "It counts 283 party members, said Li Bin.", ["283"]),
    ("党委", "新浪微博设立了党委。", ["党委"]),
    ("浪微", "新浪微博设立了党委。", ["浪微"]),
    ("新浪微博", "新浪微博设立了党委。", ["新浪微博"]),
    ("立", "新浪微博设立了党委。", ["立"]),
    ("公司 党员", "公司现有党员三百名。", ["公司", "党员"]),
    ("Inside", "Inside Sina", ["Inside"]),
    ("党建", "新浪党建", ["党建"]),
])  # fmt: skip
def test_words_are_found_and_marked(register: Path, words: str, sentence: str, marks: list[str]) -> None:
    """Words, phrases, numbers, and parts of Chinese names are found in their sentence and marked there."""
    with View(register) as view:
        assert (sentence, marks) in found(view, words)


@pytest.mark.parametrize("words", [
    '"committee party"', "committee 283", "微新", "branch", "", " ", "!!", '""', '"', "* -", "\0",
])  # fmt: skip
def test_what_is_not_there_is_not_found(register: Path, words: str) -> None:
    """Words in another order, in two sentences, or none at all find nothing."""
    with View(register) as view:
        assert view.search(words) == ()


def test_a_hit_says_where_it_stands(register: Path) -> None:
    """A hit quotes its document (or its title) at its place and carries what a page shows of the document."""
    with View(register) as view:
        hits = view.search("Sina")
        assert {hit.in_title for hit in hits} == {True, False}
        for hit in hits:
            of = view.document(hit.document)
            assert (of.title if hit.in_title else of.text)[hit.start : hit.end] == hit.sentence
            assert (hit.title, hit.outlet, hit.published) == (of.title, of.outlet, of.published)
        assert view.search("Sina", limit=1) == hits[:1]
        assert view.search("Sina", limit=0) == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.lists(st.sampled_from(
    ["AND", "OR", "NOT", "NEAR(", ")", "*", "^", ":", "words:", '"', "'", ";", "--", "-", "+", "{", "}", "Sina", "党"]
)).map(" ".join))  # fmt: skip
@example('words : "x')
@example('") OR ("')
@example("NEAR(a b, 2)")
@example("\ud800")
def test_no_words_are_read_as_syntax(register: Path, words: str) -> None:
    """Whatever is typed, search answers and never raises."""
    with View(register) as view:
        view.search(words)


@settings(max_examples=25, deadline=None)
@given(strategies.documents(), st.data())
def test_any_words_of_a_sentence_find_it(tmp_path_factory: pytest.TempPathFactory, of, data) -> None:  # type: ignore[no-untyped-def]
    """Each word of a document finds that document."""
    items = asked(" ".join(of.text.split()))
    with Writer(tmp_path_factory.mktemp("register"), now=NOW) as writer:
        writer.append([of])
        folder = writer._folder
    if not items:
        return
    word = data.draw(st.sampled_from([item for item in items if item.isascii()] or [""]))
    with View(folder) as view:
        assert not word or of.id in {hit.document for hit in view.search(f'"{word}"', limit=500)}


def test_operators_are_words(register: Path) -> None:
    """AND is a word like any other, so a sentence without it is not found by it."""
    with View(register) as view:
        assert view.search("Sina AND committee") == ()


def test_a_query_quotes_each_item() -> None:
    """Each item becomes a phrase of its own; a single Han character finds the pairs it begins."""
    assert query(asked('Sina "party committee" 党委书记 党')) == (
        '"Sina" AND "party committee" AND "党委 委书 书记" AND "党"*'
    )


@given(strategies.texts, st.lists(strategies.words, max_size=3))
def test_marks_lie_in_the_sentence_and_apart(sentence: str, items: list[str]) -> None:
    """Marked spans are in order, do not overlap and do not reach outside."""
    spans = marked(sentence, asked(" ".join(items)))
    ends = [place for span in spans for place in span]
    assert ends == sorted(ends)
    assert all(0 <= a < b <= len(sentence) for a, b in spans)


def test_accents_and_width_do_not_matter(tmp_path: Path) -> None:
    """Việt is found as viet, and full-width digits as digits, marked as they stand."""
    with Writer(tmp_path, now=NOW) as writer:
        writer.append([document("Đảng bộ Việt Nam có ３６０ đảng viên.")])
    with View(tmp_path) as view:
        assert [marks for _, marks in found(view, "viet 360")] == [["Việt", "３６０"]]
