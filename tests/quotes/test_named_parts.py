"""A reference that names nothing is refused with the known names and the nearest."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.written_quotes import VAT, quote, said, task

RATES = {"work": {"price": 80}}


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {
                "tasks": [{"id": "a", "rate": "desgin", "quantity": 1}],
                "rates": {"design": {"price": 1}},
            },
            'tasks[0].rate: there is no rate "desgin"; did you mean design? (known: design)',
        ),
        (
            {"tasks": [{"id": "a", "rate": "design", "quantity": 1}]},
            'tasks[0].rate: there is no rate "design"; add rate design',
        ),
        (
            {"tasks": [task("a", phase="x")], "phases": {"build": "Build", "design": "Design"}},
            'tasks[0].phase: there is no phase "x"; known: build, design',
        ),
        (
            {"tasks": [task("a", tax=["vat", "vta"])], "taxes": {"vat": VAT}},
            'tasks[0].tax: there is no tax "vta"; did you mean vat? (known: none, vat)',
        ),
        (
            {"tax": "mwst", "taxes": {"vat": VAT}},
            'tax: there is no tax "mwst"; known: none, vat',
        ),
        (
            {"tasks": [task("a"), task("b", after=["a", "c"])]},
            'tasks[1].after[1]: there is no task "c"; known: a, b',
        ),
        (
            {
                "tasks": [task("a", if_changed=[{"id": "x", "rate": "w", "quantity": 1}])],
                "rates": RATES,
            },
            'tasks[0].if_changed[0].rate: there is no rate "w"; known: work',
        ),
        (
            {"tasks": [task("a"), task("b"), task("a")]},
            'tasks[2].id: two tasks bear the id "a"; give one of them another',
        ),
        (
            {"tasks": [task("build")], "phases": {"build": "Build"}},
            'tasks[0].id: a task and a phase bear the id "build"; give one of them another',
        ),
        (
            {"tasks": [task("a", discounts=[{"id": "d", "amount": 1}, {"id": "d", "amount": 1}])]},
            'tasks[0].discounts[1].id: two discounts bear the id "d"; give one of them another',
        ),
        (
            {"tasks": [task("a", surcharges=[{"id": "d", "amount": 1}, {"id": "d", "amount": 1}])]},
            'tasks[0].surcharges[1].id: two surcharges bear the id "d"; give one of them another',
        ),
        (
            {"tasks": [task("a", if_changed=[{"id": "x", "price": 1}, {"id": "x", "price": 1}])]},
            'tasks[0].if_changed[1].id: two if_changed bear the id "x"; give one of them another',
        ),
        (
            {"scope": [{"item": "SEO", "answer": "included", "task": "b"}], "tasks": [task("a")]},
            'scope[0].task: there is no task "b"; known: a',
        ),
    ],
)
def test_reference_to_nothing_is_refused(keys: dict[str, Any], message: str) -> None:
    """Place, fact, remedy."""
    assert said(**keys) == [message]


@pytest.mark.parametrize("name", ["none", "net", "start", "acceptance", "delivery"])
@pytest.mark.parametrize(
    ("what", "place", "stated"),
    [
        ("task", "tasks[0].id", lambda name: {"tasks": [task(name)]}),
        ("option", "tasks[0].option", lambda name: {"tasks": [task("a", option=name)]}),
        ("rate", "rates.{}", lambda name: {"rates": {name: {"price": 1}}}),
        ("tax", "taxes.{}", lambda name: {"taxes": {name: VAT}}),
        ("phase", "phases.{}", lambda name: {"phases": {name: "Phase"}}),
        ("option", "option_titles.{}", lambda name: {"option_titles": {name: "Option"}}),
        ("option", "alternatives.one[1]", lambda name: {"alternatives": {"one": ["a", name]}}),
        ("discount", "discounts[0].id", lambda name: {"discounts": [{"id": name, "amount": 1}]}),
        ("surcharge", "surcharges[0].id", lambda name: {"surcharges": [{"id": name, "amount": 1}]}),
        ("payment", "payments[0].id", lambda name: {"payments": [{"id": name, "percent": 100}]}),
        (
            "announced change",
            "tasks[0].if_changed[0].id",
            lambda name: {"tasks": [task("a", if_changed=[{"id": name, "price": 1}])]},
        ),
        (
            "discount",
            "tasks[0].discounts[0].id",
            lambda name: {"tasks": [task("a", discounts=[{"id": name, "amount": 1}])]},
        ),
        (
            "surcharge",
            "tasks[0].surcharges[0].id",
            lambda name: {"tasks": [task("a", surcharges=[{"id": name, "amount": 1}])]},
        ),
    ],
)
def test_reserved_word_is_no_id(
    name: str, what: str, place: str, stated: Callable[[str], dict[str, Any]]
) -> None:
    """Five words have a meaning of their own, and are no id of anything."""
    assert said(**stated(name)) == [
        f'{place.format(name)}: no {what} may be called "{name}"; choose another id; '
        "none, net, start, acceptance, delivery are reserved"
    ]


def test_ids_of_the_engine_are_their_own() -> None:
    """What a change order adds bears its number, whatever comes behind it."""
    assert quote(discounts=[{"id": "CO-001.net", "amount": 1}])


def test_same_id_may_stand_in_different_kinds() -> None:
    """Ids are unique within their kind."""
    assert quote(
        tasks=[
            task("x", discounts=[{"id": "x", "amount": 1}], surcharges=[{"id": "x", "amount": 1}])
        ],
        discounts=[{"id": "x", "amount": 1}],
        surcharges=[{"id": "x", "amount": 1}],
        payments=[{"id": "x", "balance": True}],
        rates={"x": {"price": 1}},
        taxes={"x": VAT},
    )


def test_many_known_names_are_cut() -> None:
    """A message names sixty and says that there are more."""
    phases = {f"p{number:02}": "Phase" for number in range(61)}
    (line,) = said(tasks=[task("a", phase="zzz")], phases=phases)
    assert line.endswith(f"known: {', '.join(list(phases)[:60])} …")
    del phases["p60"]
    (line,) = said(tasks=[task("a", phase="zzz")], phases=phases)
    assert line.endswith(f"known: {', '.join(phases)}")
