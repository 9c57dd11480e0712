"""What is taken away, saved or conceded has its fee too, and what was agreed before has less."""

from typing import Any

import pytest

from tests.changes.contracts import (
    BLOG,
    FONTS,
    MORE,
    RATES,
    SCREENS,
    SHOP,
    SOON,
    TAXES,
    TERMS,
    TEXTS,
    contract,
    fees,
    of,
    order,
    taxes_of_fees,
    under,
)
from tests.written_quotes import task


@pytest.mark.parametrize(
    ("credit", "fee"),
    [(100, {}), (80, {"removal.screens": "161.50", "removal.fonts": "24.00"})],
)
def test_removal_bears_a_fee_of_what_is_not_credited(credit: int, fee: dict[str, str]) -> None:
    """Of the fall in the task's total; the part done is not removed."""
    actions = [{"remove": "screens"}, {"remove": "fonts"}]
    base = under(removal={"credit": credit})
    found = order(base, *actions, progress={"screens": 60})
    assert fees(found) == fee


def test_reduction_and_deselection_bear_the_removal_fee_too() -> None:
    """In the tax set of the task."""
    base = under(
        {"selected": ["shop"]}, SCREENS, TEXTS, SHOP, removal={"credit": 90}, handling_fee=60
    )
    actions = [{"revise": "texts-en", "set": {"quantity": 500}}, {"deselect": "shop"}]
    assert fees(order(base, *actions)) == {"removal.texts-en": "42.00", "removal.shop": "240.00"}
    assert taxes_of_fees(base, *actions) == {
        "CO-001.removal.texts-en": ("reduced",),
        "CO-001.removal.shop": ("vat",),
    }


@pytest.mark.parametrize(
    ("reason", "charged"),
    [
        ("client", True),
        ("client_delay", True),
        ("seller", False),
        ("third_party", False),
        ("unforeseen", False),
    ],
)
def test_fees_are_borne_by_a_client_who_asked(reason: str, charged: bool) -> None:  # noqa: FBT001
    """What nobody asked for costs the work alone."""
    found = fees(
        order(contract(terms=TERMS), MORE, reason=reason, progress={"screens": 50}, **SOON)
    )
    assert set(found) == ({"late.screens", "rush.vat", "handling_fee"} if charged else set())


@pytest.mark.parametrize(
    ("reason", "kind", "found"),
    [
        ("seller", "scope", {"saving_share": "170.00"}),
        ("client", "scope", {"removal.screens": "68.00"}),
        ("seller", "revision", {}),
        ("unforeseen", "scope", {}),
    ],
)
def test_saving_share_is_kept_of_the_sellers_own_idea(
    reason: str, kind: str, found: dict[str, str]
) -> None:
    """Instead of the removal fee, and only where the price falls."""
    base = under(saving_share=50, removal={"credit": 80})
    less = {"revise": "screens", "set": {"quantity": 20}}
    assert fees(order(base, less, reason=reason, kind=kind)) == found
    assert fees(order(base, MORE, reason="seller")) == {}
    assert fees(order(under(saving_share=0), less, reason="seller")) == {}


def test_saving_share_takes_the_tax_set_that_changed_most() -> None:
    """Whatever was added beside it."""
    actions = [{"remove": "fonts"}, {"remove": "texts-en"}, {"add": task("a", "5")}]
    assert taxes_of_fees(under(saving_share=10), *actions, reason="seller") == {
        "CO-001.saving_share": ("reduced",)
    }


def test_what_has_gone_stood_where_it_stood() -> None:
    """Of two sets that fell alike, that of the earlier line bears what is kept or given."""
    lines = [FONTS, {**task("texts", "100", quantity=2), "tax": ["reduced"]}, task("z", "5000")]
    less = [{"remove": "fonts"}, {"revise": "texts", "set": {"quantity": "0.8"}}]
    given = {"amount": 5, "reason": "goodwill"}
    base = under({}, *lines, saving_share=20)
    assert taxes_of_fees(base, *less, reason="seller", concession=given) == {
        "CO-001.saving_share": ("vat",),
        "CO-001.concession": ("vat",),
    }


