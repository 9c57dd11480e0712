"""Many jobs: the same results in the same order, on any executor, whatever a job is like."""

import json
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from quotekit.files import load_repriced, many_jobs, read_job, reprice_all

EXAMPLES = Path(__file__).parents[2] / "examples"
BAKERY = EXAMPLES / "bakery-website"

KEYS = {
    "name", "number", "title", "currency", "net", "total", "payable", "before", "difference",
    "moved", "faults",
}  # fmt: skip


def job(name: str = "a", price: str = "100", **more: Any) -> dict[str, Any]:
    """Return a small job as plain data."""
    quote = (
        f"quotekit: quote/1\nnumber: Q-{name}\ntitle: T\ncurrency: EUR\n"
        f"tasks: [{{id: a, price: {price}}}]\n"
    )
    return {"name": name, "quote": quote, "studio": None, "agreement": None, **more}


@pytest.fixture(scope="module")
def jobs() -> list[dict[str, Any]]:
    """Return the examples, some small jobs, and faulty ones among them."""
    found = [read_job(path) for path in sorted(EXAMPLES.glob("*/quote.yaml"))]
    for number in range(20):
        found.append(job(str(number), str(number)))
        found.append(job(f"bad-{number}", "x"))
    return found


class Counting(Executor):
    """Run at once what is submitted, and count how much that is."""

    def __init__(self) -> None:
        """Begin with nothing submitted."""
        self.sizes: list[int] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run a call and keep how many jobs it was given."""
        self.sizes.append(len(args[0]))
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture(params=["threads", "processes", "spawned", "dask"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Open executors of every kind in turn."""
    if request.param == "threads":
        with ThreadPoolExecutor(2) as pool:
            yield pool
    elif request.param == "dask":
        with warnings.catch_warnings():
            # Its own threads and sockets are no business of these tests.
            warnings.simplefilter("ignore")
            from dask.distributed import Client  # noqa: PLC0415 - slow to import

            with Client(  # type: ignore[no-untyped-call]
                n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
            ) as client:
                yield client.get_executor()
    else:
        context = get_context("fork" if request.param == "processes" else "spawn")
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            yield pool


def test_any_executor(jobs: list[dict[str, Any]], executor: Executor) -> None:
    """Threads, processes and a cluster give what is worked out here, in order."""
    here = reprice_all(jobs)
    assert [result["name"] for result in here] == [job["name"] for job in jobs]
    assert reprice_all(jobs, executor=executor, chunk_size=5) == here


@pytest.mark.parametrize(("size", "sizes"), [(1, [1] * 7), (3, [3, 3, 1]), (7, [7]), (100, [7])])
def test_chunks(size: int, sizes: list[int]) -> None:
    """Jobs go out in chunks of the size asked for, and progress is told chunk by chunk."""
    executor, told = Counting(), list[int]()
    results = reprice_all(
        (job(str(number)) for number in range(7)),
        executor=executor,
        chunk_size=size,
        progress=told.append,
    )
    assert executor.sizes == sizes == told
    assert [result["name"] for result in results] == list("0123456")


def test_chunk_size_of_nothing() -> None:
    """A chunk of no job is refused, and jobs that are none give no results."""
    with pytest.raises(ValueError, match="chunk_size is 0"):
        reprice_all([job()], chunk_size=0)
    assert reprice_all([]) == []


