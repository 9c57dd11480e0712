"""However a change request is damaged, it is read or refused in words, and nothing else happens."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from quotekit.changes import Contract, issue
from quotekit.errors import QuotekitError
from quotekit.files import dump, load_quote, parse_request
from tests.bad_input.test_mutated_quotes import PIECES, damaged, nested

EXAMPLES = Path(__file__).parents[2] / "examples"
REQUESTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/changes/*.yaml"))]
SHORT = "quotekit: change/1\nid: x\n"
ACTIONS = [
    "add", "revise", "apply", "remove", "select", "deselect", "add_rate", "revise_rate",
    "remove_rate", "revise_quote", "order",
]  # fmt: skip
KEYS = ["set", "because", "before", "quantity", "title", "concession", "kind", "wanted_by"]
CONTRACT = Contract(load_quote(EXAMPLES / "bakery-website" / "quote.yaml"))


def read(text: str) -> None:
    """Read a request; what is read can be written and read again, and be priced or refused."""
    with suppress(QuotekitError):
        request = parse_request(text)
        assert parse_request(dump(request)) == request
        issue(CONTRACT, request, on=date(2026, 3, 30))


@given(damaged(REQUESTS))
def test_damaged_request_is_read_or_refused(text: str) -> None:
    """A request with pieces out of place raises nothing but our own errors."""
    read(text)


@given(st.sampled_from(ACTIONS), nested, st.sampled_from(KEYS), nested)
@example("revise", "fonts", "set", "{price: ~}")
@example("add", "{id: a, price: 5}", "before", "~")
@example("order", "[]", "because", "a")
def test_any_shape_in_any_action_is_read_or_refused(
    verb: str, value: str, key: str, more: str
) -> None:
    """A list or map where none belongs raises nothing but our own errors."""
    read(f"{SHORT}actions:\n  - {verb}: {value}\n    {key}: {more}\n")
    read(f"{SHORT}{key}: {more}\nactions: [{{{verb}: {value}}}]\n")


@given(st.lists(st.sampled_from([*PIECES, *ACTIONS, *KEYS])).map("".join))
def test_any_pieces_are_refused(text: str) -> None:
    """Nor does YAML without sense."""
    read(SHORT + text)
    read(f"{SHORT}actions:\n  - {text}\n")
