"""What no case of bad input shows: errors the parser does not place or has not explained."""

import pytest
from yaml import Mark, YAMLError
from yaml.parser import ParserError

from quotekit.errors import InvalidInputError
from quotekit.files import parse_quote
from quotekit.files.syntax_faults import syntax_fault


def test_error_without_a_place_is_told() -> None:
    """An error of the parser that bears no mark is still one line."""
    assert str(syntax_fault(YAMLError("?"), "a: b", "quote.yaml")) == (
        "quote.yaml: this is no YAML; write keys with their values"
    )


def test_error_without_an_explanation_is_told() -> None:
    """What a later parser may say is placed, and called what it is."""
    error = ParserError(None, None, "something new", Mark("", 5, 1, 1, "", 0))
    assert str(syntax_fault(error, "a: b\ncd", "quote.yaml")) == (
        "quote.yaml:2:1: this is no YAML; compare it with the lines above, "
        "or put the text in quotes"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 'b\n\nc: 'd'\n", "1:4: the quote that opens here is closed in line 3 only"),
        ("a: [b, {c: d]\ne: f\n", "1:8: the { that opens here is not closed"),
        ("a: [b, # not yet\n  c\nd: e\n", "1:4: the [ that opens here is not closed"),
        ("a: [b,\r\n  c #1]\r\nd: e\r\n", "2:5: a # after a space begins a comment"),
        ("a: b\n  c\nd\n", "3:1: this line has no colon with a space behind it"),
        ("a: b\nc:d\ne: f\n", "2:1: this line has no colon with a space behind it"),
        ("a: &\n", "1:4: an anchor (&) marks this value for use elsewhere"),
        ("a: *\n", "1:4: an alias (*) stands for a value written elsewhere"),
        ("a: !x!y b\n", "1:4: a tag (!) gives this value a type"),
        ("%TAG\n---\na: b\n", "1:1: a directive (%) speaks to the YAML reader"),
    ],
)
def test_place_is_where_the_slip_is(text: str, said: str) -> None:
    """The parser stops later than the slip; the refusal points at the slip."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quote(text)
    assert str(refused.value).partition(";")[0] == said
