"""JSON lines of articles: one capture a line, of the line's own bytes.

An article is an object ``{"id", "url", "title", "outlet", "author", "published", "language", "text"}``, all but
``text`` optional. The text is not taken out here: the room that reads texts does it, so that offsets lead back to
the bytes of the line. Files are read line by line, whatever their size; a ``.json`` file may also be one article,
or an array of them, spread over several lines.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from synopticon.read.fields import given_fields
from synopticon.read.formats.base import Found
from synopticon.read.limits import Limits
from synopticon.read.names import quoted
from synopticon.read.refuse import refusal
from synopticon.read.sniff import ARTICLE, PLAIN, media_type
from synopticon.records import Given, Raw

SUFFIXES = (".jsonl", ".ndjson", ".json")
_CHUNK = 1024 * 1024  # bytes read at a time while the rest of an overlong line is passed over


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Files named ``.jsonl``, ``.ndjson`` or ``.json`` that are not in truth a page, a PDF or binary."""

    name: str = "jsonl"

    def takes(self, path: Path, head: bytes) -> bool:
        """By name, unless the content says something else."""
        if path.suffix.lower() not in SUFFIXES:
            return False
        return media_type(head, ".txt") == PLAIN

    def items(self, path: Path, *, limits: Limits, given: Given) -> Iterator[Found]:
        """One item for each line that is not blank; refusals name the line."""
        if path.suffix.lower() == ".json" and not _starts_with_a_line(path, limits):
            yield from _whole(path, limits, given)
            return
        with path.open("rb") as stream:
            for number, line in _lines(stream, limits):
                locator = f"line {number}"
                if line is None:
                    yield refusal(path, "too-large", limits.too_large(), locator=locator)
                elif line.strip():
                    yield from _article(path, line, locator, given)


def _lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """Every line with its number from 1, without its end; ``None`` for a line over the limit."""
    number = 0
    while line := stream.readline(limits.max_bytes + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)  # the mark is the file's, not the line's
        body = line.rstrip(b"\r\n")
        if len(body) <= limits.max_bytes:
            yield number, body
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None


def _article(path: Path, data: bytes, locator: str | None, given: Given) -> Iterator[Found]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        yield refusal(path, "broken-json", f"It does not parse as JSON: {_said(error)}.", locator=locator)
        return
    yield from _checked(path, value, data, locator, given)


def _checked(path: Path, value: Any, data: bytes, locator: str | None, given: Given) -> Iterator[Found]:
    if not isinstance(value, dict):
        detail = f"It is a JSON {_kind(value)}; an article is an object with a text."
        yield refusal(path, "not-an-article", detail, locator=locator)
    elif not isinstance(value.get("text"), str):
        yield refusal(path, "no-text", 'It has no "text", or one that is not a string.', locator=locator)
    elif not value["text"].strip():
        yield refusal(path, "empty", 'Its "text" holds nothing but white space.', locator=locator)
    else:
        own, not_taken = given_fields(value, given)
        for detail in not_taken:
            yield refusal(path, "field-not-taken", detail, locator=locator)
        yield Raw(data=data, source=quoted(path), locator=locator, media=ARTICLE, given=own)


def _starts_with_a_line(path: Path, limits: Limits) -> bool:
    """Whether the first line that is not blank is a JSON object of its own."""
    with path.open("rb") as stream:
        for _, line in _lines(stream, limits):
            if line is None:
                return False
            if line.strip():
                try:
                    return isinstance(json.loads(line), dict)
                except (ValueError, RecursionError):
                    return False
    return True


def _whole(path: Path, limits: Limits, given: Given) -> Iterator[Found]:
    """A file that is one JSON value: an article, or an array of articles (each kept as its own bytes)."""
    with path.open("rb") as stream:
        data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        yield refusal(path, "too-large", limits.too_large())
        return
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        yield refusal(path, "broken-json", f"It parses neither whole nor line by line: {_said(error)}.")
        return
    if not isinstance(value, list):
        yield from _checked(path, value, data, None, given)
        return
    for number, (item, own) in enumerate(_elements(data), 1):
        yield from _checked(path, item, own, f"item {number}", given)


def _elements(data: bytes) -> Iterator[tuple[Any, bytes]]:
    """Each element of an array that is known to parse, with the text it was written as, in UTF-8."""
    text = data.decode(json.detect_encoding(data), "surrogatepass")
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    while True:
        while text[at] in " \t\r\n,":
            at += 1
        if text[at] == "]":
            return
        value, end = decoder.raw_decode(text, at)
        yield value, text[at:end].encode("utf-8", "surrogatepass")
        at = end


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start + 1} is not {error.encoding.upper()}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "a number in it is too long"


def _kind(value: Any) -> str:
    kinds = {list: "array", str: "string", bool: "boolean", int: "number", float: "number"}
    return kinds.get(type(value), "null")


JSONL = JsonLines()
