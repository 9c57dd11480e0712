"""The laws of change orders as properties, over drawn quotes and chains of drawn requests."""

import decimal
from datetime import date
from decimal import Decimal
from itertools import chain as joined
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quotekit.changes import (
    ChangeOrder,
    ChangeRequest,
    Contract,
    Steps,
    apply,
    difference,
    issue,
    reissue,
)
from quotekit.errors import ConflictError, InvalidInputError, StaleBaseError
from quotekit.files import dump, parse_quote
from quotekit.pricing import PricedQuote, price
from quotekit.quotes import Agreement, Quote, quote_digest, written
from quotekit.rendering import render
from quotekit.rendering.json_document import quote_json
from tests.properties.drawn_agreements import agreements
from tests.properties.drawn_requests import (
    FIRST_DAY,
    Chain,
    chains,
    contracts,
    progress_of,
    requests,
)
from tests.properties.played_orders import Played, figures, played
from tests.properties.strategies import documents, edits

ZERO = Decimal(0)
_CONTEXTS = [decimal.ROUND_DOWN, decimal.ROUND_UP, decimal.ROUND_HALF_EVEN, decimal.ROUND_FLOOR]


def _quote(document: dict[str, Any]) -> Quote:
    return Quote.model_validate(document)


def _priced(priced: PricedQuote) -> dict[str, Any]:
    return quote_json(priced)


def _assert_made(old: Quote, new: Quote) -> None:
    """Hold a quote that the difference makes of another to the one that was meant."""
    made = apply(old, difference(old, new))
    assert made == new
    assert [task.id for task in made.tasks] == [task.id for task in new.tasks]
    assert quote_digest(made) == quote_digest(new)
    for key in ("rates", "taxes", "phases"):
        assert list(getattr(made, key).items()) == list(getattr(new, key).items())
    assert written(made) == written(new)
    assert difference(made, new) == ()


