"""`quotekit schema`: every shape by its name."""

import json

import jsonschema

import quotekit as qk
from tests.cli.calling import call


def test_names() -> None:
    """Without a name the names are listed, one a line."""
    result = call("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert tuple(result.stdout.split()) == tuple(qk.schema_names())
    assert {"quote", "studio", "agreement", "priced_quote", "faults", "repriced"} <= set(
        qk.schema_names()
    )


def test_each() -> None:
    """Each name prints a schema that is one."""
    for name in qk.schema_names():
        schema = json.loads(call("schema", name).stdout)
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_unknown() -> None:
    """A name that is not there is refused with the nearest one."""
    result = call("schema", "qoute")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean quote?" in result.stderr
