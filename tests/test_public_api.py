"""The public door: every name is there, explained, and loaded only when it is used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import quotekit as qk

NAMES = [name for name in qk.__all__ if name != "__version__"]
SOURCE = Path(qk.__file__).read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_name_is_there_and_explained(name: str) -> None:
    """Each has a docstring of its own."""
    found = getattr(qk, name)
    assert (found.__doc__ or "").strip()


def test_every_name_is_one_a_type_checker_knows() -> None:
    """What loads lazily is also imported for the type checker, from the same home."""
    typed = {
        alias.name: node.module
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quotekit.")
        for alias in node.names
    }
    assert typed == {name: qk._HOME[name] for name in NAMES}  # noqa: SLF001 - the door's own list


def test_unknown_name_is_no_attribute() -> None:
    """A misspelt name fails as Python fails."""
    with pytest.raises(AttributeError, match="nonsense"):
        _ = qk.nonsense  # type: ignore[attr-defined]


def test_importing_costs_next_to_nothing() -> None:
    """Neither pydantic nor yaml nor babel is loaded before it is needed."""
    code = (
        "import sys, quotekit; "
        "print([name for name in ('pydantic', 'yaml', 'babel', 'click') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
