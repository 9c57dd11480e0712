"""Exact quotes for freelance work: one YAML file in, a priced document out.

    import quotekit as qk

    quote = qk.load_quote("quote.yaml")
    priced = qk.price(quote)
    print(qk.render(priced, language="de_DE"))

Every name is loaded when it is first used, so that importing quotekit costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotekit.errors import (
        Fault,
        FileAccessError,
        InvalidInputError,
        QuotekitError,
        UnknownNameError,
        UnpriceableError,
    )
    from quotekit.files import (
        dump,
        load_agreement,
        load_quote,
        load_repriced,
        parse_agreement,
        parse_quote,
        reprice_all,
    )
    from quotekit.pricing import (
        AdjustmentRow,
        AnnouncedPrice,
        Bound,
        Instalment,
        Line,
        Option,
        Phase,
        PricedQuote,
        Range,
        Recurring,
        RoundingRow,
        TaskDates,
        TaxAmount,
        Timeline,
        Totals,
        Viability,
        price,
        reprice,
        viability,
    )
    from quotekit.project import Project
    from quotekit.quotes import (
        Adjustment,
        Agreement,
        Allowance,
        AnnouncedChange,
        ChangeTerms,
        Client,
        Contact,
        Currency,
        Due,
        EarlyPayment,
        Ending,
        Estimate,
        Holidays,
        Late,
        LatePayment,
        Payment,
        PrivateCost,
        PrivateNotes,
        Quote,
        QuoteTerms,
        Rate,
        Removal,
        Rush,
        Schedule,
        ScopeItem,
        Seller,
        Task,
        TaskAdjustment,
        TaskList,
        Tax,
        TaxTier,
        TermException,
        Tier,
        quote_digest,
        references,
    )
    from quotekit.rendering import (
        languages,
        render,
        schema,
        schema_names,
    )
    from quotekit.values import visible

__version__ = "0.1.0"

_HOMES = {
    "quotekit.errors": (
        "Fault FileAccessError InvalidInputError QuotekitError UnknownNameError UnpriceableError"
    ),
    "quotekit.files": (
        "dump load_agreement load_quote load_repriced parse_agreement parse_quote reprice_all"
    ),
    "quotekit.pricing": (
        "AdjustmentRow AnnouncedPrice Bound Instalment Line Option Phase PricedQuote Range "
        "Recurring RoundingRow TaskDates TaxAmount Timeline Totals Viability price reprice "
        "viability"
    ),
    "quotekit.project": ("Project"),
    "quotekit.quotes": (
        "Adjustment Agreement Allowance AnnouncedChange ChangeTerms Client Contact Currency "
        "Due EarlyPayment Ending Estimate Holidays Late LatePayment Payment PrivateCost "
        "PrivateNotes Quote QuoteTerms Rate Removal Rush Schedule ScopeItem Seller Task "
        "TaskAdjustment TaskList Tax TaxTier TermException Tier quote_digest references"
    ),
    "quotekit.rendering": ("languages render schema schema_names"),
    "quotekit.values": ("visible"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Adjustment",
    "AdjustmentRow",
    "Agreement",
    "Allowance",
    "AnnouncedChange",
    "AnnouncedPrice",
    "Bound",
    "ChangeTerms",
    "Client",
    "Contact",
    "Currency",
    "Due",
    "EarlyPayment",
    "Ending",
    "Estimate",
    "Fault",
    "FileAccessError",
    "Holidays",
    "Instalment",
    "InvalidInputError",
    "Late",
    "LatePayment",
    "Line",
    "Option",
    "Payment",
    "Phase",
    "PricedQuote",
    "PrivateCost",
    "PrivateNotes",
    "Project",
    "Quote",
    "QuoteTerms",
    "QuotekitError",
    "Range",
    "Rate",
    "Recurring",
    "Removal",
    "RoundingRow",
    "Rush",
    "Schedule",
    "ScopeItem",
    "Seller",
    "Task",
    "TaskAdjustment",
    "TaskDates",
    "TaskList",
    "Tax",
    "TaxAmount",
    "TaxTier",
    "TermException",
    "Tier",
    "Timeline",
    "Totals",
    "UnknownNameError",
    "UnpriceableError",
    "Viability",
    "__version__",
    "dump",
    "languages",
    "load_agreement",
    "load_quote",
    "load_repriced",
    "parse_agreement",
    "parse_quote",
    "price",
    "quote_digest",
    "references",
    "render",
    "reprice",
    "reprice_all",
    "schema",
    "schema_names",
    "viability",
    "visible",
]

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
