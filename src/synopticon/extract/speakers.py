"""Who may be speaking: tokens of the narrative, the noun phrases in it, and the names a document knows people by.

A noun phrase is read on the surface, without a parse, because the words around quotation marks follow few patterns
and a parse of text with half-sentences in marks is often wrong just there. The quotations themselves are masked
beforehand with one of :data:`MASKS`, one for each code point, so that every offset stays true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from synopticon.extract.speech import BESIDE_VERBS, BODIES, HE, MUTE, PAPERS, SHE, person_noun
from synopticon.extract.speech import words as listed

MASKS = "\ue000\ue001"  # private-use characters, taken in turn so that neighbours stay apart; in no news text
_TOKEN = re.compile(r"\ue000+|\ue001+|[^\W_]+(?:[-'’.&/@][^\W_]+)*(?:(?<=s)['’](?= \w))?|@\w+|[^\w\s]|_")
_ABBREVIATIONS = listed(
    "mr mrs ms dr prof sr jr st gen col lt sgt capt rep sen gov hon rev pres inc ltd co corp dept vs no jan feb "
    "mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m u.s u.k u.n e.g i.e etc"
)
DETERMINERS = listed(
    "the a an this that these those one another some each every both two three four five several many most few "
    "no any all her his its their our my your"
)
PRONOUNS = listed("he she they it we i you one")
POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they", "our": "we", "my": "i", "your": "you"}
PREPOSITIONS = listed(
    "in on at after before by for from during under with since to over despite amid within through against "
    "between among following until about as like without near"
)
_PARTICLES = listed("of de van von al bin ibn del da dos das do el la le y der den ter ben abu bint e di du the")
STOPS = PREPOSITIONS | listed(
    "who whom which that whose when while where because but and or so than then if though although whether not "
    "also yesterday today tonight last earlier later again recently meanwhile however why how what is are was "
    "were be been being has have had will would could should can may might must did does do said says"
)
_KEEPS = listed("in at on for from with to")  # prepositions that may belong to a phrase about a person
DATED = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\Z|\d{1,4}(?:st|nd|rd|th)?\Z|(?:midnight|noon|yesterday|today|spring|summer|autumn"
    r"|winter)\Z"
)
_PREFIXED = re.compile(r"(?:[aeu][a-z]|bin|d|l|an|ash|o)[-'’][A-Z]")  # al-Amr, d'Estaing


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a masked quotation (``kind`` ``w``, ``p`` or ``q``) with its place in the document."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def low(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter (or a handle)."""
        return self.kind == "w" and (self.text[0].isupper() or self.text[0] == "@" or bool(_PREFIXED.match(self.text)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens ``first`` up to ``last`` (excluded) of one sentence, and what it is.

    ``kind`` is ``name``, ``role`` (a common noun for a person), ``body`` (one for an organisation), ``paper`` (a
    document that speaks), ``pronoun``,
    ``mute`` (a thing that carries words nobody says) or ``other``. ``start``/``end`` are code points.
    """

    first: int
    last: int
    start: int
    end: int
    kind: str
    text: str


def tokens(masked: str, start: int, end: int) -> list[Token]:
    """The tokens of ``masked[start:end]``; an abbreviation keeps its full stop."""
    found: list[Token] = []
    for match in _TOKEN.finditer(masked, start, end):
        word = match.group()
        kind = "q" if word[0] in MASKS else "w" if word[0].isalnum() or len(word) > 1 else "p"
        before = found[-1] if found else None
        if word == "." and before and before.end == match.start() and abbreviation(before.text):
            found[-1] = Token(before.text + ".", before.start, match.end(), "w")
        else:
            found.append(Token(word, match.start(), match.end(), kind))
    return found


def abbreviation(word: str) -> bool:
    """Whether a full stop after ``word`` belongs to it rather than to the sentence."""
    return (
        word.lower() in _ABBREVIATIONS
        or (len(word) == 1 and word.isupper())
        or bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word))
    )


def phrase_from(toks: Sequence[Token], at: int) -> int:
    """Where the noun phrase that begins at token ``at`` ends (excluded); ``at`` itself if none begins there."""
    i = at
    named = False
    while i < len(toks):
        token = toks[i]
        if token.kind != "w":
            break
        if i > at and token.low in STOPS | {"of"} and not _goes_on(toks, at, i, named):
            break
        lower = i > at and named and not token.capital and token.low not in _PARTICLES and not _possessed(toks[i - 1])
        if lower and not (toks[i - 1].low in STOPS or person_noun(token.text) or token.low in PAPERS or _job(toks, i)):
            break
        if _possessed(token) and i > at:
            named = False
        named = (
            named or (token.capital and i > at) or (token.capital and token.low not in DETERMINERS)
        ) and not _possessed(token)
        if token.low in PRONOUNS and i == at and not (token.low == "one" and _noun_follows(toks, i)):
            return i + 1
        i += 1
    while i > at and toks[i - 1].low in STOPS | {"of", "the", "a"}:
        i -= 1
    return i


def _job(toks: Sequence[Token], i: int) -> bool:
    """Whether lower-case words from ``i`` lead to a person's noun, as in ``Humber | fire chief X``."""
    for k in range(i, min(i + 4, len(toks))):
        if toks[k].kind != "w" or toks[k].capital or toks[k].low in STOPS or toks[k].low in BESIDE_VERBS:
            return False
        if person_noun(toks[k].text) and k + 1 < len(toks):
            return toks[k + 1].capital or (
                (toks[k + 1].text == "," and _possessed(toks[i - 1])) or toks[k + 1].text == ","
            )
    return False


def _noun_follows(toks: Sequence[Token], i: int) -> bool:
    return i + 1 < len(toks) and toks[i + 1].kind == "w" and (toks[i + 1].low == "of" or toks[i + 1].low not in STOPS)


def _possessed(token: Token) -> bool:
    return token.low.endswith(("'s", "s'"))


def _goes_on(toks: Sequence[Token], at: int, i: int, named: bool) -> bool:
    """Whether the phrase reaches over the preposition or "and" at ``i``."""
    here, after = toks[i].low, toks[i + 1] if i + 1 < len(toks) else None
    if after is None or after.kind != "w" or i == at:
        return False
    if here == "of":
        return not (named and toks[at].low not in ("the", "a", "an") and i - at >= 2 and not _titled(toks, at, i))
    if here == "and":
        return after.capital and toks[i - 1].capital
    if here not in _KEEPS or DATED.match(after.text) or after.low in ("reporters", "journalists"):
        return False
    only_common = not any(token.capital for token in toks[at + 1 : i]) and not (toks[at].capital and i - at == 1)
    head = toks[i - 1]
    if here == "to":
        return only_common and head.low in (
            "adviser",
            "advisor",
            "aide",
            "assistant",
            "secretary",
            "envoy",
            "ambassador",
        )
    return only_common and (after.capital or after.low not in ("a", "an", "his", "her", "their", "its", "this"))


def _titled(toks: Sequence[Token], at: int, i: int) -> bool:
    return toks[i - 1].low in (
        "minister",
        "secretary",
        "ministry",
        "director",
        "president",
        "head",
        "bank",
        "department",
        "university",
        "institute",
        "association",
        "academy",
        "court",
        "council",
        "chamber",
    )


def describe(toks: Sequence[Token], begin: int, end: int) -> Phrase:
    """What the phrase ``toks[begin:end]`` is; see :class:`Phrase`."""
    words = toks[begin:end]
    first = words[0]
    kind = "other"
    if len(words) == 1 and first.low in PRONOUNS:
        kind = "pronoun"
    elif _head(words).low == "one" and words[0].low == "the":
        kind = "mute"  # "the one beside it"
    elif all(w.text.isdigit() for w in words) or (
        _head(words).low in MUTE
        and first.low not in ("one", "another", "anonymous")
        and not any(w.capital for w in words[1:])
    ):
        kind = "mute"
    elif _has_name(words):
        kind = "paper" if _head(words).low in PAPERS else "name"
    elif _head(words).low in PAPERS:
        kind = "paper"
    elif any(person_noun(w.text) for w in words):
        kind = "role"
    elif _head(words).low in BODIES:
        kind = "body"
    return Phrase(begin, end, words[0].start, words[-1].end, kind, first.low)


def _has_name(words: Sequence[Token]) -> bool:
    """Whether a name stands in the phrase's own words: "an analyst in Moscow" names nobody."""
    last_genitive = max((k for k, w in enumerate(words[:-1]) if _possessed(w)), default=-1)
    words = words[last_genitive + 1 :]  # "Tanzania's deputy minister" is a deputy minister
    own = len(words)
    if words[0].low in DETERMINERS:
        own = next(
            (k for k, w in enumerate(words) if k and w.low in _KEEPS | {"of"} and person_noun(words[k - 1].text)), own
        )
    return any(
        w.capital and w.low not in DETERMINERS | STOPS and (k or not _common_start(words))
        for k, w in enumerate(words[:own])
    )


def _common_start(words: Sequence[Token]) -> bool:
    """Whether a capital first word is only capital because the sentence begins there."""
    return len(words) == 1 and (person_noun(words[0].text) or words[0].low in PAPERS or words[0].low in BODIES)


def _head(words: Sequence[Token]) -> Token:
    for k, word in enumerate(words):
        if k and word.low in _KEEPS | {"of"}:
            return words[k - 1]
    return words[-1]


def gender(words: str) -> str | None:
    """``he`` or ``she`` where the words of a mention say so, else ``None``."""
    found = {w.strip(".,") for w in words.lower().replace("-", " ").split()}
    return "she" if found & SHE else "he" if found & HE else None
