"""The file of what is agreed: written at every acceptance, and never over what somebody edited."""

import os
from collections.abc import Iterable
from pathlib import Path

from quotekit.errors import InvalidInputError
from quotekit.files.disk import read_text, write_text
from quotekit.files.dumping import dump
from quotekit.quotes import Quote

_HEADER = """\
# What is agreed now. quotekit writes this file at every acceptance. Edit it to plan a change:
# `quotekit plan` says what the change costs, `quotekit change` issues it as a change order.
"""


def write_contract(
    path: str | os.PathLike[str],
    quote: Quote | None,
    earlier: Iterable[Quote] = (),
    *,
    spare_edited: bool = False,
) -> Path | None:
    """Write what is agreed now to its file, or take the file away where nothing is.

    `earlier` is what was agreed before, as the file may hold it. Anything else in it was written
    by somebody and is kept beside it: its new place is returned. With `spare_edited` such a file
    stays as it is. Raises `FileAccessError`.
    """
    target = Path(path)
    text = None if quote is None else _HEADER + dump(quote)
    kept = None
    try:
        there = _there(target)
    except InvalidInputError:
        # It is no text at all; whatever it is stays, bytes and all.
        kept, there = _free_place(target), None
        target.replace(kept)
    if there == text:
        return kept
    if there is not None and not any(there == _HEADER + dump(old) for old in earlier):
        if spare_edited:
            return None
        kept = _free_place(target)
        write_text(kept, there)
    if text is None:
        target.unlink(missing_ok=True)
    else:
        write_text(target, text)
    return kept


def _there(target: Path) -> str | None:
    return read_text(str(target), str(target)) if target.exists() else None


def _free_place(target: Path) -> Path:
    """Return the first name beside a file, `contract.yaml.mine`, that nothing has."""
    place, number = target.with_name(f"{target.name}.mine"), 1
    while place.exists():
        number += 1
        place = target.with_name(f"{target.name}.mine-{number}")
    return place
