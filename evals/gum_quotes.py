"""Quotations of GUM's news and interviews (TEI ``<quote>`` and ``<q>``) against the spans that we find.

    python -m evals.gum_quotes [--gum FOLDER] [--errors] [--json]

``<quote>`` holds words that somebody said or wrote; ``<q>`` only what else stands between marks: terms, names and scare
quotes. ``<q>`` alone would leave out every direct quotation, so both are measured, each by itself. An element may be
one sentence or one paragraph of a quotation: those between one pair of marks are joined, as the codebook counts them,
and one that holds the cue between two halves is parted. An element without marks in the text (indented, or in other
words) is left out and counted. Text is laid out from tokens by GUM's own tags for opening and closing marks, since a
token says nothing of the spaces around it.

A span is right when the words inside our marks are the words inside theirs. ``unmarked`` counts our spans between marks
that GUM has no element for at all.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from synopticon.extract.quotations import find_quotations

GUM = Path(__file__).resolve().parents[2] / "shared" / "data" / "gum"
MARKS = "\"'“”‘’`«»"
_GLUED = re.compile(r"^(?:[,.;:!?%)\]]|['’](?:s|ve|re|ll|d|m)?$|n['’]t$)")
_TRANSLATED = re.compile(r"[ .,;]*(?:\(\(it\)\))?[ .,;]*$")
_CUE = re.compile(r"[,.!?]\" [^\"]{4,200}[.,:] \"(?=\w)")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One element: ``text[start:end]`` with its marks, and its name (``q`` or ``quote``)."""

    start: int
    end: int
    name: str


@dataclass(slots=True)
class _Layout:
    """Text being laid out from tokens and their tags."""

    text: str = ""
    glue: bool = True

    def add(self, token: str, tag: str) -> None:
        """Put one token behind the text, with a space where print has one."""
        closing = tag == "''" or (tag not in ("``", "''") and _GLUED.match(token) is not None)
        if not (self.glue or closing or tag == "HYPH"):
            self.text += " "
        self.text += token
        self.glue = tag in ("``", "HYPH") or token in ("(", "[", "$")

    def close(self) -> None:
        """End a paragraph."""
        self.text, self.glue = self.text.rstrip() + "\n\n", True


def read_tei(path: Path) -> tuple[str, list[Piece]]:
    """The text of one TEI file and its quoted elements in order."""
    layout, pieces = _Layout(), []

    def lines(words: str | None) -> None:
        for line in (words or "").split("\n"):
            token, *tags = line.split("\t")
            if tags:
                layout.add(token, tags[0])

    def walk(node: ElementTree.Element) -> None:
        start = len(layout.text)
        lines(node.text)
        for child in node:
            walk(child)
            lines(child.tail)
        if node.tag in ("q", "quote"):
            start += len(layout.text[start:]) - len(layout.text[start:].lstrip())
            pieces.append(Piece(start=start, end=len(layout.text), name=node.tag))
        elif node.tag in ("p", "head", "item", "sp", "lg"):
            layout.close()

    walk(ElementTree.fromstring(path.read_text(encoding="utf-8")))
    return layout.text, sorted(pieces, key=lambda piece: (piece.start, -piece.end))


def joined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The elements as pairs of marks: sentences and paragraphs of one quotation joined, one with a cue in it parted."""
    found: list[Piece] = []
    begun: Piece | None = None
    for piece in pieces:
        said = text[piece.start : piece.end]
        opens = said[:1] in MARKS
        if begun is not None and piece.name == "quote" and begun.end <= piece.start:
            piece, opens = Piece(start=begun.start, end=piece.end, name=piece.name), True
        end = _last_mark(text, piece)
        begun = piece if opens and end is None and piece.name == "quote" else None
        if opens and end is not None:
            found += _parted(text, Piece(start=piece.start, end=end, name=piece.name))
    return found


def _last_mark(text: str, piece: Piece) -> int | None:
    """The place behind the mark that closes an element; a translator's "((it))" may stand behind it."""
    said = _TRANSLATED.sub("", text[piece.start : piece.end])
    if len(said) > 1 and said[-1] in MARKS:
        return piece.start + len(said)
    after = text[piece.end : piece.end + 1]
    return piece.end + 1 if after and after in MARKS else None


def _parted(text: str, piece: Piece) -> list[Piece]:
    """An element that holds the cue between two halves of a quotation (", " he said. ") as its halves."""
    cue = _CUE.search(text, piece.start + 1, piece.end - 1)
    if cue is None:
        return [piece]
    halves = ((piece.start, cue.start() + 2), (cue.end() - 1, piece.end))
    return [Piece(start=start, end=end, name=piece.name) for start, end in halves]


def words(text: str) -> tuple[str, ...]:
    """The words of a stretch, without marks and punctuation."""
    return tuple(_WORD.findall(text))


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """The lines that hold words."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def measure(folder: Path, *, errors: bool = False) -> dict[str, Counter[str]]:
    """By element: how many are wanted, found with the right span, and left out because the text has no marks."""
    report: dict[str, Counter[str]] = {"quote": Counter(), "q": Counter()}
    for path in sorted(folder.glob("*.xml")):
        text, pieces = read_tei(path)
        wanted = joined(text, pieces)
        for name, score in report.items():
            inside = sum(any(w.start < p.end and p.start < w.end for w in wanted) for p in pieces if p.name == name)
            score["left out"] += sum(p.name == name for p in pieces) - inside
        read = find_quotations(text, paragraphs_of(text))
        ours = Counter(words(text[quote.start : quote.end]) for quote in read)
        for piece in wanted:
            said = words(text[piece.start : piece.end])
            right = any(
                quote.start < piece.end and piece.start < quote.end and words(text[quote.start : quote.end]) == said
                for quote in read
            )
            report[piece.name].update(wanted=1, right=int(right))
            ours[said] -= 1
            if errors and not right:
                print(f"{path.stem}: {piece.name} {text[piece.start : piece.end]!r}")
        report["quote"]["unmarked"] += sum(count for count in ours.values() if count > 0)
    return report


def share(score: Counter[str]) -> float:
    """How many of the wanted spans are found."""
    return round(score["right"] / max(score["wanted"], 1), 4)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.gum_quotes", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gum", type=Path, default=GUM)
    parser.add_argument("--errors", action="store_true", help="print every span that is not found")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    if not args.gum.is_dir():
        print(f"skipped: no GUM files in {args.gum}", file=sys.stderr)
        return 0
    report = measure(args.gum, errors=args.errors)
    figures = {name: {"share": share(score), **score} for name, score in report.items()}
    if args.json:
        print(json.dumps(figures))
        return 0
    for name, counts in figures.items():
        print(f"<{name}>".ljust(8), "  ".join(f"{key} {count}" for key, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
