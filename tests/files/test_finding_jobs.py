"""Folders of jobs are found by the document in them."""

from pathlib import Path

from quotekit.files import job_folders


def test_folders_with_the_document_are_found(tmp_path: Path) -> None:
    """At any depth and in order, but neither in hidden folders nor among a job's own papers."""
    for name in ("b", "a/c", "a/c/sent", ".git", "a/changes", "d"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / ("quote.yaml" if name != "d" else "other.yaml")).touch()
    assert list(job_folders(tmp_path, "quote.yaml")) == [tmp_path / "a" / "c", tmp_path / "b"]
    assert list(job_folders(tmp_path, "other.yaml")) == [tmp_path / "d"]
