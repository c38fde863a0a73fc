"""The narrative around quotations: the text with every quotation masked, cut into sentences that run past them.

A quotation printed as a paragraph of its own often finishes a sentence begun before it, and is finished by one after
it ("… the government recommending / "online translation tools" / if needed."). So paragraphs are first joined into
runs where the print shows that a sentence goes on, and the runs are cut into sentences of masked text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from synopticon.extract.quotations import Quote, Span
from synopticon.extract.speakers import MASKS, Token, tokens

_NOTE = re.compile(r"\(\([^()\n]{1,12}\)\)")  # "((it))": a language note after a translated quotation
_TERMINAL = frozenset(".!?。！？…")
_ENDS = re.compile(r"[.!?。！？…][)\]»”’\"']*\s*\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the narrative: its tokens, the line it begins in, and whether its end is only a guess.

    ``soft`` is true when it ends because a quotation's own last mark ended it: what follows may be its cue.
    """

    toks: tuple[Token, ...]
    line: int
    last_line: int
    soft: bool

    @property
    def start(self) -> int:
        """Code point where the sentence begins."""
        return self.toks[0].start

    @property
    def end(self) -> int:
        """Code point where the sentence ends (excluded)."""
        return self.toks[-1].end


@dataclass(frozen=True, slots=True)
class Narrative:
    """A document's narrative. ``where[k]`` is (sentence, token) of the k-th quotation masked, in document order."""

    text: str
    masked: str
    lines: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    where: tuple[tuple[int, int], ...]

    def line_of(self, at: int) -> Span:
        """The printed line that code point ``at`` stands in."""
        return self.lines[max(0, bisect_right(self.lines, (at, len(self.text) + 1)) - 1)]


def narrate(text: str, quotes: Sequence[Quote], lines: Sequence[Span]) -> Narrative:
    """Mask ``quotes`` (none inside another, in order) in ``text`` and cut the rest of ``lines`` into sentences."""
    masked = _mask(text, quotes)
    sentences: list[Sentence] = []
    line_starts = [start for start, _ in lines]
    for first, last in _runs(text, masked, lines):
        toks = tokens(masked, lines[first][0], lines[last][1])
        sentences.extend(_cut(text, toks, line_starts))
    return Narrative(text, masked, tuple(lines), tuple(sentences), _places(quotes, sentences))


def split_lines(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The printed lines of the paragraphs that hold any word: a speaker line or a question may have its own."""
    lines: list[Span] = []
    for start, end in paragraphs:
        at = start
        for piece in text[start:end].split("\n"):
            left = at + len(piece) - len(piece.lstrip())
            right = at + len(piece.rstrip())
            if left < right:
                lines.append((left, right))
            at += len(piece) + 1
    return lines


def _mask(text: str, quotes: Sequence[Quote]) -> str:
    pieces: list[str] = []
    at = 0
    for number, quote in enumerate(quotes):
        pieces.append(text[at : quote.outer_start])
        pieces.append(MASKS[number % 2] * (quote.outer_end - quote.outer_start))
        at = quote.outer_end
    pieces.append(text[at:])
    return _NOTE.sub(lambda found: " " * len(found.group()), "".join(pieces))


def _runs(text: str, masked: str, lines: Sequence[Span]) -> list[tuple[int, int]]:
    """Lines (by index, last included) that hold one run of sentences."""
    runs: list[tuple[int, int]] = []
    for index in range(len(lines)):
        if runs and not _signed(text, masked, lines, index) and _joined(text, masked, lines[index - 1], lines[index]):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _signed(text: str, masked: str, lines: Sequence[Span], index: int) -> bool:
    """Whether the line before ``index`` is printed right under a quotation and apart from this line: its signature."""
    if index < 2:
        return False
    above, before, here = lines[index - 2], lines[index - 1], lines[index]
    alone = not masked[above[0] : above[1]].strip(MASKS + " ")
    gaps = text[above[1] : before[0]].count("\n"), text[before[1] : here[0]].count("\n")
    return alone and gaps[0] == 1 and gaps[1] > 1


def _joined(text: str, masked: str, before: Span, here: Span) -> bool:
    """Whether the sentence in ``before`` goes on in ``here``."""
    if masked[before[1]] in MASKS:
        return True  # one quotation runs over the line's end
    head = masked[here[0]]
    shown = masked[before[0] : before[1]].rstrip()
    tail = shown[-1]
    if head in MASKS and tail not in MASKS:
        return tail in ",:" or (not _ENDS.search(shown) and tail not in "：；;" and _is_sentence(shown))
    if tail in MASKS and shown.strip("".join(MASKS)) == "":
        spoken = text[before[0] : before[1]].rstrip().rstrip("\"”’»'")
        return head in ",.;:" or head.islower() or spoken.rstrip()[-1:] == ","
    return tail in MASKS and (head in ",.;:" or head.islower())


def _is_sentence(shown: str) -> bool:
    """A heading does not run on into the quotation below it: a sentence begun has five words or more, or a comma."""
    words = shown.split()
    return shown[-1] == "," or (len(words) >= 3 and any(word[0].islower() for word in words[1:]))


def _cut(text: str, toks: list[Token], line_starts: list[int]) -> list[Sentence]:
    found: list[Sentence] = []
    begin = 0
    for k, token in enumerate(toks):
        after = toks[k + 1] if k + 1 < len(toks) else None
        if after is not None:
            if token.kind == "q":
                ends = _ended(text, token) and (after.kind == "q" or after.capital) and not _clings(token, after)
                soft = ends
            else:
                ends = token.text in _TERMINAL and not after.text[0].islower() and after.text not in ",;:)”"
                soft = False
            if not ends:
                continue
        else:
            soft = token.kind == "q" and _ended(text, token)
        found.append(_sentence(toks[begin : k + 1], line_starts, soft))
        begin = k + 1
    return found


def _clings(token: Token, after: Token) -> bool:
    return token.end == after.start and after.kind != "q"


def _ended(text: str, token: Token) -> bool:
    """Whether the quotation's own last character before its mark ends a sentence."""
    return text[token.start : token.end].rstrip("\"”’»'」』 ")[-1:] in _TERMINAL


def _sentence(toks: list[Token], line_starts: list[int], soft: bool) -> Sentence:
    return Sentence(
        tuple(toks), bisect_right(line_starts, toks[0].start) - 1, bisect_right(line_starts, toks[-1].end - 1) - 1, soft
    )


def _places(quotes: Sequence[Quote], sentences: Sequence[Sentence]) -> tuple[tuple[int, int], ...]:
    starts = {
        token.start: (s, t)
        for s, sentence in enumerate(sentences)
        for t, token in enumerate(sentence.toks)
        if token.kind == "q"
    }
    return tuple(starts.get(quote.outer_start, (-1, -1)) for quote in quotes)
