"""The quotes that are measured: tasks as freelancers write them, as many as are asked for."""

from collections.abc import Iterator
from functools import cache

_HEAD = """\
quotekit: quote/1
number: Q-2026-014
title: Relaunch of the member portal
date: 2026-03-02
valid_until: 2026-04-01
currency: EUR
language: en
seller: {name: Mara Lindqvist, email: mara@lindqvist.example}
client: {name: Harbour Museum Trust, contact: Jonas Weber}
rates:
  design: {title: Design, price: 85, unit: hour}
  development: {title: Development, price: 95.50, unit: hour}
  translation: {title: Translation, price: 140, unit: word, per: 1000}
taxes:
  vat: {title: VAT, percent: 19}
  reduced: {title: VAT, percent: 7}
tax: vat
phases: {concept: Concept, build: Build, launch: Launch}
payments:
  - {id: deposit, title: Deposit, percent: 30, due: {after: acceptance, days: 0}}
  - {id: balance, title: Balance, balance: true, due: {after: delivery, days: 14}}
tasks:
"""
_PHASES = ("concept", "build", "launch")
_TITLES = (
    "Screens for the members' area",
    "Booking form with a calendar",
    "Search across all collections",
    "Import of the old newsletter",
    "Page for school classes",
    "Texts for the audio guide",
)


@cache
def quote_text(tasks: int) -> str:
    """Write a quote of so many tasks.

    Two in three are hours at a rate, the others words or a fixed price; one in six has a tax of
    its own, one in ten a description.
    """
    # The tasks of one phase stand together, as in a quote that somebody means to read.
    return _HEAD + "".join(
        _task(number, _PHASES[number * len(_PHASES) // tasks]) for number in range(tasks)
    )


def _task(number: int, phase: str) -> str:
    return "".join(f"{line}\n" for line in _lines(number, phase))


def _lines(number: int, phase: str) -> Iterator[str]:
    kind = number % len(_TITLES)
    yield f"  - id: task-{number + 1}"
    yield f"    title: {_TITLES[kind]}"
    yield f"    phase: {phase}"
    if kind == 4:  # noqa: PLR2004 - the fifth and the sixth title
        yield f"    price: {240 + number % 700}.50"
    elif kind == 5:  # noqa: PLR2004 - as above
        yield "    rate: translation"
        yield f"    quantity: {1200 + number % 9000}"
        yield "    tax: reduced"
    else:
        yield f"    rate: {'design' if kind % 2 else 'development'}"
        yield f"    quantity: {1 + number % 40}.25"
    if number % 10 == 0:
        yield "    description: Two rounds of corrections are part of it."
