"""The errors are the tree their docstring draws, each is a builtin too, and they survive pickling."""

from __future__ import annotations

import copy
import inspect
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon import errors

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.SynopticonError) and kind.__module__ == errors.__name__
]
LEAVES = [kind for kind in KINDS if not kind.__subclasses__()]
DRAWN = re.compile(r"^ {4}(?P<depth>[ |]*?)(?:\+- )?(?P<name>[A-Z]\w+)(?: \((?P<builtin>\w+)\))?(?:\s{2,}.*)?$")


def drawn() -> list[tuple[int, str, str | None]]:
    """The tree in the docstring as depth, name and builtin."""
    body = (errors.__doc__ or "").split("::")[1].split("Every leaf")[0]
    rows = [row for line in body.splitlines() if (row := DRAWN.match(line))]
    return [(len(row["depth"]) // 4 + ("+-" in row[0]), row["name"], row["builtin"]) for row in rows]


def real(kind: type[errors.SynopticonError], depth: int = 0) -> list[tuple[int, str, str | None]]:
    """The tree of classes in the order they are defined, in the same shape."""
    own = [b.__name__ for b in kind.__bases__ if not issubclass(b, errors.SynopticonError) and b is not Exception]
    rows = [(depth, kind.__name__, own[0] if own else None)]
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            rows += real(child, depth + 1)
    return rows


def test_the_docstring_draws_the_tree_as_it_is() -> None:
    """Names, depth, order and builtins in the drawing are those of the classes."""
    assert drawn() == real(errors.SynopticonError)


@pytest.mark.parametrize("kind", LEAVES, ids=lambda k: k.__name__)
def test_every_leaf_is_also_a_builtin(kind: type[errors.SynopticonError]) -> None:
    """Code that knows nothing of synopticon can catch it by a builtin more telling than ``Exception``."""
    builtins = [b for b in kind.__mro__ if b.__module__ == "builtins"]
    assert builtins[0] not in (Exception, BaseException)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
@given(what=st.text(), where=st.text(), next_step=st.text())
def test_errors_survive_pickling(kind: type[errors.SynopticonError], what: str, where: str, next_step: str) -> None:
    """A pickled or copied error has the same type, facts and message, so it can cross a process."""
    error = kind(what, where=where, next_step=next_step)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is kind
        assert (again.what, again.where, again.next_step) == (what, where, next_step)
        assert str(again) == str(error)


def test_the_message_says_what_where_and_what_to_do_next() -> None:
    """The three facts stand in the message in that order, and an empty one leaves no trace."""
    error = errors.RegisterMissing("no register", where="build/demo", next_step="Run `synopticon build` first.")
    assert str(error) == "no register (build/demo). Run `synopticon build` first."
    assert str(errors.NotFound("no entity called Nobody")) == "no entity called Nobody."
