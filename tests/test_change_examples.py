"""The change orders of the examples: what each prints, and what they add up to."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

import pytest
from wcwidth import wcswidth

import quotekit as qk
from tests.change_stories import (
    EXAMPLES,
    STORIES,
    after_the_conflict,
    agreement_of,
    contract_of,
)
from tests.golden import Golden

LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "zh_CN")
WIDTHS = (60, 80, 120)
ENGLISH = ("Change order", "Contract sum", "Difference", "Until this is decided")
"""Words of every change order, some of them at least, that no example says itself."""
COLUMNS = (
    "number", "title", "net", "net_after", "total", "total_after", "payable_after",
    "working_days", "working_days_after", "finish",
)  # fmt: skip


def ended(job: str) -> qk.Contract:
    """Return the contract of a job in the end, its conflict settled."""
    return after_the_conflict()[0] if job == "video-shoot" else contract_of(job)


def printed(order: qk.ChangeOrder, job: str, language: str | None = None, width: int = 80) -> str:
    """Return the text of an order; in the language of its quote if none is named."""
    return qk.render(order, agreement=agreement_of(job), language=language, width=width)


ORDERS = [
    pytest.param(job, order, id=f"{job}-{order.number}")
    for job in STORIES
    for order in ended(job).orders
]


@pytest.mark.parametrize(("job", "order"), ORDERS)
def test_order_as_text(job: str, order: qk.ChangeOrder, golden: Golden) -> None:
    """The order prints as its golden, in the language of its quote."""
    golden(EXAMPLES / job / "orders" / f"{order.number}.txt", printed(order, job))


@pytest.mark.parametrize(("job", "order"), ORDERS)
def test_order_as_json(job: str, order: qk.ChangeOrder, golden: Golden) -> None:
    """The order as JSON is its golden."""
    golden(EXAMPLES / job / "orders" / f"{order.number}.json", qk.render(order, format="json"))


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "de"])
def test_first_order_of_bakery_in_other_languages(language: str, golden: Golden) -> None:
    """The bakery's first order prints as its golden in every language."""
    job = "bakery-website"
    path = EXAMPLES / job / "orders" / f"CO-001.{language}.txt"
    golden(path, printed(ended(job).order("CO-001"), job, language))


@pytest.mark.parametrize("job", STORIES)
def test_running_contract_sum(job: str, golden: Golden) -> None:
    """The contract sum and time, order by order as they were accepted, are their golden."""
    golden(EXAMPLES / job / "orders" / "contract-sum.csv", running_sum(ended(job)))


def test_conflict_is_refused(golden: Golden) -> None:
    """Of two requests for the same key the second is refused, with the words of the golden."""
    refusals = after_the_conflict()[1]
    golden(EXAMPLES / "video-shoot" / "orders" / "refused.txt", "\n".join(refusals) + "\n")


def test_reissued_order_is_priced_anew() -> None:
    """The reissued order costs what it costs now, and the one it replaces counts nowhere."""
    contract = ended("video-shoot")
    old, new = contract.order("CO-003"), contract.order("CO-004")
    assert (old.sum.net.change, new.sum.net.change) == (Decimal("798.00"), Decimal("840.00"))
    assert contract.decisions["CO-003"].state == "superseded"
    assert [order.number for order in accepted(contract)] == ["CO-001", "CO-004"]


def test_own_defect_costs_nothing() -> None:
    """Mending the translator's own mistake takes a day and no yen."""
    order = ended("app-translation").order("CO-001")
    assert not order.sum.payable.change
    assert order.time.working_days.change == 1


def test_own_idea_keeps_a_share_of_what_it_saves() -> None:
    """The consultant keeps a quarter of the saving, and charges nothing else."""
    order = ended("consulting-retainer").order("CO-001")
    (fee,) = [line for line in order.lines if line.change == "fee"]
    assert fee.term == "changes.saving_share"
    assert fee.base is not None
    assert fee.difference == (fee.base / 4).quantize(Decimal("0.01"))
    assert fee.difference < -order.sum.net.change


