"""Which encoding bytes are in: byte order mark, then what is valid, declared and plausible, in that order of trust.

Declarations lie often enough that none is believed unread: each candidate (the declared one, UTF-8, GB18030, Big5,
Windows-1252) decodes a sample, and the text that looks most like writing is taken; the declaration only breaks near
ties. Where none looks like writing (undeclared Cyrillic, Japanese, Korean ...), charset-normalizer is asked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from synopticon.text.maps import Map
from synopticon.text.plausible import plausibility
from synopticon.text.unreadable import unreadable
from synopticon.text.widths import decode_bytes

SAMPLE = 16 * 1024  # bytes around the first non-ASCII byte that candidates are judged on
MAX_WRONG = 0.05  # share of characters that may be undecodable: beyond it a quoted sentence has a hole in every line
MAX_CONTROLS = 0.02  # share of control bytes; texts have none, pictures, archives and programs 10 % and more
ENOUGH = 0.45  # plausibility below which charset-normalizer is asked; real texts of the trials reach .6 and more
DECLARED_BONUS = 0.1

# The marks of the Unicode standard, section 23.8; UTF-32 before UTF-16, whose mark begins the same.
_MARKS = (
    (codecs.BOM_UTF8, "utf_8"), (codecs.BOM_UTF32_LE, "utf_32_le"), (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be"),
)  # fmt: skip
# As the WHATWG Encoding standard reads labels: the old names stand for the larger sets that are really used.
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "iso8859_1": "cp1252",
    "ascii": "cp1252", "iso8859_9": "cp1254", "shift_jis": "cp932", "euc_kr": "cp949", "tis_620": "cp874",
    "utf_8_sig": "utf_8",
}  # fmt: skip
_LABELS = {"gb_2312": "gb2312", "gb_2312_80": "gb2312", "x_gbk": "gbk", "x_x_big5": "big5", "utf8": "utf_8",
           "unicode_1_1_utf_8": "utf_8", "x_cp1252": "cp1252", "x_sjis": "cp932", "ks_c_5601_1987": "cp949",
           "iso_8859_8_i": "iso8859_8", "iso_8859_8_e": "iso8859_8", "cp_1252": "cp1252"}  # fmt: skip
_TEXT_CODECS = re.compile(r"(?:utf|gb|big5|cp|iso|koi8|mac|euc|shift|johab|tis|ptcp|kz)[\w]*")
_NAMES = {"utf_8": "utf-8", "big5hkscs": "big5", "cp1252": "windows-1252", "cp1251": "windows-1251",
          "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be"}  # fmt: skip

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})|<meta\s[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.I,
)
_DECLARED_WITHIN = 4096  # the HTML standard asks for the first 1,024; real pages are later now and then


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the map back to its bytes, and the encoding's usual name."""

    text: str
    map: Map
    encoding: str


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of ``data``. Raises :class:`UnreadableError` when it is empty, binary or in no encoding known here."""
    if not data:
        raise unreadable("empty", "It has no bytes.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    _refuse_binary(data)
    return _checked(data, _choose(data, codec(declared)))


def declared_encoding(data: bytes) -> str | None:
    """What an XML declaration or an HTML ``<meta charset>`` near the start of ``data`` says, as it stands."""
    match = _DECLARATION.search(data[:_DECLARED_WITHIN])
    label = (match.group(1) or match.group(2)) if match else None
    return label.decode("ascii", "replace") if label else None


def codec(label: str | None) -> str | None:
    """The Python codec for an encoding's label as the web uses it; ``None`` when it names no text encoding."""
    if not label:
        return None
    plain = re.sub(r"[^a-z0-9]+", "_", label.strip().lower())
    try:
        name = codecs.lookup(_LABELS.get(plain, plain)).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    # A page that could be read far enough to find "utf-16" is not in it (HTML standard, 13.2.3.2).
    if name.startswith(("utf_16", "utf_32", "utf_7")):
        return "utf_8"
    name = _WIDER.get(name, name)
    return name if _TEXT_CODECS.fullmatch(name) else None


def _refuse_binary(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > MAX_CONTROLS * len(data):
        share = f"{controls / len(data):.0%}"
        raise unreadable("binary", f"{share} of its bytes are control characters: it is not text. Convert it first.")


def _choose(data: bytes, declared: str | None) -> str:
    if data.isascii():
        return "iso2022_jp" if declared == "iso2022_jp" and b"\x1b" in data else "utf_8"
    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - SAMPLE // 4) if first else 0
    sample = data[start : start + SAMPLE]
    candidates = list(dict.fromkeys(name for name in ("utf_8", declared, "gb18030", "big5hkscs", "cp1252") if name))
    scores = {name: _score(sample, name, declared) for name in candidates}
    if _valid_utf_8(data) and max(scores.values()) < scores["utf_8"] + 0.5:
        return "utf_8"
    best = max(candidates, key=lambda name: scores[name])
    return best if scores[best] >= ENOUGH else _last_resort(sample, best)


def _valid_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _score(sample: bytes, name: str, declared: str | None) -> float:
    try:
        text = sample.decode(name, "replace")
    except (LookupError, UnicodeError):
        return -1.0
    if len(sample) == SAMPLE:  # its end may cut a character, which is no fault of the encoding
        text = text[:-2]
    bonus = DECLARED_BONUS if name == declared else 0.0
    return plausibility(text) + bonus + (0.2 if name == "utf_8" and "\ufffd" not in text else 0.0)


def _last_resort(sample: bytes, best: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # slow to import, and hardly ever needed

    match = from_bytes(sample).best()
    name = codec(match.encoding) if match is not None else None
    return name or best


def _checked(data: bytes, encoding: str) -> Decoded:
    step, wrong = decode_bytes(data, encoding)
    size = max(len(step.text), 1)
    if step.text.count("\x00") > MAX_CONTROLS * size:
        raise unreadable("binary", "Many of its characters are NUL: it is not text. Convert it first.")
    if wrong and step.text.count("\ufffd") > MAX_WRONG * size:
        detail = f"{wrong} of its {len(data)} bytes are in no encoding known here; save it as UTF-8."
        raise unreadable("undecodable", detail)
    return Decoded(text=step.text, map=step.map, encoding=_NAMES.get(encoding, encoding))
