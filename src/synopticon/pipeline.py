"""The order of the rooms, and nothing else.

::

    find -> archive -> text -> extract -> link -> write      for every source, some in one transaction
    all statements -> findings -> write                      once, at the end

A build that is killed anywhere and run again gives the same ledger as one that was not: sources come in a fixed
order, what is in the ledger is not processed again, and a transaction holds whole sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from synopticon import archive, corroborate, ledger, read, resolve, text
from synopticon import extract as extracting
from synopticon.codebook import Codebook
from synopticon.errors import CodebookError, MissingPart
from synopticon.ledger.writer import Writer
from synopticon.read import Limits
from synopticon.records import (
    Capture,
    Document,
    Entity,
    Given,
    Raw,
    Refusal,
    Statement,
    document_id,
    sha256,
)

OFF_TOPIC = "off-topic"
"""The reason of a refusal that is no fault: a web page that speaks of something else."""

BATCH = 16
"""Sources written in one transaction: a commit waits for the disk, some 10 ms, and a kill costs at most these."""

CAPTURES = "captures"
"""The folder of a register that holds its captures; its ledger is the file ``register.db`` beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one source: a document with its statements, or refusals; ``known`` if it was read before."""

    source: str
    locator: str | None = None
    capture: Capture | None = None
    document: Document | None = None
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    known: bool = False

    @property
    def refused(self) -> bool:
        """Whether the source, or a part of it, was not taken, other than for speaking of something else."""
        return any(refusal.stage != "extract" and refusal.reason != OFF_TOPIC for refusal in self.refusals)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What one build did. ``known`` sources had been read before; ``written`` counts the ledger's new entries.

    ``off_topic`` counts web pages set aside because no sentence of theirs speaks of the register's matter;
    ``refused`` counts sources, and parts of sources, not taken, by reason; ``dropped`` counts, by reason, candidates
    for statements that said more than their words and were not let in.
    """

    documents: int = 0
    statements: int = 0
    findings: int = 0
    known: int = 0
    off_topic: int = 0
    written: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)


Watch = Callable[[Outcome], None]


def build(
    sources: Sequence[Path],
    register: Path,
    *,
    codebook: Codebook,
    now: str,
    limits: Limits | None = None,
    given: Given | None = None,
    everything: bool = False,
    accept: float = 0.0,
    watch: Watch | None = None,
) -> RunReport:
    """Read ``sources`` into the register in the folder ``register``, which is made if it is not there.

    ``now`` is the time of capture, ISO 8601 UTC; ``given`` what is said of all the sources; ``everything`` reads web
    pages of any matter; statements less sure than ``accept`` (0 to 1) are refused; ``watch`` is told of each source
    when it is done. Raises ``RegisterBusy`` while another build writes there.
    """
    with Writer(register, now=now) as writer:
        store = archive.Store(register / CAPTURES)
        store.sweep()
        with ledger.View(register) as view:
            reader = Reader(codebook, now, known=view, everything=everything, accept=accept)
        tally = _Tally()
        for outcomes in _batches(reader.outcomes(sources, limits or Limits(), given or Given(), store)):
            records = [record for outcome in outcomes for record in _records(outcome)]
            tally.written(writer.append(records))
            for outcome in outcomes:
                tally.add(outcome)
                if watch:
                    watch(outcome)
        return tally.report(_write_findings(writer, register))


def extract(
    sources: Sequence[Path],
    *,
    codebook: Codebook,
    now: str,
    limits: Limits | None = None,
    given: Given | None = None,
    everything: bool = False,
    accept: float = 0.0,
) -> Iterator[Outcome]:
    """What :func:`build` would find in ``sources``, one by one, with nothing kept."""
    reader = Reader(codebook, now, everything=everything, accept=accept)
    return reader.outcomes(sources, limits or Limits(), given or Given(), None)


def _records(outcome: Outcome) -> tuple[Capture | Document | Entity | Statement | Refusal, ...]:
    """The records of one outcome, each before those that speak of it."""
    first = tuple(record for record in (outcome.capture, outcome.document) if record is not None)
    return (*first, *outcome.entities, *outcome.statements, *outcome.refusals)


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    """Outcomes by :data:`BATCH`; entries are the same, in the same order, however they are batched."""
    while batch := list(islice(outcomes, BATCH)):
        yield batch


def _write_findings(writer: Writer, register: Path) -> tuple[int, int]:
    """Gather the findings of the whole register: how many there are, and how many were new or had changed."""
    with ledger.View(register) as view:
        documents = {document.id: document for document in view.documents()}
        findings = corroborate.gather(tuple(view.statements()), documents)
    return len(findings), writer.append(findings)


