"""A small, sound codebook in a temporary folder, for tests to break one thing of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SOUND = {
    "types/held.yaml": """
name: held_meeting
says: somebody holds a meeting
roles:
  subject: {kind: entity, required: true}
  count: {kind: quantity}
  size: {kind: enum, values: [small, large]}
cues:
  en:
    nouns: {meeting: [meeting, talk]}
    heads: {hall: [hall]}
    choose: {size: {small: [little], large: ["*"]}}
frames:
  en:
    holds:
      noun: meeting
      roles: {subject: [agent]}
      never: {subject: hall}
      sets: {size: small}
must_find:
  en: [{text: "The choir held a meeting.", expect: {subject: The choir, size: small}}]
must_not_find:
  en: ["The choir sang."]
""",
    "langs/en.yaml": "id: en\nname: English\nwords:\n  negation: [no, not, on, off]\n",
    "actors/some.yaml": """
- {id: choir, kind: group, country: "NO", names: {en: [The Choir], zh-Hans: [合唱团]}, sources: [a book]}
- {id: hall, kind: company, parent: choir, names: {en: [Hall, The Hall]}, ambiguous: [Hall], identifiers: {lei: X1}}
""",
    "outlets/some.yaml": """
- {id: wire, agency: true, names: {en: [The Wire Service]}, domains: [wire.example]}
- {id: herald, names: {en: [The Herald]}, domains: [herald.example], prints: [wire]}
""",
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the sound codebook; ``write(file, old, new)`` replaces words of one file, or adds a file when new to it."""

    def written(file: str | None = None, old: str = "", new: str = "") -> Path:
        files = dict(SOUND)
        if file is not None:
            assert old in files.get(file, ""), f"{old!r} is not in {file}"
            files[file] = files[file].replace(old, new) if old else new
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return tmp_path

    return written
