"""Annotated statements find their sentence and their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from synopticon.extract.trained.labels import FLAT, ROLES, ROLES_OF, TYPES, VALUE_OF, VALUES
from training.alignment import date_place, figure_place, label, name_place, role_place, sentence_of

SENTENCES = (
    "Harbour Chat met its users on Monday.",
    "Regulators fined Harbour Chat 20,000 crowns in May 2019, a court paper shows.",
    "Mira Oduya, its chief executive, said nothing.",
)


def words(place: tuple[int, int, int] | None, before: str, sentence: str) -> str | None:
    """The words that a place names."""
    return None if place is None else (before, sentence)[place[0]][place[1] : place[2]]


def test_sentence_by_its_opening() -> None:
    """Evidence names the sentence that opens with it, whatever the case and the marks."""
    assert sentence_of("regulators FINED Harbour Chat", SENTENCES) == 1


def test_sentence_by_words_inside() -> None:
    """Evidence that opens no sentence names the one that holds it."""
    assert sentence_of("its chief executive, said nothing", SENTENCES) == 2


def test_no_sentence() -> None:
    """Evidence that stands nowhere, and empty evidence, name no sentence."""
    assert sentence_of("A ship sank off the coast of", SENTENCES) is None
    assert sentence_of("", SENTENCES) is None


def test_name_in_the_sentence_comes_first() -> None:
    """A name that stands in the sentence is found there, though it stands before as well."""
    place = name_place(["Harbour Chat"], SENTENCES[0], SENTENCES[1])
    assert place is not None and place[0] == 1
    assert words(place, SENTENCES[0], SENTENCES[1]) == "Harbour Chat"


def test_name_before_the_sentence() -> None:
    """A name that the sentence does not hold is found in what stands before, at its last place."""
    before = f"{SENTENCES[0]} Harbour Chat again."
    place = name_place(["Harbour Chat"], before, SENTENCES[2])
    assert place == (0, before.rindex("Harbour"), before.rindex("Harbour") + 12)


def test_accepted_forms_are_tried() -> None:
    """Where the annotated name does not stand, an accepted form does."""
    assert words(name_place(["Oduya Mira Q.", "Mira Oduya"], "", SENTENCES[2]), "", SENTENCES[2]) == "Mira Oduya"


def test_name_by_most_of_its_words() -> None:
    """A description that stands with other words between is found by the stretch that holds its words."""
    sentence = "The court blocked three of the larger mail services on Friday."
    assert words(name_place(["three mail services"], "", sentence), "", sentence) == "three of the larger mail services"


def test_names_keep_to_whole_words() -> None:
    """A name is not found inside another word."""
    assert name_place(["Ola"], "", "Chocolate sells well.") is None


def test_figure_by_its_bounds() -> None:
    """A figure is found by the bounds that the rules read from its words, not by its digits."""
    sentence = "It has 12 offices and more than 800 members."
    assert words(figure_place({"low": 800, "high": None}, sentence, None), "", sentence) == "more than 800"


def test_date_by_its_value() -> None:
    """A relative date is found by the value that it has on the day of publication."""
    place = date_place("2019-03-04", SENTENCES[0], "2019-03-06")
    assert words(place, "", SENTENCES[0]) == "on Monday" or words(place, "", SENTENCES[0]) == "Monday"


def test_empty_roles_have_no_place() -> None:
    """A role that the annotation leaves empty is nowhere, and figures are not looked for before the sentence."""
    assert role_place("actor", None, "Police came.", "They left.", None) is None
    assert role_place("count", {"low": 5, "high": 5}, "Five came.", "They left.", None) is None


def test_label_of_a_statement() -> None:
    """A whole statement gives type, modality, value and the places of its words."""
    gold = {
        "type": "restriction", "subject": "Harbour Chat", "action": "fined", "actor": "Regulators",
        "amount": "20,000 crowns", "date": "2019-05", "modality": "asserted",
    }  # fmt: skip
    made = label(gold, "", SENTENCES[1], "2019-06-01")
    assert (made.type, made.modality, made.value) == ("restriction", "asserted", "fined")
    found = {role: words(place, "", SENTENCES[1]) for role, place in made.roles.items()}
    assert found["actor"] == "Regulators" and found["amount"] == "20,000 crowns"
    assert "May 2019" in str(found["date"])


@given(st.text(max_size=60), st.text(max_size=80))
def test_places_lie_in_their_text(name: str, sentence: str) -> None:
    """Whatever the texts, a place found lies inside the text it names and is not empty."""
    place = name_place([name], sentence[::-1], sentence)
    if place is not None:
        assert 0 <= place[1] < place[2] <= len(sentence)


def test_labels_fit_the_types() -> None:
    """Every type has its list of roles, every role is one that the reader tags, every value belongs to its type."""
    assert set(ROLES_OF) == set(TYPES)
    assert {role for roles in ROLES_OF.values() for role in roles} == set(ROLES)
    assert set(VALUE_OF.values()) == set(VALUES)
    assert len(FLAT) == sum(len(values) for values in VALUES.values())
