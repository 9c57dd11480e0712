"""Hypothesis strategies for actions on tasks, each drawn so that the quote can carry it."""

from fractions import Fraction

from hypothesis import strategies as st

from tests.properties.drawn_numbers import estimates, numbers, percents, prices, quantities
from tests.properties.drawn_tasks import LETTERS, Document, Draw, tasks, tax_names
from tests.properties.oracle_money import number, plain
from tests.properties.order_oracle_actions import task_of
from tests.properties.order_oracle_stopping import part_done, quantity_of


class Bench:
    """A quote while actions on it are drawn: what has begun, and what is touched already."""

    def __init__(self, draw: Draw, document: Document, progress: dict[str, str]) -> None:
        """Begin with nothing touched."""
        self.draw = draw
        self.document = document
        self.begun = {name: number(text) / 100 for name, text in progress.items() if number(text)}
        self.touched: set[str] = set()

    def free(self) -> list[str]:
        """List the tasks that may still be named: not ended, and named by no other action."""
        tasks_ = self.document["tasks"]
        free = [task["id"] for task in tasks_ if "ended" not in task]
        return [name for name in free if name not in self.touched]

    def ends(self, task: Document) -> bool:
        """Say whether a task would end at a rate that another action changes."""
        return task["id"] in self.begun and task.get("rate") in self.touched

    def take(self, names: list[str]) -> Document:
        """Draw one of the tasks, and touch it."""
        name = self.draw(st.sampled_from(names))
        self.touched.add(name)
        return task_of(self.document, name)


Drawn = list[Document]


def revise_quantity(bench: Bench) -> Drawn:
    """Draw another quantity of a task, never below the part done."""
    draw, names = bench.draw, bench.free()
    if not names:
        return []
    task = bench.take(names)
    share = bench.begun.get(task["id"], Fraction(0))
    if "estimate" in task and (share or draw(st.booleans())):
        if share:
            return [{"revise": task["id"], "set": {"title": "Begun"}}]
        return [{"revise": task["id"], "set": {"estimate": draw(estimates())}}]
    quantity = draw(quantities())
    if share and number(quantity) < quantity_of(task):
        # A begun expense stays whole.
        least = part_done(bench.document, task, Fraction(1) if "expense" in task else share)
        quantity = plain(least)
    fields: Document = {"quantity": quantity}
    if "estimate" in task:
        fields["estimate"] = None
    return [{"revise": task["id"], "set": fields}]


def extend(bench: Bench) -> Drawn:
    """Draw more of a task."""
    names = [name for name in bench.free() if "estimate" not in task_of(bench.document, name)]
    if not names:
        return []
    task = bench.take(names)
    more = number(bench.draw(numbers(1, 30) | numbers(1, 2_000, 2)))
    quantity = plain(number(task.get("quantity", 1)) + more)
    return [{"revise": task["id"], "set": {"quantity": quantity}}]


def revise_price(bench: Bench) -> Drawn:
    """Draw another price of a task that has one of its own; of a begun one, a higher one."""
    names = [name for name in bench.free() if "rate" not in task_of(bench.document, name)]
    if not names:
        return []
    task = bench.take(names)
    key = "price" if "price" in task else "expense"
    price = bench.draw(prices())
    if task["id"] in bench.begun:
        price = plain(number(task[key]) + number(price))
    return [{"revise": task["id"], "set": {key: price}}]


def revise_terms(bench: Bench) -> Drawn:
    """Draw another tax, discount or time of a task, now and then with more of its quantity."""
    names = bench.free()
    if not names:
        return []
    task = bench.take(names)
    draw = bench.draw
    fields: Document = {}
    kind = draw(st.sampled_from(["tax", "discounts", "days"]))
    if kind == "tax":
        fields["tax"] = draw(tax_names(bench.document))
    elif kind == "days":
        fields["days"] = draw(numbers(0, 900, 2))
    else:
        kept = [entry for entry in task.get("discounts", ()) if entry["id"].startswith("CO-")]
        fields["discounts"] = [*kept, {"id": "other", "percent": draw(percents())}]
    if "quantity" in task and draw(st.booleans()):
        more = number(draw(numbers(1, 500, 2)))
        fields["quantity"] = plain(number(task["quantity"]) + more)
    return [{"revise": task["id"], "set": fields}]


def revise_words(bench: Bench) -> Drawn:
    """Draw other words of a task, which cost nothing."""
    names = bench.free()
    if not names:
        return []
    task = bench.take(names)
    word = bench.draw(st.sampled_from(["Clear", "Clearer"]))
    fields: Document = {"title": word, "done_when": "Both sides say so.", "description": None}
    return [{"revise": task["id"], "set": fields, "because": "Nobody understood it."}]


def add(bench: Bench) -> Drawn:
    """Draw a new task and its place."""
    names = [task["id"] for task in bench.document["tasks"]]
    fresh = [letter for letter in LETTERS if letter not in names and letter not in bench.touched]
    place = bench.draw(st.integers(0, len(names)))
    earlier = [name for name in names[:place] if name not in bench.touched]
    task = bench.draw(tasks(fresh[0], bench.document, earlier))
    # An option of its own would count only once selected.
    task.pop("option", None)
    bench.touched |= {fresh[0], *task.get("after", ())}
    action: Document = {"add": task}
    standing = [name for name in names[place:] if name not in bench.touched]
    if standing:
        action["before"] = standing[0]
    return [action]


def remove(bench: Bench) -> Drawn:
    """Draw a task that nothing else names, to be removed."""
    document = bench.document
    named = {name for task in document["tasks"] for name in task.get("after", ())}
    for entry in (*document.get("discounts", ()), *document.get("surcharges", ())):
        named.update(entry.get("of", ()))
    named.update(payment.get("due", {}).get("after") for payment in document.get("payments", ()))
    held = {str(task.get("option")) for task in document["tasks"]}
    names = [name for name in bench.free() if name not in named]
    names = [name for name in names if task_of(document, name).get("option") not in held]
    names = [name for name in names if not bench.ends(task_of(document, name))]
    if not names or len(document["tasks"]) < 2:
        return []
    return [{"remove": bench.take(names)["id"]}]


def apply(bench: Bench) -> Drawn:
    """Draw an announced change, so many times."""
    names = [
        (task["id"], change["id"])
        for task in bench.document["tasks"]
        for change in task.get("if_changed", ())
        if task["id"] in bench.free() and f"{task['id']}.{change['id']}" not in bench.touched
    ]
    closed = {task["id"] for task in bench.document["tasks"] if not _open(bench.document, task)}
    names = [pair for pair in names if ".".join(pair) not in closed]
    if not names:
        return []
    task, change = bench.draw(st.sampled_from(names))
    bench.touched |= {task, f"{task}.{change}"}
    action = {"apply": f"{task}.{change}"}
    if bench.draw(st.booleans()):
        action["quantity"] = bench.draw(st.sampled_from(["2", "0.5", "3"]))
    return [action]


def _open(document: Document, task: Document) -> bool:
    """Say whether a task, if it was announced, may be ordered again at the price announced."""
    owner, _, change = task["id"].rpartition(".")
    holders = [other for other in document["tasks"] if owner and other["id"] == owner]
    known = [one for held in holders for one in held.get("if_changed", ()) if one["id"] == change]
    keys = ("rate", "price", "expense")
    same = all(task.get(key) == one.get(key) for one in known for key in keys)
    return "ended" not in task and same
