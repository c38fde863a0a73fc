"""The ledger: the append-only record of all that was read, each entry holding the digest of the one before.

Reading is :class:`synopticon.ledger.view.View` and goes everywhere. Writing is
:class:`synopticon.ledger.writer.Writer` and belongs to the pipeline alone, so this package does not import it.
A register is a folder; the ledger is the file ``register.db`` in it.
"""

from synopticon.ledger.chain import Entry, Fault
from synopticon.ledger.search import Hit
from synopticon.ledger.view import View

__all__ = ["Entry", "Fault", "Hit", "View"]
