"""Numbers of members and bodies: the figure, and of whom it is said, wherever he stands."""

from __future__ import annotations

import pytest

from tests.reader import Reader, plain


def read(reader: Reader, text: str, kind: str, figure: str) -> list[tuple[object, object]]:
    """The holders and the figures of one type, in order of the figures."""
    found = []
    for statement in reader.statements(text, kind):
        holder, value = statement.roles["subject"][0], statement.roles[figure][0]
        found.append((getattr(holder, "antecedent", None) or plain(holder), plain(value)))
    return sorted(found, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of Weida Steel's 52 managers, 31 are Communist Party members.", [("Weida Steel", (31, 31))]),
        ("The Communist Party committee of Jingshan Steel oversees 2,310 members.", [("Jingshan Steel", (2310, 2310))]),
        (
            "Baidu has 3,000 Communist Party members, Sina 1,200 and Sohu 800.",
            [("Baidu", (3000, 3000)), ("Sina", (1200, 1200)), ("Sohu", (800, 800))],
        ),
        (
            "Mindray Foods' Communist Party membership grew from 480 to 560.",
            [("Mindray Foods", (480, 480)), ("Mindray Foods", (560, 560))],
        ),
        ("Membership of the Communist Party at Mindray Foods has doubled to 560.", [("Mindray Foods", (560, 560))]),
    ],
)
def test_how_many_members_who_has(reader: Reader, text: str, expected: list[tuple[object, object]]) -> None:
    """A part of a group, what a committee looks after, a list without its verb, and what a number rose from and to."""
    assert read(reader, text, "party_members", "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 5,000 journalists at Dazhong Media, 1,900 are Party members.", [("Dazhong Media", (38, 38))]),
        (
            "At Tencent 18 percent of staff are Communist Party members. At Baidu it was 12 percent.",
            [("Baidu", (12, 12)), ("Tencent", (18, 18))],
        ),
        ("Women account for 31 percent of the Communist Party members at Weida Steel.", [("Weida Steel", (31, 31))]),
    ],
)
def test_what_share_of_whom(reader: Reader, text: str, expected: list[tuple[object, object]]) -> None:
    """The whole before the part, the share alone in the sentence after, and a share of the members themselves."""
    assert read(reader, text, "party_member_share", "percent") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The number of Communist Party cells at Weida Steel rose from 12 to 40 in three years.",
            [("Weida Steel", (12, 12)), ("Weida Steel", (40, 40))],
        ),
        (
            "There are 26 Communist Party branches at Weida Steel. The number is expected to reach 30 next year.",
            [("Weida Steel", (26, 26)), ("Weida Steel", (30, 30))],
        ),
        ("The Communist Party committee of Jingshan Steel oversees 84 branches.", [("Jingshan Steel", (84, 84))]),
    ],
)
def test_how_many_bodies_who_has(reader: Reader, text: str, expected: list[tuple[object, object]]) -> None:
    """What a number rose from and to, "the number" of the sentence before, and the branches below a committee."""
    assert read(reader, text, "party_body_count", "count") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Communist Party expelled 12 members at Weida Steel.",
        "The board of Weida Steel has nine members, and the Communist Party has asked for a seat.",
        "Weida Steel closed 14 branches after the Communist Party congress.",
        "The central committee of the Communist Party has 205 members.",
        "The Communist Party of China has more than 98 million members.",
        "The Communist Party congress drew 2,300 delegates to the plant of Weida Steel.",
    ],
)
def test_numbers_of_other_things_are_not_taken(reader: Reader, text: str) -> None:
    """Who was expelled, boards, shops, and the party's own size are not what a firm has."""
    kinds = {"party_members", "party_member_share", "party_body_count"}
    assert [s.rule for s in reader.statements(text) if s.type in kinds] == []
