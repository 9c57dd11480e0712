"""A folder that cannot be written to is read, and writing is refused in words."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from tests.crash.nursery import Nursery
from tests.files.test_journal_file import kept

DENIED = "permission is denied; change its permissions, or name another file"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that everybody may look into."""
    made = Path(mkdtemp())
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    rmtree(made)


def test_journal_in_a_read_only_folder(folder: Path, processes: Nursery) -> None:
    """What is there can be verified, and nothing can be added."""
    path = kept(folder / "journal.jsonl")
    Path(f"{path}.lock").unlink()
    before = path.read_bytes()
    folder.chmod(0o555)
    path.chmod(0o444)
    refused, read = processes.notes("nobody", path, 0)
    assert refused == {"error": "FileAccessError", "said": f"{path}: {DENIED}"}
    assert read == 3
    assert path.read_bytes() == before
    assert sorted(folder.iterdir()) == [folder / ".gitattributes", path]


def test_torn_journal_in_a_read_only_folder(folder: Path, processes: Nursery) -> None:
    """Where nobody can write, what looks torn is torn."""
    path = kept(folder / "journal.jsonl")
    Path(f"{path}.lock").unlink()
    path.write_bytes(path.read_bytes() + b"torn")
    folder.chmod(0o555)
    _, read = processes.notes("nobody", path, 0)
    assert read["error"] == "InvalidInputError"
    assert read["said"].startswith(f"{path}:4: the last line is no whole entry")


def test_folder_without_a_journal(folder: Path, processes: Nursery) -> None:
    """No record is begun where nothing can be written."""
    folder.chmod(0o555)
    refused, read = processes.notes("nobody", folder / "journal.jsonl", 0)
    assert refused["said"] == f"{folder / 'journal.jsonl'}: {DENIED}"
    assert read["said"] == f"{folder / 'journal.jsonl'}: there is no such file; check the name"
    assert list(folder.iterdir()) == []
