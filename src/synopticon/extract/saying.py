"""Shared by the cues of speech: what a quotation looks like, and the phrase that is found to speak.

Every function takes the tokens of one narrative sentence (quotations masked, see :mod:`.narrative`). Nothing here
knows names or earlier sentences. Cues after a quotation are in :mod:`.said_after`, before it in :mod:`.said_before`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from synopticon.extract.quotations import Quote, Span
from synopticon.extract.speakers import (
    DETERMINERS,
    POSSESSIVES,
    Phrase,
    Token,
    describe,
    phrase_from,
)
from synopticon.extract.speech import BESIDE_VERBS, REPORT_VERBS, UTTERANCE, WORDING
from synopticon.extract.speech import words as listed
from synopticon.extract.subjects import (
    clause_start,
    subject_at_start,
)

ALONE = 12  # tokens of a sentence that is nothing but quotations and marks; more is no speech
REACH = 30  # tokens between a verb and the words it reports; the longest of the open passages is 24
BE = listed("is are was were be been being")
AUXILIARY = listed(
    "has have had also then later once now still just even is was will would did used to of fond said quoted as not"
)
_SMALL = listed("a an the of in on to for and or but with from by at as is it s")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that speaks, the span of the cue words, the rule that found it and how far to trust it."""

    phrase: Phrase
    cue: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class View:
    """What a quotation looks like. ``whole``: a sentence; ``direct``: its last mark is one of speech (``,”``).

    ``title``: every word of weight has a capital; ``displayed``: it opens a line.
    """

    words: int
    whole: bool
    direct: bool
    title: bool
    displayed: bool


def view(text: str, quote: Quote) -> View:
    """The look of ``quote`` in ``text``."""
    inner = text[quote.start : quote.end]
    words = inner.split()
    upper = inner[:1].isupper() or inner[:1] in "[.…$‘'“\"" or inner[:1].isdigit()
    final = inner[-1:] in ".!?…。！？—–-"
    bare = inner.rstrip("’'”\"»」』")
    direct = bare[-1:] in ",!?.…—–" or text[quote.outer_end : quote.outer_end + 1] == ","
    left = text[max(0, quote.outer_start - 8) : quote.outer_start].rstrip(" \t")[-1:] in ("", "\n")
    content = [w.strip(".,!?:;'’\"()[]") for w in words if w.lower().strip(".,!?:") not in _SMALL]
    title = bool(content) and all(w[:1].isupper() or w[:1].isdigit() for w in content if w) and inner[-1:] not in ".,!?"
    whole = (upper and (final or direct or len(words) >= 6)) or (final and len(words) >= 3) or len(words) > 12
    return View(len(words), whole, direct, title, left)


def take(toks: Sequence[Token], at: int, start: int, rule: str) -> Found | None:
    """The phrase that begins at token ``at`` as the speaker, for a cue that begins at code point ``start``."""
    if at >= len(toks) or toks[at].kind != "w":
        return None
    end = phrase_from(toks, at)
    phrase = named(toks, at, end) if end > at else None
    return None if phrase is None else Found(phrase, (start, phrase.end), rule, 0.9)


