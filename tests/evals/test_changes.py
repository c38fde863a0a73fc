"""Gains and losses since the last pin: told statement by statement, and of frozen passages only counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.changes import LEVELS, changes, hits, report
from evals.gate import load, main
from evals.measure import Read
from evals.passages import Passage
from evals.scoring import Outcome
from tests.evals.conftest import statement

FIRST = statement("party_members", "Lintel", evidence="Lintel has 12 members")
SECOND = statement("rule", "Porch rule", evidence="The porch rule holds")


def read(*kinds: str, frozen: bool = False, gold: tuple[dict[str, Any], ...] = (FIRST, SECOND)) -> Read:
    """A passage whose annotated statements came to these levels."""
    passage = Passage(id="a-en", set="seeds", language="en", frozen=frozen, line="{}", gold=gold)
    made = tuple(Outcome(kind=kind, gold=one, found=None) for kind, one in zip(kinds, gold, strict=True))
    return Read(passage=passage, outcomes=(*made, Outcome(kind="false", gold=None, found={"type": "rule"})))


def test_a_pin_holds_every_statement_and_none_of_its_words() -> None:
    """One digest for each annotated statement; false alarms have none."""
    pinned = hits([read("full", "miss")])
    assert sorted(pinned["seeds"].values()) == ["full", "miss"]
    assert all(len(digest) == 12 and int(digest, 16) >= 0 for digest in pinned["seeds"])


def test_gains_and_losses_are_told_with_their_words() -> None:
    """Open statements are listed one by one, gains first, then counted."""
    lines = report(hits([read("full", "miss")]), [read("miss", "part")])
    assert lines == [
        "+ seeds/a-en rule: miss -> part  Porch rule  “The porch rule holds”",
        "- seeds/a-en party_members: full -> miss  Lintel  “Lintel has 12 members”",
        "seeds en open: 1 gained, 1 lost",
    ]


def test_frozen_statements_are_only_counted() -> None:
    """No word of a frozen passage is printed, nor which of its statements moved."""
    lines = report(hits([read("full", "miss", frozen=True)]), [read("miss", "full", frozen=True)])
    assert lines == ["seeds en frozen: 1 gained, 1 lost"]


def test_nothing_moved_is_said() -> None:
    """The same reading has no changes, and the list says so instead of being empty."""
    once = read("full", "part")
    assert changes(hits([once]), [once]) == []
    assert report(hits([once]), [once]) == ["nothing was gained or lost since the last pin"]


def test_what_the_pin_does_not_know_is_counted() -> None:
    """A changed annotation is neither a gain nor a loss."""
    other = read("miss", "full", gold=(FIRST, SECOND | {"topic": "comments"}))
    lines = report(hits([read("full", "full")]), [other])
    assert lines[0].startswith("- seeds/a-en party_members: full -> miss")
    assert lines[-1] == "1 statements are not in the pin, 1 of the pin are no longer annotated"


def test_equal_statements_are_told_apart_without_regard_to_order() -> None:
    """Of two equal annotations one found is one found, whichever it is."""
    one, other = (read(*kinds, gold=(FIRST, FIRST)) for kinds in (("full", "miss"), ("miss", "full")))
    assert hits([one]) == hits([other])
    assert len(hits([one])["seeds"]) == 2


@pytest.mark.parametrize("before", LEVELS)
@pytest.mark.parametrize("now", LEVELS)
def test_a_gain_is_a_higher_level(before: str, now: str) -> None:
    """Core only counts as more than nothing and as less than all."""
    moved = changes(hits([read(before, "full")]), [read(now, "full")])
    assert [change.gain for change in moved] == ([] if before == now else [LEVELS.index(now) > LEVELS.index(before)])


def test_the_gate_lists_changes_against_what_it_recorded(
    shared: Path, perfect: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--record`` pins the statements found, ``--changes`` lists what became of them."""
    floors = tmp_path / "floors.json"
    asked = ["--set", "seeds", "--shared", str(shared), "--floors", str(floors)]
    assert main([*asked, "--record"], predictor=perfect) == 0
    assert set(load(floors).hits["seeds"].values()) == {"full"}
    capsys.readouterr()
    assert main([*asked, "--changes"], predictor=lambda lines: []) == 1
    told = capsys.readouterr().out
    assert "- seeds/a-en party_members: full -> miss  Lintel" in told
    assert "seeds en open: 0 gained, 2 lost" in told


def test_recording_one_set_keeps_the_pins_of_the_others(shared: Path, perfect: Any, tmp_path: Path) -> None:
    """A set that was not measured keeps what was found in it."""
    floors = tmp_path / "floors.json"
    asked = ["--set", "seeds", "--shared", str(shared), "--floors", str(floors)]
    floors.write_text('{"digests": {"newsset": "n"}, "floors": {}, "hits": {"newsset": {"ab": "full"}}}', "utf-8")
    main([*asked, "--record"], predictor=perfect)
    assert load(floors).hits["newsset"] == {"ab": "full"}
    assert len(load(floors).hits["seeds"]) == 3


def test_floors_without_pins_are_still_read(tmp_path: Path) -> None:
    """A file from before statements were pinned has no hits and is no error."""
    (tmp_path / "floors.json").write_text('{"digests": {}, "floors": {}}', "utf-8")
    kept = load(tmp_path / "floors.json")
    assert kept == replace(kept, hits={})
