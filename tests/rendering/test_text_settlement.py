"""The settlement of a contract, printed: what is earned, the fee, what is left, and it adds up."""

import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from wcwidth import wcswidth

from quotekit.advice import CAUSES, Cause, Settlement
from quotekit.changes import Contract
from quotekit.quotes import Agreement, Quote
from quotekit.rendering import languages, render
from tests.advice.left_jobs import FIVE_PERCENT, HALF, contract, left
from tests.changes.contracts import BLOG, agreed, order
from tests.rendering.printed_orders import quote as titled
from tests.written_quotes import IRPF, VAT, quote, task

WIDE = 120
AMOUNT = re.compile(r"-?€[\d,]+\.\d\d")
SUMS = re.compile(r" {40,}(.+?) {2,}(-?€[\d,.]+)$")


def printed(found: Settlement, **keys: Any) -> str:
    """Print a settlement, in English and wide unless asked otherwise."""
    return render(found, **{"language": "en", "width": WIDE, **keys})


@cache
def half_done() -> Settlement:
    """Settle a job that is half done, with an order that was to be begun."""
    base = Contract(
        titled(seller={"name": "Mara Lindqvist", "pay_to": {"IBAN": "DE00"}}),
        Agreement.model_validate({"ending": {"fee": 10, "notice_days": 14}}),
    )
    base = base.offer(order(base, {"add": BLOG}, title="A blog"))
    progress = {**HALF, "CO-001": 80}
    return left(base, progress, "2285.01", instructed={"CO-001": 500})


def block(text: str, heading: str) -> list[str]:
    """Return the lines from a heading to the next empty line, the heading left out."""
    _, _, rest = text.partition(f"\n{heading}")
    assert rest, heading
    return [line.strip() for line in rest.partition("\n\n")[0].splitlines()[1:]]


def number(amount: str) -> Decimal:
    """Read an amount as it is printed in English."""
    return Decimal(amount.replace("€", "").replace(",", ""))


def columns(lines: list[str]) -> list[tuple[Decimal | None, Decimal]]:
    """Read the first and the last amount of each row, the first None where there is but one."""
    found = []
    for line in lines:
        amounts = [number(amount) for amount in AMOUNT.findall(line)]
        if amounts:
            found.append((amounts[0] if len(amounts) > 1 else None, amounts[-1]))
    return found


def sums(text: str) -> list[tuple[str, Decimal]]:
    """Read the totals of the page, from net to what is left."""
    found = [SUMS.match(line) for line in text.splitlines()]
    return [(one[1], number(one[2])) for one in found if one is not None]


