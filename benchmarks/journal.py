"""The journal: a message more at the end of a long one, and every entry of it held."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Effort, Row, cost_row, ratios
from quotekit.files import append_event, load_journal
from quotekit.record import Journal, event_of, seal, verify

_ENTRIES = 100_000
_AT = "2026-04-30T18:00:00+02:00"
_MOST_APPENDING = 1.5
_MOST_VERIFYING = 20


def journal_rows(effort: Effort) -> Iterator[Row]:
    """Measure appending to a long journal against a short one, and verifying against hashing."""
    entries = effort.lines(_ENTRIES)
    with TemporaryDirectory() as folder:
        long, short = Path(folder, "long.jsonl"), Path(folder, "short.jsonl")
        _write(long, entries)
        yield _verifying(long, entries, effort)
        yield _appending(long, short, entries, effort)


def _verifying(path: Path, entries: int, effort: Effort) -> Row:
    marks = load_journal(path).entries
    mark = f"{entries // 2}:{marks[entries // 2 - 1].hash[7:23]}"
    del marks

    def hold() -> Journal:
        journal = load_journal(path)
        verify(journal, mark)
        return journal

    def hash_lines() -> str:
        found = ""
        for line in path.read_bytes().split(b"\n"):
            found = sha256(line).hexdigest()
        return found

    what = f"verify a journal of {entries:,} entries"
    measured = ratios({what: hold}, hash_lines, effort.pairs(12))
    return cost_row(what, "hashing its lines one by one", _MOST_VERIFYING, measured[what])


def _appending(long: Path, short: Path, entries: int, effort: Effort) -> Row:
    what = f"append a message to {entries:,} entries"
    pairs = effort.pairs(60)
    measured = ratios(
        {what: _append_to(long)}, _append_to(short), pairs, repeated=5, peer_repeated=5
    )
    return cost_row(what, "append to a journal just begun", _MOST_APPENDING, measured[what])


def _append_to(path: Path) -> Callable[[], None]:
    # A message in the same words as the last one would not be written.
    numbers = count(1)

    def append() -> None:
        data = {"on": "2026-04-03", "summary": f"Could button {next(numbers)} be rounder?"}
        append_event(path, event_of("message", data), at=_AT, by="mara")

    return append


def _write(path: Path, entries: int) -> None:
    prev = None
    with path.open("wb") as sink:
        for seq in range(1, entries + 1):
            data = {
                "on": "2026-04-03",
                "from": "Anna Bäcker",
                "channel": "mail",
                "summary": f"Could button {seq} be a little rounder, and the text larger?",
            }
            entry = seal("message", data, seq=seq, at=_AT, recorded_by="mara", prev=prev)
            sink.write(entry.line() + b"\n")
            prev = entry.hash
