"""Numbers are read exactly as they are written, or refused with a remedy."""

from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from quotekit.values import Amount, Number, Positive, Times, Truth, Whole, exact, plain

NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
AMOUNT: TypeAdapter[Decimal] = TypeAdapter(Amount)
POSITIVE: TypeAdapter[Decimal] = TypeAdapter(Positive)
WHOLE: TypeAdapter[int] = TypeAdapter(Whole)
TIMES: TypeAdapter[int] = TypeAdapter(Times)
TRUTH: TypeAdapter[bool] = TypeAdapter(Truth)

LENGTH = "write at most 12 digits before the point and 18 behind it"
DIGITS = "write digits, such as 12.50"
CLOCK = "write time as a decimal number, such as 1.5 for an hour and a half"


def no(adapter: TypeAdapter[Any], value: object) -> tuple[str, str, str]:
    """Return code, fact and remedy of a refusal."""
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_python(value)
    context = refusal.value.errors()[0]["ctx"]
    return context["code"], context["fact"], context["remedy"]


@pytest.mark.parametrize(
    "text",
    ["0", "5", "19.90", "1.10", "-3", "-0.5", "0.000000000000000001", "999999999999"],
)
def test_number_is_read_digit_by_digit(text: str) -> None:
    """Text is read as it stands, zeros at the end included."""
    assert f"{NUMBER.validate_python(text):f}" == text


def test_long_number_loses_no_digit() -> None:
    """19 digits stay 19 digits, and 30 stay 30."""
    for text in ("1234567890.123456789", "123456789012.123456789012345678"):
        assert str(NUMBER.validate_python(text)) == text


@pytest.mark.parametrize("zero", ["-0", "-0.00", Decimal("-0"), Decimal("-0.0")])
def test_zero_has_no_sign(zero: object) -> None:
    """-0 is 0."""
    assert not NUMBER.validate_python(zero).is_signed()
    assert NUMBER.validate_python(zero) == 0


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("12,50", "write 12.50"),
        ("-0,5", "write -0.5"),
        ("1.234,50", "write 1234.50"),
        ("1 234,50", "write 1234.50"),
        ("1'234,50", "write 1234.50"),
        ("1,234.50", "write 1234.50"),
        ("1,234,567", "write 1234567"),
        ("1:30", CLOCK),
        ("12:30:00", CLOCK),
        ("0123", "write it without leading zeros"),
        ("00", "write it without leading zeros"),
        ("1234567890123", LENGTH),
        ("0.1234567890123456789", LENGTH),
        ("9" * 5000, LENGTH),
        ("１２", "write it with the digits 0 to 9"),
        ("١٢", "write it with the digits 0 to 9"),
        ("1_000", DIGITS),
        ("1e1000000", DIGITS),
        ("1E5", DIGITS),
        ("0x1F", DIGITS),
        ("0o17", DIGITS),
        (".inf", DIGITS),
        ("-.inf", DIGITS),
        (".nan", DIGITS),
        ("NaN", DIGITS),
        ("Infinity", DIGITS),
        ("no", DIGITS),
        ("off", DIGITS),
        ("+5", DIGITS),
        (".5", DIGITS),
        ("5.", DIGITS),
        ("--5", DIGITS),
        (" 5", DIGITS),
        ("5\n", DIGITS),
        ("5\u200b", DIGITS),
        ("\u202e5", DIGITS),
        ("5 EUR", DIGITS),
        ("", DIGITS),
    ],
)
def test_what_is_no_number_is_refused(text: str, remedy: str) -> None:
    """Everything else is refused, each with what to write instead."""
    code, _, advised = no(NUMBER, text)
    assert (code, advised) == ("not_a_number", remedy)


def test_refusal_shows_what_was_written() -> None:
    """The fact quotes the text, with nothing hidden in it, and cuts it where it is long."""
    assert no(NUMBER, "\u202e5")[1] == '"<U+202E>5" is not a number'
    assert no(NUMBER, "9" * 5000)[1] == f'"{"9" * 59}…" is not a number'


@pytest.mark.parametrize("remedy", ["12,50", "1.234,50", "1,234.50", "-0,5"])
def test_remedy_is_a_number(remedy: str) -> None:
    """What a remedy says to write is accepted."""
    NUMBER.validate_python(no(NUMBER, remedy)[2].removeprefix("write "))


