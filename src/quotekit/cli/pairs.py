"""What a call states as a name and what belongs to it: `screens=60`."""

from collections.abc import Callable

import click

Reader = Callable[[click.Context, click.Parameter, tuple[str, ...]], dict[str, str]]


def as_pairs(shape: str, example: str) -> Reader:
    """Return what splits each pair; it refuses what is none, and a name that stands twice."""

    def read(
        _ctx: click.Context, _parameter: click.Parameter, pairs: tuple[str, ...]
    ) -> dict[str, str]:
        stated: dict[str, str] = {}
        for pair in pairs:
            name, found, text = pair.partition("=")
            if not found:
                message = f"{pair!r} is no {shape}; write for example {example}"
                raise click.BadParameter(message)
            if name in stated:
                raise click.BadParameter(f"{name!r} stands twice; keep one of them")
            stated[name] = text
        return stated

    return read
