"""The codebook: what synopticon can read and whom it knows, as YAML, with its loader and its checker."""

from synopticon.codebook.check import Problem, check_codebook, find_problems
from synopticon.codebook.load import FOLDER, load_codebook
from synopticon.codebook.schema import (
    Actor,
    ActorName,
    Codebook,
    Example,
    Frame,
    Language,
    Outlet,
    Role,
    StatementType,
)

__all__ = [
    "FOLDER", "Actor", "ActorName", "Codebook", "Example", "Frame", "Language", "Outlet", "Problem", "Role",
    "StatementType", "check_codebook", "find_problems", "load_codebook",
]
