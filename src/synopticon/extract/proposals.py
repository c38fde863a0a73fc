"""What the trained reader proposes: its scores for one sentence as candidates, to meet those of the rules.

The reader says which type is spoken and which words fill which role. What is exact stays with the rules: a figure is
one that :func:`find_quantities` reads, a date one that :func:`find_dates` resolves, scope is read from the parse at
the predicate nearest to the subject. One candidate is made for each subject; where a required role stays empty, none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from synopticon.codebook.schema import StatementType
from synopticon.extract.clauses import Measured, Read, phrase
from synopticon.extract.cues import Cues
from synopticon.extract.frames import Frames
from synopticon.extract.holders import Holders
from synopticon.extract.model import Candidate, Span
from synopticon.extract.scope import Scope, find_scope
from synopticon.extract.trained import Context, Read2, Subject, Tagged
from synopticon.extract.trained.labels import VALUE_OF
from synopticon.extract.trained.tuned import LOW
from synopticon.records import Document, Mention, Modality, Moment, Quantity, Term, Value

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "him", "them", "who", "which",
                      "this", "that", "these", "those", "you"})  # fmt: skip
EXACT = frozenset({"quotation"})  # types that the rules read better alone: quotation marks are exact
CUED = 5.0  # the reader alone gave the right value to two of five statements of passages it had not seen
HEARD = ("past", "planned")  # what the reader hears better than the grammar, on the open sets
HEARD_LEAST = 0.7
ROLE_LEAST = 0.5  # a role's words are taken when they are likelier to fill it than not


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence as both readers saw it: parsed (``read``), scored (``scored``), with what stands before."""

    read: Read
    scored: Read2
    before: Context
    document: Document
    holders: Holders | None = None


def propose(one: Sentence, frames: Frames, *, least: float = LOW) -> Iterator[Candidate]:
    """The candidates of one sentence: types at least as probable as ``least``, one for each subject.

    A candidate's weight is the score of its subject's words; what it is worth is said where candidates meet.
    """
    for name, subjects in one.scored.subjects.items():
        kind = frames.codebook.types.get(name)
        if kind is None or name in EXACT or one.scored.types[name] < least:
            continue
        cued = cued_values(one, name, frames)
        for subject in subjects:
            candidate = _candidate(one, kind, _leaning(subject, cued), frames.cues)
            if candidate is not None:
                yield candidate


def _candidate(one: Sentence, kind: StatementType, subject: Subject, cues: Cues) -> Candidate | None:
    holder = _holder(one, subject.words)
    if holder is None or (holder.antecedent or holder.text).casefold() in PRONOUNS:
        return None
    scope = _heard(_scope(one, subject, cues), subject)
    if scope.hypothetical or scope.question:
        return None
    roles: dict[str, tuple[Value, ...]] = {"subject": (holder,)}
    for role in kind.roles:
        value = _value(one, kind.name, role.name, role.kind, subject)
        if value is not None:
            roles[role.name] = (value,)
        elif role.required and role.name not in roles:
            return None
    start, end = _anchored(one, roles)
    return Candidate(
        type=kind.name, roles=roles, start=start, end=end, sentence=one.read.span, scope=scope,
        rule=f"{kind.name}/en/reader", weight=subject.words.score,
    )


def _value(one: Sentence, type_: str, role: str, kind: str, subject: Subject) -> Value | None:
    """The value of one role, or nothing where the reader is in doubt."""
    if role == "subject":
        return None
    if kind == "enum":
        return Term(value=likeliest(subject)) if subject.values and VALUE_OF.get(type_) == role else None
    tagged = [words for words in subject.roles.get(role, ()) if words.score >= ROLE_LEAST]
    if kind == "quantity":
        return _figure(one, type_, role, tagged, subject)
    if kind == "date":
        return _moment(one, tagged)
    return _mention(one, tagged[0]) if tagged else None


def _figure(one: Sentence, type_: str, role: str, tagged: Sequence[Tagged], subject: Subject) -> Quantity | None:
    """The figure that stands where the reader tagged one; where a figure is a must, the only one of its unit."""
    units = {"percent"} if role == "percent" or _is_share(type_, subject) else {None}
    fitting = [m for m in one.read.quantities if m[2] in units]
    offset = one.read.offset - one.read.span[0]
    for words in tagged:
        for start, end, _unit, quantity in fitting:
            if words.part and start + offset < words.end and words.start < end + offset:
                return quantity
    required = type_ in {"audience", "party_members", "party_member_share", "party_body_count"}
    return _only(fitting) if required else None


