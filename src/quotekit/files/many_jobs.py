"""Many jobs priced anew: plain data in, plain data out, on any executor.

A job is a map of texts, so that it can go to another process or machine:

    name        what the job is called in the result, such as its path
    quote       the text of the quote file
    studio      the text of the studio file it names, or None
    agreement   the text of the agreement it names, or None
    earlier     optional: what an earlier run gave for it, a map with currency, net, total, payable
    faults      optional: why there is no text to work on; the job is then not read

A result is a map with the same keys whatever happened:

    name number title currency net total payable     None for what is not known
    before       None, or a map with currency, net, total, payable
    difference   None, or a map with net, total, payable
    moved        whether an amount differs, None where there is nothing to compare with
    faults       a list of maps with the keys of a fault, empty for a sound job

Amounts are text with the decimals of the currency.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from typing import Any

from quotekit.errors import Fault, QuotekitError
from quotekit.files.documents import parse_quote
from quotekit.pricing import price
from quotekit.values import EXACT

Job = Mapping[str, Any]
Result = dict[str, Any]

CHUNK = 32
"""How many jobs go out together, where the caller does not say."""
IN_FLIGHT = 512
"""How many chunks are out at once, so that memory does not grow with the number of jobs."""

AMOUNTS = ("net", "total", "payable")
_IN_A_FAULT = ("code", "file", "line", "column", "path", "value", "message", "remedy")


def reprice_all(
    jobs: Iterable[Job],
    *,
    executor: Executor | None = None,
    chunk_size: int = CHUNK,
    progress: Callable[[int], object] | None = None,
) -> list[Result]:
    """Price many jobs anew and return a result for each, in the order of the jobs.

    `executor` is any `concurrent.futures.Executor`; without one the work is done here.
    `progress` is told how many more jobs are done, each time some are. A job that cannot be
    priced, for whatever reason, is a result with its faults; only an executor that breaks
    raises, whatever it raises.
    """
    if chunk_size < 1:
        raise ValueError(f"chunk_size is {chunk_size}; make it 1 or more")
    results: list[Result] = []
    for done in _priced(_chunks(jobs, chunk_size), executor):
        results += done
        if progress is not None:
            progress(len(done))
    return results


def reprice_chunk(jobs: Iterable[Job]) -> list[Result]:
    """Price some jobs one after the other; what an executor is given to do."""
    return [_result(job) for job in jobs]


def _chunks(jobs: Iterable[Job], size: int) -> Iterator[list[dict[str, Any]]]:
    rest = iter(jobs)
    while chunk := [dict(job) for job in islice(rest, size)]:
        yield chunk


def _priced(
    chunks: Iterator[list[dict[str, Any]]], executor: Executor | None
) -> Iterator[list[Result]]:
    if executor is None:
        yield from map(reprice_chunk, chunks)
        return
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(executor.submit(reprice_chunk, chunk))
            if len(waiting) >= IN_FLIGHT:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _result(job: Job) -> Result:
    result: Result = {
        "name": job["name"],
        "number": None,
        "title": None,
        "currency": None,
        "net": None,
        "total": None,
        "payable": None,
        "before": None,
        "difference": None,
        "moved": None,
        "faults": list(job.get("faults", ())),
    }
    if result["faults"]:
        return result
    try:
        _fill(result, job)
    except QuotekitError as error:
        result["faults"] = plain_faults(error, str(job["name"]))
    except Exception as error:  # noqa: BLE001 - one job's failure must not be that of all
        fact = f"this job failed: {type(error).__name__}: {error}"
        fault = Fault("internal", fact, "please report it")
        result["faults"] = plain_faults(QuotekitError(fault), str(job["name"]))
    return result


def _fill(result: Result, job: Job) -> None:
    quote = parse_quote(
        job["quote"], studio=job["studio"], agreement=job["agreement"], source=job["name"]
    )
    result["number"] = quote.number
    result["title"] = quote.title
    result["currency"] = quote.currency.code
    totals = price(quote).totals
    for name in AMOUNTS:
        amount = getattr(totals, name)
        # A zero has no sign: nothing is owed in either direction.
        result[name] = f"{amount or abs(amount):f}"
    earlier = job.get("earlier")
    if earlier is None or earlier["net"] is None:
        return
    result["before"] = {name: earlier[name] for name in ("currency", *AMOUNTS)}
    if earlier["currency"] != result["currency"]:
        # Two currencies have no difference, but something has moved.
        result["moved"] = True
        return
    differences = {
        name: EXACT.subtract(Decimal(result[name]), Decimal(earlier[name])) for name in AMOUNTS
    }
    result["difference"] = {name: f"{amount:f}" for name, amount in differences.items()}
    result["moved"] = any(differences.values())


def plain_faults(error: QuotekitError, file: str) -> list[dict[str, Any]]:
    """Return the faults of an error as plain data; one without a file is that of `file`."""
    placed = (replace(fault, file=fault.file or file) for fault in error.faults)
    return [{name: getattr(fault, name) for name in _IN_A_FAULT} for fault in placed]
