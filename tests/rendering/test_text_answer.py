"""What was agreed, printed: the sentence for a mail, the text of it, and what proves it."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from wcwidth import wcswidth

from quotekit.record import Answer, Journal, agreed
from quotekit.rendering import render
from tests.rendering.played_job import (
    CLIENT,
    EVIDENCE,
    MAIL,
    SELLER,
    Job,
    offered,
    played,
    terms,
)
from tests.rendering.printed_orders import LANGUAGES, TASKS, request, rows

SUBJECTS = (
    None, "screens", "frontend", "fonts", "shop", "mail-order", "changes.rush.percent",
    "changes.handling_fee", "late_payment.percent",
)  # fmt: skip


@cache
def played_answer(subject: str | None, day: date) -> Answer:
    """Return what was agreed about a subject of the played job by a day."""
    return agreed(played(), subject, day)


def printed(
    subject: str | None = None, on: str = "2026-04-23", journal: Journal | None = None, **keys: Any
) -> str:
    """Print what was agreed about a subject on a day, in lines as long as they need."""
    day = date.fromisoformat(on)
    answer = played_answer(subject, day) if journal is None else agreed(journal, subject, day)
    return render(answer, **{"language": "en", "width": 200, **keys})


def sections(text: str) -> dict[str, list[str]]:
    """Return what stands below each heading."""
    found: dict[str, list[str]] = {}
    heading, before = "", "."
    for line in text.splitlines():
        if not before and line[:1].isalpha() and not line.endswith("."):
            heading = line
        elif line and (line[0] == " " or line[0].isdigit()):
            found.setdefault(heading, []).append(line.strip())
        before = line
    return found


@pytest.mark.parametrize("language", [*LANGUAGES, "de_CH", "en_GB", "en_US", "fr_CH"])
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, down to one in which labels stand above what they label."""
    for subject in SUBJECTS:
        for width in (20, 40, 60, 80, 120):
            lines = printed(subject, language=language, width=width).splitlines()
            assert max(map(wcswidth, lines)) <= width


def test_head_names_subject_day_and_quote() -> None:
    """And the client."""
    first, second, *_ = printed("screens", "2026-03-20").splitlines()
    assert first.split("  ")[0] == "What is agreed: Screen design"
    assert first.endswith("  as of March 20, 2026")
    assert second.split("  ")[0] == "Quote Q-7: Website"
    assert second.endswith("  Sonnental GmbH")


def test_sentence_for_a_mail() -> None:
    """When, who, how, and what: the task, its calculation, its price, its time, the document."""
    assert (
        "On March 5, 2026, Jonas Weber agreed by mail: Screen design, 24 hours × €85.00, "
        "€2,040.00, 4 working days (quote Q-7).\n"
        "Evidence: evidence/3f9a2c41b07d-mail.eml (SHA-256 3f9a2c41b07d5e66…)\n"
    ) in printed("screens", "2026-03-20")


def test_sentence_tells_of_the_last_acceptance() -> None:
    """That is the one by which it is what it is."""
    assert (
        "On April 15, 2026, Jonas Weber agreed by phone: Screen design, 30 hours × €85.00, "
        "€2,550.00, 5 working days (change order CO-001 to quote Q-7)."
    ) in printed("screens", "2026-04-19")


def test_sentence_tells_what_leads_from_the_calculation_to_the_price() -> None:
    """Such as free work that is credited."""
    assert (
        "33 hours × €85.00, Free of charge (CO-003): -€255.00, €2,550.00 in all, 6 working days"
    ) in printed("screens")


