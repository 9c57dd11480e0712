"""The studio file lies under the quote, and each fault names the file that holds it."""

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import parse_quote
from quotekit.quotes import Quote

QUOTE = "quotekit: quote/1\nnumber: Q-1\nstudio: ../studio.yaml\ntasks: [{id: a, price: 5}]\n"
STUDIO = "quotekit: studio/1\ncurrency: EUR\n"


def merged(quote: str, studio: str) -> Quote:
    """Return a quote with these lines over a studio file with those."""
    return parse_quote(QUOTE + quote, STUDIO + studio)


def refusal(quote: str, studio: str) -> list[str]:
    """Return the lines with which a quote over a studio file is refused."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quote(QUOTE + quote, STUDIO + studio, source="quote.yaml")
    return str(refused.value).splitlines()


def test_maps_join_key_by_key() -> None:
    """An entry the quote states wins whole, the others come from the studio file."""
    quote = merged(
        "rates: {design: {price: 90}, copy: {price: 70}}\nseller: {name: Mara}\n",
        "rates:\n  design: {price: 85, unit: hour}\n  code: {price: 95}\n"
        "seller: {name: Studio, ids: {USt-IdNr.: DE1}}\n",
    )
    assert {name: (str(rate.price), rate.unit) for name, rate in quote.rates.items()} == {
        "design": ("90", None),
        "code": ("95", None),
        "copy": ("70", None),
    }
    assert quote.seller is not None
    assert (quote.seller.name, quote.seller.ids) == ("Mara", {"USt-IdNr.": "DE1"})


@pytest.mark.parametrize(
    ("quote", "studio"),
    [
        ("notices: [b]", "notices: [a]"),
        ("notices: b", "notices: [a]"),
        ("notices: [b]", "notices: a"),
    ],
)
def test_notices_join_with_the_studios_first(quote: str, studio: str) -> None:
    """Legal mentions add up, whether one is written or several."""
    assert merged(quote, studio).notices == ("a", "b")


def test_everything_else_is_replaced_whole() -> None:
    """Lists and texts are not mixed, and a currency is one value also as a map."""
    quote = merged(
        "assumptions: [b]\nplace: B\ncurrency: {code: USD}\n",
        "assumptions: [a, c]\nplace: A\nlanguage: de\n",
    )
    assert (quote.assumptions, quote.place, quote.language) == (("b",), "B", "de")
    text = "quotekit: studio/1\ncurrency: {code: HUF, decimals: 0}\n"
    assert parse_quote(f"{QUOTE}currency: {{code: USD}}\n", text).currency.decimals is None


def test_path_in_the_studio_file_becomes_relative_to_the_quote() -> None:
    """The agreement a studio file names is where the studio file says."""
    assert merged("", "agreement: terms/agreement.yaml\n").agreement == "../terms/agreement.yaml"
    assert merged("agreement: own.yaml\n", "agreement: terms.yaml\n").agreement == "own.yaml"


def test_empty_key_of_the_quote_takes_what_the_studio_states() -> None:
    """A key without a value is not stated, so it replaces nothing."""
    assert merged("place:\n", "place: Berlin\n").place == "Berlin"


def test_each_fault_names_its_file() -> None:
    """Faults come quote first, each with the path and place its own file has."""
    assert refusal(
        "rates: {copy: {price: x}}\nnotices: ['', b]\ntax: []\nplace: []\n",
        "rates:\n  design: {prise: 85}\nnotices: [a, '']\nrounding: up\nplace: []\nphases: []\n",
    ) == [
        'quote.yaml:5:23: rates.copy.price: "x" is not a number; write digits, such as 12.50',
        "quote.yaml:6:11: notices[0]: there is no text here; write some",
        "quote.yaml:8:8: place: a list is not text; write text",
        "../studio.yaml:4:11: rates.design.price: price is missing; write price",
        '../studio.yaml:4:12: rates.design.prise: "prise" is not a known key; did you mean price?',
        "../studio.yaml:5:14: notices[1]: there is no text here; write some",
        '../studio.yaml:6:11: rounding: "up" is not among the choices; write line or total',
        "../studio.yaml:8:9: phases: a list is not a map; write keys and values",
    ]


def test_notices_of_the_studio_that_are_none_are_its_fault() -> None:
    """They are refused in the studio file, not hidden by the quote's."""
    assert refusal("notices: [b]\n", "notices: {a: b}\n") == [
        "../studio.yaml:3:10: notices: a map is not a list; put it in [ ], or behind dashes"
    ]


def test_keys_of_one_quote_do_not_belong_into_a_studio_file() -> None:
    """Each of them is refused at its key, and nothing of it is merged."""
    lines = "number: Q-2\ntitle: T\ndate: 2026-01-01\nvalid_until: 2026-01-02\n"
    lines += "client: {name: C}\ntasks: []\nselected: []\nstudio: other.yaml\n"
    said = refusal("", lines)
    assert said[0] == (
        "../studio.yaml:3:1: number: number does not belong into a studio file; "
        "write it in the quote"
    )
    assert said[-1] == (
        "../studio.yaml:10:1: studio: studio does not belong into a studio file; take it out"
    )
    assert len(said) == 8


def test_missing_key_is_missing_in_the_quote() -> None:
    """What neither file states is asked of the quote."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quote(QUOTE, "quotekit: studio/1\n", source="quote.yaml")
    assert str(refused.value) == "quote.yaml:1:1: currency: currency is missing; write currency"


def test_reference_to_what_the_studio_states_is_sound() -> None:
    """References are looked up in the merged quote, and their faults stand where they are made."""
    assert merged("tax: vat\n", "taxes: {vat: {percent: 19}}\n").tax == ("vat",)
    assert refusal("", "taxes: {vat: {percent: 19}}\ntax: vta\n") == [
        '../studio.yaml:4:6: tax: there is no tax "vta"; did you mean vat? (known: none, vat)'
    ]
