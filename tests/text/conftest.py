"""Property tests load models and parsers on their first example: no example has a deadline of its own."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("text", deadline=None)
settings.load_profile("text")
