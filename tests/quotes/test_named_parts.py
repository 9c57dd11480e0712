"""A reference that names nothing is refused with the known names and the nearest."""

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
            {"tasks": [task("net")]},
            'tasks[0].id: no task may be called "net"; choose another id',
        ),
        (
            {"phases": {"start": "Start"}},
            'phases.start: no phase may be called "start"; choose another id',
        ),
        (
            {"taxes": {"none": VAT}},
            'taxes.none: no tax may be called "none"; choose another id',
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
def test_reserved_word_is_no_id(name: str) -> None:
    """Five words have a meaning of their own."""
    assert said(tasks=[task(name)])[0].endswith(
        f'no task may be called "{name}"; choose another id'
    )


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
