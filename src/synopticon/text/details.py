"""What a source says of itself: title, outlet, author, address and date, and who said so.

What was given with a source always wins over what its page says, and the page over a dateline in its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from synopticon.records import Given
from synopticon.text.dates import find_date

LONGEST_TITLE = 200  # code points; the longest headlines of the trials have 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a source; ``published_by`` is ``given``, ``page`` or ``dateline`` where a date is known."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_by: str | None = None
    language: str | None = None

    def or_else(self, other: Details) -> Details:
        """These details, and those of ``other`` where these have none; the date goes with who said it."""
        first, second = (self, other) if self.published else (other, self)
        return Details(
            title=self.title or other.title, outlet=self.outlet or other.outlet, author=self.author or other.author,
            url=self.url or other.url, published=first.published or second.published,
            published_by=first.published_by if first.published else second.published_by,
            language=self.language or other.language,
        )  # fmt: skip


def given_details(given: Given) -> Details:
    """What was given with the source."""
    return Details(
        title=given.title, outlet=given.outlet, author=given.author, url=given.url, language=given.language,
        published=given.published, published_by="given" if given.published else None,
    )  # fmt: skip


# Keys of front matter, as blog engines and people write them.
_KEYS = {
    "title": "title", "headline": "title", "outlet": "outlet", "publication": "outlet", "publisher": "outlet",
    "site": "outlet", "source": "outlet", "author": "author", "by": "author", "byline": "author", "url": "url",
    "link": "url", "permalink": "url", "canonical": "url", "date": "published", "published": "published",
    "publish_date": "published", "pubdate": "published", "language": "language", "lang": "language",
    "标题": "title", "來源": "outlet", "来源": "outlet", "作者": "author", "日期": "published", "標題": "title",
}  # fmt: skip
_PAIR = re.compile(r"\s{0,3}([^\s:：=]{1,20})\s*[:：]\s?(.*\S)\s*\Z")
_FENCED = re.compile(r"\s*---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_OPEN = re.compile(r"\s*((?:[^\n:：]{1,20}[:：][^\n]{1,300}\n){2,12})\n")


def front_matter(text: str) -> tuple[Details, int]:
    """Details from the head of a plain text, and where the text itself begins (0 if there is no such head).

    A head is a fenced block (``---``), or at least two ``Key: value`` lines with known keys, one of them a title, an
    outlet, an author or a date, before a blank line.
    """
    fenced = _FENCED.match(text)
    match = fenced or _OPEN.match(text)
    if match is None:
        return Details(), 0
    pairs = [pair.groups() for line in match.group(1).split("\n") if (pair := _PAIR.match(line))]
    found = {_KEYS[key.lower()]: value.strip("\"' ") for key, value in reversed(pairs) if key.lower() in _KEYS}
    if not fenced and len(found) < max(2, match.group(1).count("\n") - 1):
        return Details(), 0
    return _from_pairs(found), match.end()


def _from_pairs(found: Mapping[str, str]) -> Details:
    outlet, url = found.get("outlet"), found.get("url")
    if outlet and re.match(r"https?://", outlet):  # "source:" is as often an address as a name
        outlet, url = None, url or outlet
    published = find_date(found.get("published", ""))
    return Details(
        title=found.get("title"), outlet=outlet, author=found.get("author"), url=url, language=found.get("language"),
        published=published, published_by="page" if published else None,
    )  # fmt: skip


def title_line(text: str) -> str | None:
    """The first line of a plain text when it looks like a title: short, alone, and not ended as a sentence is."""
    lines = [line.strip() for line in text.lstrip().split("\n", 2)]
    first = re.sub(r"^#{1,6}\s+|\s+#+$", "", lines[0])
    alone = len(lines) > 2 and not lines[1]
    marked = first != lines[0]
    if not first or len(first) > LONGEST_TITLE or not (alone or marked) or re.search(r"[.。；;，,：]\Z", first):
        return None
    if re.match(r"(?:By|BY|文|记者|記者)[\s：:／/|]", first):  # who wrote it, not what it is called
        return None
    # A wire report begins with its place: "KAMPALA — Uganda has ..."
    return None if re.match(r"[A-Z][A-Z ,.]{2,30}[—–-]\s", first) and len(first) > 100 else first


TITLE_MARKS = (" | ", " – ", " — ", " - ", " · ", " :: ", "｜", "_", "|", "-")
"""What sites put between a headline and their own name."""


def without_outlet(title: str, outlet: str | None) -> str:
    """A page's title without the outlet's name that its site hangs on: ``Headline | The Courier``."""
    for mark in TITLE_MARKS:
        head, _, tail = (part.strip() for part in title.rpartition(mark))
        first, _, rest = (part.strip() for part in title.partition(mark))
        if outlet and head and tail.casefold() == outlet.casefold():
            return head
        if outlet and rest and first.casefold() == outlet.casefold():
            return rest
    return title


def cleaned(details: Details) -> Details:
    """The details with blanks in order, and nothing that is only blank or cannot be stored as UTF-8."""
    fields = {name: _line(getattr(details, name)) for name in ("title", "outlet", "author", "url", "language")}
    return replace(details, **fields)


def _line(value: str | None) -> str | None:
    if not value:
        return None
    line = " ".join(value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8").split())
    return line or None
