"""Hypothesis strategies for a quote file that someone edits into another valid one."""

from collections.abc import Callable
from copy import deepcopy

from hypothesis import strategies as st

from tests.properties.drawn_numbers import percents, prices
from tests.properties.drawn_payments import draw_payments, draw_schedule, payments_hold
from tests.properties.drawn_tasks import (
    LETTERS,
    Document,
    Draw,
    draw_quantity,
    rates,
    tasks,
    tax_names,
)
from tests.properties.drawn_terms import (
    draw_adjustments,
    draw_choices,
    draw_money,
    draw_tax,
    nameable,
    options_of,
)


@st.composite
def edits(draw: Draw, document: Document) -> Document:
    """Draw a valid quote that differs from the given one by one edit and what it entails."""
    changed = deepcopy(document)
    actions = [action for action, applies in _ACTIONS if applies(document)]
    draw(st.sampled_from(actions))(draw, changed)
    if changed == document:
        # The edit drew what already stood there, so the title is edited instead.
        changed["title"] = f"{document['title']} again"
    _mend(draw, changed)
    return changed


def _pick(draw: Draw, document: Document) -> int:
    return draw(st.integers(0, len(document["tasks"]) - 1))


def _ids(document: Document) -> list[str]:
    return [task["id"] for task in document["tasks"]]


def _quantity(draw: Draw, document: Document) -> None:
    draw_quantity(draw, document["tasks"][_pick(draw, document)])


def _price(draw: Draw, document: Document) -> None:
    task = document["tasks"][_pick(draw, document)]
    if "rate" in task:
        document["rates"][task["rate"]]["price"] = draw(prices())
    else:
        task["price" if "price" in task else "expense"] = draw(prices())


def _task(draw: Draw, document: Document) -> None:
    place = _pick(draw, document)
    names = _ids(document)
    document["tasks"][place] = draw(tasks(names[place], document, names[:place]))


def _add(draw: Draw, document: Document) -> None:
    names = _ids(document)
    name = next(letter for letter in LETTERS if letter not in names)
    place = draw(st.integers(0, len(names)))
    document["tasks"].insert(place, draw(tasks(name, document, names[:place])))


def _remove(draw: Draw, document: Document) -> None:
    del document["tasks"][_pick(draw, document)]


def _reorder(draw: Draw, document: Document) -> None:
    document["tasks"] = list(draw(st.permutations(document["tasks"])))


def _rate(draw: Draw, document: Document) -> None:
    document["rates"][draw(st.sampled_from(list(document["rates"])))] = draw(rates())


def _tax(draw: Draw, document: Document) -> None:
    name = draw(st.sampled_from(list(document["taxes"])))
    document["taxes"][name] = draw_tax(draw, name, document)


def _tax_of_all(draw: Draw, document: Document) -> None:
    document["tax"] = draw(tax_names(document))


def _discount(draw: Draw, document: Document) -> None:
    entry: Document = {"id": "new", "title": "Discount", "percent": draw(percents())}
    entries = [entry for entry in document.get("discounts", ()) if entry["id"] != "new"]
    document["discounts"] = [*entries, entry]


def _title(draw: Draw, document: Document) -> None:
    document["tasks"][_pick(draw, document)]["title"] = draw(st.sampled_from(["New", "Other"]))


def _labels(draw: Draw, document: Document) -> None:
    numbers = draw(st.permutations(["VAT", "Court", "税号"]))
    document["seller"] = {"name": "Seller", "ids": {label: label for label in numbers}}


def _order_of_keys(draw: Draw, document: Document) -> None:
    for key in ("rates", "taxes", "phases"):
        if key in document:
            document[key] = dict(draw(st.permutations(list(document[key].items()))))


def _always(document: Document) -> bool:
    return bool(document["tasks"])


# Each kind of edit, and whether a quote is open to it; the smallest edits come first.
_ACTIONS: tuple[tuple[Callable[[Draw, Document], None], Callable[[Document], bool]], ...] = (
    (_quantity, _always),
    (_price, _always),
    (_title, _always),
    (_task, _always),
    (_add, lambda document: len(document["tasks"]) < len(LETTERS)),
    (_remove, lambda document: len(document["tasks"]) > 1),
    (_reorder, lambda document: len(document["tasks"]) > 1),
    (_rate, lambda document: "rates" in document),
    (_tax, lambda document: "taxes" in document),
    (_tax_of_all, lambda document: "taxes" in document),
    (_discount, _always),
    (draw_adjustments, _always),
    (draw_choices, lambda document: bool(options_of(document))),
    (draw_payments, _always),
    (draw_schedule, _always),
    (draw_money, _always),
    (_labels, _always),
    (_order_of_keys, _always),
)


def _mend(draw: Draw, document: Document) -> None:
    """Take away references that an edit has left without what they name."""
    names = _ids(document)
    for place, task in enumerate(document["tasks"]):
        if "after" in task:
            task["after"] = [name for name in task["after"] if name in names[:place]]
    known = nameable(document)
    for entry in (*document.get("discounts", ()), *document.get("surcharges", ())):
        if isinstance(entry.get("of"), list):
            entry["of"] = [name for name in entry["of"] if name in known]
            if not entry["of"]:
                del entry["of"]
    _mend_choices(document)
    events = {*names, "acceptance", "delivery"}
    starts = "start" in document.get("schedule", {})
    for payment in document.get("payments", ()):
        due = payment.get("due", {})
        if due.get("after", "delivery") not in events or ("before" in due and not starts):
            del payment["due"]
            payment.pop("early", None)
    if not payments_hold(document):
        draw_payments(draw, document)


def _mend_choices(document: Document) -> None:
    options = options_of(document)
    if "alternatives" in document and not {"basic", "gold"} <= set(options):
        del document["alternatives"]
    selected = [name for name in document.pop("selected", ()) if name in options]
    titles = document.pop("option_titles", {})
    if selected:
        document["selected"] = selected
    if titles.keys() & set(options):
        document["option_titles"] = {name: titles[name] for name in titles if name in options}
