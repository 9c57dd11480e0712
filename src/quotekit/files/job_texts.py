"""The texts of a job: what `reprice_all` works on, read from the disk."""

import os
from collections.abc import Mapping
from typing import Any

from quotekit.errors import InvalidInputError, QuotekitError
from quotekit.files.disk import read_text
from quotekit.files.guarded_yaml import Document, read_document
from quotekit.files.many_jobs import plain_faults
from quotekit.files.named_file import jobs_folder, read_named
from quotekit.files.positions import placed
from quotekit.files.studio_merge import merge


def read_job(
    path: str | os.PathLike[str], earlier: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Read the texts of a job: its quote, and the studio file and agreement it names.

    `path` is the quote file and becomes the job's name. Where a file cannot be read, the job
    has the faults instead of texts, so that one bad file does not end the reading of many.
    """
    file = os.fspath(path)
    job: dict[str, Any] = {"name": file, "earlier": earlier, "studio": None, "agreement": None}
    try:
        job["quote"] = read_text(file, file)
        quote = read_document(job["quote"], file)
        studio = _named("studio", quote, file)
        merged = merge(quote, studio)
        agreement = _named("agreement", merged.origin(("agreement",))[0], file)
    except QuotekitError as error:
        return {**job, "faults": plain_faults(error, file)}
    job["studio"] = None if studio is None else studio.text
    job["agreement"] = None if agreement is None else agreement.text
    return job


def _named(key: str, by: Document, file: str) -> Document | None:
    stated = by.data.get(key)
    if not isinstance(stated, str) or by.file is None:
        return None  # A list or map is for the model to refuse.
    try:
        return read_document(*read_named(key, stated, by.file, jobs_folder(file)))
    except InvalidInputError as error:
        raise InvalidInputError(*placed(error.faults, by)) from None
