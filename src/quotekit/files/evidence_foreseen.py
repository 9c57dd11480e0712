"""What evidence will be called once it is copied, so that a step is judged before it writes."""

import os
from hashlib import file_digest
from pathlib import Path

from quotekit.files.disk import open_regular, told_reading
from quotekit.files.evidence_copies import EVIDENCE
from quotekit.files.safe_names import safe_name
from quotekit.record import Evidence

_DIGITS = 12


def foreseen_evidence(folder: str | os.PathLike[str], source: str | os.PathLike[str]) -> Evidence:
    """Return what `keep_evidence` will return for a file; nothing is written.

    Raises `InvalidInputError` where there is no such file, and `FileAccessError` where it cannot
    be read.
    """
    file = os.fspath(source)
    told_reading(lambda: open_regular(source, file), file).close()
    digest = (digest_of(source) or "").removeprefix("sha256:")
    begin = digest[:_DIGITS]
    for place in sorted(Path(folder, EVIDENCE).glob(f"{begin}-*")):
        if digest_of(place) == f"sha256:{digest}":
            return Evidence(path=f"{EVIDENCE}/{place.name}", digest=f"sha256:{digest}")
    name = f"{begin}-{safe_name(Path(file).name)}"
    return Evidence(path=f"{EVIDENCE}/{name}", digest=f"sha256:{digest}")


def digest_of(place: str | os.PathLike[str]) -> str | None:
    """Return the SHA-256 of a file, None where it is gone; raises `FileAccessError`."""
    path = Path(place)
    if not path.is_file():
        return None

    def read() -> str:
        with path.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()

    return f"sha256:{told_reading(read, os.fspath(path))}"
