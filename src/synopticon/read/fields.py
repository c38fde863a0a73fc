"""What a JSON line says of its article, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from synopticon.records import Given

FIELDS = ("id", "url", "title", "outlet", "author", "published", "language")
# ISO 8601 calendar dates at the precision of year, month or day; a time of day after one is cut off.
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\Z", re.S)


def given_fields(value: Mapping[str, Any], given: Given) -> tuple[Given, list[str]]:
    """What ``value`` says of itself over ``given``, and a sentence for each field that could not be taken."""
    taken: dict[str, str] = {}
    not_taken: list[str] = []
    for field in FIELDS:
        text = _text(field, value.get(field))
        if text is None:
            not_taken.append(f'Its "{field}" is not a string; the article is read without it.')
        elif field == "published" and text:
            _take_date(text, taken, not_taken)
        elif text:
            taken[field] = text
    return replace(given, **taken), not_taken


def iso_date(text: str) -> str | None:
    """``text`` as an ISO 8601 date at the precision it gives, without a time of day; ``None`` if it is none."""
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def _take_date(text: str, taken: dict[str, str], not_taken: list[str]) -> None:
    published = iso_date(text)
    if published is None:
        not_taken.append('Its "published" is not an ISO 8601 date (2017, 2017-08, 2017-08-25); it is read without it.')
    else:
        taken["published"] = published


def _text(field: str, value: Any) -> str | None:
    """The field as clean text, empty where it is absent, ``None`` where it is of the wrong kind."""
    if value is None:
        return ""
    if field in ("id", "published") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if field == "author" and isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        return None
    # A lone surrogate can be written in JSON but not stored as UTF-8.
    return value.encode("utf-8", "replace").decode("utf-8").strip()
