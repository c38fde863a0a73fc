"""The one place where the clock and the environment are read.

===========================  ==========================================================================
``SOURCE_DATE_EPOCH``        seconds since 1970; stands for the time of capture, so that two builds of the
                             same sources give the same ledger (https://reproducible-builds.org/specs/)
``SYNOPTICON_TRACEBACK``     anything but empty: a fault of synopticon prints its whole traceback
``NO_COLOR``                 anything but empty: no bold or coloured output (https://no-color.org)
===========================  ==========================================================================
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from synopticon.errors import SynopticonError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment says. ``now`` is ISO 8601 UTC to the second."""

    now: str
    traceback: bool
    colour: bool


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. Raises ``SynopticonError`` when ``SOURCE_DATE_EPOCH`` is not a time."""
    given = os.environ if environ is None else environ
    return Settings(
        now=_now(given.get("SOURCE_DATE_EPOCH", "")),
        traceback=bool(given.get("SYNOPTICON_TRACEBACK")),
        colour=not given.get("NO_COLOR"),
    )


def _now(epoch: str) -> str:
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = "SOURCE_DATE_EPOCH is not a number of seconds since 1970"
        raise SynopticonError(what, where=repr(epoch), next_step="Set it to a whole number, or unset it.") from error
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
