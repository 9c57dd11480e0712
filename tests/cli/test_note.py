"""`quotekit note`: what happened beside the documents."""

from pathlib import Path

import pytest

from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, entries, last, refused, started


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote is accepted."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT))


def test_message() -> None:
    """All that is said of a message is in its entry."""
    done(
        "note", "message", "The blue is too cold", "--about", "screens", "--about", "shop",
        "--minutes", "20", "--channel", "mail", "--from", "Anna", "--to", "Mara",
        "--initiated-by", "client", "--evidence", "mail.txt", "--on", "2026-03-10",
    )  # fmt: skip
    data = last()
    assert data.pop("evidence")[0]["path"].endswith("-mail.txt")
    assert data == {
        "event": "message", "on": "2026-03-10", "by": "Anna", "from": "Anna", "to": "Mara",
        "summary": "The blue is too cold", "about": ["screens", "shop"], "minutes": 20,
        "channel": "mail", "initiated_by": "client",
    }  # fmt: skip


def test_message_of_the_seller() -> None:
    """An update that the seller gives is the seller's."""
    done("note", "message", "All is well", "--initiated-by", "seller", "--on", "2026-03-10")
    assert last()["by"] == "Mara Lindqvist"
    done("note", "message", "Good", "--on", "2026-03-10")
    assert last()["by"] == "Jonas Weber"


def test_message_before_there_is_a_quote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message can be noted beside a quote that cannot be read."""
    folder = started(tmp_path / "new")
    (folder / "quote.yaml").write_text("{", encoding="utf-8")
    monkeypatch.chdir(folder)
    done("note", "message", "Hello", "--on", "2026-02-20")
    data = last()
    assert (data["event"], data["on"], data["summary"]) == ("message", "2026-02-20", "Hello")
    assert data["by"] is None


def test_progress() -> None:
    """Progress goes down only with a reason."""
    done("note", "progress", "screens", "60 %", "--on", "2026-04-10")
    assert last()["percent"] == "60"
    words = refused("note", "progress", "screens", "40", "--on", "2026-04-11")
    assert words == '"screens" was 60 % done already; say why it goes down\n'
    done("note", "progress", "screens", "40", "--on", "2026-04-11", "--reason", "Draft lost")
    assert last()["reason"] == "Draft lost"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (("progress", "scrn", "5"), 'there is no task "scrn"; did you mean screens?'),
        (("approved", "nothing"), 'there is no task "nothing"'),
        (("received", "Logo"), 'there is no item that the client supplies "Logo"'),
        (("received", "Cookie banner"), "there is no item that the client supplies"),
        (("payment", "5", "--for", "deposits"), "did you mean deposit?"),
        (("message", "x", "--about", "blog"), 'there is no task "blog"'),
        (("exception", "changes.minimun", "0"), "did you mean changes.minimum?"),
        (("exception", "changes.minimum", "much"), '"much" is not a number'),
        (("progress", "screens", "101"), "percent: "),
        (("payment", "12,50"), "amount: "),
        (("request", "no.yaml"), "there is no such file"),
    ],
)
def test_unknown_names_and_wrong_values(step: tuple[str, ...], words: str) -> None:
    """What names nothing, and what holds no number, is refused in one line."""
    said = refused("note", *step, "--on", "2026-03-10", code=2)
    assert words in said
    assert said.count("\n") == 1


def test_payment() -> None:
    """A payment, and a refund below zero."""
    done("note", "payment", "2285.01", "--for", "deposit", "--on", "2026-03-12")
    assert last() == {
        "event": "payment", "on": "2026-03-12", "by": "Jonas Weber", "amount": "2285.01",
        "for": "deposit",
    }  # fmt: skip
    done("note", "payment", "--on", "2026-03-13", "--", "-50")
    assert last()["amount"] == "-50"


def test_received_approved_delivered() -> None:
    """What came, what was approved and that all was delivered."""
    done("note", "received", "Photos", "--on", "2026-04-09")
    assert (last()["item"], last()["by"]) == ("Photos", "Jonas Weber")
    done("note", "approved", "screens", "--how", "mail", "--on", "2026-04-17")
    assert (last()["task"], last()["method"]) == ("screens", "mail")
    done("note", "approved", "--on", "2026-05-20", "--evidence", "mail.txt")
    assert last()["task"] == "all"
    done("note", "delivered", "--on", "2026-05-22")
    assert last()["by"] == "Mara Lindqvist"


def test_exception_is_printed_on_the_next_order() -> None:
    """A term that was granted otherwise holds from then on, and one order says so."""
    done("note", "exception", "changes.handling_fee", "0", "--reason", "Kindness")
    assert last()["value"] == "0"
    order = done(*CHANGE).stdout
    assert "Departing from the agreement:" in order
    assert "Kindness" in order
    assert "CO-001.handling_fee" not in done("show", "CO-001", "-f", "json").stdout
    assert "Departing from the agreement:" in done("show", "CO-001").stdout
    done("accept", "--on", "2026-03-23")
    Path("changes/next.yaml").write_text(
        "quotekit: change/1\nid: next\nactions: [{revise: blog, set: {quantity: 30}}]\n"
    )
    assert "Departing" not in done("change", "changes/next.yaml", "--on", "2026-03-24").stdout


def test_request_and_close() -> None:
    """A request is recorded on its day, once, and may be closed; it is not priced."""
    done("note", "request", "changes/add-blog.yaml", "--evidence", "mail.txt", "--on", "2026-03-21")
    assert (last()["on"], last()["request"]["id"]) == ("2026-03-20", "add-blog")
    again = ("note", "request", "changes/add-blog.yaml", "--evidence", "mail.txt")
    assert "nothing is written" in done(*again).stderr
    text = Path("changes/add-blog.yaml").read_text("utf-8").replace("two more", "three more")
    Path("changes/other.yaml").write_text(text, encoding="utf-8")
    assert "is recorded already" in refused("note", "request", "changes/other.yaml")
    done("note", "close", "add-blog", "--reason", "Next year", "--on", "2026-03-22")
    assert last()["event"] == "change_request_closed"
    assert "is decided already" in refused("change", "changes/add-blog.yaml", "--on", "2026-03-23")


def test_not_before_acceptance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a quote is accepted there is no work to note."""
    monkeypatch.chdir(started(tmp_path / "sent", SEND))
    for step in (
        ("progress", "screens", "5"),
        ("approved",),
        ("received", "Photos"),
        ("delivered",),
    ):
        words = refused("note", *step)
        assert "a quote has been sent and waits for an answer" in words
    done("note", "payment", "100", "--on", "2026-03-03")
    assert len(entries()) == 2


