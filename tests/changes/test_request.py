"""A change request says what is wanted, and each of its actions is of one kind."""

from typing import Any

import pytest
from pydantic import ValidationError

from quotekit.changes import VERBS, Action, ChangeRequest, Remove, Revise
from quotekit.quotes import faults_of
from tests.changes.contracts import BLOG, request

ACTIONS: list[dict[str, Any]] = [
    {"add": {**BLOG, "quantity": "10"}, "before": "fonts"},
    {"revise": "screens", "set": {"quantity": "30", "title": None}, "because": "two more"},
    {"apply": "screens.screen", "quantity": "2"},
    {"remove": "fonts"},
    {"select": "shop"},
    {"deselect": "shop"},
    {"add_rate": {"id": "senior", "price": "120"}},
    {"revise_rate": "design", "set": {"price": "90"}},
    {"remove_rate": "design"},
    {"revise_quote": {"title": None}},
    {"order": ["fonts", "screens"]},
]
_KNOWN = f"write one of {', '.join(VERBS)}"


def said(**keys: Any) -> list[str]:
    """Return what is said to a request that cannot be read."""
    with pytest.raises(ValidationError) as refusal:
        ChangeRequest.model_validate({"id": "change", "actions": [], **keys})
    return [str(fault) for fault in faults_of(refusal.value, ChangeRequest)]


@pytest.mark.parametrize("item", ACTIONS, ids=list(VERBS))
def test_one_key_tells_the_kind_of_action(item: dict[str, Any]) -> None:
    """It is read as that kind, and written as it was read."""
    action = request(item).actions[0]
    assert action.verb in item
    stated = action.model_dump(mode="json", exclude_defaults=True)
    assert {key: stated[key] for key in item} == item


def test_every_verb_is_known() -> None:
    """There is a kind of action for each."""
    assert [action.verb for action in request(*ACTIONS).actions] == list(VERBS)


def test_action_that_a_program_built_is_taken_as_it_is() -> None:
    """It need not be written as a file would write it."""
    action = Remove(remove="fonts")
    assert request(action).actions[0] is action


@pytest.mark.parametrize(
    ("item", "code", "message"),
    [
        ({}, "no_action", f"actions[0]: there is no action here; {_KNOWN}"),
        (
            {"revised": "screens"},
            "no_action",
            f"actions[0]: there is no action here; did you mean revise? ({_KNOWN})",
        ),
        (["remove"], "no_action", f"actions[0]: a list is no action; {_KNOWN}"),
        ("remove", "no_action", f'actions[0]: "remove" is no action; {_KNOWN}'),
        (
            {"remove": "fonts", "revise": "screens", "set": {}},
            "two_actions",
            "actions[0]: revise and remove are two actions; "
            f"give each a dash of its own ({_KNOWN})",
        ),
    ],
)
def test_item_that_is_not_one_action_is_refused(item: Any, code: str, message: str) -> None:
    """It says which actions there are."""
    assert said(actions=[item]) == [message]
    with pytest.raises(ValidationError) as refusal:
        ChangeRequest.model_validate({"id": "change", "actions": [item]})
    assert [fault.code for fault in faults_of(refusal.value, ChangeRequest)] == [code]


def test_all_faults_are_said_at_once_each_at_its_action() -> None:
    """The kind of action is no part of the path."""
    actions = [
        {"revise": "screens", "set": {"quantity": "12,50", "colour": "red"}},
        {"remove": "../fonts"},
        {"add": {"id": "blog", "prise": 1}},
    ]
    assert [line.partition(";")[0] for line in said(actions=actions, kind="wish")] == [
        'kind: "wish" is not among the choices',
        'actions[0].set.quantity: "12,50" is not a number',
        'actions[0].set.colour: "colour" is not a known key',
        'actions[1].remove: "../fonts" is no id',
        'actions[2].add.prise: "prise" is not a known key',
    ]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"id": "add blog"}, 'id: "add blog" is no id'),
        ({"quotekit": "change/2"}, 'quotekit: "change/2" is not among the choices'),
        ({"reason": "weather"}, 'reason: "weather" is not among the choices'),
        ({"value": "nice"}, 'value: "nice" is not among the choices'),
        ({"wanted_by": "2026-13-45"}, 'wanted_by: "2026-13-45" is not a'),
        ({"contradicts": "first"}, 'contradicts: "first" is not a whole number'),
        ({"concession": {"amount": -1}}, 'concession.amount: "-1" is below zero'),
        ({"concession": {"reason": "so"}}, "concession.amount: amount is missing"),
        ({"actions": None}, "actions: nothing is not a list"),
    ],
)
def test_key_of_a_request_keeps_its_rule(keys: dict[str, Any], message: str) -> None:
    """Each key says what it wants."""
    assert [line[: len(message)] for line in said(**keys)] == [message]


def test_request_that_says_little_is_the_clients_and_changes_the_scope() -> None:
    """Only its id and its actions must be there."""
    found = ChangeRequest.model_validate({"id": "change", "actions": ACTIONS[:1]})
    assert (found.kind, found.reason, found.quote, found.requested_on) == (
        "scope",
        "client",
        None,
        None,
    )


def test_request_reads_back_as_it_was_written() -> None:
    """Nothing that was stated is lost, and no null is taken for a key left out."""
    found = request(*ACTIONS, title="More", wanted_by="2026-04-10", concession={"amount": 50})
    again = ChangeRequest.model_validate(found.model_dump(mode="json"))
    assert again == found
    revision = again.actions[1]
    assert isinstance(revision, Revise)
    assert revision.set.stated == {"quantity": 30, "title": None}


def test_every_kind_of_action_may_say_why() -> None:
    """`because` is printed on the change order."""
    actions = [{**item, "because": "we want it"} for item in ACTIONS]
    found: tuple[Action, ...] = request(*actions).actions
    assert {action.because for action in found} == {"we want it"}
