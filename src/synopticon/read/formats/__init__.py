"""The ways of holding sources, one module each, asked in this order; the first that takes a path reads it.

To add one: a module with an object that follows :class:`~synopticon.read.formats.base.Format`, and its line here.
"""

from __future__ import annotations

from synopticon.read.formats.base import Format
from synopticon.read.formats.file import FILE
from synopticon.read.formats.folder import FOLDER
from synopticon.read.formats.jsonl import JSONL

FORMATS: tuple[Format, ...] = (FOLDER, JSONL, FILE)
