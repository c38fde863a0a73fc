"""The trained reader: its files are guarded, its answers do not depend on company, its places lie in the texts."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.codebook import load_codebook
from synopticon.errors import MissingPart
from synopticon.extract.trained import TrainedReader, context
from synopticon.extract.trained.encoding import BEFORE, HEAD, SENTENCE, Encoded, encode
from synopticon.extract.trained.files import DIGESTS, MODELS, trained_file
from synopticon.extract.trained.labels import FLAT, MODALITIES, ROLES, ROLES_OF, TYPES, VALUES, bucket
from synopticon.extract.trained.reader import spans, whole_words

PAIRS = [
    ("Norwell, a chat service, opened in 2012.", "The ministry blocked it in May 2019, officials said."),
    ("Norwell names a head\nNorwell is a chat service.", "Mira Oduya, chief executive of Norwell, spoke on Monday."),
    ("A quiet day.", "The weather stayed fine until the evening."),
]


@pytest.fixture(scope="module")
def trained() -> TrainedReader:
    """The shipped reader."""
    return TrainedReader()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named, with what to do."""
    with pytest.raises(MissingPart, match=r"reader-en\.onnx is missing.*make train"):
        trained_file("reader-en.onnx", tmp_path)


def test_an_altered_file_is_named(tmp_path: Path) -> None:
    """A file with one byte more than it should have is named, and the reader does not start."""
    for name in DIGESTS:
        (tmp_path / name).write_bytes((MODELS / name).read_bytes() + b"\n")
    with pytest.raises(MissingPart, match="is not the one that belongs to this version"):
        TrainedReader(tmp_path).read(PAIRS)


def test_shipped_files_are_small_enough() -> None:
    """What is shipped is what the digests say, and 25 MB at most together."""
    assert sum(len(trained_file(name)) for name in DIGESTS) <= 25_000_000


def test_labels_are_the_trained_ones() -> None:
    """The lists in the code are those that the files were trained with, word for word and in order."""
    said = json.loads((MODELS / "reader-en-labels.json").read_text("utf-8"))
    assert said == {
        "types": list(TYPES), "roles": list(ROLES), "modalities": list(MODALITIES), "values": [list(p) for p in FLAT],
    }  # fmt: skip


def test_labels_are_the_codebooks() -> None:
    """Every type, role and value that the reader gives is one of the codebook's."""
    types = load_codebook().types
    for name in TYPES:
        roles = {role.name: role for role in types[name].roles}
        assert set(ROLES_OF[name]) <= roles.keys()
        for role, values in VALUES.items():
            if role in roles:
                assert set(values) <= set(roles[role].values)


def test_company_changes_nothing(trained: TrainedReader) -> None:
    """A sentence read alone, in company and in another order has the same scores to the last digit."""
    together = trained.read(PAIRS)
    assert together == [trained.read([pair])[0] for pair in PAIRS]
    assert together[::-1] == trained.read(PAIRS[::-1])
    assert together == TrainedReader(threads=2).read(PAIRS)


def test_it_tells_the_types_apart(trained: TrainedReader) -> None:
    """A block, a post and the weather are told apart."""
    blocked, post, weather = (one.types for one in trained.read(PAIRS))
    assert blocked["restriction"] > 0.5 > blocked["office_post"]
    assert post["office_post"] > 0.5 > post["restriction"]
    assert max(weather.values()) < 0.5


def test_words_are_tagged(trained: TrainedReader) -> None:
    """The subject and the post of a plain sentence are found."""
    sentence = PAIRS[1][1]
    found = trained.read([PAIRS[1]])[0].subjects["office_post"][0]
    assert sentence[found.words.start : found.words.end] == "Mira Oduya"
    post = found.roles["post"][0]
    assert "chief executive" in sentence[post.start : post.end]


@given(st.text(max_size=120), st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_is_read(before: str, sentence: str) -> None:
    """Whatever the texts, reading ends, scores lie between 0 and 1 and places lie in their text."""
    found = SHARED.read([(before, sentence)])[0]
    assert all(0 <= score <= 1 for score in found.types.values())
    for subjects in found.subjects.values():
        for one in subjects:
            for words in (one.words, *(w for hits in one.roles.values() for w in hits)):
                assert 0 <= words.start <= words.end <= len((before, sentence)[words.part])


SHARED = TrainedReader()


def test_long_texts_are_cut(trained: TrainedReader) -> None:
    """A sentence of 50,000 words is read to a bound, and of what stands before beginning and end are kept."""
    encoded = encode(trained._tokenizer, "first " + "word " * 500 + "last", "word " * 50_000)
    assert encoded.segments.count(1) == SENTENCE + 1 and encoded.segments.count(0) == BEFORE + 2
    assert encoded.places[1] == (0, 5) and encoded.places[BEFORE][1] == len("first " + "word " * 500 + "last")
    assert HEAD < BEFORE


def test_whole_words() -> None:
    """A span that cuts through a word is widened to it, and marks at its edges are left out; Han text is left as is."""
    text = "The Norwell's “users” rose; 新浪微博用户"
    assert text[slice(*whole_words(text, 6, 9))] == "Norwell"
    assert text[slice(*whole_words(text, 13, 21))] == "users"[:5] or "users" in text[slice(*whole_words(text, 13, 21))]
    start = text.index("浪")
    assert text[slice(*whole_words(text, start, start + 2))] == "浪微"


def test_spans_begin_where_told() -> None:
    """Two begins are two spans, a word's later pieces belong to it, and no span begins in its middle."""
    places = ((0, 0), (0, 4), (4, 6), (7, 9), (0, 0), (0, 3), (0, 0))
    encoded = Encoded(ids=(0,) * 7, segments=(0, 0, 0, 0, 0, 1, 1), places=places)
    tags = np.array([[0.9, 0, 0.1], [0, 1, 0], [0, 0.2, 0.8], [0, 1, 0], [0, 0, 1], [0, 0.2, 0.8], [1, 0, 0]], float)
    assert sorted(span for span, _ in spans(tags, encoded)) == [(1, 3), (3, 4)]


def test_distances_fall_into_classes() -> None:
    """Inside is a class of its own, and before and after are told apart."""
    assert bucket(0) == 0
    assert {bucket(n) for n in range(1, 100)} == {1, 2, 3, 4, 5}
    assert {bucket(-n) for n in range(1, 100)} == {6, 7, 8, 9, 10}


def test_context_leads_back() -> None:
    """What stands before a sentence is the title and two sentences, and its words lead back to their places."""
    text = "A title here\nOne came. Two came. Three came. Four came."
    spans_ = [(0, 12), (13, 22), (23, 32), (33, 44), (45, 55)]
    found = context(text, "A title here", spans_, 4)
    assert found.text == "A title here\nTwo came. Three came."
    assert found.place(0, 7) == (0, 7)
    start = found.text.index("Three")
    assert found.place(start, start + 5) == (33, 38)
    assert found.place(5, 20) is None
    assert context(text, None, spans_, 0).text == ""


def test_a_title_that_is_not_in_the_text() -> None:
    """A title given beside the text is read, and gives no place."""
    found = context("One came. Two came.", "Elsewhere", [(0, 9), (10, 19)], 1)
    assert found.text == "Elsewhere\nOne came."
    assert found.place(0, 9) is None and found.place(10, 13) == (0, 3)
