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


def made_in(element: object, files: dict[str, ModuleType]) -> str | None:
    """The file that an element of a tuple was made in: by itself, by its class, or by who holds it."""
    if isinstance(element, ModuleType):
        return element.__name__ if element.__name__ in files else None
    own = getattr(element, "__module__", None) if inspect.isclass(element) or inspect.isfunction(element) else None
    own = own or type(element).__module__
    if own in files:
        return own
    return next((name for name, file in files.items() if any(v is element for v in vars(file).values())), None)


@pytest.mark.parametrize(("package", "name", "aside"), TUPLES)
def test_every_file_is_listed(package: str, name: str, aside: set[str]) -> None:
    """The tuple lists one element or more from each file of its folder, and none from elsewhere."""
    room = importlib.import_module(package)
    found = [f"{package}.{one.name}" for one in iter_modules(room.__path__) if one.name not in aside]
    files = {name: importlib.import_module(name) for name in found}
    listed = getattr(room, name)
    assert isinstance(listed, tuple)
    assert {made_in(element, files) for element in listed} == set(files)


@pytest.mark.parametrize(("package", "name", "aside"), TUPLES)
def test_nothing_is_listed_twice(package: str, name: str, aside: set[str]) -> None:
    """Each element of a tuple stands in it once."""
    listed = getattr(importlib.import_module(package), name)
    assert len({id(element) for element in listed}) == len(listed)