@pytest.mark.parametrize(
    "call",
    [
        ("note", "payment", "100", "--on", "2026-03-12"),
        ("note", "message", "Hello."),
        ("status",),
        ("log",),
        ("verify",),
        ("settle", "--cause", "agreement"),
        ("exposure",),
        ("plan",),
        ("send",),
        ("end", "--cause", "agreement"),
    ],
)
def test_job_that_is_not_there(call: tuple[str, ...]) -> None:
    """A slip in the name of a job never writes into the record of the folder one stands in."""
    assert refused(*call, "--job", "nope", code=2).startswith("nope: there is no such")


def test_request_against_an_entry_that_is_not_there() -> None:
    """The file says where the number stands; a change is refused alike."""
    Path("changes/against.yaml").write_text(
        "quotekit: change/1\nid: against\ncontradicts: 99\nactions: [{remove: fonts}]\n"
    )
    words = "changes/against.yaml:3:14: contradicts: there is no entry 99; name one from 1 to 2"
    assert words in refused("note", "request", "changes/against.yaml", code=2)
    assert words in refused("change", "changes/against.yaml", code=2)


def test_amount_that_nobody_can_pay() -> None:
    """An amount finer than the currency is refused at once, with one that can be paid."""
    said = refused("note", "payment", "5.005", "--on", "2026-03-12", code=2)
    assert said == (
        "amount: nobody can pay 5.005, which has more decimals than the currency; write 5.01\n"
    )
    done("note", "payment", "5.000", "--on", "2026-03-12")
    assert last()["amount"] == "5"


def test_message_from_the_seller() -> None:
    """What bears the seller's name is the seller's, unless somebody says who began it."""
    done("note", "message", "An update", "--from", "Mara Lindqvist")
    assert (last()["initiated_by"], last()["by"]) == ("seller", "Mara Lindqvist")
    done("note", "message", "Hello", "--from", "Jonas Weber")
    assert last()["initiated_by"] is None
    done("note", "message", "Ahoy", "--from", "Mara Lindqvist", "--initiated-by", "client")
    assert last()["initiated_by"] == "client"