def named(toks: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The phrase, or the name standing beside it: ``our director, Achieng Okello,`` is Achieng Okello."""
    if end <= begin:
        return None
    phrase = describe(toks, begin, end)
    if phrase.kind in ("role", "other", "pronoun") or end + 1 >= len(toks):
        pass
    elif toks[begin].low not in DETERMINERS | set(POSSESSIVES):
        return phrase
    if end < len(toks) and toks[end].text == "(":
        end = next((k + 1 for k in range(end, min(end + 8, len(toks))) if toks[k].text == ")"), end)
    if (
        end + 1 < len(toks)
        and toks[end].text == ","
        and phrase.kind != "pronoun"
        and (toks[end + 1].capital or (toks[end + 1].low in DETERMINERS and phrase.kind != "name"))
    ):
        stop = phrase_from(toks, end + 1)
        name = describe(toks, end + 1, stop) if stop > end + 1 else None
        closed = stop >= len(toks) or toks[stop].kind != "w" or toks[stop].low in BESIDE_VERBS | AUXILIARY
        if name is not None and name.kind == "name" and closed:
            return name
    return phrase


def in_words(toks: Sequence[Token], i: int) -> Found | None:
    """At ``in``: the owner of ``X's words``, ``his own delicate wording``, ``the words of X``, ``whose opinion``."""
    for k in range(i + 1, min(i + 9, len(toks))):
        if toks[k].kind != "w":
            return None
        if toks[k].low in WORDING:
            if k + 1 < len(toks) and toks[k + 1].low == "of":
                return take(toks, k + 2, toks[i].start, "wording")
            phrase = owner(toks, i + 1, k)
            return None if phrase is None else Found(phrase, (toks[i].start, toks[k].end), "wording", 0.9)
    return None


def owner(toks: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The possessor in ``toks[begin:end]``: a possessive pronoun or a phrase in ``'s``."""
    if begin >= end:
        return None
    if toks[begin].low == "whose":
        return _relative_owner(toks, begin)
    for k in range(begin, end):
        if toks[k].low.endswith(("'s", "s'")):
            return _without_genitive(toks, begin, k)
        if k + 1 < end and toks[k + 1].text in ("'", "’"):
            return describe(toks, begin, k + 1)
    token = toks[begin]
    if token.low in POSSESSIVES:
        return Phrase(begin, begin + 1, token.start, token.end, "pronoun", POSSESSIVES[token.low])
    return None


def _without_genitive(toks: Sequence[Token], begin: int, k: int) -> Phrase:
    phrase = describe(toks, begin, k + 1)
    cut = 2 if toks[k].low.endswith("'s") else 1
    return Phrase(
        begin, k + 1, phrase.start, phrase.end - cut, "name" if phrase.kind == "name" else "role", phrase.text
    )


def _relative_owner(toks: Sequence[Token], whose: int) -> Phrase | None:
    k = whose - 1
    while k > 0 and (toks[k].low in ("in", "by") or toks[k].text == ","):
        k -= 1
    comma = next((j for j in range(k, -1, -1) if toks[j].text == ","), k + 1)
    begin = comma
    while begin > 0 and toks[begin - 1].capital:
        begin -= 1
    if begin < comma:
        return describe(toks, begin, comma)
    start = subject_at_start(toks, clause_start(toks, k), k + 1)
    return None if start is None else named(toks, *start)


def links(between: Sequence[Token], look: View) -> bool:
    """Whether only a joint stands between two quotations of one speaker: ``and``, ``then``, a comma, ``by``."""
    words = [t for t in between if t.kind == "w"]
    if any(t.text in (".", ";", "?", "!") or t.kind == "q" for t in between):
        return False
    if any(t.low in REPORT_VERBS for t in words):
        return look.whole and len(words) <= 4
    joints = (
        "and",
        "but",
        "or",
        "to",
        "after",
        "then",
        "before",
        "because",
        "as",
        "in",
        "of",
        "for",
        "with",
        "later",
        "at",
        "on",
        "who",
        "which",
        "that",
        "while",
    )
    return len(words) <= 9 and (not words or words[0].low in joints)


def stands_alone(toks: Sequence[Token], at: int) -> bool:
    """Whether the quotation is all of its sentence, but for marks, a dash's signature and a joint."""
    dashed = at == 0 and len(toks) > 1 and toks[1].text in ("—", "–", "-", "―")
    return dashed or (len(toks) <= ALONE and not any(t.kind == "w" for t in toks))


def utterer(toks: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """Of ``Klangbox's message to the team`` or ``Her only remark`` the owner."""
    for k in range(begin + 1, end):
        if toks[k].low in UTTERANCE:
            return owner(toks, begin, k)
    return None
