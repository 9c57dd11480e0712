"""A small job with a record, for the commands that add to it and ask it."""

import json
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.cli.calling import call
from tests.cli.change_files import AGREEMENT, QUOTE, agreed

PARTIES = """\
seller: {name: Mara Lindqvist}
client: {name: Sonnental GmbH, contact: Jonas Weber}
valid_until: 2026-04-01
scope:
  - {item: Photos, answer: client_supplies, by: 2026-04-10, task: frontend}
  - {item: Cookie banner, answer: excluded}
private: {notes: a secret of the seller}
"""
OPTION = "  - {id: shop, title: Web shop, price: 2400, option: shop, private: {cost: 777.13}}\n"
JOB = QUOTE.replace("payments:", f"{OPTION}payments:") + PARTIES
SEND = ("send", "--on", "2026-03-02")
ACCEPT = ("accept", "--on", "2026-03-05", "--how", "mail")
CHANGE = ("change", "changes/add-blog.yaml", "--on", "2026-03-22")


def started(folder: Path, *steps: tuple[str, ...]) -> Path:
    """Write the job and take steps in it; the caller stands in its folder."""
    agreed(folder)
    (folder / "quote.yaml").write_text(JOB, encoding="utf-8")
    (folder / "agreement.yaml").write_text(f"{AGREEMENT}  valid_days: 10\n", encoding="utf-8")
    (folder / "mail.txt").write_text("Yes, please.\n", encoding="utf-8")
    for step in steps:
        result = call(*(in_folder(part, folder) for part in step), "--job", folder)
        assert result.exit_code == 0, result.stderr
    return folder


def in_folder(part: str, folder: Path) -> str:
    """Return a part of a call as it is written from elsewhere."""
    return str(folder / part) if part.startswith("changes/") else part


def entries(folder: Path = Path()) -> list[dict[str, Any]]:
    """Return what the journal holds, by plain JSON."""
    lines = (folder / "journal.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def last(folder: Path = Path()) -> dict[str, Any]:
    """Return the last entry of the journal, its data beside the name of its event."""
    entry = entries(folder)[-1]
    return {"event": entry["event"], **entry["data"]}


def every_byte(folder: Path = Path()) -> dict[str, bytes]:
    """Return all that stands in a folder, but for the lock, which holds nothing."""
    return {
        str(path): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def refused(*args: str | Path, code: int = 1) -> str:
    """Call what is to be refused, hold that it left every byte as it was, and return the words."""
    before = every_byte()
    result: Result = call(*args)
    assert (result.exit_code, result.stdout) == (code, ""), result.stderr
    assert every_byte() == before
    return result.stderr


def done(*args: str | Path) -> Result:
    """Call what is to be done."""
    result = call(*args)
    assert result.exit_code == 0, result.stderr
    return result
