"""Where a job stands, printed: sum and time, open orders, progress, money, debts, contact."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from wcwidth import wcswidth

from quotekit.changes import reissue
from quotekit.project.looking_back import looked_back
from quotekit.record import Journal, Status, kept_order, status
from quotekit.rendering import render
from tests.rendering.played_job import (
    CLIENT,
    LARGER,
    NEWSLETTER,
    SELLER,
    Job,
    offered,
    played,
    terms,
)
from tests.rendering.printed_orders import LANGUAGES, rows

WIDE = 160


@cache
def played_status(day: date) -> Status:
    """Return where the played job stands on a day."""
    return status(played(), day)


def printed(
    on: str = "2026-04-22",
    journal: Journal | None = None,
    *,
    looking_back: bool = False,
    **keys: Any,
) -> str:
    """Print where a job stands on a day, with its changes in hindsight if asked for."""
    day = date.fromisoformat(on)
    answer = played_status(day) if journal is None else status(journal, day)
    seen = looked_back(answer) if looking_back else None
    return render(answer, **{"language": "en", "width": WIDE, "hindsight": seen, **keys})


def below(text: str, heading: str) -> list[str]:
    """Return the lines below a heading."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.split("  ")[0] == heading:
            break
    found = []
    for line in lines:
        if not line:
            break
        found.append(line.strip())
    return found


def accepted(**keys: Any) -> Job:
    """Return a job whose quote is accepted, under the agreement unless another is named."""
    under = keys.pop("under", None)
    job = Job(offered(**keys), terms() if under is None else under)
    job.send("2026-03-02")
    job.accept("2026-03-05")
    return job


@pytest.mark.parametrize("language", [*LANGUAGES, "de_CH", "en_GB", "en_US", "fr_CH"])
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, down to one in which labels stand above what they label."""
    for on in ("2026-03-03", "2026-04-22", "2026-05-03"):
        for width in (20, 40, 60, 80, 120):
            text = printed(on, language=language, width=width, looking_back=True)
            assert max(map(wcswidth, text.splitlines())) <= width


def test_before_anything_is_sent() -> None:
    """There is nothing to tell but that."""
    assert printed("2026-03-01") == "No quote has been sent yet.\n"


def test_before_acceptance() -> None:
    """What was sent, when, what it comes to, and until when it can be accepted."""
    text = printed("2026-03-03")
    assert (
        "It was sent on March 2, 2026 (revision 1) and waits for an answer until April 1, 2026.\n"
        "€6,450.00 net, €7,616.70 in all\n"
    ) in text
    assert "Contract sum" not in text


def test_quote_that_nobody_answered() -> None:
    """After its last day; on that day it can still be accepted."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    assert "waits for an answer until April 1" in printed("2026-04-01", job.journal)
    assert "was valid until April 1, 2026: nobody has answered" in printed(
        "2026-04-02", job.journal
    )


def test_quote_without_a_last_day() -> None:
    """It waits for as long as it takes."""
    job = Job(offered(valid_until=None), None)
    job.send("2026-03-02")
    assert "(revision 1) and waits for an answer.\n" in printed("2027-01-01", job.journal)


