"""What each part of a quote should say, one thing missing at a time."""

from typing import Any

import pytest

from tests.advice.said_quotes import FONTS, SCOPE, SCREENS, found, gaps, only, without

BY_ESTIMATE = {
    **without("quantity"),
    "estimate": {"low": 20, "likely": 24, "high": 40},
}


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        ({"seller": None}, ("no_seller", "seller", True)),
        ({"client": None}, ("no_client", "client", True)),
        ({"valid_until": None}, ("no_valid_until", "valid_until", True)),
        ({"title": None}, ("no_title", "title", False)),
        ({"date": None, "valid_until": "2026-04-01"}, ("no_date", "date", False)),
        ({"scope": None}, ("no_scope", "scope", False)),
        ({"tasks": [without("deliverables")]}, ("no_deliverable", "tasks[0]", False)),
        ({"tasks": [FONTS, without("done_when")]}, ("no_criterion", "tasks[1]", False)),
        ({"tasks": [without("if_changed")]}, ("no_announced_price", "tasks[0]", False)),
    ],
)
def test_one_thing_missing(keys: dict[str, Any], finding: tuple[str, str, bool]) -> None:
    """The one thing that is missing is found, at its place, and nothing else is."""
    assert found(**keys) == [finding]


def test_nothing_offered() -> None:
    """A quote without a task offers nothing, and does not go out."""
    assert ("no_tasks", "tasks", True) in found(tasks=[], scope=SCOPE[:2])


@pytest.mark.parametrize(
    ("item", "finding"),
    [
        ({"answer": "unknown"}, ("unknown:drone-flights", "scope[1].answer", True)),
        ({"answer": "client_supplies"}, ("no_day", "scope[1]", False)),
    ],
)
def test_scope(item: dict[str, Any], finding: tuple[str, str, bool]) -> None:
    """What nobody knows blocks, unless it is priced; what the client supplies needs a day."""
    scope = [SCOPE[0], {"item": "Drone flights", **item}]
    assert found(scope=scope) == [finding]


@pytest.mark.parametrize(
    "task",
    [
        pytest.param(SCREENS, id="allowance"),
        pytest.param(BY_ESTIMATE, id="range"),
        pytest.param({**SCREENS, "billed": "actual"}, id="by what is spent"),
    ],
)
def test_unknown_that_is_priced(task: dict[str, Any]) -> None:
    """What nobody knows goes out where a task prices it, and is still pointed at."""
    scope = [{"item": "Drone flights", "answer": "unknown", "task": "screens"}]
    (one,) = gaps(scope=scope, tasks=[task]).findings
    assert (one.code, one.blocker) == ("unknown:drone-flights", False)


def test_two_unknown_items_are_told_apart() -> None:
    """Each open question has a name of its own, so that one can be waived without the other."""
    scope = [{"item": "Texts?", "answer": "unknown"}, {"item": "Texts", "answer": "unknown"}]
    assert len({code for code, _, _ in found(scope=scope)}) == 2


@pytest.mark.parametrize(
    "task",
    [
        FONTS,
        {"id": "lens", "expense": 40, "unit": "day", "quantity": 2},
        {"id": "care", "price": 49, "every": "month"},
        {**without("deliverables", "done_when", "if_changed"), "id": "old", "ended": "CO-001"},
    ],
)
def test_tasks_of_which_less_is_asked(task: dict[str, Any]) -> None:
    """An expense, what recurs and what has ended need no deliverable and no criterion."""
    assert found(tasks=[SCREENS, task]) == []


@pytest.mark.parametrize(
    ("task", "asked"),
    [
        ({"price": 500}, False),
        ({"price": 100, "unit": "page", "quantity": 5}, True),
        ({"price": 100, "unit": "round"}, True),
        ({"price": 100, "unit": "image", "quantity": 5}, False),
    ],
)
def test_where_a_change_is_likely(task: dict[str, Any], *, asked: bool) -> None:
    """A price of changes is asked of what clients tend to want more of, and of nothing else."""
    bare = {"id": "a", "deliverables": ["A file"], "done_when": "It is approved.", **task}
    assert [code for code, _, _ in found(tasks=[SCREENS, bare])] == ["no_announced_price"] * asked


def test_validity_names_the_agreement() -> None:
    """Who misses a validity is told that the agreement may give it."""
    assert "valid_days in the agreement" in only(gaps(valid_until=None).blockers).remedy
