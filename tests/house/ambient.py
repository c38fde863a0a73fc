"""Who reads the clock, the environment, the network or the disk: found in the syntax tree, not by running."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

# What a call or a name means for law 6. Keys are dotted as written after imports are resolved.
CLOCK = frozenset({
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime", "time.monotonic",
    "time.monotonic_ns", "time.perf_counter", "time.perf_counter_ns", "time.process_time",
})  # fmt: skip
ENVIRONMENT = frozenset({
    "os.environ", "os.getenv", "os.environb", "sys.argv", "sys.stdin", "sys.stdout", "sys.stderr", "print", "input",
    "os.getcwd", "pathlib.Path.cwd", "pathlib.Path.home", "os.urandom", "uuid.uuid1", "uuid.uuid4",
    "socket.gethostname", "platform.node", "getpass.getuser", "locale.getlocale", "tempfile.gettempdir",
})  # fmt: skip
CHANCE = frozenset({"random", "secrets"})  # whole modules, apart from a seeded random.Random
NETWORK = frozenset({
    "socket", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "urllib3", "aiohttp",
})  # fmt: skip
DISK_CALLS = frozenset({
    "open", "io.open", "os.open", "os.listdir", "os.scandir", "os.walk", "os.stat", "os.mkdir", "os.makedirs",
    "os.replace", "os.rename", "os.remove", "os.unlink", "os.path.exists",
})  # fmt: skip
DISK_METHODS = frozenset({
    "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob", "mkdir", "unlink", "is_file", "is_dir",
    "exists", "touch", "symlink_to", "hardlink_to", "rmdir",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One reach outside the code. ``what`` is ``clock``, ``environment``, ``chance``, ``network`` or ``disk``."""

    what: str
    name: str
    line: int


def reaches(tree: ast.Module) -> Iterator[Reach]:
    """Every reach in a module, in the order of the tree."""
    names = dict(_imported(tree))
    for node in ast.walk(tree):
        yield from _imports(node)
        if isinstance(node, ast.Attribute | ast.Name):
            yield from _named(node, names)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DISK_METHODS:
            yield Reach(what="disk", name=f".{node.func.attr}()", line=node.lineno)


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name.split(".")[0], alias.name if alias.asname else alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _imports(node: ast.AST) -> Iterator[Reach]:
    found: list[str] = []
    if isinstance(node, ast.Import):
        found = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        found = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    for name in found:
        if name in NETWORK or any(name.startswith(f"{one}.") for one in NETWORK):
            yield Reach(what="network", name=name, line=getattr(node, "lineno", 0))


def _named(node: ast.Attribute | ast.Name, names: dict[str, str]) -> Iterator[Reach]:
    dotted = _dotted(node, names)
    if dotted is None:
        return
    for what, known in (("clock", CLOCK), ("environment", ENVIRONMENT), ("disk", DISK_CALLS)):
        if dotted in known:
            yield Reach(what=what, name=dotted, line=node.lineno)
    module = dotted.split(".")[0]
    if module in CHANCE and "." in dotted and dotted != "random.Random":
        yield Reach(what="chance", name=dotted, line=node.lineno)


def _dotted(node: ast.expr, names: dict[str, str]) -> str | None:
    """The dotted name behind an expression, with imports resolved; ``None`` where it is not a plain name."""
    if isinstance(node, ast.Name):
        if node.id in names:
            return names[node.id]
        return node.id if node.id in ("open", "print", "input") else None
    if isinstance(node, ast.Attribute):
        left = _dotted(node.value, names)
        return None if left is None else f"{left}.{node.attr}"
    return None