@pytest.mark.parametrize(
    ("by", "method", "said"),
    [
        (CLIENT, None, "On March 5, 2026, Jonas Weber agreed: Frontend,"),
        (None, "phone", "On March 5, 2026, it was agreed by phone: Frontend,"),
        (None, None, "On March 5, 2026, it was agreed: Frontend,"),
    ],
)
def test_sentence_says_what_is_known(by: str | None, method: str | None, said: str) -> None:
    """Of who agreed and how, and not more."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    how = {key: text for key, text in {"by": by, "method": method}.items() if text is not None}
    sent = job.journal.entries[0].data["digest"]
    job.step("quote_accepted", "2026-03-05", sent=sent, agreed=sent, **how)
    assert said in printed("frontend", journal=job.journal)


def test_task_is_printed_as_it_was_that_day() -> None:
    """Price, deliverables, when it is done, what is not in it, rights, announced changes."""
    text = sections(printed("screens", "2026-03-20"))["What is agreed about it"]
    assert text[0].startswith("1  Screen design  ")
    assert text[0].endswith("€2,040.00")
    assert "24 hours × €85.00" in text[0]
    found = rows("\n".join(text))
    assert found["You receive"] == ["Six screens as a Figma file, A page of colours and type"]
    assert found["Done when"] == ["The client approves all screens in writing."]
    assert found["Not included"] == ["Logo, Illustrations"]
    assert found["Rights"] == ["Exclusive use on the website, for all time"]
    assert found["If it changes"] == ["One more screen: €340.00 and 1 day"]
    assert found["Tax"] == ["plus VAT 19%"]
    assert found["Time"][0].startswith("4 working days, planned for Apr 7")


def test_who_accepted_it_when_and_how() -> None:
    """Each with its number in the record, and what an order changed."""
    entries = sections(printed("screens"))["Accepted and granted"]
    assert entries[0] == "2  Mar 5, 2026   Quote Q-7 accepted by Jonas Weber, by mail"
    assert entries[2].endswith(
        "Change order CO-001 accepted by Jonas Weber, by phone: Two more screens"
    )
    assert entries[3] == "+€570.00 net, +1 working day"


def test_evidence_has_its_whole_digest() -> None:
    """So that the file can be held against it."""
    assert sections(printed("screens"))["Evidence"] == [
        EVIDENCE[0]["path"],
        f"SHA-256 {MAIL}",
    ]


def test_what_was_asked_and_declined() -> None:
    """Number, title, what it would have cost, by whom, why."""
    assert sections(printed("screens"))["Asked and not agreed"] == [
        "12  Apr 17, 2026  Change order CO-002 declined by Jonas Weber: A blog",
        "What it would have cost: +€1,010.00 net",
        "Reason: too expensive this year",
    ]


def test_closed_request_has_no_price() -> None:
    """It was never priced; what is there is its title and the reason."""
    assert sections(printed())["Asked and not agreed"][3:] == [
        "28  Apr 23, 2026  Change request closed by Mara Lindqvist: A game",
        "Reason: withdrawn",
    ]


def test_messages_about_it() -> None:
    """Those that name the task, and no others."""
    messages = sections(printed("screens"))["Messages"]
    assert messages[0].endswith("Message from Jonas Weber, by chat: Where are the new screens?")
    assert len([line for line in messages if "Message" in line]) == 1
    assert "Messages" not in sections(printed("frontend"))


def test_what_has_changed_since() -> None:
    """What came after the day, with the titles of what was asked for then."""
    later = sections(printed("screens", "2026-04-13"))["Since then"]
    assert any(
        "Change order CO-001 accepted by Jonas Weber, by phone: Two" in line for line in later
    )
    assert "Since then" not in sections(printed("screens", "2026-04-23"))


def test_task_that_is_gone() -> None:
    """The sentence says so; there is no text of it any more."""
    text = printed("fonts")
    assert (
        "On April 22, 2026, Jonas Weber agreed by mail: Font licence is no longer part of the work "
        "(change order CO-005 to quote Q-7)."
    ) in text
    assert "What is agreed about it" not in text


def test_option_that_was_not_chosen() -> None:
    """It is an offer and nothing more."""
    text = printed("mail-order")
    assert "agreed by mail: Mail order not chosen, offered at €2,400.00 (quote Q-7)." in text
    assert "What is offered" in sections(text)


def test_option_that_was_chosen() -> None:
    """Its tasks, and what it comes to."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    job.accept("2026-03-05", "mail-order")
    text = printed("mail-order", journal=job.journal)
    assert "Jonas Weber agreed: Mail order, Online shop, €2,400.00 (quote Q-7)." in text
    assert "What is agreed about it" in sections(text)


def test_term_is_said_in_the_words_of_the_agreement() -> None:
    """Its value in the sentence, and the sentence that the agreement has for it."""
    text = printed("changes.rush.percent")
    assert "Jonas Weber agreed by mail: Surcharge for rushed changes: 50% (quote Q-7)." in text
    assert "“Standard terms”, edition 2026, applies to this quote." in text
    assert sections(text)["In the words of the agreement"] == [
        "Work wanted within 3 working days of the request costs 50% more."
    ]


def test_terms_that_make_sense_together_are_said_together() -> None:
    """A percent of interest is nothing without its period."""
    said = sections(printed("late_payment.percent"))["In the words of the agreement"]
    assert "- An amount paid late bears interest of 1.5% a month." in said


def test_term_that_was_departed_from() -> None:
    """Who granted it, when, from what, and why; before that day the term held as agreed."""
    assert (
        "On April 17, 2026, Mara Lindqvist granted an exception: Handling fee of a change order: "
        "none instead of €60.00. Reason: third job together."
    ) in printed("changes.handling_fee")
    text = printed("changes.handling_fee", "2026-04-16")
    assert "Jonas Weber agreed by mail: Handling fee of a change order: €60.00 (quote Q-7)." in text
    assert any("Exception granted by Mara" in line for line in sections(text)["Since then"])


