"""JSON Schemas: valid themselves, and true of what people write."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from quotekit.errors import UnknownNameError
from quotekit.rendering import schema, schema_names

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("**/*.yaml"))


class Loader(yaml.SafeLoader):
    """Read a file as an editor does: numbers and truths, but no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", schema_names())
def test_schema_is_valid(name: str) -> None:
    """Each is a schema of draft-07."""
    Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_examples_obey_their_schema(path: Path) -> None:
    """What an editor says of an example is: nothing."""
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader)  # noqa: S506 - a safe one
    Draft7Validator(schema(data["quotekit"])).validate(data)


@pytest.mark.parametrize(
    ("action", "sound"),
    [
        ({"add": {"id": "a", "price": 5}, "before": "b"}, True),
        ({"revise": "a", "set": {"quantity": 3, "phase": None}, "because": "more"}, True),
        ({"revise_quote": {"valid_until": "2026-05-01", "discounts": None}}, True),
        ({"apply": "a.b"}, True),
        ({"order": ["a", "b"]}, True),
        ({"because": "more"}, False),
        ({"add": {"id": "a", "price": 5}, "remove": "b"}, False),
        ({"revise": "a"}, False),
        ({"revise": "a", "set": {"quantitty": 3}}, False),
        ({"revise": "a", "set": {"id": "b"}}, False),
        ({"revise_quote": {"tasks": []}}, False),
        ({"add": None}, False),
    ],
)
def test_actions_of_a_request(action: dict[str, Any], sound: bool) -> None:  # noqa: FBT001 - a table
    """An action is of just one kind, and only what a revision sets may be null."""
    request = {"quotekit": "change/1", "id": "x", "actions": [action]}
    assert Draft7Validator(schema("change")).is_valid(request) is sound


def test_unknown_schema_is_refused() -> None:
    """With the nearest name."""
    with pytest.raises(UnknownNameError, match="did you mean quote"):
        schema("quotes")
