"""The codebook's own sentences: each type finds what it must and leaves what it must, read by the real path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from synopticon.codebook import load_codebook
from synopticon.codebook.schema import Example, StatementType
from synopticon.records import Mention, Moment, Quantity, Statement, Value
from tests.reader import Reader

TYPES = load_codebook().types
LEAST = 3  # sentences of each sort that a type keeps in each language it has frames in
Pairs = list[tuple[StatementType, Example]]
FOUND: Pairs = [(kind, example) for kind in TYPES.values() for example in kind.must_find]
LEFT: Pairs = [(kind, example) for kind in TYPES.values() for example in kind.must_not_find]


def ids(pairs: Pairs) -> list[str]:
    """Type, language and the beginning of the sentence."""
    return [f"{kind.name}-{example.language}-{example.text[:48]}" for kind, example in pairs]


def folded(text: str) -> str:
    """Without regard to case, blanks and the form of apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def holds(value: Value, wanted: Any) -> bool:
    """Whether a role's value is the one wanted: words hold words, figures and dates are the same."""
    if isinstance(value, Mention):
        return any(folded(str(wanted)) in folded(words) for words in (value.text, value.antecedent or ""))
    if isinstance(value, Quantity):
        return [value.low, value.high] == list(wanted)
    if isinstance(value, Moment):
        return value.value == str(wanted)
    return value.value == wanted


def fits(statement: Statement, expect: Mapping[str, Any]) -> bool:
    """Whether a statement holds everything that an example expects."""
    rest = dict(expect)
    if statement.modality != rest.pop("modality", statement.modality):
        return False
    credited = rest.pop("attributed_to", None)
    if credited is not None and (statement.attributed_to is None or not holds(statement.attributed_to, credited)):
        return False
    return all(any(holds(value, wanted) for value in statement.roles.get(role, ())) for role, wanted in rest.items())


@pytest.mark.parametrize(("kind", "example"), FOUND, ids=ids(FOUND))
def test_what_must_be_found_is_found(reader: Reader, kind: StatementType, example: Example) -> None:
    """The sentence gives a statement of the type with every role, modality and source that it expects."""
    found = reader.statements(example.text, kind.name, published=None)
    assert any(fits(one, example.expect) for one in found), reader.told(example.text, kind.name, published=None)


@pytest.mark.parametrize(("kind", "example"), LEFT, ids=ids(LEFT))
def test_what_must_not_be_found_is_left(reader: Reader, kind: StatementType, example: Example) -> None:
    """The sentence gives no statement of the type."""
    assert reader.told(example.text, kind.name, published=None) == []


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_every_type_keeps_enough_sentences(kind: StatementType) -> None:
    """In each language that a type has frames in stand at least three sentences to find and three to leave."""
    spoken = {frame.language for frame in kind.frames} or {"en"}
    found = Counter(example.language for example in kind.must_find)
    left = Counter(example.language for example in kind.must_not_find)
    assert {one: (found[one], left[one]) for one in spoken if min(found[one], left[one]) < LEAST} == {}
