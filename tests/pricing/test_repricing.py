"""Law 4 where it is most at risk: edges of chunks, shared tasks, and keys that look unchanged."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from quotekit.errors import InvalidInputError
from quotekit.pricing import PricedQuote, price, reprice
from quotekit.quotes import Quote, Task, TaskList
from tests.written_quotes import IRPF, REDUCED, VAT, at_rate, quote, task

MANY = 300
"""Three chunks of tasks: two full ones, and a part."""
EDGES = [0, 127, 128, 256, 299]

Change = Callable[[dict[str, Any]], object]


def document(**keys: Any) -> dict[str, Any]:
    """Return a quote of many tasks of many kinds."""
    kinds: list[Callable[[str], dict[str, Any]]] = [
        lambda name: task(name, "10.05"),
        lambda name: at_rate(name, "1.333"),
        lambda name: at_rate(name, "2", tax="reduced"),
        lambda name: task(name, "0.333", quantity=7, discounts=[{"id": "d", "percent": "3.3"}]),
        lambda name: {"id": name, "rate": "unit", "estimate": {"low": 1, "likely": 2, "high": 4}},
        lambda name: {"id": name, "rate": "words", "quantity": "1234"},
        lambda name: task(name, option="gold"),
        lambda name: task(name, every="month", tax=["vat", "irpf"]),
        lambda name: {"id": name, "expense": "9.99", "markup": "12.5", "phase": "build"},
    ]
    return {
        "number": "Q-1",
        "currency": "EUR",
        "rates": {
            "work": {"price": "80.05", "unit": "hour"},
            "unit": {"price": 1},
            "words": {"price": 140, "per": 1000, "increment": 100},
        },
        "taxes": {"vat": VAT, "reduced": REDUCED, "irpf": IRPF},
        "tax": "vat",
        "phases": {"build": "Build"},
        "tasks": [kinds[at % len(kinds)](f"t{at}") for at in range(MANY)],
        "discounts": [{"id": "d", "percent": "1.5"}],
        "payments": [{"id": "a", "percent": "33.3"}, {"id": "b", "balance": True}],
        "schedule": {"start": "2026-04-07"},
        **keys,
    }


@cache
def before(rounding: str = "line") -> PricedQuote:
    """Price the quote that is changed."""
    return price(Quote.model_validate(document(rounding=rounding)))


def same(one: PricedQuote, other: PricedQuote) -> bool:
    """Say whether two priced quotes agree in every figure, to the last zero."""
    return one == other and spelled(one) == spelled(other)


def spelled(priced: PricedQuote) -> str:
    """Write the figures of a priced quote with all their zeros."""
    lines = [(str(line.sum), str(line.total), line.taxes) for line in priced.lines]
    return f"{lines} {priced.totals} {priced.options} {priced.phases}"


def put(at: int, **keys: Any) -> Change:
    """Return a change of one task."""
    return lambda data: data["tasks"][at].update(keys)


def state(**keys: Any) -> Change:
    """Return a change of keys of the quote."""
    return lambda data: data.update(keys)


def insert(at: int) -> Change:
    """Return a change that adds a task at a position."""
    return lambda data: data["tasks"].insert(at, task("new", "7.77", tax="reduced"))


def remove(at: int) -> Change:
    """Return a change that takes a task away."""
    return lambda data: data["tasks"].pop(at)


def swap(one: int, other: int) -> Change:
    """Return a change that puts two tasks into each other's place."""

    def change(data: dict[str, Any]) -> None:
        tasks = data["tasks"]
        tasks[one], tasks[other] = tasks[other], tasks[one]

    return change


CHANGES: dict[str, Change] = {
    "nothing": state(),
    **{f"tax of task {at}": put(at, tax="none") for at in EDGES},
    **{f"option of task {at}": put(at, option="shop") for at in EDGES},
    **{f"discount of task {at}": put(at, discounts=[{"id": "e", "amount": 1}]) for at in EDGES},
    **{f"insert at {at}": insert(at) for at in [*EDGES, MANY]},
    **{f"remove {at}": remove(at) for at in EDGES},
    "first and last": swap(0, 299),
    "over an edge": swap(127, 128),
    "a new set of taxes": put(5, tax=["reduced", "irpf"]),
    "first of its tax moves": swap(0, 2),
    "one chunk less": lambda data: data.update(tasks=data["tasks"][:128]),
    "order of taxes": state(taxes={"irpf": IRPF, "reduced": REDUCED, "vat": VAT}),
    "order of phases": state(phases={"new": "New", "build": "Build it"}),
    "selection": state(selected=["gold"]),
    "tax_rounding": state(tax_rounding="up"),
    "round_to": state(round_to="0.05"),
    "surcharges": state(surcharges=[{"id": "s", "percent": 4, "of": "net"}]),
    "option_titles": state(option_titles={"gold": "Gold"}),
}


