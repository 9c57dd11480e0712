"""The rules of the house hold, and each has been seen failing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import house_rules

PACKAGE = Path(__file__).parents[1] / "src" / "quotekit"
Rule = Callable[[Path], list[str]]
RULES: list[Rule] = [
    house_rules.shadowed,
    house_rules.impure_doors,
    house_rules.unsorted_public_door,
    house_rules.telling_nothing,
    house_rules.too_long,
    house_rules.reaching_out,
]
DOOR = '"""A door."""\n\nfrom quotekit.jobs.job import Job, apply\n\n__all__ = ["Job", "apply"]\n'
PLANTS: list[tuple[Rule, str, str, str]] = [
    (house_rules.shadowed, "jobs/apply.py", "", "jobs/__init__.py: apply"),
    (house_rules.shadowed, "jobs/apply/tool.py", "", "jobs/__init__.py: apply"),
    (house_rules.shadowed, "__init__.py", '__all__ = ["jobs"]', "__init__.py: jobs"),
    (house_rules.impure_doors, "jobs/__init__.py", f"{DOOR}\nRATE = 3\n", "code in a door"),
    (house_rules.impure_doors, "jobs/__init__.py", f"{DOOR}\nimport re\n", "code in a door"),
    (house_rules.impure_doors, "jobs/__init__.py", DOOR.replace(', "apply"', ""), "not what is"),
    (
        house_rules.impure_doors,
        "jobs/__init__.py",
        DOOR.replace('"Job", "apply"', '"apply", "Job"'),
        "not sorted",
    ),
    (house_rules.impure_doors, "jobs/__init__.py", DOOR.partition("\n\n")[2], "no docstring"),
    (house_rules.unsorted_public_door, "__init__.py", '__all__ = ["price", "Quote"]', "price"),
    (house_rules.telling_nothing, "jobs/price_utils.py", "", "jobs/price_utils.py"),
    (house_rules.telling_nothing, "base/job.py", "", "base/job.py"),
    (house_rules.telling_nothing, "jobs/job.py", "def get_job(): ...\n", "job.py:1: get_job"),
    (house_rules.telling_nothing, "jobs/job.py", "def _do_it(): ...\n", "job.py:1: _do_it"),
    (house_rules.too_long, "jobs/job.py", "\n" * 221, "jobs/job.py: 221 lines"),
    (house_rules.reaching_out, "jobs/job.py", "date.today()\n", "jobs/job.py:1: date.today()"),
    (house_rules.reaching_out, "quotes/quote.py", "open(0)\n", "quotes/quote.py:1: open()"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_is_kept(rule: Rule) -> None:
    """The package keeps the rule."""
    assert rule(PACKAGE) == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small package that keeps every rule."""
    package = tmp_path / "quotekit"
    for name, code in {
        "__init__.py": '"""Public."""\n\n__all__ = ["Job", "__version__", "apply"]\n',
        "jobs/__init__.py": DOOR,
        "jobs/job.py": "def apply(job): ...\n",
        "quotes/quote.py": "def opening(text): ...\n",
        "cli/show.py": "print(date.today())\n",
    }.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(code, encoding="utf-8")
    return package


@pytest.mark.parametrize(("rule", "name", "code", "said"), PLANTS)
def test_planted_fault_is_found(small: Path, rule: Rule, name: str, code: str, said: str) -> None:
    """A rule passes over a sound package and finds the one fault planted in it."""
    assert rule(small) == []
    (small / name).parent.mkdir(parents=True, exist_ok=True)
    (small / name).write_text(code, encoding="utf-8")
    assert any(said in fault for fault in rule(small))
    shutil.rmtree(small)


def test_every_rule_is_seen_failing() -> None:
    """There is no rule without a planted fault."""
    assert {plant[0] for plant in PLANTS} == set(RULES)
