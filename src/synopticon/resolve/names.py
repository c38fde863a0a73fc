"""Names: how two spellings of one name are brought to one key, and which words are no name at all.

A key is made in this order, each step only dropping what never tells two actors apart:

1. NFKC (full-width letters, ligatures), curly apostrophes straightened, case folded, blanks collapsed;
2. quotation and book-title marks, and punctuation at both ends, dropped;
3. blanks beside Han characters dropped (``奇虎 360`` is ``奇虎360``);
4. a leading *the*, and a possessive *'s* or *'* at the end, dropped.

Legal forms at the end (*Inc*, *Holdings*, 有限公司) are dropped one at a time, and only while the whole is not known:
*Ant Group Co Ltd* is looked up as such, then without *Ltd*, then without *Co*, and found as *Ant Group*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from synopticon.resolve.words import (
    CONNECTORS,
    DETERMINERS,
    GENERIC,
    GENERIC_ENDS_HAN,
    GENERIC_HAN,
    LEGAL,
    LEGAL_HAN,
    ORGANISATION_WORDS,
    PARTICLES,
    PRONOUNS,
    SURNAME_LIKE,
    TITLES,
)

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_BESIDE_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_CUT = re.compile(r"[,;(（，；]| [–—-] | (?:which|who|that|whose|based|in|at|on|for|from|under|with)(?= )")
_COUNTED_HAN = re.compile(r"[\d一二两三四五六七八九十百千万数多几各该本这那有某每]")
_NUMBER = re.compile(r"[\d.,]+(?:st|nd|rd|th|%|[mbk]|bn|s)?(?:-.*)?")
# Lower-case words that can be part of a name; legal forms that are not ordinary words are among them.
_SMALL_IN_NAMES = CONNECTORS | PARTICLES | {"plc", "ltd", "inc", "llc", "gmbh", "ag", "srl", "spa", "nv", "bv"}
_EDGE = " \t\r\n.,;:!?\"'“”‘’«»《》〈〉「」『』【】()[]（）、，。；：！？"


def has_han(text: str) -> bool:
    """Whether ``text`` holds a Han character."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=8192)  # one document asks for the same names many times over
def fold(text: str) -> str:
    """The key of ``text``, as the module's docstring says; may be empty."""
    flat = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").casefold()
    flat = _BESIDE_HAN.sub("", " ".join(flat.split()))
    flat = flat.strip(_EDGE)
    flat = flat.removesuffix("'s").rstrip("'")
    return flat.removeprefix("the ").strip(_EDGE)


def without_legal(key: str) -> str | None:
    """``key`` without its last legal form; ``None`` when it ends in none or is nothing else."""
    for form in LEGAL_HAN:
        if key.endswith(form) and len(key) > len(form):
            return key.removesuffix(form).strip(_EDGE) or None
    head, blank, last = key.rpartition(" ")
    if blank and last.strip(".,") in LEGAL:
        return head.rstrip(" .,&") or None
    return None


def keys(text: str) -> Iterator[tuple[str, bool]]:
    """The keys to look ``text`` up under, longest first, and whether a legal form was dropped to get there."""
    key: str | None = fold(text)
    shortened = False
    while key:
        yield key, shortened
        key, shortened = without_legal(key), True


def core(phrase: str) -> str:
    """``phrase`` up to what only describes it further: *Tencent, owner of WeChat* is *Tencent*."""
    found = _CUT.search(phrase, 1)
    return phrase[: found.start()] if found else phrase


def proper_name(text: str, everywhere: str = "") -> str | None:
    """The name in a phrase that names somebody, or ``None`` when the phrase only describes.

    *the company*, *hundreds of dissidents*, *40 partners*, *Chinese netizens* and *They* describe; *activist Wu Gan*
    names *Wu Gan*, *Baidu CEO Robin Li* names *Robin Li*. A single capitalised word is no name when ``everywhere``,
    the document's text, also has it in lower case (*Police*), for then a sentence began with it.
    """
    phrase = core(text).strip(_EDGE)
    if has_han(phrase):
        return _han_name(phrase)
    words = phrase.split()
    if not words or _only_describes(words):
        return None
    if words[0].lower() == "the":
        words = words[1:]
    words = _after_description(words)
    if not words or all(_bare(word) in GENERIC for word in words):
        return None
    if len(words) == 1 and not words[0].isupper() and _written_small(words[0], everywhere):
        return None
    return re.sub(r"(?:'s|’s|['’])$", "", " ".join(words)).strip(_EDGE) or None


def _only_describes(words: list[str]) -> bool:
    """Whether the first word is a pronoun, an article that introduces somebody new, or a number.

    Some family names are spelt like these: *He Xiaomei*, *An Zhengchao*.
    """
    first = words[0].lower()
    if words[0][0].isupper() and first in SURNAME_LIKE and 2 <= len(words) <= 3 and words[1][:1].isupper():
        return False
    return first in DETERMINERS | PRONOUNS or _NUMBER.fullmatch(first) is not None


def _after_description(words: list[str]) -> list[str]:
    """The words after the last title or describing word; none when the last word is one of these."""
    start = 0
    for place, word in enumerate(words):
        small = _bare(word)
        describes = word[:1].islower() and small not in _SMALL_IN_NAMES and not _inner_capital(word)
        titles = small in TITLES and not any(_bare(later) in ORGANISATION_WORDS for later in words[place:])
        if describes or titles:
            start = place + 1
    rest = words[start:]
    if rest and (rest[0] in CONNECTORS or rest[-1] in CONNECTORS):
        return []  # “representative of Wayfind” is not Wayfind
    return rest


def _han_name(phrase: str) -> str | None:
    if _COUNTED_HAN.match(phrase) or phrase in GENERIC_HAN or len(phrase) < 2:
        return None
    if phrase.endswith(GENERIC_ENDS_HAN):
        return None
    return phrase if len(phrase) <= 30 else None  # longer is a clause; the longest official body names reach 25


def _bare(word: str) -> str:
    return word.strip(_EDGE).lower().removesuffix("'s").removesuffix("’s")


def _inner_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:])


def _written_small(word: str, everywhere: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_bare(word))}(?!\w)", everywhere) is not None
