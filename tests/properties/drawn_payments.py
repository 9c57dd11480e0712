"""Hypothesis strategies for the payments and the schedule of a quote file."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from tests.properties.drawn_numbers import numbers
from tests.properties.drawn_tasks import Document, Draw
from tests.properties.oracle import expected
from tests.properties.oracle_money import ZERO, fixed, money_of, number

_WHOLE = (
    ("100",),
    ("50", "50"),
    ("30", "30", "40 %"),
    ("33.33", "33.33", "33.34"),
    ("12.5", "87.5"),
)
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def draw_schedule(draw: Draw, document: Document) -> None:
    """Give a quote its schedule, or take it away."""
    document.pop("schedule", None)
    schedule: Document = {}
    features = draw(st.sets(st.sampled_from(["start", "hours_per_day", "workdays"])))
    if "start" in features or draw(st.booleans()):
        schedule["start"] = draw(dates())
    if "hours_per_day" in features:
        schedule["hours_per_day"] = draw(st.sampled_from(["6", "7.5", "4", "7"]))
    if "workdays" in features:
        schedule["workdays"] = draw(
            st.lists(st.sampled_from(_WEEK), min_size=1, max_size=7, unique=True)
        )
    if schedule:
        document["schedule"] = schedule


def dates() -> st.SearchStrategy[str]:
    """Draw a date, in ISO form."""
    return st.dates(date(2026, 1, 5), date(2027, 12, 31)).map(date.isoformat)


def payable(document: Document) -> Fraction:
    """Give what is to be paid for a quote, whatever its payments say."""
    bare = {key: value for key, value in document.items() if key != "payments"}
    return number(expected(bare)["totals"]["payable"])


def draw_payments(draw: Draw, document: Document) -> None:
    """Give a quote payments that add up to what is to be paid, or none."""
    document.pop("payments", None)
    due = payable(document)
    decimals = money_of(document).decimals
    kinds = ["none", "whole", "balance"]
    if due >= Fraction(100, 10**decimals):
        kinds += ["amounts", "mixed"]
    kind = draw(st.sampled_from(kinds))
    parts: list[Document] = []
    if kind == "whole":
        parts = [{"percent": text} for text in draw(st.sampled_from(_WHOLE))]
    elif kind == "balance":
        shares = draw(st.lists(st.sampled_from(["30", "33.3", "25 %"]), max_size=2))
        parts = [*({"percent": text} for text in shares), {"balance": "true"}]
        parts = draw(st.permutations(parts))
    elif kind in {"amounts", "mixed"}:
        first = draw(numbers(1, int(due * 10**decimals / 3), decimals))
        if kind == "amounts":
            parts = [{"amount": first}, {"amount": fixed(due - number(first), decimals)}]
        else:
            parts = [{"percent": "40"}, {"amount": first}, {"balance": "true"}]
            parts = draw(st.permutations(parts))
    if parts:
        document["payments"] = [
            _payment(draw, f"p{place}", part, document) for place, part in enumerate(parts, 1)
        ]


def _payment(draw: Draw, name: str, part: Document, document: Document) -> Document:
    payment: Document = {"id": name, "title": f"Payment {name}", **part}
    if draw(st.booleans()):
        payment["due"] = _due(draw, document)
        if draw(st.booleans()):
            payment["early"] = {"days": "7", "percent": "2"}
    return payment


def _due(draw: Draw, document: Document) -> Document:
    kinds = ["after", "date"]
    if "start" in document.get("schedule", {}):
        kinds.append("before")
    kind = draw(st.sampled_from(kinds))
    if kind == "date":
        return {"date": draw(dates())}
    days = draw(numbers(0, 60))
    if kind == "before":
        return {"before": "start", "days": days}
    events = ["acceptance", "delivery", *(task["id"] for task in document["tasks"])]
    due: Document = {"after": draw(st.sampled_from(events)), "days": days}
    if draw(st.booleans()):
        due["end_of_month"] = draw(numbers(0, 13))
    return due


def payments_hold(document: Document) -> bool:
    """Say whether payments that state amounts still fit what is to be paid."""
    payments = document.get("payments", ())
    amounts = [number(payment["amount"]) for payment in payments if "amount" in payment]
    if not amounts:
        return True
    unit = money_of(document).unit
    if any((amount / unit).denominator != 1 for amount in amounts):
        return False
    due = payable(document)
    shares = [number(payment["percent"]) / 100 for payment in payments if "percent" in payment]
    stated = sum(amounts, ZERO) + sum(shares, ZERO) * due
    return stated < due if any("balance" in payment for payment in payments) else stated == due
