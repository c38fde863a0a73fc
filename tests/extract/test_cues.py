"""The scope cues are read from the codebook, and what cannot be placed is refused."""

from __future__ import annotations

from typing import Any

import pytest

from synopticon.codebook.load import load_codebook
from synopticon.errors import CodebookError
from synopticon.extract.cues import FORMS, Effect, read_cues


def test_lists_are_turned_round() -> None:
    """A word leads to its effect, by form for verbs, and `any` fills every form."""
    cues = read_cues({"scope": {
        "verbs": {"plan": {"any": ["plan"], "inf": ["want"]}, "deny": {"that": ["deny"]}},
        "nouns": {"end": ["repeal"]},
        "support": ["have"],
    }})  # fmt: skip
    assert all(cues.verbs[form]["plan"] is Effect.PLAN for form in FORMS)
    assert "want" not in cues.verbs["that"]
    assert cues.nouns == {"repeal": Effect.END}
    assert cues.support == {"have"}


def test_a_language_without_scope_has_no_cues() -> None:
    """Nothing listed is nothing found, and no error."""
    cues = read_cues({})
    assert not any(cues.verbs.values())
    assert not cues.negative


@pytest.mark.parametrize(
    "scope",
    [
        {"colours": ["red"]},
        {"verbs": {"wonder": {"inf": ["want"]}}},
        {"verbs": {"plan": {"gerund": ["plan"]}}},
        {"nouns": {"plan": "plan"}},
        {"nouns": {"plan": [False]}},
        {"nouns": {"plan": ["Plan"]}},
        {"support": {"have": 1}},
    ],
)
def test_what_cannot_be_placed_is_refused(scope: dict[str, Any]) -> None:
    """An unknown list, effect or form, or a word that is none, is named instead of being passed over."""
    with pytest.raises(CodebookError, match="scope"):
        read_cues({"scope": scope})


def test_the_codebook_holds_cues_for_english() -> None:
    """The lists that come with synopticon can be read, and each kind of cue is among them."""
    cues = read_cues(load_codebook().languages["en"].words)
    effects = set(cues.nouns.values()) | {e for table in cues.verbs.values() for e in table.values()}
    assert effects == set(Effect)
