"""Errors fall into groups by what of a statement was found in its sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals import groups
from evals.scoring import Outcome, outcomes

SENTENCE = "Ankara blocked Wikipedia on Monday, officials said."


def gold(**changed: Any) -> dict[str, Any]:
    """An annotated statement."""
    return {"type": "restriction", "subject": "Wikipedia", "action": "blocked", "evidence": SENTENCE[:24]} | changed


def found(
    type_: str = "restriction", subject: str = "Wikipedia", sentence: str = SENTENCE, **roles: Any
) -> dict[str, Any]:
    """A statement as it is printed."""
    told = {"subject": {"text": subject}} | {name: {"value": value} for name, value in roles.items()}
    return {"type": type_, "roles": told, "anchor": {"sentence": sentence}}


@pytest.mark.parametrize(("wanted", "given", "expected"), [
    ([gold()], [], ["unheard"]),
    ([gold()], [found(subject="Ankara", action="blocked")], ["subject", "spare"]),
    ([gold()], [found(action="fined")], ["role", "spare"]),
    ([gold()], [found(subject="Ankara", action="fined")], ["both", "spare"]),
    ([gold()], [found("rule")], ["unheard", "type"]),
    ([], [found(action="blocked")], ["false"]),
    ([gold()], [found(action="blocked", sentence="Another sentence.", subject="YouTube")], ["unheard", "false"]),
])  # fmt: skip
def test_each_error_has_its_group(wanted: list[Any], given: list[Any], expected: list[str]) -> None:
    """A miss is told apart by who and what was found instead, a false alarm by what its sentence does say."""
    results = outcomes(wanted, given)
    assert [groups.group_of(one, results) for one in results if one.kind in {"miss", "false"}] == expected


def test_what_is_short_is_named() -> None:
    """A statement right in its core may have another modality and another date."""
    pair = Outcome(kind="part", gold=gold(modality="planned", date="2017"), found=found(action="blocked"))
    assert pair.gold is not None
    assert pair.found is not None
    assert list(groups.shortfalls(pair.gold, pair.found)) == ["modality", "date"]


def test_without_passages_the_page_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the annotated passages are not there, exit status 2 and the page as it was."""
    target = tmp_path / "errors.md"
    target.write_text("<!-- groups: begin -->\nkept\n<!-- groups: end -->\n", "utf-8")
    assert groups.main(lambda _: [], shared=tmp_path, target=target) == 2
    assert "kept" in target.read_text("utf-8")
    assert "keeps the counts" in capsys.readouterr().err
