"""Frames: the same thing said in many ways is found once, for each of whom it is said, and not where it is not said."""

from __future__ import annotations

import pytest

from synopticon.records import Statement
from tests.reader import Reader, plain

BRANCH = "a Communist Party branch"


def who(found: list[Statement]) -> list[object]:
    """The subjects of statements, in order."""
    return [plain(s.roles["subject"][0]) for s in found]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (f"Sohu has {BRANCH}.", ["Sohu"]),
        (f"Sohu has set up {BRANCH}.", ["Sohu"]),
        (f"{BRANCH.capitalize()} was set up at Sohu in 2012.", ["Sohu"]),
        (f"Sohu, which has {BRANCH}, is growing.", ["Sohu"]),
        ("Sohu, whose Communist Party branch opened in 2012, is growing.", ["Sohu"]),
        (f"The party wants to set up {BRANCH} at Sohu.", ["Sohu"]),
        (f"The regulator told Weibo to set up {BRANCH}.", ["Weibo"]),
        ("Sina, Sohu and Baidu have set up Communist Party branches.", ["Sina", "Sohu", "Baidu"]),
        ("Several Chinese firms, including Sina and Sohu, have party branches.", ["Sina", "Sohu"]),
        (
            "Tencent, Sina, Sohu, NetEase, Baidu, book review platform Douban and Youku have all set up Communist "
            "Party committees.",
            ["Tencent", "Sina", "Sohu", "NetEase", "Baidu", "Douban", "Youku"],
        ),
    ],
)
def test_who_has_a_party_body(reader: Reader, text: str, holders: list[str]) -> None:
    """Active, passive, relative clause, "whose", control and lists give one statement for each holder."""
    assert who(reader.statements(text, "party_body")) == holders


@pytest.mark.parametrize(
    "text",
    [
        f"Does Sina have {BRANCH}?",
        f"If Sina had {BRANCH}, it would say so.",
        f"It is unclear whether Sina has {BRANCH}.",
        f"Companies that have {BRANCH} grow.",
        "The Communist Party branch activities bored everyone.",
    ],
)
def test_what_nobody_says_is_not_found(reader: Reader, text: str) -> None:
    """A question, a condition, a doubt, a bare plural and a noun that describes another give nothing."""
    assert reader.statements(text, "party_body") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (f"Sina has {BRANCH}.", "asserted"),
        (f"Sina has no {BRANCH[2:]}.", "denied"),
        (f"Sina does not have {BRANCH}.", "denied"),
        (f"Sina denied having {BRANCH}.", "denied"),
        (f"Sina plans to set up {BRANCH}.", "planned"),
        (f"Sina will set up {BRANCH}.", "planned"),
        (f"Sina must set up {BRANCH}.", "required"),
        (f"The party ordered Sina to set up {BRANCH}.", "required"),
        (f"Sina reportedly has {BRANCH}.", "alleged"),
        (f"Sina no longer has {BRANCH}.", "past"),
        (f"Sina denied having no {BRANCH[2:]}.", "asserted"),
    ],
)
def test_how_it_is_said_stays_with_what_is_said(reader: Reader, text: str, modality: str) -> None:
    """Denial, plan, order, hearsay and end become the statement's modality."""
    assert [str(s.modality) for s in reader.statements(text, "party_body")] == [modality]


@pytest.mark.parametrize("written", ["12 percent", "12 per cent", "12%"])
def test_a_share_is_read_however_it_is_written(reader: Reader, written: str) -> None:
    """Per cent as one word, two or a sign gives the same interval."""
    found = reader.one(f"About {written} of Tencent's employees are Communist Party members.", "party_member_share")
    assert (plain(found.roles["percent"][0]), plain(found.roles["of"][0])) == ((12, 12), "employees")


def test_a_percentage_is_no_count_of_members(reader: Reader) -> None:
    """Twelve per cent are not twelve members."""
    text = "About 12 percent of Tencent's employees are Communist Party members."
    assert reader.statements(text, "party_members") == []


def test_no_required_role_is_left_empty(reader: Reader) -> None:
    """Members without a number, and a number without a holder, are no statement."""
    assert reader.statements("Sina has Communist Party members.", "party_members") == []
    assert reader.statements("Some 283 Communist Party members met.", "party_members") == []


def test_the_subject_chooses_a_narrower_value(reader: Reader) -> None:
    """Deleting posts and deleting accounts are different actions, each with its own statement."""
    found = reader.statements("Wikipedia is blocked. Officials deleted posts and accounts on Weibo.", "restriction")
    assert {plain(s.roles["subject"][0]): plain(s.roles["action"][0]) for s in found[1:]} == {
        "posts": "content_removed", "accounts": "accounts_closed",
    }  # fmt: skip


def test_the_post_stands_without_its_organisation(reader: Reader) -> None:
    """In "secretary of Ofo" the post is secretary, and Ofo is the organisation."""
    for text in ("Dai Wei became party secretary of Ofo.", "Dai Wei is Ofo's party secretary."):
        found = reader.one(text, "party_post")
        assert (plain(found.roles["post"][0]), plain(found.roles["organisation"][0])) == ("party secretary", "Ofo")


def test_a_date_counts_from_the_day_of_publication(reader: Reader) -> None:
    """A relative date gets its value from the document's date, and none where the document has none."""
    text = "Turkey blocked Instagram on Tuesday."
    found = reader.one(text, "restriction", published="2017-08-25")
    assert plain(found.roles["date"][0]) == "2017-08-22"
    assert "date" not in reader.one(text, "restriction", published=None).roles


def test_the_anchor_runs_over_all_that_is_said(reader: Reader) -> None:
    """The anchored words hold every role that stands in the sentence, and the sentence holds the anchor."""
    text = "Yesterday was warm, and Sina had more than 283 Communist Party members, it seems."
    found = reader.one(text, "party_members")
    assert found.anchor.exact.endswith("Sina had more than 283 Communist Party members")
    assert found.anchor.exact in found.anchor.sentence


def test_every_rule_is_a_frame_of_the_codebook(reader: Reader) -> None:
    """A statement names the frame that read it; a quotation names the wording."""
    rules = {frame.rule for kind in reader.extractor.codebook.types.values() for frame in kind.frames}
    text = "Sina has 283 Communist Party members. “It is so,” Li Bin said. Turkey blocked Instagram."
    assert {s.rule for s in reader.statements(text)} - rules == {"quotation/en/after"}
