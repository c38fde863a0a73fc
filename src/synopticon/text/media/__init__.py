"""The kinds of bytes that are read, one module each.

To add one: a module with an object that follows :class:`~synopticon.text.media.base.Medium`, and its line here; the
conformance suite then tests it at once.
"""

from __future__ import annotations

from synopticon.text.media.article import ARTICLE
from synopticon.text.media.base import Asked, Extract, Medium
from synopticon.text.media.html import HTML
from synopticon.text.media.pdf import PDF
from synopticon.text.media.plain import PLAIN

MEDIA: tuple[Medium, ...] = (ARTICLE, HTML, PDF, PLAIN)

__all__ = ["MEDIA", "Asked", "Extract", "Medium"]
