"""The trained reader: for a sentence and what stands before it, which types it speaks and which words fill which role.

Each sentence is read alone, unpadded and on one thread, so that its scores do not depend on what else is read. Two
graphs run on onnxruntime: the first gives types, subjects and vectors; the second, for each type that may be spoken
and each of its subjects, the roles, the modality and the enumerated value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synopticon.errors import MissingPart
from synopticon.extract.trained.encoding import Encoded, Tokenizer, encode
from synopticon.extract.trained.files import MODELS, trained_file
from synopticon.extract.trained.labels import FLAT, MODALITIES, ROLES, ROLES_OF, TYPES, VALUE_OF, bucket

Scores = NDArray[np.float32]
Tokens = tuple[int, int]

FLOOR = 0.05  # a type less probable than this is not looked into; no threshold in use is as low
PLACES = 4  # decimals of every score: the last bits of a sum differ between processors


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Words that fill a role: ``part`` 1 is the sentence, 0 what stands before; code points; ``score`` 0 to 1."""

    part: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One subject of one type, with the roles, modality and value of what is said of it.

    ``roles`` holds for each role the words tagged, best first; ``modality`` a score for each; ``values`` a score for
    each enumerated value of the type.
    """

    words: Tagged
    roles: Mapping[str, tuple[Tagged, ...]] = field(default_factory=dict)
    modality: Mapping[str, float] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read2:
    """What the reader makes of one sentence: the probability of each type, and subjects of the probable ones."""

    types: Mapping[str, float]
    subjects: Mapping[str, tuple[Subject, ...]]


class TrainedReader:
    """Reads English sentences by the trained files in ``folder``, which are loaded when first needed.

    Raises :class:`MissingPart` then, when a file is missing or altered (``checked``) or onnxruntime is not installed.
    """

    def __init__(self, folder: Path = MODELS, *, language: str = "en", checked: bool = True, threads: int = 1) -> None:
        self.folder, self.name, self.checked, self.threads = folder, f"reader-{language}", checked, threads

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Read2]:
        """Read sentences, each given as ``(what stands before, the sentence)``."""
        return [self._read(before, sentence) for before, sentence in pairs]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        data = self._file(f"{self.name}-tokenizer.json")
        try:
            import tokenizers  # noqa: PLC0415  (only where sentences are read)
        except ImportError as error:
            raise _uninstalled("tokenizers") from error
        found: Any = tokenizers.Tokenizer.from_str(data.decode("utf-8"))
        found.no_truncation()
        found.no_padding()
        return found  # type: ignore[no-any-return]

    @cached_property
    def _first(self) -> Any:
        return self._session(f"{self.name}.onnx")

    @cached_property
    def _second(self) -> Any:
        return self._session(f"{self.name}-roles.onnx")

    def _file(self, name: str) -> bytes:
        return trained_file(name, self.folder, None if self.checked else {})

    def _session(self, name: str) -> Any:
        data = self._file(name)
        try:
            import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415  (slow to import: only where needed)
        except ImportError as error:
            raise _uninstalled("onnxruntime") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = self.threads
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])

    def _read(self, before: str, sentence: str) -> Read2:
        if not sentence.strip():
            return Read2(types=dict.fromkeys(TYPES, 0.0), subjects={})
        encoded = encode(self._tokenizer, before, sentence)
        ids, segments = np.array(encoded.ids, np.int64), np.array(encoded.segments, np.int64)
        scores, tags, vectors = self._first.run(None, {"ids": ids, "segments": segments})
        types = 1 / (1 + np.exp(-scores.astype(np.float64)))
        told = [
            (kind, *spot) for kind, spoken in enumerate(types) if spoken >= FLOOR
            for spot in spans(softmax(tags[:, kind]), encoded)
        ]
        texts = (before, sentence)
        return Read2(
            types={kind: _rounded(p) for kind, p in zip(TYPES, types, strict=True)},
            subjects=self._subjects(encoded, texts, vectors, told) if told else {},
        )

    def _subjects(
        self, encoded: Encoded, texts: tuple[str, str], vectors: Scores, told: Sequence[tuple[int, Tokens, float]]
    ) -> dict[str, tuple[Subject, ...]]:
        length = len(encoded.ids)
        holders = np.zeros((len(told), length), np.float32)
        distances = np.zeros((len(told), length), np.int64)
        for row, (_, (start, end), _score) in enumerate(told):
            holders[row, start:end] = 1 / (end - start)
            distances[row] = [bucket(i - start if i < start else max(0, i - end + 1)) for i in range(length)]
        own = np.array(encoded.segments, np.float32) / sum(encoded.segments)
        kinds = np.array([kind for kind, _, _ in told], np.int64)
        tags, modality, values = self._second.run(
            None, {"vectors": vectors, "kinds": kinds, "subjects": holders, "distances": distances, "own": own}
        )
        found: dict[str, list[Subject]] = {}
        for row, (kind, spot, score) in enumerate(told):
            roles = {
                role: tuple(_tagged(encoded, texts, *hit) for hit in spans(softmax(tags[row, :, number]), encoded))
                for number, role in enumerate(ROLES) if role in ROLES_OF[TYPES[kind]]
            }
            found.setdefault(TYPES[kind], []).append(Subject(
                words=_tagged(encoded, texts, spot, score),
                roles={role: hits for role, hits in roles.items() if hits},
                modality=_named(MODALITIES, softmax(modality[row])),
                values=_values(TYPES[kind], values[row]),
            ))  # fmt: skip
        return {kind: tuple(members) for kind, members in found.items()}


def spans(tags: NDArray[np.float64], encoded: Encoded, least: float = 0.3) -> list[tuple[Tokens, float]]:
    """Stretches of word pieces tagged as one role, best first: (pieces, score). ``tags`` is (pieces, 3) of outside,
    begins, goes on. A stretch begins where a role is likelier to begin than ``least`` and goes on while it is inside.
    """
    found, place, count = [], 0, len(tags)
    while place < count:
        start, end = encoded.places[place]
        inside = 1 - tags[place, 0]
        if start == end or inside < least or (tags[place, 1] < tags[place, 2] and tags[place, 1] < least):
            place += 1
            continue
        stop, scores = place + 1, [inside]
        while stop < count and encoded.segments[stop] == encoded.segments[place] and _goes_on(tags, stop, encoded):
            scores.append(1 - tags[stop, 0])
            stop += 1
        found.append(((place, stop), float(np.mean(scores))))
        place = stop
    return sorted(found, key=lambda hit: (-hit[1], hit[0]))


def _goes_on(tags: NDArray[np.float64], place: int, encoded: Encoded) -> bool:
    start, end = encoded.places[place]
    if start == end:
        return False
    if start == encoded.places[place - 1][1]:  # a piece of the same word, or a mark on it
        return bool(tags[place, 0] < 0.7 or tags[place, 2] > tags[place, 1])
    return bool(tags[place, 2] > max(tags[place, 1], tags[place, 0]))


def softmax(scores: Scores) -> NDArray[np.float64]:
    """Scores as probabilities over the last axis."""
    high = scores.astype(np.float64) - scores.max(-1, keepdims=True)
    raised = np.exp(high)
    return raised / raised.sum(-1, keepdims=True)  # type: ignore[no-any-return]


def _tagged(encoded: Encoded, texts: tuple[str, str], pieces: Tokens, score: float) -> Tagged:
    """Word pieces as whole words in code points."""
    part = encoded.segments[pieces[0]]
    start, end = encoded.places[pieces[0]][0], encoded.places[pieces[1] - 1][1]
    start, end = whole_words(texts[part], start, end)
    return Tagged(part=part, start=start, end=end, score=_rounded(score))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to the letters and digits it cuts through (Han text has no words to complete), and without
    the marks and blanks around it."""
    while start > 0 and _joined(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _joined(text[end - 1], text[end]):
        end += 1
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


MARKS = " \t\n,;:.\"“”'‘’()[]-–—"


def _joined(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum() and not ("\u3040" <= one <= "\u9fff" or "\u3040" <= other <= "\u9fff")


def _values(kind: str, scores: Scores) -> dict[str, float]:
    role = VALUE_OF.get(kind)
    numbers = [i for i, (name, _) in enumerate(FLAT) if name == role]
    return _named([FLAT[i][1] for i in numbers], softmax(scores[numbers])) if numbers else {}


def _named(names: Sequence[str], scores: NDArray[np.float64]) -> dict[str, float]:
    return {name: _rounded(score) for name, score in zip(names, scores, strict=True)}


def _rounded(score: float) -> float:
    return round(float(score), PLACES)


def _uninstalled(package: str) -> MissingPart:
    return MissingPart(
        f"{package} is not installed", where="the trained reader of sentences", next_step=f"Run: pip install {package}"
    )
