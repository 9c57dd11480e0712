"""Every file in `requests` is refused in the words that stand beside it."""

from datetime import date
from pathlib import Path

import pytest

from quotekit.changes import Contract, issue
from quotekit.errors import InvalidInputError
from quotekit.files import load_request, parse_quote, placed_in_request
from tests.golden import Golden

CASES = Path(__file__).parent / "requests"
QUOTE = """\
quotekit: quote/1
number: Q-1
currency: EUR
rates: {design: {price: 85, unit: hour}}
phases: {build: Build}
tasks:
  - {id: screens, rate: design, quantity: 24, if_changed: [{id: screen, price: 340}]}
  - {id: frontend, rate: design, quantity: 40, after: [screens]}
  - {id: fonts, expense: 120, after: [frontend]}
"""


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_case_is_refused(case: str, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal says place, fact and remedy of every fault, in the order of the file."""
    monkeypatch.chdir(CASES)
    path = f"{case}.yaml"
    with pytest.raises(InvalidInputError) as refused:
        issue(Contract(parse_quote(QUOTE)), load_request(path), on=date(2026, 3, 22))
    error = placed_in_request(refused.value, path)
    assert all(fault.file == path and fault.line for fault in error.faults)
    golden(CASES / f"{case}.txt", f"{error}\n")


def test_every_golden_has_its_case() -> None:
    """No golden outlives the case it belongs to."""
    assert {path.stem for path in CASES.glob("*.txt")} == {
        path.stem for path in CASES.glob("*.yaml")
    }
