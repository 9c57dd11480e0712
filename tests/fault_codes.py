"""The codes of faults, as they stand in the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "quotekit"

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_RAISING = frozenset({"Fault", "refuse"})
"""What takes a code as its first argument."""
_PASSING = frozenset({"_refused", "_wrong_file", "os_fault"})
"""What takes a code among its arguments."""
_CHANGING = "replace"
"""What makes a fault of another one, whose code it may state."""


def fault_codes() -> frozenset[str]:
    """Return every code that a fault can bear."""
    trees = [ast.parse(file.read_text("utf-8")) for file in sorted(PACKAGE.rglob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return frozenset(code for node in nodes for code in (*codes_in(node), *codes_kept(node)))


def codes_in(node: ast.AST) -> Iterator[str]:
    """Yield the codes that one node of a syntax tree states."""
    if isinstance(node, ast.Call):
        yield from codes_called(node)
    elif isinstance(node, ast.FunctionDef):
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
            if argument.arg == "code" and default is not None:
                yield from stated([default])
    elif isinstance(node, ast.Tuple) and len(node.elts) == len(("code", "fact", "remedy")):
        # What is wrong and what to do are sentences, which no code looks like; a code that
        # stands first may have them from variables.
        first, _, last = (list(stated([part])) for part in node.elts)
        if first and all(
            is_sentence(part) or isinstance(part, ast.Name | ast.Subscript)
            for part in node.elts[1:]
        ):
            yield from first
        elif not first and any(map(is_sentence, node.elts)):
            yield from last


def codes_called(node: ast.Call) -> Iterator[str]:
    """Yield the codes that a call states."""
    name = ast.unparse(node.func).rpartition(".")[2]
    if name in _RAISING:
        yield from stated(node.args[:1])
    elif name in _PASSING:
        yield from stated(node.args)
    elif name == _CHANGING:
        yield from stated([part.value for part in node.keywords if part.arg == "code"])


def codes_kept(node: ast.AST) -> Iterator[str]:
    """Yield the code that a map keeps under that name, for an error yet to be made."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == "code":
                yield from stated([value])


def stated(nodes: list[ast.expr]) -> Iterator[str]:
    """Yield the texts among some expressions that look like a code."""
    for node in nodes:
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and _CODE.fullmatch(value):
            yield value


def is_sentence(node: ast.expr) -> bool:
    """Say whether an expression is a text of several words."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and " " in node.value
    return isinstance(node, ast.JoinedStr)
