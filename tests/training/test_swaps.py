"""A subject under another name: every label still points at the words it pointed at."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.alignment import Example, Label
from training.swaps import names_of, swapped

SENTENCE = "On Monday Norwell fined Tarn Video 300,000 crowns over its lists."
LABEL = Label(
    type="restriction", modality="asserted", subject=(1, 24, 34),
    roles={"actor": (1, 10, 17), "amount": (1, 35, 49), "date": (1, 3, 9)}, value="fined",
)
EXAMPLE = Example(passage="p", before="Tarn Video grew.", sentence=SENTENCE, labels=(LABEL,))


def words(example: Example) -> dict[str, str]:
    """What each role of the first label points at in the sentence."""
    return {role: example.sentence[start:end] for role, (_, start, end) in example.labels[0].roles.items()}


@given(st.integers(), st.text(alphabet="Abc d", min_size=2, max_size=20).filter(lambda t: t[0] == "A"))
def test_roles_keep_their_words(seed: int, name: str) -> None:
    """Longer or shorter, the new name moves the places behind it and no others."""
    other = swapped(EXAMPLE, {"restriction": [name]}, random.Random(seed))
    assert words(other) == words(EXAMPLE)
    place = other.labels[0].subject
    assert place is not None
    assert other.sentence[slice(*place[1:])] == name


def test_nothing_is_swapped_where_there_is_no_other_name() -> None:
    """A type without names leaves the example as it is."""
    assert swapped(EXAMPLE, {}, random.Random(1)) is EXAMPLE


def test_common_nouns_are_no_names() -> None:
    """What begins with an article is not offered as a name."""
    label = Label(type="restriction", modality="asserted", subject=(1, 0, 8))
    plain = Example(passage="p", before="", sentence="The site was shut.", labels=(label,))
    assert names_of([plain, EXAMPLE]) == {"restriction": ["Tarn Video"]}


def test_a_place_that_shares_a_part_of_the_name_forbids_it() -> None:
    """A role that cuts through the subject would point at nothing afterwards."""
    label = Label(type="restriction", modality="asserted", subject=(1, 24, 34), roles={"actor": (1, 29, 49)})
    example = Example(passage="p", before="", sentence=SENTENCE, labels=(label,))
    assert swapped(example, {"restriction": ["Umbra"]}, random.Random(1)) is example
