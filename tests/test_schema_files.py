"""The schemas that editors read are what `quotekit schema` prints."""

import json
from pathlib import Path

import pytest

from quotekit.rendering import schema, schema_names
from tests.golden import Golden

SCHEMAS = Path(__file__).parent.parent / "schemas"


@pytest.mark.parametrize("name", schema_names())
def test_file_is_what_the_command_prints(name: str, golden: Golden) -> None:
    """Each schema stands in a file of its own, named after the shape and its version."""
    text = json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
    golden(SCHEMAS / f"{name}-1.json", text)
