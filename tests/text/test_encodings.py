"""Bytes are read in the encoding they are in, declared, undeclared or wrongly declared; what is no text is refused."""

from __future__ import annotations

import codecs
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.text.encodings import Decoded, codec, declared_encoding, decode
from synopticon.text.unreadable import UnreadableError

SIMPLIFIED = "新浪网成立了党委，公司有二百八十三名党员。"
TRADITIONAL = "新浪網成立了黨委，公司有二百八十三名黨員。"
WESTERN = "Après l’été, the café’s “party committee” met in Málaga – naïve, they said."
RUSSIAN = "Вчера в Москве прошло собрание партийной организации крупной интернет-компании, сообщил её секретарь."


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gbk", "gb18030"),
        (WESTERN, "cp1252", "windows-1252"),
        (SIMPLIFIED, "utf-8", "utf-8"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (WESTERN, "utf-8", "utf-8"),
        ("plain words", "ascii", "utf-8"),
    ],
)
def test_undeclared_encodings_are_told_apart(text: str, encoding: str, name: str) -> None:
    """One sentence is enough to tell the encodings of the trade from one another."""
    assert decode(text.encode(encoding)) == decode(text.encode(encoding), declared="utf-8")
    assert (decode(text.encode(encoding)).text, decode(text.encode(encoding)).encoding) == (text, name)


@pytest.mark.parametrize("text", ["党委", "公司", "党员283名", "新浪", "Sina (新浪) said"])
def test_a_few_characters_are_enough(text: str) -> None:
    """Short Chinese texts are not taken for Western ones or for noise."""
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("text", ["café", "Müller said", "£20,000", "the party’s", "Ärger", "“Yes.”"])
def test_one_accent_does_not_make_a_text_chinese(text: str) -> None:
    """A single byte beyond ASCII beside letters is an accent or a quotation mark."""
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "lie", ["utf-8", "big5", "iso-8859-1", "shift_jis", "no-such-thing", "gb2312", "base64", "utf-16"]
)
def test_a_wrong_declaration_is_not_believed(lie: str) -> None:
    """What a page says of its encoding counts for less than what its bytes are."""
    assert decode(SIMPLIFIED.encode("gb18030"), declared=lie).text == SIMPLIFIED
    assert decode((SIMPLIFIED * 2).encode("utf-8"), declared=lie).text == SIMPLIFIED * 2


def test_a_declaration_is_believed_where_the_bytes_do_not_say() -> None:
    """An encoding outside the usual ones is read as declared."""
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251").text == RUSSIAN
    assert decode(RUSSIAN.encode("koi8-r"), declared="koi8-r").text == RUSSIAN
    japanese = "日本の政府は昨日、新しい規則を発表しました。"
    assert decode(japanese.encode("shift_jis"), declared="Shift_JIS").text == japanese


def test_the_last_resort_reads_undeclared_cyrillic() -> None:
    """Where nothing usual makes sense, charset-normalizer is asked."""
    assert decode((RUSSIAN * 3).encode("cp1251")).text == RUSSIAN * 3


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """A mark is believed over any declaration, and stands as a character whose bytes are the mark's."""
    decoded = decode(mark + WESTERN.encode(encoding), declared="gb2312")
    assert decoded.text == "\ufeff" + WESTERN
    assert decoded.map.back(0, 1) == (0, len(mark))


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    """UTF-8 cut in the middle of a character, or with one bad byte, is still UTF-8."""
    data = (SIMPLIFIED * 5).encode()
    for broken in (data[:-1], data[1:], data[:30] + b"\xff" + data[30:]):
        decoded = decode(broken)
        assert decoded.encoding == "utf-8"
        assert decoded.text.count("\ufffd") in (1, 2)


def test_a_character_cut_at_the_sample_does_not_count() -> None:
    """Which bytes happen to end the sample does not decide on the encoding of a long text."""
    for shift in range(4):
        text = "a" * shift + SIMPLIFIED * 2000
        for encoding in ("utf-8", "gb18030"):
            assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        zlib.compress(b"words and more words " * 40),
        bytes(200),
        b"word\x00" * 50,
        random.Random(7).randbytes(3000),
        codecs.BOM_UTF16_LE + bytes(50),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Pictures, archives, zeros and noise are refused with a sentence on what to do."""
    with pytest.raises(UnreadableError) as caught:
        decode(data)
    assert caught.value.reason in ("binary", "undecodable")
    assert caught.value.detail.endswith(".")


def test_nothing_is_refused_as_empty() -> None:
    """No bytes are no text."""
    with pytest.raises(UnreadableError, match="empty"):
        decode(b"")


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    """One NUL in a text of some length is carried, for a later step to drop."""
    assert decode(b"some words\x00 " * 1 + b"and many more words " * 10).text.count("\x00") == 1


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (b'<meta charset="gb2312">', "gb2312"),
        (b"<META CHARSET=big5>", "big5"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "windows-1252"),
        (b'<?xml version="1.0" encoding="GBK"?>', "GBK"),
        (b"<p>charset=utf-8</p>", None),
        (b"", None),
    ],
)
def test_declarations_are_found(head: bytes, label: str | None) -> None:
    """Both ways in which a page declares its encoding, and nothing else, are read."""
    assert declared_encoding(head) == label


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("GB2312", "gb18030"),
        ("gb_2312-80", "gb18030"),
        ("x-gbk", "gb18030"),
        ("Big5-HKSCS", "big5hkscs"),
        ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("UTF8", "utf_8"),
        ("utf-16", "utf_8"),
        ("rot13", None),
        ("hex", None),
        ("zip", None),
        ("idna", None),
        ("unicode_escape", None),
        ("", None),
        (None, None),
        ("x" * 200, None),
        ("gb\x00", None),
        ("undefined", None),
        ("punycode", None),
    ],
)
def test_labels_are_read_as_the_web_means_them(label: str | None, name: str | None) -> None:
    """Old names stand for the larger sets in use, and no codec that is not a text encoding is ever asked."""
    assert codec(label) == name


@given(
    st.binary(min_size=1, max_size=200), st.sampled_from([None, "gb2312", "big5", "latin1", "shift_jis", "hz", "utf-7"])
)
def test_any_bytes_are_read_or_refused(data: bytes, declared: str | None) -> None:
    """No bytes raise anything but a refusal, and what is read can be led back over its whole length."""
    try:
        decoded = decode(data, declared=declared)
    except UnreadableError:
        return
    assert isinstance(decoded, Decoded)
    assert decoded.map.length == len(decoded.text)
    assert decoded.map.back(0, len(decoded.text))[1] <= len(data)


@given(st.text(st.characters(codec="gb18030", exclude_categories=["Cs", "Cc", "Co"]), max_size=30))
def test_utf_8_is_always_read_as_utf_8(text: str) -> None:
    """Text in valid UTF-8 of some length is never taken for anything else."""
    data = (text + "，中国的公司成立了党委").encode()
    assert decode(data).text == text + "，中国的公司成立了党委"
