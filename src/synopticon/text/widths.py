"""Bytes to characters with the exact way back: how many bytes each character came from, in every encoding.

The common encodings have a fast way each; all others go byte by byte through Python's incremental decoder, which is
also what the fast ways are tested against. A byte that cannot be decoded becomes U+FFFD and keeps its place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator

from synopticon.text.maps import Builder, Map
from synopticon.text.steps import Step

# While decoding, N undecodable bytes are held by the lone surrogate U+DC00 + N, which no decoder here yields itself;
# so a decoded text says by itself where its errors are and how long. (``surrogateescape`` uses U+DC80 and above.)
_MARK = 0xDC00
_MARKS = re.compile("[\udc01-\udc7f]")
_HANDLER = "synopticon.mark"


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(_MARK + max(1, min(error.end - error.start, 0x7F))), error.end


codecs.register_error(_HANDLER, _mark)

SINGLE = re.compile(r"cp125\d|iso8859_\d+|koi8_[ru]|cp437|cp850|cp866|mac_roman|ascii|cp874|tis_620")


def decode_bytes(data: bytes, encoding: str) -> tuple[Step, int]:
    """``data`` decoded, with the map back to its bytes, and how many bytes could not be decoded.

    ``encoding`` is the name of a Python codec. A byte order mark is a character here (U+FEFF); a later step drops it.
    """
    measure = _measure(encoding)
    if measure is None:
        return _slowly(data, encoding)
    marked = data.decode(encoding, _HANDLER)
    if marked.isascii() and len(marked) == len(data):
        builder = Builder()
        builder.copy(0, len(data))
        return Step(text=marked, map=builder.build()), 0
    return _finished(marked, _mapped(marked, data, measure))


def _finished(marked: str, way: Map) -> tuple[Step, int]:
    wrong = sum(ord(mark) - _MARK for mark in _MARKS.findall(marked))
    return Step(text=_MARKS.sub("\ufffd", marked) if wrong else marked, map=way), wrong


Measure = Callable[[str, bytes, int], Iterator[tuple[int, int]]]
"""From a run of valid characters and the place of its first byte: pairs of a count and a width in bytes (0: the two
code points came from one pair of bytes)."""


def _mapped(marked: str, data: bytes, measure: Measure) -> Map:
    builder, place, last = Builder(), 0, 0
    for mark in _MARKS.finditer(marked):
        place = _add_run(builder, marked[last : mark.start()], data, place, measure)
        wrong = ord(mark.group()) - _MARK
        builder.put(1, place, place + wrong)
        place, last = place + wrong, mark.end()
    _add_run(builder, marked[last:], data, place, measure)
    return builder.build()


def _add_run(builder: Builder, run: str, data: bytes, place: int, measure: Measure) -> int:
    for size, width in measure(run, data, place):
        length = size * width if width else 2
        builder.add(size, place, place + length, width)
        place += length
    return place


def _measure(encoding: str) -> Measure | None:
    known: dict[str, Measure] = {
        "utf_8": _utf_8, "utf_16_le": _utf_16, "utf_16_be": _utf_16, "utf_32_le": _utf_32, "utf_32_be": _utf_32,
        "gb18030": _gb18030, "big5hkscs": _big5,
    }  # fmt: skip
    return _single if SINGLE.fullmatch(encoding) else known.get(encoding)


def _single(run: str, _data: bytes, _place: int) -> Iterator[tuple[int, int]]:
    yield len(run), 1


_UTF_8 = re.compile("([\x00-\x7f]+)|([\x80-\u07ff]+)|([\u0800-\uffff]+)|[\U00010000-\U0010ffff]+")


def _utf_8(run: str, _data: bytes, _place: int) -> Iterator[tuple[int, int]]:
    for match in _UTF_8.finditer(run):
        yield match.end() - match.start(), match.lastindex or 4


_UTF_16 = re.compile("([\x00-\uffff]+)|[\U00010000-\U0010ffff]+")


def _utf_16(run: str, _data: bytes, _place: int) -> Iterator[tuple[int, int]]:
    for match in _UTF_16.finditer(run):
        yield match.end() - match.start(), 2 if match.lastindex else 4


def _utf_32(run: str, _data: bytes, _place: int) -> Iterator[tuple[int, int]]:
    yield len(run), 4


_ASCII_OR_NOT = re.compile("([\x00-\x7f]+)|[^\x00-\x7f]+")
_GB_PAIRS = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe])+")
_GB_FOURS = re.compile(rb"(?:[\x81-\xfe][0-9][\x81-\xfe][0-9])+")


def _gb18030(run: str, data: bytes, place: int) -> Iterator[tuple[int, int]]:
    """GB18030: a second byte that is a digit makes a character of four bytes, else it has two."""
    for match in _ASCII_OR_NOT.finditer(run):
        left = match.end() - match.start()
        if match.lastindex:
            yield left, 1
            place += left
            continue
        while left:
            pairs = _GB_PAIRS.match(data, place)
            found, width = (pairs, 2) if pairs else (_GB_FOURS.match(data, place), 4)
            size = min(left, (found.end() - place) // width) if found else left
            yield size, width
            place, left = place + size * width, left - size


# Big5-HKSCS 0x8862, 0x8864, 0x88A3 and 0x88A5 give two code points each.
_BIG5 = re.compile("([\x00-\x7f]+)|([\u00ca\u00ea][\u0304\u030c])|(?:(?![\u00ca\u00ea][\u0304\u030c])[^\x00-\x7f])+")


def _big5(run: str, _data: bytes, _place: int) -> Iterator[tuple[int, int]]:
    for match in _BIG5.finditer(run):
        size = match.end() - match.start()
        yield size, {1: 1, 2: 0}.get(match.lastindex or 0, 2)


def _slowly(data: bytes, encoding: str) -> tuple[Step, int]:
    decoder = codecs.getincrementaldecoder(encoding)(_HANDLER)
    parts: list[str] = []
    builder, place = Builder(), 0
    for index in range(len(data) + 1):
        last = index == len(data)
        text = decoder.decode(data[index : index + 1], last)
        if not text:
            continue
        # A lead byte may wait in the decoder while an error before it comes out.
        waiting = decoder.getstate()[0]
        end = len(data) if last else index + 1 - len(waiting)
        builder.put(len(text), place, max(place, end))
        parts.append(text)
        place = max(place, end)
    return _finished("".join(parts), builder.build())
