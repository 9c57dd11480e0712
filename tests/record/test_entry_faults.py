"""An entry that says nothing of its event is named, although its hash is its own."""

from typing import Any

import pytest

from quotekit.errors import InvalidInputError
from quotekit.record import read_journal, seal, timeline
from quotekit.rendering import render
from tests.record.played import AT, ON, SENT, asked, priced

ORDER = priced("blog", "sha256:agreed", "2026-04-10")
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("message", {"on": None}, "data.on: entry 1 (message) does not hold what it should: "),
    ("message", {"on": "2026-02-30"}, "data.on: "),
    ("message", {"on": "2026-05-01"}, "is after the day on which it was written, 2026-04-30"),
    ("message", {"about": 5}, "data.about: "),
    ("message", {"about": None}, "data.about: "),
    ("message", {"minutes": "many"}, "data.minutes: "),
    ("message", {"minutes": "5"}, "this is not written as quotekit writes it"),
    ("message", {"summary": ["x"]}, "data.summary: "),
    ("message", {"summary": "\x1b[2J"}, "data.summary: "),
    ("message", {"channel": " "}, "data.channel: "),
    ("message", {"by": 5}, "data.by: "),
    ("message", {"evidence": "x"}, "data.evidence: "),
    ("message", {"sung": None}, "data.sung: "),
    ("approved", {"evidence": [{"path": "../../etc/passwd", "digest": "d"}]}, "data.evidence[0]"),
    ("approved", {"evidence": [{"path": "/etc/passwd", "digest": "d"}]}, "leads out of the job's"),
    ("approved", {"evidence": [{"path": "c:\\x", "digest": "d"}]}, "leads out of the job's"),
    ("payment", {"amount": 100}, "data.amount: "),
    ("payment", {"amount": "100.00"}, "data.amount: "),
    ("progress", {"task": "blog", "percent": "60 %"}, "data.percent: "),
    ("void", {"seq": 1}, "entry 1 is none of those before it"),
    ("exception_granted", {"term": "nope"}, 'there is no term "nope"'),
    ("exception_granted", {"term": "changes.minimum", "value": "lots"}, "data.value: "),
    ("quote_sent", {**SENT[1], "snapshot": {}}, "this is no snapshot of a quote"),
    ("quote_sent", {**SENT[1], "snapshot": {**SENT[1]["snapshot"], "quote": {}}}, "data.snapshot"),
    (
        "quote_sent",
        {**SENT[1], "snapshot": {**SENT[1]["snapshot"], "order": {"rates": ["x"]}}},
        "this is no snapshot of a quote",
    ),
    (
        "quote_sent",
        {**SENT[1], "snapshot": {k: v for k, v in SENT[1]["snapshot"].items() if k != "holidays"}},
        "this is no snapshot of a quote",
    ),
    (
        "quote_sent",
        {**SENT[1], "snapshot": {**SENT[1]["snapshot"], "agreement": {"changes": 5}}},
        "data.snapshot: ",
    ),
    ("quote_sent", {**SENT[1], "totals": {"total": "lots"}}, "data.totals: "),
    ("change_requested", {"request": {}}, "data.request: "),
    ("change_requested", {"request": {**asked("blog"), "actions": [5]}}, "data.request: "),
    ("change_order_issued", {"number": "CO-001", "digest": "d", "order": {}}, "data.order: "),
    (
        "change_order_issued",
        {"number": "CO-001", "digest": "d", "order": {**ORDER, "change": {}}},
        "data.order: entry 1 (change_order_issued) does not hold what it should: change.net: ",
    ),
    (
        "change_order_issued",
        {"number": "CO-001", "digest": "d", "order": {**ORDER, "request": {}}},
        "data.order: ",
    ),
]


@pytest.mark.parametrize(("event", "data", "words"), WRONG)
def test_nonsense_is_named(event: str, data: dict[str, Any], words: str) -> None:
    """Whatever an event cannot hold is refused when the journal is read, with its entry."""
    data = {"on": ON, **data}
    line = seal(event, data, seq=1, at=AT, recorded_by="mara", prev=None).line()
    with pytest.raises(InvalidInputError) as refused:
        read_journal([line])
    said = str(refused.value)
    assert words in said
    assert f"entry 1 ({event}) does not hold what it should: " in said
    assert {fault.value for fault in refused.value.faults} == {"1"}


@pytest.mark.parametrize("at", ["", "yesterday", "2026-04-30", "2026-04-30T18:00:00"])
@pytest.mark.parametrize("event", ["message", "delivered", "sung"])
def test_no_point_in_time_is_named(at: str, event: str) -> None:
    """An entry of any event was written at a point in time."""
    line = seal(event, {"on": ON}, seq=1, at=at, recorded_by="mara", prev=None).line()
    with pytest.raises(InvalidInputError, match=r"at: entry 1 .* is no point in time"):
        read_journal([line])


@pytest.mark.parametrize(
    "data",
    [{}, {"on": 5, "by": [], "about": 5, "evidence": "x", "reason": {}, "joined_from": []}],
)
def test_event_of_a_later_version_may_hold_anything(data: dict[str, Any]) -> None:
    """It has no day that this version knows of, and goes by its name and when it was written."""
    journal = read_journal([seal("sung", data, seq=1, at=AT, recorded_by="mara", prev=None).line()])
    (one,) = timeline(journal)
    assert (one.on.isoformat(), one.days_late) == ("2026-04-30", 0)
    assert timeline(journal, about="blog") == ()
    assert "sung" in render(timeline(journal), language="en")
    assert '"by": null' in render(timeline(journal), format="json")
