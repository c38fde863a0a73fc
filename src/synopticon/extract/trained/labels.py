"""What the trained reader can say: its types, its roles, its enumerated values and its modalities, by number.

The order is part of the trained file, so it is written down here and not taken from the codebook. A type or a value
that the codebook has and this list lacks is read by rules alone, until the reader is trained again.
"""

from __future__ import annotations

from collections.abc import Mapping

TYPES: tuple[str, ...] = (
    "audience", "detention", "gathering", "membership_or_move", "office_post", "party_body", "party_body_count",
    "party_member_share", "party_members", "party_post", "quotation", "restriction", "rule", "state_stake",
)  # fmt: skip
ROLES: tuple[str, ...] = (
    "organisation", "holder", "issuer", "target", "actor", "post", "place", "organiser", "amount",
    "count", "percent", "date",
)  # fmt: skip
MODALITIES: tuple[str, ...] = ("asserted", "planned", "required", "denied", "alleged", "past")

VALUES: Mapping[str, tuple[str, ...]] = {
    "body": ("committee", "branch", "general_branch", "group", "cell", "unspecified"),
    "of": ("employees", "partners", "managers", "members_by_attribute", "other"),
    "right": ("shares", "golden_share", "board_seat", "other"),
    "topic": (
        "real_name", "comments", "licensing", "content", "party_building", "cybersecurity", "data", "algorithms",
        "minors", "finance", "other",
    ),
    "action": (
        "blocked", "shut_down", "suspended", "fined", "summoned", "removed_from_store", "ordered_to_rectify",
        "accounts_closed", "content_removed", "comments_disabled", "warned", "investigated", "other",
    ),
    "act": ("detained", "arrested", "charged", "sentenced", "questioned", "other"),
    "measure": (
        "registered_users", "active_users", "daily_active", "monthly_active", "page_views", "followers", "netizens",
        "share", "visits", "other",
    ),
    "what": ("joined", "left", "appointed", "resigned", "removed", "applied"),
}  # fmt: skip
"""The enumerated roles. Each belongs to one type: see :data:`VALUE_OF`."""

VALUE_OF: Mapping[str, str] = {
    "party_body": "body", "party_member_share": "of", "state_stake": "right", "rule": "topic",
    "restriction": "action", "detention": "act", "audience": "measure", "membership_or_move": "what",
}  # fmt: skip
"""The enumerated role of each type that has one."""

ROLES_OF: Mapping[str, tuple[str, ...]] = {
    "audience": ("count", "date"),
    "detention": ("count", "actor", "place", "date"),
    "gathering": ("organiser", "place", "date"),
    "membership_or_move": ("organisation", "date"),
    "office_post": ("post", "organisation", "date"),
    "party_body": ("date",),
    "party_body_count": ("count", "date"),
    "party_member_share": ("percent", "date"),
    "party_members": ("count", "date"),
    "party_post": ("post", "organisation", "date"),
    "quotation": (),
    "restriction": ("actor", "date", "count", "amount"),
    "rule": ("issuer", "date", "target"),
    "state_stake": ("holder", "percent", "date"),
}
"""The roles that are words of the text, beside the subject, of each type."""

FLAT: tuple[tuple[str, str], ...] = tuple((role, value) for role, values in VALUES.items() for value in values)
"""Every enumerated value with its role: the order of the reader's value scores."""

BUCKETS = 12  # of distances between a word and the subject; see ``bucket``


def bucket(distance: int) -> int:
    """The class of a distance in word pieces from the subject: 0 inside it, 1-5 after it, 6-10 before it."""
    if distance == 0:
        return 0
    size = 1
    for limit in (2, 5, 10, 20):
        if abs(distance) > limit:
            size += 1
    return size if distance > 0 else size + 5
