"""Exact quotes for freelance work: one YAML file in, a priced document out.

    import quotekit as qk

    quote = qk.load_quote("quote.yaml")
    priced = qk.price(quote)
    print(qk.render(priced, language="de_DE"))

Every name is loaded when it is first used, so that importing quotekit costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

# isort: off
# fmt: off
if TYPE_CHECKING:
    from quotekit.changes import (
        Action, Add, AddRate, Apply, ChangeOrder, ChangeRequest, Concession, Contract, ContractSum,
        ContractTime, Decision, Deselect, FieldChange, InstalmentChange, Order, OrderLine, Remove,
        RemoveRate, Revise, ReviseQuote, ReviseRate, RoundingChange, Rounds, RoundsUsed, Select,
        Side, Steps, TaxChange, alike, apply, compare, difference, issue, reissue,
    )
    from quotekit.errors import (
        ConflictError, ExpiredError, Fault, FileAccessError, InvalidInputError, NotAllowedError,
        QuotekitError, StaleBaseError, UnknownNameError, UnpriceableError,
    )
    from quotekit.files import (
        dump, load_agreement, load_quote, load_repriced, load_request, parse_agreement, parse_quote,
        parse_request, reprice_all,
    )
    from quotekit.pricing import (
        AdjustmentRow, AnnouncedPrice, Bound, Instalment, Line, Option, Phase, PricedQuote, Range,
        Recurring, RoundingRow, TaskDates, TaxAmount, Timeline, Totals, Viability, price, reprice,
        viability,
    )
    from quotekit.project import Project
    from quotekit.quotes import (
        Adjustment, Agreement, Allowance, AnnouncedChange, ChangeTerms, Client, Contact, Currency,
        Due, EarlyPayment, Ending, Estimate, Holidays, Late, LatePayment, Payment, PrivateCost,
        PrivateNotes, Quote, QuoteTerms, Rate, Removal, Rush, Schedule, ScopeItem, Seller, Task,
        TaskAdjustment, TaskList, Tax, TaxTier, TermException, Tier, quote_digest, references,
    )
    from quotekit.rendering import languages, render, schema, schema_names
    from quotekit.values import visible
# fmt: on
# isort: on

__version__ = "0.1.0"

_HOMES = {
    "quotekit.changes": (
        "Action Add AddRate Apply ChangeOrder ChangeRequest Concession Contract ContractSum "
        "ContractTime Decision Deselect FieldChange InstalmentChange Order OrderLine Remove "
        "RemoveRate Revise ReviseQuote ReviseRate RoundingChange Rounds RoundsUsed Select Side "
        "Steps TaxChange alike apply compare difference issue reissue"
    ),
    "quotekit.errors": (
        "ConflictError ExpiredError Fault FileAccessError InvalidInputError NotAllowedError "
        "QuotekitError StaleBaseError UnknownNameError UnpriceableError"
    ),
    "quotekit.files": (
        "dump load_agreement load_quote load_repriced load_request parse_agreement parse_quote "
        "parse_request reprice_all"
    ),
    "quotekit.pricing": (
        "AdjustmentRow AnnouncedPrice Bound Instalment Line Option Phase PricedQuote Range "
        "Recurring RoundingRow TaskDates TaxAmount Timeline Totals Viability price reprice "
        "viability"
    ),
    "quotekit.project": "Project",
    "quotekit.quotes": (
        "Adjustment Agreement Allowance AnnouncedChange ChangeTerms Client Contact Currency Due "
        "EarlyPayment Ending Estimate Holidays Late LatePayment Payment PrivateCost PrivateNotes "
        "Quote QuoteTerms Rate Removal Rush Schedule ScopeItem Seller Task TaskAdjustment "
        "TaskList Tax TaxTier TermException Tier quote_digest references"
    ),
    "quotekit.rendering": "languages render schema schema_names",
    "quotekit.values": "visible",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

# fmt: off
__all__ = [
    "Action", "Add", "AddRate", "Adjustment", "AdjustmentRow", "Agreement", "Allowance",
    "AnnouncedChange", "AnnouncedPrice", "Apply", "Bound", "ChangeOrder", "ChangeRequest",
    "ChangeTerms", "Client", "Concession", "ConflictError", "Contact", "Contract", "ContractSum",
    "ContractTime", "Currency", "Decision", "Deselect", "Due", "EarlyPayment", "Ending",
    "Estimate", "ExpiredError", "Fault", "FieldChange", "FileAccessError", "Holidays",
    "Instalment", "InstalmentChange", "InvalidInputError", "Late", "LatePayment", "Line",
    "NotAllowedError", "Option", "Order", "OrderLine", "Payment", "Phase", "PricedQuote",
    "PrivateCost", "PrivateNotes", "Project", "Quote", "QuoteTerms", "QuotekitError", "Range",
    "Rate", "Recurring", "Removal", "Remove", "RemoveRate", "Revise", "ReviseQuote", "ReviseRate",
    "RoundingChange", "RoundingRow", "Rounds", "RoundsUsed", "Rush", "Schedule", "ScopeItem",
    "Select", "Seller", "Side", "StaleBaseError", "Steps", "Task", "TaskAdjustment", "TaskDates",
    "TaskList", "Tax", "TaxAmount", "TaxChange", "TaxTier", "TermException", "Tier", "Timeline",
    "Totals", "UnknownNameError", "UnpriceableError", "Viability", "__version__", "alike",
    "apply", "compare", "difference", "dump", "issue", "languages", "load_agreement",
    "load_quote", "load_repriced", "load_request", "parse_agreement", "parse_quote",
    "parse_request", "price", "quote_digest", "references", "reissue", "render", "reprice",
    "reprice_all", "schema", "schema_names", "viability", "visible",
]
# fmt: on

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name from its home."""
        home = _HOME.get(name)
        if home is None:
            message = f"module 'quotekit' has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module(home), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        """List the public names."""
        return [*__all__]
