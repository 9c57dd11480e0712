"""A quote is read with all it names, and all faults of a reading come together."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import load_agreement, load_quote, parse_agreement, parse_quote
from quotekit.quotes import Agreement

HEAD = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: [{id: a, price: 5}]\n"
OPEN_FOR_30_DAYS = "quotekit: agreement/1\nquotes: {valid_days: 30}\n"


def refusal(text: str, studio: str | None = None, agreement: str | None = None) -> list[str]:
    """Return the lines with which texts are refused."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quote(text, studio, agreement, source="quote.yaml")
    return str(refused.value).splitlines()


def test_job_is_loaded_with_all_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A studio file beside the jobs may name the agreement; each path is relative to its file."""
    job = tmp_path / "jobs" / "acme"
    job.mkdir(parents=True)
    (job / "quote.yaml").write_text(
        "quotekit: quote/1\nnumber: Q-1\ndate: 2026-03-02\nstudio: ../studio/studio.yaml\n"
        "tasks: [{id: a, price: 19.90}]\n",
        encoding="utf-8-sig",
    )
    (job.parent / "studio").mkdir()
    (job.parent / "studio" / "studio.yaml").write_text(
        "quotekit: studio/1\ncurrency: EUR\nagreement: terms.yaml\n", encoding="utf-8"
    )
    terms = job.parent / "studio" / "terms.yaml"
    terms.write_text(OPEN_FOR_30_DAYS, encoding="utf-8")
    quote = load_quote(job / "quote.yaml")
    assert quote.agreement == "../studio/terms.yaml"
    assert quote.valid_until == date(2026, 4, 1)
    assert quote.tasks[0].price == Decimal("19.90")
    assert load_agreement(terms).quotes.valid_days == 30
    monkeypatch.chdir(job)
    assert load_quote("quote.yaml") == quote


def test_faults_of_three_files_come_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The quote's come first, then the studio's, then the agreement's, each by its place."""
    job = tmp_path / "acme"
    job.mkdir()
    monkeypatch.chdir(job)
    Path("quote.yaml").write_text(
        "quotekit: quote/1\nnumber: Q-1\nnumber: Q-2\nstudio: ../studio.yaml\n"
        "agreement: ../terms.yaml\ntasks: [{id: a, price: x}]\ndate: today\n",
        encoding="utf-8",
    )
    Path("../studio.yaml").write_text(
        "quotekit: studio/1\ntitle: T\ncurrency: EURO\n", encoding="utf-8"
    )
    Path("../terms.yaml").write_text(
        "quotekit: agreement/1\nquotes: {valid_days: many}\namounts: {USD: {fee: 5}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InvalidInputError) as refused:
        load_quote("quote.yaml")
    assert [str(fault).partition(" ")[0] for fault in refused.value.faults] == [
        "quote.yaml:3:1:",
        "quote.yaml:6:24:",
        "quote.yaml:7:7:",
        "../studio.yaml:2:1:",
        "../studio.yaml:3:11:",
        "../terms.yaml:2:22:",
    ]


def test_valid_until_follows_from_date_and_agreement() -> None:
    """Only where the quote states no last day itself, and has a date."""
    dated = f"{HEAD}date: 2026-03-02\n"
    assert parse_quote(dated, None, OPEN_FOR_30_DAYS).valid_until == date(2026, 4, 1)
    assert parse_quote(HEAD, None, OPEN_FOR_30_DAYS).valid_until is None
    assert parse_quote(dated, None, "quotekit: agreement/1\n").valid_until is None
    stated = parse_quote(f"{dated}valid_until: 2026-03-09\n", None, OPEN_FOR_30_DAYS)
    assert stated.valid_until == date(2026, 3, 9)
    agreement = parse_agreement(OPEN_FOR_30_DAYS)
    assert parse_quote(dated, agreement=agreement).valid_until == date(2026, 4, 1)


def test_day_past_the_calendar_is_refused() -> None:
    """Endless validity has no last day."""
    agreement = "quotekit: agreement/1\nquotes: {valid_days: 999999999}\n"
    assert refusal(f"{HEAD}date: 2026-03-02\n", None, agreement) == [
        (
            "quote.yaml:5:7: date: the 999999999 days that quotes stay open lead past "
            "the year 9999; write valid_until, or fewer valid_days"
        )
    ]


def test_money_terms_in_another_currency_are_refused() -> None:
    """An agreement whose fees are stated in another currency does not fit the quote."""
    agreement = "quotekit: agreement/1\ncurrency: USD\nchanges: {handling_fee: 60}\n"
    (said,) = refusal(HEAD, None, agreement)
    assert said.startswith(
        "quote.yaml:3:11: currency: the agreement states its amounts in USD, the quote is in EUR; "
    )


def test_text_that_names_a_studio_file_needs_it() -> None:
    """The agreement may be left out, the studio file may not."""
    assert parse_quote(f"{HEAD}agreement: terms.yaml\n").agreement == "terms.yaml"
    assert refusal(f"{HEAD}studio: ../studio.yaml\n") == [
        (
            'quote.yaml:5:9: studio: the studio file "../studio.yaml" is not at hand; '
            "pass its text: parse_quote(text, studio=…)"
        )
    ]


def test_fault_of_shape_hides_faults_of_reference() -> None:
    """References are judged once everything has its shape."""
    lines = "tax: vat\nselected: [gold]\n"
    assert len(refusal(HEAD + lines)) == 2
    assert refusal(f"{HEAD}{lines}colour: 5\n")[0].startswith("quote.yaml:7:1: colour: ")
    assert len(refusal(f"{HEAD}{lines}place: a\nplace: b\n")) == 1


def test_holidays_are_looked_up() -> None:
    """The region's days are resolved while the quote is read, for ten years."""
    quote = parse_quote(f"{HEAD}schedule: {{start: 2026-04-07, holidays: DE-BE}}\n")
    assert quote.schedule is not None
    assert quote.schedule.holidays is not None
    days = quote.schedule.holidays.dates()
    assert days is not None
    assert {date(2026, 5, 1), date(2035, 12, 25)} <= days
    assert date(2036, 1, 1) not in days
    (said,) = refusal(f"{HEAD}schedule: {{start: 2026-04-07, holidays: XX}}\n")
    assert said == (
        "quote.yaml:5:41: schedule.holidays: the holidays of XX are not known; "
        "write the dates themselves"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "quotekit: quote/1\n",
            (
                "a.yaml:1:11: quotekit: this is a quote, where an agreement is expected; "
                "name a file that begins with quotekit: agreement/1"
            ),
        ),
        (
            "edition: 5\n",
            "a.yaml:1:1: quotekit: quotekit is missing; begin with quotekit: agreement/1",
        ),
        (
            "quotekit: agreement/1\nchanges:\n  handling_fe: 60\n",
            (
                'a.yaml:3:3: changes.handling_fe: "handling_fe" is not a known key; '
                "did you mean handling_fee?"
            ),
        ),
        (
            "quotekit: agreement/1\namounts: {USD: {changes.fee: 5}}\n",
            (
                'a.yaml:2:30: amounts.USD.changes.fee: there is no money term "changes.fee"; '
                "did you mean changes.handling_fee? (known: changes.handling_fee, changes.minimum, "
                "contact.extra_hour_rate, late_payment.fee, quotes.minimum_total)"
            ),
        ),
    ],
)
def test_agreement_is_refused_with_its_places(text: str, said: str) -> None:
    """An agreement has the same faults as a quote, told the same way."""
    with pytest.raises(InvalidInputError) as refused:
        parse_agreement(text, source="a.yaml")
    assert str(refused.value) == said


def test_agreement_is_read_exactly() -> None:
    """Percentages may bear their sign, and numbers are those that were written."""
    agreement = parse_agreement("quotekit: agreement/1\nending: {fee: 10 %, reserve: 12.50}\n")
    assert isinstance(agreement, Agreement)
    assert (agreement.ending.fee, agreement.ending.reserve) == (Decimal(10), Decimal("12.50"))