@pytest.mark.parametrize("language", languages())
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, in every language, and no line ends in a space."""
    for found in (half_done(), left(contract(), {"screens": 20}, 2000, cause="agreement")):
        for width in (20, 36, 60, 80, 120):
            lines = printed(found, language=language, width=width).splitlines()
            assert max(map(wcswidth, lines)) <= width
            assert not [line for line in lines if line != line.rstrip()]


def test_heading() -> None:
    """What it is, of which day, from whom and for whom, and why the contract ends."""
    lines = printed(half_done(), width=80).splitlines()
    assert lines[:8] == [
        "Final account for quote Q-7                                       April 20, 2026",
        "",
        "From     Mara Lindqvist",
        "For      Sonnental GmbH",
        "Project  Website",
        "",
        "The client has ended the work.",
        "This account covers what was done and paid by April 20, 2026.",
    ]


def test_earned() -> None:
    """Each task shows what it comes to, how far it is, and what is earned."""
    text = printed(half_done(), width=80)
    assert (
        "Work                                              Contract       Done     Earned" in text
    )
    assert block(text, "Work")[0].split("  ")[0] == "Screen design (1)"
    assert [" ".join(row.split()[-3:]) for row in block(text, "Work")] == [
        "€2,040.00 50% €1,020.00",
        "€3,800.00 50% €1,900.00",
        "€490.00 50% €245.00",
        "€120.00 50% €120.00",
        "all €6,450.00 €3,285.00",
    ]
    assert "Of the contract, €3,165.00 is not earned and no longer due.\n" in text


def test_instructed() -> None:
    """An order that was to be begun shows its limit, and what of it is earned."""
    (row,) = block(printed(half_done()), "Begun on the client's instruction")
    assert re.split(" {2,}", row) == ["Change order CO-001: A blog", "€500.00", "80%", "€500.00"]
    base = contract()
    base = base.offer(order(base, {"add": BLOG}))
    text = printed(left(base, {"CO-001": 40}, instructed={"CO-001": None}))
    (row,) = block(text, "Begun on the client's instruction")
    assert re.split(" {2,}", row) == ["Change order CO-001", "–", "40%", "€380.00"]


def test_fee() -> None:
    """The fee says what it is reckoned on, and its term as the agreement has it."""
    lines = block(printed(half_done()), "Fee for ending early")
    assert re.split(" {2,}", lines[0]) == ["10% of €3,165.00", "€316.50"]
    assert " ".join(lines[1:]) == (
        "If the client ends the work, or breaks the agreement so that it ends, 10% of the net "
        "amount not yet earned is due."
    )


def test_no_fee() -> None:
    """Where the cause bears none there is no word of a fee; where it comes to none, it says so."""
    silent = printed(left(contract(), HALF, cause="agreement"))
    assert "fee" not in silent.lower()
    free = printed(left(contract(fee=0), HALF))
    assert "No fee is due for ending the work.\n" in free
    assert "Fee for ending early" not in free


def test_sums() -> None:
    """Net, tax by tax, total, what is paid, and what is left."""
    assert sums(printed(half_done())) == [
        ("Net", Decimal("4101.50")),
        ("VAT 19%", Decimal("728.08")),
        ("reduced 7%", Decimal("18.87")),
        ("Total", Decimal("4848.45")),
        ("Paid so far", Decimal("-2285.01")),
        ("Still to pay", Decimal("2563.44")),
        # Of what was paid, 339.72 and 10.29 are taxes.
        ("including VAT 19%", Decimal("388.36")),
        ("including reduced 7%", Decimal("8.58")),
    ]


def test_refund() -> None:
    """What was paid beyond what is earned goes back, and nothing asks to pay."""
    text = printed(left(contract(), {"screens": 20}, "2285.01", cause="seller_withdraws"))
    # Of 5 hours 80.75 are tax, and nothing is at 7 %; 339.72 and 10.29 are paid of the taxes.
    assert sums(text)[-3:] == [
        ("To be refunded", Decimal("1779.26")),
        ("including vat 19%", Decimal("258.97")),
        ("including reduced 7%", Decimal("10.29")),
    ]
    assert "The refund goes to the account that the payments came from.\n" in text
    assert "Please pay" not in text


def test_account_to_pay_to() -> None:
    """What is left to pay names the account, unless nothing is."""
    assert "Please pay to\n  IBAN: DE00\n" in printed(half_done())
    begun = contract(titled(seller={"name": "Mara Lindqvist", "pay_to": {"IBAN": "DE00"}}))
    text = printed(left(begun, cause="agreement"))
    assert sums(text)[-1] == ("Still to pay", 0)
    assert "Please pay to" not in text


@pytest.mark.parametrize(
    ("cause", "words", "notice"),
    [
        ("completed", "The work is completed.", False),
        ("client_convenience", "The client has ended the work.", True),
        ("client_breach", "The work has ended because the client broke the agreement.", False),
        ("seller_withdraws", "The seller has withdrawn from the work.", True),
        ("agreement", "Both sides have agreed to end the work.", False),
    ],
)
def test_causes(cause: Cause, words: str, *, notice: bool) -> None:
    """Each cause is said in words, and the notice where one side leaves with it."""
    text = printed(left(contract(notice_days=14), HALF, cause=cause))
    assert f"\n{words}\n" in text
    assert ("Either side may end the work with a notice of 14 days.\n" in text) == notice


def test_every_cause_is_said_in_every_language() -> None:
    """No two causes are said alike, and none by its name."""
    for language in languages():
        pages = {
            printed(left(contract(), HALF, cause=cause), language=language) for cause in CAUSES
        }
        assert len(pages) == len(CAUSES)
        assert not [page for page in pages if "_" in page.replace("__", "")]


def test_place_to_sign() -> None:
    """The client signs what is agreed, unless the quote wants no signature."""
    assert "Agreed by the client:\n\nPlace, date" in printed(half_done())
    assert "____" not in printed(left(contract(titled(signature=False)), HALF))


def test_sum_at_the_top() -> None:
    """Where the country expects it, what is left stands at the top too."""
    assert "お支払残額：€2,563.44\n" in printed(half_done(), language="ja")


ROUNDED_LATE = {
    "rates": {"work": {"price": "20.10", "unit": "hour"}},
    "tasks": [
        {"id": "a", "rate": "work", "quantity": "3.05"},
        {"id": "b", "rate": "work", "quantity": "1.05"},
        {"id": "c", "rate": "work", "quantity": "1.05"},
    ],
    "taxes": {"vat": VAT},
    "tax": "vat",
    "rounding": "total",
}
GROSS = {
    "tasks": [task("a", "1190"), task("b", "595")],
    "taxes": {"vat": VAT},
    "tax": "vat",
    "prices_include_tax": True,
}
SPANISH = {
    "tasks": [task("a", "600"), task("b", "400")],
    "taxes": {"iva": {"title": "IVA", "percent": 21}, "irpf": IRPF},
    "tax": ["iva", "irpf"],
    "surcharges": [{"id": "rush", "title": "Rush", "percent": "12.5"}],
}


@pytest.mark.parametrize(
    ("whole", "progress"),
    [
        (agreed(), HALF),
        (agreed(discounts=FIVE_PERCENT), HALF),
        (agreed(discounts=[*FIVE_PERCENT, {"id": "off", "amount": 33}]), {"screens": "33.3"}),
        (quote(**ROUNDED_LATE), {"a": 50, "b": 33, "c": 50}),
        (quote(**GROSS), {"a": 37}),
        (quote(**{**GROSS, "rounding": "total", "discounts": FIVE_PERCENT}), {"a": "37.31"}),
        (quote(**SPANISH), {"a": 100, "b": "12.3"}),
        (quote(tasks=[task("a", "33.33")], round_to="0.05"), {"a": 50}),
    ],
)
@pytest.mark.parametrize("cause", ["client_convenience", "agreement"])
def test_it_adds_up_on_the_page(whole: Quote, progress: dict[str, Any], cause: Cause) -> None:
    """Each column adds up to its sum, and the sums to what is left, as they are printed."""
    found = left(contract(whole), progress, "10", cause=cause)
    text = printed(found)
    *rows, (contract_sum, earned) = columns(block(text, "Work"))
    assert sum(row[-1] for row in rows) == earned
    assert sum(row[0] for row in rows if row[0] is not None) == contract_sum
    fee = Decimal(0)
    if "Fee for ending early" in text:
        ((_, fee),) = columns(block(text, "Fee for ending early")[:1])
    listed = sums(text)
    while listed[-1][0].startswith("including"):
        listed.pop()
    known = dict(listed)
    start = known["Total"] if whole.prices_include_tax else known.get("Net", known["Total"])
    assert start == earned + fee
    left_over = known["Total"] + sum(
        amount
        for label, amount in listed[[label for label, _ in listed].index("Total") + 1 :]
        if label not in {"Net", "Amount payable", "Still to pay", "To be refunded"}
        and not label.startswith("including")
        and not (whole.prices_include_tax and label == "Rounding")
    )
    assert abs(left_over) == listed[-1][1]
    before = listed[: [label for label, _ in listed].index("Total")]
    assert not before or sum(amount for _, amount in before) == known["Total"]


def test_rounding_has_a_row() -> None:
    """What rounding at the end leaves stands among the rows it parts from their sum, once."""
    found = left(contract(quote(**ROUNDED_LATE)), {"a": 50, "b": 33, "c": 50}, cause="agreement")
    text = printed(found)
    rows = [re.split(" {2,}", row) for row in block(text, "Work")]
    assert rows == [
        ["a (1)", "€61.31", "50%", "€30.65"],
        ["b (2)", "€21.11", "33%", "€6.96"],
        ["c (3)", "€21.11", "50%", "€10.55"],
        ["Rounding", "-€0.01", "€0.01"],
        ["Earned in all", "€103.52", "€48.17"],
    ]
    assert "Rounding" not in dict(sums(text))
    assert "“rounding” is what that leaves between them." in " ".join(text.split())


def test_nothing_private() -> None:
    """Law 9: it prints just the same, whatever the seller notes."""
    noted = titled(
        private={"notes": "a secret", "floor_rate": "61.37", "signals": ["late_answers"]}
    )
    text = printed(left(contract(noted), HALF))
    assert text == printed(left(contract(titled()), HALF))


def test_colour_is_for_headings() -> None:
    """In colour the words are the same, with headings in bold."""
    text = printed(half_done(), colour=True)
    assert "\x1b[1m" in text
    assert re.sub("\x1b\\[[01]m", "", text) == printed(half_done())
