"""Choosing thresholds: sentences are read once, and what the two readers found is put together in many ways.

    python -m training.tune --models FOLDER [--set devset] [--sweep]

Only open passages are read, and quotations, which are left to the rules, are not counted. ``--sweep`` shows what each
bound on confidence gives.
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
from synopticon.extract.holders import Holders
from synopticon.extract.meeting import meet
from synopticon.extract.model import Candidate
from synopticon.extract.proposals import Sentence, propose
from synopticon.extract.quoted import credited_quotations
from synopticon.extract.reading import Extractor, _attributed
from synopticon.extract.trained import TrainedReader, context
from synopticon.extract.trained.labels import TYPES
from synopticon.extract.trained.tuned import LEAST
from synopticon.records import Document, Refusal
from synopticon.resolve import Linker
from training.data import SPARSE, captured, passages

STEPS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(slots=True, kw_only=True)
class Seen:
    """One sentence: what the rules found, what the reader proposed, and how probable it thinks each type."""

    ruled: list[Candidate]
    proposed: list[Candidate]
    types: Mapping[str, float]


@dataclass(slots=True, kw_only=True)
class Text:
    """One passage, read."""

    passage: Passage
    document: Document
    sentences: list[Seen] = field(default_factory=list)


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

    def _met(
        self, document: Document, spans: Any, index: int, read: Read, ruled: list[Candidate], holders: Holders
    ) -> list[Candidate]:
        assert self.reader is not None
        before = context(document.text, document.title, spans, index)
        scored = self.reader.read([(before.text, document.text[slice(*spans[index])])])[0]
        one = Sentence(read=read, scored=scored, before=before, document=document, holders=holders)
        made = propose(one, self.frames)
        self.text.sentences.append(Seen(
            ruled=[_attributed(c, read, self.credited) for c in ruled],
            proposed=[_attributed(c, read, self.credited) for c in made], types=scored.types,
        ))  # fmt: skip
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way of putting both together; ``types`` narrows the reader to some types."""

    least: float = LEAST
    rules: bool = True
    reader: bool = True
    types: frozenset[str] = frozenset(TYPES)


class Scorer:
    """Scores choices over recorded texts."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts, self.linker = texts, Linker(load_codebook())

    def outcomes(self, one: Text, choice: Choice) -> list[Outcome]:
        """What becomes of one text's statements."""
        met: list[Candidate] = []
        for seen in one.sentences:
            proposed = [c for c in seen.proposed if choice.reader and c.type in choice.types]
            ruled = seen.ruled if choice.rules else []
            met += meet(ruled, proposed, seen.types, least=choice.least) if choice.reader else ruled
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


def shown(name: str, counts: Mapping[str, Tally]) -> str:
    """One line."""
    whole = total(counts)
    p, r, f = whole.figures(whole.core)
    figures = f"P {p:.3f} R {r:.3f} F1 {f:.3f} full {whole.full_f1:.3f}"
    return f"{name:24} gold {whole.gold:4} found {whole.found:4} {figures}"


def ablation(tables: Mapping[str, Mapping[str, Tally]]) -> str:
    """A Markdown table: a row for each type, and for each choice precision, recall and F1 of core agreement."""
    names = list(tables)
    head = ["type", "gold", *(f"{name} P / R / F1" for name in names)]
    rows = [head, ["---", "---:", *("---:" for _ in names)]]
    for kind in [*(kind for kind in TYPES if kind != "quotation"), "all"]:
        tallies = [total(tables[n]) if kind == "all" else tables[n].get(kind, Tally()) for n in names]
        figures = [" / ".join(f"{x:.2f}" for x in one.figures(one.core)) for one in tallies]
        rows.append([kind, str(tallies[0].gold), *figures])
    full = [f"{total(tables[n]).full_f1:.2f}" for n in names]
    rows.append(["full agreement, F1", "", *full])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main() -> None:
    """Read, choose, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--set", action="append")
    parser.add_argument("--sweep", action="store_true")
    parser.add_argument("--frozen", action="store_true", help="frozen passages: counted, never looked into")
    args = parser.parse_args()
    extractor = Recording(load_codebook(), reader=TrainedReader(args.models, checked=False))
    texts = [extractor.record(p) for p in passages(SHARED, args.set or ["devset"], frozen=args.frozen)]
    scorer = Scorer(texts)
    choices = {"rules": Choice(reader=False), "both": Choice(), "reader": Choice(rules=False)}
    if args.sweep:
        choices |= {f"both {step}": Choice(least=step) for step in STEPS}
    table = {name: scorer.counts(choice) for name, choice in choices.items()}
    for name, counts in table.items():
        print(shown(name, counts))
    print(ablation({name: table[name] for name in ("rules", "both", "reader")}))


if __name__ == "__main__":
    main()
