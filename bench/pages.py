"""Pages to measure on: about 355 KB each, as news pages are, with some 600 words of article; one in fifty is relevant.

All text is made here from parts of our own with a fixed seed, so that everyone measures on the same bytes. What is
irrelevant is not empty: it has figures, dates, now and then a quotation, and words that look like cues (a birthday
party, a block of flats, members of a choir, a fine morning).
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

SIZE = 355_000
"""Bytes of a page: what the pages weighed by which the libraries were chosen, 600 words of article in each."""
WORDS = 600
RELEVANT = 50
"""One page in so many has an article that says something of interest."""

PEOPLE = ("Ada Brightwell", "Tomas Keel", "Ruth Ostrander", "Ivo Marlin", "Greta Fallow", "Samir Tace", "Nell Quarry")
PLACES = ("Saltmere", "the old quay", "Upper Fenn", "the market square", "Larkhill", "the east pier", "Dunmouth")
THINGS = ("ferry", "bakery", "choir", "library", "bridge", "orchard", "tram line", "lighthouse", "swimming bath")
PLAIN = (
    "The {thing} at {place} opened again on a fine morning after {n} weeks of repairs.",
    "{person} has looked after the {thing} for {n} years and knows every bolt of it.",
    "About {n} people came to {place}, most of them with an umbrella.",
    "There are {n} members in the choir, and each of them pays for the coffee in turn.",
    "The birthday party in the block of flats near {place} went on until the trams had stopped.",
    "In {year}, the town paid {n},000 crowns for the roof, which leaks again.",
    "Nobody at {place} could say when the {thing} had last been painted.",
    "From {place} it is a walk of {n} minutes to the {thing}, or half of that downhill.",
    "{person} plans to plant {n} apple trees behind the {thing} before the frost.",
    "The timetable changes on {day} May, and the last boat leaves earlier than it did.",
    "It rained on {day} days of the month, which is less than in {year}.",
    "Children from {place} drew the {thing} for a calendar that sold out in {n} hours.",
    "Whoever wants to help may leave a note in the box beside the {thing}.",
    "The water stood {n} centimetres higher than usual, and the cellars near {place} were pumped dry.",
)
SPOKEN = (
    "\u201cThe {thing} will be ready when it is ready,\u201d {person} said.",
    "{person} said the {thing} had never been in better hands.",
)
TELLING = (
    "The company set up a party committee in {year}, and it has {n} party members.",
    "The Cyberspace Administration of China fined Weibo {n} million yuan in {year}.",
    "Baidu has {n},000 party members, according to the Beijing Internet Association.",
    "Users must register with their real names from {day} June {year}, the regulator said.",
    "A state fund took a 1 percent stake in the firm in {year}.",
    "Police detained {n} bloggers in Beijing on {day} May {year}.",
    "The regulator ordered app stores to remove the app and closed {n} accounts.",
    "Sina had {n} million registered users in {year}.",
)


def page(number: int, *, seed: int = 20170701) -> bytes:
    """Page ``number`` in UTF-8. Every fiftieth, beginning with 0, is relevant."""
    random = Random(f"{seed}/{number}")
    paragraphs = _article(random, relevant=number % RELEVANT == 0)
    title = f"Notes from {random.choice(PLACES)}, part {number}"
    day = f"{random.randint(2012, 2022)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    core = (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{title} | The Saltmere Post</title>\n"
        f"<meta property='og:site_name' content='The Saltmere Post'><meta property='og:title' content='{title}'>\n"
        f"<meta property='article:published_time' content='{day}T08:00:00Z'>\n%HEAD%</head>\n<body>\n%TOP%\n"
        f"<main><article><h1>{title}</h1><p class='byline'>By {random.choice(PEOPLE)}</p>\n{body}\n</article></main>\n"
        "%BOTTOM%\n</body></html>\n"
    )
    return _filled(core, random)


def write(folder: Path, count: int) -> list[Path]:
    """Write ``count`` pages into a folder and give their paths."""
    paths = [folder / f"page-{number:05}.html" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(page(number))
    return paths


def words(number: int, *, seed: int = 20170701) -> str:
    """The article of an irrelevant page as plain text: paragraphs apart by empty lines."""
    return "\n\n".join(_article(Random(seed + number), relevant=False))


def _article(random: Random, *, relevant: bool) -> list[str]:
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < WORDS:
        chance = random.random()
        kind = TELLING if relevant and chance < 0.25 else SPOKEN if chance > 0.985 else PLAIN
        sentences.append(_said(random, kind))
    return [" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)]


def _said(random: Random, kind: tuple[str, ...]) -> str:
    sentence = random.choice(kind).format(
        thing=random.choice(THINGS), place=random.choice(PLACES), person=random.choice(PEOPLE),
        n=random.randint(3, 90), year=random.randint(2010, 2022), day=random.randint(1, 28),
    )  # fmt: skip
    return sentence[0].upper() + sentence[1:]


def _filled(core: str, random: Random) -> bytes:
    """Fill a page to its size with what pages are full of: state for scripts, styles, menus, teasers, comments."""
    room = SIZE - len(core.encode())
    head = _script(random, room * 45 // 100) + _style(random, room * 20 // 100)
    top = _menu(random, room * 10 // 100)
    bottom = _teasers(random, room * 15 // 100) + _script(random, room * 10 // 100)
    return core.replace("%HEAD%", head).replace("%TOP%", top).replace("%BOTTOM%", bottom).encode()


def _script(random: Random, size: int) -> str:
    rows: list[dict[str, object]] = []
    length = 0
    while length < size:
        rows.append({"id": random.getrandbits(64), "slot": random.choice(THINGS), "w": random.randint(1, 900),
                     "track": f"{random.getrandbits(256):064x}"})  # fmt: skip
        length += len(json.dumps(rows[-1])) + 2
    return f"<script>window.__state__ = {json.dumps(rows)};</script>\n"


def _style(random: Random, size: int) -> str:
    rules: list[str] = []
    length = 0
    while length < size:
        name, colour = random.getrandbits(24), random.getrandbits(24)
        rules.append(f".c{name:06x}{{margin:{random.randint(0, 40)}px;color:#{colour:06x}}}")
        length += len(rules[-1])
    return f"<style>{''.join(rules)}</style>\n"


def _menu(random: Random, size: int) -> str:
    items: list[str] = []
    length = 0
    while length < size:
        name, path = random.getrandbits(16), random.getrandbits(32)
        items.append(f"<li class='m{name:04x}'><a href='/{path:08x}'>{random.choice(PLACES)}</a></li>")
        length += len(items[-1])
    return f"<nav><ul>{''.join(items)}</ul></nav>"


def _teasers(random: Random, size: int) -> str:
    items: list[str] = []
    length = 0
    while length < size:
        items.append(
            f"<div class='teaser t{random.getrandbits(16):04x}'><a href='/{random.getrandbits(32):08x}'>"
            f"<img src='/i/{random.getrandbits(64):016x}.jpg' alt=''><span>{random.choice(THINGS).title()} of the week"
            f"</span></a><time>{random.randint(1, 23)} h ago</time></div>"
        )
        length += len(items[-1])
    return f"<aside>{''.join(items)}</aside>"
