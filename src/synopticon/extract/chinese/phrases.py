"""Noun phrases of a Chinese sentence: groups of words that name somebody or something, and how groups hang together.

A group is a run of nominal words. It ends before a person's name (a title stands there), before a number, at a verb
and at 的. What stands between two groups says how they hang together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from synopticon.extract.chinese.words import Word

NOMINAL = frozenset({"n", "nz", "nw", "nr", "ns", "nt", "vn", "an", "s", "PER", "ORG", "LOC", "name"})
NAMES = frozenset({"nz", "nr", "ns", "nt", "PER", "ORG", "LOC", "name"})
LINKS = frozenset("、和及与跟同或") | {"以及", "还有", "暨"}
SUM = re.compile(r"等?(?:这|那|共|多)?[0-9一二三四五六七八九十百两数几多余]*[家个名位款种类部项只条]?(?:大|主要)?")
COUNTED = re.compile(  # what tells the number of the first of two: 账号23个、网站18家
    r"^[0-9.一二三四五六七八九十百千万两数几多余]+[家个名位款种部项只条件人](?=[、和及与])"
)
PRONOUNS = {"其": "it", "它": "it", "该公司": "it", "他": "he", "她": "he"}
HERE = frozenset({"该", "本", "此", "这", "这家", "这个", "上述"})
WHICH = HERE | {"那", "某", "各", "全", "其", "该家", "其他", "多", "另", "部分"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group: its place, its kind, whether it is a name, and what links it to the group before it.

    ``link`` is ``of`` (the group before owns it), ``list`` (both stand in one list), ``sum`` (it sums up the list
    before: A、B等三家网站), ``same`` (a name in marks of what the group before describes: 平台“A”) or nothing;
    ``named`` is the place of the last name in it; ``definite`` says that it points back (该公司).
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
    for run in _runs(text, words, names):
        link = _link(text[found[-1].end : run[0].start], found[-1]) if found else ""
        found.append(_group(text, run, names, kinds, link))
    return found


def _link(between: str, before: Group) -> str:
    """What the words between two groups make of the second; nothing where anything else stands there."""
    if between in {"的", "”的", "》的", "”", "》", "’", "旗下", "旗下的", "”旗下"}:
        return "of"
    if between in {"“", "《", "‘"}:
        return "same"
    bare = COUNTED.sub("", between).strip("“”‘’《》")
    if bare in LINKS:
        return "list"
    return "sum" if SUM.fullmatch(bare) and (bare.startswith("等") or before.link == "list") else ""


def _runs(
    text: str, words: Sequence[Word], names: Mapping[int, tuple[int, int, str]]
) -> Iterator[list[Word]]:
    run: list[Word] = []
    for number, word in enumerate(words):
        said = text[word.start : word.end]
        nominal = word.tag in NOMINAL or _opens(said, word, words, number) or (bool(run) and said == "们")
        nominal = nominal or (said in PRONOUNS and not run)
        if run and (not nominal or _breaks(run[-1], word, names)):
            yield run
            run = []
        if nominal:
            run.append(word)
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
        link=link, definite=first in HERE,
        named=None if last is None else names[last.start][:2] if last.start in names else (last.start, last.end),
    )


def _kind(
    text: str, run: Sequence[Word], names: Mapping[int, tuple[int, int, str]], kinds: Mapping[str, Iterable[str]]
) -> str:
    """What the group names, by its last word where that is a name, else by its last characters."""
    whole, last = text[run[0].start : run[-1].end], run[-1]
    if whole in PRONOUNS:
        return PRONOUNS[whole]
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
