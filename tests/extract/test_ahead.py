"""What is dated after the document is planned; what lies before it, or has no date, stays as it was said."""

from __future__ import annotations

import pytest

from synopticon.extract.ahead import ahead
from synopticon.extract.model import Candidate
from synopticon.extract.scope import Scope
from synopticon.records import Mention, Modality, Moment


def _meeting(day: str | None, modality: Modality = Modality.ASSERTED, type_: str = "gathering") -> Candidate:
    roles = {"subject": (Mention(text="summit", start=0, end=6),)}
    if day is not None:
        roles["date"] = (Moment(value=day, text="then", start=7, end=11),)  # type: ignore[assignment]
    return Candidate(type=type_, roles=roles, start=0, end=11, sentence=(0, 12), scope=Scope(modality=modality),
                     rule="gathering/en/held", weight=0.5)


@pytest.mark.parametrize(
    ("day", "published"), [("2024-07-12", "2024-06-30"), ("2025", "2024-06"), ("2024-08", "2024-07-31")]
)
def test_a_later_date_makes_a_plan(day: str, published: str) -> None:
    """A day, month or year after the document's own is to come."""
    assert ahead(_meeting(day), published).scope.modality == Modality.PLANNED


@pytest.mark.parametrize(("day", "published"), [("2024-06-30", "2024-06-30"), ("2024", "2024-06"), ("2023-07", "2024"),
                                                (None, "2024-06"), ("2031", None)])
def test_what_is_not_later_stays(day: str | None, published: str | None) -> None:
    """The same day, the same year, an earlier month, no date and no day of publication say nothing of the future."""
    told = _meeting(day)
    assert ahead(told, published) is told


def test_only_what_is_asserted_and_happens_is_moved() -> None:
    """A denial stays one, and a figure for a later year is its speaker's."""
    denied, figure = _meeting("2031", Modality.DENIED), _meeting("2031", type_="party_members")
    assert ahead(denied, "2024") is denied
    assert ahead(figure, "2024") is figure
