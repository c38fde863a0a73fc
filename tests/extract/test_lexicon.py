"""Cues: which words anchor which statement type, with what around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from synopticon.codebook import load_codebook
from synopticon.codebook.schema import Codebook, StatementType
from synopticon.errors import CodebookError
from synopticon.extract.lexicon import Lexicon
from tests.reader import Reader, word_of

PLAIN = frozenset({"a", "the", "its", "new"})


def lexicon(**lists: Any) -> Lexicon:
    """A lexicon of one type, ``hall``, with these lists of nouns; verbs are given as ``verbs``."""
    ours = load_codebook()
    cues = {"en": {"nouns": {k: v for k, v in lists.items() if k != "verbs"}, "verbs": lists.get("verbs", {})}}
    kind: StatementType = replace(ours.types["party_body"], name="hall", cues=cues, frames=())
    book: Codebook = replace(ours, types={"hall": kind})
    return Lexicon(book, "en")


def values(found: Lexicon, reader: Reader, sentence: str, word: str) -> list[str | None]:
    """The values of the entries that anchor on a noun."""
    return [entry.value for entry in found.noun_hits(word_of(reader.doc(sentence), word), PLAIN)]


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        ("The party committee met.", "committee", ["party"]),
        ("The communist committee met.", "committee", ["party"]),
        ("The new party committee met.", "committee", ["party"]),
        ("The committee of the party met.", "committee", ["party"]),
        ("Party committees met.", "committees", ["party"]),
        ("The audit committee met.", "committee", []),
        ("The committee met with the party.", "committee", []),
    ],
)
def test_a_cue_needs_its_words_in_the_same_phrase(reader: Reader, sentence: str, word: str, found: list[str]) -> None:
    """The words of a cue stand before its head, or in an "of" phrase behind it; a slash means either."""
    assert values(lexicon(body={"party": ["party/communist committee"]}), reader, sentence, word) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The committee met.", [None]),
        ("Its new committee met.", [None]),
        ("The audit committee met.", []),
        ("The committee of Sina met.", []),
    ],
)
def test_a_bare_cue_takes_plain_modifiers_only(reader: Reader, sentence: str, found: list[None]) -> None:
    """A bare noun anchors with an article or a plain adjective, and not once something says which kind it is."""
    assert values(lexicon(body=["~committee"]), reader, sentence, "committee") == found


def test_a_bare_cue_says_that_it_is_bare(reader: Reader) -> None:
    """Frames ask for the document's context where the entry is bare, so the entry carries it."""
    (entry,) = lexicon(body=["~committee"]).noun_hits(word_of(reader.doc("The committee met."), "committee"), PLAIN)
    assert entry.bare and not entry.titled


def test_the_most_specific_cue_of_a_list_wins(reader: Reader) -> None:
    """Of one list the cue that asks for most words is taken; another list speaks for itself."""
    found = lexicon(body={"any": ["committee"], "party": ["party committee"]}, other={"too": ["committee"]})
    assert values(found, reader, "The party committee met.", "committee") == ["party", "too"]


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        ("Parliament passed the Online Safety Act.", "Act", [None]),
        ("Parliament passed an act.", "act", []),
    ],
)
def test_a_titled_cue_needs_capitals(reader: Reader, sentence: str, word: str, found: list[None]) -> None:
    """A cue with a caret anchors in a title and not on the common noun."""
    assert values(lexicon(body=["^act"]), reader, sentence, word) == found


@pytest.mark.parametrize("sentence", ["The committee room is green.", "He is on committee duty."])
def test_a_noun_that_describes_another_is_no_anchor(reader: Reader, sentence: str) -> None:
    """In "committee room" nothing is said of a committee."""
    assert values(lexicon(body=["committee"]), reader, sentence, "committee") == []


def test_verbs_anchor_with_their_particle(reader: Reader) -> None:
    """"Shut down" is not "shut", in whatever form it stands."""
    found = lexicon(verbs={"act": {"down": ["shut_down"], "shut": ["shut"]}})
    down = found.verb_hits(word_of(reader.doc("The site was shut down."), "shut"))
    shut = found.verb_hits(word_of(reader.doc("They shut the site."), "shut"))
    assert ([e.value for e in down], [e.value for e in shut]) == (["down"], ["shut"])


@pytest.mark.parametrize("phrase", [12, "", "~", "  "])
def test_a_cue_that_is_no_phrase_is_refused(phrase: object) -> None:
    """A number or a blank among the cues is told with the type and the list it stands in."""
    with pytest.raises(CodebookError, match="hall") as caught:
        lexicon(body=[phrase])
    assert "list body" in str(caught.value)
