from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from synopticon.codebook import load_codebook
from synopticon.errors import CodebookError

Write = Callable[..., Path]


def test_everything_written_is_in_the_records(write: Write) -> None:
    """Roles, cues, frames, examples, words, names, parents, domains and agencies all arrive in the codebook."""
    book = load_codebook(write())
    kind = book.types["held_meeting"]
    assert [(role.name, role.kind, role.required, role.values) for role in kind.roles] == [
        ("subject", "entity", True, ()), ("count", "quantity", False, ()), ("size", "enum", False, ("small", "large")),
    ]
    assert kind.cues["en"]["nouns"] == {"meeting": ["meeting", "talk"]}
    assert [frame.rule for frame in kind.frames] == ["held_meeting/en/holds"]
    assert kind.frames[0].pattern["roles"] == {"subject": ["agent"]}
    assert kind.must_find[0].expect == {"subject": "The choir", "size": "small"}
    assert [example.text for example in kind.must_not_find] == ["The choir sang."]
    choir, hall = book.actors["choir"], book.actors["hall"]
    assert (choir.country, choir.sources, hall.parent, dict(hall.identifiers)) == (
        "NO", ("a book",), "choir", {"lei": "X1"}
    )
    assert [(name.text, name.ambiguous) for name in hall.names] == [("Hall", True), ("The Hall", False)]
    assert book.outlets["wire"].agency
    assert book.outlets["herald"].prints == ("wire",)


def test_words_stay_words(write: Write) -> None:
    """`no`, `on`, dates and times of day are text here, where YAML 1.1 makes booleans and numbers of them."""
    assert load_codebook(write()).languages["en"].words["negation"] == ["no", "not", "on", "off"]
    text = "id: en\nname: E\nwords: {dates: [2017-01-02, 12:30, 1_000, 0x1f, y], count: [3, -1, 0.5], yes: true}\n"
    words = load_codebook(write("langs/en.yaml", "", text)).languages["en"].words
    assert words["dates"] == ["2017-01-02", "12:30", "1_000", "0x1f", "y"]
    assert words["count"] == [3, -1, 0.5]
    assert words["yes"] is True


def test_the_digest_changes_with_the_content_alone(write: Write, tmp_path: Path) -> None:
    """Loading the same files twice gives the same codebook and digest, one more blank another digest."""
    first = load_codebook(write())
    assert load_codebook(write()) is first
    changed = load_codebook(write("langs/en.yaml", "English", "English "))
    assert changed.digest != first.digest
    assert len(first.digest) == 64


def test_cues_may_be_a_bare_list(write: Write) -> None:
    """A list of cues is kept under the name `words`."""
    book = load_codebook(write("types/held.yaml", "cues:\n  en:\n    nouns", "cues:\n  zh: [会议]\n  en:\n    nouns"))
    assert book.types["held_meeting"].cues["zh"] == {"words": ["会议"]}


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("langs/en.yaml", "words:", "words: [", "langs/en.yaml, line"),
        ("langs/en.yaml", "name: English", "nmae: English", "must be a text"),
        ("langs/en.yaml", "name: English", "name: English\nsize: 3", "“size”"),
        ("langs/en.yaml", "name: English", "name: English\nname: Anglais", "langs/en.yaml, line 3"),
        ("langs/en.yaml", "id: en", "id: !!python/object:os.system en", "langs/en.yaml, line 1"),
        ("langs/en.yaml", "English", "\udc80", "Not UTF-8 (langs/en.yaml, line 2)"),
        ("langs/fr.yaml", "", "id: en\nname: Deutsch\n", "“en” is defined twice"),
        ("langs/de.yaml", "", "- id: de\n", "A mapping is expected"),
        ("langs/de.yaml", "", "", "A mapping is expected"),
        ("actors/some.yaml", "kind: group", "kind: group, colour: red", "“colour”"),
        ("actors/some.yaml", "id: hall", "id: choir", "actors/some.yaml, line 3"),
        ("actors/some.yaml", "ambiguous: [Hall]", "ambiguous: [Haul]", "“Haul” is called ambiguous"),
        ("actors/some.yaml", "en: [The Choir]", "en: The Choir", "must be a list of texts"),
        ("actors/more.yaml", "", "id: x\n", "A list is expected"),
        ("outlets/some.yaml", "id: wire,", "id: choir,", "“choir” is defined twice"),
        ("outlets/some.yaml", "agency: true", "agency: yes", "must be true or false"),
        ("types/held.yaml", "says: somebody holds a meeting", "", "“says”"),
        ("types/held.yaml", "kind: quantity", "kind: quantity, unit: m", "“unit”"),
        ("types/held.yaml", "expect: {subject", "expected: {subject", "“expected”"),
        ("types/held.yaml", "    holds:\n", "    holds: [x]\n    more:\n", "A mapping is expected"),
    ],
)
def test_what_the_records_cannot_hold_is_refused(write: Write, file: str, old: str, new: str, says: str) -> None:
    """Broken YAML, unknown and repeated keys, ids used twice and wrong forms raise an error with file and line."""
    with pytest.raises(CodebookError) as error:
        load_codebook(write(file, old, new))
    assert says in str(error.value)
    assert file in error.value.where
    assert pickle.loads(pickle.dumps(error.value)).where == error.value.where


def test_a_folder_without_a_codebook_says_so(tmp_path: Path) -> None:
    """An empty folder is an error that says what a codebook is made of."""
    with pytest.raises(CodebookError, match="types, langs, actors, outlets"):
        load_codebook(tmp_path)