def test_quote_that_was_declined() -> None:
    """None waits; what was paid already is told all the same."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    job.step("payment", "2026-03-03", by=CLIENT, amount="100")
    digest = job.journal.entries[0].data["digest"]
    job.step("quote_declined", "2026-03-04", by=CLIENT, digest=digest)
    text = printed(journal=job.journal)
    assert "No quote waits for an answer: the last one was declined or withdrawn." in text
    assert "Paid: €100.00" in text


def test_work_that_has_ended() -> None:
    """When it was accepted, and why it ended."""
    job = accepted()
    job.step("ended", "2026-03-09", by=SELLER, cause="agreement")
    assert (
        "The quote was accepted on March 5, 2026. The work has ended: both sides have agreed to "
        "end it."
    ) in printed(journal=job.journal)


def test_after_the_end_nothing_is_due_but_by_the_final_account() -> None:
    """No update is asked for any more, and the sum still to pay is not what the contract says."""
    job = accepted()
    job.step("ended", "2026-03-09", by=SELLER, cause="agreement")
    text = printed("2026-06-01", job.journal)
    assert "Contact" not in text
    assert "What is owed now that the work has ended, the final account says." in text
    assert "final account" not in printed("2026-03-08", job.journal)


def test_contract_sum_and_time() -> None:
    """The original, what accepted orders moved, and what it is now; pending ones are not in it."""
    found = rows("\n".join(below(printed(), "Contract sum")))
    assert found["Original"] == ["€6,450.00", "€7,616.70"]
    assert found["Accepted change orders"] == ["+€450.00", "+€535.50"]
    assert found["Now"] == ["€6,900.00", "€8,152.20"]
    time = rows("\n".join(below(printed(), "Contract time")))
    assert time["Original"] == ["11 working days"]
    assert time["Accepted change orders"] == ["+2 working days"]
    assert "The finish date is April 23, 2026." in time


def test_pending_orders_stand_apart() -> None:
    """With what each would add, and until when it is valid."""
    lines = below(printed(), "Change orders that wait for an answer, not counted above")
    assert lines[0].startswith("CO-004: A newsletter  ")
    assert lines[0].endswith("+€600.00 net")
    assert " ".join(lines[1:]) == (
        "+€714.00 in all, +2 working days, valid until April 30, 2026, priced before another order "
        "was accepted"
    )


def test_expired_orders_stand_apart() -> None:
    """From the day after the last one on."""
    heading = "Change orders that have expired"
    assert heading not in printed("2026-04-30")
    lines = below(printed("2026-05-01"), heading)
    assert lines[0].startswith("CO-004: A newsletter  ")
    assert "was valid until April 30, 2026" in lines[1]
    assert "wait for an answer" not in printed("2026-05-01")


def test_order_begun_on_instruction_says_so() -> None:
    """The client wanted it begun before agreeing to it."""
    assert "begun on instruction before it is accepted" in printed("2026-04-14")


def test_free_rounds_by_task() -> None:
    """Used and left of each task that has used one, and what the others have."""
    lines = below(printed(), "Free rounds of corrections")
    assert rows(lines[0])["Screen design (1)"] == ["1 of 2 used, 1 left"]
    assert lines[1] == "2 left for each other task"
    unused = below(printed("2026-03-06"), "Free rounds of corrections")
    assert unused == ["none used; 2 for each task"]


def test_free_rounds_of_the_whole_job() -> None:
    """Where they are not counted by task."""
    stated = terms().model_dump(exclude_unset=True, by_alias=True)
    stated["changes"]["allowance"] = {"revisions": 3, "per": "quote"}
    job = accepted(under=type(terms()).model_validate(stated))
    lines = below(printed(journal=job.journal), "Free rounds of corrections")
    assert rows(lines[0]) == {"for the whole job": ["0 of 3 used, 3 left"]}
    assert len(lines) == 1


def test_progress_by_task() -> None:
    """In percent of what is agreed now, never more than it is; with the day of approval."""
    lines = below(printed("2026-04-23"), "Progress")
    assert rows(lines[0])["Screen design (1)"] == ["approved on Apr 23, 2026", "18.18%"]
    assert lines[1] == "Not begun: Frontend (2), English texts (3)"


def test_all_the_work_approved_and_delivered() -> None:
    """As a whole, on its day."""
    job = accepted()
    job.step("approved", "2026-03-07", by=CLIENT)
    job.step("delivered", "2026-03-08", by=SELLER)
    lines = below(printed(journal=job.journal), "Progress")
    assert lines[-2:] == ["All the work: approved on Mar 7, 2026", "Delivered on March 8, 2026"]


def test_instalments_with_what_was_paid() -> None:
    """What is due and what was paid for each, what was paid in all, and what is still to pay."""
    found = rows("\n".join(below(printed(), "Payment")))
    assert found["Deposit"] == ["€2,285.01", "€2,285.01"]
    assert found["Design approved 30%"] == ["€2,445.66", "–"]
    assert found["Paid in all"] == ["€2,285.01"]
    assert found["Still to pay"] == ["€5,867.19"]


def test_terms_of_what_is_not_paid_stand_below_it() -> None:
    """When it falls due; of what is paid they do not matter any more."""
    job = accepted()
    assert "on acceptance of the quote" in printed(journal=job.journal)
    job.step("payment", "2026-03-09", by=CLIENT, amount="2285.01", **{"for": "deposit"})
    assert "on acceptance of the quote" not in printed(journal=job.journal)


def test_more_was_paid_than_is_due() -> None:
    """Then nothing is still to pay."""
    job = accepted()
    job.step("payment", "2026-03-09", by=CLIENT, amount="8000")
    found = rows("\n".join(below(printed(journal=job.journal), "Payment")))
    assert found["Overpaid"] == ["€383.30"]
    assert "Still to pay" not in found


def test_day_that_is_known_stands_in_place_of_the_planned_one() -> None:
    """Once what an instalment waits for has happened, its day is no plan any more."""
    due = {"after": "screens", "days": 14}
    parts = [{"id": "design", "percent": 50, "due": due}, {"id": "rest", "balance": True}]
    job = accepted(payments=parts)
    words = "within 14 days of approval of “Screen design (1)”"
    planned = below(printed("2026-03-06", job.journal), "Payment")
    assert f"{words} (planned: April 24, 2026)" in planned
    job.step("approved", "2026-04-13", by=CLIENT, task="screens")
    known = below(printed("2026-04-13", job.journal), "Payment")
    assert f"{words} (falls due on April 27, 2026)" in known


def test_what_was_paid_for_an_instalment_that_is_gone() -> None:
    """It stays in sight, under its name in the record."""
    job = accepted()
    job.step("payment", "2026-03-09", by=CLIENT, amount="50", **{"for": "CO-009"})
    found = rows("\n".join(below(printed(journal=job.journal), "Payment")))
    assert found["Change order CO-009 (no longer due)"] == ["–", "€50.00"]


def test_what_the_client_still_owes() -> None:
    """By when, how long it is overdue, and how far that alone moves the finish."""
    assert below(printed(), "What the client still owes the job") == [
        "- Photos of the bakery",
        "by April 10, 2026, 8 working days overdue, that alone moves the finish by 6 working days",
        "- Logo file",
    ]
    before = below(printed("2026-04-09"), "What the client still owes the job")
    assert before[1] == "by April 10, 2026"


def test_what_has_come_is_no_longer_owed() -> None:
    """Nothing is left to say then."""
    job = accepted()
    for item in ("Photos of the bakery", "Logo file"):
        job.step("received", "2026-03-09", by=CLIENT, item=item)
    assert "still owes" not in printed(journal=job.journal)


def test_contact_against_the_agreement() -> None:
    """Messages of so many, the last update, and when the next one was due."""
    assert below(printed(), "Contact")[:5] == [
        "Messages from the client in the last seven days: 3, agreed 2 (80 minutes in all)",
        "Warning: that is more than was agreed.",
        "The last update was on March 10, 2026.",
        "The next update was due on March 15, 2026: it is late.",
        "1 update came late or is late.",
    ]


def test_excess_is_a_draft() -> None:
    """It is worded and reckoned, and said to be charged by nothing."""
    assert below(printed(), "Contact")[5:] == [
        "Draft of a line, which is not charged automatically:",
        "Contact beyond what is included: 30 minutes at €60.00 an hour, €30.00",
    ]
    assert "Draft" not in printed("2026-05-03")


def test_warning_comes_before_the_limit() -> None:
    """At four fifths of what was agreed."""
    job = accepted()
    for summary in ("Hello.", "Hello?"):
        job.step("message", "2026-03-06", by=CLIENT, summary=summary)
    assert "Warning: most of what was agreed for a week is used." in printed(
        "2026-03-06", job.journal
    )
    text = printed("2026-03-06", accepted().journal)
    assert "Warning" not in text
    assert "No update has been given yet." in text
    assert "The next update is due by March 10, 2026." in text


def test_contact_without_an_agreement() -> None:
    """What there was is told; there is nothing to hold it against."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    job.accept("2026-03-05")
    job.step("message", "2026-03-06", by=CLIENT, summary="Hello.", minutes=5)
    lines = below(printed("2026-03-06", job.journal), "Contact")
    assert lines == [
        "1 message from the client in the last seven days (5 minutes in all)",
        "No update has been given yet.",
    ]
    assert "Free rounds" not in printed("2026-03-06", job.journal)


