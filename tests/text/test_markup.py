"""HTML is read as a browser would show it, in one pass, whatever its shape."""

from __future__ import annotations

import time
from html import unescape

import pytest
from hypothesis import given

from synopticon.text.markup import parse_attributes, parse_page
from synopticon.text.steps import tidy_spaces
from tests.text.strategies import TEXTS


def shown(source: str) -> str:
    """The text that a reader of the page sees, blanks in order."""
    return tidy_spaces(parse_page(source).step.text).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b", "a\nb"),
        ("a <b>b</b><i>c</i>", "a bc"),
        ("a\nb\tc", "a b c"),
        ("<ul><li>a<li>b</ul>c", "a\nb\n\nc"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\nb\n\nc"),
        ("a<!-- b -->c", "ac"),
        ("a<!-- <p> -- > -->c", "ac"),
        ("a<!-->b", "ab"),
        ("a<!-- never ends", "a"),
        ("a<!-- b>c", "ac"),
        ("a<!doctype html>b", "ab"),
        ("<?xml version='1.0'?>a", "a"),
        ("a</>b", "ab"),
        ("<script>x</script>a", "a"),
        ("a<SCRIPT>if (a<b) '</p>'</SCRIPT>b", "ab"),
        ("a<style>p{}</style >b", "ab"),
        ("a<noscript><p>b</noscript>c", "ac"),
        ("a<template><p>b</p></template>c", "ac"),
        ("a<script>b", "a"),
        ("a<svg><title>t</title><text>b</text></svg>c", "ac"),
        ("a<svg/>b", "ab"),
        ("a<textarea>b</textarea>c", "ac"),
        ("a<script>'</scripture>'</script>b", "ab"),
        ("<head><title>t</title><p>a", "a"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<head><meta name=x><title>t</title></head><body>a", "a"),
        ("a<![CDATA[<b> & c]]>d", "a<b> & cd"),
        ("a<br><![CDATA[b]]> <i>c</i>", "a\nb c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a <3 b", "a <3 b"),
        ("<<b>a</b>", "<a"),
        ("a<", "a<"),
        ("a<b", "a"),
        ("<a title='>'>a</a>", "a"),
        ('<a title="a>b" href=x>a</a>', "a"),
        ("<a href=it's>a</a> it's", "a it's"),
        ('<a title="x>a</a> b', "a b"),
        ("<ruby>党<rp>(</rp><rt>dang</rt><rp>)</rp></ruby>委", "党委"),
        ("<div hidden>a</div>b", "b"),
        ("<div style='display: none'>a<div>b</div>c</div>d", "d"),
        ("<p hidden>a<p>b", "b"),
        ("<div hidden=until-found>a</div>", "a"),
        ("<div title='hidden'>a</div>", "a"),
        ("<div aria-hidden=true>a</div>", "a"),
        ("<div class=hidden>a</div>", "a"),
        ("<section><div hidden>a</section><p>b", "b"),
        ("<li hidden>a<li>b", "b"),
        ("<img hidden>a", "a"),
        ("<body style='display:none'>a</body>", "a"),
        ("<span hidden>a</span>b<span>c</span>", "bc"),
        ("<p hidden>a</div>b", "b"),
        ("", ""),
        ("plain", "plain"),
    ],
)
def test_what_is_shown(source: str, text: str) -> None:
    """Blocks part paragraphs; what no browser shows is not text; what is no tag is."""
    assert shown(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "&amp;&lt;&gt;",
        "a&nbsp;b",
        "&#20826;&#x59d4;",
        "&eacute;t&eacute",
        "&copy2017",
        "AT&T",
        "a & b",
        "&notanentity;",
        "&#0;",
        "&#x110000;",
        "&#99999999;",
        "&",
        "&;",
        "&#;",
        "&NotEqualTilde;",
        "&notit;",
        "&ampamp;",
        "&#128;",
        "&CounterClockwiseContourIntegral;",
    ],
)
def test_character_references(source: str) -> None:
    """They mean what the HTML standard says, as the standard library reads them."""
    assert parse_page(source).step.text == unescape(source)


def test_a_reference_leads_to_itself() -> None:
    """The decoded character leads to the whole reference, its neighbours to themselves."""
    source = "a&amp;b&#20826;&notit;"
    step = parse_page(source).step
    assert step.text == "a&b党¬it;"
    assert [source[slice(*step.map.back(i, i + 1))] for i in range(4)] == ["a", "&amp;", "b", "&#20826;"]
    assert source[slice(*step.map.back(4, 8))] == "&notit;"
    assert source[slice(*step.map.back(5, 8))] == "it;"


def test_what_a_page_says_of_itself_is_kept_aside() -> None:
    """Title, heading, JSON-LD, and what stands in metas, links and times; the first title and heading count."""
    page = parse_page(
        "<html lang=en><head><title> A &amp;\n b </title><meta name=author content='X'><link rel=canonical href=/u>"
        "<script type='application/ld+json'>{}</script></head><body><svg><title>no</title></svg>"
        "<h1>The <i>head</i></h1>"
        "<h1>other</h1><time datetime=2017-09-10>10 Sept</time></body>"
    )
    assert (page.title, page.heading, page.scripts) == ("A & b", "The head", ("{}",))
    assert [(noted.name, dict(noted.attributes), noted.text) for noted in page.noted] == [
        ("html", {"lang": "en"}, ""),
        ("meta", {"name": "author", "content": "X"}, ""),
        ("link", {"rel": "canonical", "href": "/u"}, ""),
        ("time", {"datetime": "2017-09-10"}, "10 Sept"),
    ]


def test_attributes() -> None:
    """Quoted, bare and empty attributes; the first of two counts; references are decoded."""
    raw = ' a="1" B=\'x y\' c=z&amp;z d e = "f" a=2 /'
    assert parse_attributes(raw) == {"a": "1", "b": "x y", "c": "z&z", "d": "", "e": "f"}


@given(TEXTS)
def test_any_source_is_read(source: str) -> None:
    """No source raises, and what is shown leads to places in it, in order."""
    step = parse_page(source).step
    place = 0
    for index in range(len(step.text)):
        first, last = step.map.back(index, index + 1)
        assert place <= first <= last <= len(source)
        place = first


SHAPES = {
    "open": "<",
    "tags": "<b>x</b>",
    "deep": "<div>",
    "unclosed": '<a x=">"',
    "quote": '<a "',
    "comment": "<!--",
    "amp": "&",
    "attributes": 'x="',
    "hidden p": "<p hidden>",
    "hidden div": "<div hidden>",
    "script": "<script>",
    "cdata": "<![CDATA[",
    "title": "<title>",
    "reference": "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "end tag": "</script",
    "h1": "<h1>",
    "pre": "<pre>\n",
    "close": "</div>",
    "single": "<a b='>",
    "equals": "<a =",
    "declaration": "<!",
    "slash": "</",
    "time": "<time>",
    "svg": "<svg>",
    "head": "<head>",
    "scripts": "<script></script x",
    "meta": "<meta content=",
}


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_length(name: str) -> None:
    """A page of 100,000 of anything, never closed, takes a second or two: twice the page, twice the time."""
    source = "<a " * (name == "attributes") + SHAPES[name] * 100_000
    began = time.perf_counter()
    parse_page(source)
    assert time.perf_counter() - began < 10  # a tenth of it alone; going over it again for each would take hours
