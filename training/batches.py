"""Examples as numbers: batches of sentences of like length, and the statements to be learned from each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from synopticon.extract.trained.encoding import Encoded, Tokenizer, encode
from synopticon.extract.trained.labels import FLAT, MODALITIES, ROLES, TYPES, VALUE_OF, bucket
from training.alignment import Example, Label, Place
from training.swaps import names_of, swapped

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One encoded example."""

    encoded: Encoded
    example: Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences as tensors. ``rows`` says for each statement with a subject which sentence it stands in."""

    ids: Tensor
    segments: Tensor
    mask: Tensor
    types: Tensor
    subjects: Tensor
    rows: Tensor
    kinds: Tensor
    holders: Tensor
    distances: Tensor
    own: Tensor
    roles: Tensor
    modality: Tensor
    value: Tensor


def items(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Item]:
    """All examples, encoded as the product encodes sentences."""
    return [Item(encoded=encode(tokenizer, one.before, one.sentence), example=one) for one in examples]


def varied(examples: Sequence[Example], seed: int, *, bare: float, other: float) -> list[Example]:
    """The examples as one epoch shows them: the part ``bare`` without what stands before the sentence, as a lone note
    is read, and the part ``other`` with a subject under another name."""
    chance, names = random.Random(seed), names_of(examples)
    found = [swapped(one, names, chance) if chance.random() < other else one for one in examples]
    return [replace(one, before="") if chance.random() < bare else one for one in found]


def shuffled(found: Sequence[Item], size: int, seed: int) -> Iterator[list[Item]]:
    """Batches in an order fixed by the seed; each holds sentences of like length, so that little is padded."""
    chance = random.Random(seed)
    order = sorted(found, key=lambda item: len(item.encoded.ids) + chance.uniform(-6, 6))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(groups)
    yield from groups


def batch(found: Sequence[Item]) -> Batch:
    """One batch, padded to its longest sentence."""
    longest = max(len(item.encoded.ids) for item in found)

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    types = torch.zeros(len(found), len(TYPES))
    subjects = torch.zeros(len(found), longest, len(TYPES), dtype=torch.long)
    told: list[tuple[int, Label, Tokens]] = []
    for row, item in enumerate(found):
        for label in item.example.labels:
            types[row, TYPES.index(label.type)] = 1
            tokens = _tokens(item.encoded, label.subject)
            if tokens is not None:
                _mark(subjects[row, :, TYPES.index(label.type)], tokens)
                told.append((row, label, tokens))
    return Batch(
        ids=padded([item.encoded.ids for item in found]), segments=padded([item.encoded.segments for item in found]),
        mask=padded([[1] * len(item.encoded.ids) for item in found]), types=types, subjects=subjects,
        **_statements(found, told, longest),
    )  # fmt: skip


def _statements(found: Sequence[Item], told: Sequence[tuple[int, Label, Tokens]], longest: int) -> dict[str, Tensor]:
    count = len(told)
    holders, own = torch.zeros(count, longest), torch.zeros(count, longest)
    distances = torch.zeros(count, longest, dtype=torch.long)
    roles = torch.zeros(count, longest, len(ROLES), dtype=torch.long)
    for n, (row, label, (start, end)) in enumerate(told):
        encoded = found[row].encoded
        holders[n, start:end] = 1 / (end - start)
        own[n, : len(encoded.ids)] = torch.tensor(encoded.segments, dtype=torch.float) / sum(encoded.segments)
        distances[n] = torch.tensor([bucket(distance(i, start, end)) for i in range(longest)])
        for role, place in label.roles.items():
            tokens = _tokens(encoded, place)
            if tokens is not None:
                _mark(roles[n, :, ROLES.index(role)], tokens)
    return {
        "rows": torch.tensor([row for row, _, _ in told], dtype=torch.long),
        "kinds": torch.tensor([TYPES.index(label.type) for _, label, _ in told], dtype=torch.long),
        "holders": holders, "distances": distances, "own": own, "roles": roles,
        "modality": torch.tensor([MODALITIES.index(label.modality) for _, label, _ in told], dtype=torch.long),
        "value": torch.tensor([_value(label) for _, label, _ in told], dtype=torch.long),
    }  # fmt: skip


def distance(piece: int, start: int, end: int) -> int:
    """How far a word piece stands from the subject ``start:end``: negative before it, 0 inside."""
    return piece - start if piece < start else max(0, piece - end + 1)


def _tokens(encoded: Encoded, place: Place | None) -> Tokens | None:
    return None if place is None else encoded.tokens(*place)


def _mark(tags: Tensor, tokens: Tokens) -> None:
    start, end = tokens
    tags[start:end] = 2
    tags[start] = 1


def _value(label: Label) -> int:
    """The number of the enumerated value, -100 (not learned) where there is none."""
    pair = (VALUE_OF.get(label.type, ""), label.value or "")
    return FLAT.index(pair) if pair in FLAT else -100
