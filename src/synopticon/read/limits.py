"""How much one source may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024
MAX_BYTES = 64 * MEBIBYTE  # the longest text of the project's trials is under 1 MiB; the largest PDF is 20 MiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits on one source. ``max_bytes`` is the most bytes that one capture may have."""

    max_bytes: int = MAX_BYTES

    def too_large(self, size: int | None = None) -> str:
        """The sentence that a refusal for size carries, with what to do about it."""
        has = "more" if size is None else f"{size:,} bytes, more"
        advice = "raise --max-bytes to read it"
        if size is not None:
            advice = f"raise the limit with --max-bytes {size} to read it"
        return f"It has {has} than the limit of {self.max_bytes:,} bytes for one capture; {advice}, or split it."
