"""The commands of quotekit, under one roof."""

import click

import quotekit as qk
from quotekit.cli.change import change
from quotekit.cli.check import check
from quotekit.cli.new import new
from quotekit.cli.plan import plan
from quotekit.cli.reprice import reprice
from quotekit.cli.schema import schema
from quotekit.cli.shell import Shell
from quotekit.cli.show import show


@click.group(
    "quotekit",
    cls=Shell,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 the answer is no, 2 the call or the input is wrong, "
    "3 could not read, write or lock, 130 interrupted.",
)
@click.version_option(qk.__version__, prog_name="quotekit")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Write exact quotes for freelance work: one YAML file in, a priced document out."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for command in (new, show, check, plan, change, reprice, schema):
    main.add_command(command)
