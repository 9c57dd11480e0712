"""pydantic's errors in our words: place, fact, remedy."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quotekit.errors import Fault, written_path
from quotekit.values import PROSE, SLUG, TITLE, shown

_KINDS = {
    "string_type": ("not_text", "{value} is not text", "write text"),
    "string_unicode": ("forbidden_character", "{value} holds half a character", "take it out"),
    "tuple_type": ("not_a_list", "{value} is not a list", "put it in [ ], or behind dashes"),
    "frozen_set_type": ("not_a_list", "{value} is not a list", "put it in [ ], or behind dashes"),
    "dict_type": ("not_a_map", "{value} is not a map", "write keys and values"),
    "model_type": ("not_a_map", "{value} is not a map", "write keys and values"),
    "model_attributes_type": ("not_a_map", "{value} is not a map", "write keys and values"),
}


def faults_of(error: ValidationError, root: type[BaseModel]) -> tuple[Fault, ...]:
    """Say every error of one validation as a fault, in the order of the document's models."""
    return tuple(_fault(details, root) for details in error.errors(include_url=False))


def unknown_name(
    what: str, name: str, known: Iterable[str], *keys: str | int, code: str = "unknown_name"
) -> Fault:
    """Say that a reference names nothing, list what is known and suggest the nearest."""
    names = sorted(known)
    listed = f"known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}"  # noqa: PLR2004
    near = get_close_matches(name, names, n=1)
    remedy = (
        f"did you mean {near[0]}? ({listed})" if near else listed if names else f"add {what} {name}"
    )
    return Fault(
        code, f"there is no {what} {shown(name)}", remedy, written_path(keys), name, keys=keys
    )


def _fault(details: ErrorDetails, root: type[BaseModel]) -> Fault:
    keys = tuple(key for key in details["loc"] if key != "[key]")
    on_key = len(keys) != len(details["loc"])
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
        return _unknown_key(root, keys, path)
    if kind == "string_pattern_mismatch":
        fact, remedy, code = _bad_text(str(value), str(context["pattern"]))
        return Fault(code, fact, remedy, path, written, keys=keys, on_key=on_key)
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "")
        return Fault(
            "not_a_choice", f"{shown(value)} is not among the choices", f"write {expected}", path,
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
    if pattern not in {PROSE, TITLE}:
        return f"{shown(value)} is not written as it should be", "write EUR, or de_DE", "bad_code"
    if not value.strip():
        return "there is no text here", "write some", "empty"
    return (
        f"{shown(value)} holds a character that cannot be printed",
        "take it out",
        "forbidden_character",
    )


def _unknown_key(root: type[BaseModel], keys: tuple[str | int, ...], path: str) -> Fault:
    key = str(keys[-1])
    model = _model_at(root, keys[:-1])
    known = _keys_of(model) if model is not None else []
    near = get_close_matches(key, known, n=1, cutoff=0.7)
    remedy = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}"
    return Fault(
        "unknown_key", f"{shown(key)} is not a known key", remedy, path, key, keys=keys, on_key=True
    )


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(root: type[BaseModel], keys: tuple[str | int, ...]) -> type[BaseModel] | None:
    here: Any = root
    for key in keys:
        model = _as_model(here)
        if model is not None:
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            if key not in fields:
                return None
            here = fields[str(key)].annotation
        else:
            here = _inside(here)
    return _as_model(here)


def _as_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, UnionType, Annotated}:
        return next((model for part in get_args(annotation) if (model := _as_model(part))), None)
    return None


def _inside(annotation: Any) -> Any:  # noqa: ANN401 - any annotation
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin in {Union, UnionType, Annotated}:
        return _inside(arguments[0])
    if origin is dict:
        return arguments[1]
    return arguments[0] if arguments else None
