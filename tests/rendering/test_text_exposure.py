"""What is paid and not earned, printed: now, day by day, as a chart, and what to keep aside."""

import re
from typing import Any

import pytest
from wcwidth import wcswidth

from quotekit.advice import Exposure, exposure
from quotekit.changes import Contract
from quotekit.quotes import Agreement
from quotekit.rendering import languages, render
from tests.advice.test_reserve import ACCEPTED, PAYMENTS, START, planned

BAR = "█"


def seen(*paid: object, reserve: int | None = None, **keys: Any) -> Exposure:
    """Return the exposure of a job of five days, at its start."""
    set_aside = keys.pop("set_aside", None)
    terms = {} if reserve is None else {"ending": {"reserve": reserve}}
    under = Contract(planned(**keys).current, Agreement.model_validate(terms))
    return exposure(
        under, {"a": 30}, paid or [1200], on=START, accepted_on=ACCEPTED, set_aside=set_aside
    )


def printed(found: Exposure, **keys: Any) -> str:
    """Print it, in English at 80 cells unless asked otherwise."""
    return render(found, **{"language": "en", "width": 80, **keys})


def chart(text: str) -> list[str]:
    """Return the lines of the chart."""
    _, _, rest = text.partition("\nWhat is paid and not earned\n")
    return rest.partition("\n\n")[0].splitlines()


@pytest.mark.parametrize("language", languages())
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, in every language, and no line ends in a space."""
    for width in (20, 28, 40, 60, 80, 120):
        for found in (seen(set_aside=100), seen(payments=[], schedule={})):
            lines = printed(found, language=language, width=width).splitlines()
            assert max(map(wcswidth, lines)) <= width
            assert not [line for line in lines if line != line.rstrip()]


def test_now() -> None:
    """What is paid, what is earned, what is more, and what to keep of it."""
    text = printed(seen(set_aside="1000.00"))
    rows = [re.split(" {2,}", line.strip()) for line in text.splitlines() if "€" in line]
    assert rows[:5] == [
        ["Paid", "€1,200.00"],
        ["Earned", "€300.00"],
        ["Paid and not earned", "€900.00"],
        ["To keep aside", "€900.00"],
        ["Set aside", "€1,000.00"],
    ]


def test_heading_says_that_it_is_nobody_elses() -> None:
    """The page names its day, and is for the seller alone."""
    text = printed(seen())
    assert text.splitlines()[0].startswith("Paid and not earned: quote ")
    assert text.splitlines()[0].endswith("as of April 6, 2026")
    assert "For the seller only: keep it to yourself.\n" in text


@pytest.mark.parametrize(
    ("reserve", "words"),
    [
        (None, "All that is paid and not earned is to be kept aside."),
        (50, "Of what is paid and not yet earned, the seller keeps 50% aside"),
        (120, "Of what is paid and not yet earned, the seller keeps 120% aside"),
        (0, "The agreement asks for no reserve."),
    ],
)
def test_term(reserve: int | None, words: str) -> None:
    """How much to keep is said as the agreement has it."""
    assert words in " ".join(printed(seen(reserve=reserve)).split("\n"))


def test_warning() -> None:
    """Where less is set aside than should be kept, it says so; else it does not."""
    assert "Warning: less is set aside than should be kept." in printed(seen(set_aside="899.99"))
    assert "Warning" not in printed(seen(set_aside=900))
    unknown = printed(seen())
    assert "Warning" not in unknown
    assert "Set aside" not in unknown


def test_day_by_day() -> None:
    """Each day shows paid, earned and the difference, as planned."""
    lines = printed(seen()).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Day by day"))
    rows = [re.split(" {2,}", line.strip()) for line in lines[at : at + 8]]
    assert rows == [
        ["Day by day, as planned", "Paid", "Earned", "Not earned"],
        ["Mar 27, 2026", "€1,200.00", "€0.00", "€1,200.00"],
        ["Apr 6, 2026", "€1,200.00", "€500.00", "€700.00"],
        ["Apr 7, 2026", "€2,800.00", "€1,000.00", "€1,800.00"],
        ["Apr 8, 2026", "€2,800.00", "€2,000.00", "€800.00"],
        ["Apr 9, 2026", "€2,800.00", "€3,000.00", "€0.00"],
        ["Apr 10, 2026", "€2,800.00", "€4,000.00", "€0.00"],
        ["Apr 24, 2026", "€4,000.00", "€4,000.00", "€0.00"],
    ]


def test_bars_are_in_proportion() -> None:
    """The peak has the longest bar, and half of that has half of it; nothing has none."""
    lines = chart(printed(seen()))
    bars = {line.split("  ")[0]: line.count(BAR) for line in lines}
    # 1800.00 of 1800.00 in 48 cells; 1200.00, 700.00, 800.00, and today 900.00.
    assert bars == {
        "Mar 27, 2026": 32, "Apr 6, 2026": 19, "today": 24, "Apr 7, 2026": 48,
        "Apr 8, 2026": 21, "Apr 9, 2026": 0, "Apr 10, 2026": 0, "Apr 24, 2026": 0,
    }  # fmt: skip
    assert [line.split()[-1] for line in lines[:3]] == ["€1,200.00", "€700.00", "€900.00"]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_bars_and_amounts_are_aligned(width: int) -> None:
    """All bars begin in one column, and all amounts end in one."""
    lines = chart(printed(seen(), width=width))
    assert {line.index(BAR) for line in lines if BAR in line} == {14}
    assert len({len(line) for line in lines}) == 1


def test_narrow_chart_leaves_the_amounts_out() -> None:
    """Where bar and amount have no room side by side, the bar stays."""
    lines = chart(
        printed(seen(), width=28).replace(
            "\nWhat is paid and not\nearned\n", "\nWhat is paid and not earned\n"
        )
    )
    assert max(line.count(BAR) for line in lines) == 14
    assert not [line for line in lines if "€" in line]


def test_what_is_small_shows() -> None:
    """A bar of whatever is above zero has one cell at least."""
    parts = [{"id": "all", "percent": 100, "due": {"after": "acceptance"}}]
    found = seen(
        4000,
        payments=parts,
        tasks=[{"id": "a", "price": "0.01", "days": 2}, {"id": "b", "price": "3999.99", "days": 2}],
    )
    assert found.days[-2].exposure > 0
    bars = [line.count(BAR) for line in chart(printed(found))]
    assert min(count for count in bars if count) >= 1
    assert bars[-1] == 0


def test_peak() -> None:
    """The most, and its day."""
    assert "The most is €1,800.00, on April 7, 2026.\n" in printed(seen())


def test_never_more_paid_than_earned() -> None:
    """Where nothing is ever paid ahead there is no chart, and that is said."""
    found = seen("0", payments=[{"id": "all", "balance": True, "due": PAYMENTS[2]["due"]}])
    text = printed(found)
    assert "On no day is more paid than earned.\n" in text
    assert BAR not in text


def test_nothing_planned() -> None:
    """Without a start nothing is known day by day, and that is said."""
    text = printed(seen(payments=[], schedule={}))
    assert text.endswith("Nothing is planned by day: neither work nor payments.\n")


def test_language_is_that_of_the_quote() -> None:
    """Left out, it is the quote's own."""
    assert render(seen(language="de")).startswith("Bezahlt und nicht verdient: Angebot ")