@pytest.mark.parametrize("job", STORIES)
def test_orders_add_up(job: str) -> None:
    """The lines of each order add up to its change, and the orders to that of the contract."""
    contract = ended(job)
    for order in contract.orders:
        assert sum(line.difference for line in order.lines) == order.sum.net.change
    changes = [order.sum.total.change for order in accepted(contract)]
    assert contract.sum.total.earlier == sum(changes)


@pytest.mark.parametrize("job", STORIES)
def test_every_request_is_told(job: str) -> None:
    """Every request among the examples is part of a story."""
    found = {path.stem for path in (EXAMPLES / job / "changes").iterdir()}
    assert found == {step.request for step in STORIES[job]}


@pytest.mark.parametrize("job", STORIES)
def test_no_golden_is_left_over(job: str) -> None:
    """There is a golden for each order, for the sum, and no other."""
    found = {path.name for path in (EXAMPLES / job / "orders").iterdir()}
    made = {f"{order.number}.{end}" for order in ended(job).orders for end in ("txt", "json")}
    if job == "bakery-website":
        made |= {f"CO-001.{language}.txt" for language in LANGUAGES if language != "de"}
    if job == "video-shoot":
        made |= {"refused.txt"}
    assert found == made | {"contract-sum.csv"}


def test_every_story_has_an_example() -> None:
    """Every example with change requests has a story here."""
    assert {path.parent.name for path in EXAMPLES.glob("*/changes")} == {*STORIES}


@pytest.mark.parametrize(("job", "order"), ORDERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_too_wide(job: str, order: qk.ChangeOrder, language: str, width: int) -> None:
    """No line takes more cells than were asked for, and none ends with a space."""
    lines = printed(order, job, language, width).split("\n")
    assert not [line for line in lines if not 0 <= wcswidth(line) <= width]
    assert not [line for line in lines if line.endswith((" ", "\N{IDEOGRAPHIC SPACE}"))]


@pytest.mark.parametrize(("job", "order"), ORDERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left(job: str, order: qk.ChangeOrder, language: str) -> None:
    """The words of the document are English in English, and in no other language."""
    found = [words for words in ENGLISH if words in printed(order, job, language)]
    assert bool(found) == (language == "en")


@pytest.mark.parametrize(("job", "order"), ORDERS)
def test_nothing_private_is_printed(job: str, order: qk.ChangeOrder) -> None:
    """No note and no cost of the seller's own, nor how a request is seen, reaches the client."""
    texts = [printed(order, job, width=1000), qk.render(order, format="json")]
    notes = [*private_notes(order.after.quote)]
    assert notes
    assert not [note for note in notes if any(note in text for text in texts)]
    assert order.request is not None
    assert order.request.value is None or not any(order.request.value in text for text in texts)


def private_notes(quote: qk.Quote) -> Iterator[str]:
    """Yield what the seller has written for itself."""
    for private in (quote.private, *(task.private for task in quote.tasks)):
        if private is not None and private.notes:
            yield private.notes


def accepted(contract: qk.Contract) -> list[qk.ChangeOrder]:
    """Return the orders that were accepted."""
    decisions = contract.decisions
    return [one for one in contract.orders if decisions[str(one.number)].state == "accepted"]


def running_sum(contract: qk.Contract) -> str:
    """Return the contract sum and time as CSV, one row for each order that was accepted."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    first = contract.priced_original
    totals, timeline = first.totals, first.timeline
    assert timeline is not None
    figures = ("", totals.net, "", totals.total, totals.payable, "", timeline.working_days)
    rows.writerow(("original", first.quote.title, *figures, timeline.finish))
    for order in accepted(contract):
        net, total, days = order.sum.net, order.sum.total, order.time.working_days
        rows.writerow(
            (order.number, order.title, net.change, net.after, total.change, total.after,
             order.sum.payable.after, days.change, days.after, order.time.finish_after)
        )  # fmt: skip
    return out.getvalue()
