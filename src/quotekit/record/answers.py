"""What was agreed on a day: about a task, an option, a term of the agreement, or all of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from quotekit.changes import Contract
from quotekit.errors import Fault, NotAllowedError, UnknownNameError
from quotekit.pricing import Line, PricedQuote
from quotekit.quotes import TERMS, unknown_name, written
from quotekit.record.contracts import agreed_state, known_by
from quotekit.record.entry import Entry
from quotekit.record.happened import Happening, is_about, timeline
from quotekit.record.journal import Journal
from quotekit.values import calendar_day

Kind = Literal["whole", "task", "option", "term"]

_ACCEPTED = ("quote_accepted", "change_order_accepted")
_REFUSED = (
    "change_order_declined", "change_order_withdrawn", "change_request_closed", "quote_declined",
    "quote_withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Say who accepted what: the quote or an order, when, how, and with which evidence."""

    seq: int
    what: str
    on: date
    by: str | None
    method: str | None
    evidence: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Say what was asked and not agreed to; `what` is the number of an order or of a request."""

    seq: int
    what: str
    title: str | None
    event: str
    on: date
    by: str | None
    reason: str | None
    net: Decimal | None
    method: str | None = None
    evidence: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, eq=False)
class Answer:
    """Hold what was agreed about a subject on a day, and how that came about.

    `lines` are those of the task or option, as priced then. `value` is that of a term. `accepted`
    are the acceptances that made it what it was, the first one first; `refused` is what was asked
    and declined, withdrawn or closed; `later` is what came after that day.
    """

    subject: str | None
    kind: Kind
    on: date
    priced: PricedQuote
    contract: Contract
    lines: tuple[Line, ...]
    value: Any
    accepted: tuple[Acceptance, ...]
    refused: tuple[Refusal, ...]
    messages: tuple[Happening, ...]
    later: tuple[Happening, ...]


def agreed(journal: Journal, subject: str | None = None, on: date | None = None) -> Answer:
    """Return what was agreed about a subject by the end of a day, the latest if none is given.

    A subject is the id of a task, the name of an option, or the dotted name of a term of the
    agreement; None is all that was agreed. Raises `NotAllowedError` where nothing was agreed by
    then, and `UnknownNameError` for a subject that is not known.
    """
    day = _last_day(journal) if on is None else on
    entries = known_by(journal.in_force, day)
    found = agreed_state(entries).contract
    if found is None:
        fact = f"nothing was agreed by {day}"
        raise NotAllowedError(Fault("not_agreed", fact, "ask for a later day", value=str(day)))
    kind = _kind(subject, found)
    happened = [one for one in timeline(journal) if one.is_known and one.voided_by is None]
    about = [one for one in happened if _is_about(one.entry, subject, kind, found, happened)]
    then = [one for one in about if one.on <= day]
    return Answer(
        subject=subject,
        kind=kind,
        on=day,
        priced=found.priced,
        contract=found,
        lines=tuple(line for line in found.priced.lines if subject in {line.id, line.option}),
        value=_value(subject, found, day) if kind == "term" else None,
        accepted=tuple(_acceptances(then, subject)),
        refused=tuple(_refusals(then, happened)),
        messages=tuple(one for one in then if one.entry.event == "message"),
        later=tuple(one for one in about if one.on > day),
    )


def _last_day(journal: Journal) -> date:
    return max((_day(entry) for entry in journal.in_force), default=date.min)


def _day(entry: Entry) -> date:
    return calendar_day(entry.data["on"])


def _kind(subject: str | None, contract: Contract) -> Kind:
    if subject is None:
        return "whole"
    quotes = (contract.current, *(order.before.quote for order in contract.orders))
    tasks = {task.id for quote in quotes for task in quote.tasks}
    options = {task.option for quote in quotes for task in quote.tasks if task.option is not None}
    if subject in tasks:
        return "task"
    if subject in options:
        return "option"
    if subject in TERMS:
        return "term"
    known = [*tasks, *options, *TERMS]
    raise UnknownNameError(unknown_name("task, option or term", subject, known))


def _is_about(
    entry: Entry, subject: str | None, kind: Kind, contract: Contract, all_of: Iterable[Happening]
) -> bool:
    if subject is None:
        return True
    if kind == "term":
        return entry.event in {"quote_accepted", "exception_granted"} and (
            entry.data.get("term", subject) == subject
        )
    requests = {}
    for one in all_of:
        data = one.entry.data
        if one.entry.event == "change_order_issued":
            requests[data["number"]] = data["order"]["request"]
        elif one.entry.event == "change_requested":
            requests[data["request"]["id"]] = data["request"]
    names = {subject}
    if kind == "option":
        names |= {task.id for task in contract.current.tasks if task.option == subject}
    return any(is_about(entry, name, requests) for name in names)


def _value(subject: str | None, contract: Contract, day: date) -> Any:  # noqa: ANN401 - as the term holds
    value: Any = written(contract.agreement_on(day))
    for key in (subject or "").split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _acceptances(then: Iterable[Happening], subject: str | None) -> Iterator[Acceptance]:
    for one in then:
        data = one.entry.data
        if one.entry.event in _ACCEPTED:
            yield Acceptance(
                seq=one.entry.seq,
                what=data.get("number", "quote"),
                on=one.on,
                by=data.get("by"),
                method=data.get("method"),
                evidence=tuple(data.get("evidence", ())),
            )
        elif one.entry.event == "exception_granted" and data.get("term") == subject:
            yield Acceptance(one.entry.seq, data["term"], one.on, data.get("by"), None, ())


def _refusals(then: Iterable[Happening], all_of: Iterable[Happening]) -> Iterator[Refusal]:
    asked: dict[str, tuple[str | None, Decimal | None]] = {}
    for one in all_of:
        data = one.entry.data
        if one.entry.event == "change_requested":
            asked[data["request"]["id"]] = (data["request"].get("title"), None)
        elif one.entry.event == "change_order_issued":
            order = data["order"]
            asked[data["number"]] = (order["title"], Decimal(order["change"]["net"]))
    for one in then:
        data = one.entry.data
        if one.entry.event in _REFUSED:
            what = data.get("number") or data.get("request") or "quote"
            title, net = asked.get(what, (None, None))
            yield Refusal(
                one.entry.seq, what, title, one.entry.event, one.on, data.get("by"),
                data.get("reason"), net, data.get("method"), tuple(data.get("evidence", ())),
            )  # fmt: skip
