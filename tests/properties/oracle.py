"""An independent reading of the calculation rules, in exact fractions, for the property tests.

Nothing here is imported from the engine or shared with it: where the two disagree on a quote,
one of them misreads the rules.
"""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from tests.properties.oracle_instalments import instalments_of
from tests.properties.oracle_lines import Line, in_tax_order, lines_of
from tests.properties.oracle_money import ZERO, Money, money_of, plain
from tests.properties.oracle_timeline import timeline_of
from tests.properties.oracle_totals import totals_of

_PERIODS = ("month", "quarter", "year")


def expected(document: dict[str, Any], holidays: AbstractSet[date] = frozenset()) -> dict[str, Any]:
    """Price the plain data of a quote file, as the JSON of a priced quote without its digest."""
    money = money_of(document)
    lines = lines_of(document, money)
    cases = {case: lines_of(document, money, case) for case in ("low", "high")}
    counted = [line for line in lines if line.counted]
    recurring = [(every, [line for line in lines if _recurs(line, every)]) for every in _PERIODS]
    apart = {line.id for _, held in recurring for line in held}
    listed = [line for line in lines if line.id not in apart]
    totals = totals_of(document, money, counted, listed, whole=True)
    timeline = timeline_of(document, lines, holidays)
    return {
        "quotekit": "priced_quote/1",
        "number": document["number"],
        "currency": money.code,
        "decimals": money.decimals,
        "lines": [
            _line_row(document, money, *trio)
            for trio in zip(lines, cases["low"], cases["high"], strict=True)
        ],
        "options": _options(document, money, lines),
        "totals": totals.row(),
        "recurring": [
            {
                "every": every,
                "totals": totals_of(document, money, held, held, whole=False).row(),
            }
            for every, held in recurring
            if held
        ],
        "range": _range(document, money, cases) if _uncertain(counted) else None,
        "instalments": instalments_of(document, money.shown(totals.payable), money, timeline),
        "timeline": None if timeline is None else timeline.row(),
    }


def _recurs(line: Line, every: str) -> bool:
    return line.selected and line.open_ended and line.task["every"] == every


def _uncertain(lines: list[Line]) -> bool:
    return any("estimate" in line.task for line in lines)


def _line_row(
    document: dict[str, Any], money: Money, line: Line, low: Line, high: Line
) -> dict[str, Any]:
    uncertain = _uncertain([line])
    return {
        "id": line.id,
        "title": line.task.get("title"),
        "phase": line.task.get("phase"),
        "option": line.task.get("option"),
        "counted": line.counted,
        "every": line.task.get("every"),
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "per": plain(line.per),
        "price": plain(line.price),
        "sum": money.text(line.sum),
        "discounts": [entry.row(money) for entry in line.discounts],
        "surcharges": [entry.row(money) for entry in line.surcharges],
        "total": money.text(line.total),
        "taxes": in_tax_order(document, line.taxes),
        "low": money.text(low.total) if uncertain else None,
        "high": money.text(high.total) if uncertain else None,
    }


def _options(document: dict[str, Any], money: Money, lines: list[Line]) -> list[dict[str, Any]]:
    rows = []
    for name in dict.fromkeys(line.task["option"] for line in lines if "option" in line.task):
        held = [line for line in lines if line.task.get("option") == name]
        summed = [line for line in held if not line.open_ended] or held
        title = held[0].task["title"] if len(held) == 1 else name
        rows.append(
            {
                "name": name,
                "title": document.get("option_titles", {}).get(name, title),
                "selected": name in document.get("selected", ()),
                "total": money.text(sum((line.total for line in summed), ZERO)),
            }
        )
    return rows


def _range(
    document: dict[str, Any], money: Money, cases: dict[str, list[Line]]
) -> dict[str, dict[str, str]]:
    bounds = {}
    for case, lines in cases.items():
        counted = [line for line in lines if line.counted]
        totals = totals_of(document, money, counted, [], whole=True)
        bounds[case] = {"net": money.text(totals.net), "total": money.text(totals.total)}
    return bounds
