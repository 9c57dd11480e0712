"""The settlement of a contract that ends, each figure worked out by hand."""

from typing import Any

import pytest

from quotekit.advice import CAUSES, Cause, settlement
from quotekit.changes import Contract
from quotekit.errors import InvalidInputError
from quotekit.quotes import TermException
from tests.advice.left_jobs import DAY, FIVE_PERCENT, HALF, contract, figures, left, rows
from tests.changes.contracts import BLOG, MORE, accepted, agreed, of, order
from tests.written_quotes import IRPF, VAT, quote, task


def test_nothing_begun() -> None:
    """Where nothing is begun, the fee is all there is, taxed as what it stands for."""
    # 10 % of 6450.00, of which 5960.00 are taxed at 19 % and 490.00 at 7 %.
    assert figures(left(contract())) == {
        "earned": "0.00", "unearned": "6450.00", "fee": "645.00", "net": "645.00",
        "vat": "113.24", "reduced": "3.43", "total": "761.67", "payable": "761.67",
        "paid": "0.00", "due": "761.67",
    }  # fmt: skip


def test_half_done() -> None:
    """Half of each task is earned, and the whole of an expense that is begun."""
    found = left(contract(), HALF, "2285.01")
    # 12 h × 85, 20 h × 95, 1750 words × 140 / 1000, fonts whole. The fee is 316.50 of 3165.00,
    # 292.00 of it on 2920.00 at 19 % and 24.50 on 245.00 at 7 %.
    assert rows(found) == {
        "screens": "1020.00", "frontend": "1900.00", "texts-en": "245.00", "fonts": "120.00",
    }  # fmt: skip
    assert figures(found) == {
        "earned": "3285.00", "unearned": "3165.00", "fee": "316.50", "net": "3601.50",
        "vat": "633.08", "reduced": "18.87", "total": "4253.45", "payable": "4253.45",
        "paid": "2285.01", "due": "1968.44",
    }  # fmt: skip


def test_all_done() -> None:
    """A job that is completed comes to the contract sum, whether or not progress is stated."""
    found = left(contract(), {}, "7000", "616.70", cause="completed")
    assert figures(found) == {
        "earned": "6450.00", "unearned": "0.00", "fee": "0.00", "net": "6450.00",
        "vat": "1132.40", "reduced": "34.30", "total": "7616.70", "payable": "7616.70",
        "paid": "7616.70", "due": "0.00",
    }  # fmt: skip
    done = dict.fromkeys(HALF, 100)
    assert figures(left(contract(), done, "7616.70")) == figures(found)


def test_completed_but_for_a_task() -> None:
    """Of a completed job, what is stated of a task stands all the same."""
    found = left(contract(), {"frontend": 50, "texts-en": 0}, cause="completed")
    assert rows(found) == {"screens": "2040.00", "frontend": "1900.00", "fonts": "120.00"}


def test_paid_more_than_earned() -> None:
    """What was paid beyond what is earned goes back, with its tax."""
    found = left(contract(), {"screens": "50 %"}, "2285.01", cause="seller_withdraws")
    assert (f"{found.total:f}", f"{found.due:f}") == ("1213.80", "-1071.21")
    assert found.is_refund
    assert not left(contract(), HALF).is_refund


def test_refund_is_no_longer_paid() -> None:
    """A refund, below zero, lowers what was paid."""
    found = left(contract(), {"screens": 50}, "2285.01", "-1071.21", cause="agreement")
    assert (f"{found.paid:f}", f"{found.due:f}") == ("1213.80", "0.00")


@pytest.mark.parametrize("cause", CAUSES)
def test_fee_by_cause(cause: Cause) -> None:
    """Only a client that leaves, or breaks the contract, pays for leaving."""
    found = left(contract(notice_days=7), dict.fromkeys(HALF, 0), cause=cause)
    pays = cause in {"client_convenience", "client_breach"}
    assert (found.fee_percent, f"{found.fee:f}") == ((10, "645.00") if pays else (None, "0.00"))
    assert found.notice_days == 7


def test_no_fee_agreed() -> None:
    """Without such a term, and with an exception to it, leaving costs nothing."""
    assert left(Contract(agreed()), HALF).fee == 0
    free = contract().grant(TermException(term="ending.fee", value=0, reason="Third job"))
    assert left(free, HALF).fee == 0


