"""However a quote is damaged, it is read or refused in words, and nothing else happens."""

from contextlib import suppress
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from quotekit.errors import QuotekitError
from quotekit.files import dump, parse_agreement, parse_quote

EXAMPLES = Path(__file__).parents[2] / "examples"
QUOTES = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/quote.yaml"))]
STUDIO = (EXAMPLES / "bakery-website" / "studio.yaml").read_text(encoding="utf-8")
AGREEMENT = (EXAMPLES / "bakery-website" / "agreement.yaml").read_text(encoding="utf-8")
SHORT = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: [{id: a, price: 5}]\n"
KEYS = [
    "agreement", "alternatives", "assumptions", "binding", "client", "currency", "date",
    "discounts", "exceptions", "language", "notices", "option_titles", "payments", "phases",
    "print_rates", "private", "rates", "round_to", "rounding", "schedule", "scope", "selected",
    "seller", "signature", "studio", "surcharges", "tasks", "tax", "taxes", "valid_until",
]  # fmt: skip
PIECES = [
    "{", "}", "[", "]", ",", ":", ": ", "- ", "-", "#", " #", "&a ", "*a", "!", "!!str ", "|", ">",
    "'", '"', "\\", "%", "@", "?", "? ", "\t", " ", "  ", "\n", "\r\n", "---\n", "...\n", "<<: ",
    "\0", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ud800", "é", "e\u0301", "😀",
    "0", "-1", "1e9", "9" * 30, "0.5", "12,50", "~", "null", "true", "2026-02-30", "9999-12-31",
    "none", "net", "acceptance", "CO-1", "percent: 101", "every: month", "quantity: -3", "{a: b}",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, texts: list[str]) -> str:
    """Draw a text with a few pieces put in, taken out, doubled or moved."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from([*PIECES, text[begin:end], ""]))
        text = text[:begin] + piece + text[begin if draw(st.booleans()) else end :]
    return text


nested = st.recursive(
    st.sampled_from(["a", "5", "true", "~", "2026-01-01", "-1", '""', '"\\x07"', "none", "0"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from([*KEYS, "id", "price", "of", "due", "percent"]), inner, max_size=3
        ).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=6,
)


def read(text: str, studio: str | None = STUDIO, agreement: str | None = AGREEMENT) -> None:
    """Read a quote; what is read can be written and read again."""
    with suppress(QuotekitError):
        quote = parse_quote(text, studio, agreement)
        assert parse_quote(dump(quote)) == quote


@given(damaged([*QUOTES, SHORT]))
def test_damaged_quote_is_read_or_refused(text: str) -> None:
    """A quote with pieces out of place raises nothing but our own errors."""
    read(text)


@given(damaged([STUDIO]), damaged([AGREEMENT]))
def test_damaged_file_named_is_read_or_refused(studio: str, agreement: str) -> None:
    """So does one whose studio file or agreement is damaged."""
    read(QUOTES[0], studio, None)
    read(SHORT, None, agreement)
    with suppress(QuotekitError):
        parsed = parse_agreement(agreement)
        assert parse_agreement(dump(parsed)) == parsed


@given(st.sampled_from(KEYS), nested)
@example("signature", "[a]")
@example("private", "{signals: a}")
def test_any_shape_at_any_key_is_read_or_refused(key: str, value: str) -> None:
    """A list or map where none belongs raises nothing but our own errors."""
    read(f"{SHORT}{key}: {value}\n")


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_refused(text: str) -> None:
    """Text that is no quote at all raises nothing but our own errors."""
    read(text)


@given(st.lists(st.sampled_from([*PIECES, *KEYS])).map("".join))
def test_any_pieces_are_refused(text: str) -> None:
    """Nor does YAML without sense."""
    read(text)
    read(SHORT + text)
