"""`quotekit send`: what is kept of a quote that goes out."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, JOB, SEND, done, entries, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job that nothing is recorded of."""
    monkeypatch.chdir(started(tmp_path / "job"))


def test_first_quote() -> None:
    """The document is kept as it is printed, its digest and all that it depends on in the entry."""
    printed = done("show").stdout
    words = done(*SEND).stderr
    (entry,) = entries()
    data = entry["data"]
    assert (data["number"], data["revision"], data["on"]) == ("Q-2026-014", 1, "2026-03-02")
    assert (data["by"], data["valid_until"]) == ("Mara Lindqvist", "2026-04-01")
    assert data["totals"] == {"net": "6450.00", "total": "7616.70", "payable": "7616.70"}
    document = Path(data["document"]["path"])
    assert document == Path("sent/Q-2026-014-r1.txt")
    content = document.read_bytes()
    # Before the first entry the record has no head that a document could bear.
    assert content.decode() == printed
    assert data["document"]["digest"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert "sent/Q-2026-014-r1.txt: written" in words
    assert data["snapshot"]["agreement"]["changes"]["handling_fee"] == "60"


def test_next_revision_bears_the_head() -> None:
    """A quote sent again after a change is a new revision, and its document bears the head."""
    done(*SEND)
    head = entries()[0]["hash"].removeprefix("sha256:")[:16]
    Path("quote.yaml").write_text(JOB.replace("quantity: 24", "quantity: 26"), encoding="utf-8")
    done("send", "--on", "2026-03-03")
    assert last()["revision"] == 2
    text = Path("sent/Q-2026-014-r2.txt").read_text("utf-8")
    assert text.endswith(f"\nrecord 1 · {head}\n")
    assert done("verify", "--expect", f"1:{head}").stdout.startswith("2:")


def test_same_quote_again_writes_nothing() -> None:
    """The very same quote sent again is said to be sent already."""
    done(*SEND)
    assert "entry 1 says this already; nothing is written" in done("send").stderr
    assert len(entries()) == 1
    # A private note is no part of what was sent.
    text = JOB.replace("a secret of the seller", "another secret")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    assert "nothing is written" in done("send").stderr
    # The terms are: they went out with it.
    terms = Path("agreement.yaml").read_text("utf-8").replace("minimum: 100", "minimum: 90")
    Path("agreement.yaml").write_text(terms, encoding="utf-8")
    done("send")
    assert last()["revision"] == 2


def test_unanswered_question_blocks() -> None:
    """A question of scope that nobody has answered keeps a quote here, unless it is waived."""
    text = JOB.replace(
        "{item: Cookie banner, answer: excluded}", "{item: Über uns?, answer: unknown}"
    )
    Path("quote.yaml").write_text(text, encoding="utf-8")
    words = refused(*SEND)
    assert words.startswith("quote.yaml:30:31: scope[1].answer: nobody has said yet: ")
    assert "--waive unknown:uber-uns=REASON" in words
    assert "there is no blocker" in refused(*SEND, "--waive", "unknown:x=y", code=2)
    assert "is no BLOCKER=REASON" in refused(*SEND, "--waive", "unknown:uber-uns", code=2)
    done(*SEND, "--waive", "unknown:uber-uns=he answers on Monday")
    assert last()["waived"] == [{"blocker": "unknown:uber-uns", "reason": "he answers on Monday"}]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("id: fonts", "id: CO-001.fonts", "tasks[3].id"),
        ("expense: 120", "expense: 120, ended: CO-001", "tasks[3].ended"),
        ("number: Q-2026-014", "number: CO-2026", "number"),
        ("id: deposit", "id: CO-001", "payments[0].id"),
    ],
)
def test_marks_of_change_orders(old: str, new: str, place: str) -> None:
    """A quote that bears the marks of change orders is refused at their place."""
    Path("quote.yaml").write_text(JOB.replace(old, new), encoding="utf-8")
    assert refused(*SEND, code=2).startswith(f"quote.yaml: {place}: ")


def test_not_after_acceptance() -> None:
    """Once a quote is accepted, a change is requested and nothing is sent."""
    done(*SEND)
    done(*ACCEPT)
    Path("quote.yaml").write_text(JOB.replace("quantity: 24", "quantity: 26"), encoding="utf-8")
    words = refused("send")
    assert "the quote is accepted" in words
    assert "allowed now: change_requested" in words


def test_day_to_come() -> None:
    """Nothing is sent on a day that has not come."""
    assert "is after the day on which it is written" in refused(
        "send", "--on", "9998-01-01", code=2
    )


def test_nothing_private_is_kept() -> None:
    """Neither the document nor the journal holds what only the seller sees."""
    done(*SEND)
    kept = Path("journal.jsonl").read_text("utf-8")
    kept += Path("sent/Q-2026-014-r1.txt").read_text("utf-8")
    assert "secret" not in kept
    assert "777.13" not in kept
    assert "private" not in kept


def test_how_and_what_proves_it() -> None:
    """By which way it went is kept, with the letter that it went with."""
    done(*SEND, "--how", "mail", "--evidence", "mail.txt")
    assert last()["method"] == "mail"
    assert last()["evidence"][0]["path"].endswith("-mail.txt")
    assert "sent by Mara Lindqvist, by mail" in done("log").stdout


def test_same_quote_for_another_reason() -> None:
    """Another reason for the same gap, and another way, are no repetition: none is lost."""
    text = JOB.replace("answer: excluded", "answer: unknown")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    done(*SEND, "--waive", "unknown:cookie-banner=They come later")
    again = done(*SEND, "--waive", "unknown:cookie-banner=They come later")
    assert "entry 1 says this already" in again.stderr
    done(*SEND, "--waive", "unknown:cookie-banner=Nobody needs them")
    assert (last()["revision"], last()["waived"][0]["reason"]) == (2, "Nobody needs them")
    done(*SEND, "--waive", "unknown:cookie-banner=Nobody needs them", "--how", "mail")
    assert (last()["revision"], last()["method"]) == (3, "mail")
    again = done(*SEND, "--waive", "unknown:cookie-banner=Nobody needs them")
    assert "entry 3 says this already" in again.stderr
