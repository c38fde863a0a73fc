"""The tables of ``register.db``: the entries, which nothing may change, and the projections, which follow from them.

Every projection row carries the ``seq`` of the entry that gave it. Nothing is read back into a record from a
projection: they only find, count and sort; the entry's body is what is shown.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Float, Index, Integer, MetaData, Table, Text

VERSION = 2  # 1: the chain alone; 2: projections, guards and search

metadata = MetaData()


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _seq() -> Column[int]:
    return Column("seq", Integer, nullable=False)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

entry = Table(
    "entry",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    *[Column(name, Text, nullable=False) for name in ("kind", "id", "body", "at", "prev", "digest")],
    Index("entry_by_id", "kind", "id", "seq"),
)

capture = Table(
    "capture",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("sha256", "source", "locator", "media", "captured_at"),
    Column("size", Integer),
    Index("capture_by_sha256", "sha256"),
    sqlite_with_rowid=False,
)
document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("capture", "source", "locator", "url", "title", "outlet", "author", "published", "language", "media"),
    Index("document_by_capture", "capture"),
    Index("document_by_outlet", "outlet"),
    Index("document_by_published", "published"),
    sqlite_with_rowid=False,
)
statement = Table(
    "statement",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("document", "type", "modality", "subject", "rule"),
    Column("start", Integer),
    Column("end", Integer),
    Column("confidence", Float),
    Index("statement_by_document", "document", "start", "id"),
    Index("statement_by_type", "type", "document", "start"),
    sqlite_with_rowid=False,
)
role = Table(
    "role",
    metadata,
    Column("statement", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    _seq(),
    *_text("kind", "text", "folded", "entity", "value"),
    Column("low", Float),
    Column("high", Float),
    Index("role_by_entity", "entity"),
    Index("role_by_name", "folded"),
    sqlite_with_rowid=False,
)
entity = Table(
    "entity",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("kind", "label", "country"),
    Column("listed", Integer),
    sqlite_with_rowid=False,
)
entity_name = Table(
    "entity_name",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    _seq(),
    *_text("text", "folded", "language", "source"),
    Index("entity_name_by_name", "folded"),
    sqlite_with_rowid=False,
)
finding = Table(
    "finding",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("type", "subject", "folded", "entity", "aspect", "state"),
    Column("origins", Integer),
    Column("statements", Integer),
    Column("documents", Integer),
    Index("finding_by_type", "type"),
    Index("finding_by_entity", "entity"),
    Index("finding_by_name", "folded"),
    sqlite_with_rowid=False,
)
finding_statement = Table(
    "finding_statement",
    metadata,
    Column("finding", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    _seq(),
    *_text("statement"),
    Index("finding_by_statement", "statement"),
    sqlite_with_rowid=False,
)
refusal = Table(
    "refusal",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("stage", "reason", "source", "locator", "document"),
    Index("refusal_by_reason", "reason"),
    sqlite_with_rowid=False,
)
judgement = Table(
    "judgement",
    metadata,
    Column("id", Text, primary_key=True),
    _seq(),
    *_text("about", "decision", "who", "made_at", "withdraws"),
    Index("judgement_by_about", "about"),
    sqlite_with_rowid=False,
)
passage = Table(
    "passage",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _seq(),
    *_text("document"),
    Column("place", Integer),
    Column("start", Integer),
    Column("end", Integer),
    Index("passage_by_document", "document"),
)

PROJECTIONS: tuple[Table, ...] = (
    capture, document, statement, role, entity, entity_name, finding, finding_statement, refusal, judgement, passage,
)  # fmt: skip
SEARCH = "search"

# Guards hold against anyone who opens the file with the usual tools; the chain finds those who take the guards away.
GUARDS = {
    "entry_never_changes": "BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END",
    "entry_never_goes": "BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END",
}

# Contentless: the words stand in the entries already. unicode61 folds case and accents; Han bigrams are made before.
INDEX = "fts5(words, content='', tokenize=\"unicode61 remove_diacritics 2\")"
_SEARCH = f"CREATE VIRTUAL TABLE {SEARCH} USING {INDEX}"


def create(connection: Connection) -> None:
    """Make every table, guard and index in an empty file. ``meta`` is left empty."""
    metadata.create_all(connection, checkfirst=False)
    guard(connection)
    connection.exec_driver_sql(_SEARCH)


def guard(connection: Connection) -> None:
    """Set the triggers that refuse to change or delete an entry."""
    for name, body in GUARDS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")


def create_projections(connection: Connection) -> None:
    """Drop and make anew every projection table, empty."""
    for table in PROJECTIONS:
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{table.name}"')
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {SEARCH}")
    metadata.create_all(connection, tables=list(PROJECTIONS), checkfirst=False)
    connection.exec_driver_sql(_SEARCH)
