"""What a change order does to the quote as a whole: days, scope, assumptions, terms."""

from collections.abc import Callable, Iterable, Iterator

from quotekit.changes import ReviseQuote
from quotekit.quotes import ScopeItem
from quotekit.rendering.blocks import GAP, Block, Field, Heading, Words
from quotekit.rendering.cells import one_line, prose
from quotekit.rendering.order_sheet import OrderSheet
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.tax_words import tax_label
from quotekit.rendering.term_words import exception_text
from quotekit.rendering.text_heading import client, seller
from quotekit.rendering.text_order_schedule import schedule
from quotekit.rendering.wording import mark_in

_AMOUNTS = frozenset({"discounts", "surcharges"})

Said = Callable[[Sheet], Iterable[str]]

_ANSWERS = {
    "included": mark_in("answer to a question of scope", "included"),
    "excluded": mark_in("answer to a question of scope", "not included"),
    "client_supplies": mark_in("answer to a question of scope", "supplied by the client"),
    "assumed": mark_in("answer to a question of scope", "assumed"),
    "unknown": mark_in("answer to a question of scope", "still open"),
}
_TAX_ROUNDING = {
    "half_up": mark_in("rounding of taxes", "to the nearest"),
    "down": mark_in("rounding of taxes", "down"),
    "up": mark_in("rounding of taxes", "up"),
}
_LABELS = {
    "title": mark_in("label", "Title"),
    "date": mark_in("label", "Date of the quote"),
    "binding": mark_in("label", "Nature of the quote"),
    "intro": mark_in("label", "Introduction"),
    "tax": mark_in("label", "Usual tax"),
    "tax_rounding": mark_in("label", "Rounding of taxes"),
    "notes": mark_in("label", "Notes"),
}


def terms(sheet: OrderSheet) -> Iterator[Block]:
    """Write each key of the quote that changes and is not in the figures above."""
    rows = [Field(label, texts, indent=2) for label, texts in _changes(sheet) if texts]
    if rows:
        yield GAP
        yield Heading(sheet.wording.say("Changes to the terms of the quote"))
        yield from rows
        yield from _reasons(sheet)


def _reasons(sheet: OrderSheet) -> Iterator[Block]:
    """Say why terms change; the reason of an amount stands beside it."""
    for action in sheet.order.actions:
        if (
            isinstance(action, ReviseQuote)
            and action.because is not None
            and not _AMOUNTS.issuperset(action.revise_quote.stated)
        ):
            yield Words(sheet.reason(action.because), indent=2)


def _changes(sheet: OrderSheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    for label, said in _parts(sheet):
        yield label, tuple(_moved(sheet, tuple(said(sheet.before)), tuple(said(sheet.after))))
    yield from schedule(sheet)
    yield sheet.wording.say("Scope"), tuple(_scope(sheet))


def _moved(sheet: OrderSheet, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """Say what one key held and will hold: one text as a whole, several one by one."""
    if before == after:
        return
    if len(before) <= 1 and len(after) <= 1:
        yield sheet.moved("".join(before), "".join(after))
        return
    yield from (sheet.moved(text, "") for text in before if text not in after)
    yield from (sheet.moved("", text) for text in after if text not in before)


def _parts(sheet: OrderSheet) -> Iterator[tuple[str, Said]]:
    say, say_in = sheet.wording.say, sheet.wording.say_in
    yield say_in(*_LABELS["title"]), lambda side: _text(side.quote.title)
    yield say_in(*_LABELS["date"]), _date
    yield say("Validity of a quote"), _valid_until
    yield say_in(*_LABELS["binding"]), _binding
    yield say_in("the seller", "From"), _seller
    yield say_in("the client", "For"), _client
    yield say_in("of the work or supply", "Place"), lambda side: _text(side.quote.place)
    yield say_in(*_LABELS["intro"]), lambda side: _text(side.quote.intro)
    yield say("Taxes"), lambda side: [tax_label(side, name) for name in side.quote.taxes]
    yield say_in(*_LABELS["tax"]), _usual_tax
    yield say_in(*_LABELS["tax_rounding"]), _tax_rounding
    yield say("Rounding"), _round_to
    yield say("Phases"), lambda side: [one_line(text) for text in side.quote.phases.values()]
    # What may be chosen also comes and goes with its tasks, which stand above.
    if sheet.before.quote.alternatives != sheet.after.quote.alternatives:
        yield say("Options"), _options
    yield say("Assumptions"), lambda side: [one_line(text) for text in side.quote.assumptions]
    yield say("Notices"), lambda side: [one_line(text) for text in side.quote.notices]
    yield say_in(*_LABELS["notes"]), lambda side: _text(side.quote.notes)
    yield (
        say("Departing from the agreement:"),
        lambda side: [exception_text(side, each) for each in side.quote.exceptions],
    )


def _text(text: str | None) -> tuple[str, ...]:
    return () if text is None else (prose(text),)


def _date(side: Sheet) -> tuple[str, ...]:
    return () if side.quote.date is None else (side.formats.date(side.quote.date),)


def _valid_until(side: Sheet) -> tuple[str, ...]:
    day = side.quote.valid_until
    return () if day is None else (side.wording.say("until {day}", day=side.formats.date(day)),)


def _binding(side: Sheet) -> tuple[str, ...]:
    if side.quote.binding:
        return (side.wording.say_in("of a quote", "binding"),)
    return (side.wording.say_in("of a quote", "an estimate, not binding"),)


def _seller(side: Sheet) -> tuple[str, ...]:
    party = side.quote.seller
    return () if party is None else ("\n".join(seller(side.wording, party)),)


def _client(side: Sheet) -> tuple[str, ...]:
    party = side.quote.client
    return () if party is None else ("\n".join(client(side.wording, party)),)


def _usual_tax(side: Sheet) -> tuple[str, ...]:
    names = [tax_label(side, name) for name in side.quote.tax or ()]
    return (side.wording.listed(names),) if names else ()


def _tax_rounding(side: Sheet) -> tuple[str, ...]:
    return (side.wording.say_in(*_TAX_ROUNDING[side.quote.tax_rounding]),)


def _round_to(side: Sheet) -> tuple[str, ...]:
    step = side.quote.round_to
    if step is None:
        return ()
    return (side.wording.say("Rounding to {step}", step=side.formats.price(step)),)


def _options(side: Sheet) -> Iterator[str]:
    """Say which options exclude each other."""
    titles = {option.name: one_line(option.title) for option in side.priced.options}
    for group in side.quote.alternatives.values():
        named = [titles[name] for name in group if name in titles]
        if len(named) > 1:
            yield side.wording.say(
                "At most one of these can be chosen: {options}.",
                options=side.wording.listed(named),
            )


def _scope(sheet: OrderSheet) -> Iterator[str]:
    before = {one_line(item.item): _answer(sheet.before, item) for item in sheet.before.quote.scope}
    after = {one_line(item.item): _answer(sheet.after, item) for item in sheet.after.quote.scope}
    for name in dict.fromkeys((*before, *after)):
        was, will = before.get(name, ""), after.get(name, "")
        if was and not will:
            yield sheet.moved(name, "")
        elif was != will:
            yield sheet.labelled(name, sheet.moved(was, will) if was else will)


def _answer(side: Sheet, item: ScopeItem) -> str:
    answer = side.wording.say_in(*_ANSWERS[item.answer])
    if item.by is None:
        return answer
    day = side.wording.say_in(
        "supplied by the client", "by {day}", day=side.formats.short_date(item.by)
    )
    return side.wording.listed((answer, day))
