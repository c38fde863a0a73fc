"""Bytes are decoded with the exact way back, by the fast ways as by the slow one."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.text.widths import _slowly, decode_bytes
from tests.text.strategies import CLEAN

ENCODINGS = [
    "utf_8",
    "utf_16_le",
    "utf_16_be",
    "utf_32_le",
    "gb18030",
    "big5hkscs",
    "cp1252",
    "cp932",
    "euc_jp",
    "cp949",
]
MIXED = "Li said: “党委 has 283 members” – 𠮷 café é̄ ê̌ 兀 €."


def encodable(text: str, encoding: str) -> str:
    """What of the text the encoding can hold and gives back."""
    return "".join(c for c in text if c.encode(encoding, "ignore").decode(encoding, "ignore") == c)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=CLEAN)
def test_every_character_leads_to_its_own_bytes(encoding: str, text: str) -> None:
    """Decoding the bytes that a character leads to gives that character, in every encoding."""
    data = encodable(text + MIXED, encoding).encode(encoding)
    step, wrong = decode_bytes(data, encoding)
    assert wrong == 0
    assert step.text == data.decode(encoding)
    place = 0
    for index in range(len(step.text)):
        first, last = step.map.back(index, index + 1)
        assert first >= place or data[first:last].decode(encoding) == step.text[index : index + 2]
        place = first
    start, end = step.map.back(0, len(step.text))
    assert data[start:end] == data


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.data(), text=CLEAN)
def test_every_span_leads_to_its_own_bytes(encoding: str, data: st.DataObject, text: str) -> None:
    """Decoding the bytes that a span leads to gives the words of the span."""
    raw = encodable(text + "党委 café 123", encoding).encode(encoding)
    step, _ = decode_bytes(raw, encoding)
    start = data.draw(st.integers(0, len(step.text)))
    end = data.draw(st.integers(start, len(step.text)))
    first, last = step.map.back(start, end)
    assert raw[first:last].decode(encoding) == step.text[start:end]


@pytest.mark.parametrize("encoding", ["utf_8", "gb18030", "big5hkscs", "cp1252", "utf_16_le"])
@given(data=st.binary(max_size=60))
def test_any_bytes_give_text_and_a_map_over_all_of_them(encoding: str, data: bytes) -> None:
    """Whatever the bytes, each is accounted for: in order, without a hole, and the errors counted."""
    step, wrong = decode_bytes(data, encoding)
    assert step.map.length == len(step.text)
    place = 0
    for _, _, start, end, _ in step.map.runs():
        assert start == place <= end
        place = end
    assert place == len(data)
    assert (wrong > 0) == (not valid(data, encoding))


def valid(data: bytes, encoding: str) -> bool:
    """Whether Python's own decoder takes the bytes without an error."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


@pytest.mark.parametrize("encoding", ["utf_8", "gb18030", "big5hkscs", "utf_16_be"])
@given(text=CLEAN)
def test_the_fast_ways_agree_with_the_slow_one(encoding: str, text: str) -> None:
    """The widths that are computed are those that Python's decoder shows byte by byte."""
    data = encodable(text + MIXED, encoding).encode(encoding)
    fast, slow = decode_bytes(data, encoding)[0], _slowly(data, encoding)[0]
    assert fast.text == slow.text
    spans = [(a, b) for a in range(len(fast.text)) for b in (a + 1, len(fast.text))]
    assert [fast.map.back(*span) for span in spans] == [slow.map.back(*span) for span in spans]


def test_an_invalid_byte_keeps_its_place() -> None:
    """A broken character becomes one U+FFFD that leads to the broken bytes; the words around lead to theirs."""
    data = "党".encode() + b"\xe5\x85 ok \xff" + "员".encode()
    step, wrong = decode_bytes(data, "utf_8")
    assert step.text == "党\ufffd ok \ufffd员"
    assert wrong == 3
    assert step.map.back(1, 2) == (3, 5)
    assert step.map.back(6, 7) == (9, 10)
    assert step.map.back(7, 8) == (10, 13)


def test_big5_pairs_that_give_two_code_points() -> None:
    """The four pairs of Big5-HKSCS that stand for a letter and a mark lead to both of their bytes."""
    data = b"a\x88\x62b\xa4\xa4"
    step, _ = decode_bytes(data, "big5hkscs")
    assert step.text == "a\u00ca\u0304b中"
    assert step.map.back(1, 3) == (1, 3)
    assert step.map.back(4, 5) == (4, 6)


def test_a_stateful_encoding_goes_byte_by_byte() -> None:
    """ISO-2022-JP, whose bytes mean something else after an escape, keeps its way back."""
    data = "a日本b".encode("iso2022_jp")
    step, wrong = decode_bytes(data, "iso2022_jp")
    assert (step.text, wrong) == ("a日本b", 0)
    assert step.map.back(3, 4)[1] == len(data)


def test_the_error_handler_leaves_encoding_errors_alone() -> None:
    """The handler is for decoding only."""
    with pytest.raises(UnicodeEncodeError):
        "党".encode("ascii", "synopticon.mark")
    assert codecs.lookup_error("synopticon.mark") is not None
