"""Character references of HTML (``&amp;``, ``&#8220;``, ``&#x4e2d;``) decoded in place, with their lengths."""

from __future__ import annotations

import re
from html import unescape

from synopticon.text.steps import Draft

# The longest name of the HTML standard has 32 characters; more digits than these name no character.
REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def copy_decoded(draft: Draft, source: str, start: int, end: int) -> None:
    """Copy ``source[start:end]`` with its character references decoded; what names no character stays."""
    if source.find("&", start, end) < 0:
        draft.copy(start, end)
        return
    for match in REFERENCE.finditer(source, start, end):
        name = match.group()
        value = unescape(name)
        if value == name:
            continue
        # "&notit;" is read as "&not" and the letters "it;": only what was decoded is replaced.
        rest = 0
        while rest < len(value) - 1 and rest < len(name) - 2 and value[-1 - rest :] == name[-1 - rest :]:
            rest += 1
        draft.copy(start, match.start())
        draft.put(value[: len(value) - rest], match.start(), match.end() - rest)
        start = match.end() - rest
    draft.copy(start, end)
