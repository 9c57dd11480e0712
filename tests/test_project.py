"""A job's folder: what is found there, and what is written."""

import os
from datetime import date
from pathlib import Path

import pytest

from quotekit.changes import ChangeRequest
from quotekit.errors import FileAccessError, InvalidInputError, UnknownNameError
from quotekit.files import NEW_JOB
from quotekit.pricing import PricedQuote
from quotekit.project import Project
from quotekit.quotes import Agreement

EXAMPLES = Path(__file__).parents[1] / "examples"
BAKERY = EXAMPLES / "bakery-website"

SMALL = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: [{id: a, price: 1}]\n"


def job(folder: Path) -> Path:
    """Write a small job and return its folder."""
    folder.mkdir(parents=True)
    (folder / "quote.yaml").write_text(SMALL, encoding="utf-8")
    return folder


def test_folder_and_file_are_one_job() -> None:
    """A folder and the quote in it name the same job."""
    by_folder, by_file = Project(BAKERY), Project(BAKERY / "quote.yaml")
    assert by_folder.file == by_file.file == BAKERY / "quote.yaml"
    assert by_folder.folder == by_file.folder == BAKERY
    assert by_folder.quote == by_file.quote


def test_this_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path it is the job in this folder."""
    monkeypatch.chdir(BAKERY)
    assert Project().quote.number == Project(BAKERY).quote.number


def test_agreement_is_the_one_named() -> None:
    """The agreement is read from the path that the quote, or its studio file, names."""
    agreement = Project(BAKERY).agreement
    assert agreement is not None
    assert agreement.edition == "2026"
    assert Project(EXAMPLES / "brand-identity").agreement is None


def test_agreement_named_by_the_studio(tmp_path: Path) -> None:
    """A path in the studio file is relative to the studio file."""
    folder = job(tmp_path / "job")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "agreement.yaml").write_text("quotekit: agreement/1\nedition: A\n")
    (tmp_path / "terms" / "studio.yaml").write_text(
        "quotekit: studio/1\nagreement: agreement.yaml\n"
    )
    (folder / "quote.yaml").write_text(SMALL + "studio: ../terms/studio.yaml\n")
    agreement = Project(folder).agreement
    assert agreement is not None
    assert agreement.edition == "A"


def test_document_is_of_its_kind() -> None:
    """A quote comes priced, an agreement as it is, whatever the file is called."""
    assert isinstance(Project(BAKERY).document, PricedQuote)
    terms = Project(BAKERY / "agreement.yaml")
    assert isinstance(terms.document, Agreement)
    assert terms.agreement is terms.document


def test_request_is_a_document_that_is_not_printed(tmp_path: Path) -> None:
    """A change request is told by its first key; printing it says what to do instead."""
    path = tmp_path / "more.yaml"
    path.write_text("quotekit: change/1\nid: more\nactions: [{remove: a}]\n", encoding="utf-8")
    project = Project(path)
    assert isinstance(project.document, ChangeRequest)
    with pytest.raises(InvalidInputError, match=r"priced; .* quotekit plan .*more\.yaml"):
        project.printed()


def test_no_document_at_all_is_refused_as_a_quote(tmp_path: Path) -> None:
    """What is of no kind is held for a quote, as most files are."""
    path = tmp_path / "x.yaml"
    path.write_text("quotekit: nonsense/1\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="is no kind of document; write quotekit: quote/1"):
        _ = Project(path).document


def test_plan_of_requests(tmp_path: Path) -> None:
    """Requests are priced on the quote of the job, and printed in its language."""
    folder = job(tmp_path / "job")
    request = folder / "more.yaml"
    request.write_text("quotekit: change/1\nid: more\nactions: [{add: {id: b, price: 2}}]\n")
    project = Project(folder)
    (order,) = project.plan([request], on=date(2026, 3, 22))
    assert order.before.quote == project.quote
    assert (order.sum.net.change, order.issued) == (2, date(2026, 3, 22))
    assert "CO-001" in project.printed(order)


def test_compared_with_an_older_quote(tmp_path: Path) -> None:
    """The difference leads from the older quote to this one."""
    old, new = Project(job(tmp_path / "old")), Project(job(tmp_path / "new"))
    new.file.write_text(SMALL.replace("price: 1", "price: 3"), encoding="utf-8")
    order = new.compared_with(old)
    assert (order.number, order.sum.net.before, order.sum.net.after) == (None, 1, 3)


def test_no_job(tmp_path: Path) -> None:
    """A folder without a quote is refused when the quote is asked for, and not before."""
    project = Project(tmp_path)
    with pytest.raises(InvalidInputError, match=r"there is no quote\.yaml in this folder"):
        _ = project.quote


def test_jobs_below(tmp_path: Path) -> None:
    """Jobs are found at any depth, in order, but not where copies, links and tools keep theirs."""
    found = [job(tmp_path / name) for name in ("2025/b", "2026/a", "2026/a/part", "c")]
    for name in (".git/x", "c/sent", "c/evidence/y", "c/changes"):
        job(tmp_path / name)
    outside = job(tmp_path.parent / f"{tmp_path.name}-outside")
    (tmp_path / "link").symlink_to(outside)
    (tmp_path / "2025" / "loop").symlink_to(tmp_path)
    assert [project.folder for project in Project.found_at(tmp_path)] == found


def test_job_found_at_itself() -> None:
    """A job is found at its folder and at its file; a name that is none stands for itself."""
    assert [project.folder for project in Project.found_at(BAKERY)] == [BAKERY]
    terms = BAKERY / "agreement.yaml"
    assert [project.file for project in Project.found_at(terms)] == [terms]
    (missing,) = Project.found_at(BAKERY / "no.yaml")
    with pytest.raises(InvalidInputError, match="there is no such file"):
        _ = missing.quote


def test_no_jobs_below(tmp_path: Path) -> None:
    """A folder with no job below it is refused."""
    with pytest.raises(InvalidInputError, match="or below it"):
        Project.found_at(tmp_path)


def test_closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be read is named, so that no job is missed in silence."""
    listed = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    job(tmp_path / "a")
    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(FileAccessError, match="closed: the folder cannot be read: permission"):
        Project.found_at(tmp_path)


