"""From bytes to a document: its medium's text, blanks in order, details, language, paragraphs, sentences."""

from __future__ import annotations

from synopticon.records import Capture, Document, Refusal, document_id
from synopticon.text.datelines import read_datelines
from synopticon.text.details import Details, cleaned, given_details, title_line
from synopticon.text.language import detect_language, primary
from synopticon.text.maps import Offsets
from synopticon.text.media import MEDIA, Asked, Extract, Medium
from synopticon.text.reading import Reading
from synopticon.text.sentences import find_paragraphs, find_sentences
from synopticon.text.steps import tidy_spaces
from synopticon.text.unreadable import UnreadableError, unreadable


def read(data: bytes, capture: Capture) -> Reading | Refusal:
    """Read a capture; what cannot be read is a refusal with the reason and what to do."""
    try:
        kind = capture.media.partition(";")[0].strip().lower()
        asked = Asked(media=kind, latest=capture.captured_at[:10])
        extract = _medium(kind).extract(data, asked)
        return _reading(extract, capture)
    except UnreadableError as error:
        return Refusal(
            stage="text", reason=error.reason, detail=error.detail, source=capture.source, locator=capture.locator
        )


def _medium(kind: str) -> Medium:
    for medium in MEDIA:
        if kind in medium.types:
            return medium
    known = ", ".join(name for medium in MEDIA for name in medium.types)
    raise unreadable("unsupported", f"Nothing here reads {kind or 'such a source'}; convert it to one of {known}.")


def _reading(extract: Extract, capture: Capture) -> Reading:
    text, maps = extract.then(tidy_spaces(extract.text))
    if not text:
        raise unreadable("no-text", "There are no words in it.")
    details = _details(extract, capture, text)
    language = primary(details.language) or detect_language(text)
    paragraphs = find_paragraphs(text)
    return Reading(
        document=_document(extract, capture, details, text, language),
        offsets=Offsets(maps=maps, unit=extract.unit),
        paragraphs=paragraphs,
        sentences=find_sentences(text, paragraphs, language),
    )


def _details(extract: Extract, capture: Capture, text: str) -> Details:
    """What was given, then what the page says, then what its first lines say."""
    known = given_details(capture.given).or_else(extract.details)
    first = Details(title=None if known.title else title_line(text))
    return cleaned(known.or_else(first).or_else(read_datelines(text)))


def _document(extract: Extract, capture: Capture, details: Details, text: str, language: str) -> Document:
    return Document(
        id=document_id(given=capture.given.id, capture=capture.sha256), capture=capture.sha256,
        source=capture.source, locator=capture.locator, url=details.url, title=details.title, outlet=details.outlet,
        author=details.author, published=details.published, published_by=details.published_by, language=language,
        media=capture.media, encoding=extract.encoding, reader=extract.reader, text=text,
    )  # fmt: skip
