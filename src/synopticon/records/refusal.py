"""A refusal: something read and not taken, with where and why."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.records.ids import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What was not taken.

    ``stage`` is the room that refused (``read``, ``text``, ``extract`` ...); ``reason`` a fixed, hyphenated code
    (``empty``, ``binary``, ``too-large``, ``figure-not-in-anchor`` ...); ``detail`` a sentence a person can act
    on; ``source`` and ``locator`` say where; ``document`` is set once there is one.
    """

    stage: str
    reason: str
    detail: str
    source: str
    locator: str | None = None
    document: str | None = None

    @property
    def id(self) -> str:
        """Digest of everything above, so that reading the same thing twice refuses it once."""
        return digest([self.stage, self.reason, self.detail, self.source, self.locator, self.document])
