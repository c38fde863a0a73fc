from __future__ import annotations

import pytest

from synopticon.codebook import Codebook
from synopticon.resolve.block import Index


@pytest.fixture(scope="module")
def index(book: Codebook) -> Index:
    """The index of the codebook that comes with synopticon."""
    return Index(book)


def test_every_listed_name_finds_its_entry(book: Codebook, index: Index) -> None:
    """Each name of each actor and outlet, as it is written in the codebook, has its entry among the candidates."""
    for entry in (*book.actors.values(), *book.outlets.values()):
        for name in entry.names:
            assert entry.id in {found.alias.actor for found in index.find(name.text)}, name.text


def test_names_that_two_entries_share_after_folding_are_ambiguous(index: Index) -> None:
    """No two entries come to one key without both calling it ambiguous, articles and width folded away."""
    careless = [
        (key, alias.actor) for key, found in index.by_key.items() if len(found) > 1 for alias in found
        if not alias.ambiguous
    ]
    assert careless == []


@pytest.mark.parametrize(
    ("phrase", "actor", "whole"),
    [
        ("Weibo's parent Sina Corp", "sina", False),
        ("China's Tencent", "tencent", False),
        ("Chinese internet giant Tencent Holdings Ltd", "tencent", False),
        ("Tencent, the owner of WeChat", "tencent", True),
        ("Alibaba Group Holding Ltd.", "alibaba", True),
        ("互联网公司腾讯", "tencent", False),
        ("北京字节跳动科技有限公司", "bytedance", True),
        ("the regulator, the Cyberspace Administration of China", None, False),
        ("Sina's party committee", None, False),
        ("the Beijing office of Tencent", None, False),
        ("users of WeChat", None, False),
        ("Tencent and Baidu", None, False),
        ("腾讯员工", None, False),
    ],
)
def test_the_head_of_a_phrase_decides(index: Index, phrase: str, actor: str | None, whole: bool) -> None:
    """A listed name is found where it is the whole phrase or its head, and not where it only belongs to the head."""
    found = index.find(phrase)
    assert {candidate.alias.actor for candidate in found} == ({actor} if actor else set())
    assert all(candidate.whole is whole for candidate in found)


def test_a_joined_list_is_told(index: Index) -> None:
    """A phrase that joins a listed name with something else is a list; one institution with “and” in it is not."""
    assert index.is_list("Tencent and Baidu")
    assert index.is_list("腾讯、百度")
    assert not index.is_list("Ministry of Trade and Industry")


def test_names_inside_a_sentence_are_seen(index: Index) -> None:
    """Unambiguous names are seen in running text of both scripts; ambiguous ones are not."""
    assert {"tencent", "baidu-tieba"} <= index.seen("Tencent’s app and Baidu Tieba lost users.")
    assert "tencent" in index.seen("据悉，腾讯公司拥有党委。")
    assert index.seen("Signal the line to X and Meta.") == frozenset()
