"""The linker: from the words of a document's statements to the entities they speak of. It reads and never writes.

A mention is linked in this order; what none of these can tell stays without an entity, which is better than a guess:

1. **A person's judgement** on this mention holds over everything else.
2. **A listed actor or outlet**: the whole mention, or its head, is one of its names, and the features of
   :mod:`synopticon.resolve.features` are enough. *Weibo's parent Sina Corp* means Sina; *Sina's party committee* does
   not mean it.
   A name that is a common word or shared needs a sign: another name of the same actor or of its parent or child in
   the document, or in the same sentence a word about platforms, companies, the party, regulators or the press (as
   fits its kind) or another listed company; for public bodies and outlets their country.
3. **A phrase that only describes** (*the company*, *40 partners*) means nobody by itself; if extraction found whom it
   refers to, those words are linked instead.
4. **An unlisted name** is a person or an organisation; :mod:`synopticon.resolve.unlisted` says under which id.
   A family name alone means the document's one person who has it.

Linking a document depends on the codebook, the judgements and that document, on no other document and on no order.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from synopticon.codebook import Actor, Codebook, Outlet
from synopticon.records import Document, Entity, Judgement, Mention, Name, Statement
from synopticon.resolve.block import Index
from synopticon.resolve.decisions import Decisions, mention_id
from synopticon.resolve.features import Case
from synopticon.resolve.names import fold, proper_name
from synopticon.resolve.score import choose
from synopticon.resolve.surroundings import Surroundings
from synopticon.resolve.unlisted import (
    PERSON_TYPES,
    family_names,
    is_family_name_only,
    is_personal,
    is_shared,
    organisation,
    person,
)

ATTRIBUTION = "attributed_to"
SILENT_ROLES = frozenset({"place"})  # a place is where something was, and no actor
POST_TYPES = frozenset({"party_post", "office_post", "membership_or_move"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """One mention with its address: which statement, which role, which of the role's values."""

    statement: Statement
    role: str
    id: str
    mention: Mention

    @property
    def words(self) -> str:
        return self.mention.antecedent or self.mention.text

    @property
    def address(self) -> str:
        return f"{self.statement.type}/{self.role}"

    @property
    def wants_person(self) -> bool:
        return self.role == ATTRIBUTION or (self.role == "subject" and self.statement.type in PERSON_TYPES)


