"""A Chinese sentence is read into words, groups and clauses, and every place in it is that of the published text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.codebook import load_codebook
from synopticon.extract.chinese.clauses import clause
from synopticon.extract.chinese.document import ChineseSentences
from synopticon.extract.chinese.folding import simplified
from synopticon.extract.chinese.reading import ChineseRead, refitted
from synopticon.extract.chinese.words import Word, tagger
from synopticon.records import Document
from tests.samples import document

NAMES = [("新浪", "organisation"), ("豆瓣", "organisation"), ("360", "organisation")]
SENTENCES = ChineseSentences(load_codebook(), NAMES)


def written(text: str) -> Document:
    return document(text, language="zh", published="2021-12-14")


def read(text: str) -> ChineseRead:
    return SENTENCES.reader.read(written(text), (0, len(text)))


def arguments(text: str, cue: str) -> dict[str, list[str]]:
    """The arguments of the clause that ``cue`` heads, as they stand."""
    one = read(text)
    anchor = next(a for a in one.anchors if a.text == cue)
    return {name: [p.text for p in phrases] for name, phrases in clause(anchor, one).arguments.items()}


@given(st.text(max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    """Traditional text in simplified characters has the same length: an offset in one is an offset in the other."""
    assert len(simplified(text)) == len(text)


def test_folding_knows_characters_marks_and_wide_digits() -> None:
    """What cues are looked up in is simplified, with plain digits and one kind of quotation marks."""
    assert simplified("網信辦「約談」１２家網站") == "网信办“约谈”12家网站"


@settings(deadline=None)  # the first sentence waits for the model
@given(st.text(alphabet="新浪党委成立网信办约谈，。12年", max_size=40))
def test_words_cover_the_sentence(text: str) -> None:
    """Words stand side by side and leave nothing out, whatever names, figures and dates are fitted in."""
    words = read(text).words if text else []
    assert "".join(text[w.start : w.end] for w in words) == text


@given(st.lists(st.integers(1, 4), max_size=8), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=5))
def test_fixed_stretches_are_words(lengths: list[int], spots: list[tuple[int, int]]) -> None:
    """A fixed stretch becomes one word, and the rest still stands side by side."""
    words, place = [], 0
    for length in lengths:
        words.append(Word(place, place + length, "n"))
        place += length
    fixed = sorted({(s, min(place, s + n), "name") for s, n in spots if s < place})
    found = refitted(words, fixed)
    assert [w.start for w in found] == [0, *(w.end for w in found)][: len(found)]
    assert (found[-1].end if found else 0) == place
    if fixed:
        assert Word(*fixed[0]) in found


def test_one_sentence_is_tagged_the_same_in_any_company() -> None:
    """The model is run sentence by sentence, so what else is read changes nothing."""
    text = "国家网信办约谈新浪微博负责人。"
    alone = tagger().words(text)
    tagger().words("另一句话" * 40)
    assert tagger().words(text) == alone


@pytest.mark.parametrize(("text", "cue", "function", "words"), [
    ("国家网信办约谈了豆瓣。", "约谈", "agent", ["国家网信办"]),
    ("国家网信办约谈了豆瓣。", "约谈", "patient", ["豆瓣"]),
    ("豆瓣被国家网信办约谈。", "约谈", "patient", ["豆瓣"]),
    ("豆瓣被国家网信办约谈。", "约谈", "agent", ["国家网信办"]),
    ("国家网信办对豆瓣立案调查。", "立案调查", "patient", ["豆瓣"]),
    ("国家网信办约谈豆瓣的负责人。", "约谈", "of", ["豆瓣"]),
    ("豆瓣本月被约谈，并罚款150万元。", "罚款", "patient", ["豆瓣"]),
    ("昨天，国家网信办发布通报，约谈豆瓣。", "约谈", "agent", ["国家网信办"]),
])  # fmt: skip
def test_arguments_are_found_in_any_order(text: str, cue: str, function: str, words: list[str]) -> None:
    """Passive, 把 and 对, a dropped subject and an owner are folded away before a frame sees the clause."""
    assert arguments(text, cue).get(function) == words


def test_a_verb_within_a_name_is_no_verb() -> None:
    """审查 in the name of an office anchors nothing."""
    assert not any(a.text == "审查" for a in read("网络安全审查办公室昨天开会。").anchors)


def test_digits_of_a_longer_number_are_no_name() -> None:
    """360 in 3600 is not the company."""
    assert not read("共有3600人到场。").names


def told(text: str, kind: str) -> list[dict[str, str]]:
    """The statements of one type in a text of one sentence: role to words or value, with the modality."""
    found = []
    for candidate in SENTENCES.candidates(written(text), [(0, len(text))], [0]):
        if candidate.type == kind:
            roles = {role: getattr(values[0], "text", "") for role, values in candidate.roles.items()}
            found.append(roles | {"modality": str(candidate.scope.modality)})
    return found


def test_a_counted_list_is_one_statement_for_each_member() -> None:
    """What tells the number of the first stands between it and the second, and cuts the list not."""
    found = told("网信办关闭账号23个、网站18家。", "restriction")
    assert [(one["subject"], one["count"]) for one in found] == [("账号", "23"), ("网站", "18")]


def test_who_is_ordered_is_restricted_and_who_orders_acts() -> None:
    """责令 makes its subject the actor, and what stands between it and the verb the subject."""
    found = told("网信办责令豆瓣限期整改。", "restriction")
    assert [(one["subject"], one["actor"]) for one in found] == [("豆瓣", "网信办")]


def test_posts_in_a_list_share_their_organisation() -> None:
    """The second post belongs where the first does, and a former post says nothing of the new ones."""
    text = "原报社记者李小明出任豆瓣党委书记、董事。"
    assert [one["modality"] for one in told(text, "party_post")] == ["asserted"]
    assert ("李小明", "豆瓣", "董事") in [
        (one["subject"], one.get("organisation", ""), one["post"]) for one in told(text, "office_post")
    ]


def test_a_mark_of_the_patient_is_no_plan() -> None:
    """将 before whom something is done to tells of no plan; before the verb it does."""
    assert told("警方将李小明传唤。", "detention")[0]["modality"] == "asserted"
    assert told("豆瓣将设立党委。", "party_body")[0]["modality"] == "planned"


def test_a_denial_elsewhere_in_the_sentence_is_not_the_statements() -> None:
    """What stands between other commas is denied of something else."""
    text = "豆瓣没有回应，新浪设立了党委。"
    assert [(one["subject"], one["modality"]) for one in told(text, "party_body")] == [("新浪", "asserted")]
