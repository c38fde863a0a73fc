"""Noun phrases of a Chinese sentence: groups of words that name somebody or something, and how groups hang together.

A group is a run of nominal words. It ends before a person's name (a title stands there), before a number, at a verb
and at 的; 、, 和, 及 and 与 between two groups make a list, 的 makes the first the owner of the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from synopticon.extract.chinese.words import Word

NOMINAL = frozenset({"n", "nz", "nw", "nr", "ns", "nt", "vn", "an", "s", "PER", "ORG", "LOC", "name"})
NAMES = frozenset({"nz", "nr", "ns", "nt", "PER", "ORG", "LOC", "name"})
LINKS = frozenset("、和及与跟同或") | {"以及", "还有", "暨"}
HERE = frozenset({"该", "本", "此", "这", "这家", "这个", "上述"})
WHICH = HERE | {"那", "某", "各", "全", "其", "该家", "其他", "多", "另", "部分"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group: its place, its kind, whether it is a name, and what links it to the group before it.

    ``link`` is ``""``, ``"list"`` or ``"of"``; ``named`` is the place of the last name in it; ``definite`` says that
    it points back (该公司).
    """

    start: int
    end: int
    kind: str
    proper: bool
    link: str = ""
    definite: bool = False
    named: tuple[int, int] | None = None


def groups(
    text: str, words: Sequence[Word], names: Mapping[int, tuple[int, int, str]], kinds: Mapping[str, Iterable[str]]
) -> list[Group]:
    """The groups of a sentence in order. ``names`` maps the first place of a listed or quoted name to its span and
    kind; ``kinds`` lists last characters of nouns by the kind of thing they name."""
    found: list[Group] = []
    link = ""
    for run in _runs(text, words, names):
        if isinstance(run, str):
            link = _linked(run, link) if found else ""
            continue
        found.append(_group(text, run, names, kinds, link))
        link = ""
    return found


def _linked(between: str, link: str) -> str:
    """What a stretch between two groups makes of them; nothing where anything else stands between."""
    if between == "的":
        return "of"
    return "list" if between in LINKS and link in {"", "list"} else "none"


def _runs(
    text: str, words: Sequence[Word], names: Mapping[int, tuple[int, int, str]]
) -> Iterator[list[Word] | str]:
    run: list[Word] = []
    for number, word in enumerate(words):
        said = text[word.start : word.end]
        if word.tag in NOMINAL or _opens(said, word, words, number) or (run and said == "们"):
            if run and _breaks(run[-1], word, names):
                yield run
                run = []
            run.append(word)
            continue
        if run:
            yield run
            run = []
        yield said
    if run:
        yield run


def _opens(said: str, word: Word, words: Sequence[Word], number: int) -> bool:
    """Whether the word describes the noun that follows: an adjective, or a pointing word."""
    follows = words[number + 1].tag if number + 1 < len(words) else ""
    return follows in NOMINAL and (word.tag in {"a", "b"} or said in WHICH)


def _breaks(before: Word, word: Word, names: Mapping[int, tuple[int, int, str]]) -> bool:
    """A person's name stands apart from the title before it and from what follows it."""
    kinds = [names[w.start][2] if w.start in names else {"PER": "person"}.get(w.tag, "") for w in (before, word)]
    return kinds[1] == "person" or (kinds[0] == "person" and word.tag != "PER")


def _group(
    text: str, run: Sequence[Word], names: Mapping[int, tuple[int, int, str]], kinds: Mapping[str, Iterable[str]],
    link: str,
) -> Group:
    start, end = run[0].start, run[-1].end
    first = text[start : run[0].end]
    inside = [w for w in run if w.start in names or w.tag in NAMES]
    last = inside[-1] if inside else None
    return Group(
        start=start, end=end, kind=_kind(text, run, names, kinds), proper=last is not None,
        link="" if link == "none" else link, definite=first in HERE,
        named=None if last is None else names[last.start][:2] if last.start in names else (last.start, last.end),
    )


def _kind(
    text: str, run: Sequence[Word], names: Mapping[int, tuple[int, int, str]], kinds: Mapping[str, Iterable[str]]
) -> str:
    """What the group names, by its last word where that is a name, else by its last characters."""
    whole, last = text[run[0].start : run[-1].end], run[-1]
    if last.start in names and names[last.start][2] != "name":
        return names[last.start][2]
    if last.tag == "PER":
        return "person"
    best = max(
        ((len(ending), kind) for kind, endings in kinds.items() for ending in endings if whole.endswith(ending)),
        default=(0, ""),
    )
    if best[0]:
        return best[1]
    if last.tag in {"ORG", "LOC"}:
        return "organisation" if last.tag == "ORG" else "place"
    return "name" if any(w.start in names or w.tag in NAMES for w in run) else "thing"
