"""The terms of a service agreement by their dotted names, such as `changes.handling_fee`."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ValidationError

from quotekit.errors import Fault
from quotekit.quotes.agreement import (
    Agreement,
    Allowance,
    ChangeTerms,
    Contact,
    Ending,
    LatePayment,
    QuoteTerms,
    Removal,
    Rush,
    TermException,
)
from quotekit.quotes.currency import Currency
from quotekit.quotes.faults import faults_of, unknown_name

MONEY_TERMS = (
    "changes.handling_fee",
    "changes.minimum",
    "contact.extra_hour_rate",
    "late_payment.fee",
    "quotes.minimum_total",
)
"""The terms that are amounts of money."""

_GROUPS: dict[str, type[BaseModel]] = {
    "quotes": QuoteTerms,
    "changes": ChangeTerms,
    "changes.allowance": Allowance,
    "changes.rush": Rush,
    "changes.removal": Removal,
    "contact": Contact,
    "late_payment": LatePayment,
    "ending": Ending,
}

TERMS = tuple(
    f"{group}.{name}"
    for group, model in _GROUPS.items()
    for name in model.model_fields
    if f"{group}.{name}" not in _GROUPS
)
"""Every term an exception may depart from."""


def exception_faults(exceptions: Sequence[TermException]) -> Iterator[Fault]:
    """Find exceptions to terms that are none, and values the term could not hold."""
    for at, exception in enumerate(exceptions):
        if exception.term not in TERMS:
            yield unknown_name("term", exception.term, TERMS, "exceptions", at, "term")
            continue
        document: object = exception.value
        for key in reversed(exception.term.split(".")):
            document = {key: document}
        try:
            Agreement.model_validate(document)
        except ValidationError as error:
            # Only the term itself is judged: what its group still lacks, the agreement has.
            keys = tuple(exception.term.split("."))
            for fault in faults_of(error, Agreement):
                if fault.keys[: len(keys)] == keys:
                    rest = fault.keys[len(keys) :]
                    yield Fault(fault.code, fault.message, fault.remedy, value=fault.value).at(
                        "exceptions", at, "value", *rest
                    )


def agreement_faults(agreement: Agreement) -> Iterator[Fault]:
    """Find amounts for other currencies whose names are no money terms."""
    for code, amounts in agreement.amounts.items():
        for name in amounts:
            if name not in MONEY_TERMS:
                yield unknown_name("money term", name, MONEY_TERMS, "amounts", code, name)


def currency_faults(agreement: Agreement, currency: Currency) -> Iterator[Fault]:
    """Find money terms that are not stated in the currency of a quote."""
    if agreement.currency is None or agreement.currency.code == currency.code:
        return
    there = agreement.amounts.get(currency.code, {})
    missing = [name for name in MONEY_TERMS if _stated(agreement, name) and name not in there]
    if missing:
        yield Fault(
            "agreement_currency",
            f"the agreement states its amounts in {agreement.currency.code}, the quote is in "
            f"{currency.code}",
            f"add amounts: {{{currency.code}: {{{missing[0]}: …}}}} to the agreement"
            + (f", and {', '.join(missing[1:])}" if missing[1:] else ""),
            value=currency.code,
        ).at("currency")


def _stated(agreement: Agreement, name: str) -> bool:
    group, term = name.split(".")
    return getattr(getattr(agreement, group), term) is not None
