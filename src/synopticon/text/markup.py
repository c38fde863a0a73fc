"""HTML read as text in one pass, without running any of it: what a browser would show, block by block.

One compiled expression finds the next tag, comment or declaration; raw text (scripts, styles) is skipped to its end
tag, hidden elements (``hidden``, ``display: none``) to theirs, and everything between is text, with its character
references decoded and its line breaks made blanks. Block elements part paragraphs. Each thing is looked at a fixed
number of times, so a page of any shape takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from synopticon.text.entities import copy_decoded
from synopticon.text.steps import Draft, Step

# Quotes count only behind "=", as in the HTML standard, so that an apostrophe in a bare value opens nothing.
_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)(>)?|(!--)|[!?/])"
)  # fmt: skip
# The same with quotes not believed.
_BARE = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*+)([^>]*+)(>)?|(!--)|[!?/])")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_UNSEEN = re.compile(r"display\s*:\s*none", re.I)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
SKIPPED = _names(
    "script style template noscript textarea svg iframe canvas audio video object select datalist math rt rp head"
)
"""Elements whose content no reader sees as text; of ``head`` only what it says of the page is kept, aside."""
_END_TAGS = {
    name: re.compile(f"</{name}(?=[\\s/>])", re.I)
    for name in ("script", "style", "textarea", "iframe", "noscript", "title", "xmp")
}
"""Elements of raw text, in which no tag counts but their own end tag."""
BLOCKS = _names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot thead tr "
    "td th ul caption option optgroup legend frameset noframes"
)
_IMPLIED_END = _names("p li dt dd tr td th option")
_CONTAINERS = BLOCKS - _IMPLIED_END
_LINES = _names("td th tr br dt dd li option")
_NOTED = _names("meta link time html base")
_NEVER_HIDDEN = VOID | {"html", "body"}  # pages hide their body until a script has run, and no script runs here
_FAILURES = 16  # tags that never close their quotes, after which quotes are no longer believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """An element that says something of the page: its name, attributes, and the text it had (``time``, ``title``)."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read: the visible text with its map, and what it says of itself.

    ``scripts`` are its blocks of JSON-LD, ``title`` its ``<title>``, ``heading`` its first ``<h1>``.
    """

    step: Step
    noted: tuple[Noted, ...]
    scripts: tuple[str, ...]
    title: str
    heading: str


def parse_attributes(raw: str) -> dict[str, str]:
    """The attributes of a tag; the first of two with one name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def parse_page(source: str) -> Page:
    """Read ``source``, a whole page or a fragment of one."""
    return _Parser(source).page()


