"""A small set of passages in our own words, and a way to turn an annotation into a perfect prediction."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ENTITY = ("subject", "post", "organisation", "holder", "issuer", "target", "actor", "amount", "place", "organiser")
ENUM = ("body", "of", "right", "topic", "action", "act", "measure", "what")


def as_prediction(passage: str, gold: dict[str, Any]) -> dict[str, Any]:
    """The record a perfect product would print for one annotated statement."""
    roles: dict[str, Any] = {}
    for name, value in gold.items():
        if value is None:
            continue
        if name in ENTITY:
            roles[name] = {"text": value, "names": []}
        elif name in ENUM or name == "date":
            roles[name] = {"value": value, "text": ""}
        elif name in ("count", "percent"):
            roles[name] = {"approx": False, "text": ""} | value
    if gold["type"] == "quotation":
        roles["text"] = {"text": f"{gold['text_start']} and so on {gold['text_end']}"}
    return {
        "document": {"id": passage},
        "type": gold["type"],
        "modality": gold["modality"],
        "roles": roles,
        "anchor": {"exact": gold["evidence"], "sentence": gold["evidence"] + " and more"},
    }


def statement(kind: str, subject: str, **more: Any) -> dict[str, Any]:
    """One annotated statement with the slots every statement has."""
    common = {"type": kind, "subject": subject, "modality": "asserted", "attributed_to": None, "evidence": subject}
    return common | more


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder whose only set, the seeds, holds one English and one Chinese passage."""
    people = {"low": 12, "high": 12}
    passages = {
        "a-en": ("en", "Lintel has 12 members. Lintel was fined.", [
            statement("party_members", "Lintel", count=people, date=None),
            statement("restriction", "Lintel", action="fined", actor=None, date=None, count=None, amount=None),
        ]),
        "b-zh": ("zh", "某网站被关闭。", [
            statement("restriction", "某网站", action="shut_down", actor=None, date=None, count=None, amount=None),
        ]),
    }  # fmt: skip
    for part in ("gold", "text"):
        (tmp_path / "seeds" / part).mkdir(parents=True)
    for name, (language, text, statements) in passages.items():
        gold: dict[str, Any] = {"id": name, "url": None, "title": "A title", "published": "2020", "language": language}
        gold["statements"] = statements
        (tmp_path / "seeds" / "gold" / f"{name}.json").write_text(json.dumps(gold), "utf-8")
        (tmp_path / "seeds" / "text" / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def perfect(shared: Path) -> Any:
    """A predictor that gives back exactly what the set's annotation says."""

    def predict(lines: Any) -> list[dict[str, Any]]:
        found = []
        for line in lines:
            name = json.loads(line)["id"]
            gold = json.loads((shared / "seeds" / "gold" / f"{name}.json").read_text("utf-8"))
            found += [as_prediction(name, s) for s in gold["statements"]]
        return found

    return predict
