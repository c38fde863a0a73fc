"""Reading a capture: what a document says of itself, determinism, refusals, and real passages if they are at hand."""

from __future__ import annotations

import json
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.records import Given, Refusal
from synopticon.text import Reading, read
from synopticon.text.media import MEDIA
from tests.text.samples import PAGE, capture, reading, refused

SHARED = Path(__file__).parents[3] / "shared"
TYPES = [kind for medium in MEDIA for kind in medium.types]


def test_what_was_given_wins_over_the_page() -> None:
    """Title, outlet, date and language given with the source stand, and say so."""
    given = Given(
        title="Other", outlet="Wire", published="2016", url="https://a.example/x", author="Li", language="en-GB"
    )
    document = reading(PAGE.format(encoding="utf-8").encode(), "text/html", given=given).document
    assert (document.title, document.outlet, document.published, document.published_by) == (
        "Other",
        "Wire",
        "2016",
        "given",
    )
    assert (document.url, document.author, document.language) == ("https://a.example/x", "Li", "en")


def test_the_id_is_given_or_of_the_capture() -> None:
    """Two readings of the same bytes are the same document."""
    assert reading(b"Words.", "text/plain", given=Given(id="x")).document.id == "x"
    assert reading(b"Words.", "text/plain").document.id == reading(b"Words.", "text/plain").document.id
    assert reading(b"Words.", "text/plain").document.id != reading(b"Word.", "text/plain").document.id


def test_a_type_with_parameters_is_read() -> None:
    """``text/html; charset=...`` is HTML."""
    assert reading(b"<p>a", "Text/HTML; charset=utf-8").document.text == "a"


def test_an_unknown_type_is_refused() -> None:
    """With the types that are known."""
    assert refused(b"x", "image/png") == "unsupported"


def test_reading_twice_gives_the_same() -> None:
    """Text, maps and sentences are a function of the bytes; a reading can be handed to another process."""
    data = PAGE.format(encoding="utf-8").encode()
    assert reading(data, "text/html") == reading(data, "text/html")
    assert pickle.loads(pickle.dumps(reading(data, "text/html"))) == reading(data, "text/html")


@given(st.binary(max_size=300), st.sampled_from(TYPES))
def test_any_bytes_of_any_type_are_read_or_refused(data: bytes, media: str) -> None:
    """Nothing raises; offsets lead into the capture."""
    result = read(data, capture(data, media))
    if isinstance(result, Refusal):
        assert result.reason
        return
    size = len(result.document.text)
    first, last = result.offsets.back(0, size)
    assert 0 <= first <= last
    assert result.offsets.unit != "byte" or last <= len(data)


def test_speed_and_length() -> None:
    """A megabyte of text and a page of 350 KB are read in moments, in any script."""
    english = ("The committee of the board met on Tuesday, Mr. Li said. " * 8 + "\n\n") * 2300
    chinese = ("该公司于2017年成立了党委，有党员283名。" * 8 + "\n\n") * 1900
    page = "<html><body>" + "<div><p>The board <b>met</b> &amp; sat.</p></div>\n" * 12000
    for data, media in ((english, "text/plain"), (chinese, "text/plain"), (page, "text/html")):
        began = time.perf_counter()
        reading(data.encode(), media)
        assert time.perf_counter() - began < 10  # it takes a twentieth of that on an idle machine


def passages() -> list[Path]:
    """Annotated passages, none of them frozen, where the shared folder is at hand."""
    frozen = json.loads((Path(__file__).parents[2] / "evals" / "frozen.json").read_text())["frozen"]
    kept = {name for names in frozen.values() for name in names}
    return [path for path in sorted(SHARED.glob("*/text/*.txt")) if path.stem not in kept]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder with annotated passages is not beside the project")
def test_real_passages() -> None:
    """Every passage is read in its language; its sentences are of a reader's size, and lead to their words."""
    for path in passages()[::5]:
        data = path.read_bytes()
        result = reading(data, "text/plain")
        gold = json.loads((path.parents[1] / "gold" / f"{path.stem}.json").read_text())
        assert result.document.language == gold["language"], path.stem
        assert result.document.published in (None, gold["published"]), path.stem
        for sentence in result.sentences:
            assert sentence.end - sentence.start < 900
            words = result.document.text[sentence.start : sentence.end]
            source = data[slice(*result.offsets.back(sentence.start, sentence.end))].decode()
            assert "".join(source.split()) == "".join(words.split())


def test_the_reading_is_whole() -> None:
    """A reading holds a document, offsets, paragraphs and sentences that agree."""
    result = reading(b"One. Two.\n\nThree.", "text/plain")
    assert isinstance(result, Reading)
    assert result.paragraphs == ((0, 9), (11, 17))
    assert [(s.start, s.end, s.paragraph) for s in result.sentences] == [(0, 4, 0), (5, 9, 0), (11, 17, 1)]
