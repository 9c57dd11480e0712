"""Journals whose entries somebody has changed by hand and sealed anew: the chain is whole."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from quotekit.record import seal

ODD: list[Any] = [
    None, True, False, 0, -1, 7, 99, 2**53 - 1, "", " ", "x", "lots", "12,50", "1e9", "-0", "nope",
    "2026-13-45", "1850-01-01", "9999-12-31", "sha256:0", "../../x", "/etc/passwd", "CO-001",
    "screens", "all", "completed", [], {}, [None], [[]], [{}], ["x"], ["screens"], {"x": 1},
    {"id": "x"}, [{"path": "../../etc/passwd", "digest": "sha256:0"}], [{"add": 5}],
    {"total": "lots"}, "a\nb", "e\u0301", "\u202e",
]  # fmt: skip
"""Values that hardly anything could be."""

Entry = dict[str, Any]


def read(folder: Path) -> list[Entry]:
    """Return the entries of a job's record, by plain JSON."""
    lines = (folder / "journal.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def write(folder: Path, entries: list[Entry]) -> None:
    """Write a record of these entries, each sealed anew behind the one before."""
    lines, prev = [], None
    for seq, one in enumerate(entries, 1):
        sealed = seal(
            one["event"], one["data"], seq=seq, at=one["at"], recorded_by=one["recorded_by"],
            prev=prev,
        )  # fmt: skip
        lines.append(sealed.line() + b"\n")
        prev = sealed.hash
    (folder / "journal.jsonl").write_bytes(b"".join(lines))


def changed(entries: list[Entry], random: Random) -> list[Entry]:
    """Return entries of which one or two places hold something odd, or lack what they held."""
    entries = copy.deepcopy(entries)
    for _ in range(random.randint(1, 2)):
        whole = random.random()
        at = random.randrange(len(entries))
        if whole < 0.05:
            entries.insert(at, copy.deepcopy(random.choice(entries)))
        elif whole < 0.1:
            entries.pop(at)
        elif whole < 0.15:
            entries[at]["event"] = random.choice(["sung", *(one["event"] for one in entries)])
        elif whole < 0.2:
            entries[at]["at"] = random.choice(["", "x", "2026-01-01", "2026-01-01T00:00:00Z"])
        else:
            place, key = random.choice(list(_places(entries[at]["data"])))
            _change(place, key, random)
    return entries


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every map and list inside, with each of its keys or positions."""
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _change(place: Any, key: Any, random: Random) -> None:
    how = random.random()
    if how < 0.2:
        del place[key]
    elif how < 0.3 and isinstance(place, dict):
        place["strange"] = random.choice(ODD)
    else:
        place[key] = copy.deepcopy(random.choice(ODD))
