"""The papers of one step: kept before it is recorded, and taken away again where that fails."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from quotekit.files.evidence_copies import EVIDENCE, SENT, keep_document, keep_evidence
from quotekit.record import Document, Evidence

Paper = TypeVar("Paper", bound=Evidence)


class Papers:
    """Keep the papers of one step in the folder of a job.

    Nobody else may keep any there meanwhile: the lock of the record must be held.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Take the folder of the job."""
        self._folder = Path(folder)
        self._new: list[Path] = []

    def evidence(self, source: str | os.PathLike[str]) -> Evidence:
        """Copy a file into the evidence of the job; raises as `keep_evidence` does."""
        return self._noted(EVIDENCE, lambda: keep_evidence(self._folder, source))

    def document(self, name: str, text: str) -> Document:
        """Keep a document as it goes out; raises as `keep_document` does."""
        return self._noted(SENT, lambda: keep_document(self._folder, name, text))

    def settle(self) -> None:
        """Leave what was kept where it is: the step is recorded."""
        self._new.clear()

    def take_back(self) -> None:
        """Take away what the step has brought, files and folders; what was there stays."""
        for path in reversed(self._new):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()

    def _noted(self, name: str, keep: Callable[[], Paper]) -> Paper:
        folder = self._folder / name
        there = set(folder.iterdir()) if folder.is_dir() else None
        if there is None:
            self._new.append(folder)
        paper = keep()
        place = self._folder / paper.path
        if place not in (there or ()):
            self._new.append(place)
        return paper


@contextmanager
def kept_papers(folder: str | os.PathLike[str]) -> Iterator[Papers]:
    """Keep the papers of a step; where it is not settled, those that it brought are gone again."""
    papers = Papers(folder)
    try:
        yield papers
    finally:
        papers.take_back()
