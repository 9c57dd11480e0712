"""Hypothesis strategies for contracts and the change requests that they meet, one after another."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.properties.drawn_actions import Bench, revise_words
from tests.properties.drawn_agreements import agreements, draw_exceptions
from tests.properties.drawn_numbers import numbers, prices
from tests.properties.drawn_payments import draw_payments, payments_hold
from tests.properties.drawn_quote_actions import CHANGES, CORRECTIONS, REPAIRS, Drawer
from tests.properties.drawn_tasks import Document, Draw
from tests.properties.oracle_money import money_of, number
from tests.properties.order_oracle import ExpectedOrder, Situation, expected_order
from tests.properties.strategies import documents

FIRST_DAY = date(2026, 3, 2)
_KINDS: dict[str, tuple[Drawer, ...]] = {
    "scope": CHANGES,
    "revision": CORRECTIONS,
    "defect": REPAIRS,
    "clarification": (revise_words,),
}
_MIX = (*["scope"] * 7, "revision", "revision", "defect", "clarification")


@dataclass(frozen=True)
class Step:
    """A request as it meets a contract, what an order for it comes to, and what becomes of it."""

    request: Document
    progress: dict[str, str]
    paid: tuple[str, ...]
    on: date
    order: ExpectedOrder
    decision: str


@st.composite
def contracts(draw: Draw) -> Document:
    """Draw a quote as it is agreed: without marks of orders, some changes being announced."""
    document = draw(documents())
    for kind in ("discounts", "surcharges"):
        for entry in document.get(kind, ()):
            entry["id"] = entry["id"].removeprefix("CO-1.")
    for task in document["tasks"]:
        if draw(st.integers(0, 2)) == 0:
            task["if_changed"] = [_announced(draw, document)]
    if not payments_hold(document):
        draw_payments(draw, document)
    draw_exceptions(draw, document)
    return document


def _announced(draw: Draw, document: Document) -> Document:
    change: Document = {"id": "more", "title": "One more"}
    if document.get("rates") and draw(st.booleans()):
        change["rate"] = draw(st.sampled_from(list(document["rates"])))
        change["quantity"] = draw(numbers(1, 400, 2))
    else:
        change["price"] = draw(prices())
    if draw(st.booleans()):
        change["days"] = draw(numbers(0, 300, 2))
    return change


@st.composite
def requests(draw: Draw, document: Document, progress: dict[str, str], on: date) -> Document:
    """Draw a request of any kind that a quote can carry."""
    kind = draw(st.sampled_from(_MIX))
    reasons = [*["client"] * 5, "client_delay", "third_party", "unforeseen"]
    if kind != "revision":
        reasons += ["seller"] * 2
    request: Document = {
        "quotekit": "change/1",
        "id": "wish",
        "quote": document["number"],
        "title": "A wish",
        "kind": kind,
        "reason": draw(st.sampled_from(reasons)),
        "requested_on": on.isoformat(),
    }
    if draw(st.booleans()):
        request["wanted_by"] = (on + timedelta(days=draw(st.integers(0, 8)))).isoformat()
    if kind == "scope" and draw(st.integers(0, 3)) == 0:
        amount = draw(numbers(1, 20_000, money_of(document).decimals))
        request["concession"] = {"amount": amount, "reason": "Agreed"}
    bench = Bench(draw, document, progress)
    actions: list[Document] = []
    drawers = _KINDS[kind]
    for first in draw(st.lists(st.integers(0, len(drawers) - 1), min_size=1, max_size=3)):
        # Where a quote is not open to an action of the kind drawn, the next kind stands in.
        if any("remove_rate" in action for action in actions):
            break
        turned = (*drawers[first:], *drawers[:first])
        actions += next((found for drawer in turned if (found := drawer(bench))), [])
    if not actions:
        actions = revise_words(bench) or [{"revise_quote": {"title": "Yet another title"}}]
        if kind == "revision":
            request["kind"] = "scope"
    request["actions"] = actions
    return request


@st.composite
def progress_of(draw: Draw, document: Document) -> dict[str, str]:
    """Draw how far the tasks have come that count and can come anywhere."""
    progress = {}
    for task in document["tasks"]:
        counts = "option" not in task or task["option"] in document.get("selected", ())
        ends = "every" not in task or "times" in task
        if counts and ends and "ended" not in task and number(task.get("quantity", 1)) > 0:
            share = draw(st.sampled_from(["0", "0", "0", "33.3", "50", "90", "100"]))
            if share != "0":
                progress[task["id"]] = share
    return progress


def draw_paid(draw: Draw, document: Document) -> tuple[str, ...]:
    """Draw which instalments are paid, the first ones first."""
    names = [payment["id"] for payment in document.get("payments", ())]
    return tuple(names[: draw(st.integers(0, len(names)))])


@dataclass(frozen=True)
class Chain:
    """A contract and the requests that it meets."""

    document: Document
    agreement: Document | None
    steps: list[Step]


@st.composite
def chains(draw: Draw, longest: int = 4) -> Chain:
    """Draw a contract and so many requests, each on what the orders before have made of it."""
    document = first = draw(contracts())
    agreement = draw(agreements(document)) if draw(st.integers(0, 9)) else None
    settled: tuple[str, ...] = ()
    rounds: list[tuple[tuple[str, ...], date | None]] = []
    days = (agreement or {}).get("changes", {}).get("valid_days")
    on = FIRST_DAY
    steps = []
    for at in range(1, draw(st.integers(1, longest)) + 1):
        on += timedelta(days=draw(st.sampled_from([0, 1, 20])))
        progress = draw(progress_of(document))
        paid = draw_paid(draw, document)
        request = draw(requests(document, progress, on))
        open_ones = [names for names, until in rounds if until is None or on <= until]
        standing = [name for names in open_ones for name in names]
        known = (*settled, *(name for name in paid if name not in settled))
        here = Situation(document, agreement, f"CO-{at:03}", progress, known, standing)
        order = expected_order(here, request)
        if request["kind"] == "defect" and order.after.whole > order.before.whole:
            # Without a credit that it has, a job costs more, which a defect never does.
            request["kind"] = "scope"
            order = expected_order(here, request)
        decision = draw(st.sampled_from(["accept", "accept", "accept", "decline", "wait"]))
        until = None if days is None else on + timedelta(days=int(days))
        if decision == "accept":
            document, settled = order.document, known
            rounds.append((order.rounds or (), None))
        elif decision == "wait":
            rounds.append((order.rounds or (), until))
        steps.append(Step(request, progress, paid, on, order, decision))
    return Chain(first, agreement, steps)
