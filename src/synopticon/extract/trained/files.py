"""The trained files: where they lie, what they must be, and what to do when they are not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from synopticon.errors import MissingPart

MODELS = Path(__file__).parents[1] / "models"

DIGESTS: Mapping[str, str] = {
    "reader-en-roles.onnx": "0e2a0e34db78ab33cc2d10974c4ad673c76403211677aad196127b4953a0dd68",
    "reader-en-tokenizer.json": "9d7904b8ccd0fc4882f89fb5ea6ceb33a4243743511f89add7b7fe529d920e90",
    "reader-en.onnx": "4eec49d551f19d0d69251ff487a9c3667e1619db8d4a1c01db49646645fd8b5d",
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
