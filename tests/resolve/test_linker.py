from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from synopticon.codebook import Codebook
from synopticon.records import Decision, Document, Entity, Judgement, Mention, Statement
from synopticon.resolve import Linker, mention_id, pair_id

Write = Callable[..., Document]
Say = Callable[..., Statement]


def first(statement: Statement, role: str = "subject") -> Mention:
    """The first mention of a role."""
    value = statement.roles[role][0]
    assert isinstance(value, Mention)
    return value


@pytest.mark.parametrize(
    ("sentence", "words", "entity"),
    [
        ("Weibo’s parent Sina Corp has five branches.", "Weibo’s parent Sina Corp", "sina"),
        ("Tencent Holdings Ltd. has one.", "Tencent Holdings Ltd.", "tencent"),
        ("It was the Cyberspace Administration of China.", "the Cyberspace Administration of China", "cac"),
        ("搜狐公司设有党委。", "搜狐公司", "sohu"),
        ("《南方都市报》报道。", "《南方都市报》", "southern-metropolis-daily"),
        ("iQiyi has none.", "iQiyi", "iqiyi"),
        ("Sina’s party committee met.", "Sina’s party committee", None),
        ("The company has five.", "The company", None),
        ("Some 40 partners joined.", "40 partners", None),
        ("Tencent and Baidu agreed.", "Tencent and Baidu", None),
    ],
)
def test_listed_names_link_and_descriptions_do_not(
    linker: Linker, write: Write, say: Say, sentence: str, words: str, entity: str | None
) -> None:
    """A mention links where its whole or its head is a listed name, in either script, and nowhere else."""
    document = write(sentence)
    (linked,), entities = linker.link([say(document, "party_body", sentence, subject=words)], document)
    assert first(linked).entity == entity
    assert [one.id for one in entities] == ([entity] if entity else [])


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("360 has five party branches.", "360", "qihoo-360"),
        ("Inspectors counted 360 of them. Qihoo sells antivirus tools.", "360", "qihoo-360"),
        ("Inspectors counted 360 of them.", "360", None),
        ("X has fewer users now.", "X", "twitter"),
        ("The letter X was drawn on a wall.", "X", None),
        ("Momo sang all evening.", "Momo", None),
        ("Momo, Douyin and Zhihu were there.", "Momo", "momo"),
        ("Discord Inc was there.", "Discord Inc", "discord"),
        ("The line of users was long.", "line", None),
        ("Ali Sina founded the website.", "Ali Sina", None),
        ("Apple’s App Store was there.", "Apple’s App Store", "app-store"),
        ("The Ministry of Public Security of Vietnam spoke.", "The Ministry of Public Security", "mps-vn"),
        ("In Beijing the Ministry of Public Security spoke.", "the Ministry of Public Security", "mps-cn"),
        ("The Ministry of Public Security spoke to Vietnam and China.", "The Ministry of Public Security", None),
        ("NCC, the regulator, spoke in Abuja.", "NCC", "ncc-ng"),
        ("NCC, the regulator, spoke.", "NCC", None),
        ("The Ministry of Finance ordered it. This is Hanoi, not Beijing.", "The Ministry of Finance", None),
        ("In Beijing, the Ministry of Finance ordered it.", "the Ministry of Finance", "mof-cn"),
        ("In Washington it was the Communist Party that held ByteDance.", "the Communist Party", "ccp"),
        ("In Washington it was the Communist Party that won.", "the Communist Party", None),
        ("Signal was there. Douyin was as well.", "Signal", "signal"),
    ],
)
def test_ambiguous_names_need_a_sign(
    linker: Linker, write: Write, say: Say, text: str, words: str, entity: str | None
) -> None:
    """A name that is a common word or shared links beside a sign and not without; two equal claims link neither."""
    document = write(text)
    sentence = text.split(". ")[0]
    (linked,), entities = linker.link([say(document, "gathering", sentence, organiser=words)], document)
    if entity is None:
        assert not any(one.listed for one in entities)
    else:
        assert first(linked, "organiser").entity == entity


def test_a_role_that_platforms_fill_is_a_sign(linker: Linker, write: Write, say: Say) -> None:
    """Whoever is blocked, or has an audience, is taken for the platform of that name; a letter or a number is not."""
    document = write("Orange sank. X sank. 360 sank.")
    made = [say(document, "restriction", f"{words} sank.", subject=words) for words in ("Orange", "X", "360")]
    linked, _ = linker.link(made, document)
    assert [first(one).entity for one in linked] == ["orange", None, None]


