"""The quote: who offers what to whom, at which price and under which terms."""

import re
from dataclasses import replace
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    ModelWrapValidatorHandler,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from quotekit.errors import Fault, InvalidInputError
from quotekit.quotes.adjustment import Adjustment
from quotekit.quotes.agreement import TermException
from quotekit.quotes.currency import Currency
from quotekit.quotes.faults import faults_of
from quotekit.quotes.model import Lines, Written
from quotekit.quotes.named_parts import quote_faults
from quotekit.quotes.party import Client, Seller
from quotekit.quotes.payment import Payment
from quotekit.quotes.rate import Rate
from quotekit.quotes.schedule import Schedule
from quotekit.quotes.scope import ScopeItem
from quotekit.quotes.task_list import Tasks
from quotekit.quotes.tax import Tax, TaxNames, TaxRounding
from quotekit.values import Amount, Day, Positive, Slug, Text, Title, Truth, refuse, shown

_LANGUAGE = "[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*"


def _language(value: str) -> str:
    if re.fullmatch(_LANGUAGE, value) is None:
        fact = f"{shown(value)} is no code of a language"
        raise refuse("bad_code", fact, "write one such as de, or de_CH")
    return value


Locale = Annotated[
    str,
    StringConstraints(strict=True),
    AfterValidator(_language),
    WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE}$"}),
]

_TITLE = TypeAdapter(Title, config={"defer_build": True})


def _signature(value: object) -> bool | str:
    if isinstance(value, bool):
        return value
    return value == "true" if value in ("true", "false") else _TITLE.validate_python(value)


Signature = Annotated[
    bool | str,
    PlainValidator(_signature),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "string"}]}),
]
"""Whether the document has a place to sign; text replaces the country's formula."""


class PrivateNotes(Written):
    """Keep what only the seller sees: the lowest hourly rate, signals, and notes."""

    floor_rate: Amount | None = None
    signals: tuple[Any, ...] = ()
    notes: Text | None = None


class Quote(Written):
    """Hold a whole quote as it was written, with the studio file merged in.

    Built from Python it obeys the rules of the file: numbers are `Decimal`, `int` or exact text.
    Raises `InvalidInputError` with every fault of shape at once and, where there is none, with
    every reference that names nothing. Validated with the context `{"references": False}`, the
    references are left for `references` to check; `{"beside": KEYS}` names what else its file
    may hold.
    """

    quotekit: Literal["quote/1"] = "quote/1"
    number: Slug
    title: Title | None = None
    date: Day | None = None
    valid_until: Day | None = None
    currency: Currency
    language: Locale = "en"
    binding: Truth = True
    agreement: Title | None = None
    seller: Seller | None = None
    client: Client | None = None
    intro: Text | None = None
    place: Title | None = None
    rates: dict[Slug, Rate] = {}
    print_rates: Truth = False
    taxes: dict[Slug, Tax] = {}
    tax: TaxNames | None = None
    prices_include_tax: Truth = False
    rounding: Literal["line", "total"] = "line"
    tax_rounding: TaxRounding = "half_up"
    round_to: Positive | None = None
    phases: dict[Slug, Title] = {}
    tasks: Tasks
    discounts: tuple[Adjustment, ...] = ()
    surcharges: tuple[Adjustment, ...] = ()
    alternatives: dict[Slug, tuple[Slug, ...]] = {}
    selected: frozenset[Slug] = frozenset()
    option_titles: dict[Slug, Title] = {}
    payments: tuple[Payment, ...] = ()
    schedule: Schedule | None = None
    scope: tuple[ScopeItem, ...] = ()
    assumptions: Lines = ()
    notices: Lines = ()
    notes: Text | None = None
    exceptions: tuple[TermException, ...] = ()
    signature: Signature = True
    private: PrivateNotes | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _all_faults_at_once(
        cls, data: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        try:
            quote = handler(data)
        except ValidationError as error:
            beside = (info.context or {}).get("beside", ())
            raise InvalidInputError(*faults_of(error, cls, beside)) from None
        # Saying that there is no tax says no more than not saying it.
        if quote.tax == ():
            quote.__dict__["tax"] = None
        if (info.context or {}).get("references", True):
            found = references(quote)
            if found:
                raise InvalidInputError(*(_in_its_list(fault, data) for fault in found))
        return quote


def _in_its_list(fault: Fault, data: object) -> Fault:
    """Put a fault of a name that is selected to its place as written; the set has no places."""
    stated = data.get("selected") if isinstance(data, dict) else None
    if fault.keys != ("selected",) or not isinstance(stated, list) or fault.value not in stated:
        return fault
    return replace(fault, keys=()).at("selected", stated.index(fault.value))


def references(quote: Quote) -> tuple[Fault, ...]:
    """Find what names nothing, stands twice, runs in a circle or contradicts itself.

    Returns the faults in the order of the document; none means the quote is sound.
    """
    return quote_faults(quote)
