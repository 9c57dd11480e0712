"""The printed change order: what changes and why, its fees, and nothing private."""

import pytest
from wcwidth import wcswidth

from quotekit.changes import ChangeOrder, Contract, compare, issue, reissue
from quotekit.rendering import render
from tests.rendering.printed_orders import (
    BLOG,
    LANGUAGES,
    MORE_SCREENS,
    ON,
    TASKS,
    agreement,
    ordered,
    printed,
    quote,
    request,
    rows,
)

LARGER = request(MORE_SCREENS, BLOG, {"remove": "fonts"}, wanted_by="2026-03-24")


def larger(**keys: object) -> ChangeOrder:
    """Order two more screens and a blog, without the fonts, in a hurry."""
    return ordered(LARGER, quote(**keys), agreement())


def some_orders() -> list[ChangeOrder]:
    """Return orders of every kind."""
    return [
        larger(),
        larger(taxes={}, tax="none", tasks=[{**task, "tax": "none"} for task in TASKS]),
        ordered(request({"remove": "screens"}), progress={"screens": 60}),
        ordered(request(MORE_SCREENS, kind="defect", reason="seller")),
        compare(quote(), quote(tasks=TASKS[:2])),
    ]


@pytest.mark.parametrize("language", [*LANGUAGES, "de_CH", "en_GB", "en_US", "fr_CH"])
def test_no_line_is_wider_than_asked(language: str) -> None:
    """Whatever the width, down to one in which labels stand above what they label."""
    for order in some_orders():
        for width in (20, 40, 60, 80, 120):
            lines = printed(order, language, width).splitlines()
            assert max(wcswidth(line) for line in lines) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_private_is_printed(language: str) -> None:
    """Law 9: costs, notes, and how the seller sees the request stay with the seller."""
    secret = {"cost": "71234", "notes": "zebra"}
    on = quote(
        tasks=[{**TASKS[0], "private": {"cost": "65432", "notes": "giraffe"}}, *TASKS[1:]],
        private={"notes": "okapi"},
    )
    asked = request(
        {"revise": "screens", "set": {"quantity": "30", "private": secret}},
        {"add": {"id": "more", "price": "10", "private": secret}},
        {"revise_rate": "design", "set": {"private": {"cost": "54321"}}},
        value="preference", contradicts=4711,
    )  # fmt: skip
    text = printed(ordered(asked, on, agreement()), language)
    for hidden in ("71", "65", "543", "zebra", "giraffe", "okapi", "preference", "4711"):
        assert hidden not in text


def test_head_names_the_order_its_quote_and_the_request() -> None:
    """Who asked for what, when, and by when it is wanted."""
    text = printed(larger())
    assert text.startswith("Change order CO-001 to quote Q-7 ")
    assert (
        "A larger site                                          valid until April 1, 2026" in text
    )
    assert rows(text)["Requested"] == ["by Jonas Weber on March 20, 2026"]
    assert rows(text)["Wanted by"] == ["March 24, 2026"]


def test_task_changes_from_before_to_after() -> None:
    """With its difference in the column of amounts, and each key in words."""
    found = rows(printed(larger()))
    assert found["1"] == ["Screen design", "€2,040.00 → €2,550.00", "+€510.00"]
    assert found["Quantity"] == ["24 hours → 30 hours"]
    assert found["Reason"] == ["two more screens"]
    assert found["Blog"] == ["10 hours × €95.00", "+€950.00"]
    assert found["4"] == ["Font licence", "-€120.00"]


def test_fee_has_its_base_and_its_term() -> None:
    """In the words of the agreement that it comes from."""
    text = printed(larger())
    assert rows(text)["Rush"] == ["50% of €1,460.00", "+€730.00"]
    assert "Work wanted within 3 working days of the request costs 50% more." in text
    assert "As agreed in “Standard terms”, edition 2026:" in text


def test_fee_without_an_agreement_at_hand_names_its_term() -> None:
    """Not every caller has the agreement."""
    text = render(larger(), language="en")
    assert "Surcharge for rushed changes" in text
    assert "As agreed in" not in text


def test_term_is_not_quoted_where_an_exception_made_the_fee() -> None:
    """A sentence that says another percent than was charged would be wrong."""
    on = quote(exceptions=[{"term": "changes.rush.percent", "value": "25"}])
    text = printed(ordered(LARGER, on, agreement()))
    assert "costs 25% more" in text
    assert "costs 50% more" not in text


