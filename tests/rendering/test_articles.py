"""Articles of Italian agree with the numbers behind them."""

from datetime import date
from decimal import Decimal

import pytest

from quotekit.rendering.articles import agreeing
from quotekit.rendering.formats import Formats
from quotekit.rendering.wording import Wording

VALID = "This offer can be accepted until the end of {day}."
INTEREST = "An amount paid late bears interest of {percent} a month."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "fino al 1 aprile 2026"),
        (2, "fino al 2 aprile 2026"),
        (8, "fino all’8 aprile 2026"),
        (10, "fino al 10 aprile 2026"),
        (11, "fino all’11 aprile 2026"),
        (18, "fino al 18 aprile 2026"),
        (28, "fino al 28 aprile 2026"),
    ],
)
def test_article_before_a_day(day: int, said: str) -> None:
    """Eight and eleven begin with a vowel; the first of a month is no `uno`."""
    text = Formats("it", "EUR", 2).date(date(2026, 4, day))
    assert said in Wording("it").say(VALID, day=text)


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        ("0.8", "interessi di mora dello 0,8% al mese"),
        ("1", "interessi di mora dell’1% al mese"),
        ("1.5", "interessi di mora dell’1,5% al mese"),
        ("8", "interessi di mora dell’8% al mese"),
        ("10", "interessi di mora del 10% al mese"),
        ("11", "interessi di mora dell’11% al mese"),
        ("12.8", "interessi di mora del 12,8% al mese"),
        ("80.25", "interessi di mora dell’80,25% al mese"),
        ("100", "interessi di mora del 100% al mese"),
        ("110", "interessi di mora del 110% al mese"),
    ],
)
def test_article_before_a_percentage(percent: str, said: str) -> None:
    """One per cent is `l’uno`, nought is `lo zero`."""
    text = Formats("it", "EUR", 2).percent(Decimal(percent))
    assert said in Wording("it").say(INTEREST, percent=text)


@pytest.mark.parametrize(
    ("message", "value", "said"),
    [
        ("Il {n}", "8 maggio", "L’{n}"),
        ("il {n}", "11 mag", "l’{n}"),
        ("il {n}", "0,5%", "lo {n}"),
        ("Al {n}", "8 maggio", "All’{n}"),
        ("sul {n}", "80%", "sull’{n}"),
        ("dal {n}", "0%", "dallo {n}"),
        ("nel {n}", "1.000", "nel {n}"),
        ("del {n}", "11.000", "dell’{n}"),
        ("vale {n}", "8", "vale {n}"),
        ("il {other}", "8", "il {other}"),
    ],
)
def test_every_article_has_its_forms(message: str, value: str, said: str) -> None:
    """At the beginning of a sentence too; what is no article and what has no value stay."""
    assert agreeing(message, {"n": value}) == said


def test_articles_of_plurals_and_contexts_agree() -> None:
    """Whichever way a message is said."""
    wording = Wording("it")
    one, many = (
        f"{{percent}} off this amount if it is paid within {{count}} {days}"
        for days in ("day", "days")
    )
    said = wording.say_count(one, many, 7, percent="8%", count="7")
    assert said == "sconto dell’8% per pagamento entro 7 giorni"
    assert wording.say_in("a page", "as of {day}", day="8 aprile 2026") == "all’8 aprile 2026"


def test_what_a_person_wrote_stays_as_it_is() -> None:
    """Only the words of the document agree, and only in Italian."""
    task = "Revisione del 8 aprile"
    text = Wording("it").say("on approval of “{task}”", task=task)
    assert text == f"all’approvazione di «{task}»"
    assert "hasta el 8 de abril" in Wording("es").say(VALID, day="8 de abril")
