"""Identifiers are digests of content: the same record has the same id in every register.

A digest is the SHA-256 of the record's canonical JSON (sorted keys, no spaces, UTF-8, no NaN), cut to 80 bits
for ids that people copy by hand. Captures keep all 256 bits, because they are what an outsider re-hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

ID_LENGTH = 20  # hex digits; 80 bits: one accidental collision expected among about 10**12 records

Json = Mapping[str, Any] | Sequence[Any] | str | int | float | bool | None


def canonical(value: Json) -> str:
    """The one JSON text of ``value``: sorted keys, no spaces, real characters. Raises ``ValueError`` on NaN."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def digest(value: Json) -> str:
    """The id of a record: the first :data:`ID_LENGTH` hex digits of the SHA-256 of its canonical JSON."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
