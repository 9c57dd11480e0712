"""Signals in words: what happened, and how often."""

from quotekit.advice import Signal
from quotekit.rendering.cells import one_line
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.wording import mark, mark_in

HAPPENED = {
    "specification_changes": mark_in(
        "what happened", "The specification was changed, in an average week"
    ),
    "late_answers": mark_in("what happened", "Answers or material came late"),
    "price_doubted": mark_in("what happened", "The price was doubted"),
    "threat_to_leave": mark_in("what happened", "Leaving was threatened"),
    "unpaid_orders": mark_in("what happened", "What was due was not paid"),
    "messages_above_budget": mark_in("what happened", "More messages came than were agreed"),
    "work_before_agreement": mark_in("what happened", "Work was wanted before it was agreed"),
}
VETOED = {
    "earlier_job_unpaid": mark("An earlier job is not paid."),
    "refuses_deposit": mark("A deposit is refused."),
    "refuses_agreement": mark("The service agreement is refused."),
    "free_trial_work": mark("Work is asked for without pay, on trial."),
    "unlawful": mark("What is asked for is not lawful."),
}


def happened(sheet: Sheet, name: str, times: int | None) -> str:
    """Say what happened, and how often."""
    count = 1 if times is None else times
    return sheet.wording.say_count(
        "{what}: {count} time", "{what}: {count} times", count,
        what=sheet.wording.say_in(*HAPPENED[name]), count=sheet.formats.number(count),
    )  # fmt: skip


def signal_text(sheet: Sheet, signal: Signal) -> str:
    """Say a signal with what shows it."""
    said = (
        sheet.wording.say(VETOED[signal.name])
        if signal.is_veto
        else happened(sheet, signal.name, signal.times)
    )
    if signal.evidence is None:
        return said
    return f"{said} ({one_line(signal.evidence)})"
