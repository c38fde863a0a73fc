"""Names put in other names' places: what is said of a subject should not be learned from who it happened to be."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from training.alignment import Example, Label, Place

NO_NAME = frozenset({
    "the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "all", "most", "some", "i",
})

Names = Mapping[str, Sequence[str]]


def names_of(examples: Sequence[Example]) -> Names:
    """The names that stand as subjects in the sentences, by statement type; a list for each, sorted."""
    found: dict[str, set[str]] = {}
    for example in examples:
        for label in example.labels:
            if label.subject is not None and label.subject[0] == 1:
                text = example.sentence[slice(*label.subject[1:])]
                if _is_name(text):
                    found.setdefault(label.type, set()).add(text)
    return {kind: sorted(names) for kind, names in sorted(found.items())}


def swapped(example: Example, names: Names, chance: random.Random) -> Example:
    """The example with one subject of its sentence under another name of the same type; itself where none can be."""
    spots = sorted({(label.subject, label.type) for label in example.labels
                    if label.subject is not None and label.subject[0] == 1
                    and _is_name(example.sentence[slice(*label.subject[1:])]) and names.get(label.type)})
    if not spots:
        return example
    (_part, start, end), kind = spots[chance.randrange(len(spots))]
    places = [p for label in example.labels for p in (label.subject, *label.roles.values()) if p is not None]
    if any(_cuts(place, start, end) for place in places):
        return example
    name = chance.choice(names[kind])
    moved = len(name) - (end - start)
    return replace(
        example, sentence=example.sentence[:start] + name + example.sentence[end:],
        labels=tuple(_moved(label, start, end, moved) for label in example.labels),
    )


def _is_name(text: str) -> bool:
    """Whether the words begin as a name does, and not as "The committee"."""
    return text[:1].isupper() and len(text) > 1 and text.split()[0].casefold() not in NO_NAME


def _cuts(place: Place, start: int, end: int) -> bool:
    """Whether the place shares a part of ``start:end`` and does not hold it whole."""
    part, left, right = place
    return part == 1 and left < end and start < right and not (left <= start and end <= right)


def _moved(label: Label, start: int, end: int, by: int) -> Label:
    def shifted(place: Place) -> Place:
        part, left, right = place
        return (part, left + by if left >= end else left, right + by if right >= end else right) if part else place

    return replace(
        label, subject=None if label.subject is None else shifted(label.subject),
        roles={role: shifted(place) for role, place in label.roles.items()},
    )
