"""Writing scores above the same bytes read in another encoding."""

from __future__ import annotations

import pytest

from synopticon.text.plausible import plausibility

TEXTS = {
    "gb18030": "市政府表示，三家公司已经成立了党支部。",
    "big5": "市政府表示，三家公司已經成立了黨支部。",
    "cp1252": "Le comité s’est réuni à Évreux – “déjà vu”.",
}


@pytest.mark.parametrize("right", TEXTS)
@pytest.mark.parametrize("wrong", TEXTS)
def test_writing_is_more_plausible_than_noise(right: str, wrong: str) -> None:
    """Each text scores best in the encoding it was written in."""
    data = TEXTS[right].encode(right)
    if right != wrong:
        assert plausibility(data.decode(wrong, "replace")) < plausibility(TEXTS[right])


@pytest.mark.parametrize("text", [*TEXTS.values(), "Привет, мир", "日本の政府は", "한국 정부", "مرحبا", "", "ascii"])
def test_writing_in_any_script_is_plausible(text: str) -> None:
    """No script that people write in counts as noise."""
    assert plausibility(text) > 0.4


@pytest.mark.parametrize("text", ["\ufffd\ufffd", "\ue000\ue001", "\x80\x81\x82", "Ïðèâåò"])
def test_noise_is_not(text: str) -> None:
    """Errors, private characters, control characters and Cyrillic read as Latin score low."""
    assert plausibility(text) < 0.2
