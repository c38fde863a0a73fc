"""Documents and statements made of a text and the words that fill its roles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from synopticon.codebook import Codebook, load_codebook
from synopticon.records import Document, Mention, Modality, Statement, anchor
from synopticon.resolve import Linker


@pytest.fixture(scope="session")
def book() -> Codebook:
    """The codebook that comes with synopticon."""
    return load_codebook()


@pytest.fixture(scope="session")
def linker(book: Codebook) -> Linker:
    """A linker without judgements."""
    return Linker(book)


@pytest.fixture(scope="session")
def write() -> Callable[..., Document]:
    """``write(text, id=..., language=...)``: a document of that text."""

    def written(text: str, *, id: str = "doc", language: str = "en") -> Document:
        return Document(
            id=id, capture="c", source="s", locator=None, url=None, title=None, outlet=None, author=None,
            published=None, published_by=None, language=language, media="text/plain", encoding="utf-8", reader="r",
            text=text,
        )

    return written


@pytest.fixture(scope="session")
def say() -> Callable[..., Statement]:
    """``say(document, type, sentence, by=..., **roles)``: a statement whose mentions stand in that sentence."""

    def said(document: Document, type: str, sentence: str, by: str | None = None, **roles: str) -> Statement:
        start = document.text.index(sentence)

        def mention(words: str) -> Mention:
            words, _, antecedent = words.partition(" = ")
            place = start + sentence.index(words)
            return Mention(text=words, start=place, end=place + len(words), antecedent=antecedent or None)

        return Statement(
            document=document.id, type=type, modality=Modality.ASSERTED,
            attributed_to=mention(by) if by else None,
            roles={role: (mention(words),) for role, words in roles.items()},
            anchor=anchor(document.text, start, start + len(sentence)), rule=f"{type}/en/test", confidence=0.9,
        )

    return said
