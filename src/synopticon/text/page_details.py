"""What a web page says of itself in its head, its JSON-LD and its ``<time>`` elements; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from json import JSONDecodeError, loads

from synopticon.text.dates import find_date
from synopticon.text.details import LONGEST_TITLE, TITLE_MARKS, Details, without_outlet
from synopticon.text.markup import Noted, Page

# In order of trust. From Open Graph, schema.org, Dublin Core, Parse.ly, Sailthru, and what Chinese portals use.
_TITLES = ("og:title", "twitter:title", "dc.title", "articletitle")
_OUTLETS = ("og:site_name", "dc.publisher", "application-name", "publisher", "mediaid", "contentsource")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "og:article:author")
_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate",
    "pubdate", "publish_date", "publication_date", "publish-date", "article.published", "date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "weibo:article:create_at", "bytedance:published_time", "firstcreatedtime",
    "citation_publication_date",
)  # fmt: skip
LONGEST_OUTLET = 40  # code points; the longest names of outlets in the codebook have about 35
_URLS = ("og:url", "twitter:url")


def page_details(page: Page, lines: Iterable[str] = ()) -> Details:
    """The details of a page read by :func:`synopticon.text.markup.parse_page`; ``lines`` are those of its text."""
    meta = _metas(page.noted)
    linked = _Linked(page.scripts)
    outlet = _named(meta, _OUTLETS) or linked.name("publisher")
    shared = _named(meta, _TITLES) or linked.text("headline")
    title = shared or page.title or page.heading
    if page.title and not outlet:
        headline, outlet = split_title(page.title, (shared, page.heading, *lines))
        title = shared or headline
    published = linked.date() or _dated(meta) or _time(page.noted)
    author = _named(meta, _AUTHORS) or linked.name("author")
    return Details(
        title=without_outlet(title, outlet)[:LONGEST_TITLE] if title else None,
        outlet=outlet, author=author if author and "://" not in author else None, url=_address(page.noted, meta),
        published=published, published_by="page" if published else None,
    )  # fmt: skip


def split_title(title: str, headlines: Iterable[str | None]) -> tuple[str, str | None]:
    """A page's title as headline and outlet, where one part of it stands on the page as a line of its own.

    ``Headline | Courier``, ``Courier – Headline`` and ``Headline_Section_Portal`` are told apart by that line; with
    no such line, the title stays whole and names no outlet.
    """
    known = {line.strip() for line in headlines if line}
    for mark in TITLE_MARKS:
        parts = [part.strip() for part in title.split(mark)]
        for size in range(len(parts) - 1, 0, -1):
            first, last = mark.join(parts[:size]).strip(), mark.join(parts[-size:]).strip()
            if first in known and 1 < len(parts[-1]) <= LONGEST_OUTLET:
                return first, parts[-1]
            if last in known and 1 < len(parts[0]) <= LONGEST_OUTLET and len(last) > len(parts[0]):
                return last, parts[0]
    return title, None


def _metas(noted: Iterable[Noted]) -> dict[str, str]:
    """The first content of each ``<meta>`` by its name, property or itemprop in small letters."""
    found: dict[str, str] = {}
    for element in noted:
        content = element.attributes.get("content", "").strip()
        if element.name == "meta" and content:
            for kind in ("property", "name", "itemprop"):
                if kind in element.attributes:
                    found.setdefault(element.attributes[kind].strip().lower(), content)
    return found


def _named(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _dated(meta: dict[str, str]) -> str | None:
    return next((found for name in _DATES if name in meta and (found := find_date(meta[name]))), None)


def _time(noted: Iterable[Noted]) -> str | None:
    """The date of the ``<time>`` marked as the publication's, else of the first."""
    times = [element for element in noted if element.name == "time"]
    marked = [element for element in times if _marks_publication(element)]
    dates = (find_date(element.attributes.get("datetime") or element.text) for element in (*marked, *times))
    return next((found for found in dates if found), None)


def _marks_publication(element: Noted) -> bool:
    words = " ".join((element.attributes.get("itemprop", ""), element.attributes.get("class", ""))).lower()
    return "publish" in words or "pubdate" in element.attributes


def _address(noted: Iterable[Noted], meta: dict[str, str]) -> str | None:
    links = (element.attributes for element in noted if element.name == "link")
    canonical = next((link.get("href") for link in links if link.get("rel", "").lower() == "canonical"), None)
    return next((url for url in (canonical, _named(meta, _URLS)) if url and re.match(r"https?://", url)), None)


class _Linked:
    """A page's JSON-LD, read leniently: what does not parse is searched by pattern."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self._scripts = tuple(scripts)
        self._nodes = [node for script in self._scripts for node in _nodes(script)]

    def date(self) -> str | None:
        """``datePublished`` of the first thing that has one."""
        values = [value for node in self._nodes if isinstance(value := node.get("datePublished"), str)]
        values += [match for script in self._scripts for match in _PUBLISHED.findall(script)]
        return next((found for value in values if (found := find_date(value))), None)

    def text(self, key: str) -> str | None:
        """The first plain text under ``key``."""
        values = (node.get(key) for node in self._nodes)
        return next((unescape(value) for value in values if isinstance(value, str) and value), None)

    def name(self, key: str) -> str | None:
        """The name of the first person or organisation under ``key``."""
        for node in self._nodes:
            value = node.get(key)
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("name") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip() and "://" not in value:
                return unescape(value)
        return None


_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def _nodes(script: str) -> Iterator[dict[str, object]]:
    """The objects at the top of a block of JSON-LD, and of its ``@graph``."""
    try:
        value = loads(script, strict=False)
    except (JSONDecodeError, RecursionError):
        return
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()
