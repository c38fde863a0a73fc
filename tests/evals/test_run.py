"""The harness: what it reads, what it prints, and what it refuses to show."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.measure import ALL, FrozenPassageError, cells, errors, read
from evals.passages import digest_of, frozen_ids, read_set
from evals.run import main
from evals.table import both, table


def _nothing(_: Any) -> list[dict[str, Any]]:
    return []


def test_a_passage_becomes_a_line_without_its_gold(shared: Path) -> None:
    """The line given to the product holds the text and what is known of it, and no annotation."""
    passage = read_set(shared, "seeds")[0]
    article = json.loads(passage.line)
    assert article == {
        "id": "a-en", "title": "A title", "published": "2020", "language": "en",
        "text": "Lintel has 12 members. Lintel was fined.",
    }  # fmt: skip


def test_the_digest_changes_with_text_gold_and_freezing(shared: Path) -> None:
    """Whatever changes what is measured changes the digest; the order of passages does not."""
    seen = read_set(shared, "seeds")
    others = [
        [replace(seen[0], line=seen[0].line + " "), seen[1]],
        [replace(seen[0], gold=()), seen[1]],
        [replace(seen[0], frozen=True), seen[1]],
    ]
    assert digest_of(seen) == digest_of(seen[::-1])
    assert len({digest_of(seen), *(digest_of(other) for other in others)}) == 4


def test_a_perfect_product_scores_one_and_a_silent_one_nothing(shared: Path, perfect: Any) -> None:
    """F1 runs from 0 to 1."""
    seen = read_set(shared, "seeds")
    assert {c.tally.full_f1 for c in cells(read(seen, perfect))} == {1.0}
    assert {c.tally.core_f1 for c in cells(read(seen, _nothing))} == {0.0}


def test_cells_are_split_by_language_part_and_type(shared: Path, perfect: Any) -> None:
    """Each language and part has its types and a row over all of them, and both parts add up."""
    seen = [replace(p, frozen=p.language == "zh") for p in read_set(shared, "seeds")]
    counted = cells(read(seen, perfect))
    assert [(c.language, c.part, c.type, c.tally.gold) for c in counted] == [
        ("en", "open", "party_members", 1), ("en", "open", "restriction", 1), ("en", "open", ALL, 2),
        ("zh", "frozen", "restriction", 1), ("zh", "frozen", ALL, 1),
    ]  # fmt: skip
    assert [c.type for c in cells(read(seen, perfect), ["party_members"])] == ["party_members", ALL, ALL]
    assert sum(c.tally.gold for c in both(counted) if c.type == ALL) == 3


def test_the_table_shows_open_and_frozen_side_by_side(shared: Path, perfect: Any) -> None:
    """A row has the figures of both parts, and a part without passages stays blank."""
    seen = [replace(p, frozen=p.language == "zh") for p in read_set(shared, "seeds")]
    lines = table(cells(read(seen, perfect))).splitlines()
    assert "open core F1" in lines[0] and "frozen core F1" in lines[0]
    english = next(line for line in lines if "| en " in line and ALL in line)
    assert english.count("1.000") == 4
    assert len({line.count("|") for line in lines}) == 1


def test_errors_of_frozen_passages_are_never_listed(shared: Path) -> None:
    """One frozen passage among many is enough for the whole list to be refused, before its first line."""
    seen = [replace(p, frozen=p.language == "zh") for p in read_set(shared, "seeds")]
    with pytest.raises(FrozenPassageError):
        errors(read(seen, _nothing))
    assert len(list(errors(read(seen[:1], _nothing)))) == 2


@pytest.mark.parametrize("part", ["--frozen", "--all"])
def test_the_command_refuses_errors_with_frozen_passages(part: str, shared: Path, tmp_path: Path) -> None:
    """Asking for errors and frozen passages at once fails before anything is read or written."""
    out = tmp_path / "errors.jsonl"
    assert main(["--set", "seeds", part, "--errors", str(out), "--shared", str(shared)], predictor=_nothing) == 2
    assert not out.exists()


def test_the_command_lists_only_open_errors(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Side by side, the table counts frozen passages and the list of errors leaves them out."""
    closed, out = tmp_path / "frozen.json", tmp_path / "errors.jsonl"
    closed.write_text('{"frozen": {"seeds": ["b-zh"]}}', "utf-8")
    asked = ["--set", "seeds", "--errors", str(out), "--shared", str(shared)]
    assert main(asked, predictor=_nothing, frozen=closed) == 0
    listed = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {line["passage"] for line in listed} == {"a-en"}
    assert {line["kind"] for line in listed} == {"miss"}
    assert "1 open passages, 1 frozen ones." in capsys.readouterr().out


def test_types_narrow_the_list_of_errors(shared: Path, tmp_path: Path) -> None:
    """Only the types asked for are listed."""
    out = tmp_path / "errors.jsonl"
    asked = ["--set", "seeds", "--types", "party_members", "--errors", str(out), "--shared", str(shared)]
    assert main(asked, predictor=_nothing) == 0
    assert [json.loads(line)["gold"]["type"] for line in out.read_text("utf-8").splitlines()] == ["party_members"]


def test_the_table_is_written_where_asked(shared: Path, tmp_path: Path, perfect: Any) -> None:
    """The table that is printed can be kept."""
    out = tmp_path / "table.md"
    assert main(["--set", "seeds", "--all", "--table", str(out), "--shared", str(shared)], predictor=perfect) == 0
    assert "all core F1" in out.read_text("utf-8")


def test_a_missing_set_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the passages the harness says where it looked."""
    assert main(["--set", "devset", "--shared", str(tmp_path)], predictor=_nothing) == 2
    assert str(tmp_path / "devset") in capsys.readouterr().err


def test_frozen_ids_are_a_third_and_a_fifth() -> None:
    """The list of frozen ids is as long as its rule says it is."""
    assert {name: len(ids) for name, ids in frozen_ids().items()} == {"devset": 22, "trainset": 58}
