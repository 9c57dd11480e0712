"""Every dependency has its reason, and no reason is left of one that has gone."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def explained(heading: str, column: int) -> set[str]:
    """Return one column of the table that stands under a heading of docs/dependencies.md."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {heading}")[1].split("\n## ")[0]
    rows = [line.split("|") for line in section.splitlines() if line.startswith("| ")]
    return {row[column].strip() for row in rows[2:]}


def named(requirements: list[str]) -> set[str]:
    """Return requirements without their versions."""
    return {re.split("[<>=]", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize(
    ("heading", "column", "requirements"),
    [
        ("Core", 1, PROJECT["dependencies"]),
        ("Development", 1, PROJECT["optional-dependencies"]["dev"]),
        ("Extras", 2, PROJECT["optional-dependencies"]["holidays"]),
    ],
)
def test_dependency_has_its_reason(heading: str, column: int, requirements: list[str]) -> None:
    """What is required is what is explained."""
    assert explained(heading, column) == named(requirements)


def test_extra_has_its_reason() -> None:
    """Each extra but `dev` stands in the table of extras."""
    assert explained("Extras", 1) == PROJECT["optional-dependencies"].keys() - {"dev"}