@pytest.mark.parametrize("discount", [{"percent": 5}, {"amount": "322.50"}])
def test_document_discount(discount: dict[str, Any]) -> None:
    """A discount on the whole counts in proportion, be it a percent or an amount."""
    whole = agreed(discounts=[{"id": "returning", **discount}])
    found = left(contract(whole), HALF, cause="agreement")
    # 5 % of 3285.00, or 322.50 × 3285 / 6450: 164.25, of which 152.00 at 19 % and 12.25 at 7 %.
    assert f"{found.adjustments:f}" == "-164.25"
    assert figures(found) == {
        "earned": "3120.75", "unearned": "3006.75", "fee": "0.00", "net": "3120.75",
        "vat": "548.72", "reduced": "16.29", "total": "3685.76", "payable": "3685.76",
        "paid": "0.00", "due": "3685.76",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("progress", "earned"),
    [({"screens": 100}, "1940.00"), ({"screens": 50}, "970.00"), ({"frontend": 100}, "3800.00")],
)
def test_discount_on_one_task(progress: dict[str, int], earned: str) -> None:
    """An amount off one task counts by that task alone."""
    whole = agreed(discounts=[{"id": "bulk", "amount": 100, "of": ["screens"]}])
    assert f"{left(contract(whole), progress).earned:f}" == earned


def test_stated_base() -> None:
    """A percent of a stated base counts in proportion as well."""
    whole = quote(
        tasks=[task("a"), task("b", "300")],
        surcharges=[{"id": "rush", "percent": 50, "base": 80}],
    )
    # 50 % of a quarter of 80.00.
    assert f"{left(contract(whole), {'a': 100}).earned:f}" == "110.00"


def test_withheld_tax() -> None:
    """What the client withholds is not paid, of the fee neither."""
    spanish = quote(
        tasks=[task("a", "600"), task("b", "400")],
        taxes={"iva": {"percent": 21}, "irpf": IRPF},
        tax=["iva", "irpf"],
    )
    # 600.00 and 40.00 of 400.00: IVA 134.40, IRPF 96.00.
    found = left(contract(spanish), {"a": 100}, 500)
    assert (f"{found.total:f}", f"{found.payable:f}") == ("774.40", "678.40")
    assert f"{found.due:f}" == "178.40"


def test_included_taxes() -> None:
    """Where prices include tax, what is earned and the fee are gross."""
    gross = quote(
        tasks=[task("a", "1190"), task("b", "595")],
        taxes={"vat": VAT},
        tax="vat",
        prices_include_tax=True,
    )
    found = left(contract(gross), {"a": 100}, "1249.50")
    assert figures(found) == {
        "earned": "1190.00", "unearned": "595.00", "fee": "59.50", "net": "1050.00",
        "vat": "199.50", "total": "1249.50", "payable": "1249.50", "paid": "1249.50",
        "due": "0.00",
    }  # fmt: skip


def test_rounding_at_the_end() -> None:
    """Where nothing is rounded until the end, nothing is here either."""
    late = quote(
        rates={"work": {"price": "20.10", "unit": "hour"}},
        tasks=[{"id": "a", "rate": "work", "quantity": "3.05"}, task("b")],
        taxes={"vat": VAT},
        tax="vat",
        rounding="total",
    )
    # 1.525 h × 20.10 = 30.6525; tax 5.823975; total 36.476475.
    found = left(contract(late), {"a": 50}, cause="agreement")
    assert (f"{found.earned:f}", f"{found.unearned:f}") == ("30.65", "130.66")
    assert ([f"{tax.amount:f}" for tax in found.taxes], f"{found.total:f}") == (["5.82"], "36.48")
    assert [f"{row.amount:f}" for row in found.totals.rounding_rows] == ["0.01"]


def test_unrounded_amount_of_a_whole_contract() -> None:
    """Of a contract that is done, no amount is rounded that the contract does not round."""
    late = quote(
        tasks=[task("a", "10.004")],
        discounts=[{"id": "off", "amount": "1.006"}],
        rounding="total",
    )
    # 10.004 - 1.006 = 8.998.
    assert f"{left(contract(late), {'a': 100}).earned:f}" == "9.00"


def test_round_to() -> None:
    """What is payable is rounded as in the quote, to five centimes for cash."""
    swiss = quote(currency="CHF", tasks=[task("a", "33.33"), task("b")], round_to="0.05")
    assert f"{left(contract(swiss), {'a': 100}, cause='agreement').due:f}" == "33.35"


def test_approved_change_order() -> None:
    """Progress is of what is agreed now, an order that was accepted included."""
    # 15 of 30 h × 85.
    found = left(accepted(contract(), MORE), {"screens": 50}, cause="agreement")
    assert (f"{found.earned:f}", f"{found.unearned:f}") == ("1275.00", "5685.00")


