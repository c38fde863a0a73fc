"""One word, one meaning; and no file of the project speaks of the machine or the workplace it was made on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, Module, modules, tracked

LEXICON = ROOT / "docs" / "lexicon.md"
ROW = re.compile(r"^\| \*\*(?P<word>[a-z ]+)\*\* \| (?P<meaning>.+?) \| (?P<instead>.*?) \|", re.MULTILINE)

# Words that the lexicon replaces and that name nothing else in code, so that no identifier may hold them.
REPLACED = {
    "snapshot": "capture", "snapshots": "capture", "citation": "anchor", "citations": "anchor", "claim": "statement",
    "claims": "statement", "fact": "statement", "facts": "statement", "certainty": "modality", "truth": "finding",
    "truths": "finding", "warning": "refusal", "warnings": "refusal", "database": "register",
}  # fmt: skip
# Identifiers that hold such a word and mean something else, with the reason.
OTHERWISE: dict[str, str] = {}

# Put together from parts, because this file is a file of the project too.
ELSEWHERE = re.compile(
    r"(?<![\w.:/~-])/(?:" + "|".join(("wor" + "k", "roo" + "t", "hom" + "e", "User" + "s", "op" + "t")) + r")/\w"
    r"|\b[A-Z]:\\Users\\|\bissue" + r" #?\d+\b|\bsub-?agents?\b|\bAI (?:assistant|agent)\b|\bprotocols\.md\b"
)


def identifiers(module: Module) -> Iterator[str]:
    """Every name that a module gives to something: modules, classes, functions, parameters, variables, attributes."""
    yield module.name.rpartition(".")[2]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr


def parts(identifier: str) -> set[str]:
    """The words of an identifier, in small letters."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)}


def strings(module: Module) -> Iterator[tuple[int, str]]:
    """Every string of a module that may reach a reader: all but docstrings."""
    told = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def lexicon() -> dict[str, tuple[str, str]]:
    """The lexicon's words with their meaning and what they are not."""
    return {row["word"]: (row["meaning"], row["instead"]) for row in ROW.finditer(LEXICON.read_text("utf-8"))}


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_no_identifier_uses_a_word_that_was_replaced(module: Module) -> None:
    """Code says capture, anchor, statement, finding, refusal and register, and none of their synonyms."""
    wrong = {
        f"{name}: say {REPLACED[word]}"
        for name in identifiers(module)
        for word in parts(name) & set(REPLACED)
        if name not in OTHERWISE
    }
    assert wrong == set()


def test_every_word_of_the_lexicon_is_used() -> None:
    """The lexicon is a list of words that the code has, each with a meaning, none twice."""
    words = lexicon()
    used = {word for module in modules() for name in identifiers(module) for word in parts(name)}
    assert len(words) >= 13
    assert [word for word in words if not {word, f"{word}s"} & used] == []
    meanings = [meaning for meaning, _ in words.values()]
    assert len(set(meanings)) == len(meanings)


def test_every_replaced_word_stands_in_the_lexicon() -> None:
    """A word that code may not use is one the lexicon told its reader not to expect."""
    told = {word for _, instead in lexicon().values() for word in parts(instead)}
    singular = {word.rstrip("s") for word in REPLACED}
    assert sorted(singular - {w.rstrip("s") for w in told}) == []


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_nothing_printed_says_independent_or_proves(module: Module) -> None:
    """What reaches a reader says that no shared text was found, never that sources are independent; nothing proves."""
    if module.name.startswith(("synopticon.extract", "synopticon.codebook")):
        return  # there these are words of the reports that are read
    said = [(line, text) for line, text in strings(module) if re.search(r"\b(independen\w+|prove[sd]?|proof)\b", text)]
    assert said == []


def texts() -> Iterator[tuple[Path, str]]:
    """The project's files that are text."""
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data[:8192]:
            yield path, data.decode("utf-8", "replace")


def test_no_file_speaks_of_where_it_was_made() -> None:
    """No path of a machine and no word of a workplace stands in any file of the project."""
    found = [
        f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, hit.start()) + 1}: {hit[0]}"
        for path, text in texts()
        for hit in ELSEWHERE.finditer(text)
    ]
    assert found == []


MADE_AT = re.compile(rb"/(?:work|tmp|home|root|Users)/[\w.+-]+/|site-packages/")


def test_no_binary_file_carries_where_it_was_made() -> None:
    """Exporters and PDF writers note down paths beside what they write; none is shipped."""
    binary = [path for path in tracked() if b"\0" in path.read_bytes()[:8192]]
    found = [(path.name, hit[0]) for path in binary for hit in MADE_AT.finditer(path.read_bytes())]
    assert binary and found == []


@pytest.mark.parametrize("text", ["see /" + "work/main/a.py", "in /" + "home/ann/x", "as iss" + "ue 12 says"])
def test_a_planted_path_or_word_is_found(text: str) -> None:
    """The pattern sees what it is there to see."""
    assert ELSEWHERE.search(text)


@pytest.mark.parametrize("text", ["https://a.example/" + "work/x", "/usr/bin/env bash", "the issue is open"])
def test_addresses_and_plain_words_are_let_be(text: str) -> None:
    """A web address, a system path and the word alone are no breach."""
    assert not ELSEWHERE.search(text)
