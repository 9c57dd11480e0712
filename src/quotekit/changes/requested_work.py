"""The work that a request asks for: the quote it makes, or every reason to refuse it."""

from quotekit.changes.begun_work import work_faults
from quotekit.changes.carrying_out import carried
from quotekit.changes.circumstances import Circumstances
from quotekit.changes.instalments import at_payments, payment_faults
from quotekit.changes.kinds import kind_faults
from quotekit.changes.limits import request_faults
from quotekit.changes.request import ChangeRequest
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote


def requested_work(request: ChangeRequest, here: Circumstances) -> Quote:
    """Return the agreed quote as its work will be, before any fee.

    Raises `InvalidInputError` with every fault of the request. What can be carried out is held
    against every limit though other actions cannot.
    """
    quote = here.before.quote
    new, faults = carried(quote, request.actions, here.stopping.perform)
    known = [*request_faults(request, quote, here.on), *faults]
    if new is not None:
        known += work_faults(request.actions, quote, new, here.progress)
        found = payment_faults(here.before, new.payments, here.paid)
        known += (at_payments(fault, request.actions) for fault in found)
    known += kind_faults(request, here, None if faults else new)
    if new is None or known:
        raise InvalidInputError(*known)
    return new