def test_texts_are_what_stands_there() -> None:
    """The texts of a job are those of its files, under the name of the quote."""
    texts = Project(BAKERY).texts()
    assert texts["name"] == str(BAKERY / "quote.yaml")
    for name in ("quote", "studio", "agreement"):
        assert texts[name] == (BAKERY / f"{name}.yaml").read_text(encoding="utf-8")
    assert "faults" not in texts


@pytest.mark.parametrize("name", ["quote.yaml", "other.YAML", "terms.yml"])
def test_write_keeps_what_is_written_by_hand(tmp_path: Path, name: str) -> None:
    """A document goes over nothing that a person writes."""
    folder = job(tmp_path / "job")
    with pytest.raises(InvalidInputError, match="YAML is what you write"):
        Project(folder).write(folder / name, "text")
    assert (folder / "quote.yaml").read_text() == SMALL
    Project(folder).write(folder / "quote.txt", "text\r\n")
    assert (folder / "quote.txt").read_bytes() == b"text\r\n"


def test_create_with_nothing_stated(tmp_path: Path) -> None:
    """With nothing stated a new quote says the defaults, and has no date."""
    project = Project.create(tmp_path / "job", {})
    assert project.quote.number == NEW_JOB["number"]
    assert project.quote.currency.code == NEW_JOB["currency"]
    assert project.quote.date is None
    assert project.agreement is not None


@pytest.mark.parametrize("name", sorted(NEW_JOB))
def test_create_with_each_value(tmp_path: Path, name: str) -> None:
    """Each value that can be stated stands in the quote."""
    stated = {
        "number": "Q-9", "title": "T", "client": "C", "seller": "S", "currency": "JPY",
        "language": "ja", "date": "2026-03-02", "rate": "81", "hours": "9",
    }  # fmt: skip
    project = Project.create(tmp_path / "job", {name: stated[name]})
    text = project.file.read_text(encoding="utf-8")
    quote = project.quote
    assert stated[name] in text
    said = {
        "number": quote.number,
        "title": quote.title,
        "client": quote.client and quote.client.name,
        "seller": quote.seller and quote.seller.name,
        "currency": quote.currency.code,
        "language": quote.language,
        "date": str(quote.date),
        "rate": str(quote.rates["work"].price),
        "hours": str(quote.tasks[0].quantity),
    }
    assert said[name] == stated[name]


def test_create_refuses_and_writes_nothing(tmp_path: Path) -> None:
    """What is not known or not sound is refused before anything is written."""
    with pytest.raises(UnknownNameError, match="did you mean title"):
        Project.create(tmp_path / "job", {"titel": "T"})
    with pytest.raises(InvalidInputError, match=r"^date: "):
        Project.create(tmp_path / "job", {"date": "soon"})
    with pytest.raises(UnknownNameError):
        Project.create(tmp_path / "job", {"language": "xx"})
    assert not (tmp_path / "job").exists()


def test_create_is_whole_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last file cannot be written the others go too, and a folder made for them."""
    replaced = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == "quote.yaml":
            raise OSError(28, "No space left on device")
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileAccessError, match="the disk is full"):
        Project.create(tmp_path / "job", {})
    assert not (tmp_path / "job").exists()
    (tmp_path / "there").mkdir()
    with pytest.raises(FileAccessError, match="the disk is full"):
        Project.create(tmp_path / "there", {})
    assert list((tmp_path / "there").iterdir()) == []


def test_create_where_no_folder_can_be(tmp_path: Path) -> None:
    """Below a file no folder can be made."""
    (tmp_path / "file").write_text("")
    with pytest.raises(FileAccessError, match="the folder cannot be made"):
        Project.create(tmp_path / "file" / "job", {})
