"""The commands of quotekit, under one roof."""

import click

import quotekit as qk
from quotekit.cli.accept import accept
from quotekit.cli.agreed import agreed
from quotekit.cli.assess import assess
from quotekit.cli.change import change
from quotekit.cli.check import check
from quotekit.cli.decline import decline
from quotekit.cli.end import end
from quotekit.cli.exposure import exposure
from quotekit.cli.log import log
from quotekit.cli.new import new
from quotekit.cli.note import note
from quotekit.cli.plan import plan
from quotekit.cli.proceed import proceed
from quotekit.cli.record import record
from quotekit.cli.reopen import reopen
from quotekit.cli.reprice import reprice
from quotekit.cli.schema import schema
from quotekit.cli.send import send
from quotekit.cli.settle import settle
from quotekit.cli.shell import Shell
from quotekit.cli.show import show
from quotekit.cli.status import status
from quotekit.cli.verify import verify
from quotekit.cli.void import void
from quotekit.cli.withdraw import withdraw


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


COMMANDS = (
    new, show, check, assess, send, accept, decline, withdraw, plan, change, proceed, note, status,
    agreed, log, void, exposure, settle, end, reopen, verify, record, reprice, schema,
)  # fmt: skip
"""Every command, in the order of a job."""

for command in COMMANDS:
    main.add_command(command)
