"""What proves a step: evidence that is copied, and documents as they went out."""

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from typing import Final

from quotekit.errors import Fault, FileAccessError, InvalidInputError
from quotekit.files.disk import open_regular, os_fault, told_reading
from quotekit.files.patience import patiently
from quotekit.files.safe_names import safe_name
from quotekit.files.syncing import make_folder, sync_file, sync_folder
from quotekit.record import Document, Evidence

EVIDENCE: Final = "evidence"
"""The folder of a job that holds mails, chats and signed papers."""
SENT: Final = "sent"
"""The folder of a job that holds documents as they went out."""

_BLOCK = 1 << 20
_DIGITS = 12
_AS_BYTES = getattr(os, "O_BINARY", 0)


def keep_evidence(
    folder: str | os.PathLike[str], source: str | os.PathLike[str], *, name: str | None = None
) -> Evidence:
    """Copy a file into the evidence of a job, and return where it lies and what it held.

    `folder` is that of the job; `name` is what the copy is called after its digest, else the
    name of the source. The copy lies on the disk when this returns; the same file twice is kept
    once. Raises `InvalidInputError` where there is no such file, or the copy that was kept
    earlier has been changed since, and `FileAccessError` where it cannot be read or written.
    """
    file = os.fspath(source)
    with told_reading(lambda: open_regular(source, file), file) as content:
        mode = stat.S_IMODE(os.fstat(content.fileno()).st_mode)
        blocks = iter(lambda: told_reading(lambda: content.read(_BLOCK), file), b"")
        kept = _Kept(Path(folder, EVIDENCE), blocks, mode)
    name = safe_name(Path(file).name if name is None else name)
    begin = kept.hexadecimal[:_DIGITS]
    found = kept.same(sorted(kept.folder.glob(f"{begin}-*")))
    if found is None:
        found = kept.call(kept.folder / f"{begin}-{name}")
    if found is None:
        fact = "the copy that was kept of this file has been changed since"
        remedy = "move that copy away, and look who changed it"
        changed = f"{EVIDENCE}/{begin}-{name}"
        raise InvalidInputError(Fault("evidence_changed", fact, remedy, file=changed))
    return Evidence(path=f"{EVIDENCE}/{found.name}", digest=f"sha256:{kept.hexadecimal}")


def keep_document(folder: str | os.PathLike[str], name: str, text: str) -> Document:
    """Keep a document as it goes out, and return where it lies and its digest.

    `folder` is that of the job. The document lies on the disk when this returns; one that is
    there under this name and says something else stays, and this one gets a number behind its
    name. Raises `FileAccessError`.
    """
    kept = _Kept(Path(folder, SENT), [text.encode()], 0o666)
    base = Path(safe_name(name))
    number, found = 1, None
    while found is None:
        number, beside = number + 1, f"-{number}" if number > 1 else ""
        place = kept.folder / f"{base.stem}{beside}{base.suffix}"
        found = kept.same([place]) or (place if kept.claim(place) else None)
    return Document(path=f"{SENT}/{found.name}", digest=f"sha256:{kept.hexadecimal}")


class _Kept:
    """Hold a file that is on the disk already, and has no name of its own yet."""

    def __init__(self, folder: Path, blocks: Iterable[bytes], mode: int) -> None:
        self.folder = folder
        self.made = folder / f".{secrets.token_hex(8)}.tmp"
        with self._or_dropped():
            make_folder(folder)
            self._write(blocks, mode)
            # What is vouched for is what lies here, not what was read elsewhere.
            self.hexadecimal = _digest_of(self.made)

    def _write(self, blocks: Iterable[bytes], mode: int) -> None:
        # Nobody may read a copy who may not read what it was copied from.
        with open(_created(self.made, mode & 0o666 | 0o600), "wb") as sink:
            sink.writelines(blocks)
            sink.flush()
            sync_file(sink.fileno())

    def same(self, places: Iterable[Path]) -> Path | None:
        """Return the first of some files that holds the same, and drop what was made."""
        with self._or_dropped():
            for place in places:
                if place.is_file() and _digest_of(place) == self.hexadecimal:
                    self._drop()
                    return place
        return None

    def call(self, place: Path) -> Path | None:
        """Give the file its name; drop it and return None where another one bears that name."""
        with self._or_dropped():
            if place.exists():
                self._drop()
                return None
            self._move_to(place)
        return place

    def claim(self, place: Path) -> bool:
        """Take a name for the file, so that nobody else does; False where it is taken."""
        with self._or_dropped():
            try:
                os.close(_created(place, 0o600))
            except FileExistsError:
                return False
            self._move_to(place)
        return True

    def _move_to(self, place: Path) -> None:
        """Move the file to its name, or leave nothing of that name."""
        try:
            patiently(lambda: self.made.replace(place))
            sync_folder(self.folder)
        except BaseException:
            with suppress(OSError):
                place.unlink()
            raise

    @contextmanager
    def _or_dropped(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._drop()
            fault = os_fault("unwritable", error, os.fspath(self.folder))
            raise FileAccessError(fault) from None
        except BaseException:
            self._drop()
            raise

    def _drop(self) -> None:
        with suppress(OSError):
            self.made.unlink()


def _created(place: Path, mode: int) -> int:
    return os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_BYTES, mode)


def _digest_of(place: Path) -> str:
    with place.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()
