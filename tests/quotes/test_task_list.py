"""A task list knows itself in chunks, and its copies share them."""

from decimal import Decimal

import pytest

from quotekit.quotes import Task, TaskList, chunked
from tests.written_quotes import quote, task


def some(count: int) -> TaskList:
    """Return a list of so many tasks."""
    tasks = quote(tasks=[task(f"t{at}", str(at)) for at in range(count)]).tasks
    assert isinstance(tasks, TaskList)
    return tasks


@pytest.mark.parametrize(
    ("count", "lengths"),
    [(0, []), (1, [1]), (128, [128]), (129, [128, 1]), (300, [128, 128, 44])],
)
def test_chunks_hold_128(count: int, lengths: list[int]) -> None:
    """The last chunk holds what is left."""
    tasks = some(count)
    assert [len(chunk) for chunk in chunked(tasks)] == lengths
    assert [len(chunk) for chunk in tasks.plain] == lengths
    assert [one for chunk in chunked(tasks) for one in chunk] == list(tasks)


def test_plain_tuple_has_the_same_chunks() -> None:
    """A tuple that is no list is cut alike."""
    tasks = some(300)
    assert chunked(tuple(tasks)) == chunked(tasks)


@pytest.mark.parametrize("position", [0, 127, 128, 255, 299])
def test_replacing_shares_all_chunks_but_one(position: int) -> None:
    """One change makes one new chunk, and everything else is the very same."""
    tasks = some(300)
    new = Task(id="new", price=Decimal(5))
    changed = tasks.replacing(position, new)
    fresh = TaskList([*tasks[:position], new, *tasks[position + 1 :]])
    assert tuple(changed) == tuple(fresh)
    assert (changed.chunks, changed.identities, changed.plain) == (
        fresh.chunks,
        fresh.identities,
        fresh.plain,
    )
    same = [old is kept for old, kept in zip(tasks.chunks, changed.chunks, strict=True)]
    assert same.count(False) == 1
    assert same.index(False) == position // 128


def test_list_is_a_tuple() -> None:
    """It compares, and is frozen, as one."""
    tasks = some(3)
    assert tasks == tuple(tasks)
    assert quote(tasks=tasks).tasks is tasks


def test_facts_are_those_of_plain_tasks() -> None:
    """A price times a quantity and nothing more is plain."""
    tasks = quote(
        rates={"work": {"price": 80}},
        phases={"build": "Build"},
        tasks=[
            task("a", "5", tax="none", phase="build", days=3),
            {"id": "b", "rate": "work", "quantity": 2},
            {"id": "c", "expense": 5},
            task("d", option="gold"),
            task("e", every="month"),
            task("f", per=100),
            task("g", discounts=[{"id": "d", "amount": 1}]),
            task("h", surcharges=[{"id": "d", "amount": 1}]),
            {"id": "i", "rate": "work", "estimate": {"low": 1, "likely": 1, "high": 1}},
        ],
    ).tasks
    assert isinstance(tasks, TaskList)
    assert tasks.plain[0] == (
        (None, 5, 1, ()),
        ("work", 0, 2, None),
        *[None] * 7,
    )
