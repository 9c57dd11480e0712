"""The figures of a printed change order: contract sum and time, taxes, instalments, the end."""

import re
from decimal import Decimal

import pytest

from quotekit.changes import ChangeOrder, Contract, compare, issue
from quotekit.pricing import price
from quotekit.rendering import render
from tests.rendering.printed_orders import (
    BLOG,
    MORE_SCREENS,
    ON,
    TASKS,
    agreement,
    ordered,
    printed,
    quote,
    request,
    rows,
)

_AMOUNT = re.compile(r"(?<=  )[+-]?€[0-9,.]+$")
LARGER = request(MORE_SCREENS, BLOG, {"remove": "fonts"}, wanted_by="2026-03-24")


def larger(**keys: object) -> ChangeOrder:
    """Order two more screens and a blog, without the fonts, in a hurry."""
    return ordered(LARGER, quote(**keys), agreement())


def test_net_taxes_and_total_move() -> None:
    """Tax by tax, from before to after."""
    found = rows(printed(larger()))
    assert found["Net"] == ["€6,450.00", "€8,580.00", "+€2,130.00"]
    assert found["VAT 19%"] == ["€1,132.40", "€1,537.10", "+€404.70"]
    assert found["reduced 7%"] == ["€34.30", "€34.30", "€0.00"]
    assert found["Total"] == ["€7,616.70", "€10,151.40", "+€2,534.70"]


def test_contract_sum_has_five_lines_net_and_total() -> None:
    """AIA G701: the original, earlier orders, before, this one, after."""
    contract = Contract(quote(), agreement=agreement())
    first = issue(contract, LARGER, on=ON)
    contract = contract.offer(first).accept("CO-001", on=ON)
    found = rows(printed(issue(contract, request({"remove": "blog"}), on=ON)))
    assert found["Contract sum"] == ["Net", "Total"]
    assert found["Original"] == ["€6,450.00", "€7,616.70"]
    assert found["Change by earlier orders"] == ["+€2,130.00", "+€2,534.70"]
    assert found["Before this order"] == ["€8,580.00", "€10,151.40"]
    assert found["This order (decrease)"] == ["-€950.00", "-€1,130.50"]
    assert found["After this order"] == ["€7,630.00", "€9,020.90"]


def test_contract_time_has_the_same_lines_and_the_finish() -> None:
    """In working days, and whether the work is done later."""
    text = printed(larger())
    days = text[text.index("Contract time") : text.index("Payment")]
    found = rows(days)
    assert found["Before this order"] == ["11 working days"]
    assert found["This order"] == ["+3 working days"]
    assert found["After this order"] == ["14 working days"]
    assert "The new finish date is April 24, 2026, later than before (April 21, 2026)." in days


def test_finish_may_come_earlier() -> None:
    """Or stay where it is."""
    sooner = printed(ordered(request({"remove": "screens"})))
    assert "earlier than before (April 21, 2026)." in sooner
    assert "The finish date stays April 21, 2026." in printed(ordered(request({"remove": "fonts"})))


def test_new_order_of_the_work_is_told_where_a_day_moves() -> None:
    """What takes no time may stand anywhere."""
    moved = printed(ordered(request({"order": ["frontend", "screens"]})))
    assert "New order of the work: Frontend (2), Screen design (1)." in moved
    assert "New order" not in printed(ordered(request({"order": ["fonts", "texts-en"]})))


def test_reason_of_another_order_of_the_work_is_told() -> None:
    """As that of any other change, and only where the order itself is told."""
    swap = {"order": ["frontend", "screens"], "because": "The texts come late."}
    for schedule, told in (({"start": "2026-04-07", "hours_per_day": 6}, True), (None, False)):
        text = printed(ordered(request(swap), quote(schedule=schedule)))
        assert ("New order of the work: Frontend (2), Screen design (1)." in text) is told
        assert ("\n  Reason: The texts come late.\n" in text) is told


def test_payable_stands_beside_the_total_where_it_is_another() -> None:
    """Where a tax is withheld."""
    taxes = {
        "vat": {"title": "IVA", "percent": "21"},
        "irpf": {"title": "IRPF", "percent": "15", "withheld": True},
        "reduced": {"title": "IVA", "percent": "10"},
    }
    found = rows(printed(larger(taxes=taxes, tax=["vat", "irpf"])))
    assert found["Contract sum"] == ["Net", "Total", "Payable"]
    assert found["IRPF 15% withheld"] == ["-€894.00", "-€1,213.50", "-€319.50"]


def test_rounding_of_what_is_withheld_is_taken_off() -> None:
    """As what is withheld is, so that the page adds up to what is payable."""
    taxes = {
        "iva": {"title": "IVA", "percent": "21"},
        "irpf": {"title": "IRPF", "percent": "15", "withheld": True},
        "other": {"title": "Other", "percent": "5.5", "withheld": True},
    }
    on = quote(
        taxes=taxes, tax=["iva", "irpf", "other"], rounding="total", payments=[], discounts=[],
        tasks=[{"id": "a", "price": "50"}],
    )  # fmt: skip
    found = rows(printed(ordered(request({"revise": "a", "set": {"price": "100.03"}}), on)))
    total, payable = found["Total"][1], found["Amount payable"][1]
    assert (total, payable) == ("€121.04", "€100.53")
    assert found["IRPF 15% withheld"][1] == "-€15.00"
    assert found["Other 5.5% withheld"][1] == "-€5.50"
    assert found["Rounding"] == ["€0.00", "-€0.01", "-€0.01"]


