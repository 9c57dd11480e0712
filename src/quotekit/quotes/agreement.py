"""The service agreement: one file of standard terms, the same for every client.

Money terms are in `currency`; where prices include tax they are gross. `amounts` states them for
other currencies, each by its dotted name.
"""

from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import (
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from quotekit.quotes.currency import Currency
from quotekit.quotes.model import Written
from quotekit.values import Amount, Percent, Rate100, Share, Title, Whole, exact, plain, refuse


class QuoteTerms(Written):
    """Say how long a quote stays open, what deposit it asks and what the smallest job is."""

    valid_days: Whole | None = None
    deposit: Share | None = None
    minimum_total: Amount | None = None


class Allowance(Written):
    """Grant free rounds of corrections, each of at most so many hours."""

    revisions: Whole = 0
    hours: Amount | None = None
    per: Literal["task", "quote"] = "task"


class Rush(Written):
    """Charge a percent of added work wanted within so many working days of the request."""

    within_days: Whole
    percent: Rate100


class Late(Written):
    """Charge a percent of what extends a task that has come so far."""

    progress: Share = Field(alias="from")
    percent: Rate100


class Removal(Written):
    """Credit a percent of the part not yet done of what is removed."""

    credit: Share


class ChangeTerms(Written):
    """Price changes: the free allowance, the fees, and how long an order stays open."""

    allowance: Allowance | None = None
    handling_fee: Amount | None = None
    minimum: Amount | None = None
    rush: Rush | None = None
    late: tuple[Late, ...] = ()
    removal: Removal | None = None
    saving_share: Share | None = None
    valid_days: Whole | None = None

    @model_validator(mode="after")
    def _late_ascends(self) -> Self:
        for one, next_one in pairwise(self.late):
            if next_one.progress <= one.progress:
                raise refuse(
                    "late_order",
                    f"late from {next_one.progress:f} % follows the one from {one.progress:f} %",
                    "write them from the lowest progress to the highest",
                )
        return self


class Contact(Written):
    """Agree on contact: updates given, days to reply, and how many messages a week."""

    update_every_days: Whole | None = None
    reply_days: Whole | None = None
    messages_per_week: Whole | None = None
    extra_hour_rate: Amount | None = None


class LatePayment(Written):
    """Charge late payment: a percent for each period, and a fee."""

    percent: Rate100 | None = None
    per: Literal["month", "year"] | None = None
    fee: Amount | None = None


class Ending(Written):
    """Agree on leaving: the notice, the fee on the net not earned, and the reserve to keep."""

    notice_days: Whole | None = None
    fee: Share | None = None
    reserve: Rate100 | None = None


class Agreement(Written):
    """Hold the standard terms of a freelancer or studio."""

    quotekit: Literal["agreement/1"] = "agreement/1"
    edition: Title | None = None
    title: Title | None = None
    currency: Currency | None = None
    amounts: dict[str, dict[str, Amount]] = {}
    clauses: tuple[Title, ...] = ()
    quotes: QuoteTerms = QuoteTerms.model_construct()
    changes: ChangeTerms = ChangeTerms.model_construct()
    contact: Contact = Contact.model_construct()
    late_payment: LatePayment = LatePayment.model_construct()
    ending: Ending = Ending.model_construct()


def _as_text(value: object) -> object:
    """Keep what was written as text, numbers without trailing zeros, so that equals are equal."""
    if isinstance(value, dict):
        return {key: _as_text(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(part) for part in value]
    if value is None or isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return plain(exact(value))
    try:
        return plain(exact(value))
    except PydanticCustomError:
        return value  # a word, such as the period of a fee


TermValue = Annotated[Any, PlainValidator(_as_text), WithJsonSchema({})]
"""What a term of the agreement would hold, numbers as text."""


class TermException(Written):
    """Depart from one term of the agreement, for a reason; printed on the quote.

    `term` is its dotted name, such as `changes.handling_fee`; `value` is what the agreement
    would hold there.
    """

    term: Title
    value: TermValue = None
    reason: Title | None = None

    @field_validator("value")
    @classmethod
    def _one_form(cls, value: object, info: ValidationInfo) -> object:
        return _without_sign(value) if info.data.get("term") in _PERCENTS else value


_PERCENTS = frozenset(
    {
        "quotes.deposit", "changes.rush.percent", "changes.late", "changes.removal.credit",
        "changes.saving_share", "late_payment.percent", "ending.fee", "ending.reserve",
    }
)  # fmt: skip
"""The terms that hold a percent, or a list of them: the sign says nothing more."""


_PERCENT = TypeAdapter(Percent, config={"defer_build": True})


def _without_sign(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_sign(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_without_sign(part) for part in value]
    try:
        return value if value is None else plain(_PERCENT.validate_python(value))
    except ValidationError:
        return value  # what is no percent is refused with the term
