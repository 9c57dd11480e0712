"""What was agreed as JSON: the subject as of a day, who accepted it, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quotekit.pricing import Line, PricedQuote, TaskDates
from quotekit.quotes import written
from quotekit.record import Acceptance, Answer, Refusal
from quotekit.rendering.json_document import line_json
from quotekit.rendering.log_json import happening_json


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return what was agreed about a subject on a day as plain data (`agreed/1`).

    Amounts have the decimals of the currency. Nothing private is in it.
    """
    priced, totals = answer.priced, answer.priced.totals
    timeline = priced.timeline
    return {
        "quotekit": "agreed/1",
        "subject": answer.subject,
        "kind": answer.kind,
        "on": answer.on.isoformat(),
        "quote": priced.number,
        "digest": priced.digest,
        "currency": priced.currency,
        "sum": {
            "net": f"{totals.net:f}",
            "total": f"{totals.total:f}",
            "payable": f"{totals.payable:f}",
        },
        "time": {
            "working_days": None if timeline is None else timeline.working_days,
            "finish": None if timeline is None else _day(timeline.finish),
        },
        "lines": [_line(line, priced) for line in answer.lines],
        "value": answer.value,
        "accepted": [_acceptance(one) for one in answer.accepted],
        "refused": [_refusal(one) for one in answer.refused],
        "messages": [happening_json(one) for one in answer.messages],
        "later": [happening_json(one) for one in answer.later],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _line(line: Line, priced: PricedQuote) -> dict[str, Any]:
    """Return a line as it was priced, the text of its task, and when the work is planned."""
    text = written(line.task)
    text.pop("private", None)
    dates = _dates(priced).get(line.id)
    return {
        **line_json(line),
        "start": None if dates is None else dates.start.isoformat(),
        "finish": None if dates is None else dates.finish.isoformat(),
        "text": text,
    }


def _dates(priced: PricedQuote) -> Mapping[str, TaskDates]:
    timeline = priced.timeline
    return {} if timeline is None else {task.id: task for task in timeline.tasks}


def _acceptance(one: Acceptance) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "what": one.what,
        "on": one.on.isoformat(),
        "by": one.by,
        "method": one.method,
        "evidence": [dict(paper) for paper in one.evidence],
    }


def _refusal(one: Refusal) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "what": one.what,
        "title": one.title,
        "event": one.event,
        "on": one.on.isoformat(),
        "by": one.by,
        "reason": one.reason,
        "net": None if one.net is None else f"{one.net:f}",
    }
