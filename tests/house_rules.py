"""The rules of the house that no linter knows, each a function from a package to its faults."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CORE = ("errors", "values", "quotes", "pricing", "changes", "record", "advice")
LONGEST_FILE = 220
NAMES_THAT_TELL_NOTHING = re.compile(r"(util|helper|common|base|misc|manager)s?")
VERBS_THAT_TELL_NOTHING = ("get_", "process_", "handle_", "do_")
CLOCK = {"now", "today", "utcnow"}
OUTSIDE = {"breakpoint", "input", "open", "print"}


def trees(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield each file of a package, by its path inside, with what is written in it."""
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def doors(package: Path) -> Iterator[tuple[str, ast.Module, Path]]:
    """Yield the door of each floor: its name, what is written in it, and its folder."""
    for name, tree in trees(package):
        if name.endswith("/__init__.py"):
            yield name, tree, (package / name).parent


def exports(tree: ast.Module) -> list[str]:
    """Return the names in `__all__`, which is a plain list or tuple of texts."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            assert node.value is not None
            return list(ast.literal_eval(node.value))
    return []


def order(name: str) -> tuple[int, str]:
    """Sort constants before classes before functions, each by the alphabet, as ruff does."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def shadowed(package: Path) -> list[str]:
    """Find files that bear a name which their own door exports, and so would hide it."""
    faults = []
    public = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    for name, tree, folder in [*doors(package), ("__init__.py", public, package)]:
        beside = {path.stem for path in folder.iterdir() if path.suffix in {"", ".py"}}
        faults += [f"{name}: {export}" for export in exports(tree) if export in beside]
    return faults


def impure_doors(package: Path) -> list[str]:
    """Find doors that hold more than a docstring, imports and the sorted names of those."""
    faults = []
    for name, tree, _ in doors(package):
        docstring, *rest = tree.body
        if not (isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant)):
            faults.append(f"{name}: no docstring")
        imported = set()
        for node in rest:
            if isinstance(node, ast.ImportFrom):
                imported |= {alias.asname or alias.name for alias in node.names}
            elif not isinstance(node, ast.Assign) or ast.unparse(node.targets[0]) != "__all__":
                faults.append(f"{name}:{node.lineno}: code in a door")
        names = exports(tree)
        if names != sorted(set(names), key=order):
            faults.append(f"{name}: __all__ is not sorted")
        if set(names) != imported:
            faults.append(f"{name}: __all__ is not what is imported")
    return faults


def unsorted_public_door(package: Path) -> list[str]:
    """Find the public door with no names, or with names out of order or there twice."""
    names = exports(ast.parse((package / "__init__.py").read_text(encoding="utf-8")))
    return [] if names and names == sorted(set(names), key=order) else names


def telling_nothing(package: Path) -> list[str]:
    """Find files, folders and functions whose names tell nothing."""
    faults = []
    for name, tree in trees(package):
        words = re.split("[_/]", name.removesuffix(".py"))
        if any(NAMES_THAT_TELL_NOTHING.fullmatch(word) for word in words):
            faults.append(name)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                bare = node.name.lstrip("_")
                if not node.name.startswith("__") and bare.startswith(VERBS_THAT_TELL_NOTHING):
                    faults.append(f"{name}:{node.lineno}: {node.name}")
    return faults


def too_long(package: Path) -> list[str]:
    """Find files so long that they probably hold two nouns."""
    return [
        f"{path.relative_to(package).as_posix()}: {length} lines"
        for path in sorted(package.rglob("*.py"))
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]


def reaching_out(package: Path) -> list[str]:
    """Find clocks read outside the command line, and the world asked from within the core."""
    faults = []
    for name, tree in trees(package):
        floor = Path(name).with_suffix("").parts[0]
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            reads_clock = floor != "cli" and called.rpartition(".")[2] in CLOCK
            if reads_clock or (floor in CORE and called in OUTSIDE):
                faults.append(f"{name}:{node.lineno}: {called}()")
    return faults