@given(documents(), documents())
def test_difference_makes_any_quote_of_any_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Law 2: the actions between two quotes that share nothing make the one of the other."""
    _assert_made(_quote(old), _quote(new))


@given(st.data())
def test_difference_makes_an_edited_quote_of_the_agreed_one(data: st.DataObject) -> None:
    """Law 2: the same for a quote that was edited a few times, and for the way back."""
    before = data.draw(documents())
    after = data.draw(edits(data.draw(edits(before))))
    old, new = _quote(before), _quote(after)
    _assert_made(old, new)
    _assert_made(new, old)


@given(documents())
def test_equal_quotes_differ_in_nothing(document: dict[str, Any]) -> None:
    """Law 2: there is nothing between a quote and itself, read twice."""
    assert difference(_quote(document), _quote(document)) == ()


@given(chains(longest=10))
def test_orders_add_up_to_the_contract_sum(chain: Chain) -> None:
    """Law 3: what accepted orders change is what the contract has moved by, and nothing else."""
    steps = list(played(chain))
    _assert_adds_up(steps[-1].after, [one.order for one in steps if one.step.decision == "accept"])


@given(chains(longest=6))
def test_orders_left_open_add_up_once_they_are_settled(chain: Chain) -> None:
    """Law 3: so it is where open orders are accepted late, or priced anew, or neither will do."""
    steps = list(played(chain))
    contract, day = steps[-1].after, steps[-1].step.on
    left = [one.order.number for one in steps if one.step.decision == "wait"]
    for number in left:
        contract = _settled(contract, str(number), day)
    decided = contract.decisions
    accepted = [one for one in contract.orders if decided[str(one.number)].state == "accepted"]
    _assert_adds_up(contract, accepted)


def _settled(contract: Contract, number: str, day: date) -> Contract:
    """Accept an order however late, or else what it comes to now; leave it where it conflicts."""
    try:
        return contract.accept(number, on=day, honour_expired="It was agreed by telephone.")
    except StaleBaseError:
        pass
    try:
        again = reissue(contract, number, on=day)
    except (ConflictError, InvalidInputError):
        return contract
    return contract.offer(again).accept(str(again.number), on=day)


def _assert_adds_up(contract: Contract, accepted: list[ChangeOrder]) -> None:
    first, last = contract.priced_original, contract.priced
    for name in ("net", "total", "payable"):
        moved = sum((getattr(order.sum, name).change for order in accepted), ZERO)
        assert moved == getattr(last.totals, name) - getattr(first.totals, name)
        steps: Steps[Decimal] = getattr(contract.sum, name)
        assert (steps.earlier, steps.after) == (moved, getattr(last.totals, name))
    names = {tax.name for order in accepted for tax in order.taxes}
    names |= {tax.name for priced in (first, last) for tax in priced.totals.taxes}
    for name in names:
        changes = [tax.difference for order in accepted for tax in order.taxes if tax.name == name]
        assert sum(changes, ZERO) == _tax(last, name) - _tax(first, name)
    days = sum(order.time.working_days.change for order in accepted)
    assert days == _days(last) - _days(first)


def _tax(priced: PricedQuote, name: str) -> Decimal:
    return sum((tax.amount for tax in priced.totals.taxes if tax.name == name), ZERO)


def _days(priced: PricedQuote) -> int:
    return 0 if priced.timeline is None else priced.timeline.working_days


@given(chains())
def test_parts_of_an_order_add_up(chain: Chain) -> None:
    """Law 1: rows come to the change of the sum, taxes and rounding to that of the total."""
    for one in played(chain):
        order = one.order
        included = order.after.quote.prices_include_tax
        moved = order.sum.total if included else order.sum.net
        assert sum((line.difference for line in order.lines), ZERO) == moved.change
        added = [tax.difference for tax in order.taxes if not tax.withheld]
        rows = [row.difference for row in order.rounding_rows if row.between in {"tax", "total"}]
        assert order.sum.net.change + sum(joined(added, rows), ZERO) == order.sum.total.change
        for steps in (order.sum.net, order.sum.total, order.sum.payable, order.time.working_days):
            assert steps.original + steps.earlier == steps.before
            assert steps.before + steps.change == steps.after
        for tax in order.taxes:
            assert tax.after - tax.before == tax.difference
        for row in order.rounding_rows:
            assert row.after - row.before == row.difference


@given(chains())
def test_instalments_of_an_order_add_up(chain: Chain) -> None:
    """Law 5: instalments come to what is payable after each order, and paid ones stand."""
    for one in played(chain):
        parts = [part for part in one.order.instalments if part.after is not None]
        if parts:
            whole = sum((part.after for part in parts if part.after is not None), ZERO)
            assert whole == one.order.sum.payable.after
        for part in one.order.instalments:
            assert part.fixed == (part.id in one.order.paid)
            if part.fixed:
                assert part.after == part.before


@given(chains())
def test_revised_quote_prices_to_the_contract_sum(chain: Chain) -> None:
    """The agreed quote alone, written to a file and read again, comes to the contract sum."""
    for one in played(chain):
        revised = one.order.after
        assert _priced(price(revised.quote)) == _priced(revised)
        assert _priced(price(parse_quote(dump(revised.quote)))) == _priced(revised)
        if one.step.decision == "accept":
            assert one.after.current == revised.quote
        else:
            assert one.after.current == one.before.current


@given(chains())
def test_original_figures_never_change(chain: Chain) -> None:
    """Whatever is ordered later, what was agreed first stays as it was, and so does each order."""
    first = _priced(price(_quote(chain.document)))
    shown: list[tuple[ChangeOrder, dict[str, Any]]] = []
    for one in played(chain):
        assert _priced(price(one.after.original)) == first
        assert _priced(one.order.original) == first
        shown.append((one.order, figures(one.order)))
        assert one.before.orders == one.after.orders[:-1]
    assert [figures(order) for order, _ in shown] == [held for _, held in shown]


@given(st.data())
def test_request_is_priced_or_refused(data: st.DataObject) -> None:
    """A request meant for another quote finds an order or faults, and never breaks anything."""
    document, other = data.draw(contracts()), data.draw(contracts())
    agreement = data.draw(agreements(document))
    asked = data.draw(requests(other, data.draw(progress_of(other)), FIRST_DAY))
    asked["actions"] += data.draw(requests(other, {}, FIRST_DAY))["actions"]
    contract = Contract(_quote(document), agreement=Agreement.model_validate(agreement))
    progress = data.draw(progress_of(document))
    request = ChangeRequest.model_validate(asked)
    try:
        order = issue(contract, request, on=FIRST_DAY, progress=progress)
    except InvalidInputError:
        return
    accepted = contract.offer(order).accept(str(order.number), on=FIRST_DAY)
    _assert_adds_up(accepted, [order])


@given(chains(), st.integers(1, 60), st.sampled_from(_CONTEXTS))
def test_the_callers_decimal_context_changes_no_order(
    chain: Chain, precision: int, rounding: str
) -> None:
    """Law 6: precision and rounding of the caller have no influence."""
    with decimal.localcontext(decimal.Context(prec=precision, rounding=rounding)):
        odd = [_shown(one) for one in played(chain)]
    assert odd == [_shown(one) for one in played(chain)]


def _shown(one: Played) -> str:
    return render(one.order, format="json")


@given(chains(), st.text("bdfghjkmpqvwxz", min_size=12, max_size=16))
def test_nothing_private_is_put_out(chain: Chain, word: str) -> None:
    """Law 9: no note, no cost and not what the seller thinks of a request reaches an order."""
    document = {**chain.document, "private": {"floor_rate": "98765.4321", "notes": word}}
    document["tasks"] = [
        {**task, "private": {"cost": "98765.4321", "notes": word}} for task in document["tasks"]
    ]
    step = chain.steps[0]
    actions = [_with_private(action, word) for action in step.request["actions"]]
    asked = {**step.request, "actions": actions}
    secretive = {**asked, "contradicts": "987654321", "value": "preference"}
    agreement = None if chain.agreement is None else Agreement.model_validate(chain.agreement)
    shown = [
        render(_issued(quote, agreement, request, step), format="json")
        for quote, request in ((document, secretive), (chain.document, step.request))
    ]
    for secret in (word, "98765", "preference"):
        assert secret not in shown[0]
    assert shown[0] == shown[1]


def _with_private(action: dict[str, Any], word: str) -> dict[str, Any]:
    if "add" not in action:
        return action
    return {**action, "add": {**action["add"], "private": {"cost": "98765.4321", "notes": word}}}


def _issued(
    document: dict[str, Any], agreement: Agreement | None, request: dict[str, Any], step: Any
) -> ChangeOrder:
    return issue(
        Contract(_quote(document), agreement=agreement),
        ChangeRequest.model_validate(request),
        on=step.on,
        progress=step.progress,
        paid=step.paid,
    )
