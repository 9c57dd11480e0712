"""Each step in each phase is allowed or refused as the table says."""

import pytest

from quotekit.record import TABLE, state
from tests.record.played import (
    ACCEPTED,
    ENDED,
    ISSUED,
    PHASES,
    REQUESTED,
    SENT,
    Step,
    added,
    changed,
    played,
    refusals,
    said,
)

ALLOWED = {
    "quote_sent": "open sent",
    "quote_accepted": "sent",
    "quote_declined": "sent",
    "quote_withdrawn": "sent",
    "change_requested": "accepted",
    "change_request_closed": "accepted",
    "change_order_issued": "accepted",
    "change_order_accepted": "accepted",
    "change_order_declined": "accepted",
    "change_order_withdrawn": "accepted",
    "proceed_instructed": "accepted",
    "message": "open sent accepted ended",
    "progress": "accepted",
    "approved": "accepted",
    "delivered": "accepted",
    "received": "accepted ended",
    "payment": "open sent accepted ended",
    "exception_granted": "open sent accepted",
    "ended": "accepted",
    "reopened": "ended",
    "void": "open sent accepted ended",
}
OPEN_REQUEST = [*PHASES["accepted"], REQUESTED]
PENDING = [*OPEN_REQUEST, ISSUED]
DIGEST = {"digest": "sha256:sent"}
NUMBER = {"number": "CO-001"}
REVISED = {"digest": "sha256:revised"}
STEPS: dict[str, tuple[Step, list[Step]]] = {
    "quote_sent": (SENT, []),
    "quote_accepted": (ACCEPTED, []),
    "quote_declined": (("quote_declined", DIGEST), []),
    "quote_withdrawn": (("quote_withdrawn", DIGEST), []),
    "change_requested": (REQUESTED, []),
    "change_request_closed": (("change_request_closed", {"request": "blog"}), [REQUESTED]),
    "change_order_issued": (ISSUED, [REQUESTED]),
    "change_order_accepted": (
        ("change_order_accepted", {**NUMBER, "digest": "sha256:revised"}),
        [REQUESTED, ISSUED],
    ),
    "change_order_declined": (("change_order_declined", NUMBER), [REQUESTED, ISSUED]),
    "change_order_withdrawn": (("change_order_withdrawn", NUMBER), [REQUESTED, ISSUED]),
    "proceed_instructed": (("proceed_instructed", NUMBER), [REQUESTED, ISSUED]),
    "message": (("message", {"summary": "Hello"}), []),
    "progress": (("progress", {"task": "blog", "percent": 50}), []),
    "approved": (("approved", {}), []),
    "delivered": (("delivered", {}), []),
    "received": (("received", {"item": "logo"}), []),
    "payment": (("payment", {"amount": 100}), []),
    "exception_granted": (("exception_granted", {"term": "changes.handling_fee"}), []),
    "ended": (ENDED, []),
    "reopened": (("reopened", {}), []),
    "void": (("void", {"seq": 1}), []),
}
"""A step of each kind, and what it needs beside its phase."""


def test_every_event_is_tried() -> None:
    """The tables of this test and of the package speak of the same events."""
    assert ALLOWED.keys() == STEPS.keys() == TABLE.keys()


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", ALLOWED)
def test_step_in_phase(name: str, phase: str) -> None:
    """A step is added where the table allows it, and refused with what is allowed elsewhere."""
    (_, data), needed = STEPS[name]
    journal = played(*PHASES[phase])
    assert state(journal).phase == phase
    if phase not in ALLOWED[name].split():
        # On another day: an identical step is no step at all.
        (fault,) = refusals(journal, name, **{**data, "on": "2026-04-04"})
        assert (fault.code, fault.value) == ("not_allowed", name)
        assert fault.message.startswith(f"{name} is not allowed now: ")
        allowed = [other for other, phases in ALLOWED.items() if phase in phases.split()]
        assert fault.remedy == f"allowed now: {', '.join(allowed)}"
        return
    if phase == "sent" and name == "quote_sent":
        data = {**data, "revision": 2}
    if phase == "accepted":
        journal = played(*PHASES[phase], *needed)
    if name == "void":
        # Nothing rests on the last entry.
        journal = added(journal, "message")
        data = {"seq": len(journal.entries)}
    grown = added(journal, name, **data)
    assert grown.entries[:-1] == journal.entries
    assert grown.entries[-1].event == name


