"""The totals as they are printed: every row that stands there adds up to the next whole."""

import re
from typing import Any

import pytest

from quotekit.rendering import render
from tests.written_quotes import priced, task

LINE: dict[str, Any] = {"price_of_it": "20.10", "quantity": "3.05"}
PHASED: dict[str, Any] = {
    "rounding": "total",
    "phases": {"p": "P", "q": "Q"},
    "tasks": [
        task("a", **LINE, phase="p"),
        task("b", **LINE, phase="p"),
        task("c", "1", phase="q"),
    ],
    "discounts": [{"id": "d", "title": "D", "amount": 1}],
}


def ends(**keys: Any) -> list[tuple[str, str]]:
    """Return label and amount of the rows below the tasks."""
    text = render(priced(**keys), width=100, language="en")
    found = [re.split(" {2,}", line.strip()) for line in text.splitlines() if "€" in line]
    return [(row[0], row[1]) for row in found if not row[0][0].isdigit()]


def test_rounding_inside_a_phase_is_said_once() -> None:
    """122.61 and 1.00, less 1.00, is 122.61 already."""
    assert ends(**PHASED) == [
        ("Rounding", "-€0.01"),
        ("Subtotal P", "€122.61"),
        ("Subtotal Q", "€1.00"),
        ("D", "-€1.00"),
        ("Total", "€122.61"),
    ]


@pytest.mark.parametrize("included", [False, True])
def test_rounding_outside_of_phases_stands_before_the_whole(*, included: bool) -> None:
    """Lines that belong to no phase are parts of the total themselves."""
    tasks = [*PHASED["tasks"][:2], task("c", **LINE), task("d", **LINE)]
    found = ends(
        **PHASED | {"tasks": tasks},
        taxes={"vat": {"percent": 0}},
        tax="vat",
        prices_include_tax=included,
    )
    assert [amount for label, amount in found if label == "Rounding"] == ["-€0.01", "-€0.01"]
    assert ("Total", "€244.22") in found
