"""Law 9 for advice: it is for the seller alone, and no document of the client's is made of it."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from quotekit.advice import RefusalLetter
from tests.cli.recorded import ACCEPT, CHANGE, JOB, SEND, done, started

RENDERING = Path(__file__).parents[1] / "src" / "quotekit" / "rendering"
OF_ADVICE = re.compile(
    "advice_|document_formats|signal_words|status_json"
    "|text_(?:assessment|exposure|settlement|review|status|internal)"
)
"""What renders advice itself, the pages for the seller alone, and what chooses among them all."""

SECRETS = ("earlier_job_unpaid", "price_doubted", "invoice-2025-31", "61.37", "777.13", "a secret")
WORDS = ("blocker", "no_criterion", "below_floor", "veto", "contingency", "exposure", "hourly")
"""What advice is made of, as nobody writes it in a document."""


def noted(text: str) -> str:
    """Return a quote with all that the seller notes of a job and its client."""
    signals = "[earlier_job_unpaid, {signal: price_doubted, evidence: invoice-2025-31}]"
    return text.replace(
        "notes: a secret", f"floor_rate: 61.37, signals: {signals}, notes: a secret"
    )


def imported() -> dict[str, set[str]]:
    """Return what each file of rendering knows of advice."""
    found: dict[str, set[str]] = {}
    for path in RENDERING.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "quotekit.advice":
                found.setdefault(path.stem, set()).update(name.name for name in node.names)
    return found


def test_no_document_of_the_client_knows_advice() -> None:
    """What renders quotes, orders and answers of the record imports nothing of advice."""
    found = imported()
    assert "advice_json" in found
    others = {name: known for name, known in found.items() if not OF_ADVICE.match(name)}
    assert {name for known in others.values() for name in known} <= {"RefusalLetter"}
    # A letter of refusal is made of the quote and a day, and knows no reason.
    assert {part.name for part in fields(RefusalLetter)} == {"quote", "on"}


@pytest.mark.parametrize("format_name", ["text", "json", "csv"])
def test_quote_is_the_same_with_all_notes(
    format_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quote with signals and a floor rate prints as it does without them, byte for byte."""
    monkeypatch.chdir(started(tmp_path / "job"))
    plain = done("show", "--format", format_name).stdout
    Path("quote.yaml").write_text(noted(JOB), encoding="utf-8")
    assert done("show", "--format", format_name).stdout == plain


def test_nothing_of_it_is_sent_or_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often advice is asked for, neither the record nor a document has a word of it."""
    monkeypatch.chdir(started(tmp_path / "job"))
    Path("quote.yaml").write_text(noted(JOB), encoding="utf-8")
    steps = (SEND, ACCEPT, CHANGE, ("accept", "CO-001", "--on", "2026-03-23"))
    for step in steps:
        advice = done("assess", "--on", "2026-03-02", "--format", "json").stdout
        assert '"verdict": "decline"' in advice
        done(*step)
    said = "".join(
        path.read_text("utf-8")
        for path in (Path("journal.jsonl"), Path("contract.yaml"), *Path("sent").iterdir())
    )
    answers = ("show", "Q-2026-014"), ("show", "CO-001"), ("status",), ("agreed",), ("log",)
    for call in answers:
        for format_name in ("text", "json"):
            said += done(*call, "--format", format_name).stdout
    said += done("settle", "--cause", "agreement", "--on", "2026-04-20", "--format", "json").stdout
    assert "Sonnental" in said
    assert not [word for word in (*SECRETS, *WORDS) if word in said.lower()]
