"""One JSON line: the words of its ``text``, with the way back through JSON's escapes to the line's bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder

from synopticon.text.details import Details
from synopticon.text.encodings import decode
from synopticon.text.media.base import Asked, Extract
from synopticon.text.steps import Draft, Step
from synopticon.text.unreadable import unreadable

_DECODER = JSONDecoder(strict=False)
_BLANK = re.compile(r"[ \t\r\n\ufeff]*+")
# RFC 8259, section 7; a character beyond the first plane is written as a pair of surrogates.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Article:
    """Reads one JSON object with a string ``text``; what else it says comes as given with the capture."""

    name = "article"
    types = ("application/x.article+json",)

    def extract(self, data: bytes, asked: Asked) -> Extract:
        """The text as its writer meant it, without the rest of the line."""
        del asked
        decoded = decode(data)
        span = _text_span(decoded.text)
        step = unescape_json(decoded.text, *span)
        maps = (decoded.map, step.map)
        return Extract(text=step.text, maps=maps, encoding=decoded.encoding, reader="article/1", details=Details())


def unescape_json(source: str, start: int, end: int) -> Step:
    """The JSON string whose inside is ``source[start:end]``, with its escapes decoded."""
    draft = Draft(source)
    for match in _ESCAPE.finditer(source, start, end):
        draft.copy(start, match.start())
        draft.put(_meant(match.group()), *match.span())
        start = match.end()
    draft.copy(start, end)
    return draft.step()


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    if len(escape) == 6:
        return chr(int(escape[2:], 16))
    high, low = int(escape[2:6], 16), int(escape[8:], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _text_span(line: str) -> tuple[int, int]:
    """Where the inside of the string ``text`` stands in the line; the last of several, as JSON readers take it."""
    found = None
    try:
        for key, start, end in _fields(line):
            if key == "text":
                found = (start, end)
    except (JSONDecodeError, RecursionError, StopIteration) as error:
        raise unreadable("broken-json", f"It does not parse as a JSON object: {error}.") from error
    if found is None or line[found[0]] != '"':
        raise unreadable("no-text", 'It has no "text" that is a string.')
    return found[0] + 1, found[1] - 1


def _fields(line: str) -> Iterator[tuple[str, int, int]]:
    """Every field of the object: its name, and where its value stands."""
    place = _expect(line, 0, "{")
    while True:
        key, place = _DECODER.raw_decode(line, _skip(line, place))
        if not isinstance(key, str):
            raise JSONDecodeError("a name must be a string", line, place)
        start = _skip(line, _expect(line, place, ":"))
        _, place = _DECODER.raw_decode(line, start)
        yield key, start, place
        place = _skip(line, place)
        if line[place : place + 1] == "}":
            return
        place = _expect(line, place, ",")


def _skip(line: str, place: int) -> int:
    match = _BLANK.match(line, place)
    return match.end() if match else place


def _expect(line: str, place: int, mark: str) -> int:
    place = _skip(line, place)
    if line[place : place + 1] != mark:
        raise JSONDecodeError(f"{mark} expected", line, place)
    return place + 1


ARTICLE = Article()
