"""Contact against the agreement: how many messages, how long, and when the last update was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from quotekit.quotes import Contact
from quotekit.record.entry import Entry
from quotekit.values import EXACT, calendar_day, divided, quantum, rounded

_WEEK = timedelta(days=7)
_HOUR = Decimal(60)
_WARN_AT = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class ContactUse:
    """Compare the contact of the last seven days with what was agreed.

    `messages` are those of the client, `minutes` what all messages took. `warning` says that four
    fifths of the messages agreed on are used. `excess_minutes` is what those beyond them took, and
    `excess` what that would come to at the agreed rate of an extra hour: it is never charged by
    itself. `update_due` is the day by which the next update was promised.
    """

    terms: Contact
    messages: int
    minutes: int
    last_update: date | None
    update_due: date | None
    late_updates: int
    excess_minutes: int
    excess: Decimal | None

    @property
    def warning(self) -> bool:
        """Say whether most of the messages agreed on for a week are used."""
        budget = self.terms.messages_per_week
        return budget is not None and self.messages >= EXACT.multiply(_WARN_AT, Decimal(budget))


def contact_use(
    entries: Iterable[Entry], terms: Contact, *, since: date, on: date, decimals: int
) -> ContactUse:
    """Return the contact up to a day, of a job that was accepted on another."""
    messages = [entry for entry in entries if entry.event == "message" and _day(entry) <= on]
    week = [entry for entry in messages if _day(entry) > on - _WEEK]
    from_client = [one for one in week if one.data.get("initiated_by") != "seller"]
    budget = terms.messages_per_week
    beyond = [] if budget is None else from_client[budget:]
    minutes = sum(map(_minutes, beyond))
    updates = [_day(one) for one in messages if one.data.get("initiated_by") == "seller"]
    updates = sorted(day for day in updates if day >= since)
    every = terms.update_every_days
    last = updates[-1] if updates else None
    rate = terms.extra_hour_rate
    excess = None
    if rate is not None and minutes:
        hours = divided(Decimal(minutes), _HOUR)
        excess = rounded(EXACT.multiply(rate, hours), quantum(decimals))
    return ContactUse(
        terms=terms,
        messages=len(from_client),
        minutes=sum(map(_minutes, week)),
        last_update=last,
        update_due=None if every is None else (last or since) + timedelta(days=every),
        late_updates=0 if every is None else _late(updates, since, on, every),
        excess_minutes=minutes,
        excess=excess,
    )


def _late(updates: list[date], since: date, on: date, every: int) -> int:
    """Count the updates that came, or are still to come, later than promised."""
    late = 0
    before = since
    for day in (*updates, on):
        late += (day - before).days > every
        before = day
    return late


def _minutes(entry: Entry) -> int:
    return int(entry.data.get("minutes") or 0)


def _day(entry: Entry) -> date:
    return calendar_day(entry.data["on"])
