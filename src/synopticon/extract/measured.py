"""The figures of a clause by the roles that they fill."""

from __future__ import annotations

from synopticon.extract.clauses import Read
from synopticon.extract.model import Clause
from synopticon.extract.patterns import Pattern
from synopticon.records import Quantity, Value


def measured_in(found: Clause, pattern: Pattern, read: Read) -> dict[str, tuple[Value, ...]]:
    """The clause's own quantities by role: percentages to ``percent``, other numbers to ``count``."""
    given = [(unit, q) for unit, q in found.quantities if not _outgrown(q, read)] or found.quantities
    roles: dict[str, tuple[Value, ...]] = {}
    for role in pattern.type.roles:
        if role.kind != "quantity" or (role.name == "count" and not role.required):
            continue
        wanted = "percent" if role.name == "percent" or pattern.percent else None
        for unit, quantity in given:
            if unit == wanted and (quantity.high is None or quantity.high >= pattern.least):
                roles[role.name] = (quantity,)
                break
    return roles


def _outgrown(quantity: Quantity, read: Read) -> bool:
    """Whether the figure is where a change began: the 12 of "rose from 12 to 40"."""
    return read.text[: quantity.start - read.offset].rstrip().casefold().endswith(" from")
