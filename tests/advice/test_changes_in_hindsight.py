"""Changes in hindsight: which were asked for, and what they brought in."""

from quotekit.advice import Wish, hindsight
from tests.changes.contracts import BLOG, MORE, accepted, agreed, contract

WISHES = (
    Wish("blog", "scope", "client", "constructive", accepted=True),
    Wish("larger", "scope", "client", "preference", accepted=True),
    Wish("colours", "revision", "client", "preference", accepted=False),
    Wish("late", "scope", "client_delay", None),
)


def test_counts() -> None:
    """Requests are counted by kind and reason, those that helped apart from preferences."""
    found = hindsight(contract(), WISHES)
    assert found.by_kind == {"scope": 3, "revision": 1}
    assert found.by_reason == {"client": 3, "client_delay": 1}
    assert (found.constructive, found.preferences) == (("blog",), ("larger", "colours"))


def test_share_of_what_was_decided() -> None:
    """What nobody has decided yet counts neither way."""
    assert hindsight(contract(), WISHES).accepted_percent == 67
    assert hindsight(contract(), WISHES[-1:]).accepted_percent is None
    assert hindsight(contract(), ()).accepted_percent is None


def test_money() -> None:
    """What the accepted orders brought in, and what an hour brings in with and without them."""
    base = contract(agreed())
    after = accepted(accepted(base, MORE), {"add": BLOG})
    found = hindsight(after, WISHES)
    # 6 h × 85 and 10 h × 95 beside 64 h for 6450.00, of which 120.00 are an expense.
    assert f"{found.revenue:f}" == "1460.00"
    assert (f"{found.rate_without:f}", f"{found.rate_with:f}") == ("98.91", "97.38")


def test_nothing_changed() -> None:
    """Without changes both rates are one, and nothing was brought in."""
    found = hindsight(contract(), ())
    assert (found.revenue, found.rate_with) == (0, found.rate_without)