class Reader:
    """Takes sources one by one through the rooms, remembering which captures and ids it has met."""

    def __init__(
        self, codebook: Codebook, now: str, *, known: ledger.View | None = None, everything: bool = False,
        accept: float = 0.0,
    ) -> None:  # fmt: skip
        self._now, self._everything, self._accept = now, everything, accept
        self._extractor = extracting.Extractor(codebook, reader=extracting.TrainedReader())
        self._linker = resolve.Linker(codebook, () if known is None else tuple(known.judgements()))
        self._captures: dict[str, Capture] = {}
        self._documents: dict[str, str] = {}
        self._entities: dict[str, Entity] = {}
        self._refusals: dict[tuple[str, str | None], list[Refusal]] = {}
        if known is not None:
            self._remember(known)

    def _remember(self, view: ledger.View) -> None:
        """Know what a register holds, so that none of it is processed again."""
        self._entities = {entity.id: entity for entity in view.entities()}
        for capture in view.captures():
            self._captures.setdefault(capture.sha256, capture)
        for document in view.documents():
            self._documents[document.id] = document.capture
        for refusal in view.refusals():
            self._refusals.setdefault((refusal.source, refusal.locator), []).append(refusal)

    def outcomes(
        self, sources: Sequence[Path], limits: Limits, given: Given, store: archive.Store | None
    ) -> Iterator[Outcome]:
        """One outcome for each thing found, in order; what is taken is put into ``store``."""
        for found in read.find(sources, limits=limits, given=given):
            if isinstance(found, Refusal):
                yield Outcome(source=found.source, locator=found.locator, refusals=(found,))
            else:
                yield self._outcome(found, store)

    def _outcome(self, raw: Raw, store: archive.Store | None) -> Outcome:
        capture = Capture(
            sha256=sha256(raw.data), source=raw.source, locator=raw.locator, media=raw.media,
            size=len(raw.data), captured_at=self._now, given=raw.given,
        )  # fmt: skip
        met = self._met(capture)
        if met is not None:
            return met
        if not self._everything and self._off_topic(raw):
            return Outcome(source=raw.source, locator=raw.locator, refusals=(_aside(capture),))
        if store is not None:
            store.put(raw.data)
        self._captures[capture.sha256] = capture
        outcome = self._through(raw, capture)
        if outcome.document is not None:
            self._documents[outcome.document.id] = capture.sha256
        return outcome

    def _through(self, raw: Raw, capture: Capture) -> Outcome:
        """Text, statements and entities of one capture; a fault of our own becomes a refusal, and the rest goes on."""
        try:
            reading = text.read(raw.data, capture)
            if isinstance(reading, Refusal):
                return _refused(capture, reading, capture)
            extraction = self._extractor.statements(reading.document, reading.paragraphs, reading.sentences)
            extraction = extracting.accepted(extraction, reading.document, self._accept)
            statements, entities = self._linker.link(extraction.statements, reading.document)
        except (CodebookError, MissingPart, MemoryError):
            raise
        except Exception as error:
            detail = f"A fault of synopticon, please report it: {type(error).__name__}: {error}"
            return _refused(capture, _refusal(capture, "fault", detail, stage="text"), capture)
        return Outcome(
            source=raw.source, locator=raw.locator, capture=capture, document=reading.document,
            statements=statements, entities=tuple(map(self._grown, entities)), refusals=extraction.refusals,
        )  # fmt: skip

    def _off_topic(self, raw: Raw) -> bool:
        """Whether the source is a web page no sentence of which speaks of the register's matter."""
        words = text.glimpse(raw.data, raw.media)
        return words is not None and not self._extractor.on_topic(words)

    def _grown(self, entity: Entity) -> Entity:
        """The entity with all names that earlier documents gave it, then those that are new."""
        before = self._entities.get(entity.id)
        if before is not None:
            told = {(name.text, name.language) for name in before.names}
            new = tuple(name for name in entity.names if (name.text, name.language) not in told)
            entity = replace(before, names=before.names + new)
        self._entities[entity.id] = entity
        return entity

    def _met(self, capture: Capture) -> Outcome | None:
        """What is said of bytes, or of an id, that were met before; ``None`` if they were not."""
        before = self._captures.get(capture.sha256)
        if before is None:
            return self._id_taken(capture)
        if _place(before) != _place(capture):
            detail = f"The same bytes were read as {_where(before)}."
            return _refused(capture, _refusal(capture, "duplicate", detail))
        if before.given != capture.given:
            detail = "It was read before with another title, outlet or date given; that reading stays."
            return _refused(capture, _refusal(capture, "read-before", detail))
        refusals = self._refusals.get(_place(capture), ())
        return Outcome(
            source=capture.source, locator=capture.locator, known=True,
            refusals=tuple(refusal for refusal in refusals if refusal.stage == "text"),
        )  # fmt: skip

    def _id_taken(self, capture: Capture) -> Outcome | None:
        holder = self._documents.get(document_id(given=capture.given.id, capture=capture.sha256))
        if holder is None:
            return None
        detail = f"Its id {capture.given.id} belongs to {_where(self._captures[holder])}, whose bytes differ."
        return _refused(capture, _refusal(capture, "id-taken", detail))


def _place(capture: Capture) -> tuple[str, str | None]:
    return capture.source, capture.locator


