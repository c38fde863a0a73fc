"""Records in a few words, for tests that need some that make sense together."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.records import (
    Capture,
    Document,
    Entity,
    Mention,
    Modality,
    Moment,
    Name,
    Quantity,
    Refusal,
    Statement,
    Term,
    Value,
    anchor,
    document_id,
    sha256,
)

NOW = "2026-01-01T00:00:00Z"
SINA = Entity(
    id="sina",
    kind="company",
    names=(
        Name(text="Sina", language="en", source="codebook"),
        Name(text="新浪", language="zh-Hans", source="codebook"),
    ),
    listed=True,
)


def capture(text: str, *, source: str = "a.txt", at: str = NOW) -> Capture:
    """The capture of a plain text."""
    data = text.encode()
    return Capture(
        sha256=sha256(data), source=source, locator=None, media="text/plain", size=len(data), captured_at=at
    )


def document(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = "2017-08-25",
    id: str | None = None,
    language: str = "en",
) -> Document:
    """The document of a plain text."""
    found = capture(text)
    return Document(
        id=document_id(given=id, capture=found.sha256),
        capture=found.sha256,
        source=found.source,
        locator=None,
        url=None,
        title=title,
        outlet=outlet,
        author=None,
        published=published,
        published_by="given" if published else None,
        language=language,
        media="text/plain",
        encoding="utf-8",
        reader="plain/1",
        text=text,
    )


def mention(of: Document, words: str, *, entity: Entity | None = None) -> Mention:
    """The first mention of ``words`` in a document."""
    start = of.text.index(words)
    names = tuple(name.text for name in entity.names) if entity else ()
    return Mention(text=words, start=start, end=start + len(words), entity=entity.id if entity else None, names=names)


def quantity(low: float | None, high: float | None = None, *, text: str = "", approx: bool = False) -> Quantity:
    """A quantity; with one number it is exact."""
    return Quantity(low=low, high=low if high is None else high, approx=approx, text=text, start=0, end=1)


def date(value: str) -> Moment:
    """A date role."""
    return Moment(value=value, text=value, start=0, end=1)


def statement(
    of: Document,
    words: str,
    type: str,
    /,
    *,
    modality: Modality = Modality.ASSERTED,
    sentence: str | None = None,
    credited: Mention | None = None,
    **roles: Value | str,
) -> Statement:
    """A statement anchored at the first ``words`` of a document; a role given as a string is a term."""
    start = of.text.index(words)
    left = of.text.index(sentence or words)
    return Statement(
        document=of.id,
        type=type,
        modality=modality,
        attributed_to=credited,
        roles={name: (Term(value=value) if isinstance(value, str) else value,) for name, value in roles.items()},
        anchor=anchor(of.text, start, start + len(words), sentence=(left, left + len(sentence or words))),
        rule=f"{type}/en/test",
        confidence=0.9,
    )


def report() -> Iterator[list[Capture | Document | Statement | Entity | Refusal]]:
    """Two documents with what was read in them, one list each."""
    first = document(
        "Sina has a party committee. It counts 283 party members, said Li Bin.", title="Inside Sina", outlet="Daily"
    )
    second = document("新浪微博设立了党委。公司现有党员三百名。", title="新浪党建", outlet="日报", language="zh")
    yield [
        SINA,
        capture(first.text),
        first,
        statement(first, "Sina has a party committee", "party_body", subject=mention(first, "Sina", entity=SINA),
                  body="committee"),
        statement(first, "It counts 283 party members", "party_members", subject=mention(first, "Sina", entity=SINA),
                  count=quantity(283, text="283"), credited=mention(first, "Li Bin")),
    ]  # fmt: skip
    yield [
        capture(second.text, source="b.txt"),
        second,
        statement(second, "新浪微博设立了党委", "party_body", subject=mention(second, "新浪微博"), body="committee"),
        Refusal(stage="extract", reason="figure-not-in-anchor", detail="None.", source="b.txt", document=second.id),
    ]