def test_requests_as_the_seller_sees_them() -> None:
    """Kind, value, what it goes against, and what became of it; only where it is asked for."""
    heading = "Requests, as you see them yourself: not for the client"
    assert heading not in printed()
    lines = below(printed(looking_back=True), heading)
    assert lines[:7] == [
        "6  Two more screens",
        "Change of scope, constructive",
        "CO-001: accepted",
        "10  A blog",
        "Change of scope, a mere preference",
        "goes against entry 2 of the record",
        "CO-002: declined",
    ]
    assert lines[-3:] == ["27  A game", "Change of scope", "open"]
    closed = below(printed("2026-04-23", looking_back=True), heading)
    assert closed[-1] == "closed without a change order"


def test_request_says_whose_doing_it_is() -> None:
    """Where it is not the client's wish."""
    job = accepted()
    asked = LARGER.model_copy(update={"reason": "client_delay"})
    job.ask(asked)
    text = printed(journal=job.journal, looking_back=True)
    heading = "Requests, as you see them yourself: not for the client"
    assert below(text, heading)[1:3] == [
        "Change of scope, constructive", "A delay on the client's side",
    ]  # fmt: skip


def test_replaced_orders_say_so() -> None:
    """One that was issued anew is no longer open."""
    job = accepted()
    job.order(NEWSLETTER, "2026-04-20")
    again = reissue(job.contract, "CO-001", on=date(2026, 4, 21))
    job.step(
        "change_order_issued", "2026-04-21", by=SELLER, number=again.number,
        order=kept_order(again), digest=again.revised, supersedes="CO-001",
    )  # fmt: skip
    assert "CO-001: replaced, CO-002: waiting for an answer" in printed(
        journal=job.journal, looking_back=True
    )


def test_changes_in_hindsight() -> None:
    """Requests by kind and reason, good ideas apart, what came of them and what they brought in."""
    heading = "Changes in hindsight"
    assert heading not in printed()
    lines = below(printed(looking_back=True), heading)
    assert [" ".join(line.split()) for line in lines] == [
        "By kind: 5 × Change of scope, 1 × Round of corrections",
        "By reason: 6 × The client's wish",
        "Constructive ideas: Two more screens",
        "Accepted: 3 of 4 that were decided, 75%",
        "Brought in by each change that was accepted, net",
        "Two more screens (CO-001) +€570.00",
        "Warmer colours (CO-003) €0.00",
        "No fonts (CO-005) -€120.00",
        "All changes together +€450.00",
        "An hour brings in: €98.91 without the changes, €94.52 with them",
    ]


def test_no_hindsight_without_requests() -> None:
    """Where nobody asked for a change there is nothing to look back on."""
    assert "hindsight" not in printed(journal=accepted().journal, looking_back=True)
