"""What adjustments and options name must be there."""

from typing import Any

import pytest

from tests.written_quotes import VAT, quote, said, task

CARE = task("care", every="month")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"discounts": [{"id": "d", "percent": 5, "of": ["b"]}]},
            'discounts[0].of[0]: there is no task or phase "b"; known: a, build',
        ),
        (
            {"surcharges": [{"id": "d", "percent": 5, "of": ["a", "bild"]}]},
            'surcharges[0].of[1]: there is no task or phase "bild"; '
            "did you mean build? (known: a, build)",
        ),
        (
            {"discounts": [{"id": "d", "percent": 5, "of": "net"}]},
            "discounts[0].of[0]: net is for a surcharge, and stands alone; name tasks or phases",
        ),
        (
            {"surcharges": [{"id": "d", "percent": 5, "of": ["a", "net"]}]},
            "surcharges[0].of[1]: net is for a surcharge, and stands alone; name tasks or phases",
        ),
        (
            {"tasks": [CARE], "discounts": [{"id": "d", "percent": 5, "of": "care"}]},
            'discounts[0].of[0]: "care" recurs without end and has no part in the totals; '
            "name other tasks, or give it times",
        ),
        (
            {"discounts": [{"id": "d", "amount": 1}, {"id": "d", "amount": 1}]},
            'discounts[1].id: two discounts bear the id "d"; give one of them another',
        ),
        (
            {"discounts": [{"id": "d", "amount": 1, "tax": "vta"}], "taxes": {"vat": VAT}},
            'discounts[0].tax: there is no tax "vta"; did you mean vat? (known: none, vat)',
        ),
    ],
)
def test_adjustment_of_nothing_is_refused(keys: dict[str, Any], message: str) -> None:
    """`of` names counted tasks or phases, or `net` alone."""
    assert said(**{"tasks": [task("a")], "phases": {"build": "Build"}, **keys}) == [message]


def test_adjustment_may_name_what_is_there() -> None:
    """Tasks, phases, net, and what recurs so many times."""
    assert quote(
        tasks=[task("a"), task("b", every="month", times=3)],
        phases={"build": "Build"},
        discounts=[{"id": "d", "percent": 5, "of": ["a", "b", "build"]}],
        surcharges=[{"id": "s", "percent": 4, "of": "net"}],
    )


BASIC = task("a", option="basic")
GOLD = task("b", option="gold")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"selected": ["glod"]},
            'selected[0]: there is no option "glod"; did you mean gold? (known: basic, gold)',
        ),
        (
            {"alternatives": {"package": ["basic", "gold"]}, "selected": ["gold", "basic"]},
            'selected: basic and gold are both selected, but "package" allows one; '
            "select one of them",
        ),
    ],
)
def test_option_that_nobody_offers_is_refused(keys: dict[str, Any], message: str) -> None:
    """Options are those of the tasks, and of alternatives one at most is selected."""
    assert said(tasks=[BASIC, GOLD], **keys) == [message]


def test_no_alternative_need_be_selected() -> None:
    """The client may want none."""
    assert quote(tasks=[BASIC, GOLD], alternatives={"package": ["basic", "gold"]})
    assert quote(
        tasks=[BASIC, GOLD], alternatives={"package": ["basic", "gold"]}, selected=["gold"]
    )


def test_package_that_this_quote_does_not_offer_may_be_listed() -> None:
    """A studio lists its packages once, for every quote."""
    listed = quote(
        tasks=[BASIC],
        alternatives={"package": ["basic", "gold"]},
        option_titles={"shop": "Shop"},
        selected=["gold"],
    )
    assert listed.selected == {"gold"}
