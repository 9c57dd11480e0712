"""Hypothesis strategies for actions on what tasks share: options, rates, order, and the quote."""

from collections.abc import Callable

from hypothesis import strategies as st

from tests.properties.drawn_actions import (
    Bench,
    Drawn,
    add,
    apply,
    extend,
    remove,
    revise_price,
    revise_quantity,
    revise_terms,
    revise_words,
)
from tests.properties.drawn_numbers import prices
from tests.properties.drawn_tasks import Document, rates
from tests.properties.drawn_terms import draw_adjustments, draw_tax, options_of
from tests.properties.oracle_money import number, plain
from tests.properties.order_oracle_actions import rivals, task_of


def choose(bench: Bench) -> Drawn:
    """Draw an option to be selected or deselected, none of whose tasks is touched."""
    document = bench.document
    chosen = set(document.get("selected", ()))
    tasks_ = document["tasks"]
    options = []
    for name in options_of(document):
        concerned = {name, *rivals(document, name)}
        tasks_held = [task for task in tasks_ if task.get("option") in concerned]
        held = {task["id"] for task in tasks_held}
        if not held & bench.touched and not any(map(bench.ends, tasks_held)):
            options.append((name, held))
    if not options:
        return []
    name, held = bench.draw(st.sampled_from(options))
    bench.touched |= held
    return [{"deselect" if name in chosen else "select": name}]


def revise_rate(bench: Bench) -> Drawn:
    """Draw another price of a rate that no ended task has, none higher where a begun one has it."""
    document = bench.document
    ended = {
        task.get("rate")
        for task in document["tasks"]
        if "ended" in task or (task["id"] in bench.begun and task["id"] in bench.touched)
    }
    names = [name for name in document.get("rates", ()) if name not in bench.touched | ended]
    if not names:
        return []
    name = bench.draw(st.sampled_from(names))
    bench.touched.add(name)
    price = bench.draw(prices())
    used = any(task.get("rate") == name and task["id"] in bench.begun for task in document["tasks"])
    if used and number(price) > number(document["rates"][name]["price"]):
        price = document["rates"][name]["price"]
    return [{"revise_rate": name, "set": {"price": price, "title": "Other rate"}}]


def add_rate(bench: Bench) -> Drawn:
    """Draw a new rate, and a task that moves to it; a begun one moves to a dearer rate."""
    names = [name for name in bench.free() if "rate" in task_of(bench.document, name)]
    if "senior" in bench.document.get("rates", ()) or not names or "senior" in bench.touched:
        return []
    task = bench.take(names)
    bench.touched.add("senior")
    old = bench.document["rates"][task["rate"]]
    rate = {**bench.draw(rates()), "id": "senior"}
    for key in ("unit", "increment"):
        rate.pop(key, None)
        if key in old:
            rate[key] = old[key]
    if task["id"] in bench.begun:
        rate = {**old, "id": "senior", "price": plain(number(old["price"]) + number(rate["price"]))}
    return [{"add_rate": rate}, {"revise": task["id"], "set": {"rate": "senior"}}]


def remove_rate(bench: Bench) -> Drawn:
    """Draw a rate that no task uses, to be removed."""
    document = bench.document
    used = {task.get("rate") for task in document["tasks"]}
    announced = [one for task in document["tasks"] for one in task.get("if_changed", ())]
    used |= {change.get("rate") for change in announced}
    spare = [name for name in document.get("rates", ()) if name not in used | bench.touched]
    # What else is asked may name any rate, so nothing else stands beside this action.
    if not spare or bench.touched:
        return []
    return [{"remove_rate": spare[0]}]


def reorder(bench: Bench) -> Drawn:
    """Draw another order of all tasks."""
    names = [task["id"] for task in bench.document["tasks"]]
    if "order" in bench.touched or set(names) & bench.touched or len(names) < 2:
        return []
    order = list(bench.draw(st.permutations(names)))
    awaited = [
        (other, task["id"]) for task in bench.document["tasks"] for other in task.get("after", ())
    ]
    if any(order.index(first) > order.index(second) for first, second in awaited):
        # A task that stands before what it waits for might wait for itself.
        order = list(reversed(names)) if not awaited else names
    bench.touched |= {"order", *names}
    return [{"order": order}]


def revise_quote(bench: Bench) -> Drawn:
    """Draw other discounts and surcharges, another tax, or another title of the quote."""
    if "quote" in bench.touched:
        return []
    bench.touched.add("quote")
    draw, document = bench.draw, bench.document
    kind = draw(st.sampled_from(["title", "adjustments", "taxes"]))
    if kind == "adjustments" and not bench.touched - {"quote"}:
        bench.touched.update(task["id"] for task in document["tasks"])
        drawn: Document = {
            key: document[key] for key in ("tasks", "phases", "taxes") if key in document
        }
        draw_adjustments(draw, drawn)
        fields: Document = {}
        for key in ("discounts", "surcharges"):
            kept = [entry for entry in document.get(key, ()) if entry["id"].startswith("CO-")]
            own = [
                dict(entry, id=entry["id"].removeprefix("CO-1.")) for entry in drawn.get(key, ())
            ]
            fields[key] = [*own, *kept] or None
        return [{"revise_quote": fields}]
    if kind == "taxes" and document.get("taxes"):
        name = draw(st.sampled_from(list(document["taxes"])))
        return [
            {"revise_quote": {"taxes": {**document["taxes"], name: draw_tax(draw, name, document)}}}
        ]
    return [{"revise_quote": {"title": "Another title"}}]


Drawer = Callable[[Bench], Drawn]
CORRECTIONS: tuple[Drawer, ...] = (extend, apply, revise_quantity, revise_price, revise_words)
REPAIRS: tuple[Drawer, ...] = (
    extend,
    add,
    remove,
    apply,
    revise_quantity,
    revise_price,
    revise_words,
)
CHANGES: tuple[Drawer, ...] = (
    *REPAIRS,
    revise_terms,
    choose,
    revise_rate,
    add_rate,
    remove_rate,
    reorder,
    revise_quote,
)
