from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from synopticon.codebook import check_codebook, find_problems, load_codebook
from synopticon.codebook.check import RULES
from synopticon.errors import CodebookError

Write = Callable[..., Path]


def test_our_own_codebook_holds_together() -> None:
    """The codebook that comes with synopticon has no problem of any kind."""
    assert [str(problem) for problem in find_problems(load_codebook())] == []


def test_a_sound_codebook_has_no_problem(write: Write) -> None:
    """The checker passes a codebook in which nothing is wrong, and hands it back."""
    book = load_codebook(write())
    assert check_codebook(book) is book


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("types/held.yaml", "kind: quantity", "kind: number", "unknown kind “number”"),
        ("types/held.yaml", ", values: [small, large]", "", "values belong to an enumerated role"),
        ("types/held.yaml", "values: [small, large]", "values: [small, large, large]", "a value stands twice"),
        ("types/held.yaml", "name: held_meeting", "name: Held Meeting", "lower-case words joined by _"),
        ("types/held.yaml", ", required: true", "", "no role is required"),
        ("types/held.yaml", "must_find:\n  en:", "must_find:\n  de:", "no must_find sentence in “en”"),
        ("types/held.yaml", "must_not_find:\n  en:", "must_not_find:\n  de:", "unknown language “de”"),
        ("types/held.yaml", "roles: {subject: [agent]}", "roles: {who: [agent]}", "no role “who”"),
        ("types/held.yaml", "noun: meeting", "noun: party", "“party” is not among the nouns"),
        ("types/held.yaml", "subject: hall}", "subject: room}", "“room” is not among the heads"),
        ("types/held.yaml", "sets: {size: small}", "sets: {size: tiny}", "“tiny” is not a value of “size”"),
        ("types/held.yaml", "noun: meeting", "nuon: meeting", "unknown key “nuon”"),
        ("types/held.yaml", "{small: [little]", "{tiny: [little]", "“tiny” is no value of a role"),
        ("types/held.yaml", "    holds:\n", "    empty: {}\n    holds:\n", "an empty frame"),
        ("types/held.yaml", "expect: {subject: The choir", "expect: {who: The choir", "no role “who”"),
        ("types/held.yaml", ", size: small}}", ", size: tiny}}", "“tiny” is not a value of “size”"),
        ("types/held.yaml", "The choir sang.", "The choir held a meeting.", "this sentence stands twice"),
        ("types/held.yaml", "The choir sang.", "  ", "an empty sentence"),
        ("actors/some.yaml", "id: hall", "id: Hall One", "lower-case words joined by -"),
        ("actors/some.yaml", "kind: company", "kind: firm", "unknown kind “firm”"),
        ("actors/some.yaml", '"NO"', "Norway", "“Norway” is no country code"),
        ("actors/some.yaml", "{en: [The Choir], zh-Hans: [合唱团]}", "{}", "no name"),
        ("actors/some.yaml", "[The Choir]", '["The  Choir"]', "stray blanks"),
        ("actors/some.yaml", "[The Choir]", "[The Choir, The Choir]", "a name stands twice"),
        ("actors/some.yaml", "parent: choir", "parent: nobody", "unknown parent “nobody”"),
        ("actors/some.yaml", "kind: group", "kind: group, parent: hall", "a loop of parents: choir > hall > choir"),
        ("actors/some.yaml", "[The Choir]", "[The Choir, THE HALL]", "“the hall” is also a name of another entry"),
        ("outlets/some.yaml", "[The Herald]", "[The Herald, Hall]", "outlet herald: “hall” is also a name"),
        ("outlets/some.yaml", "[herald.example]", "[wire.example]", "belongs to wire as well"),
        ("outlets/some.yaml", "[herald.example]", "[www.herald.example]", "is no bare domain"),
        ("outlets/some.yaml", "prints: [wire]", "prints: [herald]", "“herald” is no agency"),
    ],
)
def test_each_inconsistency_is_told(write: Write, file: str, old: str, new: str, says: str) -> None:
    """One thing made wrong in a sound codebook is found, named in plain words, and raised by `check_codebook`."""
    book = load_codebook(write(file, old, new))
    assert says in "\n".join(str(problem) for problem in find_problems(book))
    with pytest.raises(CodebookError):
        check_codebook(book)


def test_a_shared_name_is_fine_when_all_call_it_ambiguous(write: Write) -> None:
    """Two entries may share a name that each of them declares ambiguous."""
    shared = write("outlets/some.yaml", "[The Herald]}", "[The Herald, Hall]}, ambiguous: [Hall]")
    assert find_problems(load_codebook(shared)) == ()


def test_each_rule_says_what_it_demands() -> None:
    """Every rule of the checker has a docstring, for that is the documentation of the codebook's rules."""
    assert all(rule.__doc__ for rule in RULES)


def test_the_command_ends_with_one_when_something_is_wrong(write: Write) -> None:
    """`python -m synopticon.codebook FOLDER` prints each problem on a line and ends with 1; a sound one ends with 0."""
    command = [sys.executable, "-m", "synopticon.codebook"]
    sound = subprocess.run([*command, str(write())], capture_output=True, text=True, check=False)
    assert (sound.returncode, sound.stdout) == (0, "")
    broken = write("actors/some.yaml", "parent: choir", "parent: nobody")
    told = subprocess.run([*command, str(broken)], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "actor hall: unknown parent “nobody”\n")
