"""Whether to take a job, printed for the seller, and the letter to the client that declines it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from wcwidth import wcswidth

from quotekit.advice import (
    VETOES,
    WEIGHTS,
    Assessment,
    Condition,
    Reason,
    RefusalLetter,
    Signal,
    assess,
)
from quotekit.errors import UnknownNameError
from quotekit.pricing import price
from quotekit.quotes import Agreement, Quote
from quotekit.rendering import languages, render
from tests.rendering.printed_orders import quote

DAY = date(2026, 3, 2)
OPEN = [{"item": "Who writes the texts?", "answer": "unknown"}]
SIGNALS = (Signal("price_doubted", 3, "mail of 3 March"), Signal("late_answers"))
NOTED = {"floor_rate": "120", "notes": "a secret", "signals": ["earlier_job_unpaid"]}


def judged(*signals: Signal, under: Agreement | None = None, **keys: Any) -> Assessment:
    """Return the advice about a job."""
    return assess(price(quote(**keys)), under, signals)


def printed(found: Assessment | RefusalLetter, **keys: Any) -> str:
    """Print it, in English at 80 cells unless asked otherwise."""
    return render(found, **{"language": "en", "width": 80, **keys})


def letter(of: Quote | None = None, **keys: Any) -> str:
    """Print the letter that declines a job."""
    return printed(RefusalLetter(quote() if of is None else of, DAY), **keys)


def below(text: str, heading: str) -> list[str]:
    """Return the lines below a heading."""
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, heading
    return [line.strip() for line in rest.partition("\n\n")[0].splitlines()]


EVERY_REASON = (
    *(Reason(name, "", 100) for name in VETOES),
    *(Reason(name, "", weight, times=2) for name, weight in WEIGHTS.items()),
    *(
        Reason(code, "", 5)
        for code in (
            "loss", "thin_margin", "no_floor", "no_hours", "below_floor", "no_seller", "no_client",
            "no_valid_until", "no_tasks", "unclear", "no_agreement", "no_deposit", "low_deposit",
        )
    ),
    Reason("above_floor", "", 0),
)  # fmt: skip
EVERY_CONDITION = (
    *(Condition(name, "") for name in WEIGHTS),
    *(
        Condition(code, "")
        for code in ("agreement", "no_seller", "no_client", "no_valid_until", "no_tasks")
    ),
    *(Condition(code, "", price(quote()).totals.net, "percent") for code in (
        "clarity", "deposit", "contingency",
    )),
    Condition("raise_price", "", price(quote()).totals.net, "amount"),
)  # fmt: skip


@pytest.mark.parametrize("language", languages())
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, in every language, with all that can be said."""
    found = judged(private={"floor_rate": "120"})
    full = replace(found, reasons=EVERY_REASON, conditions=EVERY_CONDITION)
    for width in (20, 40, 60, 80, 120):
        for text in (
            printed(full, language=language, width=width),
            letter(language=language, width=width),
        ):
            lines = text.splitlines()
            assert max(map(wcswidth, lines)) <= width
            assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("language", languages())
def test_each_reason_has_words_of_its_own(language: str) -> None:
    """No reason and no condition is said by its code, nor like another."""
    found = replace(
        judged(private={"floor_rate": "120"}), reasons=EVERY_REASON, conditions=EVERY_CONDITION
    )
    text = printed(found, language=language, width=200)
    assert "_" not in text
    lines = [line for line in text.splitlines() if line.startswith("  ")]
    assert len(lines) == len(set(lines))


def test_verdicts() -> None:
    """Take, take on conditions, decline: each with its points."""
    found = judged(private={"floor_rate": "1"})
    pages = {
        verdict: printed(replace(found, verdict=verdict))
        for verdict in ("take", "conditions", "decline")
    }
    points = f"{found.points} of 100 points\n"
    assert all(points in page for page in pages.values())
    assert "\nTake the job. " in pages["take"]
    assert "\nTake the job on the conditions below. " in pages["conditions"]
    assert "\nDecline the job. " in pages["decline"]
    assert "\nConditions\n" in pages["conditions"]
    assert "\nConditions, if you take it all the same\n" in pages["decline"]


def test_reasons_with_weight_and_evidence() -> None:
    """Each reason says what it takes off, how often it happened, and what shows it."""
    text = printed(judged(*SIGNALS, scope=OPEN))
    lines = [" ".join(line.split()) for line in below(text, "What speaks against it")]
    assert "The price was doubted: 3 times -12" in lines
    assert (
        lines[lines.index("The price was doubted: 3 times -12") + 1] == "Evidence: mail of 3 March"
    )
    assert "Answers or material came late: 1 time -2" in lines
    assert "Nobody has answered this question of scope: Who writes the texts? -5" in lines
    assert "No service agreement applies. -10" in lines


