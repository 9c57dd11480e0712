"""Planning: what the change requests in some files cost, one on top of the other."""

import os
from collections.abc import Mapping, Sequence
from datetime import date

from quotekit.changes import ChangeOrder, Contract, issue
from quotekit.errors import QuotekitError
from quotekit.files.requests import load_requests, placed_in_request


def plan_requests(
    contract: Contract,
    paths: Sequence[str | os.PathLike[str]],
    *,
    on: date,
    progress: Mapping[str, object] | None = None,
    paid: Sequence[str] = (),
) -> tuple[ChangeOrder, ...]:
    """Price the change requests in files, each as if the one before had been accepted.

    `progress` gives how much of each task is done, in percent of its quantity; `paid` names the
    instalments invoiced or paid. Raises as `load_request` and `issue` do, every fault of a
    request with its place in the file.
    """
    requests = load_requests(paths)
    done = progress or {}
    orders: list[ChangeOrder] = []
    for path, request in zip(paths, requests, strict=True):
        try:
            order = issue(contract, request, on=on, progress=done, paid=tuple(paid))
            contract = contract.offer(order).accept(str(order.number), on=on)
        except QuotekitError as error:
            raise placed_in_request(error, path) from None
        done = order.rescaled_progress()
        orders.append(order)
    return tuple(orders)
