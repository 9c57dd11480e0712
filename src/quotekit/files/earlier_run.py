"""An earlier run over many jobs, read from the JSON that it left."""

import json
import os
import re
from typing import Any

from quotekit.errors import Fault, InvalidInputError
from quotekit.files.disk import read_text
from quotekit.files.many_jobs import AMOUNTS, Result

KIND = "repriced/1"

_AMOUNT = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,18})?", re.ASCII)


def load_repriced(path: str | os.PathLike[str]) -> dict[str, Result]:
    """Read what an earlier run gave for each job, by the names of the jobs.

    Raises `InvalidInputError` where the file is no output of such a run, and `FileAccessError`
    where it cannot be read.
    """
    file = os.fspath(path)
    try:
        data = json.loads(read_text(file, file))
    except (ValueError, RecursionError):
        raise _refused(file, "this is no JSON") from None
    if not isinstance(data, dict) or data.get("quotekit") != KIND:
        raise _refused(file, f"this is no {KIND}")
    jobs = data.get("jobs")
    if not isinstance(jobs, list) or not all(_is_result(job) for job in jobs):
        raise _refused(file, "a job in it lacks its name or its amounts")
    return {job["name"]: job for job in jobs}


def _is_result(job: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(job, dict) or not isinstance(job.get("name"), str):
        return False
    if not all(isinstance(job.get(key), str | None) for key in ("number", "title", "currency")):
        return False
    amounts = [job.get(name) for name in AMOUNTS]
    # A job that was faulty then has no amounts now to be compared with.
    return amounts == [None] * len(AMOUNTS) or (
        isinstance(job.get("currency"), str)
        and all(isinstance(text, str) and _AMOUNT.fullmatch(text) for text in amounts)
    )


def _refused(file: str, fact: str) -> InvalidInputError:
    remedy = "name what quotekit reprice --format json printed"
    return InvalidInputError(Fault("not_repriced", fact, remedy, file=file))
