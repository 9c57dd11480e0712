"""What a step names: a task, an item of scope, an entry; each must be one that the record knows."""

from collections.abc import Iterable, Iterator

from quotekit.errors import Fault
from quotekit.quotes import unknown_name
from quotekit.record.change_events import ChangeRequested
from quotekit.record.entry import Entry
from quotekit.record.event import Event
from quotekit.record.journal import Journal
from quotekit.record.work_events import Approved, Progress, Received

_ALL = "all"


def name_faults(journal: Journal, event: Event) -> Iterator[Fault]:
    """Find what an event names that the record does not know.

    Tasks and items are those of the quote that was sent last and of the orders since. Whether
    they are agreed now, only pricing would tell.
    """
    if isinstance(event, ChangeRequested):
        yield from _contradicted(journal, event)
    elif isinstance(event, Progress | Approved):
        known = {*_tasks(journal.in_force)}
        if event.task not in known and not (isinstance(event, Approved) and event.task == _ALL):
            yield unknown_name("task", event.task, known, "task")
    elif isinstance(event, Received):
        known = {*_items(journal.in_force)}
        if event.item not in known:
            yield unknown_name("item of scope", event.item, known, "item")


def _contradicted(journal: Journal, event: ChangeRequested) -> Iterator[Fault]:
    stated = event.request.get("contradicts")
    last = len(journal.entries)
    if stated is not None and not 1 <= int(stated) <= last:
        remedy = f"name one from 1 to {last}, as in quotekit log"
        fault = Fault("no_entry", f"there is no entry {stated}", remedy, value=str(stated))
        yield fault.at("contradicts")


def _tasks(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the tasks of the quotes and orders that went out, and the orders to be begun at once.

    Of an order that is begun before it is agreed, progress is noted by its number.
    """
    for entry in entries:
        if entry.event == "quote_sent":
            yield from (task["id"] for task in entry.data["snapshot"]["quote"].get("tasks", ()))
        elif entry.event == "change_order_issued":
            for action in entry.data["order"]["request"]["actions"]:
                if "add" in action:
                    yield action["add"]["id"]
                elif "apply" in action:
                    yield action["apply"]
        elif entry.event == "proceed_instructed":
            yield entry.data["number"]


def _items(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the items of scope of the quotes that went out, and those that orders put there."""
    for entry in entries:
        if entry.event == "quote_sent":
            scopes = [entry.data["snapshot"]["quote"].get("scope", ())]
        elif entry.event == "change_order_issued":
            actions = entry.data["order"]["request"]["actions"]
            scopes = [action.get("revise_quote", {}).get("scope") for action in actions]
        else:
            continue
        yield from (item["item"] for scope in scopes for item in scope or ())
