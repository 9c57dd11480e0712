"""Tasks may not wait for one another in a circle."""

from typing import Any

import pytest

from quotekit.quotes import counts, predecessors
from tests.written_quotes import quote, said, task

OUT = "take one of them out of `after`"


@pytest.mark.parametrize(
    ("tasks", "place", "message"),
    [
        ([task("a", after=["a"])], 0, f"a → a; {OUT}"),
        ([task("a", after=["b"]), task("b", after=["a"])], 0, f"a → b → a; {OUT}"),
        (
            [task("a", after=["c"]), task("b", after=["a"]), task("c", after=["b"])],
            0,
            f"a → c → b → a; {OUT}",
        ),
        (
            [task("x"), task("a", after=["b"]), task("b", after=["a"])],
            1,
            f"a → b → a; {OUT}",
        ),
        (
            [task("a", after=["b"]), task("b")],
            0,
            "a → b → a; give b an `after` of its own, such as after: []",
        ),
        (
            [task("a", after=["c"]), task("b"), task("c")],
            0,
            "a → c → b → a; give c an `after` of its own, such as after: []",
        ),
        (
            [task("a", after=["b"]), task("o", option="gold"), task("b")],
            0,
            "a → b → a; give b an `after` of its own, such as after: []",
        ),
    ],
)
def test_circle_is_named(tasks: list[dict[str, Any]], place: int, message: str) -> None:
    """The error names the circle, be it stated or follow from the order of the tasks."""
    assert said(tasks=tasks) == [f"tasks[{place}].after: the tasks wait for one another: {message}"]


@pytest.mark.parametrize(
    "tasks",
    [
        [task("a"), task("b"), task("c")],
        [task("a", after=["b"]), task("b", after=[])],
        [task("a", after=[]), task("b", after=["a"]), task("c", after=["a", "b"])],
        [task("a", after=["c"]), task("b", after=[]), task("c")],
        [task("a"), task("b", after=["a"]), task("c", after=["a"]), task("d", after=["b", "c"])],
    ],
)
def test_way_without_a_circle_is_taken(tasks: list[dict[str, Any]]) -> None:
    """A task may wait for one that is written later."""
    assert quote(tasks=tasks)


def test_selecting_an_option_may_close_a_circle() -> None:
    """A task that does not count is passed over by the order; once selected it is not."""
    tasks = [task("a"), task("o", option="gold", after=["c"]), task("c")]
    assert quote(tasks=tasks)
    assert said(tasks=tasks, selected=["gold"]) == [
        "tasks[1].after: the tasks wait for one another: o → c → o; "
        "give c an `after` of its own, such as after: []"
    ]


def test_long_way_is_walked() -> None:
    """Ten thousand tasks that wait for one another are no deeper than one."""
    count = 10_000
    tasks = [task(f"t{at}", after=[f"t{at + 1}"]) for at in range(count)]
    assert quote(tasks=[*tasks, task(f"t{count}", after=[])])


def test_predecessor_is_the_counted_task_before() -> None:
    """One person works: without `after` the counted task before is waited for."""
    found = quote(
        tasks=[
            task("a"),
            task("o", option="gold"),
            task("care", every="month"),
            task("b"),
            task("c", after=[]),
            task("d", after=["a", "b"]),
        ]
    )
    assert predecessors(found.tasks, found.selected) == [(), (0,), (0,), (0,), (), (0, 3)]


@pytest.mark.parametrize(
    ("keys", "counted"),
    [
        ({}, True),
        ({"option": "gold"}, True),
        ({"option": "shop"}, False),
        ({"every": "month"}, False),
        ({"every": "month", "times": 3}, True),
        ({"every": "month", "times": 3, "option": "shop"}, False),
    ],
)
def test_task_counts(keys: dict[str, Any], counted: bool) -> None:  # noqa: FBT001
    """A task counts if its option is selected and it has an end."""
    (one,) = quote(tasks=[task("a", **keys)]).tasks
    assert counts(one, {"gold"}) is counted
