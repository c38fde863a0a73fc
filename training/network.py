"""The network: a MiniLM-L6 encoder with three small heads, written out so that nothing but PyTorch is needed.

1. ``types``: which types the sentence speaks, from the mean of its word pieces beside that of the first piece.
2. ``subjects``: for each word piece and type, whether a subject begins or goes on there.
3. ``roles``: for one type and one subject, whether each word piece begins or continues each role; and, of the
   statement as a whole, its modality and its enumerated value, from the words of the sentence that tell most of them
   (weights by type and by the distance to the subject: of the whole sentence's mean, half of the values were wrong).

The third head looks at the subject (its mean vector and the distance to it), so that in a list each subject finds its
own figures. Encoder layout and weights: all-MiniLM-L6-v2 (BERT, 6 layers of 384), Apache-2.0.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from synopticon.extract.trained.labels import BUCKETS, FLAT, MODALITIES, ROLES, TYPES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512  # the carried weights' config.json
SMALL = 192  # width of the heads: half the encoder's; other widths were not tried
TAGS = 3  # outside, begins, goes on


class Layer(nn.Module):
    """One transformer layer, normalised after each step as BERT is."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` is (batch, pieces, width); ``mask`` is added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]

        def split(y: Tensor) -> Tensor:
            return y.reshape(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / (WIDTH // HEADS) ** 0.5
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(-1) @ split(self.value(x))).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.first_norm(x + self.dropout(self.attended(mixed)))
        return self.second_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """MiniLM-L6: word pieces to vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor | None = None) -> Tensor:
        """``ids`` and ``segments`` are (batch, pieces); ``mask`` is 1 where a piece stands."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x: Tensor = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.segments(segments)))
        added = None if mask is None else (1 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, added)
        return x


class Reader(nn.Module):
    """Encoder, types and subjects."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.types = nn.Linear(2 * WIDTH, len(TYPES))
        self.word = nn.Linear(WIDTH, SMALL)
        self.kind = nn.Parameter(torch.randn(len(TYPES), SMALL) * 0.1)
        self.subject = nn.Linear(SMALL, TAGS)

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Type scores (batch, types), subject scores (batch, pieces, types, tags), vectors (batch, pieces, width)."""
        x = self.encoder(ids, segments, mask)
        own = segments.to(x.dtype)[..., None] if mask is None else (segments * mask).to(x.dtype)[..., None]
        mean = (x * own).sum(1) / own.sum(1)
        types = self.types(self.dropout(torch.cat([mean, x[:, 0]], -1)))
        hidden = functional.gelu(self.word(self.dropout(x))[:, :, None, :] + self.kind)
        return types, self.subject(hidden), x


class Roles(nn.Module):
    """Roles, modality and value of one statement, given its type and subject."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.word, self.holder = nn.Linear(WIDTH, SMALL), nn.Linear(WIDTH, SMALL)
        self.kind = nn.Parameter(torch.randn(len(TYPES), SMALL) * 0.1)
        self.distance = nn.Parameter(torch.randn(BUCKETS, SMALL) * 0.1)
        self.tags = nn.Linear(SMALL, len(ROLES) * TAGS)
        self.whole = nn.Linear(2 * WIDTH, SMALL)
        self.asked, self.sought = nn.Parameter(torch.randn(len(TYPES), SMALL) * 0.1), nn.Linear(WIDTH, SMALL)
        self.said = nn.Parameter(torch.randn(len(TYPES), SMALL) * 0.1)
        self.modality, self.value = nn.Linear(SMALL, len(MODALITIES)), nn.Linear(SMALL, len(FLAT))

    def forward(
        self, x: Tensor, kinds: Tensor, subjects: Tensor, distances: Tensor, own: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """``x`` (n, pieces, width); ``kinds`` (n,); ``subjects`` and ``own`` (n, pieces) weights that sum to 1 over the
        subject and over the sentence; ``distances`` (n, pieces) classes. Gives tags (n, pieces, roles, 3), modality
        scores (n, 6) and value scores (n, all values)."""
        x = self.dropout(x)
        holder = (subjects[:, None, :] @ x).squeeze(1)
        telling = self.sought(x) + self.distance[distances]
        looked = (telling * self.asked[kinds][:, None, :]).sum(-1) / SMALL**0.5 - (own <= 0).to(x.dtype) * 1e4
        whole = (looked.softmax(-1)[:, None, :] @ x).squeeze(1)
        joined = self.word(x) * (1 + self.holder(holder)[:, None, :])
        hidden = functional.gelu(joined + self.kind[kinds][:, None, :] + self.distance[distances])
        tags = self.tags(hidden).reshape(x.shape[0], x.shape[1], len(ROLES), TAGS)
        said = functional.gelu(self.whole(torch.cat([holder, whole], -1)) + self.said[kinds])
        return tags, self.modality(said), self.value(said)


NAMES = {
    "embeddings.word_embeddings": "words", "embeddings.position_embeddings": "positions",
    "embeddings.token_type_embeddings": "segments", "embeddings.LayerNorm": "norm",
}  # fmt: skip
PARTS = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "attended", "attention.output.LayerNorm": "first_norm",
    "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "second_norm",
}  # fmt: skip


def load_weights(encoder: Encoder, path: Path) -> None:
    """Fill the encoder from a safetensors file: eight bytes of length, a JSON head, then the numbers."""
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    head, body, state = json.loads(data[8 : 8 + size]), data[8 + size :], {}
    for name, entry in head.items():
        target = _renamed(name)
        if target is not None:
            start, end = entry["data_offsets"]
            state[target] = torch.tensor(np.frombuffer(body[start:end], dtype=np.float32).reshape(entry["shape"]))
    encoder.load_state_dict(state)


def _renamed(name: str) -> str | None:
    stem, _, last = name.rpartition(".")
    if stem in NAMES:
        return f"{NAMES[stem]}.{last}"
    if stem.startswith("encoder.layer."):
        number, part = stem.removeprefix("encoder.layer.").split(".", 1)
        return f"layers.{number}.{PARTS[part]}.{last}"
    return None
