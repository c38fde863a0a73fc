"""Running commands in this process, and one register that all tests of the command line read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from synopticon import pipeline
from synopticon.cli import main
from synopticon.codebook import load_codebook
from tests.shelf.process import EPOCH
from tests.shelf.reports import write_reports


@dataclass(frozen=True)
class Answer:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("sources") / "reports")


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory, reports: Path) -> Path:
    folder = tmp_path_factory.mktemp("built") / "register"
    pipeline.build([reports], folder, codebook=load_codebook(), now="2017-07-14T02:40:00Z")
    return folder


@pytest.fixture
def copy(tmp_path: Path, register: Path) -> Path:
    return Path(shutil.copytree(register, tmp_path / "copy"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line with these arguments; the clock stands still."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    def running(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(int(left.value.code or 0), said.out, said.err)

    return running
