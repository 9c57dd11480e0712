"""Evidence is copied, vouched for by its digest, and kept once; documents are never overwritten."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from quotekit.errors import FileAccessError, InvalidInputError
from quotekit.files import keep_document, keep_evidence
from tests.files.test_disk import failing


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """Return a mail that lies somewhere else."""
    (tmp_path / "inbox").mkdir()
    path = tmp_path / "inbox" / "Re: Änderung (3).eml"
    path.write_bytes(b"Subject: yes\r\n\r\nYes, please.\r\n")
    return path


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Return the folder of a job."""
    (tmp_path / "job").mkdir()
    return tmp_path / "job"


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_evidence_is_copied_by_its_digest(mail: Path, job: Path) -> None:
    """The copy has the bytes of the source and a name that every system takes."""
    digest = sha256(mail.read_bytes()).hexdigest()
    kept = keep_evidence(job, mail)
    assert kept.digest == f"sha256:{digest}"
    assert kept.path == f"evidence/{digest[:12]}-Re-Anderung-3.eml"
    assert (job / kept.path).read_bytes() == mail.read_bytes()
    assert len(names(job / "evidence")) == 1


def test_same_file_is_kept_once(mail: Path, job: Path) -> None:
    """The same bytes under another name are the same evidence."""
    kept = keep_evidence(job, mail)
    other = mail.with_name("copy.eml")
    other.write_bytes(mail.read_bytes())
    assert keep_evidence(job, mail) == keep_evidence(job, other) == kept
    assert keep_evidence(os.fspath(job), job / kept.path) == kept
    assert len(names(job / "evidence")) == 1
    other.write_bytes(b"No.")
    assert keep_evidence(job, other, name="answer.txt").path.endswith("-answer.txt")
    assert len(names(job / "evidence")) == 2


def test_source_may_be_empty_or_long(mail: Path, job: Path) -> None:
    """No evidence is too short or too long."""
    for content in (b"", b"x" * 3_000_000):
        mail.write_bytes(content)
        assert (job / keep_evidence(job, mail).path).read_bytes() == content


def test_copy_that_was_changed_is_told(mail: Path, job: Path) -> None:
    """A copy that no longer holds what its name says is not taken for the source."""
    kept = job / keep_evidence(job, mail).path
    kept.write_bytes(b"Yes, for nothing.")
    with pytest.raises(InvalidInputError) as refused:
        keep_evidence(job, mail)
    (fault,) = refused.value.faults
    assert (fault.code, fault.file) == ("evidence_changed", f"evidence/{kept.name}")
    assert kept.read_bytes() == b"Yes, for nothing."
    assert names(job / "evidence") == [kept.name]


def test_copy_is_as_secret_as_its_source(mail: Path, job: Path) -> None:
    """Who may not read the mail may not read the copy."""
    mail.chmod(0o600)
    assert (job / keep_evidence(job, mail).path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing.eml", "missing_file"), ("", "is_a_folder"), ("pipe", "not_a_file")],
)
def test_what_is_no_file_is_refused(mail: Path, job: Path, name: str, code: str) -> None:
    """Evidence is a file; nothing is made where there is none."""
    os.mkfifo(mail.parent / "pipe")
    with pytest.raises(InvalidInputError) as refused:
        keep_evidence(job, mail.parent / name)
    assert refused.value.faults[0].code == code
    assert names(job) == []


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.mkdir"])
def test_failed_copy_leaves_nothing(
    mail: Path, job: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Where copying fails, no evidence and no half of one is there."""
    with monkeypatch.context() as patched:
        patched.setattr(step, failing(errno.ENOSPC))
        with pytest.raises(FileAccessError, match="the disk is full; make room and try again"):
            keep_evidence(job, mail)
    assert not [path for path in job.rglob("*") if path.is_file()]
    keep_evidence(job, mail)


def test_interrupted_copy_leaves_nothing(
    mail: Path, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever presses Ctrl+C leaves no file without a name."""

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    (job / "evidence").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            keep_evidence(job, mail)
    assert names(job / "evidence") == []


def test_missing_job_is_refused(mail: Path, tmp_path: Path) -> None:
    """Evidence goes into a folder that is there."""
    with pytest.raises(FileAccessError, match="the folder is not there; create it first"):
        keep_evidence(tmp_path / "missing", mail)


def test_copy_is_synced_before_it_has_its_name(
    mail: Path, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the bytes lie on the disk, then the name, then the folder that has it."""
    steps: list[str] = []
    (job / "evidence").mkdir()
    sync, replace = os.fsync, Path.replace

    def spy_sync(at: int) -> None:
        steps.append(Path(f"/proc/self/fd/{at}").readlink().suffix or "folder")
        sync(at)

    def spy_replace(self: Path, target: Path) -> Path:
        steps.append("named")
        return replace(self, target)

    monkeypatch.setattr("os.fsync", spy_sync)
    monkeypatch.setattr("pathlib.Path.replace", spy_replace)
    keep_evidence(job, mail)
    assert steps == [".tmp", "named", "folder"]


def test_document_is_kept_as_it_goes_out(job: Path) -> None:
    """The text is UTF-8 with the line ends it has, under its own name and digest."""
    text = "Gesamt 12,00 €\nzwei\r\n"
    kept = keep_document(job, "Q-1.txt", text)
    assert kept.path == "sent/Q-1.txt"
    assert (job / kept.path).read_bytes() == text.encode()
    assert kept.digest == f"sha256:{sha256(text.encode()).hexdigest()}"
    assert keep_document(job, "Q-1.txt", text) == kept
    assert names(job / "sent") == ["Q-1.txt"]


def test_document_is_never_overwritten(job: Path) -> None:
    """Another text under the same name gets a number behind it."""
    paths = [keep_document(job, "Q-1.txt", text).path for text in ("a", "b", "c", "b", "a")]
    assert paths == [
        "sent/Q-1.txt", "sent/Q-1-2.txt", "sent/Q-1-3.txt", "sent/Q-1-2.txt", "sent/Q-1.txt",
    ]  # fmt: skip
    assert [(job / path).read_text("utf-8") for path in paths] == ["a", "b", "c", "b", "a"]


def test_name_of_a_document_leads_nowhere_else(job: Path) -> None:
    """A name is a name, not a path."""
    assert keep_document(job, "../../Q-1.txt", "a").path == "sent/Q-1.txt"


def test_document_that_cannot_be_written_is_told(
    job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing disk leaves no document."""
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", failing(errno.EROFS))
        with pytest.raises(FileAccessError, match="the disk is read-only"):
            keep_document(job, "Q-1.txt", "a")
    assert not [path for path in job.rglob("*") if path.is_file()]
