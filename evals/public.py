"""The public sets in one line each: dates and quotations of GUM, and the specs of Recognizers-Text.

Each is measured by its own module; a set that is not at hand is one clear line instead of a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evals import dates, gum_quotes, recognizers

LANGUAGES = {"en": "English", "zh": "Chinese"}
KINDS = {"date": "dates", "number": "numbers", "range": "ranges", "percent": "percentages"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One public set: its name, what was measured, and the figures with what they stand on."""

    name: str
    measured: str
    figures: str


def lines(shared: Path) -> list[Line]:
    """One line for each public set under ``shared/data``; what is missing says so."""
    found: list[Line] = []
    for name, folder, measure in (
        ("GUM", shared / "data" / "gum", _gum),
        ("Recognizers-Text", shared / "data" / "recognizers", _recognizers),
    ):
        found += measure(folder) if folder.is_dir() else [Line(name=name, measured="not measured", figures="not here")]
    return found


def table(told: list[Line]) -> list[str]:
    """The lines as a Markdown table."""
    rows = [f"| {line.name} | {line.measured} | {line.figures} |" for line in told]
    return ["| public set | measured | figures |", "|---|---|---|", *rows]


def _gum(folder: Path) -> list[Line]:
    when = dates.measure(folder, errors=False)
    quoted = gum_quotes.measure(folder)
    said, other = quoted["quote"], quoted["q"]
    return [
        Line(
            name="GUM, news and interviews", measured="value of dates",
            figures=f"F1 {when['f1']:.2f} (precision {when['precision']:.2f}, recall {when['recall']:.2f}, "
            f"{when['wanted']:.0f} dates)",
        ),
        Line(
            name="GUM, news and interviews", measured="right span of words between marks",
            figures=f"said {gum_quotes.share(said):.2f} of {said['wanted']}, "
            f"other {gum_quotes.share(other):.2f} of {other['wanted']}",
        ),
    ]  # fmt: skip


def _recognizers(folder: Path) -> list[Line]:
    return list(_specs(folder, recognizers.measure))


def _specs(folder: Path, measure: Callable[..., dict[str, dict[str, float]]]) -> Iterator[Line]:
    for language, spoken in LANGUAGES.items():
        report = measure(folder, language, errors=False)
        figures = [f"{KINDS[kind]} {part['share']:.2f} of {part['wanted']}" for kind, part in report.items()]
        if figures:
            name = f"Recognizers-Text, {spoken}"
            yield Line(name=name, measured="specs in scope that pass", figures=", ".join(figures))