def test_float_is_refused() -> None:
    """A float is no longer what somebody wrote."""
    assert no(NUMBER, 0.1) == (
        "float",
        '"0.1" is a float, which is not exact',
        'write Decimal("0.1")',
    )


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        (None, "a number is missing here"),
        (True, '"True" is not a number'),
        ([1], "a list is not a number"),
        ((), "a list is not a number"),
        ({"a": 1}, "a map is not a number"),
        (b"5", "\"b'5'\" is not a number"),
        (Decimal("NaN"), '"NaN" is not a number'),
        (Decimal("sNaN"), '"sNaN" is not a number'),
        (Decimal("-Infinity"), '"-Infinity" is not a number'),
        (Decimal("1e12"), '"1E+12" is too long'),
        (Decimal("1e99999999"), '"1E+99999999" is too long'),
        (Decimal("1e-99999999"), '"1E-99999999" is too long'),
        (10**12, '"1000000000000" is too long'),
    ],
)
def test_what_is_of_another_type_is_refused(value: object, fact: str) -> None:
    """From Python, too, only finite numbers of the grammar's length come in."""
    assert no(NUMBER, value)[:2] == ("not_a_number", fact)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (14, "14"),
        (Decimal("2.50"), "2.50"),
        (Decimal("5E+3"), "5E+3"),
        (Decimal("1.5000000000000000000000"), "1.5"),
        (Decimal("0E+20"), "0"),
        (Decimal("0E-40"), "0"),
    ],
)
def test_number_of_python_is_taken_as_it_is(value: object, kept: str) -> None:
    """Zeros at the end do not count as digits."""
    assert NUMBER.validate_python(value) == Decimal(kept)


@given(st.decimals(-(10**12) + 1, 10**12 - 1, places=18), st.integers(1, 40), st.integers(0, 5))
def test_no_digit_depends_on_the_caller(number: Decimal, precision: int, zeros: int) -> None:
    """A decimal context that is too narrow takes no digit away."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    longer = Decimal((sign, (*digits, *[0] * zeros), exponent - zeros))
    with localcontext(Context(prec=precision, Emin=-1, Emax=1)):
        read = exact(longer)
    assert read == number


@pytest.mark.parametrize("text", ["0", "0.00", "12.50"])
def test_amount_may_be_zero(text: str) -> None:
    """Zero is a price."""
    assert AMOUNT.validate_python(text) == Decimal(text)


def test_amount_below_zero_is_refused() -> None:
    """A price may not be negative."""
    assert no(AMOUNT, "-0.01") == ("negative", '"-0.01" is below zero', "write zero or more")


@pytest.mark.parametrize("text", ["0", "-1"])
def test_positive_is_above_zero(text: str) -> None:
    """An increment or a `per` of zero is refused."""
    assert no(POSITIVE, text) == (
        "not_positive",
        f'"{text}" is not above zero',
        "write more than zero",
    )


@pytest.mark.parametrize(
    ("value", "number"), [("0", 0), ("14", 14), (14, 14), ("999999999", 10**9 - 1)]
)
def test_whole_number_is_read(value: object, number: int) -> None:
    """Days and weeks are counted in whole numbers."""
    assert WHOLE.validate_python(value) == number


@pytest.mark.parametrize(
    "value", ["1.5", "-1", -1, "01", "1e3", "1000000000", 10**9, True, 1.0, "١"]
)
def test_what_is_not_whole_is_refused(value: object) -> None:
    """Nothing else is a whole number."""
    code, _, remedy = no(WHOLE, value)
    assert (code, remedy) == ("not_whole", "write one, such as 14")


def test_times_is_at_least_one() -> None:
    """What recurs no time at all is no line."""
    assert TIMES.validate_python("12") == 12
    assert no(TIMES, "0") == ("not_positive", '"0" is not above zero', "write 1 or more")


@pytest.mark.parametrize(
    ("value", "truth"), [("true", True), (True, True), ("false", False), (False, False)]
)
def test_truth_is_true_or_false(value: object, truth: bool) -> None:  # noqa: FBT001
    """A truth is read from its word."""
    assert TRUTH.validate_python(value) is truth


@pytest.mark.parametrize("value", ["yes", "no", "on", "True", "1", 1, 0, "", None])
def test_other_words_are_no_truth(value: object) -> None:
    """The words of other formats are refused, 1 and 0 too."""
    code, _, remedy = no(TRUTH, value)
    assert (code, remedy) == ("not_a_truth", "write true or false")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("5.0", "5"),
        ("5", "5"),
        ("100", "100"),
        ("0.250", "0.25"),
        ("5E+3", "5000"),
        ("1E-18", "0.000000000000000001"),
        ("0.00", "0"),
        ("-0.0", "0"),
        ("-0", "0"),
        ("-1.50", "-1.5"),
    ],
)
def test_plain_has_no_trailing_zeros_and_no_exponent(number: str, text: str) -> None:
    """A number has one plain spelling."""
    assert plain(Decimal(number)) == text


@given(st.decimals(-(10**12) + 1, 10**12 - 1, places=18))
def test_plain_number_reads_back(number: Decimal) -> None:
    """What is written plainly is read as the same number."""
    assert exact(plain(number)) == number
