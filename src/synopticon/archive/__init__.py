"""The archive: every capture kept as it came, under the SHA-256 of its bytes.

A capture lies at ``captures/ab/<sha256>``, where ``ab`` are the first two hex digits, so that anyone can check it
with ``sha256sum`` alone. Nothing here is ever changed or removed by synopticon.
"""

from synopticon.archive.store import Store
from synopticon.archive.verify import holds

__all__ = ["Store", "holds"]
