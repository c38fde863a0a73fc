"""Written lists name the members of the nearest group, however the parse breaks on them."""

from __future__ import annotations

import pytest

from synopticon.extract.langs.en_lists import members_after
from tests.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "group", "members"),
    [
        ("Nepal blocked 26 platforms, among them Facebook, Reddit and LinkedIn.", "platforms",
         ["Facebook", "Reddit", "LinkedIn"]),
        ("Four news apps, Toutiao, Phoenix News and Tiantian Kuaibao, were pulled.", "apps",
         ["Toutiao", "News", "Kuaibao"]),
        ("Sites such as the search company Baidu and Sohu were fined.", "Sites", ["Baidu", "Sohu"]),
        ("The firms met, and Weibo, Sina and Sohu stayed away.", "firms", []),
        ("Users of three apps, which had not registered, complained.", "apps", []),
        ("The regulator fined companies in regions such as Sichuan and Hunan.", "companies", []),
    ],
)  # fmt: skip
def test_members_of_a_group(reader: Reader, sentence: str, group: str, members: list[str]) -> None:
    """Openers and appositions list the members; a clause, another group or a bare comma does not."""
    doc = reader.extractor.model(sentence)
    noun = next(token for token in doc if token.text == group)
    assert [token.text for token in members_after(noun)] == members


def test_a_counted_group_keeps_its_number_and_its_members_have_none(reader: Reader) -> None:
    """"26 platforms, among them A and B" is three statements, and only the group's has the count."""
    text = "Nepal blocked 26 social media platforms on Thursday, among them Facebook and Reddit."
    found = {s.roles["subject"][0].text: "count" in s.roles for s in reader.statements(text, "restriction")}
    assert found == {"26 social media platforms": True, "Facebook": False, "Reddit": False}
