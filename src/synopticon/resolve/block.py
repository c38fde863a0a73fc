"""Blocking: which listed actors a phrase may mean at all, found by looking keys up and never by comparing all pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from synopticon.codebook import Actor, Codebook, Outlet
from synopticon.resolve.names import core, fold, has_han, keys
from synopticon.resolve.words import CONNECTORS

_TOKEN = re.compile(r"[^\W_][\w'’.&/-]*")
_HAN_RUN = re.compile(r"[\w·]*[\u3400-\u9fff][\w·]*")
_JOINED = re.compile(r"\s*(?:,|，|、|和|与|及| and | & | or | as well as )\s*")
_LONGEST = 9  # words; the longest listed names that are looked for inside sentences
# What may stand before a name at the end of a Chinese phrase without changing whom the phrase means.
_BEFORE_HAN = (
    "的", "公司", "平台", "网站", "巨头", "企业", "集团", "门户", "应用", "软件", "旗下", "中国", "国家", "媒体",
)
_ARTICLES = frozenset({"the", "a", "an"})
_BREAKS = CONNECTORS - _ARTICLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One name of one listed actor. ``actor`` is its id; ``key`` the folded ``text``."""

    actor: str
    text: str
    key: str
    ambiguous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An actor that a phrase may mean, and how it was found.

    ``words`` are those that matched; ``whole`` is false when the name is only the head of a longer phrase;
    ``legal`` is true when a legal form was dropped; ``before`` is the word in front of a head.
    """

    alias: Alias
    words: str
    whole: bool
    legal: bool
    before: str = ""


class Index:
    """All names of the codebook's actors and outlets by key."""

    def __init__(self, codebook: Codebook) -> None:
        self.entries: dict[str, Actor | Outlet] = {**codebook.actors, **codebook.outlets}
        self.by_key: dict[str, tuple[Alias, ...]] = {}
        self.aliases: dict[str, tuple[Alias, ...]] = {}
        self.relatives: dict[str, frozenset[str]] = _relatives(codebook)
        by_key: dict[str, dict[str, Alias]] = defaultdict(dict)
        for entry in self.entries.values():
            aliases = _aliases(entry)
            self.aliases[entry.id] = aliases
            for alias in aliases:
                by_key[alias.key][alias.actor] = alias
        self.by_key = {key: tuple(found.values()) for key, found in by_key.items()}
        self._starts = frozenset(key.split()[0] for key in self.by_key)
        han = [key for key in self.by_key if has_han(key)]
        self._han_lengths = sorted({len(key) for key in han}, reverse=True)
        self._han_starts = {key[0] for key in han}

    def find(self, phrase: str) -> tuple[Candidate, ...]:
        """The actors that ``phrase`` may mean: by the whole of it, else by the name that is its head."""
        return self._whole(phrase) or self._whole(core(phrase)) or self._head(core(phrase))

    def is_list(self, phrase: str) -> bool:
        """Whether ``phrase`` joins a listed name to something else, as in *Tencent and Sina*: more than one actor."""
        parts = _JOINED.split(phrase)
        return len(parts) > 1 and any(fold(part) in self.by_key for part in parts)

    def seen(self, text: str) -> frozenset[str]:
        """The ids of actors that an unambiguous name in ``text`` speaks of."""
        found: set[str] = set()
        words = [match.group() for match in _TOKEN.finditer(text)]
        for start in range(len(words)):
            if _bare(words[start]) not in self._starts:
                continue
            for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
                found.update(self._plain(fold(" ".join(words[start:end]))))
        for run in _HAN_RUN.finditer(fold(text)):
            found.update(self._in_run(run.group()))
        return frozenset(found)

    def _whole(self, phrase: str) -> tuple[Candidate, ...]:
        for key, legal in keys(phrase):
            if key in self.by_key:
                return self._candidates(key, phrase, whole=True, legal=legal)
        return ()

    def _head(self, phrase: str) -> tuple[Candidate, ...]:
        if has_han(phrase):
            return self._han_head(fold(phrase))
        words = phrase.split()
        for start in range(1, len(words)):
            if _governs(words[:start]):
                continue
            rest = " ".join(words[start:])
            for key, legal in keys(rest):
                if key in self.by_key and not {"and", "or", "&"} & {word.lower() for word in words[:start]}:
                    before = words[start - 1]
                    return self._candidates(key, rest, whole=False, legal=legal, before=before)
        return ()

    def _han_head(self, key: str) -> tuple[Candidate, ...]:
        for tail, legal in keys(key):
            for length in self._han_lengths:
                name, rest = tail[-length:], tail[:-length]
                if rest and name in self.by_key and rest.endswith(_BEFORE_HAN):
                    return self._candidates(name, name, whole=False, legal=legal, before="的")
        return ()

    def _candidates(
        self, key: str, words: str, *, whole: bool, legal: bool, before: str = ""
    ) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(alias=alias, words=words, whole=whole, legal=legal, before=before)
            for alias in self.by_key[key]
        )

    def _plain(self, key: str) -> list[str]:
        return [alias.actor for alias in self.by_key.get(key, ()) if not alias.ambiguous]

    def _in_run(self, run: str) -> list[str]:
        found: list[str] = []
        place = 0
        while place < len(run):
            step = 1
            for length in self._han_lengths if run[place] in self._han_starts else ():
                if run[place : place + length] in self.by_key:
                    found.extend(self._plain(run[place : place + length]))
                    step = length
                    break
            place += step
        return found


def _bare(word: str) -> str:
    return word.replace("’", "'").casefold().removesuffix("'s").rstrip(".'")


def _governs(before: list[str]) -> bool:
    """Whether the words before a name end in a preposition, with or without an article: *the office of the* ..."""
    words = [word.lower() for word in before]
    while words and words[-1] in _ARTICLES:
        words.pop()
    return bool(words) and words[-1] in _BREAKS


def _aliases(entry: Actor | Outlet) -> tuple[Alias, ...]:
    kept: dict[str, Alias] = {}
    for name in entry.names:
        key = fold(name.text)
        old = kept.get(key)
        alias = Alias(actor=entry.id, text=name.text, key=key, ambiguous=name.ambiguous)
        if key and (old is None or alias.ambiguous):
            kept[key] = alias
    return tuple(kept.values())


def _relatives(codebook: Codebook) -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = defaultdict(set)
    for actor in codebook.actors.values():
        if actor.parent is not None:
            related[actor.id].add(actor.parent)
            related[actor.parent].add(actor.id)
    return {name: frozenset(others) for name, others in related.items()}