@pytest.mark.parametrize(
    ("limit", "percent", "earned", "due"),
    [
        (None, 40, "380.00", "452.20"),
        (500, 40, "380.00", "452.20"),
        (500, 80, "500.00", "595.00"),
        (500, 0, "0.00", "0.00"),
    ],
)
def test_instructed_order(limit: int | None, percent: int, earned: str, due: str) -> None:
    """Of a pending order that was to be begun, what is done is earned, up to its limit."""
    base = contract()
    base = base.offer(order(base, {"add": BLOG}))
    # 950.00 in all.
    found = left(base, {"CO-001": percent}, cause="agreement", instructed={"CO-001": limit})
    (row,) = found.instructed
    assert (f"{row.earned:f}", f"{found.due:f}", f"{found.earned:f}") == (earned, due, "0.00")
    assert left(base, cause="agreement").due == 0


def test_tax_of_an_instructed_order() -> None:
    """Instructed work is taxed as what it adds, not as what the contract has most of."""
    base = contract()
    words = {"revise": "texts-en", "set": {"quantity": 4500}}
    base = base.offer(order(base, words))
    found = left(base, {"CO-001": 50}, cause="agreement", instructed={"CO-001": None})
    # 70.00 at 7 %.
    assert {tax.name: f"{tax.amount:f}" for tax in found.taxes}["reduced"] == "4.90"
    assert f"{found.total:f}" == "74.90"


def test_instructed_order_that_is_agreed() -> None:
    """An order that is agreed counts by its tasks and by nothing else."""
    base = accepted(contract(), {"add": BLOG})
    with pytest.raises(InvalidInputError, match="CO-001 is agreed") as refusal:
        left(base, instructed={"CO-001": None})
    assert refusal.value.faults[0].path == "instructed.CO-001"


def test_ended_task() -> None:
    """Of a task that a change order has ended, all is earned that it kept."""
    base = accepted(contract(), {"remove": "screens"}, progress={"screens": 60})
    found = left(base, {"screens": 10}, cause="agreement")
    # 14.5 h × 85.
    assert rows(found) == {"screens": "1232.50"}
    assert {row.id: row.percent for row in found.tasks}["screens"] == 100


def test_options_not_selected_are_no_work() -> None:
    """Neither an option that nobody selected nor what recurs without end is settled."""
    base = of(task("a"), task("shop", "2400", option="shop"), task("care", "49", every="month"))
    found = left(contract(base), {"shop": 50, "care": 50})
    assert [row.id for row in found.tasks] == ["a"]
    assert (found.earned, f"{found.unearned:f}") == (0, "100.00")


def test_credit_that_is_not_yet_due() -> None:
    """A line below zero lifts no discount above what was agreed, and no fee is below zero."""
    base = of(task("a"), task("less", "50", quantity=-1), discounts=[{"id": "off", "amount": 10}])
    found = left(contract(base), {"a": 100})
    # 100.00 less all of the discount, of a contract of 40.00.
    assert (f"{found.earned:f}", f"{found.unearned:f}", f"{found.fee:f}") == (
        "90.00", "-50.00", "0.00",
    )  # fmt: skip


def test_lines_that_come_to_nothing() -> None:
    """All of a contract is earned once it is done, even where its lines come to nothing."""
    base = of(task("a"), task("less", "100", quantity=-1), surcharges=[{"id": "fee", "amount": 9}])
    assert left(contract(base), {"a": 100}).adjustments == 0
    assert left(contract(base), {"a": 100, "less": 100}).earned == 9


def test_empty_contract() -> None:
    """Nothing was to be done, nothing is earned, nothing is due."""
    found = left(contract(quote()))
    assert (found.earned, found.unearned, found.fee, found.due) == (0, 0, 0, 0)


def test_order_of_the_sums() -> None:
    """What is earned and what is not add up to the contract sum, whatever was paid."""
    base = contract(agreed(discounts=FIVE_PERCENT))
    found = left(base, {"screens": "33.3", "texts-en": 12}, 100)
    assert found.earned + found.unearned == base.priced.totals.net


