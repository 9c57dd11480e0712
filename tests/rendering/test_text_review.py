"""What quotes leave open, as lines in the language that is asked for."""

import re
from dataclasses import replace
from typing import Any

import pytest

from quotekit.advice import Completeness, Review
from quotekit.rendering import languages, render
from tests.advice.said_quotes import SCREENS, gaps, without

SPARSE: dict[str, Any] = {
    "client": None,
    "tasks": [{**without("deliverables"), "title": "Several screens", "quantity": 1}],
    "payments": None,
    "scope": [{"item": "Drone flights", "answer": "unknown"}],
}


def placed(**keys: Any) -> Completeness:
    """Return what a quote leaves open, in a file of its own, every finding in its first line."""
    found = gaps(**keys)
    findings = (replace(one, file="quote.yaml", line=1, column=2) for one in found.findings)
    return replace(found, file="quote.yaml", findings=tuple(findings))


def test_lines() -> None:
    """How it stands comes first, then a line for each finding, the blockers before the rest."""
    assert render(placed(**SPARSE)).splitlines() == [
        "quote.yaml: not yet to go out: 48% complete, 3 blockers, 4 warnings",
        "quote.yaml:1:2: client: blocker: the quote names no client; write client",
        'quote.yaml:1:2: scope[0].answer: blocker: nobody has said yet: "Drone flights"; '
        "answer it, or name the task that prices it",
        "quote.yaml:1:2: payments: blocker: the agreement asks for a deposit of 30%, and less is "
        "due before work; write a payment that is due after acceptance, or an exception to "
        "quotes.deposit",
        'quote.yaml:1:2: tasks[0]: warning: what the client receives from "screens" is not said; '
        "write deliverables",
        "quote.yaml:1:2: payments: warning: the quote does not say what is to be paid when; "
        "write payments, with a deposit",
        "quote.yaml:1:2: tasks: warning: the job comes to €85.00, less than the minimum of the "
        "agreement, €300.00; raise it, or make an exception to quotes.minimum_total",
        'quote.yaml:1:2: tasks[0].title: warning: "Several" says neither what nor how much; '
        "say a number, or name what is meant",
    ]


def test_nothing_left_open() -> None:
    """A quote that says all is one line; without a file it goes by its number."""
    assert render(gaps()) == "Q-1: ok: 100% complete\n"


def test_explained() -> None:
    """Each finding is followed by the reason why it matters."""
    plain, explained = (render(placed(**SPARSE), explain=how) for how in (False, True))
    lines = explained.splitlines()
    assert lines[::2] == [plain.splitlines()[0], *lines[2::2]]
    assert [line for line in lines if not line.startswith("    ")] == plain.splitlines()
    assert "    Only whoever it was offered to can accept it." in lines


def test_exceptions_of_several() -> None:
    """Over several quotes it is said who has which exception."""
    free = [{"term": "changes.handling_fee", "value": 0, "reason": "First order"}]
    none = [{"term": "quotes.deposit"}]
    review = Review((placed(exceptions=free), placed(exceptions=none, client=None), placed()))
    assert render(review).splitlines()[-2:] == [
        "quote.yaml: exception for Sonnental GmbH: changes.handling_fee: 0 (First order)",
        "quote.yaml: exception for no client: quotes.deposit: not applied",
    ]
    assert "exception for" not in render(placed(exceptions=free))


@pytest.mark.parametrize("language", [one for one in languages() if not one.startswith("en")])
def test_no_english_is_left(language: str) -> None:
    """Every fact, remedy and reason is said in the language of the page."""
    said = render(placed(**SPARSE), language=language, explain=True)
    for one in placed(**SPARSE).findings:
        assert one.why not in said
        assert one.remedy not in said
        assert max(re.split(r"\{\w+\}", one.words.fact), key=len) not in said


def test_text_of_the_file_cannot_deceive() -> None:
    """What a finding quotes is made visible."""
    scope = [{"item": "a\u202eb", "answer": "unknown"}]
    assert "a<U+202E>b" in render(placed(scope=scope, tasks=[SCREENS]))
