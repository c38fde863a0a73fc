"""What a page says of itself in metas, JSON-LD and times."""

from __future__ import annotations

import pytest

from synopticon.text.details import Details
from synopticon.text.markup import parse_page
from synopticon.text.page_details import page_details, split_title


def details(source: str, *lines: str) -> Details:
    """The details of a page."""
    return page_details(parse_page(source), lines)


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ('<meta property="article:published_time" content="2016-10-28T09:15:00+08:00">', "2016-10-28"),
        ('<meta name="publishdate" content="2017-09-12">', "2017-09-12"),
        ('<meta itemprop="datePublished" content="2017">', "2017"),
        ('<meta name="DC.date.issued" content="2017-09">', "2017-09"),
        ("<time datetime='2017-09-10T00:00'>x</time>", "2017-09-10"),
        ("<time>10 September 2017</time>", "2017-09-10"),
        ("<time datetime=2020-01-01></time><time class='entry published' datetime=2017-09-10></time>", "2017-09-10"),
        ('<script type="application/ld+json">{"@graph":[{"datePublished":"2017-09-10"}]}</script>', "2017-09-10"),
        ('<script type="application/ld+json">[{"datePublished":"2017-09-10"},]</script>', "2017-09-10"),
        ('<script type="application/ld+json">{"dateModified":"2017-09-10"}</script>', None),
        ('<meta name="date" content="soon">', None),
        ('<meta property="og:updated_time" content="2017-09-10">', None),
        ("<p>10 September 2017</p>", None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
    ],
)
def test_dates(source: str, date: str | None) -> None:
    """JSON-LD, then metas, then times; a date of change is no date of publication."""
    found = details(source)
    assert (found.published, found.published_by) == (date, "page" if date else None)


def test_names() -> None:
    """Title, outlet, author and address from Open Graph, metas, links and JSON-LD."""
    found = details(
        '<title>Head | Courier</title><meta property="og:title" content="Head">'
        '<meta property="og:site_name" content="Courier">'
        '<link rel="canonical" href="https://a.example/1"><meta property="article:author" content="https://a.example/ann">'
    )
    assert (found.title, found.outlet, found.url, found.author) == ("Head", "Courier", "https://a.example/1", None)
    linked = details(
        '<script type="application/ld+json">'
        '{"headline":"H","author":[{"name":"Ann"}],"publisher":{"name":"Courier"}}</script>'
    )
    assert (linked.title, linked.author, linked.outlet) == ("H", "Ann", "Courier")


def test_a_relative_address_is_none() -> None:
    """Only whole addresses are kept, for nothing says what a relative one is relative to."""
    assert details("<link rel=canonical href=/a>").url is None


@pytest.mark.parametrize(
    ("title", "line", "parts"),
    [
        ("Ferry sinks | The Courier", "Ferry sinks", ("Ferry sinks", "The Courier")),
        ("The Courier – Ferry sinks again", "Ferry sinks again", ("Ferry sinks again", "The Courier")),
        ("党组织_科技_灯塔网", "党组织", ("党组织", "灯塔网")),
        ("Ferry sinks | The Courier", "Other", ("Ferry sinks | The Courier", None)),
        ("Start-ups - and more", "x", ("Start-ups - and more", None)),
    ],
)
def test_a_title_is_split_where_the_page_shows_its_headline(
    title: str, line: str, parts: tuple[str, str | None]
) -> None:
    """The other part is the outlet; without the headline on the page nothing is split."""
    assert split_title(title, [line, None]) == parts
