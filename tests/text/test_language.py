"""The language of a document, and of a sentence that differs from it."""

from __future__ import annotations

import pytest
from hypothesis import given

from synopticon.text.language import UNKNOWN, detect_language, primary, sentence_language
from tests.text.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The party committee met on Tuesday to elect a secretary.", "en"),
        ("公司成立了党委，有党员八百名。", "zh"),
        ("公司成立了黨委，有黨員八百名。", "zh"),
        ("日本の政府は昨日、新しい規則を発表しました。", "ja"),
        ("한국 정부는 어제 새 규칙을 발표했다.", "ko"),
        ("Вчера правительство объявило о новых правилах для сети.", "ru"),
        ("Le gouvernement a annoncé hier de nouvelles règles pour les plateformes.", "fr"),
        ("Die Regierung hat gestern neue Regeln für die Plattformen angekündigt.", "de"),
        ("THE PARTY COMMITTEE MET ON TUESDAY", "en"),
        ("新浪网（Sina Weibo）、Twitter 和 Facebook", "zh"),
        ("Sina (新浪) and Tencent (腾讯) set up committees in the autumn of last year.", "en"),
    ],
)
def test_documents(text: str, language: str) -> None:
    """Script first, then the model."""
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["Hi", "OK", "Rovers 0, Wharf 4", "Line-ups", "BBC"])
def test_few_latin_letters_are_english(text: str) -> None:
    """A few letters say nothing, and most of what has only a few is English here."""
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", ["", "123", "— 7 —", "。", "\ud800"])
def test_no_letters_no_language(text: str) -> None:
    """Figures and marks alone have none."""
    assert detect_language(text) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "document", "language"),
    [
        ("他说：“好。”", "en", "zh"),
        ("He left.", "en", "en"),
        ("Déjà vu in Málaga.", "en", "en"),
        ("2017", "zh", "zh"),
        ("Weibo", "zh", "zh"),
        ("The law takes effect on the first of October this year.", "zh", "en"),
        ("？", "en", "en"),
        ("日本のサイトは", "zh", "ja"),
    ],
)
def test_sentences_follow_their_document_unless_their_script_differs(text: str, document: str, language: str) -> None:
    """Bilingual documents have sentences in two languages; short ones are not guessed at."""
    assert sentence_language(text, document) == language


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("zh-Hant-TW", "zh"),
        ("EN_us", "en"),
        ("fr", "fr"),
        ("", None),
        (None, None),
        ("english", None),
        ("x", None),
    ],
)
def test_tags_are_cut_to_their_language(tag: str | None, code: str | None) -> None:
    """A given tag counts by its first part; a word that is no tag does not count."""
    assert primary(tag) == code


@given(TEXTS)
def test_any_text_has_a_language(text: str) -> None:
    """Nothing raises, and the answer is a code."""
    assert 2 <= len(detect_language(text)) <= 3
    assert sentence_language(text, "zh")
