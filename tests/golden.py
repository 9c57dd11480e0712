"""Goldens: what a document looked like when a person last read and approved it."""

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Golden:
    """Compare what was made with what stands in a file, byte for byte."""

    update: bool = False
    """Write the file instead of comparing (`--update-golden`)."""

    def __call__(self, path: Path, made: str | bytes) -> None:
        """Fail with a unified diff where `path` holds other bytes; text is taken as UTF-8."""
        __tracebackhide__ = True
        made = made.encode() if isinstance(made, str) else made
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
            return
        if not path.exists():
            pytest.fail(f"{path} is not there; read what is made, then run --update-golden")
        approved = path.read_bytes()
        if made != approved:
            name = str(path)
            diff = unified_diff(lines(approved), lines(made), name, "made", lineterm="")
            pytest.fail("\n".join(diff))


def lines(content: bytes) -> list[str]:
    """Split into lines to be shown, with every byte that a terminal hides written out."""
    shown = content.decode(errors="backslashreplace").split("\n")
    return [line.replace("\r", "␍").replace("\t", "␉") for line in shown]
