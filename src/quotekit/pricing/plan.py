"""The plan of a priced quote: when work is done, and when which part is paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quotekit.quotes import Due, EarlyPayment


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of the payable amount; `date` is None until the event it follows is known."""

    id: str
    title: str | None
    percent: Decimal | None
    amount: Decimal
    due: Due | None
    early: EarlyPayment | None
    date: date | None


@dataclass(frozen=True, slots=True)
class TaskDates:
    """The first and last working day of a task."""

    id: str
    start: date
    finish: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many working days the counted tasks take, and from when to when."""

    working_days: int
    start: date | None
    finish: date | None
    tasks: tuple[TaskDates, ...]


@dataclass(frozen=True, slots=True)
class AnnouncedPrice:
    """What a change announced in `if_changed` costs: one of it, before any document discount."""

    id: str
    title: str | None
    amount: Decimal
    days: Decimal | None
