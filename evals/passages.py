"""The annotated passages: a set is a folder with ``text/ID.txt`` and ``gold/ID.json``.

Some passages are frozen (``frozen.json``): they are scored and never looked at, so that the figures on them
tell how well the product reads text that nobody wrote a rule for. Everything else is open.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETS = ("seeds", "devset", "trainset", "newsset")
FROZEN = Path(__file__).with_name("frozen.json")
GIVEN = ("id", "url", "title", "outlet", "published", "language")  # what a JSON line of an article may carry

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One annotated passage. ``gold`` holds its statements as annotated; ``line`` is the article as one JSON line."""

    id: str
    set: str
    language: str
    frozen: bool
    line: str
    gold: tuple[Gold, ...]


def frozen_ids(path: Path = FROZEN) -> dict[str, frozenset[str]]:
    """The ids that are never looked at, by set."""
    return {name: frozenset(ids) for name, ids in json.loads(path.read_text("utf-8"))["frozen"].items()}


def read_set(shared: Path, name: str, *, frozen: Iterable[str] = ()) -> tuple[Passage, ...]:
    """The passages of one set in order of id. Raises ``FileNotFoundError`` when the set is not there."""
    folder = shared / name
    if not (folder / "gold").is_dir():
        raise FileNotFoundError(f"no set of passages at {folder}")
    kept = frozenset(frozen)
    return tuple(_passage(path, name, kept) for path in sorted((folder / "gold").glob("*.json")))


def digest_of(passages: Sequence[Passage]) -> str:
    """The SHA-256 of texts and gold: a floor holds only for the passages it was measured on."""
    whole = [[p.id, p.frozen, p.line, p.gold] for p in sorted(passages, key=lambda p: p.id)]
    return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _passage(path: Path, name: str, frozen: frozenset[str]) -> Passage:
    gold = json.loads(path.read_text("utf-8"))
    text = (path.parent.parent / "text" / f"{path.stem}.txt").read_text("utf-8")
    article = {key: gold[key] for key in GIVEN if gold.get(key) is not None} | {"text": text}
    return Passage(
        id=gold["id"],
        set=name,
        language=gold["language"],
        frozen=gold["id"] in frozen,
        line=json.dumps(article, ensure_ascii=False),
        gold=tuple(gold["statements"]),
    )