class Linker:
    """Links mentions. Made once per codebook (and set of judgements), used for any number of documents."""

    def __init__(self, codebook: Codebook, judgements: Iterable[Judgement] = ()) -> None:
        self._index = Index(codebook)
        self._entities = {entry.id: _listed(entry) for entry in self._index.entries.values()}
        self._decisions = Decisions(judgements, listed=self._entities.keys())
        self._roles = {
            (kind.name, role.name): role.kind == "entity" for kind in codebook.types.values() for role in kind.roles
        }
        self._cues = _cues(codebook)

    def link(
        self, statements: Sequence[Statement], document: Document
    ) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
        """``statements`` of ``document`` with entities and names filled in, and the entities they speak of, by id."""
        ids = [statement.id for statement in statements]
        slots = [slot for statement, one in zip(statements, ids, strict=True) for slot in self._slots(statement, one)]
        surroundings = Surroundings(document, self._index, self._cues)
        found = self._listed_actors(slots, surroundings)
        found |= self._unlisted([slot for slot in slots if slot.id not in found], found, document)
        standing = {slot: self._standing(entity) for slot, entity in found.items() if entity is not None}
        linked = tuple(_filled(statement, one, standing) for statement, one in zip(statements, ids, strict=True))
        return linked, join_names(standing.values())

    def lookup(self, name: str) -> tuple[Entity, ...]:
        """The listed actors and outlets that ``name`` is a name of, whatever the signs; by id."""
        found = {candidate.alias.actor for candidate in self._index.find(name) if candidate.whole}
        return tuple(self._entities[actor] for actor in sorted(found))

    def _slots(self, statement: Statement, one: str) -> Iterator[_Slot]:
        for role, values in statement.roles.items():
            if role in SILENT_ROLES or not self._roles.get((statement.type, role), role != "text"):
                continue
            for place, value in enumerate(values):
                if isinstance(value, Mention):
                    yield _Slot(statement=statement, role=role, id=mention_id(one, role, place), mention=value)
        if statement.attributed_to is not None:
            address = mention_id(one, ATTRIBUTION)
            yield _Slot(statement=statement, role=ATTRIBUTION, id=address, mention=statement.attributed_to)

    def _listed_actors(self, slots: Sequence[_Slot], surroundings: Surroundings) -> dict[str, Entity | None]:
        found: dict[str, Entity | None] = {}
        for slot in slots:
            judged = self._decisions.link(slot.id)
            if judged is not None:
                found[slot.id] = self._entities.get(judged) or Entity(id=judged, kind="other", names=())
                continue
            cases = self._cases(slot, surroundings)
            best = choose(cases)
            if best is None and self._index.is_list(slot.words):
                found[slot.id] = None  # several actors in one mention; to pick one would be a guess
            elif best is not None:
                found[slot.id] = self._entities[best.candidate.alias.actor]
            elif any(case.candidate.whole for case in cases):
                found[slot.id] = None  # a listed name that could not be told: no unlisted entity beside it either
        return found

    def _cases(self, slot: _Slot, surroundings: Surroundings) -> list[Case]:
        candidates = self._index.find(slot.words)
        if not candidates:
            return []
        sentence = slot.statement.anchor.sentence
        if slot.mention.text not in sentence:
            sentence = surroundings.sentence(slot.mention.start, slot.mention.end)
        entries = [(candidate, self._entities[candidate.alias.actor]) for candidate in candidates]
        return [
            Case(
                candidate=candidate,
                surroundings=surroundings,
                sentence=sentence,
                kind=entity.kind,
                country=entity.country,
                role=slot.address,
            )
            for candidate, entity in entries
            if not self._decisions.rejected(slot.id, entity.id)
        ]

    def _unlisted(
        self, slots: Sequence[_Slot], listed: Mapping[str, Entity | None], document: Document
    ) -> dict[str, Entity | None]:
        named = [(slot, name) for slot in slots if (name := proper_name(slot.words, document.text)) is not None]
        personal = _personal(named)
        people = {slot.id: name for slot, name in named if fold(name) in personal}
        found: dict[str, Entity | None] = {
            slot.id: organisation(name, document, source=_statement_of(slot.id))
            for slot, name in named
            if slot.id not in people
        }
        full = _full_names(people, document.text)
        at = _employers(slots, full, {**listed, **found})
        sources = {
            name: min(_statement_of(slot) for slot, one in people.items() if one == name) for name in full.values()
        }
        for slot_id, name in full.items():
            found[slot_id] = person(name, document, source=sources[name], at=at.get(fold(name)))
        return {slot: self._not_rejected(slot, entity) for slot, entity in found.items()}

    def _not_rejected(self, slot: str, entity: Entity | None) -> Entity | None:
        return None if entity is None or self._decisions.rejected(slot, entity.id) else entity

    def _standing(self, entity: Entity) -> Entity:
        """The entity that accepted judgements put in the place of ``entity``."""
        canonical = self._decisions.canonical(entity.id)
        return self._entities.get(canonical) or dataclasses.replace(entity, id=canonical)


def _filled(statement: Statement, one: str, found: Mapping[str, Entity]) -> Statement:
    """``statement``, whose id is ``one``, with what was found for its mentions."""
    roles = {
        role: tuple(
            _fill(value, found.get(mention_id(one, role, place))) if isinstance(value, Mention) else value
            for place, value in enumerate(values)
        )
        for role, values in statement.roles.items()
    }
    credited = statement.attributed_to
    if credited is not None:
        credited = _fill(credited, found.get(mention_id(one, ATTRIBUTION)))
    return dataclasses.replace(statement, roles=roles, attributed_to=credited)


