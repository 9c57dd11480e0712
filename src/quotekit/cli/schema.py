"""`quotekit schema`: the shape of each document and each output."""

import click

import quotekit as qk
from quotekit.cli.output import put, put_json


@click.command(epilog="Example: quotekit schema quote")
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema of a document or an output.

    Without NAME, list the names. An editor that knows the schema helps while you write.
    """
    if name is None:
        put("".join(f"{known}\n" for known in qk.schema_names()))
    else:
        put_json(qk.schema(name))
