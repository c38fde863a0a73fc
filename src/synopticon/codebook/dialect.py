"""The dialect of YAML the codebook is written in: YAML with fewer surprises.

Word lists are full of ``no``, ``on`` and ``off``, lists of countries of ``NO``, and examples of dates and times of
day; YAML 1.1 would turn these into booleans, dates and numbers to the base of 60. So plain scalars follow the core
schema of YAML 1.2: only ``true``, ``false``, ``null``, ``~``, decimal whole numbers and decimal fractions are not text.
A key that stands twice in one mapping is an error, where YAML would silently keep the last.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from synopticon.errors import CodebookError

NEXT_STEP = "Mend that file of the codebook."

# YAML 1.2.2, section 10.3.2, without its octal, hexadecimal, infinite and not-a-number forms.
_SCALARS = (
    ("tag:yaml.org,2002:bool", r"true|false", "tf"),
    ("tag:yaml.org,2002:null", r"~|null|", ["~", "n", ""]),
    ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("tag:yaml.org,2002:merge", r"<<", "<"),
)


class Block(dict[str, Any]):
    """One mapping of a YAML file, which remembers the line it starts on (counted from 1)."""

    line: int = 0


class _Loader(yaml.CSafeLoader):
    """PyYAML's C loader, held to the dialect above."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own name)

    def block(self, node: yaml.MappingNode) -> Block:
        """The mapping at ``node``, keys as they are written. Raises ``ConstructorError`` on a key that stands twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a text", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}” stands twice", key.start_mark)
            seen.add(key.value)
        self.flatten_mapping(node)
        block = Block({key.value: self.construct_object(value, deep=True) for key, value in node.value})
        block.line = node.start_mark.line + 1
        return block


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.block)
for _tag, _form, _first in _SCALARS:
    _Loader.add_implicit_resolver(_tag, re.compile(rf"(?:{_form})\Z"), list(_first))


def parse_yaml(data: bytes, name: str) -> Any:
    """The content of one YAML file, with mappings as :class:`Block`. ``name`` is what messages call the file.

    Raises :class:`CodebookError` naming file and line where the YAML is broken or not UTF-8.
    """
    try:
        return yaml.load(data.decode("utf-8"), Loader=_Loader)  # a subclass of the safe loader
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CodebookError("Not UTF-8", where=f"{name}, line {line}", next_step=NEXT_STEP) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = f"Broken YAML: {error.problem or error.context}"
        raise CodebookError(what, where=f"{name}, line {line}", next_step=NEXT_STEP) from None
    except yaml.YAMLError as error:
        what = " ".join(str(error).split())
        raise CodebookError(f"Broken YAML: {what}", where=name, next_step=NEXT_STEP) from None


def plain(value: Any) -> Any:
    """``value`` with every :class:`Block` turned back into a ``dict``."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
