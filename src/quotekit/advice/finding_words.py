"""The words of each finding: the fact, the remedy, and why it matters.

They are templates in English, which rendering says in other languages. `{about}` stands for the
part of the quote in question, `{asked}` and `{given}` for what the agreement asks for and what is.
"""

from typing import NamedTuple


class FindingWords(NamedTuple):
    """Hold what is said of one kind of finding."""

    fact: str
    remedy: str
    why: str


def mark(message: str) -> str:
    """Mark a message for the catalogs, with which rendering says it."""
    return message


_NEVER_DUE = mark("What is due on no date is paid on no date.")

WORDS: dict[str, FindingWords] = {
    "no_seller": FindingWords(
        mark("the quote names no seller"),
        mark("write seller"),
        mark("A quote binds somebody: without a name it binds nobody."),
    ),
    "no_client": FindingWords(
        mark("the quote names no client"),
        mark("write client"),
        mark("Only whoever it was offered to can accept it."),
    ),
    "no_title": FindingWords(
        mark("the quote has no title"),
        mark("write title"),
        mark("A title is what both sides call the job in every mail after this."),
    ),
    "no_date": FindingWords(
        mark("the quote has no date"),
        mark("write date"),
        mark("How long it is valid, and what was known when it was written, depend on its date."),
    ),
    "no_valid_until": FindingWords(
        mark("the quote is open for ever"),
        mark("write valid_until, or valid_days in the agreement"),
        mark("Prices and calendars change; an open quote is an option given away for nothing."),
    ),
    "no_tasks": FindingWords(
        mark("nothing is offered"),
        mark("write tasks"),
        mark("Whoever accepts must know what."),
    ),
    "no_scope": FindingWords(
        mark("the quote answers no question of scope"),
        mark("write scope: what is included, excluded, supplied by the client, assumed"),
        mark("What nobody asked, each side assumes in its own favour."),
    ),
    "unknown": FindingWords(
        mark('nobody has said yet: "{about}"'),
        mark("answer it, or name the task that prices it"),
        mark(
            "Ask what is not known, or price it as an allowance or a range; or else you pay for it."
        ),
    ),
    "no_day": FindingWords(
        mark('the client supplies "{about}", and no day is named'),
        mark("write by: the day on which it is needed"),
        mark("What never comes stops the work, and only a day shows that it is late."),
    ),
    "no_deliverable": FindingWords(
        mark('what the client receives from "{about}" is not said'),
        mark("write deliverables"),
        mark("What is handed over can be counted; work alone cannot."),
    ),
    "no_criterion": FindingWords(
        mark('when "{about}" is done is not said'),
        mark("write done_when: what both sides can see for themselves"),
        mark("Without an end that both can see, a task ends when the client is tired of it."),
    ),
    "no_announced_price": FindingWords(
        mark('what a change of "{about}" would cost is not announced'),
        mark("write if_changed, such as one more round of corrections"),
        mark("A price named up front is the client's decision; named afterwards, it is a quarrel."),
    ),
    "no_payments": FindingWords(
        mark("the quote does not say what is to be paid when"),
        mark("write payments, with a deposit"),
        _NEVER_DUE,
    ),
    "no_due_day": FindingWords(
        mark('when "{about}" is to be paid is not said'),
        mark("write due, such as {{after: acceptance, days: 7}}"),
        _NEVER_DUE,
    ),
    "deposit": FindingWords(
        mark("the agreement asks for a deposit of {asked}, and less is due before work"),
        mark("write a payment that is due after acceptance, or an exception to quotes.deposit"),
        mark("A deposit pays for the days you keep free, and tells who means it."),
    ),
    "below_minimum": FindingWords(
        mark("the job comes to {given}, less than the minimum of the agreement, {asked}"),
        mark("raise it, or make an exception to quotes.minimum_total"),
        mark("Every job costs mails, an invoice and a day's attention before it pays anything."),
    ),
    "vague": FindingWords(
        mark('"{about}" says neither what nor how much'),
        mark("say a number, or name what is meant"),
        mark("Each side reads into a vague word what it hopes for, and both are right."),
    ),
}
"""What is said of a finding, by its code up to the colon."""
