"""The floors stand as drawn, and every contract that holds them has been seen failing."""

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "quotekit"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {one["id"]: one for one in SETTINGS["tool"]["importlinter"]["contracts"]}
FLOORS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@dataclass(frozen=True)
class Plant:
    """A violation: files to add to the package, and what the broken contract then says."""

    contract: str
    files: dict[str, str]
    said: tuple[str, ...]


def forbidden(contract: str) -> list[str]:
    """List the modules that a contract forbids."""
    return sorted(CONTRACTS[contract]["forbidden_modules"])


def imports(names: list[str]) -> str:
    """Write an import of each module."""
    return "".join(f"import {name}\n" for name in names)


def planted(floor: str) -> tuple[str, str]:
    """Return the file that a violation is written into, and the module which that is."""
    if (PACKAGE / f"{floor}.py").exists():
        return f"{floor}.py", f"quotekit.{floor}"
    return f"{floor}/planted.py", f"quotekit.{floor}.planted"


UPWARD = [
    ("errors", "values"),
    ("values", "quotes"),
    ("quotes", "pricing"),
    ("pricing", "changes"),
    ("changes", "record"),
    ("changes", "advice"),
    ("advice", "record"),
    ("record", "advice"),
    ("record", "files"),
    ("record", "rendering"),
    ("changes", "files"),
    ("changes", "rendering"),
    ("pricing", "files"),
    ("pricing", "rendering"),
    ("files", "rendering"),
    ("rendering", "files"),
    ("rendering", "project"),
    ("files", "project"),
    ("project", "cli"),
]
PLANTS = [
    *(
        Plant(
            "floors",
            {planted(low)[0]: f"import quotekit.{high}\n"},
            (f"quotekit.{low} is not allowed to import quotekit.{high}",),
        )
        for low, high in UPWARD
    ),
    Plant("floors", {"planted.py": ""}, ("quotekit.planted",)),
    *(
        Plant(
            contract,
            {planted(floor)[0]: imports(forbidden(contract))},
            tuple(f"{planted(floor)[1]} -> {name} (l." for name in forbidden(contract)),
        )
        for contract, floor in [
            ("core", "errors"),
            ("core", "values"),
            ("core", "quotes"),
            ("core", "pricing"),
            ("core", "changes"),
            ("core", "record"),
            ("core", "advice"),
            ("renderers", "rendering"),
            ("commands", "cli"),
        ]
    ),
    *(
        Plant(
            contract,
            {f"{floor}/planted.py": f"import {name}\n"},
            (f"quotekit.{floor}.planted -> {name} (l.1)",),
        )
        for contract, floor, name in [
            ("typesetting", "files", "babel"),
            ("typesetting", "files", "wcwidth"),
            ("reading", "rendering", "yaml"),
            ("reading", "pricing", "holidays"),
            ("reading", "record", "filelock"),
            ("terminal", "rendering", "click"),
            ("public-door", "files", "quotekit"),
        ]
    ),
    *(
        Plant(
            f"{floor}-door",
            {
                f"{floor}/planted.py": "",
                "user.py": f"from quotekit.{floor} import planted\n",
            },
            (f"quotekit.user -> quotekit.{floor}.planted (l.1)",),
        )
        for floor in FLOORS
    ),
    Plant(
        "actions",
        {"changes/actions/adding.py": "import quotekit.changes.actions.removing\n"},
        ("quotekit.changes.actions.adding -> quotekit.changes.actions.removing",),
    ),
    Plant(
        "no-circles",
        {
            "values/hen.py": "from quotekit.values.egg import lay\n",
            "values/egg.py": "from quotekit.values.hen import hatch\n",
        },
        (".egg", ".hen"),
    ),
]


def lint(source: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the package that stands in `source`."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    config = ("--config", str(ROOT / "pyproject.toml"))
    return subprocess.run(
        [*command, "--no-cache", "--no-logo", *config, *options],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_is_kept() -> None:
    """The package keeps all of its contracts."""
    result = lint(PACKAGE.parent)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.contract}-{plant.said[0]}")
def test_planted_violation_breaks_its_contract(tmp_path: Path, plant: Plant) -> None:
    """A contract breaks over the very import that it is there to refuse."""
    package = tmp_path / "quotekit"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "locale"))
    for name, code in plant.files.items():
        with (package / name).open("a", encoding="utf-8") as stream:
            stream.write(code)
    result = lint(tmp_path, "--contract", plant.contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{CONTRACTS[plant.contract]['name']} BROKEN" in result.stdout
    for words in plant.said:
        assert words in result.stdout


def test_every_contract_is_seen_failing() -> None:
    """There is no contract without a planted violation, nor one that is there twice."""
    assert {plant.contract for plant in PLANTS} == CONTRACTS.keys()
    assert len(CONTRACTS) == len(SETTINGS["tool"]["importlinter"]["contracts"])


def test_every_floor_has_a_door_contract() -> None:
    """Each package inside quotekit is entered by its door only."""
    assert {f"{floor}-door" for floor in FLOORS} == {
        name for name in CONTRACTS if name.endswith("-door") and name != "public-door"
    }
