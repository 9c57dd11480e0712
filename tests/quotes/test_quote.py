"""A quote knows its keys, its defaults, and says all its faults at once."""

import datetime
from typing import Any

import pytest

from quotekit.errors import InvalidInputError
from quotekit.quotes import Quote, references
from tests.written_quotes import quote, said, task


def test_defaults_are_those_of_the_format() -> None:
    """What is left out has the value that the format states."""
    left_out = quote()
    assert left_out == quote(
        quotekit="quote/1",
        language="en",
        binding="true",
        rounding="line",
        tax_rounding="half_up",
        prices_include_tax="false",
        print_rates="false",
        signature="true",
        rates={},
        discounts=[],
        selected=[],
    )
    assert left_out.tax is None


def test_quote_needs_number_currency_and_tasks() -> None:
    """All that is missing is said at once."""
    with pytest.raises(InvalidInputError) as refusal:
        Quote.model_validate({})
    assert str(refusal.value).splitlines() == [
        "number: number is missing; write number",
        "currency: currency is missing; write currency",
        "tasks: tasks is missing; write tasks",
    ]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"discuont": 5},
            'discuont: "discuont" is not a known key; did you mean discounts?',
        ),
        (
            {"number": "../../x"},
            'number: "../../x" is no id; use letters, digits, . _ - only, '
            "at most 64, beginning with a letter or digit",
        ),
        (
            {"language": "German"},
            'language: "German" is no code of a language; write one such as de, or de_CH',
        ),
        (
            {"rounding": "lines"},
            'rounding: "lines" is not among the choices; write line or total',
        ),
        (
            {"tax_rounding": "even"},
            'tax_rounding: "even" is not among the choices; write half_up, down or up',
        ),
        (
            {"round_to": "0"},
            'round_to: "0" is not above zero; write more than zero',
        ),
        ({"date": "0"}, 'date: "0" is not a date; write it like 2026-03-02'),
        ({"binding": "no"}, 'binding: "no" is neither true nor false; write true or false'),
        (
            {"title": "a\x1b"},
            'title: "a<U+001B>" holds a character that cannot be printed; take it out',
        ),
        ({"title": "a\ud800"}, 'title: "a<U+D800>" holds half a character; take it out'),
        ({"title": 5}, 'title: "5" is not text; write text'),
        ({"selected": "gold"}, 'selected: "gold" is not a list; put it in [ ], or behind dashes'),
        ({"tasks": None}, "tasks: nothing is not a list; put it in [ ], or behind dashes"),
        ({"tasks": {"a": 1}}, "tasks: a map is not a list; put it in [ ], or behind dashes"),
        ({"tasks": ["a"]}, 'tasks[0]: "a" is not a map; write keys and values'),
        ({"rates": ["a"]}, "rates: a list is not a map; write keys and values"),
        ({"seller": "Mara"}, 'seller: "Mara" is not a map; write keys and values'),
        ({"seller": {}}, "seller.name: name is missing; write name"),
        (
            {"client": {"name": "A", "pay_to": {}}},
            'client.pay_to: "pay_to" is not a known key; '
            "known here: name, contact, address, email, phone, ids, reference",
        ),
        ({"quotekit": "quote/2"}, 'quotekit: "quote/2" is not among the choices; write quote/1'),
        ({"signature": ""}, "signature: there is no text here; write some"),
        ({"signature": 1}, 'signature: "1" is not text; write text'),
        ({"signature": ["a"]}, "signature: a list is not text; write text"),
        (
            {"scope": [{"item": "SEO", "answer": "maybe"}]},
            'scope[0].answer: "maybe" is not among the choices; '
            "write included, excluded, client_supplies, assumed or unknown",
        ),
        ({"scope": [{"answer": "unknown"}]}, "scope[0].item: item is missing; write item"),
        (
            {"private": {"floor_rate": "-1"}},
            'private.floor_rate: "-1" is below zero; write zero or more',
        ),
    ],
)
def test_key_of_a_quote_keeps_its_rule(keys: dict[str, Any], message: str) -> None:
    """Each key says what it wants."""
    assert said(**keys) == [message]


def test_what_is_no_map_is_no_quote() -> None:
    """A text at the top is refused in words of its own."""
    with pytest.raises(InvalidInputError) as refusal:
        Quote.model_validate("quote")
    assert str(refusal.value) == '"quote" is not a map; write keys and values'


def test_faults_of_shape_come_together_and_first() -> None:
    """References are looked at once every part has its shape."""
    found = said(tax="vat", date="0", tasks=[task("a", "12,50"), {"id": "b", "prise": 1}])
    assert [line.split(":")[0] for line in found] == ["date", "tasks[0].price", "tasks[1].prise"]


def test_faults_of_reference_come_together() -> None:
    """All that names nothing is said at once, in the order of the document."""
    found = said(
        tax="vat",
        tasks=[task("a", phase="build"), {"id": "b", "rate": "work", "quantity": 1}],
        selected=["gold"],
        payments=[{"id": "p", "percent": 50}],
        scope=[{"item": "SEO", "answer": "included", "task": "c"}],
    )
    assert [line.split(":")[0] for line in found] == [
        "tax",
        "tasks[0].phase",
        "tasks[1].rate",
        "selected[0]",
        "payments",
        "scope[0].task",
    ]


def test_references_may_be_left_for_later() -> None:
    """A reader of files looks at them once it has joined the studio's part."""
    data = {"number": "Q-1", "currency": "EUR", "tasks": [task("a", tax="vat")]}
    unchecked = Quote.model_validate(data, context={"references": False})
    assert [fault.code for fault in references(unchecked)] == ["unknown_name"]


def test_sound_quote_has_no_faults() -> None:
    """Nothing is said of what is in order."""
    assert references(quote(tasks=[task("a")])) == ()


def test_valid_until_is_not_before_the_date() -> None:
    """The day itself is allowed."""
    assert quote(date="2026-03-02", valid_until="2026-03-02")
    assert said(date="2026-03-02", valid_until="2026-03-01") == [
        "valid_until: the quote would be valid until 2026-03-01, before its date 2026-03-02; "
        "write a later day"
    ]


@pytest.mark.parametrize(
    ("stated", "signature"),
    [("true", True), (True, True), ("false", False), (False, False), ("Sign here", "Sign here")],
)
def test_signature_is_a_truth_or_a_text(stated: object, signature: object) -> None:
    """Text replaces the country's formula."""
    assert quote(signature=stated).signature == signature


@pytest.mark.parametrize("text", ["NO", "1.10", "on", "null"])
def test_text_stays_text(text: str) -> None:
    """What looks like something else is the text it is."""
    assert quote(title=text, place=text).place == text


def test_day_of_python_is_taken() -> None:
    """Built in Python, a quote obeys the same rules."""
    assert quote(date=datetime.date(2026, 3, 2)) == quote(date="2026-03-02")


def test_labels_may_be_in_any_script() -> None:
    """The labels of ids and pay_to are free text."""
    seller = {"name": "李", "ids": {"税号": "91"}, "pay_to": {"N° de compte": "FR76"}}
    found = quote(seller=seller).seller
    assert found is not None
    assert (found.ids, found.pay_to) == ({"税号": "91"}, {"N° de compte": "FR76"})


def test_selected_is_a_set() -> None:
    """Order and repetition of what is selected mean nothing."""
    tasks = [task("a", option="gold"), task("b", option="shop")]
    one = quote(tasks=tasks, selected=["gold", "shop"])
    assert one == quote(tasks=tasks, selected=["shop", "gold", "shop"])
