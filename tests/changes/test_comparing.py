"""Two quotes held against each other: sums, taxes, time and instalments."""

from datetime import date
from typing import Any

import pytest

from quotekit.changes import ChangeOrder, Steps, compare
from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote
from tests.changes.contracts import (
    FONTS,
    FRONTEND,
    PARTS,
    SCREENS,
    SHOP,
    TEXTS,
    agreed,
    contract,
    of,
    order,
)
from tests.written_quotes import amounts, task

MORE = {**SCREENS, "quantity": 30}


def steps(*texts: str) -> Steps[Any]:
    """Return the five steps of an amount."""
    return Steps(*amounts(*texts))


def test_bare_difference_has_no_policy() -> None:
    """No number, no day, no fee and no allowance."""
    found = compare(agreed(), of(MORE, FRONTEND, TEXTS, FONTS))
    assert (found.number, found.title, found.issued, found.valid_until) == (None,) * 4
    assert (found.request, found.allowance, found.rounds, found.paid) == (None, None, (), ())
    assert [line.id for line in found.lines] == ["screens"]
    assert [action.verb for action in found.actions] == ["revise"]


def test_sum_goes_in_five_steps() -> None:
    """Of a bare difference the quote before is the original."""
    found = compare(agreed(), of(MORE, FRONTEND, TEXTS, FONTS)).sum
    assert found.net == steps("6450.00", "0.00", "6450.00", "510.00", "6960.00")
    assert found.total == steps("7616.70", "0.00", "7616.70", "606.90", "8223.60")
    assert found.payable == found.total


def test_earlier_orders_stand_between_the_original_and_this_one() -> None:
    """The original figures stay what they were."""
    one = contract()
    first = order(one, {"remove": "fonts"})
    one = one.offer(first).accept("CO-001", on=date(2026, 3, 20))
    found = order(one, {"revise": "screens", "set": {"quantity": 30}})
    assert found.sum.net == steps("6450.00", "-120.00", "6330.00", "510.00", "6840.00")
    assert found.original is one.priced_original


@pytest.mark.parametrize(
    ("keys", "key"),
    [({"currency": "CHF"}, "currency"), ({"prices_include_tax": True}, "prices_include_tax")],
)
def test_sums_of_different_kinds_are_not_compared(keys: dict[str, Any], key: str) -> None:
    """Nobody can say by how many euros a sum in francs is more."""
    with pytest.raises(InvalidInputError) as refusal:
        compare(agreed(), agreed(**keys))
    assert refusal.value.faults[0].code == "not_comparable"
    assert str(refusal.value) == (
        f"{key}: {key} is not the same in both quotes, so that no sum can be compared; "
        "write both alike"
    )


def taxes(old: Quote, new: Quote) -> list[tuple[str, str, str, str]]:
    """Return what becomes of each tax."""
    return [
        (tax.name, f"{tax.before:f}", f"{tax.after:f}", f"{tax.difference:f}")
        for tax in compare(old, new).taxes
    ]


def test_every_tax_of_either_quote_is_shown() -> None:
    """In the order of the new one's taxes, one that has gone last."""
    new = agreed(taxes={"ust": {"percent": 20}, "vat": {"percent": 19}}, tasks=[SCREENS])
    assert taxes(agreed(), new) == [
        ("vat", "1132.40", "387.60", "-744.80"),
        ("reduced", "34.30", "0.00", "-34.30"),
    ]
    assert taxes(agreed(), agreed(tax=["reduced"])) == [
        ("vat", "1132.40", "0.00", "-1132.40"),
        ("reduced", "34.30", "451.50", "417.20"),
    ]


def test_withheld_tax_says_so() -> None:
    """It lowers what is payable and not the total."""
    withheld = {"irpf": {"title": "IRPF", "percent": 15, "withheld": True}}
    old, new = (of(task("a", price), taxes=withheld, tax=["irpf"]) for price in ("100", "200"))
    found = compare(old, new)
    tax = found.taxes[0]
    assert (tax.title, tax.percent, tax.withheld, tax.difference) == ("IRPF", 15, True, 15)
    assert found.sum.payable.change == 85
    assert found.sum.total.change == 100


def test_rounding_between_whole_and_parts_is_held_against_each_other() -> None:
    """Where rounding happens at the end, and one quote may have none."""
    parts = [task(name, "0.333", quantity=1) for name in "ab"]
    old, new = (of(*parts[:many], rounding="total", tax=None) for many in (1, 2))
    assert compare(old, old).rounding_rows == ()
    there, back = compare(old, new).rounding_rows, compare(new, old).rounding_rows
    assert [(row.between, *map(str, (row.before, row.after, row.difference))) for row in there] == [
        ("net", "0.00", "0.01", "0.01")
    ]
    assert [str(row.difference) for row in back] == ["-0.01"]


def dates(found: ChangeOrder) -> tuple[int, int, int, date | None, date | None]:
    """Return the working days before, by how many they change, and after, with the dates."""
    time = found.time
    days = time.working_days
    return days.before, days.change, days.after, time.finish_before, time.finish_after


@pytest.mark.parametrize(
    ("schedule", "new", "expected"),
    [
        ({"hours_per_day": 6}, [MORE, FRONTEND], (11, 1, 12, None, None)),
        ({"hours_per_day": 6}, [FONTS], (11, -11, 0, None, None)),
        (
            {"hours_per_day": 6, "start": "2026-03-23"},
            [SCREENS],
            (11, -7, 4, date(2026, 4, 6), date(2026, 3, 26)),
        ),
    ],
)
def test_time_is_counted_in_working_days(
    schedule: dict[str, Any], new: list[dict[str, Any]], expected: tuple[Any, ...]
) -> None:
    """A finish is planned where there is a start; no work takes no time."""
    old = of(SCREENS, FRONTEND, schedule=schedule)
    assert dates(compare(old, of(*new, schedule=schedule))) == expected


def test_instalments_are_shown_before_and_after() -> None:
    """Each with what it comes to."""
    old, new = agreed(payments=PARTS), of(MORE, FRONTEND, TEXTS, FONTS, payments=PARTS)
    assert [(one.id, str(one.before), str(one.after)) for one in compare(old, new).instalments] == [
        ("deposit", "2285.01", "2467.08"),
        ("middle", "2285.01", "2467.08"),
        ("rest", "3046.68", "3289.44"),
    ]


def test_selection_alone_is_a_difference() -> None:
    """An option that is selected is added to the sum."""
    found = compare(of(SCREENS, SHOP), of(SCREENS, SHOP, selected=["shop"]))
    assert [(line.id, line.change, str(line.difference)) for line in found.lines] == [
        ("shop", "added", "2400.00")
    ]
