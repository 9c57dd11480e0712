"""Change requests: read whole, refused with every fault, and written so that they read alike."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quotekit.changes import (
    VERBS,
    Add,
    ChangeRequest,
    Contract,
    Order,
    Revise,
    ReviseQuote,
    difference,
    issue,
)
from quotekit.errors import Fault, InvalidInputError, NotAllowedError
from quotekit.files import (
    dump,
    holiday_dates,
    load_request,
    parse_quote,
    parse_request,
    placed_in_request,
)
from quotekit.quotes import Quote
from tests.properties.strategies import documents, edits

HEAD = "quotekit: change/1\nid: more\n"
WHOLE = """\
quotekit: change/1
id: more
quote: Q-1
title: 'No: more'
requested_by: Jonas
requested_on: 2026-03-20
source: |-
  Mail of 20 March,
  "one more idea"
kind: revision
reason: third_party
wanted_by: 2026-04-10
concession:
  amount: 50
  reason: A favour
contradicts: 12
value: constructive
actions:
- add:
    id: blog
    title: '12'
    price: 100
  before: texts
- revise: screens
  set:
    title: 'null'
    quantity: 30
    phase: null
    deliverables: []
    private: null
  because: two more screens
- apply: screens.screen
  quantity: 2
- remove: fonts
- select: shop
- deselect: care
- add_rate:
    id: senior
    price: 120.5
    unit: hour
- revise_rate: senior
  set:
    tiers: []
- remove_rate: junior
- revise_quote:
    valid_until: 2026-05-01
    schedule:
      start: 2026-04-07
      holidays: 2026-12-24
    notes: null
    exceptions:
    - term: changes.handling_fee
      value: 0
- order:
  - blog
  - screens
