"""Every medium keeps the same promises: each one listed in ``MEDIA`` is tried here, the next one too."""

from __future__ import annotations

import json

import pytest

from synopticon.text.maps import BYTE, PAGE_CHARACTER, Offsets
from synopticon.text.media import MEDIA, Asked, Medium
from synopticon.text.unreadable import UnreadableError
from tests.text.samples import pdf

WORDS = "The harbour board met on Tuesday."
# One small capture of each medium that says WORDS; a new medium brings its own.
SAMPLES = {
    "plain": WORDS.encode(),
    "html": f"<html><body><p>{WORDS}</p></body></html>".encode(),
    "pdf": pdf([[WORDS]]),
    "article": json.dumps({"text": WORDS}).encode(),
}
EACH = pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.name)


@EACH
def test_it_reads_its_own(medium: Medium) -> None:
    """Its sample gives its words, a map as long as the text, and a reader that names the chain and its version."""
    extract = medium.extract(SAMPLES[medium.name], Asked(media=medium.types[0]))
    assert extract.text.strip() == WORDS
    assert extract.maps[-1].length == len(extract.text)
    name, _, version = extract.reader.partition("/")
    assert name.startswith(medium.name)
    assert version.isdigit()
    assert extract.encoding
    assert extract.unit in (BYTE, PAGE_CHARACTER)


@EACH
def test_its_offsets_lead_into_the_capture(medium: Medium) -> None:
    """Each word leads to a stretch of the capture that holds it, in order."""
    data = SAMPLES[medium.name]
    extract = medium.extract(data, Asked(media=medium.types[0]))
    offsets = Offsets(maps=extract.maps, unit=extract.unit)
    place = 0
    for word in WORDS.split():
        start = extract.text.index(word)
        first, last = offsets.back(start, start + len(word))
        assert place <= first < last
        place = last
        if extract.unit == BYTE:
            assert data[first:last].decode() == word


@EACH
def test_it_reads_the_same_twice(medium: Medium) -> None:
    """The same bytes give the same text, maps and details."""
    data = SAMPLES[medium.name]
    assert medium.extract(data, Asked(media=medium.types[0])) == medium.extract(data, Asked(media=medium.types[0]))


@EACH
@pytest.mark.parametrize("data", [b"", b"\x00" * 64, bytes(range(256)), b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_it_refuses_what_is_not_its_own(medium: Medium, data: bytes) -> None:
    """Nothing, zeros and noise are refused with a reason and a sentence, by no other error."""
    with pytest.raises(UnreadableError) as caught:
        medium.extract(data, Asked(media=medium.types[0]))
    assert caught.value.reason
    assert caught.value.detail


@EACH
def test_a_sample_cut_anywhere_is_read_or_refused(medium: Medium) -> None:
    """A truncated capture raises nothing else."""
    data = SAMPLES[medium.name]
    for size in range(0, len(data), 7):
        try:
            medium.extract(data[:size], Asked(media=medium.types[0]))
        except UnreadableError as error:
            assert error.detail


def test_every_type_has_one_medium() -> None:
    """No media type is claimed twice, and names differ."""
    types = [kind for medium in MEDIA for kind in medium.types]
    assert len(types) == len(set(types))
    assert len({medium.name for medium in MEDIA}) == len(MEDIA)
    assert set(SAMPLES) == {medium.name for medium in MEDIA}
