"""The sheet that what happened is written on: words, formats, and the names of what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from quotekit.changes import Contract
from quotekit.pricing import price
from quotekit.quotes import Quote
from quotekit.record import Happening, snapshot_quote
from quotekit.rendering.cells import one_line
from quotekit.rendering.engine_words import order_of
from quotekit.rendering.formats import NO_CURRENCY, Formats
from quotekit.rendering.quantities import Quantities
from quotekit.rendering.sheet import Sheet, sheet_of
from quotekit.rendering.text_payments import instalment_label
from quotekit.rendering.wording import Wording


@dataclass(frozen=True)
class LogSheet:
    """Hold what every entry is written with.

    `sheet` is that of the quote, None before one was sent: then amounts bear no currency.
    `titles` are those of tasks and options, `requests` and `orders` those of what was asked.
    """

    wording: Wording
    formats: Formats
    quantities: Quantities
    sheet: Sheet | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    requests: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """Return the number of the quote, empty before one was sent."""
        return "" if self.sheet is None else one_line(self.sheet.quote.number)

    def money(self, amount: Decimal) -> str:
        """Write an amount as exactly as it was recorded."""
        return self.formats.number(amount) if self.sheet is None else self.formats.price(amount)

    def titled(self, name: str) -> str:
        """Name a task or an option by its title, else by its id."""
        return one_line(self.titles.get(name, name))

    def instalment(self, name: str) -> str:
        """Name an instalment as the quote does, one of a change order by its number."""
        for at, one in enumerate(() if self.sheet is None else self.sheet.priced.instalments, 1):
            if one.id == name and self.sheet is not None:
                return instalment_label(self.sheet, at, one)
        order = order_of(name)
        if order is None:
            return one_line(name)
        return self.wording.say("Change order {number}", number=order)

    def labelled(self, label: str, text: str) -> str:
        """Put a label before a text."""
        return self.wording.say_in(
            "a label with its text", "{label}: {text}", label=label, text=text
        )


def log_sheet_of(happened: Sequence[Happening], language: str | None) -> LogSheet:
    """Prepare a sheet for entries, in a language, or in that of the quote they tell of.

    Raises `UnknownNameError` for a language that is not there.
    """
    names = _Names()
    names.learn(happened)
    quotes = [
        snapshot_quote(one.entry.data["snapshot"])
        for one in happened
        if one.entry.event == "quote_sent"
    ]
    for quote in quotes:
        names.titles.update(_titles(quote))
    if quotes:
        sheet = sheet_of(price(quotes[-1]), None, language or quotes[-1].language)
        return names.on(sheet.wording, sheet.formats, sheet.quantities, sheet)
    wording = Wording(language or "en")
    formats = Formats(language or "en", *NO_CURRENCY)
    return names.on(wording, formats, Quantities(wording, formats), None)


def log_sheet_for(sheet: Sheet, contract: Contract, later: Sequence[Happening] = ()) -> LogSheet:
    """Prepare a sheet for entries about a contract, and later ones, with the words of a page."""
    names = _Names()
    names.learn(later)
    quotes = (contract.original, *(order.after.quote for order in contract.orders))
    for quote in (*quotes, contract.current):
        names.titles.update(_titles(quote))
    for order in contract.orders:
        if order.request is not None and order.request.title is not None:
            names.requests[order.request.id] = order.request.title
        if order.title is not None:
            names.orders[str(order.number)] = order.title
    return names.on(sheet.wording, sheet.formats, sheet.quantities, sheet)


@dataclass(frozen=True)
class _Names:
    """Gather the titles of tasks and options, of requests, and of orders."""

    titles: dict[str, str] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)

    def learn(self, happened: Sequence[Happening]) -> None:
        """Take what entries name."""
        for one in happened:
            data = one.entry.data
            if one.entry.event not in {"change_requested", "change_order_issued"}:
                continue
            order = data.get("order")
            asked = data["request"] if order is None else order["request"]
            for action in asked["actions"]:
                added = action.get("add", {})
                if "title" in added:
                    self.titles[added["id"]] = added["title"]
            if "title" in asked:
                self.requests[asked["id"]] = asked["title"]
            if order is not None and order["title"] is not None:
                self.orders[data["number"]] = order["title"]

    def on(
        self, wording: Wording, formats: Formats, quantities: Quantities, sheet: Sheet | None
    ) -> LogSheet:
        """Return the sheet that knows these names."""
        return LogSheet(
            wording, formats, quantities, sheet, self.titles, self.requests, self.orders
        )


def _titles(quote: Quote) -> dict[str, str]:
    """Return the titles of tasks, announced changes and options by what they are named by."""
    titles = dict(quote.option_titles)
    for task in quote.tasks:
        rate = None if task.rate is None else quote.rates.get(task.rate)
        title = task.title or (None if rate is None else rate.title)
        if title is not None:
            titles[task.id] = title
        for change in task.if_changed:
            titles.setdefault(f"{task.id}.{change.id}", change.title or change.id)
    return titles