class _Parser:
    """The state of one pass."""

    def __init__(self, source: str) -> None:
        self._source = source
        # Blanks of every kind are one in HTML; the length stays, so that places agree.
        self._flat = source.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\x0c", " ")
        self._draft = Draft(self._flat)
        self._noted: list[Noted] = []
        self._scripts: list[str] = []
        self._title = ""
        self._heading = ""
        self._heading_start = -1
        self._absent: set[str] = set()
        self._failures = 0
        self._skipping = ""  # the element whose content is skipped
        self._inside: Counter[str] = Counter()  # what is open in it, itself included
        self._pre = 0
        self._broken = True  # whether the last thing written was the end of a block

    def page(self) -> Page:
        """Run to the end of the source."""
        place, source, tag = 0, self._source, _TAG
        while (match := tag.search(source, place)) is not None:
            self._text(place, match.start())
            place = self._tag(match)
            if self._failures > _FAILURES:
                tag = _BARE
        self._text(place, len(source))
        return Page(
            step=self._draft.step(), noted=tuple(self._noted), scripts=tuple(self._scripts),
            title=self._title, heading=self._heading,
        )  # fmt: skip

    def _text(self, start: int, end: int) -> None:
        if start < end and not self._skipping:
            if self._pre:
                self._preformatted(start, end)
            elif not (self._broken and self._source[start:end].isspace()):  # blanks between two blocks are none
                self._broken = False
                copy_decoded(self._draft, self._flat, start, end)

    def _preformatted(self, start: int, end: int) -> None:
        for line in re.finditer(r"\n|[^\n]+", self._source[start:end]):
            first, last = start + line.start(), start + line.end()
            if line.group() == "\n":
                self._draft.same("\n", first, last)
            else:
                copy_decoded(self._draft, self._flat, first, last)

    def _tag(self, match: re.Match[str]) -> int:
        """Take one tag, comment or declaration; returns the place behind it."""
        slash, name, raw, closed, comment = match.groups()
        start = match.start()
        if comment:
            return self._past("-->", start + 2)
        if not name:
            return self._declaration(start)
        end = match.end()
        if not closed:
            self._failures += 1
            end = self._past(">", match.end(2))
            raw = self._source[match.end(2) : end].rstrip(">")
        name = name.lower()
        if slash:
            self._close(name, start, end)
        elif name in _END_TAGS:
            return self._raw(name, raw, end)
        else:
            self._open(name, raw, start, end)
        return end

    def _declaration(self, start: int) -> int:
        """``<!doctype ...>``, ``<?xml ...?>`` or ``</>`` go; a section of CDATA is text as it stands."""
        if not self._source.startswith("<![CDATA[", start):
            return self._past(">", start)
        end = self._past("]]>", start)
        if self._source.endswith("]]>", start, end) and not self._skipping:
            self._draft.copy(start + len("<![CDATA["), end - len("]]>"))
            self._broken = False
        return end

    def _past(self, mark: str, place: int) -> int:
        """The place behind the next ``mark``; of a comment that never ends, behind the next ``>``."""
        if mark not in self._absent:
            found = self._source.find(mark, place)
            if found >= 0:
                return found + len(mark)
            self._absent.add(mark)
        return self._past(">", place) if mark != ">" else len(self._source)

    def _raw(self, name: str, raw: str, end: int) -> int:
        """Skip an element of raw text to its end tag, keeping aside what it says of the page."""
        close = self._end_tag(name, end)
        if name == "title" and not self._title and self._skipping != "svg":
            self._title = _plain(self._source[end:close])
        elif name == "script" and "ld+json" in raw.lower():
            self._scripts.append(self._source[end:close])
        return close

    def _end_tag(self, name: str, place: int) -> int:
        """Where the end tag of ``name`` begins; a missing one takes the rest, but a title only to the next tag."""
        if name not in self._absent:
            found = _END_TAGS[name].search(self._source, place)
            if found:
                return found.start()
            self._absent.add(name)
        following = self._source.find("<", place) if name == "title" else -1
        return following if following >= 0 else len(self._source)

    def _open(self, name: str, raw: str, start: int, end: int) -> None:
        if self._skipping and not self._emerges(name):
            if self._skipping == "head" and name in _NOTED:
                self._note(name, raw, end)
            return
        if name in _NOTED:
            self._note(name, raw, end)
        if name in SKIPPED or (raw and name not in _NEVER_HIDDEN and _hides(raw)):
            if not (name == "svg" and raw.endswith("/")):
                self._skipping, self._inside = name, Counter((name,))
        elif name == "h1" and self._heading_start < 0:
            self._heading_start = end
        self._pre += name == "pre"
        self._break(name, start, end)

    def _emerges(self, name: str) -> bool:
        """Whether a start tag ends what is skipped by implication: ``<p hidden>a<p>b``, ``<head><div>``."""
        if self._skipping == "head":
            ended = name in BLOCKS
        else:
            first = self._inside.total() == 1
            ended = first and self._skipping in _IMPLIED_END and name == self._skipping
            ended = ended or (first and self._skipping == "p" and name in BLOCKS)
        if ended:
            self._skipping = ""
        elif name not in VOID:
            self._inside[name] += 1
        return ended

    def _close(self, name: str, start: int, end: int) -> None:
        if self._skipping:
            known = self._inside[name] > 0
            if known:
                self._inside[name] -= 1
            # The end tag of what holds the skipped element ends it too.
            if not ((known and self._inside[self._skipping] == 0) or (not known and name in _CONTAINERS)):
                return
            self._skipping = ""
        elif name == "h1" and self._heading_start >= 0 and not self._heading:
            self._heading = _plain(self._source[self._heading_start : start])
        self._pre -= name == "pre" and self._pre > 0
        self._break(name, start, end)

    def _break(self, name: str, start: int, end: int) -> None:
        if name in _LINES:
            self._draft.put("\n", start, end)
            self._broken = True
        elif name in BLOCKS:
            self._draft.put("\n\n", start, end)
            self._broken = True

    def _note(self, name: str, raw: str, end: int) -> None:
        text = _plain(self._source[end : end + 80].partition("<")[0]) if name == "time" else ""
        self._noted.append(Noted(name=name, attributes=parse_attributes(raw), text=text))


def _plain(source: str) -> str:
    """A small piece of HTML as one line of text."""
    return " ".join(unescape(re.sub(r"<[^>]*+>", " ", source)).split())


def _hides(raw: str) -> bool:
    """Whether a tag's attributes hide its element."""
    small = raw.lower()
    if "hidden" not in small and "none" not in small:
        return False
    attributes = parse_attributes(raw)
    if attributes.get("hidden", "until-found").lower() != "until-found":
        return True
    return _UNSEEN.search(attributes.get("style", "")) is not None
