"""Each folder of formats is told in its tuple: a file that exists and is not listed fails here."""

from __future__ import annotations

import importlib
import inspect
from pkgutil import iter_modules
from types import ModuleType

import pytest

# The package, its tuple, and the modules that are no format: the protocol, and what several formats share.
TUPLES = [
    ("synopticon.read.formats", "FORMATS", {"base"}),
    ("synopticon.text.media", "MEDIA", {"base"}),
    ("synopticon.publish.formats", "EXPORTS", {"base"}),
]


def home(element: object) -> str:
    """The module an element of a tuple was made in."""
    if isinstance(element, ModuleType):
        return element.__name__
    if inspect.isclass(element) or inspect.isfunction(element):
        return element.__module__
    return type(element).__module__


@pytest.mark.parametrize(("package", "name", "aside"), TUPLES)
def test_every_file_is_listed(package: str, name: str, aside: set[str]) -> None:
    """The tuple lists one element from each file of its folder, and none from elsewhere."""
    room = importlib.import_module(package)
    listed = getattr(room, name)
    assert isinstance(listed, tuple)
    files = {f"{package}.{found.name}" for found in iter_modules(room.__path__) if found.name not in aside}
    names = {f"{package}.{value.__name__.rpartition('.')[2]}" for value in listed if isinstance(value, ModuleType)}
    assert {home(element) for element in listed} | names == files


@pytest.mark.parametrize(("package", "name", "aside"), TUPLES)
def test_nothing_is_listed_twice(package: str, name: str, aside: set[str]) -> None:
    """Each element of a tuple stands in it once."""
    listed = getattr(importlib.import_module(package), name)
    assert len({id(element) for element in listed}) == len(listed)
