"""The oracle's reading of fees: what a change costs beside the work itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.properties.oracle_lines import in_tax_order
from tests.properties.oracle_money import ZERO, number
from tests.properties.order_oracle_base import (
    Work,
    added_work,
    by_set,
    changed_most,
    heaviest,
)
from tests.properties.order_oracle_reading import Reading, TaxSet
from tests.properties.order_oracle_terms import Document, late_percent, share

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLIENTS = {"client", "client_delay"}


@dataclass(frozen=True)
class Fee:
    """A surcharge of an order, in a tax set."""

    id: str
    amount: Fraction
    taxes: TaxSet


@dataclass(frozen=True)
class Change:
    """All that fees depend on; `plain` is the revised quote without announced and selected work."""

    request: Document
    terms: Document
    progress: dict[str, Fraction]
    before: Reading
    after: Reading
    plain: Reading

    @property
    def actions(self) -> list[Document]:
        """Give the actions of the request."""
        found: list[Document] = self.request["actions"]
        return found

    @property
    def reason(self) -> str:
        """Say whose doing the change is."""
        return str(self.request.get("reason", "client"))


def hurried(request: Document, terms: Document, document: Document) -> bool:
    """Say whether a change is wanted within the working days that count as a rush."""
    if "wanted_by" not in request or "rush" not in terms:
        return False
    workdays = document.get("schedule", {}).get("workdays", _WEEK[:5])
    day, wanted = (date.fromisoformat(request[key]) for key in ("requested_on", "wanted_by"))
    days = 0
    while day < wanted:
        day += timedelta(days=1)
        days += _WEEK[day.weekday()] in workdays
    return days <= int(terms["rush"]["within_days"])


def fees_of(change: Change) -> list[Fee]:
    """List the fees that a charged change bears, without its concession."""
    if change.reason == "seller":
        return _saving_share(change)
    if change.reason not in _CLIENTS:
        return []
    works = added_work(change.before, change.after, change.actions)
    heavy = [work for work in works if not work.light]
    # The handling fee and the minimum are those of the same request without the light work.
    alone = added_work(change.before, change.plain, [])
    fees = [*_late(change, heavy), *_rush(change, works)]
    fees += _removal(change, change.after)
    work = [*_late(change, alone), *_rush(change, alone), *_removal(change, change.plain)]
    return [*fees, *_handling(change, alone, work)]


def _percent(change: Change, percent: Fraction, base: Fraction) -> Fraction:
    shown = change.after.money.shown
    return shown(shown(base) * percent / 100)


def _late(change: Change, works: list[Work]) -> list[Fee]:
    if change.request.get("kind", "scope") == "revision":
        return []
    fees = []
    for work in works:
        percent = late_percent(change.terms, change.progress.get(work.task, ZERO))
        if not work.new and work.amount > 0:
            fees.append(
                Fee(f"late.{work.task}", _percent(change, percent, work.amount), work.taxes)
            )
    return [fee for fee in fees if fee.amount]


def _rush(change: Change, works: list[Work]) -> list[Fee]:
    if not hurried(change.request, change.terms, change.before.document):
        return []
    percent = number(change.terms["rush"]["percent"])
    fees = []
    for names, base in by_set(works).items():
        joined = ".".join(in_tax_order(change.after.document, names)) or "none"
        if base > 0:
            fees.append(Fee(f"rush.{joined}", _percent(change, percent, base), names))
    return [fee for fee in fees if fee.amount]


def _removal(change: Change, after: Reading) -> list[Fee]:
    terms = change.terms.get("removal")
    if terms is None:
        return []
    kept = 100 - number(terms["credit"])
    fees = []
    for name, line in change.before.lines.items():
        new = after.lines.get(name)
        gone = new is None or not new.counted
        if not gone and not (new is not None and new.quantity < line.quantity):
            continue
        fall = change.before.total(name) - after.total(name)
        if line.counted and fall > 0:
            fees.append(Fee(f"removal.{name}", _percent(change, kept, fall), line.taxes))
    return [fee for fee in fees if fee.amount]


def _handling(change: Change, works: list[Work], others: list[Fee]) -> list[Fee]:
    """Give the handling fee and what the minimum adds to the work and all its fees."""
    taxes = heaviest(works, change.before, change.plain)
    fees = []
    if sum((work.amount for work in works), ZERO) > 0:
        fees.append(Fee("handling_fee", number(change.terms.get("handling_fee", 0)), taxes))
    own = change.plain.whole - change.before.whole
    charged = own + sum((fee.amount for fee in [*others, *fees]), ZERO)
    if own > 0:
        missing = number(change.terms.get("minimum", 0)) - charged
        fees.append(Fee("minimum", max(ZERO, missing), taxes))
    return [fee for fee in fees if fee.amount]


def _saving_share(change: Change) -> list[Fee]:
    fall = change.before.whole - change.after.whole
    if change.request.get("kind", "scope") != "scope" or fall <= 0:
        return []
    amount = change.after.money.shown(fall * share(change.terms.get("saving_share", 0)))
    taxes = changed_most(change.before, change.after)
    return [Fee("saving_share", amount, taxes)] if amount else []


def adjustment(fee: Fee, order: str, document: Document, amount: str) -> dict[str, Any]:
    """Write a fee or concession as the adjustment that stands in the revised quote."""
    names = in_tax_order(document, fee.taxes)
    return {"id": f"{order}.{fee.id}", "amount": amount, "tax": names or "none"}
