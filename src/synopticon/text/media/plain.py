"""Plain text and Markdown: decoded, its head of ``Key: value`` lines taken into the details, wrapped lines joined."""

from __future__ import annotations

from synopticon.text.details import front_matter
from synopticon.text.encodings import declared_encoding, decode
from synopticon.text.maps import Map
from synopticon.text.media.base import Asked, Extract
from synopticon.text.steps import MARKDOWN, join_lines, keep_spans, tidy_spaces, wrap_width


class Plain:
    """Reads ``.txt`` and ``.md``; Markdown keeps its marks, for they are part of what the author wrote."""

    name = "plain"
    types = ("text/plain", "text/markdown")

    def extract(self, data: bytes, asked: Asked) -> Extract:
        """The whole text but its head, with paragraphs on one line each."""
        decoded = decode(data, declared=declared_encoding(data))
        step = tidy_spaces(decoded.text)
        details, begins = front_matter(step.text)
        text = step.text
        maps: tuple[Map, ...] = (decoded.map, step.map)
        if begins:
            kept = keep_spans(text, [(begins, len(text))])
            text, maps = kept.text, (*maps, kept.map)
        markdown = asked.media == "text/markdown"
        width = MARKDOWN if markdown else wrap_width(text)
        if width is not None:
            joined = join_lines(text, width=width)
            text, maps = joined.text, (*maps, joined.map)
        reader = "markdown/1" if markdown else "plain/1"
        return Extract(text=text, maps=maps, encoding=decoded.encoding, reader=reader, details=details)


PLAIN = Plain()
