"""The timeline of a job as JSON."""

from collections.abc import Iterable
from typing import Any

from quotekit.record import Happening


def log_json(happened: Iterable[Happening]) -> dict[str, Any]:
    """Return what happened as plain data (`log/1`), each entry as it was recorded."""
    return {"quotekit": "log/1", "entries": [happening_json(one) for one in happened]}


def happening_json(one: Happening) -> dict[str, Any]:
    """Return one entry of the timeline as plain data; `data` is what the entry holds."""
    entry = one.entry
    return {
        "seq": entry.seq,
        "on": one.on.isoformat(),
        "event": entry.event,
        "by": entry.data.get("by") if one.is_known else None,
        "at": entry.at,
        "recorded_by": entry.recorded_by,
        "days_late": one.days_late,
        "voided_by": one.voided_by,
        "hash": entry.hash,
        "data": dict(entry.data),
    }
