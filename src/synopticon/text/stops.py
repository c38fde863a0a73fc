"""Whether a stop ends a sentence: abbreviations, initials, list numbers, and quotations whose speaker follows."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name or a figure; such a word never ends a sentence.
_NEVER = _words(
    "mr mrs ms mx dr prof gen col lt lieut sgt capt maj cmdr adm gov sen rep rev hon pres messrs mme st mt ft vs cf "
    "approx ca al fig figs art arts sec para paras ed eds vol vols pp tel ext dept univ assn e.g i.e viz resp "
    "rt brig supt insp det amb atty"
)
# Before a figure only: "No. 7", "Jan. 3", "p. 12".
_BEFORE_FIGURE = _words("no nos nr p ch jan feb mar apr jun jul aug sept sep oct nov dec rs us$ reg c approx sect cl")
# May end a sentence: they do when what follows starts as sentences do.
_PERHAPS = _words(
    "inc ltd co corp bros jr sr esq etc plc llc llp pte pty gmbh bhd pvt cos ph.d m.d b.a m.a j.d a.m p.m "
    "u.s u.k u.n e.u d.c l.a n.y u.s.a u.a.e p.r.c r.o.c no est dist ave blvd rd"
)
# Words that open a sentence and hardly ever a name.
_OPENERS = _words(
    "The A An In It Its He She They We I You His Her Their Our My This That These Those There Then But And Or So Yet "
    "On At By For From With As If When While Where What Who Why How After Before Since Until Although Though Because "
    "Despite During Under Over Between Among Some Many Most Several Both Each Every All Another Other Such No Not "
    "Now Today Yesterday Meanwhile However Moreover Still Also Only Just Even One Two Three Last Next Earlier Later "
    "Police Officials Asked According Instead Neither Nor Nobody Nothing Is Are Was Were Do Does Did"
    " Has Have Had Can Will"
)
_SPEAKERS = _words("The A An One He She They Police Officials")  # of these openers, those who speak
_AFTER_HOUR = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Eastern Pacific Beijing Moscow London Tokyo GMT UTC EST EDT PST CET BST CST"
)  # fmt: skip

_TOKEN = re.compile(r"[^\s(\[（“\"‘—–,;]*\Z")
_NEXT = re.compile(r"[\s\"“‘'(\[（「『*_]*(\S+)")
_QUOTED = re.compile(r"[\"'”’»」』]")
_SAYS_EN = (
    "said|says|say|asked|asks|told|tells|added|adds|wrote|writes|replied|replies|answered|shouted|joked|joked|warned|"
    "explained|recalled|insisted|argued|continued|declared|announced|noted|laughed|shrugs|shrugged|read|reads"
)
_SPEAKER_EN = re.compile(rf"\s*(?:[A-Z][\w.’'-]*,?\s+|the\s+|an?\s+){{1,4}}(?:{_SAYS_EN})\b")
_SPEAKER_ZH = re.compile(
    r"[^。！？；\n“”「」]{0,24}?(?:说|說|称|稱|表示|问|問|写道|寫道|回应|回應|答|喊|强调|強調|指出|留言|直言|坦言|告诉|告訴|感叹|感嘆|补充|補充|笑道)"
)
_FULL_WIDTH = frozenset("。！？；｡")


def is_end(text: str, stop: int, end: int, start: int, limit: int) -> bool:
    """Whether ``text[stop:end]`` (stops and what closes them) ends the sentence that began at ``start``.

    ``limit`` is the end of the paragraph.
    """
    if end >= limit:
        return True
    if text[stop] in _FULL_WIDTH:
        return not (_QUOTED.search(text, stop, end) and _SPEAKER_ZH.match(text, end, min(limit, end + 40)))
    if text[stop] == "…" and not text[end].isspace():
        return _ends_chinese(text, stop, end, limit)
    following = _NEXT.match(text, end, min(limit, end + 60))
    word = following.group(1) if following else ""
    if word[:1].islower():
        return False
    # After a full stop a speaker begins a new sentence; behind "?" and "!" he ends the old one: “No!” Li said.
    quoted = text[stop] != "." and _QUOTED.search(text, stop, end) is not None
    if quoted and (word not in _OPENERS or word in _SPEAKERS) and _SPEAKER_EN.match(text, end, min(limit, end + 90)):
        return False
    return text[stop : stop + 2].rstrip(_CLOSERS) != "." or _full_stop(text, stop, start, word)


_CLOSERS = "\"'”’»」』）)]】〉》 \n"


def _ends_chinese(text: str, stop: int, end: int, limit: int) -> bool:
    """An ellipsis with nothing blank behind it ends a sentence only when it closes a quotation without a speaker."""
    return bool(_QUOTED.search(text, stop, end)) and not _SPEAKER_ZH.match(text, end, min(limit, end + 40))


def _full_stop(text: str, stop: int, start: int, word: str) -> bool:
    """Whether one full stop, before ``word``, ends the sentence that began at ``start``."""
    found = _TOKEN.search(text, max(start, stop - 30), stop)
    token = found.group() if found else ""
    plain = token.lower().lstrip("'‘’")
    if token.isdigit() and len(token) <= 3 and not text[start : stop - len(token)].strip():
        return False  # a list number: "3. Ofcom has ..."
    if plain in _NEVER:
        return False
    if plain in _BEFORE_FIGURE and word[:1].isdigit():
        return False
    if plain in ("a.m", "p.m"):
        return word.strip(".,;") not in _AFTER_HOUR
    if plain in _PERHAPS and plain != "no":
        return _opens(word)
    if len(token) == 1 and token.isupper() and token.isascii():
        return _opens(word) and word != "I"
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", token):
        return _opens(word)
    return True


def _opens(word: str) -> bool:
    return re.split(r"[,’'…]", word, maxsplit=1)[0] in _OPENERS
