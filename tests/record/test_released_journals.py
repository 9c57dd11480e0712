"""Journals that releases wrote verify with every later one, and come to the same."""

from datetime import date
from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import load_journal
from quotekit.record import (
    Journal,
    agreed,
    append,
    contract,
    seal,
    state,
    status,
    timeline,
    verify,
)
from quotekit.rendering import render

RELEASED = sorted(Path(__file__).with_name("released").glob("*.jsonl"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Return the journal of one release; each was played by the same steps."""
    found: Path = request.param
    return found


def test_it_verifies(path: Path) -> None:
    """Entry by entry, against the mark on the paper that the client holds."""
    journal = load_journal(path)
    assert [entry.seq for entry in journal.entries] == list(range(1, 20))
    verify(journal, "13:" + journal.entries[12].hash.removeprefix("sha256:")[:16])


def test_it_comes_to_the_same_contract(path: Path) -> None:
    """Net, total, time and progress, priced from what the journal holds alone."""
    journal = load_journal(path)
    made = contract(journal)
    assert [str(step) for step in (made.sum.net.original, made.sum.net.after)] == [
        "8203.62",
        "9980.12",
    ]
    assert str(made.sum.total.after) == "11674.57"
    assert made.time.working_days.after == 20
    assert state(journal).agreed == made.priced.digest
    now = status(journal, date(2026, 4, 20))
    assert set(now.progress) == {"screens"}
    assert str(now.paid) == "2876.37"
    assert now.state.received == {"Logo als Vektordatei": date(2026, 4, 18)}


def test_it_still_knows_who_agreed_to_what(path: Path) -> None:
    """And what was declined."""
    answer = agreed(load_journal(path), "screens", date(2026, 4, 20))
    assert [(one.what, one.on.isoformat(), one.by) for one in answer.accepted] == [
        ("quote", "2026-03-05", "Jonas Weber"),
        ("CO-001", "2026-04-03", "Jonas Weber"),
        ("CO-002", "2026-04-11", "Jonas Weber"),
    ]
    assert [(one.what, one.reason) for one in answer.refused] == [("CO-003", "too dear")]


def test_event_of_a_later_version_is_kept_and_counts_for_nothing(path: Path) -> None:
    """It goes by its name, and can be voided like any other."""
    journal = load_journal(path)
    before = status(journal)
    later = seal(
        "sung", {"on": "2026-04-20"}, seq=20, at="2026-04-20T10:00:00Z", recorded_by="mara",
        prev=journal.head,
    )  # fmt: skip
    grown = journal.with_entry(later)
    assert "sung" in render(timeline(grown), language="en")
    assert status(grown, before.on).paid == before.paid
    voided = append(
        grown, "void", {"on": "2026-04-20", "seq": 20}, at="2026-04-20T11:00:00Z", by="mara"
    )
    assert [entry.seq for entry in voided.in_force][-1] == 17


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("quote_sent", {"number": "Q-1", "revision": 1, "digest": "d", "totals": {}}),
        ("change_requested", {"request": {}}),
        ("change_order_issued", {"number": "CO-009", "digest": "d", "order": {"request": {}}}),
    ],
)
def test_nonsense_with_a_sound_hash_is_named(event: str, data: dict[str, object]) -> None:
    """Somebody sealed it by hand; no question ends in a slip of the program."""
    made = {"on": "2026-04-20", **data, **({"snapshot": {}} if event == "quote_sent" else {})}
    entries = [seal(event, made, seq=1, at="2026-04-20T10:00:00Z", recorded_by="mara", prev=None)]
    if event == "quote_sent":
        accepted = {"on": "2026-04-20", "sent": "d", "agreed": "d"}
        entries.append(
            seal(
                "quote_accepted", accepted, seq=2, at="2026-04-20T10:00:00Z", recorded_by="mara",
                prev=entries[0].hash,
            )
        )  # fmt: skip
    with pytest.raises(InvalidInputError, match="does not hold what it should"):
        status(Journal(tuple(entries)))
