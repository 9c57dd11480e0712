"""Payment terms: in which instalments the payable amount falls due."""

from typing import Self

from pydantic import field_validator, model_validator

from quotekit.quotes.model import Written, exactly_one
from quotekit.values import Day, Number, Share, Slug, Title, Truth, Whole, refuse


class Due(Written):
    """Say when an instalment falls due; `days` are calendar days.

    `after` names `acceptance`, `delivery` or a task; `before` knows `start`; `date` is a day.
    `end_of_month: N` moves the day to the end of the Nth month after it, 0 being its own.
    """

    after: Slug | None = None
    before: Slug | None = None
    date: Day | None = None
    days: Whole = 0
    end_of_month: Whole | None = None

    @field_validator("before")
    @classmethod
    def _before_the_start(cls, event: str | None) -> str | None:
        if event not in {None, "start"}:
            fact = f'"{event}" is no event to pay before'
            raise refuse("unknown_name", fact, "write before: start")
        return event

    @model_validator(mode="after")
    def _one_event(self) -> Self:
        exactly_one(self, ("after", "before", "date"), "due")
        if self.end_of_month is not None and self.after is None:
            raise refuse(
                "end_of_month", "end_of_month needs after", "write after, or no end_of_month"
            )
        if self.date is not None and self.days:
            raise refuse("days_with_date", "a date takes no days", "leave out days")
        return self


class EarlyPayment(Written):
    """Offer a discount for payment within so many days."""

    days: Whole
    percent: Share


class Payment(Written):
    """Describe one instalment: a percent of the payable amount, an amount, or the balance.

    An amount below zero is a refund, as a change order may leave one.
    """

    id: Slug
    title: Title | None = None
    percent: Share | None = None
    amount: Number | None = None
    balance: Truth | None = None
    due: Due | None = None
    early: EarlyPayment | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.balance is False:
            raise refuse("one_of", "balance is either true or left out", "leave it out")
        exactly_one(self, ("percent", "amount", "balance"), f'"{self.id}"')
        return self
