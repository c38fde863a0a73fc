"""The loader: a folder of YAML in, a :class:`Codebook` out.

::

    types/*.yaml     one statement type a file: name, says, roles, cues, frames, must_find, must_not_find
    langs/*.yaml     one language a file: id, name, words
    actors/*.yaml    a list of actors: id, kind, country, names, ambiguous, parent, identifiers, sources
    outlets/*.yaml   a list of outlets: id, country, names, ambiguous, domains, agency, prints

The loader refuses what its records could not hold: unknown or missing keys, a value of the wrong form, an id used
twice. Whether the parts fit one another is the question of :mod:`synopticon.codebook.check`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from synopticon.codebook.dialect import NEXT_STEP, Block, parse_yaml, plain
from synopticon.codebook.schema import (
    Actor,
    ActorName,
    Codebook,
    Example,
    Frame,
    Language,
    Outlet,
    Role,
    StatementType,
)
from synopticon.errors import CodebookError

FOLDER = Path(__file__).parent
"""The codebook that comes with synopticon."""

PARTS = ("types", "langs", "actors", "outlets")
Files = tuple[tuple[str, bytes], ...]


def load_codebook(folder: Path | None = None) -> Codebook:
    """The codebook in ``folder``, or the one that comes with synopticon.

    The files are read every time and parsed once per content. Raises :class:`CodebookError` naming file and line
    when the YAML is broken or has not the form above, or when the folder has no YAML or cannot be read.
    """
    return _parse(_read(FOLDER if folder is None else folder))


def _read(folder: Path) -> Files:
    try:
        paths = sorted(path for part in PARTS for path in (folder / part).glob("*.yaml"))
        files = tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    except OSError as error:
        raise CodebookError(f"Unreadable codebook: {error}", where=str(folder), next_step=NEXT_STEP) from None
    if not files:
        raise CodebookError("No codebook", where=str(folder), next_step=f"Name a folder holding {', '.join(PARTS)}.")
    return files


@lru_cache(maxsize=4)
def _parse(files: Files) -> Codebook:
    types = _by_id(_type(entry) for entry in _entries(files, "types", listed=False))
    languages = _by_id(_language(entry) for entry in _entries(files, "langs", listed=False))
    actors = _by_id(_actor(entry) for entry in _entries(files, "actors", listed=True))
    outlets = _by_id((_outlet(entry) for entry in _entries(files, "outlets", listed=True)), taken=actors)
    return Codebook(types=types, languages=languages, actors=actors, outlets=outlets, digest=_digest(files))


def _digest(files: Files) -> str:
    """SHA-256 over names and contents, each with its length before it, so that no two codebooks run together."""
    whole = hashlib.sha256()
    for name, data in files:
        for part in (name.encode(), data):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


class Entry:
    """One mapping of a file, read key by key; :meth:`done` refuses the keys that nobody asked for."""

    def __init__(self, value: Any, where: str) -> None:
        self.where = where
        if not isinstance(value, Block):
            raise self.wrong("A mapping is expected here")
        self.where = f"{where.split(', line ')[0]}, line {value.line}"
        self._block = value
        self._asked: set[str] = set()

    def wrong(self, what: str) -> CodebookError:
        """An error that names this entry's file and line."""
        return CodebookError(what, where=self.where, next_step=NEXT_STEP)

    def text(self, key: str) -> str:
        """The text under ``key``, which must be there and not blank."""
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"“{key}” must be a text that is not empty")
        return value

    def maybe(self, key: str) -> str | None:
        """The text under ``key``, or ``None`` when it is missing or null."""
        return None if self._get(key) is None else self.text(key)

    def flag(self, key: str) -> bool:
        """The boolean under ``key``; missing is false."""
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(f"“{key}” must be true or false")
        return bool(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under ``key``; missing is none."""
        value = self._get(key)
        items = [] if value is None else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise self.wrong(f"“{key}” must be a list of texts")
        return tuple(items)

    def items(self, key: str) -> tuple[Any, ...]:
        """The list under ``key``, whatever is in it; missing is none."""
        value = self._get(key)
        if value is not None and not isinstance(value, list):
            raise self.wrong(f"“{key}” must be a list")
        return tuple(value or ())

    def block(self, key: str) -> Entry:
        """The mapping under ``key``; missing is an empty one."""
        value = self._get(key)
        if value is None:
            value = Block()
            value.line = self._block.line
        return Entry(value, self.where)

    def __iter__(self) -> Iterator[str]:
        """The keys in the order they stand in; walking them asks for them all."""
        self._asked.update(self._block)
        return iter(tuple(self._block))

    def raw(self, key: str) -> Any:
        """Whatever stands under ``key``, as plain lists and dictionaries."""
        return plain(self._get(key))

    def done(self) -> None:
        """Raise :class:`CodebookError` when the entry has keys that nothing reads."""
        unknown = sorted(set(self._block) - self._asked)
        if unknown:
            known = ", ".join(sorted(self._asked))
            raise self.wrong(f"Unknown key “{unknown[0]}”; known here are {known}")

    def _get(self, key: str) -> Any:
        self._asked.add(key)
        return self._block.get(key)


def _entries(files: Files, part: str, *, listed: bool) -> Iterator[Entry]:
    for name, data in files:
        if not name.startswith(f"{part}/"):
            continue
        content = parse_yaml(data, name)
        if listed and not isinstance(content, list):
            raise CodebookError("A list is expected in this file", where=f"{name}, line 1", next_step=NEXT_STEP)
        for value in content if listed else [content]:
            yield Entry(value, f"{name}, line 1")


Kept = TypeVar("Kept", StatementType, Language, Actor, Outlet)


def _by_id(found: Iterable[tuple[Entry, Kept]], taken: Mapping[str, object] | None = None) -> dict[str, Kept]:
    kept: dict[str, Kept] = {}
    for entry, record in found:
        key = record.name if isinstance(record, StatementType) else record.id
        if key in kept or key in (taken or {}):
            raise entry.wrong(f"“{key}” is defined twice")
        kept[key] = record
    return kept


def _type(entry: Entry) -> tuple[Entry, StatementType]:
    name = entry.text("name")
    roles = entry.block("roles")
    record = StatementType(
        name=name,
        says=entry.text("says"),
        roles=tuple(_role(role, roles.block(role)) for role in roles),
        cues=_cues(entry.block("cues")),
        frames=tuple(_frames(name, entry.block("frames"))),
        must_find=tuple(_examples(entry.block("must_find"))),
        must_not_find=tuple(_examples(entry.block("must_not_find"))),
    )
    entry.done()
    return entry, record


def _role(name: str, entry: Entry) -> Role:
    role = Role(name=name, kind=entry.text("kind"), required=entry.flag("required"), values=entry.texts("values"))
    entry.done()
    return role


def _cues(entry: Entry) -> dict[str, Mapping[str, Any]]:
    """Cues by language; a bare list of words is kept under the key ``words``."""
    cues: dict[str, Mapping[str, Any]] = {}
    for language in entry:
        value = entry.raw(language)
        if not isinstance(value, list | dict):
            raise entry.wrong(f"The cues of “{language}” must be a mapping or a list")
        cues[language] = value if isinstance(value, dict) else {"words": value}
    return cues


def _frames(kind: str, entry: Entry) -> Iterator[Frame]:
    for language in entry:
        frames = entry.block(language)
        for name in frames:
            frames.block(name)  # a frame must be a mapping
            yield Frame(name=name, type=kind, language=language, pattern=frames.raw(name) or {})


def _examples(entry: Entry) -> Iterator[Example]:
    for language in entry:
        for item in entry.items(language):
            if isinstance(item, str):
                yield Example(text=item, language=language)
                continue
            example = Entry(item, entry.where)
            expect = example.block("expect")
            yield Example(
                text=example.text("text"), language=language, expect={key: expect.raw(key) for key in expect}
            )
            example.done()


def _language(entry: Entry) -> tuple[Entry, Language]:
    words = entry.block("words")
    record = Language(
        id=entry.text("id"), name=entry.text("name"), words={key: words.raw(key) for key in words}
    )
    entry.done()
    return entry, record


def _names(entry: Entry) -> tuple[ActorName, ...]:
    ambiguous = frozenset(entry.texts("ambiguous"))
    by_language = entry.block("names")
    names = tuple(
        ActorName(text=text, language=language, ambiguous=text in ambiguous)
        for language in by_language
        for text in by_language.texts(language)
    )
    stray = sorted(ambiguous - {name.text for name in names})
    if stray:
        raise entry.wrong(f"“{stray[0]}” is called ambiguous and is not among the names")
    return names


def _actor(entry: Entry) -> tuple[Entry, Actor]:
    identifiers = entry.block("identifiers")
    record = Actor(
        id=entry.text("id"),
        kind=entry.text("kind"),
        country=entry.maybe("country"),
        names=_names(entry),
        parent=entry.maybe("parent"),
        identifiers={key: identifiers.text(key) for key in identifiers},
        sources=entry.texts("sources"),
    )
    entry.done()
    return entry, record


def _outlet(entry: Entry) -> tuple[Entry, Outlet]:
    record = Outlet(
        id=entry.text("id"),
        country=entry.maybe("country"),
        names=_names(entry),
        domains=entry.texts("domains"),
        agency=entry.flag("agency"),
        prints=entry.texts("prints"),
    )
    entry.done()
    return entry, record