def cued_values(one: Sentence, type_: str, frames: Frames) -> frozenset[str]:
    """The enumerated values whose cues, as the codebook lists them for the type, stand in the sentence."""
    hits = (
        entry for token in one.read.doc
        for entry in (*frames.lexicon.verb_hits(token), *frames.lexicon.noun_hits(token, frames.plain))
    )
    return frozenset(entry.value for entry in hits if entry.type == type_ and entry.value is not None)


def _leaning(subject: Subject, cued: frozenset[str]) -> Subject:
    """The subject with the values that a cue speaks for counted several times as likely."""
    values = {name: score * (CUED if name in cued else 1.0) for name, score in subject.values.items()}
    return replace(subject, values=values)


def likeliest(subject: Subject) -> str:
    """The enumerated value that the reader thinks likeliest; empty where the type has none."""
    return max(subject.values, key=lambda name: subject.values[name], default="")


def _is_share(type_: str, subject: Subject) -> bool:
    return type_ == "audience" and likeliest(subject) == "share"


def _only(fitting: Sequence[Measured]) -> Quantity | None:
    return fitting[0][3] if len(fitting) == 1 else None


def _moment(one: Sentence, tagged: Sequence[Tagged]) -> Moment | None:
    offset = one.read.offset - one.read.span[0]
    for words in tagged:
        for start, end, moment in one.read.times:
            if words.part and start + offset < words.end and words.start < end + offset:
                return moment
    return None


def _holder(one: Sentence, words: Tagged) -> Mention | None:
    """The subject: the words, or the name that they stand for ("it", "the company") where one name fits."""
    token = _head(one, words)
    if token is None or one.holders is None or token.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return _mention(one, words)
    found = one.holders.mentions(phrase(token, one.read), frozenset(), one.read)
    return found[0] if found else None


def _head(one: Sentence, words: Tagged) -> Token | None:
    """The head of the tagged words of the sentence; nothing for words before it."""
    if not words.part:
        return None
    moved = one.read.span[0] - one.read.offset
    span = one.read.doc.char_span(max(0, words.start + moved), words.end + moved, alignment_mode="expand")
    return None if span is None else span.root


def _mention(one: Sentence, words: Tagged) -> Mention | None:
    """The noun phrase around the words as a mention of the document; nothing where they do not stand in it.

    The reader finds the right noun more often than the right ends of its phrase; the parse knows those.
    """
    token = _head(one, words)
    if token is not None and token.pos_ in {"NOUN", "PROPN"}:
        whole = phrase(token, one.read)
        place: Span | None = (whole.start, whole.end)
    elif words.part:
        place = (one.read.span[0] + words.start, one.read.span[0] + words.end)
    else:
        place = one.before.place(words.start, words.end)
    if place is None or place[0] >= place[1]:
        return None
    return Mention(text=one.document.text[slice(*place)], start=place[0], end=place[1])


def _anchored(one: Sentence, roles: Mapping[str, tuple[Value, ...]]) -> Span:
    """From the first to the last word of the sentence that fills a role; the whole sentence where none does."""
    left, right = one.read.span
    spots = [
        (value.start, value.end) for values in roles.values() for value in values
        if not isinstance(value, Term) and left <= value.start and value.end <= right
    ]
    return (min(s for s, _ in spots), max(e for _, e in spots)) if spots else one.read.span


def _scope(one: Sentence, subject: Subject, cues: Cues) -> Scope:
    """How it is said, by the grammar around the predicate."""
    token = predicate(one, subject.words)
    return Scope() if token is None else find_scope(token, cues, offset=one.read.offset)


def _heard(scope: Scope, subject: Subject) -> Scope:
    """The scope with what the reader hears where the grammar says nothing: that a thing is over, or still to come."""
    if scope.modality is not Modality.ASSERTED or scope.cue:
        return scope
    likely = max(HEARD, key=lambda kind: subject.modality.get(kind, 0.0))
    return replace(scope, modality=Modality(likely)) if subject.modality.get(likely, 0.0) >= HEARD_LEAST else scope


def predicate(one: Sentence, words: Tagged) -> Token | None:
    """The word that says something of the subject: the head of its phrase, or the sentence's own verb."""
    doc = one.read.doc
    if not len(doc):
        return None
    root = next((t for t in doc if t.head == t), doc[0])
    token = _head(one, words)
    if token is None:
        return root
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token
