"""The errors that remain, in groups with counts: ``python -m evals.groups`` (``make evals``) writes ``docs/errors.md``.

A missed statement is held against what was found of its type in its own sentence, and a false alarm against what was
annotated there; each error falls into the first group that fits. Open passages and frozen ones are counted apart; of
frozen ones nothing but these counts is known. Exit status: 0 written, 2 when the annotated passages are not here.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals import scoring
from evals.measure import Predict, Read, read
from evals.passages import SETS
from evals.predict import predict
from evals.run import SHARED, chosen
from evals.scoring import Found, Gold, Outcome

PAGE = Path(__file__).resolve().parents[1] / "docs" / "errors.md"
BLOCK = re.compile(r"(<!-- groups: begin.*?-->\n).*?(<!-- groups: end -->)", re.DOTALL)
LARGEST = 12  # rows by statement type that are shown for each language

GROUPS: Mapping[str, str] = {
    "unheard": "missed: nothing of its type was found in its sentence",
    "subject": "missed: found there with the right figures or value, but of somebody else",
    "role": "missed: found there of the right subject, with another value, figure or name",
    "both": "missed: found there, with another subject and another value",
    "type": "false: its subject has a statement of another type in that sentence",
    "spare": "false: one more of a type that the sentence does speak",
    "false": "false: its sentence says nothing of the kind",
}
"""The groups in the order in which they are tried."""

SHORT: Mapping[str, str] = {
    "modality": "modality", "date": "date", "figure": "bounds of a figure", "value": "enumerated value",
    "sentence": "told in another sentence",
}
"""What makes a statement right in its core and not in full."""


def group_of(outcome: Outcome, others: Sequence[Outcome]) -> str:
    """The group of a miss or a false alarm among all outcomes of its passage."""
    if outcome.gold is not None:
        return _missed(outcome.gold, [o.found for o in others if o.kind == "false" and o.found is not None])
    assert outcome.found is not None
    return _false(outcome.found, [o.gold for o in others if o.gold is not None])


def _missed(gold: Gold, found: Sequence[Found]) -> str:
    here = [one for one in found if one["type"] == gold["type"] and scoring.same_sentence(gold, one)]
    if not here:
        return "unheard"
    if any(scoring.same_subject(gold, one) for one in here):
        return "role"
    return "subject" if any(scoring.shares_key_role(gold, one) for one in here) else "both"


def _false(found: Found, gold: Sequence[Gold]) -> str:
    here = [one for one in gold if scoring.same_sentence(one, found)]
    if any(one["type"] == found["type"] for one in here):
        return "spare"
    return "type" if any(scoring.same_subject(one, found) for one in here) else "false"


def shortfalls(gold: Gold, found: Found) -> Iterator[str]:
    """What of a statement right in its core is not right, by the names of :data:`SHORT`."""
    if gold.get("modality", "asserted") != found.get("modality", "asserted"):
        yield "modality"
    if not scoring.same_date(gold, found):
        yield "date"
    if not scoring.same_bounds(gold, found):
        yield "figure"
    if not scoring.same_values(gold, found):
        yield "value"
    if not scoring.same_sentence(gold, found):
        yield "sentence"


def counted(reads: Sequence[Read]) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """Errors by group, shortfalls by what is short, and errors by statement type and group."""
    groups: Counter[str] = Counter()
    short: Counter[str] = Counter()
    types: Counter[tuple[str, str]] = Counter()
    for one in reads:
        for outcome in one.outcomes:
            if outcome.kind == "part" and outcome.gold is not None and outcome.found is not None:
                short.update(shortfalls(outcome.gold, outcome.found))
            elif outcome.kind in {"miss", "false"}:
                name = group_of(outcome, one.outcomes)
                groups[name] += 1
                types[str((outcome.gold or outcome.found or {})["type"]), name] += 1
    return groups, short, types


def page(reads: Sequence[Read]) -> Iterator[str]:
    """The lines of the generated part, for each language."""
    for language, name in (("en", "English"), ("zh", "Chinese")):
        sides = [counted([r for r in reads if r.passage.language == language and r.passage.frozen == frozen])
                 for frozen in (False, True)]
        yield from (f"## {name}", "", "| group | open | frozen |", "|---|---:|---:|")
        yield from (f"| {told} | {sides[0][0][key]} | {sides[1][0][key]} |" for key, told in GROUPS.items())
        yield from ("", "| right in the core, but not in | open | frozen |", "|---|---:|---:|")
        yield from (f"| {told} | {sides[0][1][key]} | {sides[1][1][key]} |" for key, told in SHORT.items())
        yield from ("", "| the largest by type | open | frozen |", "|---|---:|---:|")
        for (kind, key), count in sides[0][2].most_common(LARGEST):
            yield f"| `{kind}`, {GROUPS[key]} | {count} | {sides[1][2][kind, key]} |"
        yield ""


def main(predictor: Predict = predict, *, shared: Path = SHARED, target: Path = PAGE) -> int:
    """Read all passages and write the page."""
    try:
        passages = chosen(shared, SETS)
    except FileNotFoundError as error:
        print(f"{error}: the page keeps the counts it has", file=sys.stderr)
        return 2
    lines = "".join(f"{line}\n" for line in page(read(passages, predictor)))
    text = target.read_text("utf-8")
    if not BLOCK.search(text):
        raise ValueError(f"{target} has lost the marks around its counts")
    target.write_text(BLOCK.sub(lambda found: found[1] + lines + found[2], text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
