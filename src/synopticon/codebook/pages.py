"""The codebook as pages for people: ``python -m synopticon.codebook.pages [FOLDER]`` writes one for each type.

Without a folder the pages go to ``docs/codebook`` of the current folder. A test holds them to the YAML.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from synopticon.codebook.load import load_codebook
from synopticon.codebook.schema import Codebook, Example, Frame, Role, StatementType

KINDS = {
    "entity": "a name, or words that stand for one",
    "text": "words of the document",
    "quantity": "an interval of numbers; an open end is left empty",
    "date": "ISO 8601, as precisely as the document says",
    "enum": "one of",
}
FUNCTIONS = {
    "agent": "who does it", "patient": "whom or what it is done to", "owner": "whose it is",
    "bearer": "who is meant by it", "complement": "what someone is made into", "place": "where",
    "scene": "where its verb takes place",
    "theme": "what its verb ties it to", "self": "the words themselves", "topic": "what the document speaks of most",
    "told": "who filled it in the statement before", "before": "the name before it", "dative": "to whom",
}  # fmt: skip
CONDITIONS = {
    "context": "the document must speak of the matter", "percent": "the number is a percentage",
    "specific": "only of one thing that can be told apart", "negated": "what is denied is what is meant",
}  # fmt: skip


def rendered(codebook: Codebook) -> Mapping[str, str]:
    """Every page by file name: one for each type, and ``README.md`` with the list of them."""
    pages = {f"{kind.name}.md": _page(kind) for kind in codebook.types.values()}
    rows = "".join(f"| [{kind.name}]({kind.name}.md) | {kind.says} |\n" for kind in codebook.types.values())
    intro = "# The codebook\n\nWhat synopticon reads out of documents: the types of statement, each with its page.\n"
    made = "\nThese pages are written by `python -m synopticon.codebook.pages` from the codebook's YAML.\n"
    return {"README.md": f"{intro}\n| type | says |\n|---|---|\n{rows}{made}", **pages}


def main(arguments: Sequence[str]) -> int:
    """Write the pages into the folder named first, and take away pages of types that are no more."""
    folder = Path(arguments[0]) if arguments else Path("docs/codebook")
    pages = rendered(load_codebook())
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("*.md")):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
    return 0


def _page(kind: StatementType) -> str:
    parts = [f"# {kind.name}\n\n{kind.says[:1].upper()}{kind.says[1:]}.\n"]
    parts.append("## Roles\n\n| role | needed | what it holds |\n|---|---|---|\n" + "".join(map(_role, kind.roles)))
    if kind.frames:
        parts.append("## Ways of saying it\n\nEach is a frame; its name is the `rule` of what it reads.\n")
    parts += map(_frame, kind.frames)
    parts.append("## Found\n\n" + "".join(map(_found, kind.must_find)))
    parts.append("## Left\n\n" + "".join(f"- {example.text}\n" for example in kind.must_not_find))
    return "\n".join(parts)


def _role(role: Role) -> str:
    held = KINDS[role.kind] + (" " + ", ".join(f"`{value}`" for value in role.values) if role.values else "")
    return f"| {role.name} | {'yes' if role.required else ''} | {held} |\n"


def _frame(frame: Frame) -> str:
    lines = "".join(f"- {line}\n" for line in _told(frame.pattern))
    return f"### `{frame.rule}`\n\n{lines}"


def _told(pattern: Mapping[str, Any]) -> Iterator[str]:
    """A frame in plain words, one line for each thing it asks or fills."""
    if "surface" in pattern:
        yield f"reads the sentence as it is written: `{pattern['surface']}`"
    if noun := pattern.get("noun"):
        yield f"hangs on a noun of the list *{noun}*" + _as(pattern)
    elif verb := pattern.get("verb"):
        yield f"hangs on a verb of the list *{verb}*"
    for role, functions in pattern.get("roles", {}).items():
        told = ", else ".join(FUNCTIONS.get(one, f"what stands after “{one}”") for one in functions)
        yield f"{role}: {told}"
    for role, value in pattern.get("sets", {}).items():
        yield f"{role}: as the word is filed in its list" if str(value).startswith("$") else f"{role}: `{value}`"
    for role, name in pattern.get("choose", {}).items():
        yield f"{role}: by the words of the list *{name}* that stand near"
    for key, told in CONDITIONS.items():
        if pattern.get(key):
            yield told
    for key, told in (("needs", "needs one of"), ("without", "not beside"), ("unless", "not with")):
        if words := pattern.get(key):
            yield f"{told}: {', '.join(map(str, words))}"


def _as(pattern: Mapping[str, Any]) -> str:
    verb = f", governed by a verb of the list *{pattern['verb']}*" if pattern.get("verb") else ""
    return verb + (f", as its {' or '.join(pattern['as'])}" if pattern.get("as") else "")


def _found(example: Example) -> str:
    told = ", ".join(f"{role} `{_value(value)}`" for role, value in example.expect.items())
    return f"- {example.text}" + (f" → {told}\n" if told else "\n")


def _value(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    low, high = ("" if end is None else f"{end:,}" for end in value)
    return low if low == high else f"{low}–{high}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
