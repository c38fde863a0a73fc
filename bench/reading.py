"""Extraction beside "parse everything with spaCy", in one run on one thread: ``python -m bench.reading``.

Over the same documents the whole spaCy pipeline reads every sentence, then `extract` does its work, with the trained
reader and without. Off-topic texts are written by program; relevant ones are whole news reports read from the folder
given with ``--shared`` (left out where it is not there). Below: characters of Chinese a second, and nasty input at two
sizes, since time that doubles with the size is linear. Absolute figures move with the machine; quote the ratios.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.pages import words
from synopticon import text
from synopticon.codebook import load_codebook
from synopticon.extract import Extractor, TrainedReader
from synopticon.records import Capture, Given, Refusal, sha256
from synopticon.text import Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
WORDS = "the network said users of platforms in cities read news about people and weather today "
CHINESE = "昨天这座城市下了雨，人们在街上走着，商店照常开门，孩子们放学回家。"

NASTY: Mapping[str, Callable[[int], str]] = {
    "no punctuation": lambda n: WORDS * n,
    "all capitals": lambda n: (WORDS.upper().strip() + ". ") * n,
    "quotation marks": lambda n: "“a ” ‘b’ \"c\" " * (8 * n),
    "Chinese without commas": lambda n: ("微博约谈用户党委" * 80 + "。") * (n // 40),
}


def read(body: str, language: str = "en") -> Reading:
    """A text as the product reads an article. Raises ``ValueError`` where it refuses it."""
    line = json.dumps({"text": body, "language": language}, ensure_ascii=False).encode()
    found = text.read(line, Capture(
        sha256=sha256(line), source="bench", locator=None, media="application/x.article+json", size=len(line),
        captured_at="2026-01-01T00:00:00Z", given=Given(language=language),
    ))  # fmt: skip
    if isinstance(found, Refusal):
        raise ValueError(found.detail)
    return found


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def compared(name: str, readings: Sequence[Reading], ways: Mapping[str, Extractor]) -> str:
    """One line: how many times as fast as parsing everything each way of extracting is."""
    parser = next(iter(ways.values())).model
    bodies = [one.document.text[s.start : s.end] for one in readings for s in one.sentences]
    whole = timed(lambda: [len(doc) for doc in parser.pipe(bodies)])
    told = []
    for way, extractor in ways.items():
        spent = timed(lambda extractor=extractor: [  # type: ignore[misc]
            extractor.statements(one.document, one.paragraphs, one.sentences) for one in readings])
        told.append(f"{way} {whole / spent:.1f}x")
    return f"{name}: {len(readings)} texts, {len(bodies)} sentences; spaCy 1x ({whole:.1f} s), {', '.join(told)}"


def throughput(extractor: Extractor) -> str:
    """Characters a second of Chinese text that speaks of the matter, and of text that does not."""
    relevant = ["国家网信办昨天约谈了微博，并罚款80万元。豆瓣设有党委，共有党员300名。知乎月活跃用户达1.02亿。" * 20]
    told = []
    for name, bodies in (("relevant", relevant * 5), ("off-topic", [CHINESE * 40] * 50)):
        readings = [read(body, "zh") for body in bodies]
        extract(extractor, readings[:1])
        spent = timed(lambda readings=readings: extract(extractor, readings))  # type: ignore[misc]
        told.append(f"{name} {sum(map(len, bodies)) / spent:,.0f} characters/s")
    return f"Chinese: {', '.join(told)}"


def extract(extractor: Extractor, readings: Sequence[Reading]) -> None:
    """All statements of all texts."""
    for one in readings:
        extractor.statements(one.document, one.paragraphs, one.sentences)


def growth(extractor: Extractor, size: int) -> list[str]:
    """For each kind of nasty input, the time for a size and for twice that."""
    lines = []
    for name, make in NASTY.items():
        once, twice = (_spent(extractor, make(n), "zh" if "Chinese" in name else "en") for n in (size, 2 * size))
        lines.append(f"{name}: {once:.2f} s, twice as much in {twice:.2f} s ({twice / once:.1f}x)")
    return lines


def _spent(extractor: Extractor, body: str, language: str) -> float:
    reading = read(body, language)
    return timed(lambda: extract(extractor, [reading]))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description="Extraction beside a full parse.")
    parser.add_argument("--texts", type=int, default=60, help="off-topic texts")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder whose newsset holds whole news reports")
    args = parser.parse_args(argv)
    codebook = load_codebook()
    ways = {"rules and reader": Extractor(codebook, reader=TrainedReader()), "rules alone": Extractor(codebook)}
    warm = [read("Sina Corp has 283 Communist Party members. Ankara blocked Wikipedia on Monday.")]
    for extractor in ways.values():
        extract(extractor, warm)
    print(compared("off-topic news", [read(words(seed)) for seed in range(args.texts)], ways))
    news = sorted((args.shared / "newsset" / "text").glob("*.txt"))
    if news:
        print(compared("relevant news", [read(path.read_text("utf-8")) for path in news], ways))
    print(throughput(ways["rules alone"]))
    print(*growth(ways["rules alone"], 400), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
