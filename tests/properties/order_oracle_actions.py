"""The oracle's reading of actions: the plain data of a quote after each of them."""

from collections.abc import Callable
from copy import deepcopy
from fractions import Fraction
from typing import Any

from tests.properties.oracle_money import number, plain

Document = dict[str, Any]

_ANNOUNCED = ("title", "price", "expense", "markup", "unit", "per", "rate")
_OF_THE_TASK = ("phase", "tax", "option")


def carried_out(document: Document, actions: list[Document]) -> Document:
    """Give a quote as it stands after actions, none of which is held against any policy."""
    changed = deepcopy(document)
    for action in actions:
        verb = next(verb for verb in _VERBS if verb in action)
        _VERBS[verb](changed, deepcopy(action))
    return changed


def task_of(document: Document, name: str) -> Document:
    """Give a task of a quote by its id."""
    return next(task for task in document["tasks"] if task["id"] == name)


def _place(document: Document, name: str) -> int:
    return next(at for at, task in enumerate(document["tasks"]) if task["id"] == name)


def _set(part: Document, fields: Document) -> None:
    for key, value in fields.items():
        if value is None:
            part.pop(key, None)
        else:
            part[key] = value


def _add(document: Document, action: Document) -> None:
    at = len(document["tasks"])
    if action.get("before") is not None:
        at = _place(document, action["before"])
    document["tasks"].insert(at, action["add"])


def _revise(document: Document, action: Document) -> None:
    _set(task_of(document, action["revise"]), action["set"])


def announced(document: Document, name: str) -> tuple[Document, Document]:
    """Give the task and its announced change that `task.change` names."""
    return next(
        (task, change)
        for task in document["tasks"]
        for change in task.get("if_changed", ())
        if f"{task['id']}.{change['id']}" == name
    )


def _apply(document: Document, action: Document) -> None:
    task, change = announced(document, action["apply"])
    times = number(action.get("quantity", 1))
    known = [other for other in document["tasks"] if other["id"] == action["apply"]]
    if known:
        target = known[0]
    else:
        target = {key: change[key] for key in _ANNOUNCED if key in change}
        target |= {key: task[key] for key in _OF_THE_TASK if key in task}
        target["id"] = action["apply"]
        document["tasks"].insert(_place(document, task["id"]) + 1, target)
    if "estimate" in change:
        there = target.get("estimate", {})
        target["estimate"] = {
            key: _more(there.get(key, 0), value, times) for key, value in change["estimate"].items()
        }
    else:
        standing = target.get("quantity", 1) if known else 0
        target["quantity"] = _more(standing, change.get("quantity", 1), times)
    if "days" in change:
        target["days"] = _more(target.get("days", 0), change["days"], times)


def _more(standing: Any, one: Any, times: Fraction) -> str:
    return plain(number(standing) + number(one) * times)


def _remove(document: Document, action: Document) -> None:
    del document["tasks"][_place(document, action["remove"])]


def _selected(document: Document, names: set[str]) -> None:
    document.pop("selected", None)
    if names:
        document["selected"] = sorted(names)


def rivals(document: Document, option: str) -> set[str]:
    """List the other options of the groups that an option stands in."""
    groups = [set(group) for group in document.get("alternatives", {}).values() if option in group]
    return set().union(*groups) - {option}


def _select(document: Document, action: Document) -> None:
    held = set(document.get("selected", ())) - rivals(document, action["select"])
    _selected(document, held | {action["select"]})


def _deselect(document: Document, action: Document) -> None:
    _selected(document, set(document.get("selected", ())) - {action["deselect"]})


def _add_rate(document: Document, action: Document) -> None:
    rate = action["add_rate"]
    document.setdefault("rates", {})[rate.pop("id")] = rate


def _revise_rate(document: Document, action: Document) -> None:
    _set(document["rates"][action["revise_rate"]], action["set"])


def _remove_rate(document: Document, action: Document) -> None:
    del document["rates"][action["remove_rate"]]


def _revise_quote(document: Document, action: Document) -> None:
    _set(document, action["revise_quote"])


def _order(document: Document, action: Document) -> None:
    names = action["order"]
    following = iter([task_of(document, name) for name in names])
    document["tasks"] = [
        next(following) if task["id"] in names else task for task in document["tasks"]
    ]


_VERBS: dict[str, Callable[[Document, Document], None]] = {
    "add": _add,
    "revise": _revise,
    "apply": _apply,
    "remove": _remove,
    "select": _select,
    "deselect": _deselect,
    "add_rate": _add_rate,
    "revise_rate": _revise_rate,
    "remove_rate": _remove_rate,
    "revise_quote": _revise_quote,
    "order": _order,
}
