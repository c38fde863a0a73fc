"""Holders: what pronouns and "the company" stand for, and when they stand for nobody."""

from __future__ import annotations

import pytest

from synopticon.extract.holders import REACH
from tests.reader import Reader

HAS = "has 283 Communist Party members."


def subjects(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    """Words and antecedent of whoever has party members in a text."""
    found = [s.roles["subject"][0] for s in reader.statements(text, "party_members")]
    return [(one.text, one.antecedent) for one in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words", "antecedent"),
    [
        (f"Sina is a portal. It {HAS}", "It", "Sina"),
        (f"Sina is large. The company {HAS}", "company", "Sina"),
        (f"Sina met Sohu. It {HAS}", "It", "Sina"),
        (f"It snowed. People like Sina. It {HAS}", "It", "Sina"),
        (f"Sina, a portal, {HAS}", "Sina", None),
        (f"The portal Sina {HAS}", "Sina", None),
        (f"Sina {HAS}", "Sina", None),
    ],
)
def test_who_is_meant(reader: Reader, text: str, words: str, antecedent: str | None) -> None:
    """A pronoun and "the company" take the subject before them; a name by apposition stands for its noun.

    The words stay as they are written, and the antecedent is marked as one.
    """
    assert subjects(reader, text) == [(words, antecedent)]


@pytest.mark.parametrize(
    "text",
    [
        f"It {HAS}",
        f"Sina met Sohu. Baidu called. They {HAS.replace('has', 'have')}",
        f"Maria Lopez is here. It {HAS}",
        "Sohu fined Sina. " + "It snowed. " * (REACH + 1) + f"It {HAS}",
    ],
)
def test_nobody_is_guessed(reader: Reader, text: str) -> None:
    """A pronoun without a name before it, for many, for the wrong sort or from too far away gives no statement."""
    assert subjects(reader, text) == []


def test_a_person_is_he_and_a_firm_is_it(reader: Reader) -> None:
    """A personal pronoun takes the person and passes over the firm named between."""
    found = reader.one("Li Bin is chief executive of Weibo. He joined Sina in 2015.", "membership_or_move")
    assert found.roles["subject"][0].antecedent == "Li Bin"  # type: ignore[union-attr]


def test_a_definite_noun_with_more_to_it_stands_for_itself(reader: Reader) -> None:
    """"The company" may stand for a name; "the Beijing company" says itself who is meant."""
    assert subjects(reader, f"Sina is large. The Beijing company {HAS}") == [("Beijing company", None)]


def test_names_are_learnt_in_the_order_of_the_text(reader: Reader) -> None:
    """A name that comes only later is no antecedent."""
    assert subjects(reader, f"It {HAS} Sina is a portal.") == []


def test_context_is_asked_of_the_whole_document(reader: Reader) -> None:
    """A bare "branch" is a party branch where the document speaks of the party anywhere, and else it is not."""
    assert reader.statements("Sina has a branch.", "party_body") == []
    assert len(reader.statements("Sina has a branch. The Communist Party met.", "party_body")) == 1
    assert reader.statements("Sina has an audit committee. The Communist Party met.", "party_body") == []
