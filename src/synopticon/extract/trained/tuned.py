"""What was chosen by measuring: how sure a candidate must be, and what the scores of rules and reader are worth.

``WORTH`` was fitted by ``python -m training.calibrate`` on passages that the reader in use there had not seen, and
the bounds chosen on the same: where precision stays near that of the rules alone and F1 rises above it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

LOW = 0.1  # a type less probable than this proposes nothing
LEAST = 0.4  # what only the reader proposes is let go when less sure than this
LEAST_RULED = 0.15  # what a rule found is let go below this; higher bounds took more that was right than wrong

WORTH: Mapping[str, float] = {
    "both": 1.267, "both spoken": 0.098, "both subject": 0.029, "both weight": 0.473, "reader": -1.629,
    "reader spoken": 0.353, "reader subject": 0.221, "rule": 0.605, "rule spoken": 0.081, "rule weight": -0.113,
}  # fmt: skip
"""Of each kind of candidate (found by a rule, by the reader, by both): its own share, and the worth of each score
in logits: the type's probability, the rule's weight, the subject's score."""

OFFSET: Mapping[str, float] = {
    "audience": 1.07, "detention": -0.398, "gathering": -0.335, "membership_or_move": -0.032, "office_post": 0.336,
    "party_body": 0.687, "party_body_count": -1.322, "party_member_share": 0.497, "party_members": 0.029,
    "party_post": 0.76, "restriction": -0.066, "rule": -1.291, "state_stake": 0.089,
}  # fmt: skip
"""What each statement type adds."""


def features(
    type_: str, *, spoken: float, rule: float | None = None, subject: float | None = None
) -> dict[str, float]:
    """The numbers by which the worth of a candidate is reckoned. ``rule`` is the rule's weight, ``None`` where none
    found it; ``subject`` the score of the subject's words, ``None`` where the reader proposed nothing."""
    kind = "both" if rule is not None and subject is not None else "rule" if subject is None else "reader"
    found = {kind: 1.0, f"{kind} spoken": logit(spoken), f"type {type_}": 1.0}
    if rule is not None:
        found[f"{kind} weight"] = logit(rule)
    if subject is not None:
        found[f"{kind} subject"] = logit(subject)
    return found


def confidence(type_: str, *, spoken: float, rule: float | None = None, subject: float | None = None) -> float:
    """How often a candidate with these scores is right, from 0.01 to 0.99."""
    found = features(type_, spoken=spoken, rule=rule, subject=subject)
    reckoned = sum(WORTH.get(name, 0.0) * value for name, value in found.items()) + OFFSET.get(type_, 0.0)
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-reckoned)))), 3)


def logit(score: float) -> float:
    """A score as log odds, held between those of 0.002 and 0.998."""
    held = min(0.998, max(0.002, score))
    return math.log(held / (1 - held))
