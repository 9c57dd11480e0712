"""An independent reading of the change-order policy, in exact fractions, on plain data.

It prices the quote before and after a request with the oracle of the calculation rules and
writes down what the policy adds. Nothing here is imported from the engine or shared with it.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from fractions import Fraction

from tests.properties.oracle_money import ZERO, fixed, number, plain
from tests.properties.order_oracle_actions import Document, carried_out, task_of
from tests.properties.order_oracle_base import added_work, heaviest
from tests.properties.order_oracle_fees import Change, Fee, adjustment, fees_of
from tests.properties.order_oracle_payments import payments_after
from tests.properties.order_oracle_reading import Reading, reading
from tests.properties.order_oracle_rounds import rounds_used
from tests.properties.order_oracle_stopping import stopped
from tests.properties.order_oracle_terms import terms_of

_LIGHT = ("apply", "select")


@dataclass(frozen=True)
class ExpectedOrder:
    """What an order comes to: both quotes as they price, and the free rounds it uses."""

    before: Reading
    after: Reading
    rounds: tuple[str, ...] | None

    @property
    def document(self) -> Document:
        """Give the plain data of the quote that is agreed once the order is accepted."""
        return self.after.document

    def rows(self) -> dict[tuple[str, str], str]:
        """Give what each row moves the sum by, but for those that do not move it."""
        old, new = self.before.rows(), self.after.rows()
        moved = {key: new.get(key, ZERO) - old.get(key, ZERO) for key in {**old, **new}}
        return {key: self.after.money.text(value) for key, value in moved.items() if value}


@dataclass(frozen=True)
class Situation:
    """What a request meets; `standing` holds every free round in use, one item each."""

    document: Document
    agreement: Document | None
    number: str
    progress: dict[str, str]
    paid: tuple[str, ...] = ()
    standing: list[str] = field(default_factory=list)


def expected_order(here: Situation, request: Document) -> ExpectedOrder:
    """Price a request against a quote."""
    before = reading(here.document)
    shares = {name: number(text) / 100 for name, text in here.progress.items()}
    terms = terms_of(here.agreement, here.document)

    def worked(actions: list[Document]) -> Reading:
        bare = carried_out(here.document, actions)
        return reading(stopped(here.document, bare, shares, here.number))

    after = worked(request["actions"])
    kind = request.get("kind", "scope")
    rounds = rounds_used(request, terms, before, after, here.standing)
    revised = deepcopy(after.document)
    if kind == "defect" or rounds is not None:
        _credit(revised, before, after, here.number)
    elif kind != "clarification":
        heavy = [one for one in request["actions"] if not any(verb in one for verb in _LIGHT)]
        change = Change(request, terms, shares, before, after, worked(heavy))
        _charge(revised, fees_of(change), after, here.number)
    if "concession" in request:
        works = added_work(before, after, request["actions"])
        amount = request["concession"]["amount"]
        fee = Fee("concession", number(amount), heaviest(works, before, after))
        row = adjustment(fee, here.number, revised, amount)
        revised["discounts"] = [*revised.get("discounts", ()), row]
    payments = payments_after(before, reading(revised), here.paid, here.number)
    revised.pop("payments", None)
    if payments:
        revised["payments"] = payments
    return ExpectedOrder(before, reading(revised), rounds)


def _credit(document: Document, before: Reading, after: Reading, order: str) -> None:
    """Credit every task with exactly what its total has risen by."""
    for name, line in after.lines.items():
        rise = line.total - _standing(before, after, name)
        if rise > 0:
            task = task_of(document, name)
            entry = {"id": f"{order}.free", "amount": plain(rise)}
            task["discounts"] = [*task.get("discounts", ()), entry]


def _standing(before: Reading, after: Reading, name: str) -> Fraction:
    """Give what a task came to; one that begins to count comes from nothing."""
    old = before.lines.get(name)
    if old is None or (after.lines[name].counted and not old.counted):
        return ZERO
    return old.total


def _charge(document: Document, fees: list[Fee], after: Reading, order: str) -> None:
    """Write fees as surcharges of the revised quote."""
    decimals = after.money.decimals
    rows = [adjustment(fee, order, document, fixed(fee.amount, decimals)) for fee in fees]
    if rows:
        document["surcharges"] = [*document.get("surcharges", ()), *rows]
