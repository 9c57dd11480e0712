"""Models made in Python are refused in the same words as files."""

from typing import Any

import pytest

import quotekit as qk
from quotekit.quotes import Written


@pytest.mark.parametrize(
    ("model", "keys", "said"),
    [
        (
            "Task",
            {"id": "a", "price": 0.1},
            ['price: "0.1" is a float, which is not exact; write Decimal("0.1")'],
        ),
        (
            "Rate",
            {"price": 0.1},
            ['price: "0.1" is a float, which is not exact; write Decimal("0.1")'],
        ),
        ("Rate", {"prise": 1}, ["price: price is missing; write price", "prise: "]),
        (
            "Agreement",
            {"changes": {"minimun": 5}},
            ['changes.minimun: "minimun" is not a known key'],
        ),
        ("ChangeRequest", {"id": "../"}, ['id: "../" is no id', "actions: "]),
        ("Currency", {"code": "EUX"}, ['"EUX" is no currency of ISO 4217']),
        ("Quote", {"number": "Q-1"}, ["currency: currency is missing", "tasks: tasks is missing"]),
    ],
)
def test_refusal(model: str, keys: dict[str, Any], said: list[str]) -> None:
    """One error tree, with every fault at once."""
    with pytest.raises(qk.InvalidInputError) as refused:
        getattr(qk, model)(**keys)
    lines = str(refused.value).splitlines()
    for words in said:
        assert any(line.startswith(words) for line in lines), lines


def test_parts_are_not_made_by_name() -> None:
    """pydantic makes the parts of a document itself, which is several times as fast."""
    models: list[Any] = [Written, *Written.__subclasses__()]
    assert not any(model.__pydantic_custom_init__ for model in models)


def test_faults_inside_a_part_have_its_path() -> None:
    """A fault of a part is told from the outermost model."""
    with pytest.raises(qk.InvalidInputError) as refused:
        qk.Task(id="a", price=5, discounts=[{"id": "d", "percent": "x"}])  # type: ignore[arg-type]
    assert str(refused.value).startswith('discounts[0].percent: "x" is not a number')
