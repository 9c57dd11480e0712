"""Instalments come to the payable amount, to the last unit, or are refused."""

from typing import Any

import pytest

from quotekit.errors import UnpriceableError
from tests.written_quotes import priced, task


def paid(total: str, *parts: dict[str, Any], **keys: Any) -> list[str]:
    """Return the instalments of a quote of so much."""
    payments = [{"id": f"p{at}", **part} for at, part in enumerate(parts)]
    found = priced(tasks=[task("a", total)], payments=payments, **keys)
    assert not parts or sum(part.amount for part in found.instalments) == found.totals.payable
    return [str(part.amount) for part in found.instalments]


def refusal(total: str, *parts: dict[str, Any], **keys: Any) -> str:
    """Return what is said to instalments that do not work out."""
    payments = [{"id": f"p{at}", **part} for at, part in enumerate(parts)]
    with pytest.raises(UnpriceableError) as error:
        priced(tasks=[task("a", total)], payments=payments, **keys)
    return str(error.value)


BALANCE = {"balance": True}


def test_quote_without_payments_has_no_instalments() -> None:
    """Nobody said when it is due."""
    assert priced(tasks=[task("a")]).instalments == ()


@pytest.mark.parametrize(
    ("parts", "amounts"),
    [
        ([{"percent": 100}], ["100.01"]),
        ([{"percent": 50}, {"percent": 50}], ["50.01", "50.00"]),
        ([{"percent": 30}, BALANCE], ["30.00", "70.01"]),
        ([BALANCE, {"percent": 30}], ["70.01", "30.00"]),
        ([BALANCE], ["100.01"]),
        ([{"amount": "40.5"}, BALANCE], ["40.50", "59.51"]),
        ([{"amount": "100.01"}], ["100.01"]),
        ([{"amount": 40}, {"amount": "60.010"}], ["40.00", "60.01"]),
        ([{"amount": 40}, {"percent": 10}, BALANCE], ["40.00", "10.00", "50.01"]),
        ([{"amount": "100.01"}, BALANCE], ["100.01", "0.00"]),
        (
            [{"percent": "33.33"}, {"percent": "33.33"}, {"percent": "33.34"}],
            ["33.33", "33.33", "33.35"],
        ),
    ],
)
def test_instalments_add_up(parts: list[dict[str, Any]], amounts: list[str]) -> None:
    """The balance takes what remains, or else the last percent does."""
    assert paid("100.01", *parts) == amounts


def test_instalments_are_of_what_is_payable() -> None:
    """After what is withheld and rounded to cash."""
    taxes = {"tds": {"percent": 10, "withheld": True}}
    parts: list[dict[str, Any]] = [{"percent": 50}, BALANCE]
    assert paid("100.12", *parts, taxes=taxes, tax="tds", round_to="0.05") == ["45.05", "45.05"]


def test_credit_is_paid_back_in_parts() -> None:
    """A negative payable is divided alike."""
    found = priced(
        tasks=[task("a", "10.01", quantity="-1")],
        payments=[{"id": "a", "percent": 50}, {"id": "b", "percent": 50}],
    )
    assert [str(part.amount) for part in found.instalments] == ["-5.01", "-5.00"]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            [{"amount": 60}, {"amount": 50}],
            "payments: the payments of 110 are above the payable amount, 100; take off 10",
        ),
        (
            [{"amount": "100.01"}, BALANCE],
            "payments: the payments of 100.01 are above the payable amount, 100; take off 0.01",
        ),
        (
            [{"percent": 50}, {"percent": 50}, {"amount": 60}],
            "payments: the payments of 160 are above the payable amount, 100; take off 60",
        ),
        (
            [{"amount": 60}, {"amount": "30.5"}],
            "payments: the payments of 90.5 do not reach the payable amount, 100; "
            "add the missing 9.5, or a payment with balance: true",
        ),
        (
            [{"amount": 0}],
            "payments: the payments of 0 do not reach the payable amount, 100; "
            "add the missing 100, or a payment with balance: true",
        ),
        (
            [{"amount": "50.005"}, {"amount": "49.995"}],
            "payments[0].amount: nobody can pay 50.005, which has more decimals than the "
            "currency; write 50.01",
        ),
    ],
)
def test_amounts_that_do_not_work_out_are_refused(
    parts: list[dict[str, Any]], message: str
) -> None:
    """By price itself, and not when the document is printed."""
    assert refusal("100", *parts) == message


def test_amount_in_yen_is_whole() -> None:
    """An amount stands as written, so that the currency must have it."""
    assert refusal("100", {"amount": "50.5"}, BALANCE, currency="JPY").endswith("write 51")
    assert paid("100", {"amount": "50.0"}, BALANCE, currency="JPY") == ["50", "50"]


def test_instalment_says_what_it_was_written_with() -> None:
    """Title, percent, due date and discount for early payment."""
    found = priced(
        tasks=[task("a")],
        payments=[
            {
                "id": "all",
                "title": "All",
                "percent": 100,
                "due": {"after": "acceptance", "days": 3},
                "early": {"days": 7, "percent": 2},
            }
        ],
    ).instalments[0]
    assert (found.id, found.title, found.percent, found.date) == ("all", "All", 100, None)
    assert found.due is not None
    assert found.early is not None
    assert (found.due.days, found.early.percent) == (3, 2)