"""
QUOTE = """\
quotekit: quote/1
number: Q-1
currency: EUR
tasks: [{id: a, price: 10}, {id: b, price: 5, after: [a]}]
payments: [{id: all, balance: true}]
"""


def refusal(text: str) -> list[str]:
    """Return what is said of a request."""
    with pytest.raises(InvalidInputError) as refused:
        parse_request(text)
    return str(refused.value).split("\n")


def test_every_key_is_read_and_written_as_it_was() -> None:
    """A request with every key and every action is dumped as it stands."""
    request = parse_request(WHOLE)
    assert request.concession is not None
    assert request.concession.amount == Decimal(50)
    assert [action.verb for action in request.actions] == [
        "add", "revise", "apply", "remove", "select", "deselect", "add_rate", "revise_rate",
        "remove_rate", "revise_quote", "order",
    ]  # fmt: skip
    assert dump(request) == WHOLE


def test_load_reads_what_parse_reads(tmp_path: Path) -> None:
    """A file is read as its text is."""
    path = tmp_path / "more.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    assert load_request(path) == load_request(str(path)) == parse_request(WHOLE)


@pytest.mark.parametrize("nothing", ["null", "~", ""])
def test_null_clears_in_a_revision(nothing: str) -> None:
    """In `set` and `revise_quote` a key without a value is there; its value is nothing."""
    request = parse_request(
        f"{HEAD}actions:\n  - revise: a\n    set:\n      phase: {nothing}\n"
        f"  - revise_quote: {{notes: {nothing}}}\n"
    )
    revise, revise_quote = request.actions
    assert isinstance(revise, Revise)
    assert isinstance(revise_quote, ReviseQuote)
    assert revise.set.stated == {"phase": None}
    assert revise_quote.revise_quote.stated == {"notes": None}
    assert parse_request(dump(request)) == request


def test_null_elsewhere_is_not_stated() -> None:
    """Anywhere else a key without a value is left out, also further inside a revision."""
    request = parse_request(
        f"{HEAD}title: null\nquote:\nactions:\n"
        "  - add: {id: b, price: 5, phase: null}\n    before: ~\n    because:\n"
        "  - revise_quote: {schedule: {start: null, hours_per_day: 6}}\n"
    )
    add, revise_quote = request.actions
    assert isinstance(add, Add)
    assert isinstance(revise_quote, ReviseQuote)
    assert "title" not in request.model_fields_set
    assert add.model_fields_set == {"add"}
    assert "phase" not in add.add.model_fields_set
    schedule = revise_quote.revise_quote.stated["schedule"]
    assert schedule.model_fields_set == {"hours_per_day"}


def test_text_in_quotes_is_no_null() -> None:
    """A title may be the word null."""
    request = parse_request(f"{HEAD}actions: [{{revise: a, set: {{title: 'null', code: '~'}}}}]\n")
    (revise,) = request.actions
    assert isinstance(revise, Revise)
    assert revise.set.stated == {"title": "null", "code": "~"}


def test_holidays_are_looked_up() -> None:
    """A schedule that a request sets knows its days off, as that of a quote does."""
    request = parse_request(
        f"{HEAD}actions: [{{revise_quote: {{schedule: {{start: 2026-04-07, holidays: DE-BE}}}}}}]\n"
    )
    (action,) = request.actions
    assert isinstance(action, ReviseQuote)
    holidays = action.revise_quote.stated["schedule"].holidays
    assert holidays.resolved == holiday_dates("DE-BE", 2026)
    assert date(2026, 5, 1) in holidays.resolved


def test_all_faults_come_at_once_in_their_order() -> None:
    """Keys, values, actions: each is a line with its place."""
    assert refusal(
        "quotekit: change/1\nid: ../x\nkind: whim\nactions:\n"
        "  - {revise: a, set: {quantitty: 3, price: 12,50}}\n"
        "  - {add: {id: b, price: 5}, remove: a}\n"
        "  - revise: a\n"
    ) == [
        '2:5: id: "../x" is no id; use letters, digits, . _ - only, at most 64, beginning with a '
        "letter or digit",
        '3:7: kind: "whim" is not among the choices; write scope, revision, clarification or '
        "defect",
        '5:23: actions[0].set.quantitty: "quantitty" is not a known key; did you mean quantity?',
        "5:47: actions[0].set.price: a comma ends a value inside { }; put the text in quotes, or "
        "write 12.50 if it is a number",
        "6:5: actions[1]: add and remove are two actions; give each a dash of its own "
        f"(write one of {', '.join(VERBS)})",
        "7:5: actions[2].set: set is missing; write set",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("quotekit: quote/1\n", "1:11: quotekit: this is a quote, where a change request is"),
        ("quotekit: change/2\n", '1:11: quotekit: "change/2" is a version of the format that is'),
        ("id: a\nactions: []\n", "1:1: quotekit: quotekit is missing; begin with quotekit: change"),
    ],
)
def test_other_documents_are_refused(text: str, said: str) -> None:
    """The first key tells a request from everything else."""
    (line,) = refusal(text)
    assert line.startswith(said)


def test_source_is_the_name_of_a_text() -> None:
    """A text may be called something in errors."""
    with pytest.raises(InvalidInputError, match=r"^mail:3:10: actions: "):
        parse_request(f"{HEAD}actions: none\n", source="mail")


def faults_of_issue(text: str, quote: str = QUOTE, **stated: Any) -> InvalidInputError:
    """Return what `issue` raises for a request, placed in its text."""
    contract = Contract(parse_quote(quote))
    request = parse_request(text)
    with pytest.raises(InvalidInputError) as refused:
        issue(contract, request, on=date(2026, 3, 2), **stated)
    return placed_in_request(refused.value, "r.yaml", text)


def test_faults_of_issue_are_placed() -> None:
    """What does not fit the quote is said with file, line and column, in the order of the file."""
    error = faults_of_issue(
        f"{HEAD}quote: Q-2\nactions:\n  - remove: c\n"
        "  - {revise: b, set: {rate: nix, price: null, quantity: 1}}\n  - remove: a\n"
    )
    places = [(fault.file, fault.line, fault.column, fault.path) for fault in error.faults]
    assert places[:2] == [("r.yaml", 3, 8, "quote"), ("r.yaml", 5, 13, "actions[0].remove")]
    assert [place[3].partition("]")[0] for place in places[2:]] == ["actions[1", "actions[2"]
    assert all(file == "r.yaml" and line for file, line, _, _ in places)
    assert type(error) is InvalidInputError


def test_faults_beside_the_request_are_not_placed() -> None:
    """A wrong progress stands in no file."""
    error = faults_of_issue(f"{HEAD}actions: [{{remove: b}}]\n", progress={"x": 5})
    assert [(fault.file, fault.path) for fault in error.faults] == [(None, "progress.x")]


def test_placed_error_is_of_the_same_kind(tmp_path: Path) -> None:
    """What names no part of the request gets the name of its file; what has a place keeps it."""
    path = tmp_path / "r.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    faults = (
        Fault("a", "no", "", file="other.yaml", line=4),
        Fault("b", "not now", "wait"),
        Fault("c", "payments do not work out", "").at("payments", 0),
        Fault("d", "gone", "").at("actions", 3, "remove"),
    )
    error = placed_in_request(NotAllowedError(*faults), path)
    assert type(error) is NotAllowedError
    assert [str(fault) for fault in error.faults] == [
        f"{path}: not now; wait",
        f"{path}: payments[0]: payments do not work out",
        "other.yaml:4: no",
        f"{path}:34:11: actions[3].remove: gone",
    ]


@given(st.data())
def test_dumped_request_loads_to_an_equal_one(data: st.DataObject) -> None:
    """Law 7: load(dump(x)) == x, for whatever turns one quote into another."""
    document = data.draw(documents())
    old = Quote.model_validate(document)
    new = Quote.model_validate(data.draw(edits(document)))
    request = ChangeRequest.model_validate({"id": "x", "actions": difference(old, new)})
    assert parse_request(dump(request)) == request


def test_other_readers_find_the_same_data() -> None:
    """A reader of YAML 1.1 finds null, numbers and text where they are meant."""
    read = yaml.safe_load(dump(parse_request(WHOLE)))
    revise = read["actions"][1]["set"]
    assert revise == {
        "title": "null", "quantity": 30, "phase": None, "deliverables": [], "private": None,
    }  # fmt: skip
    assert read["actions"][0]["add"]["title"] == "12"


def test_order_of_nothing_is_read() -> None:
    """An order names tasks, or none."""
    (action,) = parse_request(f"{HEAD}actions: [{{order: []}}]\n").actions
    assert action == Order(order=())
