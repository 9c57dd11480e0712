"""The folder of a job: the quote, the agreement it names, and how one is begun."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

from quotekit.changes import ChangeOrder, ChangeRequest, compare
from quotekit.errors import Fault, InvalidInputError, UnknownNameError
from quotekit.files import (
    NEW_JOB,
    fill_job,
    job_folders,
    load_agreement,
    load_quote,
    load_request,
    parse_quote,
    placed_in_quote,
    read_job,
    refuse_used,
    write_job,
    write_printed,
)
from quotekit.pricing import PricedQuote, price
from quotekit.project.printing import rendered
from quotekit.quotes import Agreement, QuestionSet, Quote

QUOTE = "quote.yaml"
"""The file that makes a folder the folder of a job."""
AGREEMENT = "agreement.yaml"
"""The file of the standard terms."""

Made = TypeVar("Made")


class JobFolder:
    """Find what belongs to one job, but for its record.

    `path` is the job's folder, or a document: a quote, a service agreement, or a change request.
    Nothing is read before it is asked for, and then once.
    """

    DEFAULTS = NEW_JOB
    """What a new quote says where nobody states it."""

    def __init__(self, path: str | os.PathLike[str] = ".") -> None:
        """Take the job at a path."""
        place = Path(path)
        self.file = place / QUOTE if place.is_dir() else place
        """The document: the quote, unless another one was named."""

    @property
    def folder(self) -> Path:
        """Return the folder of the job."""
        return self.file.parent

    @cached_property
    def quote(self) -> Quote:
        """Return the quote as it was written; raises as `load_quote` does."""
        self.refuse_no_job()
        return load_quote(self.file)

    def refuse_no_job(self) -> None:
        """Raise `InvalidInputError` where the folder is not that of a job."""
        if self.file.name == QUOTE and not self.file.exists():
            fact = f"there is no {QUOTE} in this folder"
            remedy = "name the file, or begin a job: quotekit new FOLDER"
            raise InvalidInputError(Fault("no_job", fact, remedy, file=os.fspath(self.folder)))

    @cached_property
    def document(self) -> PricedQuote | Agreement | ChangeRequest:
        """Return what the file holds, the quote priced; its first key says what it is.

        Raises as `load_quote`, `load_agreement`, `load_request` and `price` do.
        """
        try:
            return price(self.quote)
        except InvalidInputError as error:
            # One reading tells in nearly every case; only what is no quote is read once more.
            if not self._is_of_other_kind(error):
                raise
            refusal = error
        for load in (load_agreement, load_request):
            try:
                return load(self.file)
            except InvalidInputError as error:
                if not self._is_of_other_kind(error):
                    raise
        raise refusal

    @cached_property
    def agreement(self) -> Agreement | None:
        """Return the agreement: the document itself or the one its quote names, if any."""
        if isinstance(self.document, Agreement):
            return self.document
        named = self.quote.agreement
        return None if named is None else load_agreement(self.folder / named)

    def texts(self, earlier: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the texts of the job as `reprice_all` takes them, its faults in their place.

        `earlier` is the result of an earlier run, to be compared with.
        """
        return read_job(self.file, earlier)

    def placed(self, work: Callable[[], Made]) -> Made:
        """Do what may find faults of the quote, whose file nobody knows any more."""
        try:
            return work()
        except InvalidInputError as error:
            raise type(error)(*self._at_their_places(error.faults)) from None

    def _at_their_places(self, faults: Iterable[Fault]) -> list[Fault]:
        """Return faults of the document with file, line and column, as far as they have one."""
        found = [self.in_this_file(fault) if not fault.keys else fault for fault in faults]
        places = iter(placed_in_quote(self.file, [one for one in found if one.file is None]))
        return [next(places) if fault.file is None else fault for fault in found]

    def in_this_file(self, fault: Fault) -> Fault:
        """Return a fault of the document with its file."""
        return replace(fault, file=fault.file or os.fspath(self.file))

    def _is_of_other_kind(self, error: InvalidInputError) -> bool:
        """Say whether the file itself, not one that it names, says that it is no such document."""
        own = os.fspath(self.file)
        return any(fault.code == "wrong_kind" and fault.file == own for fault in error.faults)

    def printed(
        self,
        order: ChangeOrder | None = None,
        *,
        language: str | None = None,
        **options: Any,  # noqa: ANN401 - as `render`
    ) -> str:
        """Return the document, or a change order of it, as `render` makes it.

        `options` are those of `render`; the agreement is at hand. Raises as `document` and
        `render` do, and `InvalidInputError` for a change request, which is priced first.
        """
        if isinstance(self.document, ChangeRequest):
            fact = "this is a change request, which is not printed but priced"
            remedy = f"see what it costs: quotekit plan {self.file}"
            raise InvalidInputError(Fault("wrong_kind", fact, remedy, file=os.fspath(self.file)))
        document = self.document if order is None else order
        try:
            # Dates are worked out as late as here, where nobody knows the file any more.
            return self.placed(
                lambda: rendered(document, language, agreement=self.agreement, **options)
            )
        except UnknownNameError as error:
            # A language that the quote itself asks for is a fault of its file.
            if isinstance(document, Agreement) or language is not None:
                raise
            if error.faults[0].value != self.quote.language:
                raise
            faults = self._at_their_places([error.faults[0].at("language")])
            raise UnknownNameError(*faults) from None

    def compared_with(self, old: "JobFolder") -> ChangeOrder:
        """Return the bare difference of this quote to an older one; raises as `compare` does."""
        return self.placed(lambda: compare(old.quote, self.quote))

    def write(self, out: str | os.PathLike[str], text: str) -> None:
        """Write a document of this job to a file; raises as `write_printed` does."""
        write_printed(out, text, self.file)

    @classmethod
    def found_at(cls, path: str | os.PathLike[str]) -> tuple[Self, ...]:
        """Find the jobs a path stands for: the one it names, or every one below the folder.

        Links are not followed on the way down, and hidden folders are left out. Raises
        `InvalidInputError` where there is no job, `FileAccessError` where a folder is closed.
        """
        here = cls(path)
        if here.file.exists() or not Path(path).is_dir():
            return (here,)
        found = tuple(cls(folder) for folder in job_folders(path, QUOTE))
        if not found:
            fact = f"there is no {QUOTE} in this folder or below it"
            remedy = "name another folder, or begin a job: quotekit new FOLDER"
            raise InvalidInputError(Fault("no_job", fact, remedy, file=os.fspath(path)))
        return found

    @classmethod
    def create(
        cls,
        folder: str | os.PathLike[str],
        values: Mapping[str, str],
        asked: QuestionSet | None = None,
    ) -> Self:
        """Begin a job: write a quote that can be printed at once, and the standard terms.

        `values` state what the quote says, each as it would be written there; `DEFAULTS` has
        their names and what is said without them. What is `asked` becomes its scope, with every
        answer left open. Raises `InvalidInputError` where something stands in the folder or a
        value is refused, `UnknownNameError` for a value or a language that is not known, and
        `FileAccessError`; nothing is written then.
        """
        refuse_used(folder)
        texts = fill_job(values, asked)
        try:
            quote = parse_quote(texts[QUOTE], agreement=texts[AGREEMENT])
        except InvalidInputError as error:
            # The place is a stated value, not a line of a file that nobody will see.
            faults = (replace(fault, file=None, line=None, column=None) for fault in error.faults)
            raise InvalidInputError(*faults) from None
        rendered(price(quote), None)
        write_job(folder, texts)
        return cls(folder)

    @staticmethod
    def refuse_used(folder: str | os.PathLike[str]) -> None:
        """Raise `InvalidInputError` where a new job would be mixed with what stands there."""
        refuse_used(folder)
