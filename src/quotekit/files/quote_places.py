"""Places in a quote file, or in the studio file under it, of what is found once it is read."""

import os
from collections.abc import Iterable

from quotekit.errors import Fault
from quotekit.files.disk import read_text
from quotekit.files.guarded_yaml import Document, read_document
from quotekit.files.named_file import jobs_folder, read_named
from quotekit.files.studio_merge import merge


def placed_in_quote(path: str | os.PathLike[str], faults: Iterable[Fault]) -> list[Fault]:
    """Return faults of a quote, in their order, each with the file, line and column it is about.

    A fault of what the studio file says is placed there. What is missing is looked for in the map
    that lacks it. Raises as `load_quote` does where the file has changed since it was read.
    """
    file = os.fspath(path)
    quote = read_document(read_text(file, file), file)
    merged = merge(quote, _studio(quote, file))
    known = list(faults)
    found = merged.placed(known)
    # Those of the quote come first, then those of the studio file, each in their order.
    ours = [merged.origin(fault.keys)[0] is quote for fault in known]
    by_file = {True: iter(found[: sum(ours)]), False: iter(found[sum(ours) :])}
    return [next(by_file[is_ours]) for is_ours in ours]


def _studio(quote: Document, file: str) -> Document | None:
    stated = quote.data.get("studio")
    if not isinstance(stated, str):
        return None
    return read_document(*read_named("studio", stated, file, jobs_folder(file)))
