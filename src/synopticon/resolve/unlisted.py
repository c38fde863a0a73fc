"""Names that the gazetteer does not have: what kind of name it is, and under which id it is kept.

* An organisation is one entity per folded name, in all documents. But a name made of common institution words alone
  (*Ministry of Finance*, *Supreme Court*) is many bodies in many countries: it is one entity per document.
* A person is one entity per name and document, for people share names. When the document says that the person holds
  a post at an organisation known beyond this document, name and organisation together are the key, so the same
  person at the same organisation in another document is the same entity, whichever is read first.
"""

from __future__ import annotations

from synopticon.records import Document, Entity, Name, digest
from synopticon.resolve.names import fold, has_han
from synopticon.resolve.words import (
    CONNECTORS,
    GENERIC,
    INSTITUTION_WORDS,
    LEGAL,
    ORGANISATION_HAN,
    ORGANISATION_WORDS,
    PARTICLES,
    SURNAMES,
    SURNAMES_HAN,
)

PERSON_TYPES = frozenset({"party_post", "office_post", "detention", "quotation", "membership_or_move"})
"""Types whose subject is a person unless its name says otherwise."""


def is_personal(name: str, *, expected: bool) -> bool:
    """Whether ``name`` reads as a person's. ``expected`` says that the role is one that people usually fill."""
    if has_han(name):
        return expected and 2 <= len(name) <= 4 and name[0] in SURNAMES_HAN and not name.endswith(ORGANISATION_HAN)
    words = name.split()
    plain = [word.strip(".,").lower() for word in words]
    if not expected or len(words) > 5 or any(word in ORGANISATION_WORDS for word in plain):
        return False
    if any(word in CONNECTORS - {"y"} for word in plain) or any(letter.isdigit() for letter in name):
        return False
    if any(word.isupper() and len(word.strip(".")) > 2 for word in words) and len(words) == 1:
        return False
    return all(word[:1].isupper() or word in PARTICLES for word in words)


def family_names(name: str) -> frozenset[str]:
    """The folded words of a full name that may stand for it alone: its first (if a Chinese surname) and its last."""
    words = fold(name).split()
    if len(words) < 2:
        return frozenset()
    first = {words[0]} if words[0] in SURNAMES else set()
    return frozenset(first | {words[-1]})


def is_family_name_only(name: str) -> bool:
    """Whether ``name`` is one word and a family name of many, which by itself names nobody."""
    return fold(name) in SURNAMES or (len(name) == 1 and name in SURNAMES_HAN)


def organisation(name: str, document: Document, *, source: str) -> Entity:
    """The entity of an unlisted organisation (or whatever else is no person); ``source`` is who gave the name."""
    key = " ".join(_without_legal(fold(name).split()))
    scope = [document.id] if _is_common(key) else []
    return Entity(id=digest(["entity", key, *scope]), kind=_kind(key), names=(_name(name, document, source),))


def person(name: str, document: Document, *, source: str, at: str | None = None) -> Entity:
    """The entity of a person; ``at`` is the id of the organisation that tells them apart from namesakes."""
    scope = ["at", at] if at is not None else ["in", document.id]
    return Entity(id=digest(["person", fold(name), *scope]), kind="person", names=(_name(name, document, source),))


def is_shared(entity: Entity, name: str) -> bool:
    """Whether ``entity``, an organisation by this ``name``, is the same in every document."""
    return entity.listed or not _is_common(" ".join(_without_legal(fold(name).split())))


def _is_common(key: str) -> bool:
    """Whether many bodies go by this name: institution words alone, or a Chinese *the city's*, *the county's* ..."""
    if has_han(key):
        return len(key) <= 8 and key[0] in "市县省区镇乡州本縣區鎮鄉"
    return all(word in INSTITUTION_WORDS | CONNECTORS | GENERIC for word in key.split())


def _without_legal(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1].strip(".,") in LEGAL:
        words = words[:-1]
    return words


def _name(text: str, document: Document, source: str) -> Name:
    language = "zh" if has_han(text) else document.language if document.language != "zh" else "en"
    return Name(text=text, language=language, source=source)


def _kind(key: str) -> str:
    """A kind that depends on the key alone, so that every document gives the entity the same one."""
    words = set(key.split())
    if has_han(key):
        return "party_organ" if key.endswith(("党委", "党支部", "市委", "省委")) else "other"
    if words & {"ministry", "bureau", "court", "parliament", "police", "department"}:
        return "state_organ"
    if "party" in words and words & {"committee", "branch", "department"}:
        return "party_organ"
    if words & {"association", "union", "university", "federation", "institute", "foundation"}:
        return "group"
    return "other"
