"""The oracle's reading of the allowance: which revisions are free, and what rounds they use."""

from fractions import Fraction

from tests.properties.oracle_lines import Line
from tests.properties.oracle_money import ZERO, number
from tests.properties.order_oracle_actions import Document, announced
from tests.properties.order_oracle_reading import Reading

WHOLE = "*"


def rounds_used(
    request: Document, terms: Document, before: Reading, after: Reading, standing: list[str]
) -> tuple[str, ...] | None:
    """Give the rounds that a free revision uses, or None where it is no free one.

    `standing` holds every round used by the orders that count, one item each.
    """
    allowance = terms.get("allowance")
    if request.get("kind", "scope") != "revision" or allowance is None:
        return None
    growth = _growth(request["actions"], before, after)
    granted = int(allowance.get("revisions", 0))
    rounds = (WHOLE,) if allowance.get("per", "task") == "quote" else tuple(growth)
    if any(standing.count(name) >= granted for name in rounds):
        return None
    if "hours" in allowance and any(
        grown > number(allowance["hours"]) for grown in growth.values()
    ):
        return None
    return rounds


def _growth(actions: list[Document], before: Reading, after: Reading) -> dict[str, Fraction]:
    """Give by how many hours each named task grows, with what was announced of it."""
    grown: dict[str, Fraction] = {}
    for action in actions:
        if "revise" in action:
            named = changed = action["revise"]
        elif "apply" in action:
            changed = action["apply"]
            named = announced(before.document, changed)[0]["id"]
        else:
            continue
        hours = _hours(after, after.lines.get(changed)) - _hours(before, before.lines.get(changed))
        grown[named] = grown.get(named, ZERO) + hours
    return grown


def _hours(reading: Reading, line: Line | None) -> Fraction:
    if line is None:
        return ZERO
    if line.unit == "hour":
        return line.quantity
    if "effort" in line.task:
        return number(line.task["effort"])
    days = number(line.task["days"]) if "days" in line.task else ZERO
    if "days" not in line.task and line.unit == "day":
        days = line.quantity
    return days * number(reading.document.get("schedule", {}).get("hours_per_day", 8))
