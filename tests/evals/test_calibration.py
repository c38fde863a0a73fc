"""The calibration error is what it says."""

from __future__ import annotations

from pathlib import Path

from evals.calibration import error, grouped, main, report


def test_a_confidence_that_means_what_it_says() -> None:
    """Where 80 of 100 statements at 0.8 are right, the error is nothing; where none is, it is 0.8."""
    assert error([(0.8, n < 80) for n in range(100)]) < 1e-9
    assert abs(error([(0.8, False)] * 10) - 0.8) < 1e-9
    assert error([]) == 0


def test_classes_are_weighed_by_size() -> None:
    """A large class counts more than a small one."""
    judged = [(0.95, True)] * 90 + [(0.05, True)] * 10
    assert abs(error(judged) - (0.9 * 0.05 + 0.1 * 0.95)) < 1e-9
    assert [size for _, _, size in grouped(judged)] == [10, 90]


def test_a_bound_keeps_the_surer() -> None:
    """The report says how many statements a bound keeps and how often they are right."""
    judged = [(0.9, True), (0.91, True), (1.0, False), (0.3, False)]
    assert "At 0.9 or more: 3 statements, 0.667 right." in report(judged)


def test_missing_sets_are_a_wrong_request(tmp_path: Path) -> None:
    """A folder without sets ends with status 2."""
    assert main(["--shared", str(tmp_path)], predictor=lambda lines: []) == 2
