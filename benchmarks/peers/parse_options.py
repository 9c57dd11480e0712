"""The peer of the command line: a program that parses the same options with click, and no more."""

from collections.abc import Iterator
from typing import Any

import click


def options_program(command: click.Group) -> str:
    """Write a program whose commands take the parameters of another one's, and do nothing."""
    lines = ["import click", "", *_group("main", command), "", "main()"]
    return "\n".join(lines) + "\n"


def _group(name: str, group: click.Group) -> Iterator[str]:
    yield f"{name} = click.Group({group.name!r}, params={_parameters(group)}, help={group.help!r})"
    for at, (word, inner) in enumerate(group.commands.items()):
        place = f"{name}_{at}"
        if isinstance(inner, click.Group):
            yield from _group(place, inner)
        else:
            yield (
                f"{place} = click.Command({word!r}, params={_parameters(inner)}, "
                f"callback=lambda **_: None, help={inner.help!r})"
            )
        yield f"{name}.add_command({place}, {word!r})"


def _parameters(command: click.Command) -> str:
    return f"[{', '.join(_parameter(one) for one in command.params)}]"


def _parameter(parameter: click.Parameter) -> str:
    kind = f"type={_type(parameter.type)}"
    if isinstance(parameter, click.Option):
        names = [*parameter.opts, *parameter.secondary_opts, parameter.name]
        if parameter.is_flag:
            return f"click.Option({names!r}, is_flag=True, help={parameter.help!r})"
        several = f"multiple={parameter.multiple!r}, required={parameter.required!r}"
        return f"click.Option({names!r}, {kind}, {several}, help={parameter.help!r})"
    several = f"nargs={parameter.nargs!r}, required={parameter.required!r}"
    return f"click.Argument([{parameter.name!r}], {kind}, {several})"


def _type(kind: Any) -> str:  # noqa: ANN401 - any type of click
    if isinstance(kind, click.Choice):
        return f"click.Choice({[str(one) for one in kind.choices]!r})"
    if isinstance(kind, click.IntRange):
        return f"click.IntRange({kind.min!r}, {kind.max!r})"
    return "click.Path()" if isinstance(kind, click.Path) else "click.STRING"