@pytest.mark.parametrize(
    ("progress", "paid", "said"),
    [
        ({"screns": 50}, (), 'progress.screns: there is no task "screns"; did you mean screens?'),
        ({"screens": 101}, (), "progress.screens: 101 % is no progress; write 0 to 100"),
        ({"screens": -1}, (), "progress.screens: -1 % is no progress; write 0 to 100"),
        ({"screens": "half"}, (), 'progress.screens: "half" is not a number'),
        ({"CO-001": 40}, (), 'progress.CO-001: there is no task "CO-001"'),
        ({}, ("10.005",), "payments[0]: nobody can pay 10.005"),
        ({}, (10, "ten"), 'payments[1]: "ten" is not a number'),
        ({}, (0.5,), 'payments[0]: "0.5" is a float'),
    ],
)
def test_refused(progress: dict[str, object], paid: tuple[object, ...], said: str) -> None:
    """What is stated beside the contract is held against it, and named."""
    with pytest.raises(InvalidInputError) as refusal:
        left(contract(), progress, *paid)
    assert str(refusal.value).startswith(said)


def test_progress_of_an_instructed_order_is_a_percent() -> None:
    """Of an order, too, no more than all can be done."""
    base = contract()
    base = base.offer(order(base, {"add": BLOG}))
    for stated in (101, "most"):
        with pytest.raises(InvalidInputError, match=r"^progress\.CO-001: "):
            left(base, {"CO-001": stated}, instructed={"CO-001": None})


def test_unknown_cause() -> None:
    """A cause that is none is refused with those there are."""
    cause: Any = "boredom"
    with pytest.raises(InvalidInputError, match="write one of completed, client_convenience"):
        settlement(contract(), {}, (), on=DAY, cause=cause)


@pytest.mark.parametrize(
    ("cause", "paid", "net", "taxes"),
    [
        # Nothing earned and all paid: the whole contract goes back, with all of its taxes.
        ("agreement", "7616.70", "-6450.00", {"vat": "-1132.40", "reduced": "-34.30"}),
        # The deposit of 30 %: 1935.00 net, 339.72 and 10.29 of tax, and nothing else is owed.
        ("agreement", "2285.01", "-1935.00", {"vat": "-339.72", "reduced": "-10.29"}),
        ("agreement", "0", "0.00", {"vat": "0.00", "reduced": "0.00"}),
        ("completed", "7616.70", "0.00", {"vat": "0.00", "reduced": "0.00"}),
        ("completed", "2285.01", "4515.00", {"vat": "792.68", "reduced": "24.01"}),
    ],
)
def test_taxes_of_the_rest(cause: Cause, paid: str, net: str, taxes: dict[str, str]) -> None:
    """What is left to pay or goes back has its taxes, at the rates of the quote."""
    rest = left(contract(), {}, paid, cause=cause).rest
    assert f"{rest.net:f}" == net
    assert {row.name: f"{row.amount:f}" for row in rest.taxes} == taxes
    assert rest.net + sum(row.amount for row in rest.taxes) == rest.due


def test_withheld_tax_of_the_rest() -> None:
    """A tax that the client withholds is withheld of the rest as well."""
    whole = quote(tasks=[task("a", "1000")], taxes={"vat": VAT, "irpf": IRPF}, tax=["vat", "irpf"])
    # 1000.00 + 190.00 - 150.00 = 1040.00, of which a half is paid and nothing earned.
    rest = left(contract(whole), {}, "520", cause="agreement").rest
    assert (f"{rest.due:f}", f"{rest.net:f}") == ("-520.00", "-500.00")
    assert [f"{row.amount:f}" for row in rest.taxes] == ["-95.00", "-75.00"]


def test_instructed_order_of_a_completed_job() -> None:
    """Where the job is completed, so is what was to be begun and of which nothing is stated."""
    base = contract()
    base = base.offer(order(base, {"add": BLOG}))
    (row,) = left(base, cause="completed", instructed={"CO-001": 500}).instructed
    assert (f"{row.percent:f}", f"{row.earned:f}") == ("100", "500.00")
    (row,) = left(base, {"CO-001": 20}, cause="completed", instructed={"CO-001": 500}).instructed
    assert f"{row.earned:f}" == "190.00"


def test_tasks_and_adjustments_add_up_where_rounding_comes_last() -> None:
    """What rounding at the end leaves between the tasks and their sum is an adjustment."""
    whole = quote(
        rates={"work": {"price": "20.10", "unit": "hour"}},
        tasks=[{"id": name, "rate": "work", "quantity": "3.05"} for name in "ab"],
        rounding="total",
    )
    # 61.305 twice is 122.61, and each of them 61.31.
    found = left(contract(whole), {"a": 100, "b": 100}, cause="completed")
    assert (f"{found.earned:f}", f"{found.adjustments:f}") == ("122.61", "-0.01")
