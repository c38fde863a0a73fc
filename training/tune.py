"""Choosing thresholds: sentences are read once, and what the two readers found is put together in many ways.

    python -m training.tune --models FOLDER [--set devset] [--sweep]

Only open passages are read. ``--sweep`` looks, type by type, for the least probability at which the reader's
candidates raise the core F1 most while precision over all types stays at 0.8 or more.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.passages import Passage
from evals.scoring import Outcome, Tally, outcomes, tally
from synopticon import publish, text
from synopticon.codebook import load_codebook
from synopticon.extract import assemble
from synopticon.extract.clauses import Read
from synopticon.extract.meeting import meet
from synopticon.extract.model import Candidate
from synopticon.extract.proposals import Sentence, propose
from synopticon.extract.quoted import credited_quotations
from synopticon.extract.reading import Extractor, _attributed
from synopticon.extract.trained import TrainedReader, context
from synopticon.extract.trained.labels import TYPES
from synopticon.records import Document, Refusal
from synopticon.resolve import Linker
from training.data import SPARSE, captured, passages

LOW = dict.fromkeys([t for t in TYPES if t != "quotation"], 0.05)
STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.1)
SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(slots=True, kw_only=True)
class Seen:
    """One sentence: what the rules found, what the reader proposed (with the type's probability), all probabilities."""

    ruled: list[Candidate]
    proposed: list[tuple[float, Candidate]]
    types: Mapping[str, float]


@dataclass(slots=True, kw_only=True)
class Text:
    """One passage, read."""

    passage: Passage
    document: Document
    sentences: list[Seen] = field(default_factory=list)
    quotations: list[Candidate] = field(default_factory=list)


class Recording(Extractor):
    """An extractor that keeps, for each sentence, what either reader found."""

    def record(self, passage: Passage) -> Text:
        """Read one passage."""
        reading = text.read(*captured(passage))
        assert not isinstance(reading, Refusal)
        self.text = Text(passage=passage, document=reading.document)
        self.credited = credited_quotations(reading.document, reading.paragraphs)
        self.statements(reading.document, reading.paragraphs, reading.sentences)
        return self.text

    def _met(self, document: Document, spans: Any, index: int, read: Read, ruled: list[Candidate]) -> list[Candidate]:
        assert self.reader is not None
        before = context(document.text, document.title, spans, index)
        scored = self.reader.read([(before.text, document.text[slice(*spans[index])])])[0]
        one = Sentence(read=read, scored=scored, before=before, document=document)
        made = [(scored.types[c.type], c) for c in propose(one, self.codebook, self.frames.cues, LOW)]
        self.text.sentences.append(Seen(
            ruled=[_attributed(c, read, self.credited) for c in ruled],
            proposed=[(p, _attributed(c, read, self.credited)) for p, c in made], types=scored.types,
        ))  # fmt: skip
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way of putting both together."""

    least: Mapping[str, float]
    silent: Mapping[str, float] = field(default_factory=dict)
    rules: bool = True
    quotations: bool = True


class Scorer:
    """Scores choices over recorded texts."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts, self.linker = texts, Linker(load_codebook())

    def outcomes(self, one: Text, choice: Choice) -> list[Outcome]:
        """What becomes of one text's statements."""
        met: list[Candidate] = []
        for seen in one.sentences:
            proposed = [c for p, c in seen.proposed if p >= choice.least.get(c.type, 2.0)]
            met += meet(seen.ruled if choice.rules else [], proposed, seen.types, silent=choice.silent)
        met += one.quotations
        found, _ = assemble.statements(met, one.document)
        linked, _ = self.linker.link(found, one.document)
        records = [publish.statement_json(s, one.document) for s in linked]
        return list(outcomes([g for g in one.passage.gold if g["type"] != "quotation"], records))

    def counts(self, choice: Choice, sparse: bool | None = None) -> dict[str, Tally]:
        """Counts by type, quotations left out."""
        texts = [one for one in self.texts if sparse in (None, one.passage.set in SPARSE)]
        return tally([outcome for one in texts for outcome in self.outcomes(one, choice)])


def total(counts: Mapping[str, Tally]) -> Tally:
    """All types together."""
    return sum(counts.values(), Tally())


def sweep(
    scorer: Scorer, least: dict[str, float], silent: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """One type after another, the threshold with the best core F1 of that type; ties go to the higher one."""
    for kind in least:
        for which, steps in ((least, STEPS), (silent, (0.0, 0.01, 0.02, 0.05, 0.1, 0.2))):
            best: tuple[float, float] | None = None
            for step in steps:
                tried = dict(which) | {kind: step}
                choice = Choice(least=tried, silent=silent) if which is least else Choice(least=least, silent=tried)
                counts = scorer.counts(choice)
                figure = counts.get(kind, Tally()).core_f1
                if best is None or figure > best[0] + 1e-9 or (which is least and figure >= best[0] - 1e-9):
                    best = (figure, step)
            assert best is not None
            which[kind] = best[1]
    return least, silent


def shown(name: str, counts: Mapping[str, Tally]) -> str:
    """One line."""
    whole = total(counts)
    p, r, f = whole.figures(whole.core)
    figures = f"P {p:.3f} R {r:.3f} F1 {f:.3f} full {whole.full_f1:.3f}"
    return f"{name:24} gold {whole.gold:4} found {whole.found:4} {figures}"


def main() -> None:
    """Read, choose, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--set", action="append")
    parser.add_argument("--sweep", action="store_true")
    args = parser.parse_args()
    extractor = Recording(load_codebook(), reader=TrainedReader(args.models, checked=False))
    texts = [extractor.record(p) for p in passages(SHARED, args.set or ["devset"])]
    scorer = Scorer(texts)
    half = dict.fromkeys(LOW, 0.5)
    choices = {"rules": Choice(least={}), "both .5": Choice(least=half), "reader .5": Choice(least=half, rules=False)}
    if args.sweep:
        least, silent = sweep(scorer, dict(half), {})
        print(least, silent)
        choices |= {"both": Choice(least=least, silent=silent), "reader": Choice(least=least, rules=False)}
    table = {name: scorer.counts(choice) for name, choice in choices.items()}
    for name, counts in table.items():
        print(shown(name, counts))
    for kind in LOW:
        row = [table[name].get(kind, Tally()) for name in table]
        print(f"{kind:20} {row[0].gold:3} " + "  ".join(f"{t.found:3}/{t.core:3} {t.core_f1:.3f}" for t in row))


if __name__ == "__main__":
    main()
