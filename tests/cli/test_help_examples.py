"""The example in the help of every command, run as it stands."""

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quotekit.cli import main
from tests.cli.calling import EXAMPLES, call

SENT = ("send --job bakery-website --on 2026-03-02",)
AGREED = (*SENT, "accept --job bakery-website --on 2026-03-09 --how mail")
ISSUED = (
    *AGREED,
    "change bakery-website/changes/1-blog-and-screens.yaml --job bakery-website --on 2026-03-30",
)
BEFORE = {
    "accept": SENT,
    "decline": ISSUED,
    "withdraw": ISSUED,
    "proceed": ISSUED,
    "note": AGREED,
    "note close": ISSUED,
    "log": AGREED,
    "agreed": AGREED,
    "void": (*AGREED, "note message Hello --job bakery-website --on 2026-04-10"),
    "end": AGREED,
    "reopen": (*AGREED, "end --cause completed --job bakery-website --on 2026-05-29"),
    "verify": AGREED,
    "record": AGREED,
}
"""What is recorded before an example is typed, of a command or of the group it is in."""


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command, those of a group too, by what is typed."""
    for name, command in sorted(group.commands.items()):
        yield " ".join((*path, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_example(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command has one example in its help, and it does what it says among the examples."""
    shutil.copytree(EXAMPLES, tmp_path / "jobs")
    monkeypatch.chdir(tmp_path / "jobs")
    for step in BEFORE.get(name, BEFORE.get(name.split(maxsplit=1)[0], ())):
        assert call(*shlex.split(step)).exit_code == 0
    words = " ".join(call(*name.split(), "--help").stdout.split())
    assert words.count("Example: quotekit ") == 1
    example = shlex.split(words.split("Example: quotekit ")[1])
    assert example[: len(name.split())] == name.split()
    result = call(*example)
    assert result.exit_code == 0, result.stderr
    assert result.stdout or result.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_words(name: str) -> None:
    """Each command and each option says what it is."""
    command = COMMANDS[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.endswith(".")
