"""Shares reckoned from two numbers: "13 of the 52 partners" are 25 percent of them.

The one rule by which a percentage may be stated that does not stand in the text. It is named in the statement's rule
(``part-of-whole``), and the two numbers stand in the anchor, so that a reader can reckon again.
"""

from __future__ import annotations

import re

from synopticon.extract.quantities import find_quantities

_OF = r"(?:of|out of|among)\s+(?:(?:the|its|their|our|his|her|all)\s+)?(?:(?:[\w-]+\s+){0,3}[\w-]+['’]s?\s+)?"
_BETWEEN = re.compile(rf"\s+{_OF}", re.IGNORECASE)
_AHEAD = re.compile(_OF, re.IGNORECASE)
_GROUP = re.compile(r"(?:\s+[\w'’-]+){1,6},?\s+(?:(?:a|only|just|mere|all|fully)\s+){0,2}", re.IGNORECASE)


def share(part: float, whole: float) -> float:
    """What percentage ``part`` is of ``whole``: exact where two decimals are enough, else rounded to one.

    One of three is 33.3: more would claim a precision that nobody stated.
    """
    exact = 100 * part / whole
    fine = round(exact, 2)
    return fine if abs(fine - exact) < 1e-9 else round(exact, 1)


def reckoned(text: str) -> float | None:
    """The percentage of "13 of the 52" or "of the 52 partners, 13", where ``text`` is two plain numbers and that."""
    found = [m for m in find_quantities(text) if m.unit is None and m.low is not None and m.low == m.high]
    if len(found) != 2 or found[1].end != len(text):
        return None
    first, second = found
    between = text[first.end : second.start]
    if first.start == 0 and _BETWEEN.fullmatch(between):
        part, whole = first.low, second.low
    elif _AHEAD.fullmatch(text[: first.start]) and _GROUP.fullmatch(between):
        part, whole = second.low, first.low
    else:
        return None
    if part is None or whole is None or not 0 <= part <= whole or whole <= 0:
        return None
    return share(part, whole)
