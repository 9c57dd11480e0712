"""Events say what the record needs of them, and nothing else."""

from datetime import date
from typing import Any

import pytest

from quotekit.errors import InvalidInputError
from quotekit.record import EVENTS, TABLE, event_of
from tests.record.played import ON, SNAPSHOT, asked, event, priced

NEEDED: dict[str, dict[str, Any]] = {
    "quote_sent": {
        "number": "Q-1", "revision": 1, "digest": "d", "snapshot": SNAPSHOT, "totals": {},
    },
    "quote_accepted": {"sent": "d", "agreed": "d"},
    "quote_declined": {"digest": "d"},
    "quote_withdrawn": {"digest": "d"},
    "change_requested": {"request": asked("blog")},
    "change_request_closed": {"request": "blog"},
    "change_order_issued": {
        "number": "CO-001", "order": priced("blog", "d", "2026-04-10"), "digest": "d",
    },
    "change_order_accepted": {"number": "CO-001", "digest": "d"},
    "change_order_declined": {"number": "CO-001"},
    "change_order_withdrawn": {"number": "CO-001"},
    "proceed_instructed": {"number": "CO-001"},
    "message": {},
    "progress": {"task": "blog", "percent": 50},
    "approved": {},
    "delivered": {},
    "received": {"item": "logo"},
    "payment": {"amount": 100},
    "exception_granted": {"term": "changes.handling_fee"},
    "ended": {"cause": "completed"},
    "reopened": {},
    "void": {"seq": 1},
}  # fmt: skip
"""What each event cannot do without, beside its day."""


def test_every_event_has_its_rule() -> None:
    """The events, what they need and when they are allowed are three lists of the same names."""
    assert EVENTS.keys() == TABLE.keys() == NEEDED.keys()


@pytest.mark.parametrize("name", NEEDED)
def test_event_needs_its_data(name: str) -> None:
    """An event is read from what it needs, and refused without any one part of it."""
    made = event(name, **NEEDED[name])
    assert (made.name, made.on) == (name, date(2026, 4, 3))
    for key in NEEDED[name]:
        rest = {other: value for other, value in NEEDED[name].items() if other != key}
        with pytest.raises(InvalidInputError) as refused:
            event(name, **rest)
        assert [fault.path for fault in refused.value.faults] == [key]
    with pytest.raises(InvalidInputError):
        event_of(name, NEEDED[name])


@pytest.mark.parametrize("name", NEEDED)
def test_event_knows_its_keys_only(name: str) -> None:
    """A key that is none of an event's is refused."""
    with pytest.raises(InvalidInputError) as refused:
        event(name, **NEEDED[name], private="what I think of it")
    assert [fault.path for fault in refused.value.faults] == ["private"]


@pytest.mark.parametrize("name", NEEDED)
def test_entry_holds_every_key(name: str) -> None:
    """No key of the event is left out: what was not stated is null, or a list of nothing."""
    made = event(name, **NEEDED[name])
    kept = made.plain()
    keys = {field.alias or key for key, field in EVENTS[name].model_fields.items()}
    assert kept.keys() == keys - {"joined_from"}
    rest = {key: kept[key] for key in kept.keys() - NEEDED[name].keys() - {"on", "task"}}
    assert all(value is None or value == [] for value in rest.values())
    assert event_of(name, kept) == made


def test_all_of_the_work_is_said() -> None:
    """Who reads that something was approved is told whether it is a task or all."""
    assert event("approved").plain()["task"] == "all"


def test_unknown_event_is_refused() -> None:
    """A name that is no event is told with those that are."""
    with pytest.raises(InvalidInputError, match=r'no event "signed"; known: quote_sent, '):
        event_of("signed", {"on": ON})


def test_message_and_payment_keep_their_words() -> None:
    """`from` and `for` are what the entry says, and amounts are text."""
    assert event("message", **{"from": "Anna"}).plain()["from"] == "Anna"
    paid = event("payment", **{"amount": "-120.50", "for": "deposit"})
    assert paid.plain() == {"on": ON, "by": None, "amount": "-120.5", "for": "deposit"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ended", {"cause": "bored"}),
        ("progress", {"task": "blog", "percent": 101}),
        ("progress", {"task": "blog", "percent": -1}),
        ("void", {"seq": 0}),
        ("message", {"minutes": -5}),
        ("message", {"minutes": "five"}),
        ("message", {"about": ["../secret"]}),
        ("payment", {"amount": "ten"}),
        ("message", {"on": "2026-02-30"}),
    ],
)
def test_wrong_value_is_refused(name: str, data: dict[str, Any]) -> None:
    """A value that an event cannot have is bad input."""
    with pytest.raises(InvalidInputError):
        event(name, **data)