def _statement_of(mention: str) -> str:
    return mention.partition("/")[0]


def _fill(mention: Mention, entity: Entity | None) -> Mention:
    if entity is None:
        return dataclasses.replace(mention, entity=None, names=())
    names = dict.fromkeys(name.text for name in entity.names if name.text != mention.text)
    return dataclasses.replace(mention, entity=entity.id, names=tuple(names))


def _listed(entry: Actor | Outlet) -> Entity:
    names = tuple(Name(text=name.text, language=name.language, source="codebook") for name in entry.names)
    kind = entry.kind if isinstance(entry, Actor) else "outlet"
    return Entity(id=entry.id, kind=kind, names=names, country=entry.country, listed=True)


def _cues(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Cue words by sort, from ``words.actor_cues`` of every language that has them."""
    cues: dict[str, frozenset[str]] = defaultdict(frozenset)
    for language in codebook.languages.values():
        given = language.words.get("actor_cues")
        for sort, words in given.items() if isinstance(given, Mapping) else ():
            cues[sort] |= frozenset(str(word).casefold() for word in words)
    return dict(cues)


def join_names(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """One entity for each id, by id: listed ones as they are, others with all names given, in alphabetical order."""
    kept: dict[str, Entity] = {}
    for entity in entities:
        other = kept.setdefault(entity.id, entity)
        if other is not entity and not other.listed:
            names: dict[str, Name] = {}
            for name in sorted((*entity.names, *other.names), key=lambda one: (one.text, one.source)):
                names.setdefault(name.text, name)
            kept[entity.id] = dataclasses.replace(other, names=tuple(names.values()))
    return tuple(kept[key] for key in sorted(kept))


def _personal(named: Sequence[tuple[_Slot, str]]) -> frozenset[str]:
    """The folded names that are people's, so that one name is of one sort within a document.

    A name of one word that also stands where no person is expected (a platform that speaks) is not a person's,
    unless it is the family name of one.
    """
    yes = {fold(name) for slot, name in named if is_personal(name, expected=slot.wants_person)}
    elsewhere = {fold(name) for slot, name in named if not slot.wants_person}
    family = {one for name in yes if len(name.split()) > 1 for one in family_names(name)}
    return frozenset(
        name for name in yes | (family & elsewhere) if len(name.split()) > 1 or name in family or name not in elsewhere
    )


def _full_names(people: Mapping[str, str], text: str) -> dict[str, str]:
    """The names of people with family names alone put in full; those that cannot be are left out."""
    whole = {name for name in people.values() if len(name.split()) > 1}
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for name in sorted(whole, reverse=True):
        for family in family_names(name):
            bearers[family][fold(name)] = name
    full: dict[str, str] = {}
    for slot, name in people.items():
        same = bearers.get(fold(name), {})
        if len(name.split()) > 1:
            full[slot] = name
        elif len(same) == 1:
            full[slot] = next(iter(same.values()))
        elif not same and not is_family_name_only(name):
            full[slot] = name
    return full


def _employers(
    slots: Sequence[_Slot], full: Mapping[str, str], known: Mapping[str, Entity | None]
) -> dict[str, str]:
    """For each folded name the organisation it is known by: a listed one first, the oftenest, the smallest id."""
    posts: dict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
    for slot in slots:
        if slot.role != "subject" or slot.statement.type not in POST_TYPES or slot.id not in full:
            continue
        for place, value in enumerate(slot.statement.roles.get("organisation", ())):
            entity = known.get(mention_id(_statement_of(slot.id), "organisation", place))
            if entity is not None and isinstance(value, Mention) and is_shared(entity, value.text):
                posts[fold(full[slot.id])][(entity.listed, entity.id)] += 1
    return {
        name: min(counts, key=lambda one: (not one[0], -counts[one], one[1]))[1] for name, counts in posts.items()
    }
