"""The priced quote as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from quotekit.pricing import AdjustmentRow, Line, PricedQuote, Totals
from quotekit.values import plain, visible

COLUMNS = (
    "kind", "id", "title", "phase", "option", "counted", "every", "quantity", "unit", "per",
    "price", "percent", "base", "amount", "taxes", "date",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = dict[str, str]


def csv_quote(priced: PricedQuote) -> str:
    """Write a priced quote as CSV (RFC 4180, with a line feed behind each row).

    A row for each line, each of its adjustments, each total, each period and each instalment;
    `kind` says which. Amounts are plain numbers with the currency's decimals. Text that a
    spreadsheet would take for a formula has an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for line in priced.lines:
        writer.writerows(_line_rows(line))
    writer.writerows(_total_rows(priced.totals))
    for part in priced.recurring:
        writer.writerows({**row, "every": part.every} for row in _total_rows(part.totals))
    for instalment in priced.instalments:
        writer.writerow(
            {
                "kind": "instalment",
                "id": safe(instalment.id),
                "title": safe(instalment.title),
                "percent": _number(instalment.percent),
                "amount": f"{instalment.amount:f}",
                "date": "" if instalment.date is None else instalment.date.isoformat(),
            }
        )
    return out.getvalue()


def safe(text: str | None) -> str:
    """Return text that no spreadsheet takes for a formula, with nothing hidden in it."""
    if not text:
        return ""
    shown = visible(text, keep="\n\t")
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _number(number: Decimal | None) -> str:
    return "" if number is None else plain(number)


def _line_rows(line: Line) -> Iterable[Row]:
    yield {
        "kind": "line",
        "id": safe(line.id),
        "title": safe(line.title),
        "phase": safe(line.phase),
        "option": safe(line.option),
        "counted": "true" if line.counted else "false",
        "every": line.every or "",
        "quantity": plain(line.quantity),
        "unit": safe(line.unit),
        "per": plain(line.per),
        "price": plain(line.price),
        "amount": f"{line.total:f}",
        "taxes": " ".join(line.taxes),
    }
    for kind, rows in (("line_discount", line.discounts), ("line_surcharge", line.surcharges)):
        for row in rows:
            yield {**_adjustment(kind, row), "id": safe(f"{line.id}.{row.id}")}


def _adjustment(kind: str, row: AdjustmentRow) -> Row:
    return {
        "kind": kind,
        "id": safe(row.id),
        "title": safe(row.title),
        "percent": _number(row.percent),
        "amount": f"{row.amount:f}",
    }


def _total_rows(totals: Totals) -> Iterable[Row]:
    yield {"kind": "lines", "amount": f"{totals.lines:f}"}
    for kind, rows in (("discount", totals.discounts), ("surcharge", totals.surcharges)):
        for row in rows:
            yield _adjustment(kind, row)
    yield {"kind": "net", "amount": f"{totals.net:f}"}
    for tax in totals.taxes:
        yield {
            "kind": "tax_withheld" if tax.withheld else "tax",
            "id": safe(tax.name),
            "title": safe(tax.title),
            "percent": plain(tax.percent),
            "base": f"{tax.base:f}",
            "amount": f"{tax.amount:f}",
        }
    for kind in ("tax", "total", "withheld", "rounding", "payable"):
        yield {"kind": f"sum_{kind}", "amount": f"{getattr(totals, kind):f}"}
    for gap in totals.rounding_rows:
        yield {"kind": "rounding_row", "id": safe(gap.between), "amount": f"{gap.amount:f}"}