def test_one_name_is_of_one_sort_within_a_document(linker: Linker, write: Write, say: Say) -> None:
    """A platform that also speaks is one entity and no person; a person who also acts stays the person."""
    document = write("Chirpo was shut. Chirpo spoke. Ana Ruiz spoke. Ana Ruiz shut it. Ruiz shut it too.")
    made = [
        say(document, "restriction", "Chirpo was shut.", subject="Chirpo"),
        say(document, "quotation", "Chirpo spoke.", subject="Chirpo"),
        say(document, "quotation", "Ana Ruiz spoke.", subject="Ana Ruiz"),
        say(document, "restriction", "Ana Ruiz shut it.", actor="Ana Ruiz"),
        say(document, "restriction", "Ruiz shut it too.", actor="Ruiz"),
    ]
    _, entities = linker.link(made, document)
    assert sorted((one.kind, one.label) for one in entities) == [("other", "Chirpo"), ("person", "Ana Ruiz")]


def test_names_are_the_other_names(linker: Linker, write: Write, say: Say) -> None:
    """A linked mention carries the entity's names in all scripts, without the one it is written with."""
    document = write("Zhihu has one.")
    (linked,), _ = linker.link([say(document, "party_body", document.text, subject="Zhihu")], document)
    assert first(linked).names == ("知乎",)


def test_an_antecedent_is_linked_in_place_of_the_words(linker: Linker, write: Write, say: Say) -> None:
    """“the company”, resolved by extraction to Zhihu, links to Zhihu and keeps its own words."""
    document = write("The company has one.")
    made = say(document, "party_body", document.text, subject="The company = Zhihu")
    (linked,), _ = linker.link([made], document)
    assert (first(linked).entity, first(linked).text, first(linked).names) == (
        "zhihu", "The company", ("Zhihu", "知乎")
    )


def test_who_is_credited_is_linked(linker: Linker, write: Write, say: Say) -> None:
    """The attribution links to outlets as roles link to actors."""
    document = write("Zhihu has one, Xinhua reported.")
    (linked,), entities = linker.link(
        [say(document, "party_body", document.text, by="Xinhua", subject="Zhihu")], document
    )
    assert linked.attributed_to is not None
    assert linked.attributed_to.entity == "xinhua"
    assert {one.id: one.kind for one in entities} == {"xinhua": "outlet", "zhihu": "platform"}


def test_linking_leaves_the_statement_what_it_was(linker: Linker, write: Write, say: Say) -> None:
    """Linking changes neither a statement's id nor anything it says, and linking again changes nothing."""
    document = write("Li Bin of Zhihu spoke.")
    made = say(document, "party_post", document.text, subject="Li Bin", organisation="Zhihu")
    (linked,), entities = linker.link([made], document)
    assert linked.id == made.id
    assert linker.link([linked], document) == ((linked,), entities)


def test_a_family_name_means_the_one_person_who_has_it(linker: Linker, write: Write, say: Say) -> None:
    """“Li” is Li Bin where he is the document's only Li, and nobody where there are two or none."""
    document = write("Li Bin leads it. Li spoke. Zhao Min left. Chen left.")
    one = say(document, "party_post", "Li Bin leads it.", subject="Li Bin")
    short = say(document, "quotation", "Li spoke.", subject="Li")
    stray = say(document, "quotation", "Chen left.", subject="Chen")
    (full, linked, lost), _ = linker.link([one, short, stray], document)
    assert first(linked).entity == first(full).entity is not None
    assert first(linked).names == ("Li Bin",)
    assert first(lost).entity is None
    other = say(document, "party_post", "Zhao Min left.", subject="Zhao Min")
    document = write("Li Bin leads it. Li spoke. Li Na left.")
    other = say(document, "party_post", "Li Na left.", subject="Li Na")
    assert first(linker.link([one, short, other], document)[0][1]).entity is None


def test_namesakes_stay_apart_until_a_post_joins_them(linker: Linker, write: Write, say: Say) -> None:
    """One name in two documents is two people, unless both say that the person holds a post at the same place."""

    def person(id: str, text: str, **roles: str) -> str | None:
        document = write(text, id=id)
        return first(linker.link([say(document, "party_post", text, **roles)], document)[0][0]).entity

    bare = [person(id, "Li Bin is secretary.", subject="Li Bin") for id in ("one", "two")]
    assert bare[0] != bare[1]
    assert person("one", "Li Bin is secretary.", subject="Li Bin") == bare[0]
    posted = [
        person("three", "Li Bin is secretary at Zhihu.", subject="Li Bin", organisation="Zhihu"),
        person("four", "知乎 names Li Bin.", subject="Li Bin", organisation="知乎"),
        person("five", "Li Bin is secretary at Douban.", subject="Li Bin", organisation="Douban"),
        person("six", "Li Bin is at the Supreme Court.", subject="Li Bin", organisation="Supreme Court"),
        person("seven", "Li Bin is at the Supreme Court.", subject="Li Bin", organisation="Supreme Court"),
    ]
    assert posted[0] == posted[1]
    assert len({*bare, *posted}) == 6


