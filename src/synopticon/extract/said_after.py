"""Cues after the closing mark: ``“…,” said X``, ``“…,” X said``, ``“…,” in X's words``, ``“…” is how X sees it``."""

from __future__ import annotations

from collections.abc import Sequence

from synopticon.extract.saying import AUXILIARY, BE, REACH, Found, View, in_words, named, owner, take
from synopticon.extract.speakers import (
    DETERMINERS,
    PRONOUNS,
    Token,
    describe,
    phrase_from,
)
from synopticon.extract.speech import BESIDE_VERBS, UTTERANCE, open_verb
from synopticon.extract.speech import words as listed
from synopticon.extract.subjects import (
    subject_before,
)

_STOP_AFTER = listed("in on at to after when during as with of for from by")
_TOLD = listed("told tells informed informs assured assures reminded reminds")
_SIGNED = ("—", "–", "-", "―")


def after(toks: Sequence[Token], at: int, look: View, borrowed: bool) -> Found | None:
    """The cue after the quotation at token ``at``, or ``None``.

    ``borrowed`` says that the tokens after the quotation are those of the next sentence, which may have a matter of
    its own: then the verb must end the cue.
    """
    i = at + 1
    comma = i < len(toks) and toks[i].text in (",", "—", "–")
    while i < len(toks) and toks[i].text in (",", *_SIGNED):
        i += 1
    if i + 2 < len(toks) and toks[i].text == ":" and toks[i + 1].low in ("that", "this") and toks[i + 2].low in BE:
        i += 1
    if i >= len(toks) or toks[i].kind != "w":
        return None
    found = _worded(toks, i)
    if found is None and (comma or look.direct):
        found = _inverted(toks, i, look) or _straight(toks, i, look, borrowed)
    return found or _how(toks, i)


def _worded(toks: Sequence[Token], i: int) -> Found | None:
    """``, in an aide's phrase``, ``, according to X``, ``, in the words of X``."""
    low = toks[i].low
    if low == "according" and i + 2 < len(toks) and toks[i + 1].low == "to":
        return take(toks, i + 2, toks[i].start, "wording")
    if low == "per" and i + 1 < len(toks) and toks[i + 1].capital:
        return take(toks, i + 1, toks[i].start, "wording")
    return in_words(toks, i) if low in ("in", "by") else None


def _inverted(toks: Sequence[Token], i: int, look: View) -> Found | None:
    """``said X``, ``as X put it``, ``cackled the great-gran of nine``."""
    if toks[i].low == "as" and i + 1 < len(toks):
        return _straight(toks, i + 1, look, False)
    if toks[i].capital or not (toks[i].low in BESIDE_VERBS or (look.direct and open_verb(toks[i].low))):
        return None
    j = i + 1
    while j < len(toks) and toks[j].low.endswith("ly") and not toks[j].capital:
        j += 1
    if j >= len(toks) or not _may_speak(toks, j):
        return None
    end = phrase_from(toks, j)
    if toks[j].low == "one" and end == j + 1 and end < len(toks) and toks[end].kind == "w":
        return None  # "scored one or two points"
    phrase = named(toks, j, end)
    return (
        None if phrase is None or phrase.kind == "mute" else Found(phrase, (toks[i].start, phrase.end), "after", 0.95)
    )


def _may_speak(toks: Sequence[Token], j: int) -> bool:
    token = toks[j]
    if token.low in ("and", "but", "or", "then", "which", "who", "that", "to"):
        return False
    return token.kind == "w" and (
        token.capital
        or token.low in DETERMINERS
        or token.low in PRONOUNS
        or describe(toks, j, max(j + 1, phrase_from(toks, j))).kind in ("role", "paper", "name", "body")
    )


def _straight(toks: Sequence[Token], i: int, look: View, borrowed: bool) -> Found | None:
    """``X said``, ``X, head of Y, said``, ``its chairwoman, X, let it be known``."""
    if not _may_speak(toks, i):
        return None
    end = phrase_from(toks, i)
    verb = next((k for k in range(i + 1, min(end, len(toks))) if _says(toks, k)), None)
    if verb is not None:
        end = verb
    elif end < len(toks) and toks[end].text in (",", "(", "—", "–"):
        verb = _after_insertion(toks, end)
    elif end < len(toks) and toks[end].low in ("who", "which", "of", "at", "from", "in"):
        verb = _after_insertion(toks, end) or _next_verb(toks, end)
    else:
        verb = _next_verb(toks, end)
    if verb is None and look.direct and not borrowed:
        verb, end = _any_verb(toks, i, end)
    if verb is None or end <= i or (borrowed and not _cue_ends(toks, verb)):
        return None
    phrase = named(toks, i, end)
    return None if phrase is None else Found(phrase, (phrase.start, toks[verb].end), "after", 0.93)