def test_contract_sum_names_no_tax_where_none_applies() -> None:
    """Nor does the total above it."""
    tasks = [{**task, "tax": "none"} for task in TASKS]
    order = larger(taxes={}, tax="none", tasks=tasks)
    for language in ("fr", "ja", "nl", "pl", "zh_CN"):
        page = printed(order, language)
        assert not [word for word in ("TTC", "税込", "incl. btw", "Brutto", "价税") if word in page]


def test_no_work_rests_on_an_option_that_nobody_selected() -> None:
    """It is not agreed, so that nobody works on it."""
    on = quote(tasks=[*TASKS, {"id": "gold", "title": "Gold", "price": "9", "option": "gold"}])
    page = printed(ordered(request({"revise": "gold", "set": {"price": "10"}}), on))
    assert "Gold" in page
    assert "work rests on" not in page


def test_rounding_to_a_coin_has_its_row() -> None:
    """So that what is payable follows from the total."""
    found = rows(printed(larger(round_to="1", payments=[])))
    assert found["Rounding to €1.00"] == ["€0.30", "-€0.40", "-€0.70"]
    assert found["Amount payable"] == ["€7,617.00", "€10,151.00", "+€2,534.00"]


def test_no_tax_is_said_to_be_due_only_where_there_is_none() -> None:
    """Not where the only task with a tax is taken out."""
    on = quote(tasks=[{**TASKS[0], "tax": "none"}, TASKS[1]], payments=[])
    assert "No tax is added" not in printed(ordered(request({"remove": "frontend"}), on))
    tasks = [{**task, "tax": "none"} for task in TASKS]
    assert "No tax is added" in printed(larger(taxes={}, tax="none", tasks=tasks))


def test_one_column_where_no_tax_applies() -> None:
    """A net beside an equal total says nothing."""
    tasks = [{**task, "tax": "none"} for task in TASKS]
    found = rows(printed(larger(taxes={}, tax="none", tasks=tasks)))
    assert found["Contract sum"] == ["Total"]
    assert "Net" not in found


def test_prices_that_include_tax_are_labelled_so() -> None:
    """The lines are gross then, and the net stands below the total."""
    text = printed(larger(prices_include_tax=True))
    assert "Difference, tax included" in text
    assert text.index("including VAT 19%") < text.index("\nNet ")


def test_document_discount_moves_with_the_work() -> None:
    """From before to after."""
    text = printed(larger(discounts=[{"id": "loyal", "title": "Loyalty", "percent": "5"}]))
    assert rows(text)["Loyalty 5%"] == ["-€322.50 → -€389.50", "-€67.00"]


def test_rounding_at_the_end_has_its_row() -> None:
    """Where shown parts do not add up to the shown whole."""
    on = quote(
        rounding="total", payments=[],
        tasks=[{"id": "a", "price": "20.10", "quantity": "3.05"}, {"id": "b", "price": "100"}],
    )  # fmt: skip
    asked = request({"add": {"id": "c", "price": "20.10", "quantity": "3.05"}})
    text = printed(ordered(asked, on))
    assert rows(text)["Rounding"] == ["€0.00 → -€0.01", "-€0.01"]
    assert "Rounding                                          -€0.01" in text


def test_fixed_instalment_says_so() -> None:
    """It stays as it is, and is called what it was."""
    found = rows(printed(ordered(LARGER, None, agreement(), paid=("deposit",))))
    assert found["Deposit 30% (invoiced or paid)"] == ["€2,285.01", "€2,285.01"]
    assert found["Design approved 30%"] == ["€2,285.01", "€3,045.42"]


def test_negative_instalment_is_a_refund() -> None:
    """Where more is paid than is payable in the end."""
    asked = request(
        {"remove": "frontend"},
        {"remove": "screens"},
        {"revise_quote": {"payments": [{"id": "deposit", "amount": "2285.01"}]}},
    )
    found = rows(printed(ordered(asked, None, agreement(), paid=("deposit",))))
    assert found["Change order CO-001 (refund)"] == ["–", "-€1,617.91"]
    assert found["Balance (no longer due)"] == ["€3,046.68", "–"]


@pytest.mark.parametrize("discounts", [[], [{"id": "loyal", "percent": "5"}]])
@pytest.mark.parametrize("rounding", ["line", "total"])
def test_differences_add_up_on_the_page(rounding: str, discounts: list[object]) -> None:
    """Law 1: those of the lines come to that of net."""
    text = printed(larger(rounding=rounding, discounts=discounts))
    lines, _, figures = text.partition("Before  ")
    ends = (_AMOUNT.search(line) for line in lines.splitlines())
    amounts = [Decimal(end[0].replace("€", "").replace(",", "")) for end in ends if end]
    net = rows(figures)["Net"][2].replace("€", "").replace(",", "")
    assert len(amounts) > 4
    assert sum(amounts) == Decimal(net)


def test_bare_difference_counts_days_too() -> None:
    """Before, by how many, after."""
    text = printed(compare(quote(), quote(tasks=TASKS[1:])))
    assert rows(text[text.index("Timeline") :])["Difference"] == ["-4 working days"]


def test_priced_again_the_revised_quote_is_the_contract() -> None:
    """What the page states as the sum after the order is what its quote comes to."""
    order = larger()
    shown = rows(printed(order))["After this order"][1]
    assert shown == rows(render(price(order.after.quote), language="en"))["Total"][0]