def test_hourly_rate() -> None:
    """What an hour brings in stands with the lowest rate, for the job or against it."""
    good = printed(judged(private={"floor_rate": "60"}))
    assert below(good, "What speaks for it") == [
        "An hour brings in €98.91; your lowest rate is €60.00."
    ]
    bad = printed(judged(private={"floor_rate": "120"}))
    assert "What speaks for it" not in bad
    assert "An hour brings in €98.91, and at least €120.00 are needed." in bad


def test_exceptions() -> None:
    """Exceptions to the agreement are named by their terms, with the reason if there is one."""
    terms = [
        {"term": "changes.handling_fee", "value": 0, "reason": "third job"},
        {"term": "ending.fee", "value": 0},
    ]
    lines = below(printed(judged(exceptions=terms)), "What speaks against it")
    said = [" ".join(line.split()) for line in lines]
    at = said.index("An exception to the agreement: Handling fee of a change order -3")
    assert said[at + 1] == "Reason: third job"
    assert said[at + 2] == (
        "An exception to the agreement, for no stated reason: Fee for ending early -6"
    )


def test_conditions_with_their_numbers() -> None:
    """A condition says its number: so much more, so many percent."""
    lines = below(
        printed(judged(*SIGNALS, private={"floor_rate": "120"}, scope=OPEN), width=120),
        "Conditions, if you take it all the same",
    )
    assert "- Raise the net price by €1,350.00." in lines
    assert (
        "- Answer this question of scope, or price it with an estimate: Who writes the texts?"
        in lines
    )
    assert "- Have a service agreement signed." in lines
    nothing_first = printed(judged(payments=[{"id": "all", "percent": 100}]), width=120)
    assert "- Ask for a deposit of 30%." in nothing_first


def test_figures() -> None:
    """Cost, margin, hours and completeness stand below."""
    lines = below(printed(judged(private={"floor_rate": "60"})), "Figures")
    assert [line.split("  ")[0] for line in lines] == [
        "Cost", "Margin", "Hours", "An hour brings in", "Your lowest rate",
        "Completeness of the quote",
    ]  # fmt: skip


def test_nobody_is_labelled() -> None:
    """It says itself that it is about a job, and is for the seller alone."""
    text = printed(judged())
    assert "For the seller only: keep it to yourself.\n" in text
    assert text.endswith(
        "This is advice about a job and says nothing about a person. You decide.\n"
    )


def test_letter() -> None:
    """It thanks, declines, wishes well, and is signed by the seller."""
    text = letter(quote(client={"name": "Sonnental GmbH", "contact": "Jonas Weber"}))
    assert text.startswith("Mara Lindqvist\n\nSonnental GmbH, Jonas Weber\n\n")
    assert "March 2, 2026\n\nYour inquiry: Website\n\nDear Jonas Weber,\n" in text
    assert "have decided not to take on this work" in " ".join(text.split())
    assert text.endswith("\nKind regards\n\nMara Lindqvist\n")


def test_letter_to_nobody_by_name() -> None:
    """Without a person to name it greets politely all the same, and needs neither party."""
    assert "\nDear Sir or Madam,\n" in letter()
    bare = letter(quote(client=None, seller=None, title=None))
    assert bare.lstrip().startswith("March 2, 2026\n\nDear Sir or Madam,\n")
    assert bare.endswith("\nKind regards\n")


@pytest.mark.parametrize("language", languages())
def test_letter_says_nothing_internal(language: str) -> None:
    """Law 9: whatever the seller notes, the letter is the same, and gives no figure."""
    text = letter(quote(private=NOTED, scope=OPEN), language=language)
    assert text == letter(language=language)
    assert "€" not in text
    assert "Q-7" not in text


def test_letter_is_in_the_language_of_the_quote() -> None:
    """Left out, the language is the client's: that of the quote."""
    assert "Mit freundlichen Grüßen\n" in letter(quote(language="de"), language=None)


@pytest.mark.parametrize("name", ["json", "csv"])
def test_letter_is_text(name: str) -> None:
    """There is no other format of a letter."""
    with pytest.raises(UnknownNameError, match=f'no format "{name}"'):
        letter(format=name)


def test_signals_on_the_sheet_of_the_seller() -> None:
    """With `--internal` they are said as the assessment says them; an unknown one as written."""
    signals = [{"signal": "price_doubted", "times": 2, "evidence": "mail"}, "unlawful", "grumpy"]
    noted = price(quote(private={"signals": signals}))
    text = render(noted, internal=True, language="en")
    assert "The price was doubted: 2 times (mail)" in text
    assert "What is asked for is not lawful." in text
    assert "grumpy" in text
