"""``python -m synopticon.codebook [FOLDER]``: print what is wrong with a codebook; 1 if anything is, else 0."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from synopticon.codebook.check import find_problems
from synopticon.codebook.load import load_codebook
from synopticon.errors import CodebookError


def main(arguments: Sequence[str]) -> int:
    """Check the codebook in the folder named first, or the one that comes with synopticon."""
    try:
        found = find_problems(load_codebook(Path(arguments[0]) if arguments else None))
        problems = [str(problem) for problem in found]
    except CodebookError as error:
        problems = [str(error)]
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
