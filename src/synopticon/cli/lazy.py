"""Modules loaded when they are first used, so that asking a command for its help does not load the parsers."""

from __future__ import annotations

import importlib
from typing import Any


class Lazy:
    """Stands for the module ``name`` and loads it when one of its names is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(importlib.import_module(self._name), attribute)