def _where(capture: Capture) -> str:
    return f"{capture.source}, {capture.locator}" if capture.locator else capture.source


def _refusal(capture: Capture, reason: str, detail: str, *, stage: str = "archive") -> Refusal:
    return Refusal(stage=stage, reason=reason, detail=detail, source=capture.source, locator=capture.locator)


def _aside(capture: Capture) -> Refusal:
    """A page of something else: named with its digest, so that it can be told what was not kept."""
    detail = (
        f"None of its sentences speaks of the register's matter (SHA-256 {capture.sha256}); "
        "--everything reads such pages too."
    )
    return _refusal(capture, OFF_TOPIC, detail, stage="text")


def _refused(place: Capture, refusal: Refusal, kept: Capture | None = None) -> Outcome:
    return Outcome(source=place.source, locator=place.locator, capture=kept, refusals=(refusal,))


class _Tally:
    """The run report in the making."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._dropped: Counter[str] = Counter()

    def written(self, entries: int) -> None:
        """Count entries that are new in the ledger."""
        self._counts["written"] += entries

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self._counts["documents"] += outcome.document is not None
        self._counts["statements"] += len(outcome.statements)
        self._counts["known"] += outcome.known
        for refusal in outcome.refusals:
            if refusal.reason == OFF_TOPIC:
                self._counts["off_topic"] += 1
            else:
                (self._dropped if refusal.stage == "extract" else self._refused)[refusal.reason] += 1

    def report(self, findings: tuple[int, int]) -> RunReport:
        """The finished report; ``findings`` are those there are, and those that were new."""
        return RunReport(
            documents=self._counts["documents"],
            statements=self._counts["statements"],
            findings=findings[0],
            known=self._counts["known"],
            off_topic=self._counts["off_topic"],
            written=self._counts["written"] + findings[1],
            refused=dict(sorted(self._refused.items())),
            dropped=dict(sorted(self._dropped.items())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in a register that is not as it was written.

    ``kind`` says where it was found: ``ledger``, ``capture``, ``document`` or ``anchor``; ``where`` names the row,
    the capture, the document or the statement; ``what`` is a sentence.
    """

    kind: str
    where: str
    what: str


def verify(register: Path, *, watch: Callable[[str], None] | None = None) -> Iterator[Problem]:
    """Everything in a register that differs from what was written; nothing when all holds.

    The chain is walked and the tables are held against it; every capture is hashed again, the text of every document
    is read again from its capture, and the words of every anchor are looked up in that text and in the capture's
    bytes. ``watch`` is told of each capture when it is done.
    """
    store = archive.Store(register / CAPTURES)
    with ledger.View(register) as view:
        for fault in view.faults():
            yield Problem(kind="ledger", where=f"{fault.table} {fault.row}", what=fault.what)
        for capture in view.captures():
            wrong = store.check(capture.sha256, capture.size)
            if wrong:
                yield Problem(kind="capture", where=f"{capture.sha256} ({_where(capture)})", what=wrong)
            else:
                yield from _verify_capture(view, store.get(capture.sha256), capture)
            if watch:
                watch(_where(capture))


def _verify_capture(view: ledger.View, data: bytes, capture: Capture) -> Iterator[Problem]:
    for document in view.documents(capture=capture.sha256):
        reading = text.read(data, capture)
        if isinstance(reading, Refusal):
            yield Problem(kind="document", where=document.id, what=f"is refused when read again: {reading.detail}")
            continue
        for name in _differing(document, reading.document):
            yield Problem(kind="document", where=document.id, what=f"its {name} differs when read again")
        for statement in view.statements(document=document.id):
            for what in _anchor_faults(statement, reading, data):
                yield Problem(kind="anchor", where=f"statement {statement.id} in document {document.id}", what=what)


def _differing(kept: Document, again: Document) -> list[str]:
    return [name for name in Document.__dataclass_fields__ if getattr(kept, name) != getattr(again, name)]


def _anchor_faults(statement: Statement, reading: text.Reading, data: bytes) -> Iterator[str]:
    """What is wrong with a statement's anchor in a text and the bytes it was read from."""
    quoted, words = statement.anchor, reading.document.text
    if words[quoted.start : quoted.end] != quoted.exact:
        yield f"its words do not stand at {quoted.start}:{quoted.end} of the text"
        return
    if not words[: quoted.start].endswith(quoted.prefix) or not words[quoted.end :].startswith(quoted.suffix):
        yield "what stands before or after its words differs"
    if quoted.sentence not in words:
        yield "its sentence does not stand in the text"
    start, end = reading.offsets.back(quoted.start, quoted.end)
    if reading.offsets.unit != "byte":  # a PDF's letters have no bytes of their own; its text was read again above
        return
    media, encoding = reading.document.media, reading.document.encoding
    if not archive.holds(data[start:end], quoted.exact, media=media, encoding=encoding):
        yield f"its words do not stand in bytes {start}:{end} of the capture"
