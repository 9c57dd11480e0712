"""Hypothesis strategies for the numbers of a quote file, as the text that a freelancer types."""

from fractions import Fraction

from hypothesis import strategies as st

from tests.properties.oracle_money import fixed, number


def numbers(low: int, high: int, places: int = 0) -> st.SearchStrategy[str]:
    """Draw a number with so many decimals; the bounds count its last digit."""
    return st.integers(low, high).map(lambda digits: fixed(Fraction(digits, 10**places), places))


def prices() -> st.SearchStrategy[str]:
    """Draw a price, seldom zero, with up to four decimals."""
    return (
        numbers(1, 300)
        | numbers(1, 99_999, 2)
        | numbers(1, 9_999_999, 4)
        | st.sampled_from(["0", "0.005", "12.50", "99.99"])
    )


def quantities() -> st.SearchStrategy[str]:
    """Draw a quantity; it may be zero, or negative for a credit."""
    return (
        numbers(1, 30)
        | numbers(1, 9_999, 2)
        | numbers(1, 9_999, 3)
        | numbers(-3_000, 0, 2)
        | st.sampled_from(["0", "0.5", "-1", "100", "-0.005"])
    )


def percents(high: int = 60) -> st.SearchStrategy[str]:
    """Draw a percent, with or without its sign."""
    return (
        numbers(1, high)
        | numbers(1, high * 100, 2)
        | numbers(1, high).map(lambda text: f"{text} %")
        | st.just("0")
    )


def estimates() -> st.SearchStrategy[dict[str, str]]:
    """Draw a low, a likely and a high quantity, in this order."""
    quantity = numbers(1, 40) | numbers(1, 4_000, 2)
    return st.tuples(quantity, quantity, quantity).map(
        lambda three: dict(zip(("low", "likely", "high"), sorted(three, key=number), strict=True))
    )


def tiers(key: str, value: st.SearchStrategy[str], step: int) -> st.SearchStrategy[list[object]]:
    """Draw one or two tiers, the lower bound first."""
    bounds = st.lists(st.integers(1, 9), min_size=1, max_size=2, unique=True).map(sorted)
    return bounds.flatmap(
        lambda steps: st.tuples(
            *(st.fixed_dictionaries({"above": st.just(str(n * step)), key: value}) for n in steps)
        ).map(list)
    )