def changed(name: str, rounding: str = "line") -> Quote:
    """Return the quote after a change, none of its tasks the very same."""
    after = document(rounding=rounding)
    CHANGES[name](after)
    return Quote.model_validate(after)


@pytest.mark.parametrize("rounding", ["line", "total"])
@pytest.mark.parametrize("name", CHANGES)
def test_repricing_is_pricing(name: str, rounding: str) -> None:
    """Whatever has changed, the result is that of pricing anew."""
    new = changed(name, rounding)
    assert same(reprice(before(rounding), new), price(new))


@pytest.mark.parametrize("name", CHANGES)
def test_repricing_keeps_what_is_shared(name: str) -> None:
    """A changed quote that holds the very same tasks for the rest is priced alike."""
    new = changed(name)
    known = {one.id: one for one in before().quote.tasks}
    tasks = TaskList(one if one != known.get(one.id) else known[one.id] for one in new.tasks)
    shared = Quote(**{**dict(new), "tasks": tasks})
    assert same(reprice(before(), shared), price(new))


@pytest.mark.parametrize("name", ["nothing", "tax of task 128", "insert at 127", "selection"])
def test_plain_tuples_are_repriced_too(name: str) -> None:
    """On either side a quote copied without validation holds a plain tuple."""
    new = changed(name)
    expected = price(new)
    old = before().quote.model_copy(update={"tasks": tuple(before().quote.tasks)})
    loose = new.model_copy(update={"tasks": tuple(new.tasks)})
    assert same(price(loose), expected)
    assert same(reprice(price(old), loose), expected)
    assert same(reprice(before(), loose), expected)
    assert same(reprice(price(old), new), expected)


def test_repricing_many_times_is_pricing_once() -> None:
    """Sums that were carried over again and again are as good as sums that were made."""
    now = before()
    for at in range(0, MANY, 7):
        tasks = now.quote.tasks
        assert isinstance(tasks, TaskList)
        new = Task(id=tasks[at].id, price=Decimal(at), tax=("reduced",) if at % 2 else None)
        now = reprice(now, Quote(**{**dict(now.quote), "tasks": tasks.replacing(at, new)}))
    assert same(now, price(now.quote))


def test_changed_discounts_price_no_line() -> None:
    """Chunks are kept where the tasks are the very same."""
    new = reprice(before(), Quote(**{**dict(before().quote), "discounts": ()}))
    assert all(one is other for one, other in zip(before().chunks, new.chunks, strict=True))
    assert same(new, price(new.quote))


def test_holidays_are_those_of_the_call() -> None:
    """Days off passed to `reprice` count like those passed to `price`, and only once."""
    written = quote(tasks=[task("a", days=2)], schedule={"start": "2026-04-07"})
    found = reprice(price(written), written, holidays=[date(2026, 4, 8)])
    assert found.timeline is not None
    assert found.timeline.finish == date(2026, 4, 9)
    again = reprice(found, written).timeline
    assert again is not None
    assert again.finish == date(2026, 4, 8)


@pytest.mark.parametrize("tasks", [[task("a"), at_rate("b", "1")], [at_rate("a", "1")]])
def test_unknown_rate_is_a_fault_and_no_crash(tasks: list[dict[str, Any]]) -> None:
    """A quote whose references were left unchecked is told what it lacks, as by `price`."""
    data = {"number": "Q-1", "currency": "EUR", "tasks": tasks}
    unchecked = Quote.model_validate(data, context={"references": False})
    old = price(quote(tasks=[task("a")]))
    with pytest.raises(InvalidInputError, match='there is no rate "work"; add rate work'):
        reprice(old, unchecked)


def test_amounts_are_checked_when_repriced() -> None:
    """Instalments that no longer work out are refused by `reprice`, too."""
    payments = [{"id": "p", "amount": 100}]
    old = price(quote(tasks=[task("a")], payments=payments))
    with pytest.raises(InvalidInputError, match="do not reach the payable amount"):
        reprice(old, quote(tasks=[task("a", "150")], payments=payments))
