"""The table of events once more, as plainly as can be: an oracle for the record."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Said = tuple[int, str, dict[str, Any]]
"""The place of a step, its name and its data."""

CHANGES = [
    "change_requested",
    "change_request_closed",
    "change_order_issued",
    "change_order_accepted",
    "change_order_declined",
    "change_order_withdrawn",
    "proceed_instructed",
]
WORK = ["progress", "approved", "delivered"]
ALLOWED = {
    "open": {"quote_sent", "exception_granted"},
    "sent": {
        "quote_sent", "quote_accepted", "quote_declined", "quote_withdrawn", "exception_granted",
    },
    "accepted": {*CHANGES, *WORK, "received", "exception_granted", "ended"},
    "ended": {"received", "reopened"},
}  # fmt: skip
ALWAYS = {"message", "payment", "void"}


@dataclass
class Model:
    """Hold what the rules need to know, and nothing else."""

    phase: str = "open"
    revision: int = 0
    sent: str | None = None
    sent_on: date = date.min
    agreed_on: date = date.min
    accepted_on: date = date.min
    until: str | None = None
    agreed: str | None = None
    requests: dict[str, bool] = field(default_factory=dict)
    orders: dict[str, dict[str, Any]] = field(default_factory=dict)
    percent: dict[str, int] = field(default_factory=dict)

    def takes(self, name: str, data: dict[str, Any]) -> bool:
        """Say whether a step is allowed, and take it if it is."""
        if name not in ALLOWED[self.phase] | ALWAYS:
            return False
        after = {*CHANGES, *WORK, "received", "ended", "reopened"}
        if name in after and data["on"] < self.accepted_on:
            return False
        step = getattr(self, name, None)
        return True if step is None else bool(step(data))

    def quote_sent(self, data: dict[str, Any]) -> bool:
        """Send a quote as the next revision."""
        if data["revision"] != self.revision + 1:
            return False
        self.phase, self.revision, self.sent = "sent", data["revision"], data["digest"]
        self.until, self.sent_on = data.get("valid_until"), data["on"]
        return True

    def quote_accepted(self, data: dict[str, Any]) -> bool:
        """Accept what was sent last, in time or with a reason."""
        late = self.until is not None and data["on"] > date.fromisoformat(self.until)
        if data["sent"] != self.sent or data["on"] < self.sent_on:
            return False
        if late and "honour_expired" not in data:
            return False
        self.phase, self.agreed, self.agreed_on = "accepted", data["agreed"], data["on"]
        self.accepted_on = data["on"]
        return True

    def quote_declined(self, data: dict[str, Any]) -> bool:
        """Decline what was sent last."""
        if data["digest"] != self.sent or data["on"] < self.sent_on:
            return False
        self.phase = "open"
        return True

    quote_withdrawn = quote_declined

    def change_requested(self, data: dict[str, Any]) -> bool:
        """Ask for something under a new name."""
        name = data["request"]["id"]
        if name in self.requests:
            return False
        self.requests[name] = True
        return True

    def change_request_closed(self, data: dict[str, Any]) -> bool:
        """Close a request that is open."""
        if not self.requests.get(data["request"]):
            return False
        self.requests[data["request"]] = False
        return True

    def change_order_issued(self, data: dict[str, Any]) -> bool:
        """Issue an order on what is agreed, for a request that is known."""
        order = data["order"]
        old = data.get("supersedes")
        if (
            order["request"]["id"] not in self.requests
            or data["number"] in self.orders
            or order["base"] != self.agreed
            or data["on"] < self.agreed_on
            or (old is not None and old not in self.orders)
            or (old is not None and data["on"] < self.orders[old]["on"])
        ):
            return False
        if old is not None and self.orders[old]["status"] == "pending":
            self.orders[old]["status"] = "superseded"
        self.orders[data["number"]] = {
            "status": "pending", "on": data["on"], **order, "revised": data["digest"],
        }  # fmt: skip
        return True

    def _decided(self, data: dict[str, Any], status: str) -> bool:
        order = self.orders.get(data["number"])
        if order is None or order["status"] != "pending" or data["on"] < order["on"]:
            return False
        order["status"] = status
        return True

    def change_order_declined(self, data: dict[str, Any]) -> bool:
        """Decline an order that nobody has decided on."""
        return self._decided(data, "declined")

    def change_order_withdrawn(self, data: dict[str, Any]) -> bool:
        """Withdraw an order that nobody has decided on."""
        return self._decided(data, "withdrawn")

    def proceed_instructed(self, data: dict[str, Any]) -> bool:
        """Begin an order that nobody has decided on."""
        return self._decided(data, "pending")

    def change_order_accepted(self, data: dict[str, Any]) -> bool:
        """Accept an order in time, whose base is still what is agreed or was carried over."""
        order = self.orders.get(data["number"])
        if order is None or order["status"] != "pending":
            return False
        late = data["on"] > date.fromisoformat(order["valid_until"])
        if late and "honour_expired" not in data:
            return False
        if order["base"] not in {self.agreed, data.get("rebased_from")}:
            return False
        if "rebased_from" not in data and data["digest"] != order["revised"]:
            return False
        if data["on"] < self.agreed_on:
            return False
        if not self._decided(data, "accepted"):
            return False
        self.requests[order["request"]["id"]] = False
        self.agreed, self.agreed_on = data["digest"], data["on"]
        return True

    def progress(self, data: dict[str, Any]) -> bool:
        """Go on, or back with a reason."""
        before = self.percent.get(data["task"], 0)
        if data["percent"] < before and "reason" not in data:
            return False
        self.percent[data["task"]] = data["percent"]
        return True

    def ended(self, _data: dict[str, Any]) -> bool:
        """End the job."""
        self.phase = "ended"
        return True

    def reopened(self, _data: dict[str, Any]) -> bool:
        """Go on after the end."""
        self.phase = "accepted"
        return True


def voided(steps: Iterable[Said]) -> set[int]:
    """Return the places of the steps that count as not having happened."""
    gone: set[int] = set()
    for seq, name, data in reversed([*steps]):
        if name == "void" and seq not in gone:
            gone.add(data["seq"])
    return gone


def come_to(steps: list[Said]) -> Model | None:
    """Return what the steps in force come to, None where one of them is not allowed."""
    gone = voided(steps)
    model = Model()
    for seq, name, data in steps:
        if name != "void" and seq not in gone and not model.takes(name, data):
            return None
    return model
