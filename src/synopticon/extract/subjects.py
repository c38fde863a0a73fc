"""The subject of a verb of saying: the noun phrase that stands before it, over adverbs, insertions and openings.

Works on the tokens of one narrative sentence, with the phrases of :mod:`.speakers`; no parse.
"""

from __future__ import annotations

from collections.abc import Sequence

from synopticon.extract.speakers import (
    DATED,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Token,
    describe,
    phrase_from,
)
from synopticon.extract.speech import BESIDE_VERBS, person_noun
from synopticon.extract.speech import words as listed


def subject_before(toks: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The subject of the finite verb at token ``verb``: the noun phrase before it, over adverbs and insertions."""
    i = verb - 1
    if i >= 0 and toks[i].low in ("and", "but", "then"):
        return subject_at_start(toks, clause_start(toks, i), i) or subject_at_start(toks, 0, i)
    while i >= 0 and (
        toks[i].low in _BETWEEN or (toks[i].kind == "w" and toks[i].low.endswith("ly") and not toks[i].capital)
    ):
        i -= 1
    if i < 0:
        return None
    if toks[i].text in (",", "—", "–", "-", ")"):
        return _over_insertion(toks, i)
    if toks[i].kind != "w":
        return None
    if toks[i].low in ("who", "which", "that"):
        return _relative_head(toks, i)
    return _run_back(toks, i)


_BETWEEN = listed(
    "has have had also then later once now still just even did does do will would not has n't never further all "
    "both himself herself itself themselves previously earlier often always used is was are were been being be "
    "to and"
) - {"to"}


def _relative_head(toks: Sequence[Token], i: int) -> tuple[int, int] | None:
    j = i - 1
    if j >= 0 and toks[j].text == ",":
        j -= 1
    return _run_back(toks, j) if j >= 0 and toks[j].kind == "w" else None


def _over_insertion(toks: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """``X, the head of Y, said``: the phrase at the start of the clause, if the insertion's comma follows it."""
    clause = clause_start(toks, comma)
    for begin in _beginnings(toks, clause, comma):
        end = phrase_from(toks, begin)
        if end > begin and end < comma and toks[end].text in (",", "—", "–", "-", "(") and _speaks(toks, begin, end):
            return begin, end
        if end == comma and _speaks(toks, begin, end):
            return begin, end
    # An insertion that ends at the comma may stand after a name further on: take the phrase before its first comma.
    previous = [k for k in range(clause, comma) if toks[k].text in (",", "—", "–", "(")]
    for k in reversed(previous):
        if k > clause and toks[k - 1].kind == "w":
            found = _run_back(toks, k - 1)
            if found and _speaks(toks, *found):
                return found
    return None


def _speaks(toks: Sequence[Token], begin: int, end: int) -> bool:
    return (
        describe(toks, begin, end).kind != "other"
        or any(t.capital for t in toks[begin:end])
        or toks[begin].low in DETERMINERS
    )


def clause_start(toks: Sequence[Token], before: int) -> int:
    """Where the clause that holds token ``before`` begins: after a semicolon, a colon, a mask or a conjunction."""
    for k in range(before - 1, -1, -1):
        if toks[k].text in (";", ":", "…") or (toks[k].kind == "q" and k + 1 < before and toks[k + 1].text == ","):
            return k + 1
        if toks[k].low in ("but", "and", "that", "while", "as", "because") and k > 0 and toks[k - 1].text == ",":
            return k + 1
    return 0


def subject_at_start(toks: Sequence[Token], clause: int, until: int) -> tuple[int, int] | None:
    """The subject of the clause that begins at token ``clause``: its first noun phrase, after any introduction."""
    for begin in _beginnings(toks, clause, until):
        end = min(phrase_from(toks, begin), until)
        verb = next((k for k in range(begin + 1, end) if _finite(toks, k, begin)), end)
        if verb > begin:
            return begin, verb
    return None


def _finite(toks: Sequence[Token], k: int, begin: int) -> bool:
    word = toks[k]
    if word.capital or toks[k - 1].low in DETERMINERS | {"of"} or toks[k - 1].low.endswith("'s"):
        return False
    return word.low in BESIDE_VERBS or (word.low.endswith("ed") and k > begin + 1)


def _beginnings(toks: Sequence[Token], clause: int, until: int) -> list[int]:
    """Where the subject may begin: the clause's first word, or the word after an introductory phrase's comma."""
    at = clause or _dateline(toks, until)
    while at < until and (toks[at].kind != "w" or toks[at].text.replace(".", "").isdigit()):
        at += 1
    starts = [] if at >= until or _introduces(toks, at) else [at]
    for k in range(at, until):
        opens = toks[k].text == "," and k + 1 < until and toks[k + 1].kind == "w"
        if opens and not starts and not _introduces(toks, k + 1):
            starts.append(k + 1)
    return starts


def _dateline(toks: Sequence[Token], until: int) -> int:
    """Where the report begins after ``WARSAW (Agency) –``; 0 without a dateline."""
    if not (toks and len(toks[0].text) > 2 and toks[0].text.isupper()):
        return 0
    return next((k + 1 for k in range(1, min(14, until)) if toks[k].text in ("—", "–", "-")), 0)


def _introduces(toks: Sequence[Token], at: int) -> bool:
    word = toks[at].low
    return (
        word in PREPOSITIONS | {"of"}
        or (word.endswith("ing") and toks[at].capital and at == 0)
        or word
        in (
            "when",
            "while",
            "asked",
            "once",
            "if",
            "although",
            "though",
            "because",
            "however",
            "meanwhile",
            "yesterday",
            "today",
            "earlier",
            "later",
            "allegedly",
            "reportedly",
            "and",
            "but",
            "so",
            "yet",
            "also",
        )
    )


def _run_back(toks: Sequence[Token], i: int) -> tuple[int, int] | None:
    """The noun phrase that ends at token ``i``, read backwards; a leading phrase of time or place is cut off."""
    if toks[i].low in PRONOUNS and not (toks[i].low == "one" and False):
        return i, i + 1
    begin = i
    while begin > 0 and toks[begin - 1].kind == "w" and toks[begin - 1].low not in _HARDSTOPS:
        begin -= 1
    while begin < i and (
        toks[begin].low in ("and", "but", "so", "then", "also", "yet", "even", "still", "now", "only")
    ):
        begin += 1
    begin = _cut_lead(toks, begin, i)
    if begin > i:
        return None
    stop = phrase_from(toks, begin)
    titled = stop == begin + 1 and person_noun(toks[begin].text)  # "Undersecretary for Education Mr. X"
    if (
        begin < stop < i
        and not titled
        and toks[stop].low in ("of", "at", "from", "in", "with", "on", "for", "by", "to")
    ):
        if toks[stop].low == "by" and stop - begin > 2:
            stop -= 1  # "a letter seen | by Sky News"
        if describe(toks, begin, stop).kind in ("name", "role", "paper", "body"):
            return begin, stop
    # The reading forward must reach the same end, else the phrase starts later ("… their plan X said").
    for start in range(begin, i + 1):
        if phrase_from(toks, start) >= i + 1 and toks[start].low not in STOPS | {"of"}:
            return start, i + 1
    return None


_HARDSTOPS = listed(
    "that but as when while because where if so than whether though although what how why which who is are was "
    "were says said"
)


def _cut_lead(toks: Sequence[Token], begin: int, last: int) -> int:
    """Skip "On Thursday", "In February", "From his hotel" before the subject."""
    if toks[begin].low not in PREPOSITIONS:
        while (
            begin < last
            and DATED.match(toks[begin].text)
            and toks[begin].low != "may"
            and not toks[begin].text.isdigit()
        ):
            begin += 1
        return begin
    k = begin + 1
    while k <= last and DATED.match(toks[k].text):
        k += 1
    if k > begin + 1:
        return k
    for j in range(begin + 2, last + 1):
        if toks[j].low in DETERMINERS | PRONOUNS:
            return j
    while last > begin + 1 and toks[last - 1].capital:
        last -= 1
    return last