def test_handling_minimum_and_concession_take_the_set_with_the_largest_base() -> None:
    """Of equal ones that of the earlier line."""
    base = under(handling_fee=10, minimum=500)
    given = {"amount": 5, "reason": "goodwill"}
    for prices, expected in ((("50", "60"), ("vat",)), (("60", "60"), ("reduced",))):
        new = [{"add": task("a", prices[0], tax=["reduced"])}, {"add": task("b", prices[1])}]
        assert taxes_of_fees(base, *new, concession=given) == {
            "CO-001.handling_fee": expected,
            "CO-001.minimum": expected,
            "CO-001.concession": expected,
        }


def test_concession_comes_last_and_below_zero() -> None:
    """As a discount of the document that no percent touches."""
    base = contract(of(SCREENS, discounts=[{"id": "d", "percent": 10}]), TERMS)
    found = order(base, MORE, concession={"amount": 50, "reason": "a regular"})
    line = found.lines[-1]
    assert (line.id, line.change, str(line.difference)) == (
        "CO-001.concession",
        "concession",
        "-50.00",
    )
    assert (line.because, line.term) == ("a regular", None)
    assert [one.id for one in found.after.quote.discounts] == ["d", "CO-001.concession"]
    assert fees(order(base, MORE, concession={"amount": 0})) == {"handling_fee": "60.00"}


ANNOUNCED = {**SCREENS, "if_changed": [{"id": "one", "rate": "design", "quantity": 4}]}


@pytest.mark.parametrize("action", [{"apply": "screens.one"}, {"select": "shop"}])
def test_announced_prices_and_selected_options_bear_the_rush_alone(action: Any) -> None:
    """Their price was agreed before; that they are wanted tomorrow was not."""
    base = contract(of(ANNOUNCED, SHOP), {**TERMS, "minimum": 9999})
    progress = {"screens": 95}
    assert fees(order(base, action, progress=progress)) == {}
    assert list(fees(order(base, action, progress=progress, **SOON))) == ["rush.vat"]


def test_in_a_mixed_order_handling_and_minimum_are_as_if_they_were_not_in_it() -> None:
    """Not even what their rivals lose helps to reach the minimum."""
    options = [task("a", "500", option="a"), task("b", "400", option="b")]
    keys = {"alternatives": {"one": ["a", "b"]}, "selected": ["a"]}
    terms = {"handling_fee": 60, "minimum": 100, "removal": {"credit": 80}}
    base = contract(of(ANNOUNCED, *options, **keys), terms)
    new = {"add": task("n", "10")}
    alone = {"handling_fee": "60.00", "minimum": "30.00"}
    assert fees(order(base, new)) == alone
    assert fees(order(base, new, {"select": "b"})) == {"removal.a": "100.00", **alone}
    assert fees(order(base, new, {"apply": "screens.one", "quantity": 9})) == alone


def test_handling_is_in_the_set_of_the_work_that_bears_it() -> None:
    """A selected option of another tax does not draw it away."""
    base = under({}, SCREENS, {**SHOP, "tax": ["reduced"]}, handling_fee=60)
    actions = [{"select": "shop"}, {"add": task("n", "10")}]
    assert taxes_of_fees(base, *actions) == {"CO-001.handling_fee": ("vat",)}


def test_fees_are_rounded_to_the_decimals_of_the_currency() -> None:
    """An agreement may state more of them."""
    keys = {"currency": "JPY", "rates": RATES, "taxes": TAXES}
    found = fees(order(under(keys, SCREENS, handling_fee="60.5", minimum="1000.4"), {"add": BLOG}))
    assert found == {"handling_fee": "61"}
