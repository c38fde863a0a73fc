"""Law 6: no room reads the clock, the environment or the disk unasked; nothing reaches for the network."""

from __future__ import annotations

import ast

import pytest

from tests.house.ambient import reaches
from tests.house.tree import Module, modules

# Which rooms may do what, and why. The command line may do everything but reach for the network.
ALLOWED = {
    "cli": {"clock", "environment", "disk", "chance"},
    "read": {"disk"},  # sources are on it
    "archive": {"disk"},  # captures are kept on it
    "ledger": {"disk"},  # so is register.db
    "codebook": {"disk"},  # YAML that comes with the package, or a folder that was named
    "publish": {"disk"},  # exports go where they were asked to
    "pipeline": {"disk"},  # makes the register's folder
    "web": {"disk"},  # templates
}
# Programs inside rooms that speak to a terminal, by module, with the reason.
PROGRAMS = {
    "synopticon.codebook.__main__": "a checker of its own, run as python -m synopticon.codebook",
    "synopticon.codebook.pages": "a writer of pages, run as python -m synopticon.codebook.pages",
}

# Modules that read files which come with the package, or lie in a folder that was named, with the reason.
CARRIED = {
    "synopticon.extract.trained.files": "the trained reader, pinned by digest",
    "synopticon.extract.chinese.words": "the Chinese word model, in a wheel pinned by hash",
}


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_rooms_reach_for_nothing_unasked(module: Module) -> None:
    """No module reads the clock, the environment, chance, the network or the disk unless its room is there for it."""
    allowed = ALLOWED.get(module.room, set()) | ({"environment"} if module.name in PROGRAMS else set())
    allowed = allowed | ({"disk"} if module.name in CARRIED else set())
    found = [f"{module.name}:{r.line} {r.what}: {r.name}" for r in reaches(module.tree) if r.what not in allowed]
    assert found == []


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("from datetime import datetime\nx = datetime.now()", "clock"),
        ("import datetime as d\nx = d.date.today()", "clock"),
        ("import time\nx = time.perf_counter()", "clock"),
        ("from time import time\nx = time()", "clock"),
        ("import os\nx = os.environ['HOME']", "environment"),
        ("from os import environ as e\nx = e.get('HOME')", "environment"),
        ("from pathlib import Path\nx = Path.cwd()", "environment"),
        ("print('here')", "environment"),
        ("import random\nx = random.random()", "chance"),
        ("import urllib.request", "network"),
        ("from urllib import request", "network"),
        ("from http.client import HTTPConnection", "network"),
        ("open('a')", "disk"),
        ("def f(p): return p.read_text()", "disk"),
    ],
)
def test_a_planted_reach_is_found(source: str, what: str) -> None:
    """Each kind of reach is seen, under whatever name it was imported."""
    assert what in {r.what for r in reaches(ast.parse(source))}


@pytest.mark.parametrize(
    "source",
    [
        "import random\nx = random.Random(7)",
        "from urllib.parse import urlsplit\nx = urlsplit('a')",
        "from datetime import datetime\nx = datetime(2017, 7, 1)",
        "import time\ntime.sleep",
        "class A:\n    def now(self): return 1\nx = A().now()",
        "def f(open): return 1",
    ],
)
def test_what_only_looks_like_a_reach_is_let_be(source: str) -> None:
    """Seeded chance, parsing an address, a date spelled out and names of our own are no reach."""
    assert list(reaches(ast.parse(source))) == []
