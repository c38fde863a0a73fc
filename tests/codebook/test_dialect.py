from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from synopticon.codebook.dialect import Block, parse_yaml, plain
from synopticon.errors import CodebookError

TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@given(TREES)
def test_what_a_yaml_writer_quotes_comes_back(tree: object) -> None:
    """Any tree of texts, numbers, lists and mappings written with quoted texts is read back as it was."""
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"', sort_keys=False)
    assert plain(parse_yaml(written.encode(), "x.yaml")) == tree


@given(st.binary(max_size=80))
def test_any_bytes_give_a_value_or_an_error_with_a_place(data: bytes) -> None:
    """No bytes make anything but a value or a CodebookError escape."""
    try:
        parse_yaml(data, "x.yaml")
    except CodebookError as error:
        assert error.where.startswith("x.yaml")


def test_a_block_knows_its_line() -> None:
    """Mappings remember the line they start on, so that later errors can name it."""
    parsed = parse_yaml(b"a: 1\nb:\n  c: 2\nd: [{e: 3}]\n", "x.yaml")
    assert isinstance(parsed, Block)
    assert (parsed.line, parsed["b"].line, parsed["d"][0].line) == (1, 3, 4)


def test_anchors_and_merges_work() -> None:
    """A list written once can be used twice, and a mapping can take over another's keys."""
    parsed = parse_yaml(b"a: &x [1]\nb: *x\nc: &y {k: v}\nd: {<<: *y, l: w}\n", "x.yaml")
    assert plain(parsed) == {"a": [1], "b": [1], "c": {"k": "v"}, "d": {"k": "v", "l": "w"}}


@pytest.mark.parametrize("text", ["a: [1", "a: b: c", "a: 1\na: 2", "a: *x", "? [1]\n: 2", "\ta: 1", "a: !!binary x"])
def test_broken_yaml_names_the_line(text: str) -> None:
    """What is not YAML, or repeats a key, is an error that names file and line."""
    with pytest.raises(CodebookError) as error:
        parse_yaml(text.encode(), "x.yaml")
    assert error.value.where.startswith("x.yaml, line ")
