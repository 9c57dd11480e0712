"""What a freelancer writes: the models of a quote and of a service agreement."""

from quotekit.quotes.adjustment import Adjustment, TaskAdjustment
from quotekit.quotes.agreement import (
    Agreement,
    Allowance,
    ChangeTerms,
    Contact,
    Ending,
    Late,
    LatePayment,
    QuoteTerms,
    Removal,
    Rush,
    TermException,
    TermValue,
)
from quotekit.quotes.circles import counts, predecessors
from quotekit.quotes.currency import Currency, minor_units
from quotekit.quotes.faults import faults_of, unknown_name
from quotekit.quotes.holidays import Holidays
from quotekit.quotes.model import Written
from quotekit.quotes.party import Client, Seller
from quotekit.quotes.payment import Due, EarlyPayment, Payment
from quotekit.quotes.question_set import (
    QuestionSet,
    ScopeQuestion,
    question_faults,
    worded_in,
)
from quotekit.quotes.quote import PrivateNotes, Quote, references
from quotekit.quotes.rate import PrivateCost, Rate, Tier
from quotekit.quotes.schedule import LookUp, Schedule
from quotekit.quotes.scope import ScopeItem
from quotekit.quotes.task import AnnouncedChange, Estimate, Priced, Task
from quotekit.quotes.task_list import Plain, TaskList, chunked
from quotekit.quotes.tax import Tax, TaxTier
from quotekit.quotes.terms import (
    MONEY_TERMS,
    TERMS,
    agreement_faults,
    currency_faults,
    exception_faults,
)
from quotekit.quotes.written_form import agreed_form, quote_digest, written

__all__ = [
    "MONEY_TERMS",
    "TERMS",
    "Adjustment",
    "Agreement",
    "Allowance",
    "AnnouncedChange",
    "ChangeTerms",
    "Client",
    "Contact",
    "Currency",
    "Due",
    "EarlyPayment",
    "Ending",
    "Estimate",
    "Holidays",
    "Late",
    "LatePayment",
    "LookUp",
    "Payment",
    "Plain",
    "Priced",
    "PrivateCost",
    "PrivateNotes",
    "QuestionSet",
    "Quote",
    "QuoteTerms",
    "Rate",
    "Removal",
    "Rush",
    "Schedule",
    "ScopeItem",
    "ScopeQuestion",
    "Seller",
    "Task",
    "TaskAdjustment",
    "TaskList",
    "Tax",
    "TaxTier",
    "TermException",
    "TermValue",
    "Tier",
    "Written",
    "agreed_form",
    "agreement_faults",
    "chunked",
    "counts",
    "currency_faults",
    "exception_faults",
    "faults_of",
    "minor_units",
    "predecessors",
    "question_faults",
    "quote_digest",
    "references",
    "unknown_name",
    "worded_in",
    "written",
]
