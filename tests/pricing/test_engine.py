"""Pricing and repricing: the same figures by every way."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

from quotekit.errors import InvalidInputError, UnpriceableError
from quotekit.pricing import price, reprice
from quotekit.quotes import Quote, Task

MANY = 300


def document(count: int = MANY) -> dict[str, Any]:
    """Return a quote of several chunks."""
    return {
        "number": "Q-1",
        "currency": "EUR",
        "rates": {"design": {"price": "85.5", "unit": "hour"}},
        "taxes": {"vat": {"percent": "19"}, "reduced": {"percent": "7"}},
        "tax": "vat",
        "tasks": [task(f"t{at}", at) for at in range(count)],
        "discounts": [{"id": "d", "percent": "5"}],
        "payments": [{"id": "a", "percent": "30"}, {"id": "b", "balance": True}],
    }


def task(name: str, at: int) -> dict[str, Any]:
    """Return a task; every seventh has another tax, every fifth an adjustment."""
    found: dict[str, Any] = {"id": name, "rate": "design", "quantity": f"{at % 9}.25"}
    if at % 7 == 0:
        found["tax"] = "reduced"
    if at % 5 == 0:
        found["discounts"] = [{"id": "x", "percent": "3"}]
    return found


def changed(quote: Quote, **keys: object) -> Quote:
    """Return the quote with other keys, validated anew."""
    return Quote(**{**dict(quote), **keys})


BASE = Quote.model_validate(document())


@pytest.mark.parametrize("at", [0, 1, 127, 128, 129, 255, 256, MANY - 1])
def test_one_changed_task(at: int) -> None:
    """At the bounds of chunks and within them."""
    tasks = list(BASE.tasks)
    tasks[at] = Task(id=tasks[at].id, rate="design", quantity=Decimal(99))
    new = changed(BASE, tasks=tuple(tasks))
    assert reprice(price(BASE), new) == price(new)


@pytest.mark.parametrize("validated", [True, False])
def test_copied_quote_is_repriced_alike(validated: bool) -> None:  # noqa: FBT001 - a case
    """Also one copied without validation, whose tasks are a plain tuple."""
    tasks = (*BASE.tasks[:9], Task(id="new", price=Decimal(7)), *BASE.tasks[10:])
    new = changed(BASE, tasks=tasks) if validated else BASE.model_copy(update={"tasks": tasks})
    assert reprice(price(BASE), new) == price(new)


@pytest.mark.parametrize(
    "tasks",
    [
        BASE.tasks[1:],
        (*BASE.tasks, Task(id="last", price=Decimal(1))),
        (Task(id="first", price=Decimal(1)), *BASE.tasks),
        tuple(reversed(BASE.tasks)),
        (),
    ],
    ids=["removed", "appended", "inserted", "reordered", "none left"],
)
def test_tasks_that_move(tasks: tuple[Task, ...]) -> None:
    """Tasks come, go and change places."""
    new = changed(BASE, tasks=tasks)
    assert reprice(price(BASE), new) == price(new)


@pytest.mark.parametrize(
    "keys",
    [
        {"rates": {"design": {"price": 100}}},
        {"tax": "reduced"},
        {"taxes": {"vat": {"percent": 20}, "reduced": {"percent": 5}}},
        {"rounding": "total"},
        {"prices_include_tax": True},
        {"discounts": []},
        {"payments": [{"id": "all", "percent": 100}]},
        {"title": "Another"},
        {"schedule": {"start": "2026-03-02"}},
        {"currency": "JPY"},
    ],
    ids=str,
)
def test_changed_terms(keys: dict[str, Any]) -> None:
    """Whatever key changes, the figures are those of the new quote."""
    new = changed(BASE, **keys)
    assert reprice(price(BASE), new) == price(new)


def test_lines_that_stayed_are_kept() -> None:
    """Only the changed line is made anew."""
    before = price(BASE)
    new = changed(BASE, tasks=(*BASE.tasks[:9], Task(id="n", price=Decimal(7)), *BASE.tasks[10:]))
    after = reprice(before, new)
    anew = [at for at, line in enumerate(after.lines) if line is not before.lines[at]]
    assert anew == [9]


def test_set_of_taxes_that_goes_leaves_no_row() -> None:
    """A tax nobody carries any more is not shown."""
    base = Quote.model_validate(document(2))
    new = changed(base, tasks=(Task(id="t0", price=Decimal(5)), base.tasks[1]))
    assert [row.name for row in reprice(price(base), new).totals.taxes] == ["vat"]


def test_dangling_rate_is_said() -> None:
    """A quote whose references were left unchecked is refused in our words."""
    broken = {**document(1), "rates": {}}
    quote = Quote.model_validate(broken, context={"references": False})
    with pytest.raises(InvalidInputError, match='there is no rate "design"'):
        price(quote)


def test_circle_that_was_left_unchecked_is_said() -> None:
    """Tasks that wait for one another end in a fault, not in a loop."""
    tasks = [
        {"id": "a", "price": 1, "days": 1, "after": ["b"], "option": "o"},
        {"id": "b", "price": 1, "days": 1},
    ]
    quote = Quote.model_validate({"number": "Q", "currency": "EUR", "tasks": tasks})
    chosen = quote.model_copy(update={"selected": frozenset({"o"})})
    with pytest.raises(InvalidInputError, match="wait for one another"):
        _ = price(chosen).timeline


def test_regions_nobody_looked_up_are_said() -> None:
    """Pricing knows no calendar of its own; dates are given to it."""
    quote = changed(BASE, schedule={"start": "2026-03-02", "holidays": "DE"})
    with pytest.raises(UnpriceableError, match="holidays of DE"):
        price(quote)
    assert price(quote, holidays=()).timeline is not None


def test_threads_do_not_meddle() -> None:
    """Law 6: many at once give what one gives."""
    expected = price(BASE).totals
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: price(BASE).totals, range(24)))
    assert all(totals == expected for totals in found)


@pytest.mark.parametrize(
    "surroundings",
    [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "77", "LC_ALL": "C"}],
)
def test_surroundings_change_nothing(surroundings: dict[str, str]) -> None:
    """Law 6: neither hash seed nor time zone nor locale has a part in a figure or a digest."""
    code = (
        "from tests.pricing.test_engine import BASE; from quotekit.pricing import price; "
        "found = price(BASE); print(found.digest, found.totals.payable)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **surroundings},
        capture_output=True,
        check=True,
        text=True,
    )
    here = price(BASE)
    assert done.stdout.split() == [here.digest, f"{here.totals.payable}"]
