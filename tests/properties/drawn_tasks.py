"""Hypothesis strategies for rates and tasks of a quote file, as plain data."""

from typing import Any

from hypothesis import strategies as st

from tests.properties.drawn_numbers import estimates, numbers, percents, prices, quantities, tiers

Draw = st.DrawFn
Document = dict[str, Any]

OPTIONS = ("basic", "gold", "shop")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_UNITS = ("hour", "day", "word", "item", "Sprint")
_FEATURES = (
    "option",
    "every",
    "discounts",
    "surcharges",
    "after",
    "work",
    "billed",
)


@st.composite
def rates(draw: Draw) -> Document:
    """Draw a rate, with an increment, tiers and a per where they come."""
    rate: Document = {"title": "Rate", "price": draw(prices()), "unit": draw(units())}
    features = draw(st.sets(st.sampled_from(["per", "increment", "tiers"]), max_size=2))
    if "per" in features:
        rate["per"] = draw(pers())
    if "increment" in features:
        rate["increment"] = draw(st.sampled_from(["1", "0.25", "0.5", "5", "0.3"]))
    if "tiers" in features:
        rate["tiers"] = draw(tiers("price", prices(), 4))
    return rate


def units() -> st.SearchStrategy[str]:
    """Draw a unit, hours before all others."""
    return st.sampled_from(_UNITS)


def pers() -> st.SearchStrategy[str]:
    """Draw the number of units that a price is for."""
    # Only such as divide into terminating decimals: a tie between two roundings must be exact.
    return st.sampled_from(["1", "10", "100", "1000", "8"])


@st.composite
def tasks(draw: Draw, name: str, document: Document, earlier: list[str]) -> Document:
    """Draw a task of a quote that already has its rates, phases and taxes."""
    task: Document = {"id": name, "title": f"Task {name}"}
    kinds = ["price", "rate", "expense"] if document.get("rates") else ["price", "expense"]
    kind = draw(st.sampled_from(kinds))
    if kind == "rate":
        task["rate"] = draw(st.sampled_from(list(document["rates"])))
        draw_quantity(draw, task)
    else:
        task[kind] = draw(prices())
        extras = draw(st.sets(st.sampled_from(["quantity", "unit", "per"])))
        if "quantity" in extras:
            draw_quantity(draw, task)
        if "unit" in extras:
            task["unit"] = draw(units())
        if "per" in extras:
            task["per"] = draw(pers())
    if kind == "expense" and draw(st.booleans()):
        task["markup"] = draw(percents())
    if document.get("phases") and draw(st.booleans()):
        task["phase"] = draw(st.sampled_from(list(document["phases"])))
    if document.get("taxes") and draw(st.booleans()):
        task["tax"] = draw(tax_names(document))
    features = draw(st.sets(st.sampled_from(_FEATURES), max_size=4))
    for feature in _FEATURES:
        if feature in features:
            _draw_feature(draw, feature, task, earlier)
    return task


def draw_quantity(draw: Draw, task: Document) -> None:
    """Give a task a quantity, or an estimate where it stands at a rate."""
    task.pop("quantity", None)
    task.pop("estimate", None)
    if "rate" in task and draw(st.booleans()):
        task["estimate"] = draw(estimates())
    else:
        task["quantity"] = draw(quantities())


@st.composite
def tax_names(draw: Draw, document: Document) -> str | list[str]:
    """Draw what a `tax` key says: a name, several, or none."""
    names = list(document.get("taxes", ()))
    if not names:
        return "none"
    one: st.SearchStrategy[str | list[str]] = st.sampled_from([*names, "none"])
    several = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)
    return draw(one | several)


def _draw_feature(draw: Draw, feature: str, task: Document, earlier: list[str]) -> None:
    if feature == "option":
        task["option"] = draw(st.sampled_from(OPTIONS))
    elif feature == "every":
        task["every"] = draw(st.sampled_from(["month", "quarter", "year"]))
        if draw(st.booleans()):
            task["times"] = draw(numbers(1, 12))
    elif feature in {"discounts", "surcharges"}:
        count = draw(st.integers(1, 2))
        task[feature] = [
            draw(_line_adjustments(f"{task['id']}-{feature[:-1]}-{n}")) for n in range(1, count + 1)
        ]
    elif feature == "after":
        chosen = st.lists(st.sampled_from(earlier), max_size=2, unique=True)
        task["after"] = draw(chosen) if earlier else []
    elif feature == "work":
        key = draw(st.sampled_from(["days", "effort"]))
        task[key] = draw(numbers(1, 6) | numbers(0, 1_500, 2))
    elif feature == "billed" and "rate" in task:
        task["billed"] = draw(st.sampled_from(["actual", "fixed"]))


@st.composite
def _line_adjustments(draw: Draw, name: str) -> Document:
    entry: Document = {"id": name, "title": "Adjustment"}
    kind = draw(st.sampled_from(["percent", "amount", "price", "base"]))
    if kind == "price":
        entry["price"] = draw(prices())
        if draw(st.booleans()):
            entry["quantity"] = draw(quantities())
    elif kind == "amount":
        entry["amount"] = draw(prices())
    else:
        entry["percent"] = draw(percents())
        if kind == "base":
            entry["base"] = draw(prices())
    return entry
