"""Copies and origins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from synopticon.corroborate.copies import alike, alike_pairs, containment, copied, pieces, shingles
from synopticon.corroborate.origins import grouped, origins

FIRST = "The company said on Friday that its party committee now counts more than eight hundred members in Beijing."
SECOND = "Regulators in the capital ordered the video site to take down thirty programmes before the end of the month."
HAN = "该公司上周五表示，其党委目前在北京拥有八百余名党员，下设三十四个党支部。"

names = st.sampled_from("abcdefgh")
links = st.lists(st.tuples(names, names), max_size=8)


def long(seed: int, count: int = 300) -> str:
    """A text of words that no text of another seed shares."""
    return " ".join(f"w{seed}x{number * 7 % 1000}" for number in range(count))


def test_the_same_after_folding_is_alike() -> None:
    """Case, marks and width do not make a sentence another's."""
    assert alike(FIRST, FIRST.upper().replace(".", "!"))
    assert alike("Short one.", "short ONE")
    assert not alike("Short one.", "Short two.")
    assert not alike("", "")


def test_most_of_a_sentence_is_alike() -> None:
    """A cut or lengthened reprint is alike; another sentence is not, in either language."""
    assert alike(FIRST, "On Saturday it emerged: " + FIRST[:80])
    assert not alike(FIRST, SECOND)
    assert alike(HAN, HAN[4:])
    assert not alike(HAN, "监管部门要求视频网站在月底之前下架三十部节目，并处以罚款。")


@given(st.text(), st.text())
def test_alike_is_mutual(one: str, other: str) -> None:
    """If one is like the other, the other is like the one."""
    assert alike(one, other) == alike(other, one)


@given(st.text())
def test_a_text_with_words_is_like_itself(text: str) -> None:
    """And a text without any is like nothing."""
    assert alike(text, text) == bool(pieces(text))
    assert containment(shingles(text), shingles(text)) == (1.0 if pieces(text) else 0.0)


def test_long_reprints_are_found() -> None:
    """A document that holds more than half of another is its copy, whichever is longer; a quarter is not enough."""
    whole, other = long(1), long(2)
    half = whole[: len(whole) * 6 // 10]
    quarter = " ".join(whole.split()[:60]) + " " + long(3, 240)
    found = copied({"a": whole, "b": other, "c": half, "d": other + " " + whole, "e": quarter})
    assert found == {("a", "c"), ("a", "d"), ("b", "d"), ("c", "d")}


def test_one_text_printed_everywhere_is_one_group() -> None:
    """More reprints than are compared pair by pair still end in one group."""
    texts = {f"d{number:03}": long(1) for number in range(70)}
    assert set(grouped(texts, copied(texts)).values()) == {"d000"}


def test_sentences_link_documents() -> None:
    """Documents whose sentences are alike are linked, whatever else they say; one document is not linked to itself."""
    found = set(alike_pairs({"b": [FIRST, SECOND], "a": [FIRST.lower()], "c": [HAN], "d": [SECOND, SECOND]}))
    assert found == {("a", "b"), ("b", "d")}


@given(links)
def test_groups_do_not_depend_on_order(found: list[tuple[str, str]]) -> None:
    """The same links in any order and either direction make the same groups, named by their smallest member."""
    groups = grouped("abcdefgh", found)
    assert groups == grouped("hgfedcba", [(b, a) for a, b in reversed(found)])
    assert all(groups[a] == groups[b] for a, b in found)
    assert all(group == min(id for id in groups if groups[id] == group) for group in groups.values())


def test_links_to_strangers_are_left_out() -> None:
    """A link to a document that is not among those asked about links nothing."""
    assert origins({"a": [FIRST], "b": [SECOND]}, [("a", "z"), ("z", "b")]) == {"a": "a", "b": "b"}
