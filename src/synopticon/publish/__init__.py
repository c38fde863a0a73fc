"""Publishing: one file per export; what must hold is checked before any file is let out.

:func:`synopticon.publish.export.write` writes an export, :func:`synopticon.publish.record.statement_json` gives the
one JSON record of a statement.
"""

from synopticon.publish.export import Published, write
from synopticon.publish.formats import EXPORTS
from synopticon.publish.record import statement_json

__all__ = ["EXPORTS", "Published", "statement_json", "write"]
