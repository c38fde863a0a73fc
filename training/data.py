"""The sentences to train on: open English passages of the train set and the news, cut as the product cuts them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evals.passages import GIVEN, Passage, frozen_ids, read_set
from synopticon import text
from synopticon.extract.trained.context import Span, context
from synopticon.records import Capture, Document, Given, Refusal, sha256
from training.alignment import Example, Label, known, label, sentence_of

SETS = ("trainset", "newsset")
SPARSE = frozenset({"newsset"})  # sets whose texts say as little as news does


def passages(
    shared: Path, names: Sequence[str] = SETS, language: str = "en", *, frozen: bool = False
) -> list[Passage]:
    """The open passages of the sets in one language, in order of set and id: no frozen one is among them.

    With ``frozen`` it is the others, to be counted and never looked into.
    """
    closed = frozen_ids()
    found = [p for name in names for p in read_set(shared, name, frozen=closed.get(name, ()))]
    return [p for p in found if p.frozen == frozen and p.language == language]


def examples(passage: Passage) -> Iterator[Example]:
    """The sentences of one passage with what each says."""
    document, spans = read(passage)
    texts = [document.text[start:end] for start, end in spans]
    said: dict[int, list[dict[str, Any]]] = {}
    for gold in passage.gold:
        index = sentence_of(str(gold.get("evidence", "")), texts)
        if index is not None and known(gold):
            said.setdefault(index, []).append(gold)
    for index, sentence in enumerate(texts):
        before = context(document.text, document.title, spans, index).text
        labels = tuple(label(gold, before, sentence, document.published) for gold in said.get(index, ()))
        yield Example(passage=passage.id, before=before, sentence=sentence, labels=labels, plain=passage.set in SPARSE)


def read(passage: Passage) -> tuple[Document, list[Span]]:
    """The passage as the product reads it: its document and the spans of its sentences."""
    reading = text.read(*captured(passage))
    if isinstance(reading, Refusal):
        raise ValueError(f"{passage.id} cannot be read: {reading.detail}")
    return reading.document, [(s.start, s.end) for s in reading.sentences]


def captured(passage: Passage) -> tuple[bytes, Capture]:
    """The passage's line as a capture."""
    data = passage.line.encode()
    given = {key: value for key, value in json.loads(passage.line).items() if key in GIVEN}
    capture = Capture(
        sha256=sha256(data), source=passage.id, locator=None, media="application/x.article+json", size=len(data),
        captured_at="2026-01-01T00:00:00Z", given=Given(**given),
    )  # fmt: skip
    return data, capture


def write(found: Iterable[Example], path: Path) -> None:
    """Write examples as JSON lines, so that the network can be trained where the product is not installed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in found), "utf-8")


def load(path: Path) -> list[Example]:
    """Read examples written by :func:`write`."""
    return [_example(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _example(raw: dict[str, Any]) -> Example:
    return Example(**{**raw, "labels": tuple(_label(one) for one in raw["labels"])})


def _label(raw: dict[str, Any]) -> Label:
    subject = None if raw["subject"] is None else tuple(raw["subject"])
    return Label(**{**raw, "subject": subject, "roles": {role: tuple(place) for role, place in raw["roles"].items()}})
