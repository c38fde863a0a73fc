"""The quality floor: it holds, it rises, and it falls only when told to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.gate import Floors, breaches, load, main, raised, save


def _nothing(_: Any) -> list[dict[str, Any]]:
    return []


@pytest.fixture
def asked(shared: Path, tmp_path: Path) -> list[str]:
    """The arguments that keep a test's floors out of the project."""
    return ["--set", "seeds", "--shared", str(shared), "--floors", str(tmp_path / "floors.json")]


def _now(core: float, digest: str = "d") -> Floors:
    return Floors(digests={"seeds": digest}, lines={"seeds/en/open/ALL": (core, 0.5)})


def test_a_recorded_floor_holds(asked: list[str], perfect: Any, tmp_path: Path) -> None:
    """What was just measured passes the gate that was made of it."""
    assert main([*asked, "--record"], predictor=perfect) == 0
    assert load(tmp_path / "floors.json").lines["seeds/en/open/ALL"] == (1.0, 1.0)
    assert main(asked, predictor=perfect) == 0


def test_a_worse_product_is_stopped(asked: list[str], perfect: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """A product that finds less fails, and every figure that fell is named."""
    main([*asked, "--record"], predictor=perfect)
    assert main(asked, predictor=_nothing) == 1
    assert "seeds/en/open/party_members: core F1 0.000 is below its floor 1.000" in capsys.readouterr().out


def test_a_floor_is_lowered_only_when_told(asked: list[str], perfect: Any, tmp_path: Path) -> None:
    """Recording a worse figure is refused and changes nothing, until ``--lower`` is said."""
    main([*asked, "--record"], predictor=perfect)
    before = (tmp_path / "floors.json").read_bytes()
    assert main([*asked, "--record"], predictor=_nothing) == 1
    assert (tmp_path / "floors.json").read_bytes() == before
    assert main([*asked, "--record", "--lower"], predictor=_nothing) == 0
    assert load(tmp_path / "floors.json").lines["seeds/en/open/ALL"] == (0.0, 0.0)


def test_other_passages_are_told_apart(asked: list[str], perfect: Any, shared: Path) -> None:
    """A floor does not hold for passages that were changed since."""
    main([*asked, "--record"], predictor=perfect)
    text = shared / "seeds" / "text" / "a-en.txt"
    text.write_text(text.read_text("utf-8") + " More.", "utf-8")
    assert main(asked, predictor=perfect) == 1
    assert main([*asked, "--record"], predictor=perfect) == 1


def test_without_floors_there_is_nothing_to_hold_against(shared: Path, tmp_path: Path) -> None:
    """A gate without floors does not pass."""
    nowhere = str(tmp_path / "floors.json")
    assert main(["--shared", str(shared), "--floors", nowhere], predictor=_nothing) == 2


def test_without_passages_the_gate_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the shared sets are not at hand the gate passes and says that it checked nothing."""
    save(_now(0.5), tmp_path / "floors.json")
    assert main(["--shared", str(tmp_path), "--floors", str(tmp_path / "floors.json")], predictor=_nothing) == 0
    assert "not checked" in capsys.readouterr().out


def test_a_figure_at_its_floor_holds() -> None:
    """The floor itself is good enough, one thousandth below is not."""
    assert breaches(_now(0.5), _now(0.5)) == []
    assert len(breaches(_now(0.5), _now(0.499))) == 1


def test_a_floor_that_is_no_longer_measured_is_a_breach() -> None:
    """Dropping a type or a language does not open the gate."""
    now = Floors(digests={"seeds": "d"}, lines={})
    assert breaches(_now(0.5), now) == ["seeds/en/open/ALL: has a floor and was not measured"]


def test_raising_keeps_floors_of_sets_not_measured() -> None:
    """Measuring one set leaves the floors of the others as they are."""
    other = Floors(digests={"newsset": "n"}, lines={"newsset/en/open/ALL": (0.3, 0.2)})
    moved = raised(other, _now(0.5))
    assert moved.lines == other.lines | _now(0.5).lines
    assert moved.digests == {"newsset": "n", "seeds": "d"}


def test_floors_survive_the_file(tmp_path: Path) -> None:
    """What is saved is what is loaded, in a stable order."""
    both = raised(_now(0.5), Floors(digests={"newsset": "n"}, lines={"newsset/en/open/ALL": (0.3, 0.2)}))
    save(both, tmp_path / "a.json")
    assert load(tmp_path / "a.json") == both
    save(load(tmp_path / "a.json"), tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_table_is_written_beside_the_verdict(asked: list[str], perfect: Any, tmp_path: Path) -> None:
    """One measurement gives both the verdict and the table."""
    assert main([*asked, "--record", "--table", str(tmp_path / "table.md")], predictor=perfect) == 0
    assert "core F1" in (tmp_path / "table.md").read_text("utf-8")
