"""A file named that is missing, loops, or lies outside is refused with both places."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from quotekit.errors import FileAccessError, InvalidInputError
from quotekit.files import load_quote

HEAD = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: [{id: a, price: 5}]\n"


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a job's folder, two folders below one that is out of reach."""
    folder = tmp_path / "jobs" / "acme"
    folder.mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("quotekit: agreement/1\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def refusal(line: str) -> str:
    """Return what is said of a quote that ends with this line."""
    Path("quote.yaml").write_text(f"{HEAD}{line}\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as refused:
        load_quote("quote.yaml")
    return str(refused.value)


@pytest.mark.parametrize(
    ("key", "column"), [("agreement", 12), ("studio", 9)], ids=["agreement", "studio"]
)
def test_missing_file_is_a_fault_of_the_quote(job: Path, key: str, column: int) -> None:
    """The path is given as the quote states it and as it was looked for."""
    assert job.exists()
    assert refusal(f"{key}: ../terms.yaml") == (
        f"quote.yaml:5:{column}: {key}: ../terms.yaml: there is no such file; "
        "write the path relative to this file"
    )


def test_link_to_itself_is_a_fault_of_the_quote(job: Path) -> None:
    """A link that leads in a circle ends in a refusal."""
    (job / "a.yaml").symlink_to("b.yaml")
    (job / "b.yaml").symlink_to("a.yaml")
    assert refusal("agreement: a.yaml") == (
        "quote.yaml:5:12: agreement: a.yaml: the link leads in a circle; "
        "write the path relative to this file"
    )


@pytest.mark.parametrize("stated", [".", "..", '""'])
def test_folder_is_a_fault_of_the_quote(job: Path, stated: str) -> None:
    """A path that names a folder names no document."""
    assert job.exists()
    assert "this is a folder; write the path relative to this file" in refusal(f"studio: {stated}")


def test_file_outside_is_refused(job: Path, tmp_path: Path) -> None:
    """A path may leave the job's folder, but not the folder that holds it."""
    assert refusal("agreement: ../../secret.yaml") == (
        f'quote.yaml:5:12: agreement: "../../secret.yaml" leads to {tmp_path / "secret.yaml"}, '
        f"which is outside {job.parent}; keep the file inside that folder"
    )


def test_link_outside_is_refused(job: Path, tmp_path: Path) -> None:
    """A link inside the folder that leads out of it is resolved, and refused."""
    (job / "terms.yaml").symlink_to(tmp_path / "secret.yaml")
    assert refusal("agreement: terms.yaml") == (
        f'quote.yaml:5:12: agreement: "terms.yaml" leads to {tmp_path / "secret.yaml"}, '
        f"which is outside {job.parent}; keep the file inside that folder"
    )


def test_absolute_path_is_refused(job: Path) -> None:
    """An absolute path holds on one machine only, and is refused even where it stays inside."""
    (job / "terms.yaml").write_text("quotekit: agreement/1\n", encoding="utf-8")
    said = refusal(f"agreement: {job}/terms.yaml")
    assert said.endswith("is an absolute path; write the path relative to this file")


@pytest.mark.parametrize("stated", ['"a\\0b"', "x" * 5000, "[a.yaml]", "{a: b}"])
@pytest.mark.parametrize("key", ["studio", "agreement"])
def test_what_is_no_path_is_refused(job: Path, key: str, stated: str) -> None:
    """Controls, endless names, lists and maps name no file."""
    assert job.exists()
    assert refusal(f"{key}: {stated}").startswith(f"quote.yaml:5:{len(key) + 3}: {key}: ")


def test_quote_as_its_own_studio_file_is_refused(job: Path) -> None:
    """A quote that names itself is told what it named."""
    assert job.exists()
    assert refusal("studio: quote.yaml") == (
        "quote.yaml:1:11: quotekit: this is a quote, where a studio file is expected; "
        "name a file that begins with quotekit: studio/1"
    )


def test_faults_of_a_named_file_bear_its_name(job: Path) -> None:
    """What is wrong inside the file named is told of that file."""
    (job.parent / "studio.yaml").write_bytes("quotekit: studio/1\nplace: Köln\n".encode("latin-1"))
    assert refusal("studio: ../studio.yaml") == (
        "../studio.yaml:2:9: the byte 0xf6 is not UTF-8; save the file as UTF-8"
    )


def test_named_file_that_cannot_be_read_is_no_fault_of_the_quote(
    job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is there and unreadable is told as one that could not be read."""
    (job / "quote.yaml").write_text(f"{HEAD}agreement: terms.yaml\n", encoding="utf-8")
    (job / "terms.yaml").write_text("quotekit: agreement/1\n", encoding="utf-8")
    read: Callable[..., object] = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.name == "terms.yaml":
            raise PermissionError(errno.EACCES, "no")
        return read(path, *args)

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(FileAccessError) as refused:
        load_quote("quote.yaml")
    assert str(refused.value) == (
        "terms.yaml: permission is denied; change its permissions, or name another file"
    )


def test_paths_behind_a_linked_folder_lead_where_the_system_leads(job: Path) -> None:
    """A studio file reached through a link names the agreement beside itself."""
    real = job.parent / "archive" / "2026"
    real.mkdir(parents=True)
    (job / "shared").symlink_to(real)
    (real.parent / "studio.yaml").write_text(
        "quotekit: studio/1\nagreement: terms.yaml\n", encoding="utf-8"
    )
    (real.parent / "terms.yaml").write_text(
        "quotekit: agreement/1\nquotes: {valid_days: 30}\n", encoding="utf-8"
    )
    (job / "quote.yaml").write_text(
        f"{HEAD}date: 2026-03-02\nstudio: shared/../studio.yaml\n", encoding="utf-8"
    )
    quote = load_quote("quote.yaml")
    assert str(quote.valid_until) == "2026-04-01"
    assert quote.agreement == "shared/../terms.yaml"