def test_unlisted_organisations_are_one_everywhere(linker: Linker, write: Write, say: Say) -> None:
    """An unlisted organisation is one entity in all documents under all its legal forms; a bare institution is not."""

    def organisation(id: str, words: str) -> Entity:
        document = write(f"{words} spoke.", id=id)
        return linker.link([say(document, "party_body", document.text, subject=words)], document)[1][0]

    assert organisation("one", "Gouqi Reading Ltd").id == organisation("two", "the Gouqi Reading Co., Ltd.").id
    assert organisation("one", "Gouqi Reading Ltd").id != organisation("one", "Gouqi Writing Ltd").id
    assert organisation("one", "The Supreme Court").id != organisation("two", "The Supreme Court").id
    assert organisation("one", "Gouqi Reading Association").kind == "group"


def test_a_document_gives_one_entity_an_id_with_all_its_names(linker: Linker, write: Write, say: Say) -> None:
    """Two spellings of one unlisted organisation come out as one entity with both names."""
    document = write("Gouqi Reading Ltd spoke. Gouqi Reading agreed.")
    made = [
        say(document, "party_body", "Gouqi Reading Ltd spoke.", subject="Gouqi Reading Ltd"),
        say(document, "party_body", "Gouqi Reading agreed.", subject="Gouqi Reading"),
    ]
    _, entities = linker.link(made, document)
    assert [[name.text for name in one.names] for one in entities] == [["Gouqi Reading", "Gouqi Reading Ltd"]]
    assert {name.source for name in entities[0].names} == {one.id for one in made}


def test_order_makes_no_difference(linker: Linker, write: Write, say: Say) -> None:
    """Statements in any order link to the same entities, and give the same entities."""
    text = "Li Bin of Sina spoke. Li spoke. Sina agreed. Douban, Zhihu left. X users wept. Gouqi Reading Ltd won."
    document = write(text)
    made = [
        say(document, "party_post", "Li Bin of Sina spoke.", subject="Li Bin", organisation="Sina"),
        say(document, "quotation", "Li spoke.", subject="Li"),
        say(document, "party_body", "Sina agreed.", subject="Sina"),
        say(document, "restriction", "X users wept.", subject="X"),
        say(document, "party_body", "Gouqi Reading Ltd won.", subject="Gouqi Reading Ltd"),
    ]
    linked, entities = linker.link(made, document)
    for seed in range(10):
        mixed = random.Random(seed).sample(made, len(made))
        again, same = linker.link(mixed, document)
        assert same == entities
        assert sorted(again, key=lambda one: one.id) == sorted(linked, key=lambda one: one.id)


def test_text_roles_and_places_are_left_alone(linker: Linker, write: Write, say: Say) -> None:
    """Roles that hold words, or places, get no entity."""
    document = write("Li Bin, secretary of Zhihu, met in Hangzhou.")
    made = [
        say(document, "party_post", document.text, subject="Li Bin", post="secretary"),
        say(document, "gathering", document.text, subject="met", place="Hangzhou"),
    ]
    (post, gathering), _ = linker.link(made, document)
    assert (first(post, "post").entity, first(gathering, "place").entity) == (None, None)


def judgement(left: str, right: str, decision: Decision) -> Judgement:
    """A judgement on a pair."""
    return Judgement(about=pair_id(left, right), decision=decision, who="ann", when="2026-01-01", why="seen")


def test_judgements_hold_over_everything(book: Codebook, write: Write, say: Say) -> None:
    """A rejected link is not made, an accepted one is made against all signs, and joined entities get one id."""
    document = write("Momo sang. Zhihu sang. Gouqi Reading Ltd sang.")
    made = [
        say(document, "party_body", "Momo sang.", subject="Momo"),
        say(document, "party_body", "Zhihu sang.", subject="Zhihu"),
        say(document, "party_body", "Gouqi Reading Ltd sang.", subject="Gouqi Reading Ltd"),
    ]
    addresses = [mention_id(one.id, "subject") for one in made]
    unlisted = first(Linker(book).link(made, document)[0][2]).entity
    assert unlisted is not None
    judged = Linker(
        book,
        [
            judgement(addresses[0], "momo", Decision.ACCEPT),
            judgement(addresses[1], "zhihu", Decision.REJECT),
            judgement(unlisted, "douban", Decision.ACCEPT),
        ],
    )
    linked, entities = judged.link(made, document)
    assert [first(one).entity for one in linked][::2] == ["momo", "douban"]
    assert first(linked[1]).entity != "zhihu"
    assert {"momo", "douban"} <= {one.id for one in entities}


def test_a_name_can_be_looked_up(linker: Linker) -> None:
    """Looking a name up gives every listed actor that bears it, in any script, and none for an unknown name."""
    assert [one.id for one in linker.lookup("新浪")] == ["sina"]
    assert [one.id for one in linker.lookup("MPS")] == ["mps-cn", "mps-vn"]
    assert linker.lookup("Gouqi Reading") == ()
