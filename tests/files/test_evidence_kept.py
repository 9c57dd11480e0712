"""The papers of a step that fails are gone again, and those that were there stay."""

from pathlib import Path

import pytest

from quotekit.files import kept_papers

MAIL = "Yes, please.\n"


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Return a folder with a mail in it that is no evidence yet."""
    (tmp_path / "mail.txt").write_text(MAIL, encoding="utf-8")
    return tmp_path


def papers(job: Path) -> set[str]:
    """Return what is kept, and the folders that it is kept in."""
    return {str(path.relative_to(job)) for path in job.rglob("*")} - {"mail.txt"}


def test_papers_of_a_step_stay_once_it_is_settled(job: Path) -> None:
    """A copy of evidence, and a document as it went out."""
    with kept_papers(job) as kept:
        mail = kept.evidence(job / "mail.txt")
        document = kept.document("Q-1.txt", "A quote\n")
        kept.settle()
    assert (job / mail.path).read_text("utf-8") == MAIL
    assert (job / document.path).read_text("utf-8") == "A quote\n"


def test_papers_of_a_step_that_fails_are_gone(job: Path) -> None:
    """And so are the folders that were made for them."""
    with kept_papers(job) as kept:
        kept.evidence(job / "mail.txt")
        kept.document("Q-1.txt", "A quote\n")
    assert papers(job) == set()


def test_papers_that_were_there_stay(job: Path) -> None:
    """The same file is kept once, and a step that failed does not take it away."""
    with kept_papers(job) as kept:
        mail = kept.evidence(job / "mail.txt")
        kept.settle()
    with kept_papers(job) as kept:
        assert kept.evidence(job / "mail.txt") == mail
        kept.document("Q-1.txt", "A quote\n")
    assert papers(job) == {"evidence", mail.path}
