"""Why a capture cannot be read as text; :func:`synopticon.text.document.read` turns it into a refusal."""

from __future__ import annotations

from synopticon.errors import DecodingError


class UnreadableError(DecodingError):
    """Bytes that give no text. ``what`` is the refusal's reason, ``where`` stays empty, ``next_step`` its detail."""

    @property
    def reason(self) -> str:
        """The refusal's fixed, hyphenated code."""
        return self.what

    @property
    def detail(self) -> str:
        """A sentence that a person can act on."""
        return self.next_step


def unreadable(reason: str, detail: str) -> UnreadableError:
    """The error for ``reason`` (``binary``, ``undecodable``, ``no-text`` ...) with a sentence on what to do."""
    return UnreadableError(reason, next_step=detail)
