"""Findings: the statements on one question gathered, their values compared, their origins counted.

The same statements give the same findings in whatever order they come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from synopticon.corroborate.answers import Answer, Stance, answers, conflict, supersedes, supports
from synopticon.corroborate.because import reasons
from synopticon.corroborate.copies import copied
from synopticon.corroborate.origins import origins
from synopticon.corroborate.questions import Dated, Key, clean, key_of, question
from synopticon.records import Document, Finding, Mention, Position, State, Statement

Said = tuple[str, Statement]  # a statement with its id, which is costly to make anew


def gather(statements: Iterable[Statement], documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """One finding for each question that ``statements`` answer, by type, subject and aspect.

    ``documents`` holds, by id, the documents they were read from: their dates stand in where a statement has none,
    and their texts tell copies. A statement that comes twice counts once.
    """
    asked: dict[Key, dict[str, Statement]] = defaultdict(dict)
    for statement in statements:
        key = key_of(statement)
        if key is not None:
            asked[key][statement.id] = statement
    asked = _apart(asked)
    copies = copied(_texts(asked.values(), documents))
    found = [_finding(key, sorted(said.items()), documents, copies) for key, said in asked.items()]
    return tuple(sorted(found, key=lambda f: (f.type, f.subject.casefold(), f.aspect, f.id)))


def _apart(asked: dict[Key, dict[str, Statement]]) -> dict[Key, dict[str, Statement]]:
    """Keep an unlinked name that spells an entity's id from taking that entity's address."""
    linked = {(key.type, key.subject, key.aspect) for key in asked if key.linked}
    return {
        replace(key, aspect=f"{key.aspect}, not linked".removeprefix(", "))
        if not key.linked and (key.type, key.subject, key.aspect) in linked
        else key: said
        for key, said in asked.items()
    }


def _texts(asked: Iterable[Mapping[str, Statement]], documents: Mapping[str, Document]) -> dict[str, str]:
    """The texts that need comparing: of documents that share a question with another."""
    wanted: set[str] = set()
    for said in asked:
        ids = {statement.document for statement in said.values()}
        wanted |= ids if len(ids) > 1 else set()
    return {id: documents[id].text for id in wanted if id in documents}


def _finding(
    key: Key, said: Sequence[Said], documents: Mapping[str, Document], copies: frozenset[tuple[str, str]]
) -> Finding:
    asked = question(key.type, said[0][1].roles)
    sentences: dict[str, list[str]] = defaultdict(list)
    for _, statement in said:
        sentences[statement.document].append(statement.anchor.sentence)
    origin = origins(sentences, _within(copies, sentences))
    given = answers(said, asked, documents)
    gone = frozenset(a.mark for a in given if any(supersedes(b, a, asked.dated) for b in given))
    state = _state(given, gone, origin, asked.dated)
    subject, names = _subject(key, [statement for _, statement in said])
    return Finding(
        type=key.type,
        subject=subject,
        entity=key.subject if key.linked else None,
        names=names,
        aspect=key.aspect,
        state=state,
        origins=len(set(origin.values())),
        values=tuple(_position(answer, origin) for answer in given),
        statements=tuple(id for id, _ in said),
        documents=tuple(sorted(sentences)),
        because=reasons(given, gone, state, origin, asked.dated),
    )


def _within(copies: frozenset[tuple[str, str]], ids: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    """The copies among ``ids``, looked up from whichever side is smaller."""
    if len(ids) * len(ids) < len(copies):
        return [pair for pair in combinations(sorted(ids), 2) if pair in copies]
    return [pair for pair in copies if pair[0] in ids and pair[1] in ids]


def _state(given: Sequence[Answer], gone: frozenset[str], origin: Mapping[str, str], dated: Dated) -> State:
    live = [answer for answer in given if answer.mark not in gone]
    current = [answer for answer in live if answer.stance is not Stance.PLANNED] or live
    if any(conflict(one, other, dated) for one, other in combinations(current, 2)):
        return State.DISPUTED
    if all(answer.stance is Stance.DENIED for answer in current):
        return State.DENIED
    if gone:
        return State.SUPERSEDED
    return State.AGREED if any(_backed(answer, current, origin, dated) for answer in current) else State.SINGLE_ORIGIN


def _backed(answer: Answer, current: Sequence[Answer], origin: Mapping[str, str], dated: Dated) -> bool:
    """Whether a second origin says the same."""
    agreeing = [other for other in current if supports(answer, other, dated)]
    return len({origin[id] for other in agreeing for id in other.documents}) > 1


def _position(answer: Answer, origin: Mapping[str, str]) -> Position:
    return Position(
        value=dict(answer.shown),
        as_of=answer.as_of,
        statements=answer.statements,
        documents=answer.documents,
        origins=len({origin[id] for id in answer.documents}),
    )


def _subject(key: Key, said: Sequence[Statement]) -> tuple[str, tuple[str, ...]]:
    """The clearest wording of the subject, and the names of its entity.

    The wording is the one most used: the spelling, or for "the company" the name it was resolved to.
    """
    mentions = [v for s in said for v in s.roles["subject"][:1] if isinstance(v, Mention)]
    names = max((m.names for m in mentions), key=lambda found: (len(found), found), default=())
    if key.linked:
        named = Counter(m.antecedent or m.text for m in mentions)
        return min(named, key=lambda name: (-named[name], name)), names
    used = Counter(clean(m) for m in mentions)
    return min(used, key=lambda name: (-used[name], name)), names
