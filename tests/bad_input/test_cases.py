"""Every file in `cases` is refused in the words that stand beside it."""

from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import load_quote
from tests.golden import Golden

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_case_is_refused(case: str, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal says place, fact and remedy of every fault, in the order of the file."""
    monkeypatch.chdir(CASES)
    with pytest.raises(InvalidInputError) as refused:
        load_quote(f"{case}.yaml")
    golden(CASES / f"{case}.txt", f"{refused.value}\n")


def test_every_golden_has_its_case() -> None:
    """No golden outlives the case it belongs to."""
    assert {path.stem for path in CASES.glob("*.txt")} == {
        path.stem for path in CASES.glob("*.yaml")
    }
