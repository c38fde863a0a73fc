"""The scan: every form of every anchor is let through, and what it leaves out says nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.passages import SETS, Passage, frozen_ids, read_set
from synopticon.codebook import load_codebook
from synopticon.extract.prefilter import Scan, Trigger, folded, surface_forms, with_neighbours
from synopticon.extract.reading import Extractor
from synopticon.records import Document
from synopticon.text.sentences import find_paragraphs, find_sentences
from tests import samples
from tests.reader import Reader

SHARED = Path(__file__).resolve().parents[3] / "shared"
BOOK = load_codebook()
IRREGULAR = BOOK.languages["en"].words["irregular"]
MOST_LOST = 0.005  # of the statements found without the scan


@pytest.mark.parametrize(
    ("head", "forms"),
    [
        ("ban", ["ban", "bans", "banned", "banning"]),
        ("seize", ["seize", "seizes", "seized", "seizing"]),
        ("penalty", ["penalty", "penalties"]),
        ("company", ["company", "companies", "company's"]),
        ("spokeswoman", ["spokeswoman", "spokeswomen"]),
        ("set_up", ["set", "setting"]),
        ("hold", ["hold", "held", "holding"]),
        ("buy", ["buy", "buys", "bought"]),
        ("be", ["is", "was", "were", "being"]),
    ],
)
def test_every_form_of_a_head_is_known(head: str, forms: list[str]) -> None:
    """Endings, doubled consonants, changed stems and listed irregular forms are among those looked for."""
    assert set(forms) <= surface_forms(head, IRREGULAR)


def scan(*heads: str, needs: tuple[str, ...] = (), context: str | None = None, figure: bool = False) -> Scan:
    """A scan for these heads."""
    wanted = (frozenset(needs),) if needs else ()
    return Scan([Trigger(head=h, needs=wanted, context=context, figure=figure) for h in heads], IRREGULAR)


SENTENCES = ["The party has a branch.", "Branches fell.", "It brancheth not.", "A BRANCH of 12."]
TEXT = " ".join(SENTENCES)
SPANS = [(TEXT.index(s), TEXT.index(s) + len(s)) for s in SENTENCES]


def test_forms_are_whole_words_in_any_case() -> None:
    """A form inside another word is no hit, and capitals are no hindrance."""
    assert scan("branch").sentences(TEXT, SPANS, {}) == [0, 1, 3]


@pytest.mark.parametrize(
    ("one", "hits"),
    [
        (scan("branch", needs=("party", "communist")), [0]),
        (scan("branch", figure=True), [3]),
        (scan("branch", context="party_body"), []),
        (scan("branch", context="rule"), [0, 1, 3]),
    ],
)
def test_a_form_counts_where_its_cue_may_hold(one: Scan, hits: list[int]) -> None:
    """Words that the cue needs, a figure, and the document's context are asked of before anything is parsed."""
    assert one.sentences(TEXT, SPANS, {"party_body": False, "rule": True}) == hits


def test_neighbours_are_let_through() -> None:
    """The sentence before a hit, and the one after it in its paragraph, are parsed for what they name."""
    assert with_neighbours([2], [0, 0, 0, 0, 1]) == [1, 2, 3]
    assert with_neighbours([3], [0, 0, 0, 0, 1]) == [2, 3]
    assert with_neighbours([0], [0]) == [0]


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    """A place in the folded text is the same place in the text, whatever the script."""
    assert len(folded(text)) == len(text)


class Remembering(Extractor):
    """An extractor that parses a sentence once: both ways of reading get the same parse."""

    parses: dict[str, Any]

    @property
    def model(self) -> Any:
        """The parser, with what was parsed before."""
        return self

    def pipe(self, texts: Iterable[str]) -> Iterator[Any]:
        """The parse of each text."""
        texts = list(texts)
        new = [text for text in dict.fromkeys(texts) if text not in self.parses]
        self.parses.update(zip(new, Extractor.model.fget(self).pipe(new), strict=True))  # type: ignore[attr-defined]
        return (self.parses[text] for text in texts)


def passages() -> list[Passage]:
    """The open English passages. Skips where they are not beside the project."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the annotated passages are not part of a clone")
    closed = frozen_ids()
    found = [p for name in SETS for p in read_set(SHARED, name, frozen=closed.get(name, ()))]
    return [p for p in found if not p.frozen and p.language == "en"]


def english(document: Document) -> int:
    """How many different English sentences a document has."""
    found = find_sentences(document.text, find_paragraphs(document.text), "en")
    return len({document.text[s.start : s.end] for s in found if s.language == "en"})


def test_the_scan_loses_nothing(reader: Reader) -> None:
    """On every open passage, reading what the scan lets through finds what reading every sentence finds."""
    whole, kept = Remembering(BOOK, scanning=False), Remembering(BOOK)
    total, lost = 0, []
    for passage in passages():
        whole.parses = kept.parses = {}
        article = json.loads(passage.line)
        document = samples.document(article["text"], published=article.get("published"))
        found = reader.of(document, extractor=kept).statements
        everything = len(kept.parses) == english(document)  # then reading it all again can give nothing else
        without = found if everything else reader.of(document, extractor=whole).statements
        total += len(without)
        ids = {s.id for s in found}
        lost += [f"{passage.id}: {s.rule}: {s.anchor.exact}" for s in without if s.id not in ids]
    assert len(lost) <= MOST_LOST * total, f"{len(lost)} of {total}\n" + "\n".join(lost)


def test_the_codebooks_own_sentences_pass_the_scan(reader: Reader) -> None:
    """Each sentence that must be found gives the same with the scan as without it."""
    whole = Extractor(BOOK, scanning=False)
    for example in (e for kind in BOOK.types.values() for e in kind.must_find if e.language == "en"):
        document = samples.document(example.text)
        assert reader.extraction(example.text) == reader.of(document, extractor=whole), example.text
