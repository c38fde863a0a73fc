"""What is dated after the document is to come: a meeting "in Geneva on 12 July" told of in June is planned.

Only what happens or is done can be ahead in this way; a figure "for 2031" may be a forecast that somebody asserts.
"""

from __future__ import annotations

from dataclasses import replace

from synopticon.extract.model import Candidate
from synopticon.records import Modality, Moment

HAPPENING = frozenset({"gathering", "restriction", "rule"})  # of posts and arrests, later dates were more often misread


def ahead(candidate: Candidate, published: str | None) -> Candidate:
    """The candidate as planned where its date lies wholly after ``published`` (ISO 8601, any precision)."""
    if published is None or candidate.type not in HAPPENING or candidate.scope.modality != Modality.ASSERTED:
        return candidate
    dates = [value.value for value in candidate.roles.get("date", ()) if isinstance(value, Moment) and value.value]
    if not any(_later(day, published) for day in dates):
        return candidate
    return replace(candidate, scope=replace(candidate.scope, modality=Modality.PLANNED))


def _later(day: str, published: str) -> bool:
    shared = min(len(day), len(published))
    return day[:shared] > published[:shared]
