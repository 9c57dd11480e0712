"""Processes that append to a journal and may be killed: forked from one that has read all code.

Run as a module it takes one command a line, forks a process for each, and prints its id:

    append PATH NOTES COUNT    append so many entries, noting each that was acknowledged
    die PATH NOTES LENGTH      append one entry, and die once so many of its bytes are written
    limit PATH NOTES SIZE      append one entry where no file may grow beyond so many bytes
    nobody PATH NOTES COUNT    append one entry, and read, as a user who may write nowhere
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quotekit.errors import QuotekitError
from quotekit.files import append_event, load_journal
from quotekit.record import event_of

ROOT = Path(__file__).parents[2]
AT = "2026-04-30T18:00:00+02:00"
NOBODY = 65534
LONG = 400_000
"""How long a long message is: a kill may cut its writing in two."""


def entry_of(path: str, number: int) -> dict[str, Any]:
    """Append an entry, now and then a long one or one that the whole journal is read for."""
    who = os.getpid()
    data: dict[str, Any] = {"on": "2026-04-03", "by": f"{who} {number}"}
    if number % 5 == 4:
        event = event_of("payment", {**data, "amount": f"{who}.{number}"})
    else:
        summary = "x" * LONG if number % 5 == 1 else "Could it be rounder?"
        event = event_of("message", {**data, "summary": summary})
    entry = append_event(path, event, at=AT, by="mara", timeout=60).entry
    return {"seq": entry.seq, "hash": entry.hash}


def append(path: str, note: Callable[[Any], None], count: int) -> None:
    """Append so many entries."""
    for number in range(count):
        note(entry_of(path, number))


def die(path: str, note: Callable[[Any], None], length: int) -> None:
    """Die in the midst of writing an entry, or once it is written and not yet synced."""
    write = os.write

    def write_and_die(at: int, data: bytes) -> int:
        if b'"event"' not in data:
            return write(at, data)
        write(at, data[:length])
        os._exit(9)

    os.write = write_and_die  # type: ignore[assignment]
    note(entry_of(path, 0))


def limit(path: str, note: Callable[[Any], None], size: int) -> None:
    """Append where the disk is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    outcome = told(lambda: entry_of(path, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    note(outcome)


def nobody(path: str, note: Callable[[Any], None], count: int) -> None:
    """Append and read as somebody who may only read."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    note(told(lambda: entry_of(path, count)))
    note(told(lambda: len(load_journal(path).entries)))


def told(work: Callable[[], Any]) -> Any:
    """Return what comes of a work, or what is said where it is refused."""
    try:
        return work()
    except QuotekitError as error:
        return {"error": type(error).__name__, "said": str(error)}


COMMANDS = {"append": append, "die": die, "limit": limit, "nobody": nobody}


def obey(command: str, path: str, notes: str, number: str) -> None:
    """Follow a command, and note what it says at once."""
    write = os.write
    sink = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(said: Any) -> None:
        write(sink, f"{json.dumps(said)}\n".encode())

    COMMANDS[command](path, note, int(number))


def run() -> None:
    """Fork a process for each command, and print its id; wait for one that is named."""
    with TemporaryDirectory() as folder:
        # What is imported late is imported before a process may read nothing any more.
        append(f"{folder}/journal.jsonl", lambda _: None, 5)
    for line in sys.stdin:
        command, *told_it = line.split("\t")
        if command == "wait":
            _, status = os.waitpid(int(told_it[0]), 0)
            print(status, flush=True)  # noqa: T201 - this is what it is asked
            continue
        child = os.fork()
        if child == 0:
            obey(command, *told_it)
            os._exit(0)
        print(child, flush=True)  # noqa: T201 - this is what it is asked


class Nursery:
    """Speak with the process that forks the others."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        """Take the process, and a folder for what its children note."""
        self.process = process
        self.folder = folder
        self.count = 0

    def ask(self, *words: object) -> int:
        """Send a command and return its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\t".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def start(self, command: str, path: Path, number: int) -> tuple[int, Path]:
        """Start a process and return its id and the file of its notes."""
        self.count += 1
        notes = self.folder / f"notes-{self.count}"
        notes.touch()
        # A process that gives up its rights still notes what it finds.
        notes.chmod(0o666)
        return self.ask(command, path, notes, number), notes

    def wait(self, child: int) -> int:
        """Wait for a process to end and return how it did."""
        return self.ask("wait", child)

    def notes(self, command: str, path: Path, number: int) -> list[Any]:
        """Let a process run to its end, and return what it noted."""
        child, notes = self.start(command, path, number)
        self.wait(child)
        return noted(notes)


def noted(notes: Path) -> list[Any]:
    """Return what a process noted before it ended."""
    return [json.loads(line) for line in notes.read_text("utf-8").splitlines()]


@contextmanager
def nursery(folder: Path) -> Iterator[Nursery]:
    """Run the process that forks the others."""
    command = [sys.executable, "-m", "tests.crash.nursery"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield Nursery(process, folder)
        assert process.stdin is not None
        process.stdin.close()


if __name__ == "__main__":
    run()
