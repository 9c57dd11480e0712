"""A job from the first mail to the end, played through the record: what there is to print of it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from quotekit.changes import ChangeRequest, Contract, issue
from quotekit.pricing import price
from quotekit.quotes import Agreement, Quote, quote_digest
from quotekit.record import (
    Journal,
    append,
    contract,
    kept_order,
    kept_request,
    selected_quote,
    snapshot,
    status,
)
from tests.rendering.printed_orders import TASKS, agreement, quote, request

MAIL = "3f9a2c41b07d5e66" * 4
EVIDENCE = [{"path": "evidence/3f9a2c41b07d-mail.eml", "digest": f"sha256:{MAIL}"}]
CLIENT, SELLER = "Jonas Weber", "Mara Lindqvist"

SCREENS = {
    **TASKS[0],
    "description": "Home, range, branches, about us, pre-order, contact.",
    "deliverables": ["Six screens as a Figma file", "A page of colours and type"],
    "done_when": "The client approves all screens in writing.",
    "not_included": ["Logo", "Illustrations"],
    "rights": ["Exclusive use on the website, for all time"],
}
SHOP = {
    "id": "shop", "title": "Online shop", "price": "2400", "days": "6", "option": "mail-order",
}  # fmt: skip
TERMS: Mapping[str, Any] = {
    "contact": {
        "update_every_days": 5, "reply_days": 2, "messages_per_week": 2, "extra_hour_rate": "60",
    },
    "late_payment": {"percent": "1.5", "per": "month", "fee": "40"},
}  # fmt: skip


def terms() -> Agreement:
    """Return the service agreement of the job."""
    stated = agreement().model_dump(exclude_unset=True, by_alias=True)
    return Agreement.model_validate({**stated, **TERMS})


def offered(**keys: object) -> Quote:
    """Return the quote that goes out."""
    stated: dict[str, Any] = {
        "tasks": [SCREENS, *TASKS[1:], SHOP],
        "option_titles": {"mail-order": "Mail order"},
        "client": {"name": "Sonnental GmbH", "contact": CLIENT},
        "date": "2026-03-02",
        "valid_until": "2026-04-01",
        "scope": [
            {
                "item": "Photos of the bakery", "answer": "client_supplies", "by": "2026-04-10",
                "task": "frontend",
            },
            {"item": "Logo file", "answer": "client_supplies"},
        ],
    }  # fmt: skip
    return quote(**{**stated, **keys})


class Job:
    """Play a job step by step; the journal grows with each."""

    def __init__(self, start: Quote, under: Agreement | None) -> None:
        """Begin with a quote and an agreement, and nothing recorded."""
        self.quote, self.agreement = start, under
        self.journal = Journal()

    @property
    def contract(self) -> Contract:
        """Return what is agreed."""
        return contract(self.journal)

    def step(self, event: str, on: str, *, written: str = "", **data: Any) -> int:
        """Record an event, on the same day unless it was written on another; return its number."""
        at = f"{written or on}T10:00:00Z"
        self.journal = append(self.journal, event, {"on": on, **data}, at=at, by="mara")
        return len(self.journal.entries)

    def send(self, on: str) -> None:
        """Send the quote."""
        priced = price(self.quote)
        self.step(
            "quote_sent", on, by=SELLER, number=self.quote.number,
            revision=1, digest=priced.digest,
            snapshot=snapshot(self.quote, self.agreement, "0.1.0"),
            totals={"net": f"{priced.totals.net:f}", "total": f"{priced.totals.total:f}"},
            valid_until=None if self.quote.valid_until is None else str(self.quote.valid_until),
        )  # fmt: skip

    def accept(self, on: str, *selected: str, **how: Any) -> None:
        """Let the client accept the quote, with some options."""
        agreed = quote_digest(selected_quote(self.quote, selected))
        self.step(
            "quote_accepted", on, by=CLIENT, sent=price(self.quote).digest, agreed=agreed,
            selected=list(selected), **how,
        )  # fmt: skip

    def ask(self, asked: ChangeRequest) -> None:
        """Let the client ask for a change."""
        on = str(asked.requested_on)
        self.step("change_requested", on, by=CLIENT, request=kept_request(asked))

    def order(self, asked: ChangeRequest, on: str) -> str:
        """Record a request and issue its order; return the number."""
        self.ask(asked)
        now = status(self.journal)
        order = issue(
            self.contract, asked, on=date.fromisoformat(on), progress=now.progress, paid=now.settled
        )
        self.step(
            "change_order_issued", on, by=SELLER, number=order.number, order=kept_order(order),
            digest=order.revised,
        )  # fmt: skip
        return str(order.number)

    def agree(self, number: str, on: str, **how: Any) -> None:
        """Let the client accept an order."""
        digest = self.contract.order(number).revised
        self.step("change_order_accepted", on, by=CLIENT, number=number, digest=digest, **how)


LARGER = request(
    {"revise": "screens", "set": {"quantity": "30"}, "because": "two more screens"},
    id="larger", title="Two more screens", requested_on="2026-04-13", value="constructive",
)  # fmt: skip
BLOG = request(
    {"add": {"id": "blog", "title": "Blog", "rate": "development", "quantity": "10"}},
    {"revise": "screens", "set": {"done_when": "The client approves eight screens."}},
    id="blog", title="A blog", requested_on="2026-04-15", value="preference", contradicts=2,
)  # fmt: skip
COLOURS = request(
    {"revise": "screens", "set": {"quantity": "33"}},
    id="colours", title="Warmer colours", kind="revision", requested_on="2026-04-20",
)  # fmt: skip
NEWSLETTER = request(
    {"add": {"id": "news", "title": "Newsletter", "price": "600", "days": "2"}},
    id="news", title="A newsletter", requested_on="2026-04-20",
)  # fmt: skip
NO_FONTS = request({"remove": "fonts"}, id="fonts", title="No fonts", requested_on="2026-04-22")
GAME = request(
    {"add": {"id": "game", "title": "Game", "price": "900"}},
    id="game", title="A game", requested_on="2026-04-22",
)  # fmt: skip


@cache
def played() -> Journal:
    """Play the whole job, and return its record."""
    job = Job(offered(), terms())
    job.send("2026-03-02")
    job.accept("2026-03-05", method="mail", evidence=EVIDENCE)
    job.step("payment", "2026-03-09", by=CLIENT, amount="2285.01", **{"for": "deposit"})
    job.step(
        "message", "2026-03-10", by=SELLER, channel="mail", summary="We begin after Easter.",
        initiated_by="seller", to=CLIENT, **{"from": SELLER},
    )  # fmt: skip
    job.step("progress", "2026-04-10", by=SELLER, task="screens", percent="25")
    assert job.order(LARGER, "2026-04-14") == "CO-001"
    job.step("proceed_instructed", "2026-04-14", by=CLIENT, number="CO-001", limit="300")
    job.agree("CO-001", "2026-04-15", method="phone")
    assert job.order(BLOG, "2026-04-16") == "CO-002"
    job.step(
        "change_order_declined", "2026-04-17", by=CLIENT, number="CO-002",
        reason="too expensive this year",
    )  # fmt: skip
    job.step(
        "exception_granted", "2026-04-17", by=SELLER, term="changes.handling_fee", value="0",
        reason="third job together",
    )  # fmt: skip
    wrong = job.step("progress", "2026-04-17", by=SELLER, task="frontend", percent="90")
    job.step("void", "2026-04-17", by=SELLER, seq=wrong, reason="it was the screens")
    job.step(
        "message", "2026-04-17", written="2026-04-20", by=CLIENT, channel="chat",
        summary="Where are the new screens?", about=["screens"], minutes=20,
    )  # fmt: skip
    for summary in ("And the colours?", "One more idea"):
        job.step("message", "2026-04-20", by=CLIENT, summary=summary, minutes=30)
    assert job.order(COLOURS, "2026-04-20") == "CO-003"
    job.agree("CO-003", "2026-04-20", method="chat")
    assert job.order(NEWSLETTER, "2026-04-20") == "CO-004"
    assert job.order(NO_FONTS, "2026-04-22") == "CO-005"
    job.agree("CO-005", "2026-04-22", method="mail")
    job.ask(GAME)
    job.step("change_request_closed", "2026-04-23", by=SELLER, request="game", reason="withdrawn")
    job.step("approved", "2026-04-23", by=CLIENT, task="screens", method="meeting")
    return job.journal
