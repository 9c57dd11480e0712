"""Requests in files are priced one on top of the other."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotekit.changes import Contract
from quotekit.errors import InvalidInputError
from quotekit.files import parse_agreement, parse_quote, plan_requests

DAY = date(2026, 3, 22)
QUOTE = """\
quotekit: quote/1
number: Q-1
currency: EUR
rates: {work: {price: 10, unit: hour}}
tasks: [{id: a, rate: work, quantity: 10}, {id: b, price: 50}]
payments: [{id: first, percent: 50}, {id: rest, balance: true}]
"""
LATE = "quotekit: agreement/1\nchanges: {late: [{from: 50 %, percent: 10}]}\n"


def written(folder: Path, name: str, actions: str) -> Path:
    """Write a request and return its path."""
    path = folder / f"{name}.yaml"
    path.write_text(f"quotekit: change/1\nid: {name}\nactions: [{actions}]\n", encoding="utf-8")
    return path


def contract() -> Contract:
    """Return a small contract with a fee for what comes late."""
    return Contract(parse_quote(QUOTE), parse_agreement(LATE))


def test_each_rests_on_the_one_before(tmp_path: Path) -> None:
    """The second request meets what the first has made, and the original sum stays."""
    paths = [
        written(tmp_path, "one", "{add: {id: c, price: 7}}"),
        written(tmp_path, "two", "{revise: c, set: {price: 9}}, {remove: b}"),
    ]
    one, two = plan_requests(contract(), paths, on=DAY)
    assert (one.number, two.number) == ("CO-001", "CO-002")
    assert two.base == one.revised
    net = two.sum.net
    assert (net.original, net.earlier, net.before, net.change, net.after) == (
        150, 7, 157, -48, 109,
    )  # fmt: skip


def test_progress_is_rescaled(tmp_path: Path) -> None:
    """Half done of ten hours is a quarter of twenty: the second extension is not late."""
    paths = [
        written(tmp_path, "one", "{revise: a, set: {quantity: 20}}"),
        written(tmp_path, "two", "{revise: a, set: {quantity: 30}}"),
    ]
    one, two = plan_requests(contract(), paths, on=DAY, progress={"a": "50 %"})
    assert [line.id for line in one.lines] == ["a", "CO-001.late.a"]
    assert [line.id for line in two.lines] == ["a"]
    assert two.progress == {"a": Decimal(25)}


def test_paid_stays_paid(tmp_path: Path) -> None:
    """An instalment that is paid is not touched by any of them."""
    paths = [written(tmp_path, name, f"{{add: {{id: {name}, price: 10}}}}") for name in ("c", "d")]
    orders = plan_requests(contract(), paths, on=DAY, paid=["first"])
    assert [(part.after, part.fixed) for order in orders for part in order.instalments] == [
        (75, True), (85, False), (75, True), (95, False),
    ]  # fmt: skip


def test_faults_of_shape_of_all_files_come_at_once(tmp_path: Path) -> None:
    """Every file is read before any is priced."""
    paths = [
        written(tmp_path, "one", "{remove: nothing}"),
        written(tmp_path, "two", "{remove: ../a}"),
        written(tmp_path, "three", "{removed: a}"),
    ]
    with pytest.raises(InvalidInputError) as refused:
        plan_requests(contract(), paths, on=DAY)
    assert [(fault.file, fault.line) for fault in refused.value.faults] == [
        (str(paths[1]), 3),
        (str(paths[2]), 3),
    ]


def test_what_does_not_fit_is_placed_in_its_file(tmp_path: Path) -> None:
    """What the second request finds missing is said at its line."""
    paths = [
        written(tmp_path, "one", "{remove: b}"),
        written(tmp_path, "two", "{add: {id: c, price: 5}}, {revise: b, set: {price: 1}}"),
    ]
    with pytest.raises(InvalidInputError) as refused:
        plan_requests(contract(), paths, on=DAY)
    assert str(refused.value).startswith(f"{paths[1]}:3:46: actions[1].revise: there is no task ")
