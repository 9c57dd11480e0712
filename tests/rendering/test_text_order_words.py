"""The words of a printed change order: those of the trade, in each language, and its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from quotekit.changes import ChangeOrder
from quotekit.quotes import Agreement
from quotekit.rendering import render
from tests.properties.drawn_requests import Chain, chains
from tests.properties.played_orders import played
from tests.rendering.printed_orders import (
    BLOG,
    LANGUAGES,
    MORE_SCREENS,
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


@given(chains(), st.sampled_from(LANGUAGES), st.sampled_from((20, 60, 80, 120)))
def test_whatever_is_ordered_prints_within_its_width(
    chain: Chain, language: str, width: int
) -> None:
    """The order and the quote that it makes."""
    terms = None if chain.agreement is None else Agreement.model_validate(chain.agreement)
    for step in played(chain):
        for document in (step.order, step.order.after):
            text = render(document, language=language, width=width, agreement=terms)
            assert max(wcswidth(line) for line in text.splitlines()) <= width


def test_work_rests_on_what_is_in_question() -> None:
    """Not on what is new."""
    text = printed(larger())
    assert "work rests on: Screen design (1), Font licence (4)." in text.replace("\n", " ")


def test_place_to_sign_is_that_of_the_quote() -> None:
    """None where the quote wants none."""
    assert "Accepted for the client:" in printed(larger())
    assert "signature" not in printed(larger(signature=False))


def test_revised_quote_words_the_rows_of_the_order() -> None:
    """Fees and credits have a title in each language, and say where they come from."""
    after = larger().after
    assert "Rush (CO-001)" in render(after, language="en")
    assert "Eilzuschlag (CO-001)" in render(after, language="de")
    ended = ordered(request({"remove": "screens"}), progress={"screens": 60}).after
    assert rows(render(ended, language="en"))["Ended"] == [
        "with CO-001; what was done by then stays"
    ]
    free = ordered(request(MORE_SCREENS, kind="defect", reason="seller")).after
    assert rows(render(free, language="en"))["Free of charge (CO-001)"] == ["-€510.00"]


@pytest.mark.parametrize(
    ("language", "number", "contract_sum", "change"),
    [
        ("en", "Change order CO-001 to quote Q-7", "Contract sum", "+€2,534.70"),
        ("en_GB", "Variation CO-001 to quote Q-7", "Contract sum", "+€2,534.70"),
        ("de", "Nachtrag CO-001 zum Angebot Q-7", "Auftragssumme", "+2.534,70 €"),
        ("de_CH", "Nachtrag CO-001 zur Offerte Q-7", "Auftragssumme", "+2’534.70"),
        ("fr", "Avenant CO-001 au devis Q-7", "Montant du contrat", "+2\u202f534,70 €"),
        ("es", "Orden de cambio CO-001 al presupuesto Q-7", "Importe del contrato", "+2.534,70 €"),
        ("it", "Variante CO-001 al preventivo Q-7", "Importo contrattuale", "+2.534,70 €"),
        ("ja", "変更見積書　CO-001", "契約金額", "+€2,534.70"),
        ("nl", "Meer-/minderwerk CO-001 bij offerte Q-7", "Opdrachtsom", "€ +2.534,70"),
        ("pl", "Aneks CO-001 do oferty Q-7", "Wartość umowy", "+2 534,70 €"),
        ("zh_CN", "变更单 CO-001（报价单 Q-7）", "合同总价", "+€2,534.70"),
    ],
)
def test_words_are_those_of_the_trade(
    language: str, number: str, contract_sum: str, change: str
) -> None:
    """In each language, with the plus where its country puts the minus."""
    text = printed(larger(), language).replace("\u00a0", " ")
    assert text.startswith(number)
    assert contract_sum in text
    assert change.replace("’", "\u2019") in text


def test_reason_stands_wherever_something_changes() -> None:
    """Beside a rate, a discount, and the terms."""
    asked = request(
        {"add_rate": {"id": "senior", "price": "120"}, "because": "she is better"},
        {"revise_quote": {"discounts": [{"id": "a", "percent": "5"}]}, "because": "loyal"},
        {"revise_quote": {"notes": "Thanks."}, "because": "manners"},
    )
    text = printed(ordered(asked))
    for reason in ("she is better", "loyal", "manners"):
        assert text.count(f"Reason: {reason}") == 1


@pytest.mark.parametrize("name", ["田中", "田中様"])
def test_client_is_addressed_once_in_japanese(name: str) -> None:
    """Whether or not the name bears a title already."""
    asked = request(MORE_SCREENS, requested_by=name)
    assert "田中様（2026年3月20日）" in printed(ordered(asked), "ja")
    assert "様様" not in printed(ordered(asked), "ja")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Avenant accepté par le client\N{NO-BREAK SPACE}:"),
        ("fr_CH", "Avenant accepté par le client\N{NO-BREAK SPACE}:"),
        ("de", "Nachtrag angenommen:"),
        ("it", "Per accettazione della variante, il cliente:"),
        ("en_US", "Accepted and agreed:"),
    ],
)
def test_client_signs_the_order_and_not_the_quote(language: str, said: str) -> None:
    """The words above the place to sign are those of a change order."""
    assert said in printed(larger(), language).splitlines()


def test_option_says_what_is_otherwise_than_it_was_offered() -> None:
    """Where the order that selects it revises it too; the rest of it stands in full."""
    shop = {
        "id": "shop", "title": "Shop", "price": "2400", "days": "6", "option": "shop",
        "done_when": "A trial order is paid.",
    }  # fmt: skip
    offered = quote(tasks=[*TASKS, shop])
    chosen = {"select": "shop"}
    found = rows(printed(ordered(request(chosen), offered)))
    assert found["Time"] == ["6 days"]
    assert found["Done when"] == ["A trial order is paid."]
    revised = {"revise": "shop", "set": {"days": "2", "after": ["screens"]}}
    found = rows(printed(ordered(request(chosen, revised), offered), width=120))
    assert found["Time"] == ["6 days → 2 days"]
    assert found["Begins"] == ["after the task written before it → after Screen design (1)"]
    assert found["Done when"] == ["A trial order is paid."]


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ({"days": "1.5"}, ["1.5 days"]),
        ({"effort": "9"}, ["9 hours"]),
        ({"days": "0"}, None),
        ({}, None),
    ],
)
def test_new_task_says_the_time_it_states(time: dict[str, str], said: list[str] | None) -> None:
    """None where it states none, or takes none."""
    news = {"add": {"id": "news", "title": "Newsletter", "price": "600", **time}}
    assert rows(printed(ordered(request(news)))).get("Time") == said