def test_bounded_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more chunks are out than fit, so that jobs are drawn as room is made for them."""
    monkeypatch.setattr(many_jobs, "IN_FLIGHT", 3)
    drawn = 0
    seen: list[int] = []

    def drawing() -> Iterator[Mapping[str, Any]]:
        nonlocal drawn
        for number in range(10):
            drawn += 1
            yield job(str(number))

    reprice_all(drawing(), executor=Counting(), chunk_size=1, progress=lambda _: seen.append(drawn))
    assert seen == [3, 4, 5, 6, 7, 8, 9, 10, 10, 10]


def test_result() -> None:
    """A result has every key, amounts as text with the decimals of the currency, and is JSON."""
    (result,) = reprice_all([job("a", "0.005")])
    assert set(result) == KEYS
    assert result == {
        "name": "a", "number": "Q-a", "title": "T", "currency": "EUR", "net": "0.01",
        "total": "0.01", "payable": "0.01", "before": None, "difference": None, "moved": None,
        "faults": [],
    }  # fmt: skip
    assert json.loads(json.dumps(result)) == result


def test_zero_is_a_result() -> None:
    """A job of no price is a job: its amounts are zero, and zero has no sign."""
    assert reprice_all([job("a", "0")])[0]["payable"] == "0.00"
    credit = job("b")
    credit["quote"] = credit["quote"].replace("price: 100", "price: 0.001, quantity: -1")
    assert reprice_all([credit])[0]["net"] == "0.00"


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (job("a", "x"), "not_a_number"),
        (job("a", quote=""), "empty"),
        (job("a", quote=None), "internal"),
        (job("a", quote=7), "internal"),
        ({"name": "a"}, "internal"),
        (job("a", studio="quotekit: studio/1\nrates: []\n"), "not_a_map"),
        (
            job("a", earlier={"currency": "EUR", "net": "x", "total": "1", "payable": "1"}),
            "internal",
        ),
        (job("a", earlier={"net": "1"}), "internal"),
    ],
)
def test_fault_is_a_value(bad: dict[str, Any], code: str) -> None:
    """Whatever is wrong with a job is in its result, and the others are none the worse."""
    before, faulty, after = reprice_all([job("1"), bad, job("2")])
    assert before["net"] == after["net"] == "100.00"
    assert set(faulty) == KEYS
    assert faulty["name"] == "a"
    assert code in {fault["code"] for fault in faulty["faults"]}
    assert set(faulty["faults"][0]) == {
        "code", "file", "line", "column", "path", "value", "message", "remedy",
    }  # fmt: skip
    assert json.loads(json.dumps(faulty)) == faulty


def test_fault_has_its_place() -> None:
    """The file of a fault is the name of the job."""
    (result,) = reprice_all([job("jobs/a/quote.yaml", "12,50")])
    (fault,) = (fault for fault in result["faults"] if fault["line"] == 5)
    assert fault["file"] == "jobs/a/quote.yaml"


def test_unexpected_error_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is in the result of its job, and says what it was."""

    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError("somewhere")

    monkeypatch.setattr(many_jobs, "price", broken)
    (result,) = reprice_all([job()])
    (fault,) = result["faults"]
    assert fault["message"] == "this job failed: ZeroDivisionError: somewhere"
    assert result["net"] is None


def test_broken_executor_raises() -> None:
    """An executor that breaks is no fault of a job: what it raises is raised."""

    class Broken(Executor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
            future: Future[Any] = Future()
            future.set_exception(RuntimeError("a worker died"))
            return future

    with pytest.raises(RuntimeError, match="a worker died"):
        reprice_all([job()], executor=Broken())


def test_earlier_result() -> None:
    """With an earlier result there is what was, the difference, and whether anything moved."""
    (earlier,) = reprice_all([job("a", "100")])
    (same,) = reprice_all([job("a", "100", earlier=earlier)])
    assert (same["moved"], same["difference"]["net"]) == (False, "0.00")
    (less,) = reprice_all([job("a", "99.5", earlier=earlier)])
    assert less["moved"] is True
    assert less["before"] == {
        "currency": "EUR", "net": "100.00", "total": "100.00", "payable": "100.00",
    }  # fmt: skip
    assert less["difference"] == {"net": "-0.50", "total": "-0.50", "payable": "-0.50"}


def test_earlier_fault() -> None:
    """A job that was faulty then has nothing to be compared with."""
    (earlier,) = reprice_all([job("a", "x")])
    (result,) = reprice_all([job("a", earlier=earlier)])
    assert (result["before"], result["moved"], result["net"]) == (None, None, "100.00")


def test_read_job_is_what_load_quote_reads(tmp_path: Path) -> None:
    """Every fault of reading comes as `load_quote` would say it, in the place of the texts."""
    path = tmp_path / "quote.yaml"
    for line in ("studio: no.yaml", "studio: ../../etc/passwd", "agreement: no.yaml", "studio: ["):
        path.write_text(job()["quote"] + line + "\n")
        (result,) = reprice_all([read_job(path)])
        (fault,) = result["faults"]
        assert fault["file"] == str(path)
        assert fault["line"] >= 6
    (result,) = reprice_all([read_job(tmp_path / "none.yaml")])
    assert [fault["code"] for fault in result["faults"]] == ["missing_file"]


def test_load_repriced(tmp_path: Path) -> None:
    """What a run printed is read back by the names of the jobs."""
    results = reprice_all([job("a"), job("b", "x")])
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps({"quotekit": "repriced/1", "jobs": results, "gone": []}))
    assert load_repriced(path) == {result["name"]: result for result in results}
