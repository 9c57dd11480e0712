"""The conditions on which a job can be taken, in words."""

from quotekit.advice import Assessment, Condition
from quotekit.rendering.sheet import Sheet
from quotekit.rendering.text_assessment_reasons import open_item
from quotekit.rendering.wording import mark

_WITHOUT_NUMBER = {
    "agreement": mark("Have a service agreement signed."),
    "exception": mark("Write down why each exception to the agreement is made, or take it back."),
    "no_seller": mark("Name the seller in the quote."),
    "no_client": mark("Name the client in the quote."),
    "no_valid_until": mark("State the last day on which the quote can be accepted."),
    "no_tasks": mark("Write what is offered."),
    "specification_changes": mark("Change nothing but by a change order in writing."),
    "late_answers": mark("Agree on a day for each answer, and that the finish moves with it."),
    "price_doubted": mark("Take work out where it is too dear, and leave the prices."),
    "threat_to_leave": mark("Work in stages, each paid before the next begins."),
    "unpaid_orders": mark("Begin once what is open is paid."),
    "messages_above_budget": mark("Charge for messages beyond those agreed on."),
    "work_before_agreement": mark("Begin nothing before it is accepted in writing."),
}
_IN_PERCENT = {
    "clarity": mark("Make the quote at least {percent} complete."),
    "deposit": mark("Ask for a deposit of {percent}."),
    "contingency": mark("Add a contingency of {percent}."),
}


def condition_text(sheet: Sheet, found: Assessment, condition: Condition) -> str:
    """Say a condition, with its number where it has one."""
    wording, formats, value = sheet.wording, sheet.formats, condition.value
    if condition.unit == "amount" and value is not None:
        return wording.say("Raise the net price by {amount}.", amount=formats.money(value))
    if condition.unit == "percent" and value is not None:
        return wording.say(_IN_PERCENT[condition.code], percent=formats.percent(value))
    if condition.code in _WITHOUT_NUMBER:
        return wording.say(_WITHOUT_NUMBER[condition.code])
    return wording.say(
        "Answer this question of scope, or price it with an estimate: {item}",
        item=open_item(sheet, found, condition.code),
    )