def test_exception_that_has_expired() -> None:
    """Up to its last day it holds, and then what was agreed at first."""
    job = Job(offered(), terms())
    job.send("2026-03-02")
    job.accept("2026-03-05")
    job.step(
        "exception_granted", "2026-03-06", term="changes.handling_fee", value="0",
        expires="2026-03-31",
    )  # fmt: skip
    text = printed("changes.handling_fee", "2026-03-31", job.journal)
    assert (
        "On March 6, 2026, an exception was granted: Handling fee of a change order: none instead "
        "of €60.00.\nIt holds until March 31, 2026.\n"
    ) in text
    text = printed("changes.handling_fee", "2026-04-01", job.journal)
    assert "On March 5, 2026, Jonas Weber agreed: Handling fee of a change order: €60.00" in text
    assert "bears a handling fee of €60.00" in text


def test_term_that_nothing_is_agreed_about() -> None:
    """Where there is no agreement, or it is silent."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    job.accept("2026-03-05")
    text = printed("ending.fee", journal=job.journal)
    assert "On April 23, 2026, nothing is agreed about this." in text


def test_whole_has_the_contract_sum_and_time() -> None:
    """Net and total, working days and the finish, and what the accepted orders have moved."""
    text = printed()
    assert (
        "On March 5, 2026, Jonas Weber agreed by mail: Website, €6,450.00 net, €7,616.70 in all, "
        "11 working days, finished on April 21, 2026 (quote Q-7)."
    ) in text
    assert (
        "With 3 change orders accepted since, it is: €6,900.00 net, €8,152.20 in all, "
        "13 working days, finished on April 23, 2026."
    ) in text
    found = rows(text)
    assert found["Contract sum"] == ["Net", "Total"]
    assert found["Accepted change orders"] == ["+€450.00", "+€535.50"]
    assert found["Now"] == ["€6,900.00", "€8,152.20"]


def test_whole_lists_the_tasks_in_short() -> None:
    """Each with its price, and nothing that is no longer agreed."""
    tasks = sections(printed())["Tasks"]
    assert [line.split("  ")[1] for line in tasks] == ["Screen design", "Frontend", "English texts"]
    assert tasks[1].endswith("€3,800.00")


def test_whole_before_any_order_has_no_steps() -> None:
    """What is agreed is the quote."""
    text = printed(on="2026-03-20")
    assert "Original" not in rows(text)
    assert rows(text)["Now"] == ["€6,450.00", "€7,616.70"]
    assert "accepted since" not in text


def test_prices_that_include_tax_say_so() -> None:
    """And what no tax applies to has one total."""
    job = Job(offered(prices_include_tax=True), None)
    job.send("2026-03-02")
    job.accept("2026-03-05")
    text = sections(printed("frontend", journal=job.journal))["What is agreed about it"]
    assert rows("\n".join(text))["Tax"] == ["including VAT 19%"]
    untaxed = [{**task, "tax": "none"} for task in TASKS]
    job = Job(offered(taxes={}, tax="none", tasks=untaxed, option_titles={}), None)
    job.send("2026-03-02")
    job.accept("2026-03-05")
    assert "Tax" not in rows(printed("frontend", journal=job.journal))
    assert rows(printed(journal=job.journal))["Contract sum"] == ["Total"]
    for language, tax in (("fr", "TTC"), ("nl", "incl. btw"), ("pl", "Brutto")):
        assert tax not in printed(journal=job.journal, language=language)


def test_client_is_addressed_once_in_japanese() -> None:
    """Whether or not the name bears a title already."""
    for name in ("田中", "田中様"):
        job = Job(offered(), None)
        job.send("2026-03-02")
        sent = job.journal.entries[0].data["digest"]
        job.step("quote_accepted", "2026-03-05", by=name, sent=sent, agreed=sent)
        text = printed("frontend", journal=job.journal, language="ja")
        assert "、田中様よりご承諾をいただきました" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_private_is_printed(language: str) -> None:
    """Costs, notes, and how the seller sees a request stay with the seller."""
    secret = {"cost": "65432", "notes": "giraffe"}
    job = Job(
        offered(
            tasks=[{**TASKS[0], "private": secret}, *TASKS[1:]],
            option_titles={}, private={"notes": "okapi"},
        ),
        terms(),
    )  # fmt: skip
    job.send("2026-03-02")
    job.accept("2026-03-05")
    asked = request(
        {"revise": "screens", "set": {"quantity": "30", "private": {"notes": "zebra"}}},
        value="preference", contradicts=2, requested_on="2026-03-06",
    )  # fmt: skip
    job.agree(job.order(asked, "2026-03-06"), "2026-03-07")
    job.step("message", "2026-03-08", by=SELLER, summary="Done.", about=["screens"])
    for subject in (None, "screens"):
        for on in ("2026-03-05", "2026-03-08"):
            text = printed(subject, on, job.journal, language=language)
            for hidden in ("65432", "giraffe", "okapi", "zebra", "preference"):
                assert hidden not in text
