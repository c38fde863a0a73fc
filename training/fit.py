"""The training loop: fixed seeds, fixed order, AdamW with a warm start and a linear end."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from synopticon.extract.trained.encoding import Tokenizer
from synopticon.extract.trained.labels import FLAT, TYPES, VALUE_OF
from training.alignment import Example
from training.batches import Batch, Item, batch, items, shuffled, varied
from training.network import Reader, Roles, load_weights

SEED = 20261125
SIZE = 16
PLAIN = 2.0  # weight of a sentence from a text as sparse as news: there are eight times as many of the others
FROZEN = 2  # layers left as they are, for time's sake: a fifth of the work; what it costs was not measured
INSIDE = 2.0  # weight of word pieces inside a subject or role: one stands against twenty outside
VALUE = 2.0  # weight of the enumerated value: one for a statement, where roles have one for each word piece
BARE = 0.15  # part of the sentences that an epoch shows with nothing before them, as a lone note is read
OTHER = 0.4  # part of them that it shows with a subject under another name
ABSENT = 0.02  # weight of the subjects of types that the sentence does not speak: enough to keep them silent


@dataclass(slots=True, kw_only=True)
class Model:
    """Both parts of the network."""

    reader: Reader
    roles: Roles

    def parts(self) -> tuple[nn.Module, nn.Module]:
        """Both, for what is done to both."""
        return self.reader, self.roles


def start(weights: Path) -> Model:
    """A fresh network with the carried encoder."""
    torch.manual_seed(SEED)
    model = Model(reader=Reader(), roles=Roles())
    load_weights(model.reader.encoder, weights)
    return model


def fit(
    examples: Sequence[Example], tokenizer: Tokenizer, weights: Path, *, epochs: int,
    watch: Callable[[int, float, Model], None] | None = None, rate: float = 1.5e-4,
) -> Model:
    """Train on ``examples``; ``watch`` sees each epoch's number, mean loss and model."""
    model = start(weights)
    encoder, heads = _learning(model)
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": rate, "weight_decay": 0.01}, {"params": heads, "lr": 10 * rate, "weight_decay": 0.0}]
    )
    steps = epochs * -(-len(examples) // SIZE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / (0.1 * steps), (steps - n) / steps)
    )
    for epoch in range(epochs):
        begun, losses = time.monotonic(), []
        for part in model.parts():
            part.train()
        found = items(varied(examples, SEED + epoch, bare=BARE, other=OTHER), tokenizer)
        for group in shuffled(found, SIZE, SEED + epoch):
            optimiser.zero_grad()
            weight = torch.tensor([PLAIN if item.example.plain else 1.0 for item in group])
            total = loss(model, batch(group), weight)
            total.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimiser.step()
            schedule.step()
            losses.append(float(total.detach()))
        for part in model.parts():
            part.eval()
        mean = sum(losses) / len(losses)
        print(f"epoch {epoch + 1}/{epochs}: loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True)
        if watch is not None:
            watch(epoch, mean, model)
    return model


def _learning(model: Model) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """The parameters that learn, of encoder and heads. Word vectors and the first layers stay as they are."""
    encoder = model.reader.encoder
    for part in (encoder.words, encoder.positions, encoder.segments, encoder.norm, *encoder.layers[:FROZEN]):
        part.requires_grad_(False)
    kept = {id(p) for p in encoder.parameters()}
    heads = [p for part in model.parts() for p in part.parameters() if id(p) not in kept]
    return [p for p in encoder.parameters() if p.requires_grad], heads


def loss(model: Model, one: Batch, weight: Tensor) -> Tensor:
    """The loss of one batch: types, subjects, and the roles, modality and value of its statements."""
    types, subjects, x = model.reader(one.ids, one.segments, one.mask)
    spoken = functional.binary_cross_entropy_with_logits(types, one.types, reduction="none").sum(1)
    per_tag = functional.cross_entropy(subjects.permute(0, 3, 1, 2), one.subjects, reduction="none")
    matters = one.mask[:, :, None] * torch.where(one.types > 0, 1.0, ABSENT)[:, None, :]
    matters = matters * torch.where(one.subjects > 0, INSIDE, 1.0)
    total = (spoken * weight).mean() + 0.2 * (per_tag * matters).sum() / len(weight)
    if len(one.rows):
        tags, modality, value = model.roles(x[one.rows], one.kinds, one.holders, one.distances, one.own)
        stands = one.mask[one.rows][:, :, None]
        per_role = functional.cross_entropy(tags.permute(0, 3, 1, 2), one.roles, reduction="none")
        stands = stands * torch.where(one.roles > 0, INSIDE, 1.0)
        total = total + 0.2 * (per_role * stands).sum() / len(weight)
        total = total + functional.cross_entropy(modality, one.modality, reduction="sum") / len(weight)
        total = total + VALUE * _value_loss(value, one) / len(weight)
    return total


def _value_loss(scores: Tensor, one: Batch) -> Tensor:
    """Values compete only with others of their role."""
    kept = one.value >= 0
    if not kept.any():
        return scores.sum() * 0
    allowed = ALLOWED[one.kinds[kept]]
    return functional.cross_entropy(scores[kept].masked_fill(~allowed, -1e4), one.value[kept], reduction="sum")


ALLOWED = torch.tensor([[VALUE_OF.get(kind) == role for role, _ in FLAT] for kind in TYPES])


def save(model: Model, path: Path) -> None:
    """Keep both parts in one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"reader": model.reader.state_dict(), "roles": model.roles.state_dict()}, path)


def restore(path: Path) -> Model:
    """A model kept by :func:`save`."""
    kept = torch.load(path, weights_only=True)
    model = Model(reader=Reader(), roles=Roles())
    model.reader.load_state_dict(kept["reader"])
    model.roles.load_state_dict(kept["roles"])
    for part in model.parts():
        part.eval()
    return model


@torch.no_grad()
def type_scores(model: Model, found: Sequence[Item]) -> Tensor:
    """The probability of each type for each sentence, in their order."""
    order = sorted(range(len(found)), key=lambda i: len(found[i].encoded.ids))
    scores = torch.zeros(len(found), len(TYPES))
    for start_ in range(0, len(order), 32):
        rows = order[start_ : start_ + 32]
        one = batch([found[i] for i in rows])
        scores[rows] = model.reader(one.ids, one.segments, one.mask)[0].sigmoid()
    return scores


def type_f1(scores: Tensor, found: Sequence[Item], threshold: float = 0.5) -> tuple[float, float, float]:
    """Precision, recall and F1 of "this sentence speaks this type", over all types together."""
    spoken_of = [{label.type for label in item.example.labels} for item in found]
    gold = torch.tensor([[float(kind in kinds) for kind in TYPES] for kinds in spoken_of])
    said = (scores >= threshold).float()
    right, spoken, wanted = (float(x) for x in ((said * gold).sum(), said.sum(), gold.sum()))
    precision, recall = right / max(1.0, spoken), right / max(1.0, wanted)
    return precision, recall, 2 * right / max(1.0, spoken + wanted)
