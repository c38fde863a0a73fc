"""An entity: who or what a statement speaks of, under all its names and scripts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an entity. ``language`` is BCP 47 (``en``, ``zh-Hans``, ``zh-Hant``); ``source`` says who taught it.

    ``source`` is ``codebook`` for a name of the gazetteer, else the id of the statement whose words gave it.
    """

    text: str
    language: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity.

    ``kind`` is one of person, company, platform, regulator, party_organ, state_organ, outlet, group, other.

    ``id`` is the gazetteer's slug where there is one, else a digest. ``listed`` says which.
    """

    id: str
    kind: str
    names: tuple[Name, ...]
    country: str | None = None
    listed: bool = False

    @property
    def label(self) -> str:
        """What pages call the entity: its first English name, else its first name."""
        english = next((name.text for name in self.names if name.language == "en"), None)
        return english or (self.names[0].text if self.names else self.id)
