"""What evidence will be called, before it is copied."""

from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import digest_of, foreseen_evidence, keep_evidence


@pytest.mark.parametrize("name", ["mail.eml", "Große Zusage (2).pdf", "con", "x" * 90 + ".txt"])
def test_foreseen_is_what_is_kept(tmp_path: Path, name: str) -> None:
    """Before and after the copy is made it is the same, and foreseeing writes nothing."""
    source = tmp_path / name
    source.write_text("yes", encoding="utf-8")
    job = tmp_path / "job"
    job.mkdir()
    foreseen = foreseen_evidence(job, source)
    assert list(job.iterdir()) == []
    assert keep_evidence(job, source) == foreseen == foreseen_evidence(job, source)
    assert digest_of(job / foreseen.path) == foreseen.digest


def test_same_file_under_another_name(tmp_path: Path) -> None:
    """What is kept already is kept under the name that it has."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("yes", encoding="utf-8")
    second.write_text("yes", encoding="utf-8")
    kept = keep_evidence(tmp_path, first)
    assert foreseen_evidence(tmp_path, second) == kept


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is refused; a digest of nothing is none."""
    for wrong in (tmp_path / "no", tmp_path):
        with pytest.raises(InvalidInputError):
            foreseen_evidence(tmp_path, wrong)
    assert digest_of(tmp_path / "no") is None
