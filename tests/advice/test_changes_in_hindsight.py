"""Changes in hindsight: which were asked for, and what they brought in."""

from quotekit.advice import Wish, hindsight
from quotekit.changes import Contract
from tests.changes.contracts import BLOG, MORE, accepted, agreed, contract, order

WISHES = (
    Wish("blog", "scope", "client", "constructive", accepted=True, orders=("CO-002",)),
    Wish("larger", "scope", "client", "preference", accepted=True, orders=("CO-001",)),
    Wish("colours", "revision", "client", "preference", accepted=False),
    Wish("late", "scope", "client_delay", None),
)


def changed() -> Contract:
    """Return a contract that two orders have changed: more screens, and then a blog."""
    return accepted(accepted(contract(agreed()), MORE), {"add": BLOG})


def test_counts() -> None:
    """Requests are counted by kind and reason, those that helped apart from preferences."""
    found = hindsight(changed(), WISHES)
    assert found.by_kind == {"scope": 3, "revision": 1}
    assert found.by_reason == {"client": 3, "client_delay": 1}
    assert (found.constructive, found.preferences) == (("blog",), ("larger", "colours"))
    assert (found.requests, found.decided, found.accepted) == (4, 3, 2)


def test_share_of_what_was_decided() -> None:
    """What nobody has decided yet counts neither way."""
    assert hindsight(changed(), WISHES).accepted_percent == 67
    assert hindsight(contract(), WISHES[-1:]).accepted_percent is None
    assert hindsight(contract(), ()).accepted_percent is None


def test_money() -> None:
    """What the accepted orders brought in, and what an hour brings in with and without them."""
    found = hindsight(changed(), WISHES)
    # 6 h × 85 and 10 h × 95 beside 64 h for 6450.00, of which 120.00 are an expense.
    assert f"{found.revenue:f}" == "1460.00"
    assert (f"{found.rate_without:f}", f"{found.rate_with:f}") == ("98.91", "97.38")


def test_money_by_change() -> None:
    """Each accepted request has its own revenue, and together they are all of it."""
    found = hindsight(changed(), WISHES)
    told = [(one.id, one.orders, f"{one.net:f}") for one in found.by_change]
    assert told == [("blog", ("CO-002",), "950.00"), ("larger", ("CO-001",), "510.00")]
    assert sum(one.net for one in found.by_change) == found.revenue


def test_order_that_is_not_accepted_brings_nothing() -> None:
    """Of a request with two orders only the one counts that was accepted."""
    after = changed().offer(order(changed(), {"add": {**BLOG, "id": "news"}}))
    both = Wish("blog", "scope", "client", None, accepted=True, orders=("CO-002", "CO-003"))
    (one,) = hindsight(after, [both]).by_change
    assert (one.orders, f"{one.net:f}") == (("CO-002",), "950.00")


def test_nothing_changed() -> None:
    """Without changes both rates are one, and nothing was brought in."""
    found = hindsight(contract(), ())
    assert (found.revenue, found.rate_with) == (0, found.rate_without)
