"""The refusal of a job: a courteous letter has to say no more than that."""

from dataclasses import dataclass
from datetime import date

from quotekit.quotes import Quote


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """Hold what a letter of refusal is written from; it gives no reason and names no advice."""

    quote: Quote
    on: date
