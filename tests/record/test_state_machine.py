"""Whatever is tried in whatever order, the record takes what its table allows and no more."""

from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quotekit.errors import NotAllowedError
from quotekit.files import append_event, load_journal
from quotekit.record import event_of, state, verify
from tests.record.plain_model import Said, come_to, voided
from tests.record.played import ACCEPTED, AT, REQUESTED, SENT, SNAPSHOT, asked, priced

DAYS = st.dates(date(2026, 4, 1), date(2026, 4, 12))
QUOTES = st.sampled_from(["sha256:sent", "sha256:q2"])
AGREED = st.sampled_from(["sha256:agreed", "sha256:sent", "sha256:q2", "sha256:o1"])
REQUESTS = st.sampled_from(["blog", "shop"])
NUMBERS = st.sampled_from(["CO-001", "CO-002", "CO-003"])
UNTIL = st.sampled_from(["2026-04-05", "2026-04-20"])
REASON = st.just("As agreed by phone")


class Record(RuleBasedStateMachine):
    """Add steps to a journal on the disk, and hold it against a plain model."""

    def __init__(self) -> None:
        """Begin with no journal."""
        super().__init__()
        self.folder = Path(mkdtemp())
        self.path = self.folder / "journal.jsonl"
        self.steps: list[Said] = []

    @initialize(agreed=st.booleans())
    def begin(self, *, agreed: bool) -> None:
        """Begin with nothing, or where most of a job goes on: with a quote that is agreed."""
        if agreed:
            for name, data in [SENT, ACCEPTED, REQUESTED]:
                self.attempt(name, on=date(2026, 4, 1), **data)

    def teardown(self) -> None:
        """Leave nothing behind."""
        rmtree(self.folder)

    def bytes_now(self) -> bytes:
        """Return every byte of the journal."""
        return self.path.read_bytes() if self.path.exists() else b""

    def is_repeated(self, name: str, said: dict[str, Any]) -> bool:
        """Say whether the latest step about the same thing says the same."""
        gone = voided(self.steps)
        subjects = ("number", "task", "item", "term", "for", "seq")
        for seq, other, data in reversed(self.steps):
            if name == "message" and (seq, other) != (len(self.steps), "message"):
                return False
            if other != name or (seq in gone and name != "message"):
                continue
            if name in {"change_requested", "change_request_closed"}:
                if data["request"] != said["request"]:
                    continue
            elif any(data.get(key) != said.get(key) for key in subjects):
                continue
            return data == said
        return False

    def attempt(self, name: str, **data: Any) -> None:
        """Take a step, and see that the record and the model agree about it."""
        data = {key: value for key, value in data.items() if value is not None}
        before = self.bytes_now()
        try:
            done = append_event(self.path, event_of(name, data), at=AT, by="mara")
        except NotAllowedError:
            assert not self.is_allowed(name, data)
            assert not self.is_repeated(name, data)
            assert self.bytes_now() == before
            return
        if not done.is_new:
            assert self.is_repeated(name, data)
            assert self.bytes_now() == before
            return
        assert self.is_allowed(name, data)
        assert not self.is_repeated(name, data)
        self.steps.append((len(self.steps) + 1, name, data))
        assert self.bytes_now().startswith(before)

    def is_allowed(self, name: str, data: dict[str, Any]) -> bool:
        """Say whether the model takes a step."""
        if name == "void":
            if data["seq"] > len(self.steps) or data["seq"] in voided(self.steps):
                return False
            return come_to([*self.steps, (len(self.steps) + 1, name, data)]) is not None
        model = come_to(self.steps)
        assert model is not None
        return model.takes(name, data)

    @rule(on=DAYS, digest=QUOTES, more=st.sampled_from([1, 1, 1, 2]), until=UNTIL | st.none())
    def send(self, on: date, digest: str, more: int, until: str | None) -> None:
        """Send a quote, most often as the revision that is next."""
        model = come_to(self.steps)
        assert model is not None
        self.attempt(
            "quote_sent", on=on, number="Q-1", revision=model.revision + more, digest=digest,
            snapshot=SNAPSHOT, totals={}, valid_until=until,
        )  # fmt: skip

    @rule(on=DAYS, sent=QUOTES, agreed=AGREED, late=REASON | st.none())
    def accept(self, on: date, sent: str, agreed: str, late: str | None) -> None:
        """Accept a quote."""
        self.attempt("quote_accepted", on=on, sent=sent, agreed=agreed, honour_expired=late)

    @rule(on=DAYS, name=st.sampled_from(["quote_declined", "quote_withdrawn"]), digest=QUOTES)
    def refuse(self, on: date, name: str, digest: str) -> None:
        """Decline a quote, or withdraw it."""
        self.attempt(name, on=on, digest=digest)

    @rule(on=DAYS, name=REQUESTS)
    def request(self, on: date, name: str) -> None:
        """Ask for a change."""
        self.attempt("change_requested", on=on, request=asked(name))

    @rule(on=DAYS, name=REQUESTS)
    def close(self, on: date, name: str) -> None:
        """Close a request."""
        self.attempt("change_request_closed", on=on, request=name)

    @rule(
        on=DAYS, number=NUMBERS, name=REQUESTS, base=AGREED | st.none(), digest=AGREED,
        until=UNTIL, old=NUMBERS | st.none(),
    )  # fmt: skip
    def issue(  # noqa: PLR0913, PLR0917 - one for each thing an order says
        self, on: date, number: str, name: str, base: str | None, digest: str, until: str,
        old: str | None,
    ) -> None:  # fmt: skip
        """Issue an order, most often on what is agreed."""
        model = come_to(self.steps)
        assert model is not None
        order = priced(name, base or model.agreed or "sha256:agreed", until)
        self.attempt(
            "change_order_issued", on=on, number=number, order=order, digest=digest,
            supersedes=old,
        )  # fmt: skip

    @rule(on=DAYS, number=NUMBERS, late=REASON | st.none(), rebased=AGREED | st.none())
    def accept_order(self, on: date, number: str, late: str | None, rebased: str | None) -> None:
        """Accept an order."""
        self.attempt(
            "change_order_accepted", on=on, number=number, digest="sha256:o1",
            honour_expired=late, rebased_from=rebased,
        )  # fmt: skip

    @rule(
        on=DAYS,
        number=NUMBERS,
        name=st.sampled_from(
            ["change_order_declined", "change_order_withdrawn", "proceed_instructed"]
        ),
    )
    def decide(self, on: date, number: str, name: str) -> None:
        """Decline or withdraw an order, or have it begun."""
        self.attempt(name, on=on, number=number)

    @rule(on=DAYS, task=REQUESTS, percent=st.sampled_from([0, 50, 100]), why=REASON | st.none())
    def go_on(self, on: date, task: str, percent: int, why: str | None) -> None:
        """Say how far a task has come."""
        self.attempt("progress", on=on, task=task, percent=percent, reason=why)

    @rule(
        on=DAYS,
        step=st.sampled_from(
            [
                ("message", {"summary": "Hello"}),
                ("payment", {"amount": 100}),
                ("approved", {"task": "blog"}),
                ("delivered", {}),
                ("received", {"item": "logo"}),
                ("exception_granted", {"term": "changes.minimum"}),
                ("ended", {"cause": "completed"}),
                ("reopened", {}),
            ]
        ),
    )
    def take(self, on: date, step: tuple[str, dict[str, Any]]) -> None:
        """Take a step that needs nothing but its phase."""
        self.attempt(step[0], on=on, **step[1])

    @precondition(lambda self: self.steps)
    @rule(on=DAYS, back=st.integers(-1, 3))
    def void(self, on: date, back: int) -> None:
        """Take back one of the last steps, or one that is not there."""
        self.attempt("void", on=on, seq=max(1, len(self.steps) - back))

    @invariant()
    def holds(self) -> None:
        """See that the chain is whole and the state is that of the model."""
        if not self.path.exists():
            assert not self.steps
            return
        journal = load_journal(self.path)
        verify(journal)
        assert [entry.event for entry in journal.entries] == [step[1] for step in self.steps]
        now, model = state(journal), come_to(self.steps)
        assert model is not None
        assert (now.phase, now.revision, now.agreed) == (model.phase, model.revision, model.agreed)
        assert now.requests == model.requests
        statuses = {number: order["status"] for number, order in model.orders.items()}
        assert {number: order.status for number, order in now.orders.items()} == statuses
        assert now.progress == model.percent


TestRecord = Record.TestCase
TestRecord.settings = settings(
    max_examples=max(25, settings().max_examples // 4), stateful_step_count=30
)
