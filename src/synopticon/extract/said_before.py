"""Cues before the opening mark: ``X said: “``, ``in the words of X, “``, ``X called it “``, and the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from synopticon.extract.saying import BE, REACH, Found, View, in_words, links, named, take, utterer
from synopticon.extract.speakers import (
    DETERMINERS,
    PRONOUNS,
    Token,
)
from synopticon.extract.speech import (
    ASKING,
    BESIDE_VERBS,
    NAMING,
    NOUNISH,
    PAPER_VERBS,
    PARTICIPLES,
    REPORT_VERBS,
    SAY_INFINITIVES,
    UTTERANCE,
    WORDING,
)
from synopticon.extract.speech import words as listed
from synopticon.extract.subjects import (
    clause_start,
    subject_at_start,
    subject_before,
)

_PLAIN = listed("said says told tells wrote writes called calls reads states stated")
_TERM_NOUNS = listed(
    "word words term phrase label slogan motto theme title song film book hashtag button name so-called"
)
_FUNCTION = listed(
    "in on at of to for and or but as from with by that which who when while because if is are was were has have "
    "had will would could should can may might it its he they she his her their after before during about "
    "against over under than then though although into without until within toward towards between among amid "
    "not also so"
)


def before(toks: Sequence[Token], at: int, look: View) -> Found | None:
    """The cue before the quotation at token ``at``, nearest first, or ``None``."""
    if at == 0 or names_a_thing(toks, at, look):
        return None
    mark = toks[at - 1].text
    for k in range(at - 1, max(0, at - REACH) - 1, -1):
        if toks[k].text == ";" or (toks[k].kind == "q" and not links(toks[k + 1 : at], look)):
            break
        found = _cue_at(toks, k, at)
        if found is not None:
            return found
    if mark == ":":
        return _colon(toks, at)
    return _comma(toks, at, look) if mark == "," and look.whole else None


def _cue_at(toks: Sequence[Token], k: int, at: int) -> Found | None:
    """The cue whose verb or noun is token ``k``, if it is one and its subject can speak."""
    low = toks[k].low
    if toks[k].kind != "w":
        return None
    if low == "according" and k + 2 < at and toks[k + 1].low == "to":
        return take(toks[:at], k + 2, toks[k].start, "wording")
    if low in ("in", "by") and at - k <= 12 and any(t.low in WORDING for t in toks[k:at]):
        return in_words(toks[:at], k)
    if toks[k].capital and k > 0:
        return None
    if low in PARTICIPLES:
        return _participle(toks, k, at)
    if low in UTTERANCE and toks[k + 1].low == "that":
        return _infinitive(toks, k)  # "with the remark that it “…”"
    if low in SAY_INFINITIVES and k > 0 and toks[k - 1].low == "to":
        return _infinitive(toks, k)
    beside = toks[at - 1].text in (":", ",") and at - k <= 12
    if low in PAPER_VERBS and not beside:
        found = _with_subject(toks, k, at)
        return found if found is not None and found.phrase.kind == "paper" else None
    if k == at - 1 and low in BESIDE_VERBS and any(t.low == "what" for t in toks[max(0, k - 12) : k]):
        return _with_subject(toks, k, at)  # "what a notice terms “…”"
    if low not in (BESIDE_VERBS if beside else REPORT_VERBS):
        return None
    if low in NOUNISH and k < at - 2:
        return None
    if low in ASKING and any(t.low in ("whether", "if") for t in toks[k:at]):
        return None
    return _agent(toks, k, at) if k and passive(toks, k) else _with_subject(toks, k, at)


def passive(toks: Sequence[Token], k: int) -> bool:
    """Whether the verb at ``k`` stands in the passive: its subject is spoken of and does not speak."""
    j = k - 1
    while j > 0 and toks[j].low.endswith("ly") and not toks[j].capital:
        j -= 1
    return toks[j].low in BE and toks[k].low.endswith(("ed", "told", "said", "put", "written", "known"))


def _agent(toks: Sequence[Token], k: int, at: int) -> Found | None:
    """The agent of a passive: ``was described by one user as “…”``."""
    for j in range(k + 1, at - 1):
        if toks[j].low == "by":
            return take(toks[:at], j + 1, toks[k].start, "before")
    return None


def _with_subject(toks: Sequence[Token], k: int, at: int) -> Found | None:
    subject = subject_before(toks, k)
    phrase = None if subject is None else named(toks, *subject)
    if phrase is None or phrase.kind == "mute" or (phrase.kind == "pronoun" and phrase.text == "one"):
        return None
    beside = toks[at - 1].text in (":", ",")
    if phrase.kind == "other" and toks[k].low not in _PLAIN and not beside:
        return None
    return Found(phrase, (phrase.start, toks[k].end), "before", 0.92 if beside else 0.85)


def _participle(toks: Sequence[Token], k: int, at: int) -> Found | None:
    """``X did this, adding that “…”``: the subject of the clause around it."""
    if k == 0:
        comma = next((j for j in range(k, at) if toks[j].text == ","), None)
        subject = None if comma is None else subject_at_start(toks, comma + 1, at)
    elif toks[k - 1].kind == "w" and (toks[k - 1].capital or toks[k - 2].low in DETERMINERS):
        subject = subject_before(toks, k)  # "with Boswell stating:", "the government recommending"
    else:
        subject = subject_at_start(toks, clause_start(toks, k), k)
    phrase = None if subject is None else named(toks, *subject)
    if phrase is None or phrase.kind in ("mute", "other"):
        return None
    return Found(phrase, (toks[k].start, toks[k].end), "before", 0.72)


def _infinitive(toks: Sequence[Token], k: int) -> Found | None:
    """``X used to say, “…”``, ``X went on to add that “…”``: the subject of the clause."""
    subject = subject_at_start(toks, clause_start(toks, k), k)
    phrase = None if subject is None else named(toks, *subject)
    if phrase is None or phrase.kind in ("mute", "other"):
        return None
    return Found(phrase, (phrase.start, toks[k].end), "before", 0.75)


def names_a_thing(toks: Sequence[Token], at: int, look: View) -> bool:
    """Whether the marks hold a name, title or term, not speech: ``named “X”``, ``the word “x”``, ``“x” button``."""
    word = toks[at - 1]
    if word.text == ":":
        return False
    if word.kind == "w" and (word.low in _TERM_NOUNS or (word.low in NAMING and not _opinion(toks, at - 1))):
        return True
    beside = word.text == ","
    if look.title and not beside and not (look.words == 1 and word.low in ("said", "says", "it", "that", "called")):
        return True
    follows = toks[at + 1] if at + 1 < len(toks) else None
    if beside or look.direct or look.displayed or look.words > 3 or follows is None or follows.kind != "w":
        return False
    return (look.words <= 2 or not follows.capital) and follows.low not in _FUNCTION and not follows.low.endswith("ly")


def _opinion(toks: Sequence[Token], k: int) -> bool:
    """Whether the naming verb at ``k`` has somebody who names: ``management called “…”``, not ``is called “…”``."""
    if k == 0 or toks[k - 1].kind != "w" or passive(toks, k):
        return False
    subject = subject_before(toks, k)
    if subject is None:
        return False
    phrase = named(toks, *subject)
    return phrase is not None and (phrase.kind in ("pronoun", "name", "role", "paper", "body"))


def _colon(toks: Sequence[Token], at: int) -> Found | None:
    """``The Bar Association: “…”``, ``X was blunter: “…”``: the subject of the clause before the colon."""
    subject = subject_at_start(toks, clause_start(toks, at - 1), at - 1)
    for k in range(max(0, at - 9), at - 2):
        if toks[k].low == "from" and toks[k - 1].text == ",":
            return take(toks, k + 1, toks[k].start, "colon")  # "overheard, from a man with a badge:"
    if subject is None:
        return None
    phrase = utterer(toks, subject[0], min(subject[1] + 2, at)) or named(toks, *subject)
    if phrase is None or phrase.kind in ("mute", "other"):
        return None
    return Found(phrase, (phrase.start, toks[at - 1].end), "colon", 0.8)


def _comma(toks: Sequence[Token], at: int, look: View) -> Found | None:
    """``X, in remarks to Y, “…”`` and other leads that end in a comma before a whole sentence."""
    subject = subject_at_start(toks, clause_start(toks, at - 1), at - 1)
    phrase = None if subject is None else named(toks, *subject)
    if phrase is None or phrase.kind not in ("name", "role", "pronoun", "body") or look.words < 3:
        return None
    return Found(phrase, (phrase.start, toks[at - 1].end), "colon", 0.6)


def lead(toks: Sequence[Token], same_line: bool) -> Found | None:
    """The speaker of a sentence without a quotation, for one that stands alone after it."""
    for k in range(len(toks)):
        if toks[k].kind == "w" and not toks[k].capital and toks[k].low in REPORT_VERBS and not (k and passive(toks, k)):
            subject = subject_before(toks, k)
            phrase = None if subject is None else named(toks, *subject)
            if phrase is not None and phrase.kind in ("name", "role", "pronoun", "paper", "body"):
                return Found(phrase, (phrase.start, toks[k].end), "lead", 0.7 if same_line else 0.6)
    subject = subject_at_start(toks, 0, len(toks))
    if same_line and subject is None:
        subject = (0, min(3, len(toks)))
    owner = None if subject is None or not same_line else utterer(toks, subject[0], min(subject[1] + 1, len(toks)))
    phrase = owner or (None if subject is None else named(toks, *subject))
    if (
        phrase is None
        or phrase.kind not in ("name", "role", "pronoun")
        or (toks[phrase.first].low not in PRONOUNS and (phrase.kind == "pronoun" and owner is None))
    ):
        return None
    return Found(phrase, (phrase.start, phrase.end), "lead", 0.55 if same_line else 0.45)
