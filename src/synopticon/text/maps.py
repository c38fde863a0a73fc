"""The way back: which stretch of a source each stretch of a text came from.

A :class:`Map` belongs to one step and leads from the step's output to its input. It is a list of runs: a *linear*
run says that each code point out came from ``width`` units in (1 for a copy, 3 for a Chinese character in UTF-8,
5 for ``&amp;``); a run of width 0 came *as a whole* from its source (two line breaks from ``</p><p>``). Input that
no run covers was dropped. :class:`Offsets` chains the maps of all steps, last step last, so that the way from a
document's text to the bytes of its capture is composed and never searched for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

BYTE = "byte"
PAGE_CHARACTER = "page-character"
PAGE = 10_000_000
"""In the unit ``page-character`` a place is ``page * PAGE + character``: 30000120 is page 3, character 120.

Glyphs of a PDF have no bytes of their own, so its offsets end at what the PDF library calls the characters of a
page; pages count from 1, characters from 0. PDFium counts characters of one page up to about a million at most.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """One step's map. Run ``i`` covers output ``outs[i]`` up to the next run (or ``length``).

    It came from input ``starts[i]:ends[i]``, ``widths[i]`` units for each code point (0: as a whole).
    """

    outs: array[int]
    starts: array[int]
    ends: array[int]
    widths: array[int]
    length: int

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of input that output ``start:end`` came from. Raises ``ValueError`` out of bounds."""
        if not 0 <= start <= end <= self.length:
            raise ValueError(f"no span {start}:{end} in {self.length} code points")
        if start == end:
            place = self._left(start) if start < self.length else self._right(start)
            return place, place
        return self._left(start), self._right(end)

    def runs(self) -> Iterator[tuple[int, int, int, int, int]]:
        """Every run as ``(out_start, out_end, in_start, in_end, width)``."""
        stops = [*self.outs[1:], self.length] if self.outs else []
        yield from zip(self.outs, stops, self.starts, self.ends, self.widths, strict=True)

    def _left(self, place: int) -> int:
        run = bisect_right(self.outs, place) - 1
        return self.starts[run] + (place - self.outs[run]) * self.widths[run]

    def _right(self, place: int) -> int:
        if not self.outs:
            return 0
        run = max(bisect_right(self.outs, place - 1) - 1, 0)
        return self.starts[run] + (place - self.outs[run]) * self.widths[run] if self.widths[run] else self.ends[run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """The maps of all steps in the order they were taken; ``unit`` is what the first step's input is counted in.

    ``unit`` is ``byte``, or ``page-character`` for a PDF (see :data:`PAGE`).
    """

    maps: tuple[Map, ...]
    unit: str = BYTE

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the capture that ``text[start:end]`` came from. Raises ``ValueError`` out of bounds."""
        for step in reversed(self.maps):
            start, end = step.back(start, end)
        return start, end

    def describe(self, start: int, end: int) -> str:
        """Where ``text[start:end]`` stands in the capture, in words."""
        first, last = self.back(start, end)
        if self.unit == BYTE:
            return f"bytes {first} to {last}"
        return " to ".join(f"page {place // PAGE}, character {place % PAGE}" for place in (first, last))


class Builder:
    """Gathers runs in order; runs that continue the one before are joined to it."""

    __slots__ = ("_ends", "_length", "_outs", "_starts", "_widths")

    def __init__(self) -> None:
        self._outs: array[int] = array("q")
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._widths: array[int] = array("q")
        self._length = 0

    def add(self, size: int, start: int, end: int, width: int) -> None:
        """``size`` more code points came from input ``start:end``, ``width`` units each (0: as a whole)."""
        if not size:
            return
        if width and self._widths and self._widths[-1] == width and self._ends[-1] == start:
            self._ends[-1] = end
        else:
            self._outs.append(self._length)
            self._starts.append(start)
            self._ends.append(end)
            self._widths.append(width)
        self._length += size

    def copy(self, start: int, end: int) -> None:
        """Input ``start:end`` was kept as it is."""
        self.add(end - start, start, end, 1)

    def put(self, size: int, start: int, end: int) -> None:
        """``size`` code points stand for the whole of input ``start:end``."""
        self.add(size, start, end, end - start if size == 1 else 0)

    def build(self) -> Map:
        """The finished map."""
        return Map(outs=self._outs, starts=self._starts, ends=self._ends, widths=self._widths, length=self._length)
