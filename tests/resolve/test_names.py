from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.resolve.names import core, fold, keys, proper_name, without_legal

PIECES = st.text("Aa é’'.,;()《》的新浪 Ｉnc Ltd Co 公司TheＳ360-", max_size=24)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sina Corp", "sina corp"),
        ("the  Cyberspace\nAdministration", "cyberspace administration"),
        ("Ｓｉｎａ", "sina"),
        ("Weibo’s", "weibo"),
        ("《南方都市报》", "南方都市报"),
        ("奇虎 360", "奇虎360"),
        ("“Yahoo!”", "yahoo"),
        ("The", "the"),
        ("…", ""),
    ],
)
def test_spellings_come_to_one_key(text: str, key: str) -> None:
    """Width, case, blanks, articles, possessives and marks around a name make no difference to its key."""
    assert fold(text) == key


@given(PIECES)
def test_a_key_of_a_key_is_itself(text: str) -> None:
    """Folding once more changes nothing but what folding uncovered: the third key is the second."""
    once = fold(fold(text))
    assert fold(once) in {once, fold(fold(once))}
    assert once == " ".join(once.split())


@given(PIECES)
def test_legal_forms_are_dropped_until_none_is_left(text: str) -> None:
    """The keys of a name get shorter and shorter, never become empty, and only the first is as it stood."""
    found = list(keys(text))
    assert all(len(left) > len(right) for (left, _), (right, _) in pairwise(found))
    assert all(key for key, _ in found)
    assert [legal for _, legal in found] == [place > 0 for place in range(len(found))]


@pytest.mark.parametrize(
    ("key", "shorter"),
    [
        ("alibaba group holding ltd", "alibaba group holding"),
        ("tencent holdings", "tencent"),
        ("北京字节跳动科技有限公司", "北京字节跳动科技"),
        ("腾讯控股有限公司", "腾讯控股"),
        ("公司", None),
        ("limited", None),
        ("sina", None),
    ],
)
def test_one_legal_form_at_a_time(key: str, shorter: str | None) -> None:
    """Only the last legal form is dropped, and a name that is nothing but one is left alone."""
    assert without_legal(key) == shorter


@pytest.mark.parametrize(
    "phrase",
    [
        "the company", "The company", "a regulator", "hundreds of dissidents", "Hundreds of users", "40 partners",
        "internet firms", "Chinese netizens", "They", "it", "this platform", "its parent", "The Party Committee",
        "Weibo users", "state media", "3.5 million people", "police", "Officials", "", "  ",
        "该公司", "40家企业", "多家网站", "互联网企业", "网民", "有关部门", "他",
    ],
)
def test_descriptions_name_nobody(phrase: str) -> None:
    """Pronouns, counted things, common nouns and phrases headed by one are no names."""
    assert proper_name(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Li Bin", "Li Bin"),
        ("Mr Xiao", "Xiao"),
        ("activist Wu Gan", "Wu Gan"),
        ("Baidu CEO Robin Li", "Robin Li"),
        ("Robin Li, chief executive of Baidu", "Robin Li"),
        ("the General Administration of Customs", "General Administration of Customs"),
        ("Chinese startup Zhubajie", "Zhubajie"),
        ("Ministry of Finance", "Ministry of Finance"),
        ("Simone de Wit", "Simone de Wit"),
        ("李斌", "李斌"),
        ("浙江省互联网协会", "浙江省互联网协会"),
    ],
)
def test_names_are_taken_out_of_what_describes_them(phrase: str, name: str) -> None:
    """Titles, callings and what follows a comma are left off; the name itself is kept as written."""
    assert proper_name(phrase) == name


def test_a_word_that_a_sentence_begins_with_is_no_name() -> None:
    """A single capitalised word that the document also writes small is a common noun."""
    assert proper_name("Censors", "Censors struck. The censors came back.") is None
    assert proper_name("Zhubajie", "Zhubajie struck. The censors came back.") == "Zhubajie"


@given(PIECES)
def test_a_core_begins_the_phrase(text: str) -> None:
    """Cutting off what describes further only ever shortens from the end."""
    assert text.startswith(core(text))
    assert core(text) or not text


@given(PIECES, PIECES)
def test_a_proper_name_is_made_of_the_phrase(text: str, everywhere: str) -> None:
    """No name has a word that the phrase has not."""
    name = proper_name(text, everywhere)
    assert name is None or set("".join(name.split())) <= set(text)
