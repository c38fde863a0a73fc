"""From annotated passages to labelled sentences: where each annotated statement stands, and which words fill its roles.

An annotation names its sentence by its first words and its roles by their words. Both are looked up here: the
sentence by its folded opening, each role as a code-point span of the sentence or, failing that, of what stands before.
What is not found is left out: a statement without a subject still says that its sentence speaks its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evals.scoring import _ends as bounds
from evals.scoring import _fold as fold
from evals.scoring import _same_name as same_name
from synopticon.extract.dates import find_dates
from synopticon.extract.quantities import find_quantities
from synopticon.extract.trained.labels import ROLES_OF, TYPES, VALUE_OF

Gold = Mapping[str, Any]
Place = tuple[int, int, int]
"""``(part, start, end)``: part 1 is the sentence, 0 what stands before."""

OPENING = 24  # folded code points by which a sentence is told, as in scoring
WIDEST = 14  # words of the longest stretch tried where a name does not stand literally
QUANTITIES = ("count", "percent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One statement of a sentence. ``subject`` and ``roles`` are places, absent where no words were found."""

    type: str
    modality: str
    subject: Place | None = None
    roles: Mapping[str, Place] = field(default_factory=dict)
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence, what stands before it, and what it says. ``plain`` texts are as sparse as news is."""

    passage: str
    before: str
    sentence: str
    labels: tuple[Label, ...] = ()
    plain: bool = False


def sentence_of(evidence: str, sentences: Sequence[str]) -> int | None:
    """The index of the sentence that the evidence names: it opens with it, or else holds it."""
    wanted = fold(evidence)[:OPENING]
    if not wanted:
        return None
    folded = [fold(sentence) for sentence in sentences]
    for test in (str.startswith, str.__contains__):
        for index, text in enumerate(folded):
            if test(text, wanted):
                return index
    for index, text in enumerate(folded):
        if text and fold(evidence).startswith(text[:OPENING]):
            return index
    return None


def label(gold: Gold, before: str, sentence: str, published: str | None) -> Label:
    """The statement with its words looked up."""
    names = [gold["subject"], *gold.get("accept", ())]
    subject = name_place(names, before, sentence)
    roles: dict[str, Place] = {}
    for role in ROLES_OF[gold["type"]]:
        place = role_place(role, gold.get(role), before, sentence, published)
        if place is not None:
            roles[role] = place
    value = gold.get(VALUE_OF.get(gold["type"], ""))
    return Label(
        type=gold["type"], modality=gold.get("modality", "asserted"), subject=subject, roles=roles, value=value
    )


def role_place(role: str, value: Any, before: str, sentence: str, published: str | None) -> Place | None:
    """Where the words of one role stand. Figures and dates must stand in the sentence itself."""
    if value is None or value == "":
        return None
    if role in QUANTITIES:
        return figure_place(value, sentence, "percent" if role == "percent" else None)
    if role == "date":
        return date_place(value, sentence, published)
    return name_place([value] if isinstance(value, str) else list(value), before, sentence)


def figure_place(value: Mapping[str, Any], sentence: str, unit: str | None) -> Place | None:
    """The figure with these bounds, of this unit first."""
    wanted = bounds(value)
    found = [m for m in find_quantities(sentence) if (m.low, m.high) == wanted]
    shared = {n for n in wanted if n is not None}
    found = found or [m for m in find_quantities(sentence) if shared & {m.low, m.high}]
    found.sort(key=lambda m: m.unit != unit)
    return (1, found[0].start, found[0].end) if found else None


def date_place(value: str, sentence: str, published: str | None) -> Place | None:
    """The words that mean this date."""
    for past in (None, True, False):
        for when in find_dates(sentence, reference=published, past=past):
            if when.value == value:
                return 1, when.start, when.end
    return None


def name_place(names: Iterable[str], before: str, sentence: str) -> Place | None:
    """Where one of the names stands: in the sentence as written, then by most of its words, then before (the last)."""
    given = [name for name in names if name.strip()]
    for name in given:
        spots = _literal(name, sentence)
        if spots:
            return 1, *spots[0]
    spot = _loosely(given[:1], sentence)
    if spot is not None:
        return 1, *spot
    for name in given:
        spots = _literal(name, before)
        if spots:
            return 0, *spots[-1]
    spot = _loosely(given[:1], before)
    return None if spot is None else (0, *spot)


def _literal(name: str, text: str) -> list[tuple[int, int]]:
    edge_left = r"(?<!\w)" if re.match(r"\w", name) and name.isascii() else ""
    edge_right = r"(?!\w)" if re.search(r"\w$", name) and name.isascii() else ""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return [match.span() for match in re.finditer(edge_left + words + edge_right, text, re.IGNORECASE)]


def _loosely(names: Sequence[str], text: str) -> tuple[int, int] | None:
    """The shortest stretch of words that scoring would take for the name, of those that share most words with it."""
    words = [match.span() for match in re.finditer(r"[^\s,;:()\"“”]+", text)]
    best: tuple[float, int, tuple[int, int]] | None = None
    for name in names:
        wanted = set(fold(name).split())
        hits = [i for i, (s, e) in enumerate(words) if set(fold(text[s:e]).split()) & wanted]
        for i in hits:
            for j in (k for k in hits if i <= k < i + WIDEST):
                start, end = words[i][0], words[j][1]
                if not same_name(name, text[start:end]):
                    continue
                shared = len(set(fold(text[start:end]).split()) & wanted) / max(1, len(wanted))
                score = (shared, -(j - i), (start, end))
                if shared >= 0.5 and (best is None or score[:2] > best[:2]):
                    best = score
    return None if best is None else best[2]


def known(gold: Gold) -> bool:
    """Whether the reader has the statement's type."""
    return gold["type"] in TYPES
