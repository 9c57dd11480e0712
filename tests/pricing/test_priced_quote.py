"""What a priced quote tells beside lines and totals."""

from decimal import Decimal
from typing import Any

import pytest

from quotekit.pricing import AnnouncedPrice, Option, Phase, price
from quotekit.quotes import quote_digest
from tests.written_quotes import REDUCED, VAT, amounts, priced, quote, task


def test_options_are_in_the_order_of_the_tasks() -> None:
    """Each with all its lines, selected or not, under its title."""
    found = priced(
        tasks=[
            task("a", "10", option="shop", title="Shop"),
            task("b", "20", option="gold", title="Logo"),
            task("c", "30", option="gold", title="Film"),
            task("d", "40", option="care"),
        ],
        selected=["gold"],
        option_titles={"shop": "The shop"},
    )
    assert found.options == (
        Option("shop", "The shop", selected=False, total=Decimal("10.00")),
        Option("gold", "gold", selected=True, total=Decimal("50.00")),
        Option("care", "care", selected=False, total=Decimal("40.00")),
    )


def test_option_of_one_task_bears_its_title() -> None:
    """Nobody needs to write it twice."""
    assert priced(tasks=[task("a", option="shop", title="Web shop")]).options[0].title == "Web shop"


def test_open_ended_line_counts_only_among_its_like() -> None:
    """A shop with a monthly fee costs what the shop costs once."""
    once, monthly = task("a", "500", option="shop"), task("b", "20", option="shop", every="month")
    assert priced(tasks=[once, monthly]).options[0].total == 500
    assert priced(tasks=[monthly]).options[0].total == 20


def test_phases_are_in_the_order_of_the_quote() -> None:
    """Only counted lines are in a subtotal, and a phase without any is left out."""
    found = priced(
        phases={"build": "Build", "empty": "Empty", "design": "Design"},
        tasks=[
            task("a", "1", phase="design"),
            task("b", "2", phase="build"),
            task("c", "4", phase="build"),
            task("d", "8", phase="build", option="gold"),
            task("e", "16"),
            task("f", "32", phase="empty", every="month"),
        ],
    )
    assert found.phases == (
        Phase("build", "Build", Decimal("6.00")),
        Phase("design", "Design", Decimal("1.00")),
    )


def test_what_recurs_has_totals_for_each_period() -> None:
    """Month, quarter, year, each priced as a quote of those lines alone."""
    found = priced(
        taxes={"vat": VAT, "reduced": REDUCED},
        tax="vat",
        tasks=[
            task("y", "100", every="year", tax="reduced"),
            task("m", "10", every="month"),
            task("n", "20", every="month"),
            task("o", "40", every="month", option="gold"),
            task("t", "50", every="month", times=2),
        ],
        discounts=[{"id": "d", "percent": 50}],
    )
    assert [part.every for part in found.recurring] == ["month", "year"]
    month, year = (part.totals for part in found.recurring)
    assert (month.net, month.total, month.discounts) == (30, Decimal("35.70"), ())
    assert (year.net, year.total) == (100, 107)
    assert (found.totals.lines, found.totals.net) == (100, 50)


def test_selected_option_recurs() -> None:
    """Once the client has selected it, it is in the period's total."""
    found = priced(tasks=[task("o", "40", every="month", option="gold")], selected=["gold"])
    assert found.recurring[0].totals.net == 40
    assert priced(tasks=[task("o", "40", every="month", option="gold")]).recurring == ()


def test_recurring_total_is_rounded_to_cash_and_withheld() -> None:
    """The rules of the quote hold for a period, too."""
    found = priced(
        currency="CHF",
        taxes={"tds": {"percent": 10, "withheld": True}},
        tax="tds",
        tasks=[task("m", "10.02", every="month")],
        round_to="0.05",
    )
    assert found.recurring[0].totals.payable == Decimal("9.00")


ESTIMATED = {"id": "a", "rate": "work", "estimate": {"low": 1, "likely": 2, "high": 3}}
RATES = {"work": {"price": 100}}


def test_range_prices_the_quote_at_its_bounds() -> None:
    """With discounts and taxes, at low and at high quantities."""
    found = priced(
        taxes={"vat": VAT},
        tax="vat",
        rates=RATES,
        tasks=[ESTIMATED, task("b", "100")],
        discounts=[{"id": "d", "percent": 10}],
    ).range
    assert found is not None
    assert [found.low.net, found.high.net] == [180, 360]
    assert [found.low.total, found.high.total] == amounts("214.20", "428.40")


@pytest.mark.parametrize(
    "keys",
    [
        {"tasks": [task("a")]},
        {"tasks": [{**ESTIMATED, "option": "gold"}]},
        {"tasks": [{**ESTIMATED, "every": "month"}]},
    ],
)
def test_without_counted_estimate_there_is_no_range(keys: dict[str, Any]) -> None:
    """An option not selected makes nothing uncertain."""
    assert priced(rates=RATES, **keys).range is None


def test_certain_estimate_is_a_range() -> None:
    """Even where low and high agree."""
    estimate = {"low": 2, "likely": 2, "high": 2}
    found = priced(rates=RATES, tasks=[{**ESTIMATED, "estimate": estimate}]).range
    assert found is not None
    assert found.low == found.high


def test_announced_change_has_its_price() -> None:
    """One of it, at the rate's increment and tiers, before any document discount."""
    changes = [
        {"id": "screen", "title": "One more screen", "price": 340, "days": 1},
        {"id": "round", "rate": "work", "quantity": "2.1"},
        {"id": "font", "expense": "10", "markup": 50},
    ]
    found = priced(
        rates={"work": {"price": 80, "increment": "0.5"}},
        tasks=[task("a", if_changed=changes)],
        discounts=[{"id": "d", "percent": 50}],
    )
    assert found.announced("a") == (
        AnnouncedPrice("screen", "One more screen", Decimal("340.00"), Decimal(1)),
        AnnouncedPrice("round", None, Decimal("200.00"), None),
        AnnouncedPrice("font", None, Decimal("15.00"), None),
    )


def test_announced_changes_of_no_task() -> None:
    """A task that is not there has none to tell."""
    with pytest.raises(KeyError):
        priced(tasks=[task("a")]).announced("b")


def test_priced_quote_knows_its_quote() -> None:
    """Number, currency, decimals and digest are those of the quote."""
    written = quote(currency="KWD", tasks=[task("a")])
    found = price(written)
    assert (found.number, found.currency, found.decimals) == ("Q-1", "KWD", 3)
    assert found.digest == quote_digest(written)


def test_priced_quotes_are_equal_where_their_quotes_are() -> None:
    """The same quote, the same figures."""
    assert priced(tasks=[task("a")]) == priced(tasks=[task("a", quantity=1)])
    assert priced(tasks=[task("a")]) != priced(tasks=[task("a", "101")])
    assert priced(tasks=[task("a", title="A")]) != priced(tasks=[task("a", title="B")])
    assert priced() != "Q-1"


def test_priced_quote_has_no_hash() -> None:
    """It holds what cannot be hashed."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(priced())
