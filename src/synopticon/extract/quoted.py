"""Credited quotations as candidates, and the speakers that quoted words keep as their attribution."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from synopticon.extract.attribution import Credited, credit
from synopticon.extract.model import Candidate, Span
from synopticon.extract.quotations import find_quotations
from synopticon.extract.scope import Scope
from synopticon.records import Document, Mention


def credited_quotations(document: Document, paragraphs: Sequence[Span]) -> list[Credited]:
    """The document's quotations that somebody is credited with, in order."""
    quotes = find_quotations(document.text, paragraphs)
    return credit(document.text, quotes, paragraphs) if quotes else []


def quotation_candidates(
    document: Document, credited: Sequence[Credited], sentences: Sequence[Span]
) -> Iterator[Candidate]:
    """One candidate for each credited quotation; its sentence runs over all that the quotation stands in."""
    for one in credited:
        start, end = one.quote.start, one.quote.end
        words = Mention(text=document.text[start:end], start=start, end=end)
        outer = (one.quote.outer_start, one.quote.outer_end)
        yield Candidate(
            type="quotation",
            roles={"subject": (one.speaker,), "text": (words,)},
            start=outer[0], end=outer[1],
            sentence=sentences_around(outer, sentences),
            scope=Scope(),
            rule=f"quotation/{document.language}/{one.rule}",
            weight=one.confidence,
        )


def sentences_around(span: Span, sentences: Sequence[Span]) -> Span:
    """The stretch of whole sentences that ``span`` stands in; the span itself where there are none."""
    starts = [start for start, _ in sentences]
    first = max(0, bisect_right(starts, span[0]) - 1)
    last = max(first, bisect_right(starts, span[1] - 1) - 1)
    if not sentences:
        return span
    return min(span[0], sentences[first][0]), max(span[1], sentences[last][1])


def speaker_of(span: Span, credited: Sequence[Credited]) -> Mention | None:
    """Who is credited with the words in ``span``, if they stand inside a quotation."""
    for one in credited:
        if one.quote.outer_start <= span[0] and span[1] <= one.quote.outer_end:
            return one.speaker
    return None
