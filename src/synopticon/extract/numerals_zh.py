"""Numerals in Chinese, simplified and traditional, in figures and characters: values only.

``二百五十``, ``1.2万``, ``2亿3000万``, ``四億五千萬``, ``百分之零点五`` (its number), ``二〇一七``.
"""

from __future__ import annotations

import re

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "倆": 2, "三": 3, "四": 4, "五": 5,
    "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
           "兆": 1_000_000_000_000}  # fmt: skip
HAN = "".join(DIGITS) + "".join(TENS) + "".join(MYRIADS)
FULLWIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
FIGURES = re.compile(r"\d+(?:\.\d+)?")
MOST = 40  # characters; a longer run is no number of a report

# One number: figures with or without 万 and 亿 behind them, or a run of characters.
NUMBER = (
    r"(?:(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,5}(?![0-9０-９])|[0-9０-９]{1,15})(?:[.．][0-9０-９]{1,6})?"
    r"(?:[十百千万萬亿億]{1,2}(?:零?[0-9]{1,4}(?:[万萬千百十]{1,2}|(?![0-9.．,，%％]))){0,4})?|"
    rf"[{HAN}]{{1,20}}(?:[点點][{HAN}]{{1,6}})?)"
)


def value_of(said: str) -> float | None:
    """The value of one number; ``None`` where the characters make none ("千万别")."""
    text = said.translate(FULLWIDTH).replace(",", "").replace("，", "")
    if not text or len(text) > MOST:
        return None
    whole, _, part = text.replace("點", "点").partition("点")
    if part:
        base = value_of(whole)
        decimals = "".join(str(DIGITS.get(char, char)) for char in part)
        return None if base is None or not decimals.isdigit() else base + float("0." + decimals)
    if all(char in DIGITS for char in text):
        return float("".join(str(DIGITS[char]) for char in text)) if len(text) <= 15 else None
    return _sum(text)


def _sum(text: str) -> float | None:
    total, section, current = 0.0, 0.0, None
    position, last = 0, 1.0
    while position < len(text):
        figures = FIGURES.match(text, position)
        char = text[position]
        if figures:
            current, position = float(figures[0]), figures.end()
            continue
        position += 1
        if char in DIGITS:
            current, last = float(DIGITS[char]), 10.0 if char in "零〇" else last
        elif char in TENS:
            section += (current or 1.0) * TENS[char]  # 零十 is ten
            current, last = None, float(TENS[char])
        elif char in MYRIADS:
            factor = MYRIADS[char]
            if current is None and not section and total:
                total *= factor  # 四万万
                continue
            section += current or 0.0
            # 万亿: what stands before is multiplied whole
            whole = factor == 100_000_000 and total < factor
            total = (total + section) * factor if whole else total + (section or 1.0) * factor
            section, current, last = 0.0, None, float(factor)
        else:
            return None
    if current is not None:
        # 二百五 is 250, 三万二 is 32,000; a zero before the digit (一百零五) takes it as it stands
        short = last >= 100 and current < 10 and text[-1] in DIGITS and not (len(text) > 1 and text[-2] in "零〇")
        current *= last / 10 if short else 1
    return round(total + section + (current or 0.0), 6)


def year_of(said: str) -> int | None:
    """A year written digit by digit (二〇一七) or in figures."""
    digits = "".join(str(DIGITS.get(char, char)) for char in said.translate(FULLWIDTH))
    return int(digits) if digits.isdigit() and len(digits) == 4 else None


def count_of(said: str) -> int:
    """A small whole number, as of a day or a month; 0 where it is none."""
    value = value_of(said)
    return int(value) if value is not None and value == int(value) and value < 10_000 else 0
