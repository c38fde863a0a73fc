"""Exit codes: written down once, each with its meaning, and every error has one."""

from __future__ import annotations

import pytest

from synopticon import errors
from synopticon.cli.codes import EPILOG, MEANINGS, Code, code_for


def test_every_code_has_a_meaning_in_the_help() -> None:
    """No code can be returned that the help does not explain."""
    assert set(MEANINGS) == set(Code)
    for code, meaning in MEANINGS.items():
        assert f"{int(code)} {meaning}" in EPILOG


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.RegisterMissing, Code.REGISTER), (errors.RegisterBusy, Code.REGISTER),
        (errors.RegisterDamaged, Code.REGISTER), (errors.NotFound, Code.NOT_FOUND), (errors.MissingPart, Code.FAILED),
        (errors.CodebookError, Code.FAILED), (errors.ExportError, Code.FAILED),
    ],
)  # fmt: skip
def test_each_error_ends_with_its_code(kind: type[errors.SynopticonError], code: Code) -> None:
    """What a caller can do about an error decides the code."""
    assert code_for(kind("x")) == code
