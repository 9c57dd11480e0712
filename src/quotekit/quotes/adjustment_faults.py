"""What document adjustments and options name that is not there."""

from collections.abc import Iterator, Set

from quotekit.errors import Fault
from quotekit.quotes.faults import unknown_name
from quotekit.quotes.referring import Referring, repeated, reserved, tax_faults


def adjustment_faults(quote: Referring, names: Set[str]) -> Iterator[Fault]:
    """Find adjustments that name no task, phase or tax, and ids that stand twice."""
    open_ended = {task.id for task in quote.tasks if task.every and task.times is None}
    for key, adjustments in (("discounts", quote.discounts), ("surcharges", quote.surcharges)):
        ids = [(part.id, (key, at, "id")) for at, part in enumerate(adjustments)]
        yield from repeated(ids, key)
        yield from reserved(ids, key.removesuffix("s"))
        for at, adjustment in enumerate(adjustments):
            yield from tax_faults(adjustment.tax, quote.taxes, key, at, "tax")
            if adjustment.of == ("net",) and key == "surcharges":
                continue
            for place, name in enumerate(adjustment.of or ()):
                if name == "net":
                    yield Fault(
                        "of_net",
                        "net is for a surcharge, and stands alone",
                        "name tasks or phases",
                        value=name,
                    ).at(key, at, "of", place)
                elif name in open_ended:
                    yield Fault(
                        "of_open_ended",
                        f'"{name}" recurs without end and has no part in the totals',
                        "name other tasks, or give it times",
                        value=name,
                    ).at(key, at, "of", place)
                elif name not in names and name not in quote.phases:
                    yield unknown_name(
                        "task or phase", name, [*names, *quote.phases], key, at, "of", place
                    )


def option_faults(quote: Referring) -> Iterator[Fault]:
    """Find selected options nobody offers, and alternatives of which two are selected.

    An option is known by a task, by its title, or as an alternative: a studio may list packages
    that this quote does not offer.
    """
    options = dict.fromkeys(task.option for task in quote.tasks if task.option is not None)
    options |= dict.fromkeys(quote.option_titles)
    for group, members in quote.alternatives.items():
        ids = [(name, ("alternatives", group, at)) for at, name in enumerate(members)]
        yield from reserved(ids, "option")
        options |= dict.fromkeys(members)
        chosen = [name for name in members if name in quote.selected]
        if len(chosen) > 1:
            yield Fault(
                "alternatives",
                f'{" and ".join(chosen)} are both selected, but "{group}" allows one',
                "select one of them",
            ).at("selected")
    for name in sorted(quote.selected):
        if name not in options:
            yield unknown_name("option", name, options, "selected")
