"""Hypothesis strategies for every record, for all tests: ``documents()``, ``statements()`` and so on.

Statements are honest by default: their anchors and roles quote the document they are drawn for.
"""

from __future__ import annotations

from hypothesis import strategies as st

from synopticon.records import (
    Capture,
    Decision,
    Document,
    Entity,
    Finding,
    Given,
    Judgement,
    Mention,
    Modality,
    Moment,
    Name,
    Position,
    Quantity,
    Refusal,
    State,
    Statement,
    Term,
    anchor,
    document_id,
    sha256,
)

LETTERS = st.characters(exclude_categories=("Cs",))
words = st.text(LETTERS, min_size=1, max_size=20)
maybe = st.none() | words
slugs = st.text("abcdefghij-", min_size=1, max_size=12)
counts = st.integers(0, 10**12) | st.floats(0, 100, allow_nan=False)
dates = st.dates().map(str) | st.dates().map(lambda d: str(d)[:7]) | st.dates().map(lambda d: str(d)[:4])
types = st.sampled_from(["party_members", "party_body", "quotation", "x_new"])
times = st.datetimes().map(lambda t: t.replace(microsecond=0).isoformat() + "Z")
texts = st.text(LETTERS, min_size=1, max_size=300) | st.lists(
    st.sampled_from(["Sina", "新浪微博", "has", "800", "members.", "\n", "党委", "Zhao", "said", "“no”"]),
    min_size=1,
    max_size=60,
).map(" ".join)


def captures() -> st.SearchStrategy[Capture]:
    """Captures of any bytes, with anything given."""
    given_ = st.builds(
        Given, id=maybe, url=maybe, title=maybe, outlet=maybe, author=maybe, published=st.none() | dates, language=maybe
    )
    return st.builds(
        Capture,
        sha256=st.binary(max_size=8).map(sha256),
        source=words,
        locator=maybe,
        media=words,
        size=st.integers(0, 2**40),
        captured_at=times,
        given=given_,
    )


def documents(text: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Document]:
    """Documents of any text; the id follows from a capture that follows from the text."""

    def make(text: str, **rest: object) -> Document:
        capture = sha256(text.encode("utf-8", "surrogatepass"))
        return Document(id=document_id(given=None, capture=capture), capture=capture, text=text, **rest)  # type: ignore[arg-type]

    return st.builds(
        make,
        text,
        source=words,
        locator=maybe,
        url=maybe,
        title=maybe,
        outlet=maybe,
        author=maybe,
        published=st.none() | dates,
        published_by=st.sampled_from(["given", "page", "dateline", None]),
        language=st.sampled_from(["en", "zh"]),
        media=st.just("text/plain"),
        encoding=st.just("utf-8"),
        reader=st.just("plain/1"),
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    """A stretch of ``text`` that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, min(len(text), start + 40)))


@st.composite
def mentions(draw: st.DrawFn, text: str) -> Mention:
    """A mention of words of ``text``."""
    start, end = draw(spans(text))
    return Mention(
        text=text[start:end],
        start=start,
        end=end,
        entity=draw(st.none() | slugs),
        names=tuple(draw(st.lists(words, max_size=2))),
        antecedent=draw(maybe),
    )


@st.composite
def quantities(draw: st.DrawFn, text: str = "800") -> Quantity:
    """A quantity with its ends in order."""
    start, end = draw(spans(text))
    low, high = draw(st.none() | counts), draw(st.none() | counts)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low=low, high=high, approx=draw(st.booleans()), text=text[start:end], start=start, end=end)


@st.composite
def roles(draw: st.DrawFn, text: str) -> dict[str, tuple[object, ...]]:
    """Roles of every kind of value, some of them repeated."""
    found: dict[str, tuple[object, ...]] = {"subject": (draw(mentions(text)),)}
    if draw(st.booleans()):
        found["count"] = (draw(quantities(text)),)
    if draw(st.booleans()):
        start, end = draw(spans(text))
        found["date"] = (Moment(value=draw(dates), text=text[start:end], start=start, end=end),)
    if draw(st.booleans()):
        found["body"] = tuple(
            Term(value=value) for value in draw(st.lists(st.sampled_from(["committee", "branch", "cell"]), min_size=1))
        )
    return found


@st.composite
def statements(
    draw: st.DrawFn,
    document: Document,
    types: st.SearchStrategy[str] = types,
) -> Statement:
    """A statement of ``document``, quoting it."""
    text = document.text
    start, end = draw(spans(text))
    return Statement(
        document=document.id,
        type=draw(types),
        modality=draw(st.sampled_from(Modality)),
        attributed_to=draw(st.none() | mentions(text)),
        roles=draw(roles(text)),  # type: ignore[arg-type]
        anchor=anchor(text, start, end, sentence=(max(0, start - 5), min(len(text), end + 5))),
        rule=draw(slugs),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def read_documents(draw: st.DrawFn, most: int = 4) -> tuple[Document, tuple[Statement, ...]]:
    """A document with its statements, none twice."""
    document = draw(documents())
    found = draw(st.lists(statements(document), max_size=most, unique_by=lambda s: s.id))
    return document, tuple(found)


def entities() -> st.SearchStrategy[Entity]:
    """Entities under several names."""
    names = st.builds(Name, text=words, language=st.sampled_from(["en", "zh-Hans"]), source=slugs)
    return st.builds(
        Entity,
        id=slugs,
        kind=st.sampled_from(["person", "company", "platform"]),
        names=st.lists(names, max_size=4).map(tuple),
        country=st.none() | st.sampled_from(["CN", "VN"]),
        listed=st.booleans(),
    )


def findings() -> st.SearchStrategy[Finding]:
    """Findings of any shape."""
    ids = st.lists(slugs, max_size=3).map(tuple)
    value = st.none() | words | st.dictionaries(slugs, st.none() | st.integers() | words, max_size=3)
    positions = st.builds(
        Position, value=value, as_of=st.none() | dates, statements=ids, documents=ids, origins=st.integers(1, 9)
    )
    return st.builds(
        Finding,
        type=slugs,
        subject=words,
        entity=st.none() | slugs,
        names=st.lists(words, max_size=3).map(tuple),
        aspect=words,
        state=st.sampled_from(State),
        origins=st.integers(1, 9),
        values=st.lists(positions, max_size=3).map(tuple),
        statements=ids,
        documents=ids,
        because=st.lists(words, max_size=2).map(tuple),
    )


def refusals() -> st.SearchStrategy[Refusal]:
    """Refusals with or without a document."""
    return st.builds(
        Refusal, stage=slugs, reason=slugs, detail=words, source=words, locator=maybe, document=st.none() | slugs
    )


def judgements() -> st.SearchStrategy[Judgement]:
    """Judgements, also such as withdraw another."""
    return st.builds(
        Judgement,
        about=slugs,
        decision=st.sampled_from(Decision),
        who=words,
        when=times,
        why=words,
        withdraws=st.none() | slugs,
    )


@st.composite
def records(draw: st.DrawFn) -> object:
    """One record of any kind."""
    document, found = draw(read_documents(1))
    others = captures() | entities() | findings() | refusals() | judgements()
    return draw(st.sampled_from([document, *found]) | others)
