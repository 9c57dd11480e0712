"""The printed timeline: each entry with its number, its day, and what happened in words."""

import re

import pytest
from wcwidth import wcswidth

from quotekit.record import Journal, append, timeline
from quotekit.rendering import render
from tests.rendering.played_job import BLOG, CLIENT, EVIDENCE, SELLER, Job, offered, played, terms
from tests.rendering.printed_orders import LANGUAGES

WIDE = 200


def printed(journal: Journal, about: str | None = None, **options: object) -> str:
    """Print a timeline, each entry on as few lines as it can have."""
    return render(timeline(journal, about), **{"language": "en", "width": WIDE, **options})  # type: ignore[arg-type]


def entry(number: int, text: str | None = None) -> list[str]:
    """Return the lines of one entry, without its number and day."""
    found: list[str] = []
    for line in (printed(played()) if text is None else text).splitlines():
        first = re.match(r" *(\d+)  (\w{3} \d+, \d{4})  ", line)
        if first is not None and found:
            break
        if first is not None and int(first[1]) == number:
            found = [line[first.end() :].strip()]
        elif found:
            found.append(line.strip())
    return found


@pytest.mark.parametrize("language", [*LANGUAGES, "de_CH", "en_GB", "en_US", "fr_CH"])
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, down to one in which labels stand above what they label."""
    for width in (20, 40, 60, 80, 120):
        lines = printed(played(), language=language, width=width).splitlines()
        assert max(map(wcswidth, lines)) <= width


def test_every_entry_is_there_in_its_order() -> None:
    """Each begins with its number in the record."""
    numbers = [int(found[1]) for found in re.finditer(r"(?m)^ *(\d+)  ", printed(played()))]
    assert numbers == [one.seq for one in played().entries]


def test_day_is_the_one_on_which_it_happened() -> None:
    """Not the one on which it was written."""
    assert " 1  Mar 2, 2026   Quote" in printed(played())


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Quote Q-7 sent by Mara Lindqvist: revision 1, €7,616.70, valid until April 1, 2026"),
        (2, "Quote Q-7 accepted by Jonas Weber, by mail"),
        (3, "Payment made by Jonas Weber: €2,285.01, Deposit 30%"),
        (4, "Message from Mara Lindqvist to Jonas Weber, by mail: We begin after Easter."),
        (5, "Progress noted by Mara Lindqvist: Screen design 25%"),
        (6, "Change requested by Jonas Weber: Two more screens"),
        (7, "Change order CO-001 issued by Mara Lindqvist: Two more screens"),
        (9, "Change order CO-001 accepted by Jonas Weber, by phone: Two more screens"),
        (12, "Change order CO-002 declined by Jonas Weber: A blog"),
        (15, "Entry 14 struck out by Mara Lindqvist"),
        (28, "Change request closed by Mara Lindqvist: A game"),
        (29, "Work approved by Jonas Weber, in a meeting: Screen design"),
    ],
)
def test_entry_says_what_happened_and_by_whom(number: int, said: str) -> None:
    """In words, with the amounts and percents that belong to it."""
    assert entry(number)[0] == said


def test_order_says_what_it_adds_and_until_when_it_is_valid() -> None:
    """Net, working days, and the last day."""
    assert entry(7)[1] == "+€570.00 net, +1 working day, valid until April 24, 2026"


def test_start_before_acceptance_names_its_limit() -> None:
    """The client has instructed it up to an amount."""
    assert entry(8)[1] == "up to €300.00"


def test_reason_stands_below() -> None:
    """Of what was declined, granted, struck out."""
    assert entry(12)[1] == "Reason: too expensive this year"
    assert entry(15)[1] == "Reason: it was the screens"


def test_exception_names_the_term_and_what_holds_now() -> None:
    """A fee of nothing is `none`."""
    exception = "Exception granted by Mara Lindqvist: Handling fee of a change order: none"
    assert entry(13) == [exception, "Reason: third job together"]


def test_struck_out_entry_says_so() -> None:
    """With the number of the entry by which it does not count."""
    assert entry(14) == ["void (entry 15): Progress noted by Mara Lindqvist: Frontend 90%"]


def test_what_was_written_late_says_so() -> None:
    """By how many days; what was written on its day does not."""
    assert entry(16)[-1] == "written 3 days later"
    assert printed(played()).count("later") == 1


def test_message_names_the_tasks_it_is_about() -> None:
    """By their titles, and how long it took."""
    assert entry(16)[1] == "about Screen design, 20 minutes"


def test_evidence_is_named_with_the_beginning_of_its_digest() -> None:
    """So that the file is found, and known again."""
    said = "Evidence: evidence/3f9a2c41b07d-mail.eml (SHA-256 3f9a2c41b07d5e66…)"
    assert entry(2)[1] == said


def test_only_what_is_about_a_task() -> None:
    """`log --about`: the entries that name it, and those of the quote."""
    numbers = re.findall(r"(?m)^ *(\d+)  ", printed(played(), "frontend"))
    assert numbers == ["1", "2", "14"]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("mail", "by mail"),
        ("E-Mail", "by e-mail"),
        ("Post", "by letter"),
        ("signed", "by signature"),
        ("on the fair", "(on the fair)"),
    ],
)
def test_way_is_said_where_it_is_known(how: str, said: str) -> None:
    """A way that nobody has words for stands as it was written."""
    job = Job(offered(), None)
    job.send("2026-03-02")
    job.accept("2026-03-05", method=how)
    assert entry(2, printed(job.journal)) == [f"Quote Q-7 accepted by Jonas Weber, {said}"]


def test_rest_of_a_job() -> None:
    """Options chosen, money back, delivery, the end, and going on after all."""
    job = Job(offered(), terms())
    job.send("2026-03-02")
    job.accept("2026-03-05", "mail-order")
    job.step("payment", "2026-03-06", by=CLIENT, amount="-10.5")
    job.step("received", "2026-03-06", by=CLIENT, item="Logo file")
    job.step("approved", "2026-03-07", by=CLIENT)
    job.step("delivered", "2026-03-08", by=SELLER, evidence=EVIDENCE)
    job.step("message", "2026-03-08", to="Max")
    job.step("ended", "2026-03-09", by=SELLER, cause="completed")
    job.step("reopened", "2026-03-10", by=SELLER)
    text = printed(job.journal)
    assert entry(2, text) == ["Quote Q-7 accepted by Jonas Weber: with Mail order"]
    assert entry(3, text) == ["Refund made: €10.50"]
    assert entry(4, text) == ["Material supplied by Jonas Weber: Logo file"]
    assert entry(5, text) == ["Work approved by Jonas Weber: everything"]
    assert entry(6, text)[0] == "Work delivered by Mara Lindqvist"
    assert entry(7, text) == ["Message to Max"]
    assert entry(8, text) == ["Job ended by Mara Lindqvist: the work is completed"]
    assert entry(9, text) == ["Job reopened by Mara Lindqvist"]


def test_before_a_quote_is_sent() -> None:
    """A payment has no currency yet; nothing at all is said to be nothing."""
    paid = append(
        Journal(), "payment", {"on": "2026-03-01", "amount": "250"}, at="2026-03-01T10:00:00Z",
        by="mara",
    )  # fmt: skip
    assert entry(1, printed(paid)) == ["Payment made: 250"]
    assert printed(Journal()) == "Nothing is recorded.\n"


def test_words_are_those_of_the_language_of_the_quote() -> None:
    """Unless another one is asked for."""
    job = Job(offered(language="de_CH"), None)
    job.send("2026-03-02")
    assert "Offerte Q-7 verschickt von Mara Lindqvist" in printed(job.journal, language=None)
    assert "Quote Q-7 sent by Mara Lindqvist" in printed(job.journal)


def test_nothing_that_deceives_is_printed() -> None:
    """What a record holds that was not written by quotekit cannot hide an entry."""
    job = Job(offered(), None)
    job.step("message", "2026-03-01", by="Max", summary="Hello.")
    data = {"on": "2026-03-01", "by": "M\x1b[2J", "summary": "a\nb\u202ec"}
    text = printed(Journal((job.journal.entries[0]._replace(data=data),)))
    assert entry(1, text) == ["Message from M<U+001B>[2J: a b<U+202E>c"]


def test_seller_s_view_of_a_request_is_not_in_it() -> None:
    """Neither how it is valued nor what it goes against."""
    assert BLOG.value == "preference"
    assert "preference" not in printed(played())
    assert "goes against" not in printed(played())
