"""Hypothesis strategies for what holds for a whole quote: money, taxes, adjustments, choices."""

from typing import Any

from hypothesis import strategies as st

from tests.properties.drawn_numbers import percents, prices, tiers
from tests.properties.drawn_tasks import OPTIONS, Document, Draw, tax_names
from tests.properties.oracle_money import money_of

_MODES = ("half_up", "down", "up")
_CURRENCIES: tuple[Any, ...] = (
    "EUR",
    "USD",
    "CHF",
    "JPY",
    "KWD",
    {"code": "HUF", "decimals": "0"},
    {"code": "EUR", "decimals": "3"},
)
_STEPS = {0: ("5", "10"), 2: ("0.05", "0.10", "1"), 3: ("0.005", "0.05")}
_TAXES = ("vat", "reduced", "local", "reverse", "irpf", "gensen", "levy")


def draw_money(draw: Draw, document: Document) -> None:
    """Give a quote its currency and its rules of rounding."""
    document["currency"] = draw(st.sampled_from(_CURRENCIES))
    for key, values in (
        ("rounding", ("line", "total")),
        ("tax_rounding", _MODES),
        ("prices_include_tax", ("false", "true")),
        ("round_to", _STEPS[money_of(document).decimals]),
    ):
        document.pop(key, None)
        if draw(st.booleans()):
            document[key] = draw(st.sampled_from(values))
    if document.get("prices_include_tax") == "true":
        for tax in document.get("taxes", {}).values():
            if "withheld" not in tax:
                tax.pop("tiers", None)


def draw_taxes(draw: Draw, document: Document) -> None:
    """Give a quote its taxes, and the one of every line that names none."""
    names = draw(st.lists(st.sampled_from(_TAXES), max_size=4, unique=True))
    if names:
        document["taxes"] = {name: draw_tax(draw, name, document) for name in names}
        if draw(st.integers(0, 3)):
            document["tax"] = draw(tax_names(document))


def draw_tax(draw: Draw, name: str, document: Document) -> Document:
    """Draw what one tax says."""
    tax: Document = {"title": name.title()}
    if name == "reverse":
        tax["exempt"] = "true"
        if draw(st.booleans()):
            tax["reason"] = "Art. 196"
        return tax
    tax["percent"] = draw(percents(30))
    if name in {"irpf", "gensen"}:
        tax["withheld"] = "true"
    if name == "gensen" or (name == "levy" and document.get("prices_include_tax") != "true"):
        tax["tiers"] = draw(tiers("percent", percents(30), 100))
    if name in {"local", "gensen"} and draw(st.booleans()):
        tax["rounding"] = draw(st.sampled_from(_MODES))
    return tax


def draw_adjustments(draw: Draw, document: Document) -> None:
    """Give a quote its discounts and surcharges, or take them away."""
    for kind, letter in (("discounts", "d"), ("surcharges", "s")):
        document.pop(kind, None)
        count = draw(st.integers(0, 2))
        if count:
            document[kind] = [
                draw(_adjustments(f"{letter}{n}", kind, document)) for n in range(1, count + 1)
            ]


@st.composite
def _adjustments(draw: Draw, name: str, kind: str, document: Document) -> Document:
    # Ids of change orders stand in the quotes that the engine writes, and are read like others.
    name = draw(st.sampled_from([name, f"CO-1.{name}"]))
    entry: Document = {"id": name, "title": "Adjustment"}
    if draw(st.booleans()):
        entry["amount"] = draw(prices())
    else:
        entry["percent"] = draw(percents())
    bases = ["lines", "of"]
    if "percent" in entry:
        bases += ["base", "net"] if kind == "surcharges" else ["base"]
    basis = draw(st.sampled_from(bases))
    names = nameable(document)
    if basis == "of" and names:
        entry["of"] = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    elif basis == "net":
        entry["of"] = "net"
    elif basis == "base":
        entry["base"] = draw(prices())
    if draw(st.booleans()):
        entry["tax"] = draw(tax_names(document))
    return entry


def nameable(document: Document) -> list[str]:
    """List what an `of` may name: lines that end, and phases."""
    ending = [task["id"] for task in document["tasks"] if "every" not in task or "times" in task]
    return [*ending, *document.get("phases", ())]


def options_of(document: Document) -> list[str]:
    """List the options that tasks of a quote have."""
    held = {task.get("option") for task in document["tasks"]}
    return [name for name in OPTIONS if name in held]


def draw_choices(draw: Draw, document: Document) -> None:
    """Give a quote its alternatives, the titles of options and those that are selected."""
    for key in ("alternatives", "selected", "option_titles"):
        document.pop(key, None)
    options = options_of(document)
    if not options:
        return
    selected = draw(st.lists(st.sampled_from(options), unique=True))
    if {"basic", "gold"} <= set(options) and draw(st.booleans()):
        document["alternatives"] = {"package": ["basic", "gold"]}
        if {"basic", "gold"} <= set(selected):
            selected.remove("gold")
    if selected:
        document["selected"] = selected
    if draw(st.booleans()):
        name = draw(st.sampled_from(options))
        document["option_titles"] = {name: f"The {name} package"}
