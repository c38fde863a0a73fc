"""Paragraphs and sentences, English and Chinese, in one pass and in linear time.

After the text steps every line is a paragraph. A sentence ends at a full stop, question or exclamation mark (and,
in Chinese, a semicolon), with the closing quotes and brackets behind it, unless what stands around says that it does
not: an abbreviation, an initial, a decimal, a quotation whose speaker follows. Every character that is not blank
belongs to exactly one sentence; no sentence is longer than :data:`LONGEST`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from synopticon.text.language import sentence_language
from synopticon.text.reading import Sentence, Span
from synopticon.text.stops import is_end

LONGEST = 1500  # code points; parsers take time by the square, and no sentence of the trials reaches 900

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING = "\"'”’»」』）)\\]】〉》"
# A run of stops with what closes behind it. A stop inside a word or a number (3.5, example.com) is no candidate.
# The runs are possessive and begin at their first stop, so that a million full stops are read once.
_STOP = re.compile(
    f"[。！？；｡]++[…。！？]*+[{_CLOSING}]*+|…{{2,}}+[{_CLOSING}]*+"
    f'|(?<![.!?…])(?:[.!?…]++[{_CLOSING}]*+(?=\\s|\\Z|[\u3040-\uffef])|[.!?]++["”](?=[A-Z]))'
    "|(?<=[a-z]{3})\\.(?=[A-Z][a-z])"
)
_CUT = re.compile(r".*[\s,，、;；:：]", re.S)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text whose lines are paragraphs, without the blanks around them."""
    spans = (_stripped(text, *match.span()) for match in _PARAGRAPH.finditer(text))
    return tuple((start, end) for start, end in spans if start < end)


def find_sentences(text: str, paragraphs: Sequence[Span], language: str) -> tuple[Sentence, ...]:
    """The sentences of every paragraph, each with its own language in a document of ``language``."""
    return tuple(
        Sentence(start=start, end=end, paragraph=number, language=sentence_language(text[start:end], language))
        for number, (first, last) in enumerate(paragraphs)
        for start, end in split_paragraph(text, first, last)
    )


def split_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of the paragraph ``text[start:end]``."""
    place = start
    for match in _STOP.finditer(text, start, end):
        if is_end(text, match.start(), match.end(), place, end):
            yield from _bounded(text, *_stripped(text, place, match.end()))
            place = match.end()
    yield from _bounded(text, *_stripped(text, place, end))


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, cut at a blank or a comma where it is too long to be one."""
    while end - start > LONGEST:
        cut = _CUT.match(text, start, start + LONGEST)
        middle = cut.end() if cut else start + LONGEST
        first = _stripped(text, start, middle)
        if first[0] < first[1]:
            yield first
        start, _ = _stripped(text, middle, end)
    if start < end:
        yield start, end


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
