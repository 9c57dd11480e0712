"""`quotekit accept`: what was sent becomes what is agreed."""

import hashlib
from pathlib import Path

import pytest

import quotekit as qk
from tests.cli.recorded import (
    ACCEPT,
    CHANGE,
    JOB,
    SEND,
    done,
    entries,
    every_byte,
    last,
    refused,
    started,
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of a job whose quote was sent."""
    monkeypatch.chdir(started(tmp_path / "job", SEND))


def test_quote() -> None:
    """The entry says by whom and how, and contract.yaml holds what is agreed."""
    done(*ACCEPT)
    data = last()
    assert (data["event"], data["by"], data["method"]) == ("quote_accepted", "Jonas Weber", "mail")
    assert data["sent"] == data["agreed"]
    agreed = qk.load_quote("contract.yaml")
    assert qk.quote_digest(agreed) == data["agreed"]
    assert list(agreed.taxes) == ["vat", "reduced"]
    assert Path("contract.yaml").read_text("utf-8").startswith("# What is agreed now. quotekit ")
    assert Path("quote.yaml").read_text("utf-8") == JOB


def test_options() -> None:
    """An option that the client takes is part of what is agreed, not of what was sent."""
    done(*ACCEPT, "--select", "shop")
    data = last()
    assert data["selected"] == ["shop"]
    assert data["sent"] != data["agreed"]
    assert qk.load_quote("contract.yaml").selected == {"shop"}


def test_option_that_is_none() -> None:
    """Only options of the quote can be taken, and only with the quote."""
    words = refused(*ACCEPT, "--select", "shpo", code=2)
    assert words == 'there is no option "shpo"; did you mean shop? (known: shop)\n'
    done(*ACCEPT)
    done(*CHANGE)
    words = refused("accept", "--on", "2026-03-23", "--select", "shop", code=2)
    assert "accepted whole or not at all" in words


def test_contract_from_before_is_no_proposal() -> None:
    """A file that a crash has left behind does not ask for the work to be taken out again."""
    done(*ACCEPT)
    before = Path("contract.yaml").read_bytes()
    done(*CHANGE)
    accept = ("accept", "CO-001", "--on", "2026-03-23")
    done(*accept)
    after = Path("contract.yaml").read_bytes()
    Path("contract.yaml").write_bytes(before)
    for command in ("plan", "change"):
        words = refused(command, "--on", "2026-03-24")
        assert "contract.yaml holds what was agreed before" in words
    done(*accept)
    assert Path("contract.yaml").read_bytes() == after


@pytest.mark.parametrize("command", ["status", "verify"])
def test_edited_quote_is_told_wherever_one_looks(command: str) -> None:
    """The field that differs from what was sent is named, and a private note is none."""
    done(*ACCEPT)
    assert "differs" not in done(command).stderr
    text = JOB.replace("cost: 777.13", "cost: 778.13")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    assert "differs" not in done(command).stderr
    Path("quote.yaml").write_text(JOB.replace("quantity: 24", "quantity: 25"), encoding="utf-8")
    assert "in: screens.quantity" in done(command).stderr


def test_edited_quote_does_not_count() -> None:
    """What was edited after sending is not accepted, and the fields are named."""
    text = JOB.replace("quantity: 24", "quantity: 25").replace("title: Website", "title: Webshop")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    words = done(*ACCEPT).stderr
    assert (
        "differs from what was sent, which is what is accepted, in: title, screens.quantity"
        in words
    )
    assert qk.load_quote("contract.yaml").tasks[0].quantity == 24


def test_private_note_counts_for_nothing() -> None:
    """A private note that was edited is no difference."""
    text = JOB.replace("a secret of the seller", "x").replace("cost: 777.13", "cost: 778.13")
    Path("quote.yaml").write_text(text, encoding="utf-8")
    assert "differs" not in done(*ACCEPT).stderr


def test_quote_that_cannot_be_read() -> None:
    """What was sent is accepted, whatever has become of the file."""
    Path("quote.yaml").write_text("{", encoding="utf-8")
    assert "quote.yaml: cannot be read" in done(*ACCEPT).stderr


def test_evidence() -> None:
    """Evidence is copied under its digest, and the entry names the copy and the whole digest."""
    done(*ACCEPT, "--evidence", "mail.txt")
    digest = hashlib.sha256(Path("mail.txt").read_bytes()).hexdigest()
    path = f"evidence/{digest[:12]}-mail.txt"
    assert last()["evidence"] == [{"path": path, "digest": f"sha256:{digest}"}]
    assert Path(path).read_bytes() == Path("mail.txt").read_bytes()


def test_again() -> None:
    """The identical step writes nothing and says so, another one is refused."""
    step = (*ACCEPT, "--evidence", "mail.txt", "--select", "shop")
    done(*step)
    before = every_byte()
    assert "entry 2 says this already; nothing is written" in done(*step).stderr
    assert every_byte() == before
    Path("other.txt").write_text("other", encoding="utf-8")
    assert "the quote is accepted" in refused(*ACCEPT, "--evidence", "other.txt")


def test_missing_evidence() -> None:
    """Evidence that is not there is refused."""
    words = refused(*ACCEPT, "--evidence", "no.txt", code=2)
    assert words == "no.txt: there is no such file; check the name\n"


def test_expired() -> None:
    """After its last day a quote is accepted only with a reason."""
    late = ("accept", "--on", "2026-04-02")
    assert "was valid until 2026-04-01" in refused(*late)
    done(*late, "--honour-expired", "he was ill")
    assert last()["honour_expired"] == "he was ill"


def test_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing went out, nothing can be accepted."""
    monkeypatch.chdir(started(tmp_path / "new"))
    assert refused("accept") == (
        "nothing waits for an answer: no quote has been sent that waits for an answer; "
        "allowed now: quote_sent, message, payment, exception_granted, void\n"
    )


def test_unknown_number() -> None:
    """A number that nothing bears is not allowed, and what is is said."""
    words = refused("accept", "CO-007")
    assert words.startswith(
        'nothing went out as "CO-007": a quote has been sent and waits for an answer; '
        "allowed now: quote_sent, quote_accepted, "
    )
    for command in ("decline", "withdraw"):
        assert 'nothing went out as "CO-007"' in refused(command, "CO-007")


def test_several_open() -> None:
    """Where several documents wait, the one that is meant is named."""
    done(*ACCEPT)
    done(*CHANGE)
    Path("changes/front.yaml").write_text(
        "quotekit: change/1\nid: front\nreason: unforeseen\n"
        "actions: [{revise: frontend, set: {quantity: 42}}]\n",
        encoding="utf-8",
    )
    done("change", "changes/front.yaml", "--on", "2026-03-22")
    words = refused("accept", "--on", "2026-03-23")
    assert words == "CO-001 and CO-002 wait for an answer; name the one that is meant\n"
    done("accept", "CO-001", "--on", "2026-03-23")
    assert (last()["event"], last()["number"]) == ("change_order_accepted", "CO-001")
    assert qk.load_quote("contract.yaml").tasks[0].quantity == 30
    # The other one comes out the same on what is agreed now, and says on what it was based.
    base = entries()[-2]["data"]["order"]["base"]
    done("accept", "--on", "2026-03-24")
    assert (last()["number"], last()["rebased_from"]) == ("CO-002", base)
    agreed = qk.load_quote("contract.yaml")
    assert qk.quote_digest(agreed) == last()["digest"]
    assert [task.quantity for task in agreed.tasks[:2]] == [30, 42]


def test_stale() -> None:
    """An order that would come out differently by now is refused with the one in between."""
    done(*ACCEPT)
    Path("changes/fewer.yaml").write_text(
        "quotekit: change/1\nid: fewer\nreason: unforeseen\n"
        "actions: [{revise: screens, set: {quantity: 28}}]\n",
        encoding="utf-8",
    )
    done(*CHANGE)
    done("change", "changes/fewer.yaml", "--on", "2026-03-22")
    done("accept", "CO-001", "--on", "2026-03-23")
    words = refused("accept", "CO-002", "--on", "2026-03-23")
    assert "CO-002 was priced before CO-001 was accepted" in words


def test_edited_contract_is_kept() -> None:
    """A contract.yaml that somebody edited is kept beside the new one, and that is said."""
    done(*ACCEPT)
    mine = Path("contract.yaml").read_text("utf-8") + "# mine\n"
    Path("contract.yaml").write_text(mine, encoding="utf-8")
    done(*CHANGE)
    words = done("accept", "--on", "2026-03-23").stderr
    assert "contract.yaml: was edited; what stood there is kept in contract.yaml.mine" in words
    assert Path("contract.yaml.mine").read_text("utf-8") == mine
    assert qk.quote_digest(qk.load_quote("contract.yaml")) == last()["digest"]


def test_contract_can_be_written_anew() -> None:
    """A contract.yaml that is gone comes back with the same step once more."""
    done(*ACCEPT)
    text = Path("contract.yaml").read_bytes()
    Path("contract.yaml").unlink()
    assert "nothing is written" in done(*ACCEPT).stderr
    assert Path("contract.yaml").read_bytes() == text
