"""The names of fields that were edited."""

import pytest

from quotekit.files import parse_quote
from quotekit.project.edited_fields import edited_fields

QUOTE = """\
quotekit: quote/1
number: Q-1
currency: EUR
notes: Thanks
rates: {work: {price: 80, unit: hour, private: {cost: 40}}}
tasks:
  - {id: a, rate: work, quantity: 3}
  - {id: b, price: 5, option: extra, private: {cost: 1}}
"""


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("quantity: 3", "quantity: 4", ("a.quantity",)),
        ("price: 80", "price: 85", ("rates.work.price",)),
        ("notes: Thanks", "notes: Thank you", ("notes",)),
        ("number: Q-1", "number: Q-2", ("number",)),
        ("id: b, price: 5, option", "id: c, price: 5, option", ("b (gone)", "c (new)")),
        ("tasks:", "selected: [extra]\ntasks:", ("selected",)),
        ("rates: {", "rates: {more: {price: 1, unit: day}, ", ("rates.more (new)",)),
        ("cost: 40", "cost: 41", ()),
        ("cost: 1}", "cost: 2}", ()),
        ("notes: Thanks", "notes: Thanks\nprivate: {notes: x}", ()),
    ],
)
def test_fields(old: str, new: str, fields: tuple[str, ...]) -> None:
    """Each as it is called in the file; what is private is no difference."""
    assert edited_fields(parse_quote(QUOTE), parse_quote(QUOTE.replace(old, new))) == fields


def test_order_of_tasks() -> None:
    """Tasks in another order are told as well."""
    *head, first, second = QUOTE.splitlines()
    turned = "\n".join([*head, second, first])
    assert edited_fields(parse_quote(QUOTE), parse_quote(turned)) == ("order of the tasks",)
