"""The events of the work: messages, progress, approval, payment, and the end."""

from typing import ClassVar, Literal

from pydantic import Field

from quotekit.record.event import Event, Evidence, Proven
from quotekit.values import Number, Share, Slug, Text, Times, Title, Whole


class Message(Event):
    """Somebody wrote or called; `about` names tasks, `minutes` is what it took."""

    name: ClassVar = "message"
    channel: Title | None = None
    sender: Title | None = Field(default=None, alias="from")
    to: Title | None = None
    summary: Text | None = None
    about: tuple[Slug, ...] = ()
    minutes: Whole | None = None
    initiated_by: Literal["client", "seller"] | None = None
    evidence: tuple[Evidence, ...] = ()


class Progress(Event):
    """A task has come so far, in percent of its quantity; going down needs a reason."""

    name: ClassVar = "progress"
    task: Slug
    percent: Share
    reason: Text | None = None


class Approved(Proven):
    """The client approved a task, or everything: `all`."""

    name: ClassVar = "approved"
    task: Slug = "all"


class Delivered(Event):
    """The work was delivered."""

    name: ClassVar = "delivered"
    evidence: tuple[Evidence, ...] = ()


class Received(Event):
    """Something that the client was to supply has come; `item` is that of the quote's scope."""

    name: ClassVar = "received"
    item: Title


class Payment(Event):
    """Money came; an amount below zero is a refund. `instalment` is what it is for."""

    name: ClassVar = "payment"
    amount: Number
    instalment: Slug | None = Field(default=None, alias="for")


class Ended(Event):
    """The job ended, for a cause."""

    name: ClassVar = "ended"
    cause: Literal[
        "completed", "client_convenience", "client_breach", "seller_withdraws", "agreement"
    ]


class Reopened(Event):
    """The job goes on after all."""

    name: ClassVar = "reopened"
    reason: Text | None = None


class Void(Event):
    """An entry counts as not having happened."""

    name: ClassVar = "void"
    seq: Times
    reason: Text | None = None
    evidence: tuple[Evidence, ...] = ()
