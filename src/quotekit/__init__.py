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
    from quotekit.advice import (
        Assessment, ChangeRevenue, Completeness, Condition, EarnedRow, ExposedDay, Exposure,
        Finding, Hindsight, InstructedRow, Reason, RefusalLetter, Review, Settlement, Signal, Wish,
        assess, check, exposure, hindsight, settlement,
    )
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
        Repaired, append_event, dump, kinds_of_work, load_agreement, load_journal, load_questions,
        load_quote, load_repriced, load_request, parse_agreement, parse_questions, parse_quote,
        parse_request, reprice_all,
    )
    from quotekit.pricing import (
        AdjustmentRow, AnnouncedPrice, Bound, Instalment, Line, Option, Phase, PricedQuote, Range,
        Recurring, RoundingRow, TaskDates, TaxAmount, Timeline, Totals, Viability, price, reprice,
        viability,
    )
    from quotekit.project import Issue, Project, Recorded, Stamp, Verified
    from quotekit.quotes import (
        Adjustment, Agreement, Allowance, AnnouncedChange, ChangeTerms, Client, Contact, Currency,
        Due, EarlyPayment, Ending, Estimate, Holidays, Late, LatePayment, Payment, PrivateCost,
        PrivateNotes, QuestionSet, Quote, QuoteTerms, Rate, Removal, Rush, Schedule, ScopeItem,
        ScopeQuestion, Seller, Task, TaskAdjustment, TaskList, Tax, TaxTier, TermException, Tier,
        quote_digest, references,
    )
    from quotekit.record import (
        Acceptance, Answer, Asked, ContactUse, Entry, Event, Happening, Issued, Joined, Journal,
        Owed, Refusal, State, Status, agreed, append, contract, event_of, kept_order, kept_request,
        snapshot, state, status, timeline, verify,
    )
    from quotekit.rendering import languages, render, schema, schema_names
    from quotekit.values import visible
# fmt: on
# isort: on

__version__ = "0.1.0"

_HOMES = {
    "quotekit.advice": (
        "Assessment ChangeRevenue Completeness Condition EarnedRow ExposedDay Exposure Finding "
        "Hindsight InstructedRow Reason RefusalLetter Review Settlement Signal Wish assess check "
        "exposure hindsight settlement"
    ),
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
        "Repaired append_event dump kinds_of_work load_agreement load_journal load_questions "
        "load_quote load_repriced load_request parse_agreement parse_questions parse_quote "
        "parse_request reprice_all"
    ),
    "quotekit.pricing": (
        "AdjustmentRow AnnouncedPrice Bound Instalment Line Option Phase PricedQuote Range "
        "Recurring RoundingRow TaskDates TaxAmount Timeline Totals Viability price reprice "
        "viability"
    ),
    "quotekit.project": "Issue Project Recorded Stamp Verified",
    "quotekit.quotes": (
        "Adjustment Agreement Allowance AnnouncedChange ChangeTerms Client Contact Currency Due "
        "EarlyPayment Ending Estimate Holidays Late LatePayment Payment PrivateCost PrivateNotes "
        "QuestionSet Quote QuoteTerms Rate Removal Rush Schedule ScopeItem ScopeQuestion Seller "
        "Task TaskAdjustment TaskList Tax TaxTier TermException Tier quote_digest references"
    ),
    "quotekit.record": (
        "Acceptance Answer Asked ContactUse Entry Event Happening Issued Joined Journal Owed "
        "Refusal State Status agreed append contract event_of kept_order kept_request snapshot "
        "state status timeline verify"
    ),
    "quotekit.rendering": "languages render schema schema_names",
    "quotekit.values": "visible",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

# fmt: off
__all__ = [
    "Acceptance", "Action", "Add", "AddRate", "Adjustment", "AdjustmentRow", "Agreement",
    "Allowance", "AnnouncedChange", "AnnouncedPrice", "Answer", "Apply", "Asked", "Assessment",
    "Bound", "ChangeOrder", "ChangeRequest", "ChangeRevenue", "ChangeTerms", "Client",
    "Completeness", "Concession", "Condition", "ConflictError", "Contact", "ContactUse", "Contract",
    "ContractSum", "ContractTime", "Currency", "Decision", "Deselect", "Due", "EarlyPayment",
    "EarnedRow", "Ending", "Entry", "Estimate", "Event", "ExpiredError", "ExposedDay", "Exposure",
    "Fault", "FieldChange", "FileAccessError", "Finding", "Happening", "Hindsight", "Holidays",
    "Instalment", "InstalmentChange", "InstructedRow", "InvalidInputError", "Issue", "Issued",
    "Joined", "Journal", "Late", "LatePayment", "Line", "NotAllowedError", "Option", "Order",
    "OrderLine", "Owed", "Payment", "Phase", "PricedQuote", "PrivateCost", "PrivateNotes",
    "Project", "QuestionSet", "Quote", "QuoteTerms", "QuotekitError", "Range", "Rate", "Reason",
    "Recorded", "Recurring", "Refusal", "RefusalLetter", "Removal", "Remove", "RemoveRate",
    "Repaired", "Review", "Revise", "ReviseQuote", "ReviseRate", "RoundingChange", "RoundingRow",
    "Rounds", "RoundsUsed", "Rush", "Schedule", "ScopeItem", "ScopeQuestion", "Select", "Seller",
    "Settlement", "Side", "Signal", "StaleBaseError", "Stamp", "State", "Status", "Steps", "Task",
    "TaskAdjustment", "TaskDates", "TaskList", "Tax", "TaxAmount", "TaxChange", "TaxTier",
    "TermException", "Tier", "Timeline", "Totals", "UnknownNameError", "UnpriceableError",
    "Verified", "Viability", "Wish",
    "__version__", "agreed", "alike", "append", "append_event", "apply", "assess", "check",
    "compare", "contract", "difference", "dump", "event_of", "exposure", "hindsight", "issue",
    "kept_order", "kept_request", "kinds_of_work", "languages", "load_agreement", "load_journal",
    "load_questions", "load_quote", "load_repriced", "load_request", "parse_agreement",
    "parse_questions", "parse_quote", "parse_request", "price", "quote_digest", "references",
    "reissue", "render", "reprice", "reprice_all", "schema", "schema_names", "settlement",
    "snapshot", "state", "status", "timeline", "verify", "viability", "visible",
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
