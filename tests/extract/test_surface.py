"""Surface frames: lists, ellipses, older figures, and who is meant where a role has no slot."""

from __future__ import annotations

import pytest

from synopticon.records import Mention, Modality, Quantity, Statement
from tests.reader import Reader

PARTY = "The Communist Party counts its people. "


def figure(one: Statement) -> float | None:
    """The lower end of a statement's figure."""
    return next(v.low for values in one.roles.values() for v in values if isinstance(v, Quantity))


def name(one: Statement, role: str = "subject") -> str:
    """The name in a role, or what it stands for."""
    value = one.roles[role][0]
    assert isinstance(value, Mention)
    return value.antecedent or value.text


def test_each_member_of_a_list_has_its_own_figure(reader: Reader) -> None:
    """The verb of the first member is not repeated, yet every name has its own number."""
    found = reader.statements("Figures put WhatsApp's users at 530 million, YouTube's at 448 million.", "audience")
    assert [(name(one), figure(one)) for one in found] == [("WhatsApp", 530e6), ("YouTube", 448e6)]


def test_one_figure_may_be_held_by_each(reader: Reader) -> None:
    """ "Hold 30 percent each" gives one statement for each holder, about the firm told of before."""
    text = "The state fund Donghu holds 40 percent of Yunfan. China Media Group and Wuhan Fund hold 30 percent each."
    found = reader.statements(text, "state_stake")
    assert [(name(one), name(one, "holder"), figure(one)) for one in found] == [
        ("Yunfan", "Donghu", 40), ("Yunfan", "China Media Group", 30), ("Yunfan", "Wuhan Fund", 30),
    ]


@pytest.mark.parametrize("text", [
    "Zhihu has 69 million registered users, up from 40 million in 2019.",
    "Zhihu has 69 million registered users, against 40 million in 2019.",
    "Zhihu has 69 million registered users, compared with 40 million in 2019.",
])
def test_an_older_figure_is_past(reader: Reader, text: str) -> None:
    """What a figure is set against is how it was, with the date that stands beside it."""
    now, then = sorted(reader.statements(text, "audience"), key=lambda one: -(figure(one) or 0))
    assert (now.modality, figure(now), now.roles.get("date")) == (Modality.ASSERTED, 69e6, None)
    assert (then.modality, figure(then), then.roles["date"][0].value) == (  # type: ignore[union-attr]
        Modality.PAST, 40e6, "2019",
    )


def test_a_rise_is_no_older_figure(reader: Reader) -> None:
    """ "Up 4 percent" is not set against the number: the unit is another."""
    found = reader.statements("Zhihu has 69 million registered users, up 4 percent from 2019.", "audience")
    assert [figure(one) for one in found] == [69e6]


def test_a_part_of_a_whole_is_reckoned(reader: Reader) -> None:
    """The share is 25 percent, its words are the two numbers, and the rule is named."""
    one = reader.one(PARTY + "At Sohu 12 of the 48 managers are Party members.", "party_member_share")
    assert figure(one) == 25
    assert one.rule == "party_member_share/en/part-of-whole"
    assert one.roles["percent"][0].text == "12 of the 48"


def test_a_count_needs_its_matter_before_it(reader: Reader) -> None:
    """ "Baidu had 2,100" counts members only where the sentences before speak of them."""
    after = reader.statements(PARTY + "Party members matter. Last year Baidu had 2,100.", "party_members")
    assert [figure(one) for one in after] == [2100]
    assert not reader.statements(PARTY + "Last year Baidu had 2,100.", "party_members")


def test_nobody_holds_a_share_in_himself(reader: Reader) -> None:
    """ "It" in what a fund owns is not the fund."""
    found = reader.statements("Yunfan Video is young. The state fund Donghu owns 40 percent of it.", "state_stake")
    assert [(name(one), name(one, "holder")) for one in found] == [("Yunfan Video", "Donghu")]


def test_a_private_holder_is_none_of_the_state(reader: Reader) -> None:
    """No word of the state stands near Tencent, though the document speaks of a government."""
    assert not reader.statements("Tencent owns 5 percent of Reddit. The government was silent.", "state_stake")
