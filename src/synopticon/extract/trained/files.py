"""The trained files: where they lie, what they must be, and what to do when they are not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from synopticon.errors import MissingPart

MODELS = Path(__file__).parents[1] / "models"

DIGESTS: Mapping[str, str] = {
    "reader-en-roles.onnx": "87c7011fb55383ec5e3878df32619e43ed40117f6f201636d787caf8466c6dca",
    "reader-en-tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "reader-en.onnx": "81d017254f89b577052a6aa5563647f7c453c6e82b60c7badef5c008256a9b00",
}
"""SHA-256 of each shipped file, as ``python -m training export`` printed it."""


def trained_file(name: str, folder: Path = MODELS, digests: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a trained file. Raises :class:`MissingPart` when it is not there or not what it must be."""
    path = folder / name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _missing(f"the trained file {name} is missing", path) from error
    wanted = (DIGESTS if digests is None else digests).get(name)
    if wanted is not None and hashlib.sha256(data).hexdigest() != wanted:
        raise _missing(f"the trained file {name} is not the one that belongs to this version", path)
    return data


def _missing(what: str, path: Path) -> MissingPart:
    return MissingPart(
        what, where=str(path),
        next_step="Install synopticon again, or make the file anew with: make train. "
        "Reading by rules alone needs no trained file.",
    )  # fmt: skip