def _says(toks: Sequence[Token], k: int) -> bool:
    low = toks[k].low
    if toks[k].capital or toks[k].kind != "w":
        return False
    if low == "let":
        return k + 3 < len(toks) and toks[k + 3].low == "known"
    if low == "has":
        return k + 1 < len(toks) and toks[k + 1].low == "it" and (k + 2 == len(toks) or toks[k + 2].kind == "p")
    return low in BESIDE_VERBS


def _next_verb(toks: Sequence[Token], end: int) -> int | None:
    """The verb right after a subject, over auxiliaries and adverbs: ``X has since explained``."""
    for k in range(end, min(end + 5, len(toks))):
        if _says(toks, k):
            return k
        if toks[k].kind != "w" or not (toks[k].low in AUXILIARY or toks[k].low.endswith("ly")):
            return k if toks[k].low in ("saying", "telling") and k > end else None
    return None


def _any_verb(toks: Sequence[Token], i: int, end: int) -> tuple[int | None, int]:
    """Beside direct speech any finite verb is one of speaking: ``“…,” a subordinate wisecracks``."""
    for k in range(i + 1, end):
        last = k + 1 >= len(toks) or toks[k + 1].kind != "w" or toks[k + 1].low in _STOP_AFTER
        if open_verb(toks[k].low) and not toks[k].capital and last:
            return k, k
    if end < len(toks) and open_verb(toks[end].low) and not toks[end].capital:
        return end, end
    return None, end


def _after_insertion(toks: Sequence[Token], comma: int) -> int | None:
    """The verb after ``X, …, `` within reach; no quotation may stand between."""
    for k in range(comma + 1, min(comma + REACH, len(toks))):
        if toks[k].kind == "q" or toks[k].text in (".", ";", "?", "!"):
            return None
        if _says(toks, k) and _closes_insertion(toks, comma, k):
            return k
    return None


def _closes_insertion(toks: Sequence[Token], comma: int, k: int) -> bool:
    j = k - 1
    while j > comma and toks[j].kind == "w" and (toks[j].low in AUXILIARY or toks[j].low.endswith("ly")):
        j -= 1
    return j > comma and (toks[j].text in (",", ")", "—", "–") or toks[comma].text not in (",", "(", "—", "–"))


def _cue_ends(toks: Sequence[Token], verb: int) -> bool:
    """Whether nothing but when, where and to whom follows the verb: the next sentence is only a cue."""
    follows = toks[verb + 1] if verb + 1 < len(toks) else None
    if follows is None or follows.kind == "p":
        return follows is None or follows.text != ":"
    if toks[verb].low in _TOLD:
        return not any(t.kind == "q" or t.low == "that" for t in toks[verb:])
    return follows.low in _STOP_AFTER or follows.low.endswith("ly")


def _how(toks: Sequence[Token], i: int) -> Found | None:
    """``is how X sums up …``, ``: that is how the order puts it``, ``is all he will say``, ``was her message``."""
    k = i + 1 if toks[i].low in ("that", "this", "such") else i
    if k + 2 >= len(toks) or toks[k].low not in BE:
        return None
    if toks[k + 1].low in ("how", "what", "all"):
        return _manner(toks, i, k + 2)
    for word in range(k + 2, min(k + 8, len(toks))):
        if toks[word].low in UTTERANCE:
            phrase = owner(toks, k + 1, word)
            return None if phrase is None else Found(phrase, (toks[i].start, toks[word].end), "after", 0.85)
    return None


def _manner(toks: Sequence[Token], i: int, begin: int) -> Found | None:
    for verb in range(begin + 1, min(begin + 16, len(toks))):
        if toks[verb].low in BESIDE_VERBS | {"say", "put", "see", "sum"}:
            subject = subject_before(toks, verb)
            phrase = named(toks, *subject) if subject is not None and subject[0] >= begin else None
            if phrase is not None:
                return Found(phrase, (toks[i].start, toks[verb].end), "after", 0.85)
    end = phrase_from(toks, begin)
    phrase = named(toks, begin, end) if end > begin else None
    return None if phrase is None else Found(phrase, (toks[i].start, phrase.end), "after", 0.75)


def signature(toks: Sequence[Token]) -> Found | None:
    """The speaker named on a line of its own: ``Odette Laval, vice-president for safety``."""
    if not toks or any(t.kind == "q" for t in toks) or toks[-1].text in (".", "!", "?", ":", ";", ","):
        return None
    if not (toks[0].capital or toks[0].low in DETERMINERS):
        return None
    at = next(
        (k + 1 for k in range(1, len(toks) - 1) if toks[k].low == "which" and toks[k - 1].low in ("with", "in")), 0
    )
    end = phrase_from(toks, at)
    end = next((k for k in range(at + 1, end) if at and not toks[k].capital and toks[k - 1].capital), end)
    if end <= at:
        return None
    phrase = describe(toks, at, end)
    return None if phrase.kind == "mute" else Found(phrase, (toks[0].start, toks[-1].end), "line", 0.85)
