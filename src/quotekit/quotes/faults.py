"""pydantic's errors in our words: place, fact, remedy."""

from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from quotekit.errors import Fault, first_faults, written_path
from quotekit.quotes.nearest import MOST_COMPARED, nearest
from quotekit.values import SLUG, shown

_KINDS = {
    "string_type": ("not_text", "{value} is not text", "write text"),
    "string_unicode": ("forbidden_character", "{value} holds half a character", "take it out"),
    "tuple_type": ("not_a_list", "{value} is not a list", "put it in [ ], or behind dashes"),
    "frozen_set_type": ("not_a_list", "{value} is not a list", "put it in [ ], or behind dashes"),
    "dict_type": ("not_a_map", "{value} is not a map", "write keys and values"),
    "model_type": ("not_a_map", "{value} is not a map", "write keys and values"),
    "model_attributes_type": ("not_a_map", "{value} is not a map", "write keys and values"),
}

MOST_LISTED = 60
"""How many known names a fault lists."""

_WRAPPING = frozenset({Union, UnionType, Annotated})
"""What stands around the type that is meant."""


def faults_of(
    error: ValidationError, root: object, beside: Sequence[str] = ()
) -> tuple[Fault, ...]:
    """Say every error of one validation as a fault, in the order of the document's models.

    `root` is the model, or the annotation, that was validated; `beside` are the keys that its
    file may hold as well.
    """
    details = error.errors(include_url=False)
    return first_faults(_fault(one, root, beside) for one in details)


def unknown_name(
    what: str, name: str, known: Iterable[str], *keys: str | int, code: str = "unknown_name"
) -> Fault:
    """Say that a reference names nothing, list what is known and suggest the nearest."""
    names = list(known)
    near = nearest(name, names)
    listed = f"known: {', '.join(sorted(names[:MOST_COMPARED])[:MOST_LISTED])}"
    if len(names) > MOST_LISTED:
        listed += " …"
    remedy = (
        f"did you mean {near}? ({listed})" if near else listed if names else f"add {what} {name}"
    )
    return Fault(
        code, f"there is no {what} {shown(name)}", remedy, written_path(keys), name, keys=keys
    )


def _fault(details: ErrorDetails, root: object, beside: Sequence[str]) -> Fault:
    keys, _, on_key = _followed(root, details["loc"])
    kind = details["type"]
    value = details["input"]
    context = details.get("ctx", {})
    path = written_path(keys)
    written = value if isinstance(value, str) else None
    if kind == "quotekit":
        return Fault(
            context["code"], context["fact"], context["remedy"], path, written,
            keys=keys, on_key=on_key,
        )  # fmt: skip
    if kind == "missing":
        return Fault("missing_key", f"{keys[-1]} is missing", f"write {keys[-1]}", path, keys=keys)
    if kind == "extra_forbidden":
        expected = _followed(root, details["loc"][:-1])[1]
        return _unknown_key(expected, keys, path, () if len(keys) > 1 else beside)
    if kind == "string_pattern_mismatch":
        fact, remedy, code = _bad_text(str(value), str(context["pattern"]))
        return Fault(code, fact, remedy, path, written, keys=keys, on_key=on_key)
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "")
        return Fault(
            "not_a_choice", f"{shown(value)} is not among the choices", f"write {choices}", path,
            written, keys=keys,
        )  # fmt: skip
    code, fact, remedy = _KINDS.get(
        kind, ("invalid", details["msg"], "see the quote file reference")
    )
    said = "nothing" if value is None else _described(value)
    return Fault(code, fact.format(value=said), remedy, path, written, keys=keys, on_key=on_key)


def _described(value: object) -> str:
    if isinstance(value, Mapping):
        return "a map"
    return "a list" if isinstance(value, list | tuple) else shown(value)


def _bad_text(value: str, pattern: str) -> tuple[str, str, str]:
    if pattern == SLUG:
        return (
            f"{shown(value)} is no id",
            "use letters, digits, . _ - only, at most 64, beginning with a letter or digit",
            "not_a_slug",
        )
    if not value.strip():
        return "there is no text here", "write some", "empty"
    return (
        f"{shown(value)} holds a character that cannot be printed",
        "take it out",
        "forbidden_character",
    )


def _unknown_key(
    expected: object, keys: tuple[str | int, ...], path: str, beside: Sequence[str]
) -> Fault:
    key = str(keys[-1])
    model = _as_model(expected)
    known = [*(_keys_of(model) if model is not None else ()), *beside]
    near = nearest(key, known)
    remedy = f"did you mean {near}?" if near else f"known here: {', '.join(known)}"
    return Fault(
        "unknown_key", f"{shown(key)} is not a known key", remedy, path, key, keys=keys, on_key=True
    )


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _followed(
    root: object, place: tuple[str | int, ...]
) -> tuple[tuple[str | int, ...], object, bool]:
    """Follow a place of pydantic's through the models.

    Returns the keys as they are written, what is expected there, and whether the last key itself
    is meant. pydantic's place also holds `[key]` behind such a key, and the tag of the model
    that was chosen among several; neither was written by anybody.
    """
    here = root
    keys: list[str | int] = []
    in_map = False
    for step in place:
        if in_map and step == "[key]":
            return tuple(keys), None, True
        tagged = _tagged(here, step)
        if tagged is None:
            keys.append(step)
            here, in_map = _below(here, step)
        else:
            here = tagged
    return tuple(keys), here, False


def _below(annotation: Any, key: str | int) -> tuple[object, bool]:  # noqa: ANN401 - any annotation
    """Return what is expected behind a key or position, and whether keys are free there."""
    model = _as_model(annotation)
    if model is not None:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        return (fields[str(key)].annotation if key in fields else None), False
    while get_origin(annotation) in _WRAPPING:
        annotation = get_args(annotation)[0]
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return arguments[1], True
    return (arguments[0] if arguments else None), False


def _tagged(annotation: Any, tag: str | int) -> object:  # noqa: ANN401 - any annotation
    """Return the one of several models that bears a tag, None where no tags are expected."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated and Tag(str(tag)) in arguments:
        return arguments[0]
    if get_origin(annotation) not in _WRAPPING:
        return None
    return next((found for part in arguments if (found := _tagged(part, tag)) is not None), None)


def _as_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in _WRAPPING:
        return next((model for part in get_args(annotation) if (model := _as_model(part))), None)
    return None