def test_fees_of_two_taxes_are_told_apart() -> None:
    """By the taxes they bear, with their term said once."""
    asked = request(
        MORE_SCREENS, {"revise": "texts-en", "set": {"quantity": "4500"}}, wanted_by="2026-03-24"
    )
    text = printed(ordered(asked, None, agreement()))
    assert "Rush: VAT 19%" in text
    assert "Rush: reduced 7%" in text
    assert text.count("costs 50% more") == 1


def test_late_fee_names_its_task_and_its_step() -> None:
    """The step that the task had come to."""
    text = printed(ordered(request(MORE_SCREENS), None, agreement(), progress={"screens": 60}))
    assert rows(text)["Late change: Screen design"] == ["15% of €510.00", "+€76.50"]
    assert "once 50% of it is done" in text


def test_concession_says_why() -> None:
    """It stands below the fees."""
    asked = request(BLOG, concession={"amount": "50", "reason": "a good client"})
    text = printed(ordered(asked, None, agreement()))
    assert rows(text)["Concession"] == ["-€50.00"]
    assert "a good client" in text


def test_ended_task_says_that_the_part_done_stays() -> None:
    """How much is done is what was stated."""
    text = printed(ordered(request({"remove": "screens"}), progress={"screens": 60}))
    assert "The part that is done (60%) stays; the rest is taken out." in text
    assert rows(text)["Quantity"] == ["24 hours → 14.5 hours"]


def test_free_correction_says_which_one_it_is() -> None:
    """And what it would have cost."""
    asked = request({"revise": "screens", "set": {"quantity": "26"}}, kind="revision")
    found = rows(printed(ordered(asked, None, agreement())))
    assert found["Kind"] == ["Round of corrections 1 of 2, free of charge; 1 left"]
    assert found["Free of charge"] == ["worth €170.00, credited in full"]


def test_defect_is_called_the_sellers_own() -> None:
    """Nobody signs for a fault as if it were a wish."""
    text = printed(ordered(request(MORE_SCREENS, kind="defect", reason="seller")))
    assert rows(text)["Kind"] == ["Correction of our own fault, free of charge"]


def test_announced_price_is_named() -> None:
    """As the quote announced it."""
    text = printed(ordered(request({"apply": "screens.screen", "quantity": "2"})))
    assert "One more screen: €340.00 and 1 day, for Screen design (1)" in " ".join(text.split())


def test_what_does_not_count_has_no_difference() -> None:
    """What recurs without end is no part of the contract sum."""
    care = {"add": {"id": "care", "title": "Care", "price": "49", "every": "month"}}
    text = printed(ordered(request(care)))
    assert rows(text)["Care"] == ["per month"]
    assert "€49.00 per month; recurs without end" in text


def test_reissued_order_names_the_one_it_replaces() -> None:
    """So that nobody signs both."""
    contract = Contract(quote(), agreement=agreement())
    contract = contract.offer(issue(contract, LARGER, on=ON))
    assert rows(printed(reissue(contract, "CO-001", on=ON)))["Replaces"] == ["Change order CO-001"]


def test_terms_of_the_quote_are_listed_in_words() -> None:
    """Days, rates, scope and assumptions, before and after."""
    asked = request(
        {"revise_rate": "design", "set": {"price": "90"}},
        {"add_rate": {"id": "senior", "title": "Senior", "price": "120", "unit": "hour"}},
        {
            "revise_quote": {
                "valid_until": "2026-05-01",
                "assumptions": ["Texts come in one go."],
                "scope": [{"item": "Cookie banner", "answer": "included"}],
            }
        },
    )
    found = rows(printed(ordered(asked)))
    assert found["Senior"] == ["new: €120.00 per hour"]
    assert found["Price"] == ["€85.00 per hour → €90.00 per hour"]
    assert found["Validity of a quote"] == ["new: until May 1, 2026"]
    assert found["Assumptions"] == ["new: Texts come in one go."]
    assert found["Scope"] == ["Cookie banner: included"]


def test_bare_difference_is_no_order() -> None:
    """It has no number, no request, no validity, and nothing to sign."""
    text = printed(compare(quote(), quote(tasks=TASKS[:3])))
    assert text.startswith("Difference of two versions of quote Q-7\n")
    for word in ("Change order", "Requested", "can be accepted", "signature", "Contract sum"):
        assert word not in text


def test_equal_quotes_differ_in_nothing() -> None:
    """And the page says so."""
    assert printed(compare(quote(), quote())).endswith("Nothing differs between the two.\n")