@pytest.mark.parametrize(
    ("before", "step", "fact"),
    [
        ([], changed(SENT, revision=2), "this would be revision 2; send it as 1"),
        ([SENT], changed(SENT, revision=3), "this would be revision 3"),
        ([SENT], changed(ACCEPTED, sent="sha256:x"), "the quote that was sent last is another"),
        (
            [SENT, changed(SENT, revision=2, digest="sha256:new")],
            ACCEPTED,
            "the quote that was sent last is another one",
        ),
        ([SENT], ("quote_declined", {"digest": "sha256:x"}), "the quote that was sent last is"),
        ([SENT], ("quote_withdrawn", {"digest": "sha256:x"}), "the quote that was sent last is"),
        (
            [changed(SENT, valid_until="2026-04-02")],
            ACCEPTED,
            "the quote was valid until 2026-04-02; say why it is honoured all the same",
        ),
        (
            [SENT],
            changed(ACCEPTED, on="2026-04-02"),
            "the quote was sent on 2026-04-03, after 2026-04-02; check the day",
        ),
        (
            [SENT],
            ("quote_declined", {**DIGEST, "on": "2026-04-02"}),
            "the quote was sent on 2026-04-03, after 2026-04-02; check the day",
        ),
        (
            OPEN_REQUEST,
            changed(ISSUED, on="2026-04-02"),
            "what CO-001 rests on was agreed on 2026-04-03, after 2026-04-02; check the day",
        ),
        (
            PENDING,
            ("change_order_accepted", {**NUMBER, "digest": "d", "on": "2026-04-02"}),
            "CO-001 was issued on 2026-04-03, after 2026-04-02; check the day",
        ),
        (
            PENDING,
            ("change_order_withdrawn", {**NUMBER, "on": "2026-04-02"}),
            "CO-001 was issued on 2026-04-03, after 2026-04-02; check the day",
        ),
        (OPEN_REQUEST, changed(REQUESTED, on="2026-04-04"), 'a request "blog" is recorded already'),
        (
            PHASES["accepted"],
            ("change_request_closed", {"request": "blog"}),
            'there is no request "blog"; there are no requests yet',
        ),
        (
            [*OPEN_REQUEST, ("change_request_closed", {"request": "blog"})],
            ("change_request_closed", {"request": "blog", "on": "2026-04-05"}),
            'the request "blog" is closed already',
        ),
        (PHASES["accepted"], ISSUED, 'the request "blog" is not recorded; record it first'),
        (PENDING, changed(ISSUED, digest="sha256:x"), "the number CO-001 is used already"),
        (
            OPEN_REQUEST,
            changed(ISSUED, order={**ISSUED[1]["order"], "base": "sha256:sent"}),
            "CO-001 was not priced on the agreed quote; price it anew",
        ),
        (OPEN_REQUEST, changed(ISSUED, supersedes="CO-000"), "there is no order CO-000"),
        (
            OPEN_REQUEST,
            ("change_order_declined", NUMBER),
            "there is no change order CO-001; there are no orders yet",
        ),
        (
            [*PENDING, ("change_order_declined", NUMBER)],
            ("change_order_withdrawn", NUMBER),
            "CO-001 is declined already; issue it anew",
        ),
        (
            [*PENDING, ("change_order_withdrawn", NUMBER)],
            ("proceed_instructed", NUMBER),
            "CO-001 is withdrawn already",
        ),
        (
            PENDING,
            ("change_order_accepted", {**NUMBER, **REVISED, "on": "2026-04-11"}),
            "CO-001 was valid until 2026-04-10; say why it is honoured all the same",
        ),
        (
            [
                *PENDING,
                changed(ISSUED, number="CO-002", digest="sha256:second"),
                ("change_order_accepted", {"number": "CO-002", "digest": "sha256:second"}),
            ],
            ("change_order_accepted", {**NUMBER, "digest": "d"}),
            "CO-001 was priced on a quote that is no longer agreed; reissue it",
        ),
        (
            [*PENDING, changed(ISSUED, number="CO-002", supersedes="CO-001")],
            ("change_order_accepted", {**NUMBER, "digest": "d"}),
            "CO-001 is superseded already",
        ),
        (
            [*PHASES["accepted"], ("progress", {"task": "blog", "percent": 50})],
            ("progress", {"task": "blog", "percent": 40}),
            '"blog" was 50 % done already; say why it goes down',
        ),
    ],
)
def test_step_that_its_phase_allows_and_its_rule_does_not(
    before: list[Step], step: Step, fact: str
) -> None:
    """What else a step needs is told with what to do."""
    (line,) = said(played(*before), step[0], **step[1])
    assert line.startswith(fact)


@pytest.mark.parametrize(
    ("before", "step"),
    [
        (
            [changed(SENT, valid_until="2026-04-02")],
            changed(ACCEPTED, honour_expired="It was Easter"),
        ),
        ([changed(SENT, valid_until="2026-04-03")], ACCEPTED),
        (
            PENDING,
            (
                "change_order_accepted",
                {**NUMBER, **REVISED, "on": "2026-04-11", "honour_expired": "Easter"},
            ),
        ),
        (PENDING, ("change_order_accepted", {**NUMBER, **REVISED, "on": "2026-04-10"})),
        (
            [
                *PENDING,
                changed(ISSUED, number="CO-002", digest="sha256:second"),
                ("change_order_accepted", {"number": "CO-002", "digest": "sha256:second"}),
            ],
            (
                "change_order_accepted",
                {**NUMBER, "digest": "d", "rebased_from": "sha256:agreed"},
            ),
        ),
        (
            [*PHASES["accepted"], ("progress", {"task": "blog", "percent": 50})],
            ("progress", {"task": "blog", "percent": 40, "reason": "The texts changed"}),
        ),
        ([SENT, ("quote_declined", DIGEST)], changed(SENT, revision=2)),
    ],
)
def test_step_with_its_reason_is_added(before: list[Step], step: Step) -> None:
    """A day in time, a reason or another base lets a step through."""
    journal = played(*before)
    assert len(added(journal, step[0], **step[1]).entries) == len(journal.entries) + 1
