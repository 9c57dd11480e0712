"""The example in the help of every command, run as it stands."""

import shlex
import shutil
from pathlib import Path

import click
import pytest

from quotekit.cli import main
from tests.cli.calling import EXAMPLES, call


@pytest.mark.parametrize("name", sorted(main.commands))
def test_example(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command has one example in its help, and it does what it says among the examples."""
    shutil.copytree(EXAMPLES, tmp_path / "jobs")
    monkeypatch.chdir(tmp_path / "jobs")
    words = " ".join(call(name, "--help").stdout.split())
    assert words.count("Example: quotekit ") == 1
    example = shlex.split(words.split("Example: quotekit ")[1])
    assert example[0] == name
    result = call(*example)
    assert result.exit_code == 0
    assert result.stdout or result.stderr


@pytest.mark.parametrize("name", sorted(main.commands))
def test_words(name: str) -> None:
    """Each command and each option says what it is."""
    command = main.commands[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.endswith(".")
