"""JSON Schemas (draft-07) of every document quotekit reads and every shape it puts out."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from quotekit.changes import ChangeRequest
from quotekit.errors import Fault, UnknownNameError
from quotekit.quotes import Agreement, QuestionSet, Quote
from quotekit.rendering.advice_schemas import ADVICE_OUTPUTS
from quotekit.rendering.order_schema import CHANGE_ORDER
from quotekit.rendering.output_schemas import OUTPUTS
from quotekit.rendering.record_schemas import RECORD_OUTPUTS
from quotekit.values import PROSE, TITLE, shown

DRAFT = "http://json-schema.org/draft-07/schema#"
_REFERENCE = "#/definitions/{model}"

_PATTERNS: dict[object, dict[str, str]] = {PROSE: {}, TITLE: {"pattern": r"\S"}}
"""What a schema says of text: ECMA 262 cannot write all that is refused when a file is read."""

NOT_IN_STUDIO = frozenset(
    {"number", "title", "date", "valid_until", "client", "tasks", "selected", "studio"}
)


def schema_names() -> tuple[str, ...]:
    """Return the names `schema` knows."""
    return (*_DOCUMENTS, *_OUTPUTS)


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a document or output, such as `quote` or `priced_quote/1`.

    Raises `UnknownNameError` for any other name.
    """
    short = name.removesuffix("/1")
    if short in _DOCUMENTS:
        found = _DOCUMENTS[short]()
    elif short in _OUTPUTS:
        found = _OUTPUTS[short]
    else:
        near = get_close_matches(name, schema_names(), n=1)
        known = f"known: {', '.join(schema_names())}"
        raise UnknownNameError(
            Fault(
                "unknown_schema",
                f"there is no schema {shown(name)}",
                f"did you mean {near[0]}? ({known})" if near else known,
                value=name,
            )
        )
    return {"$schema": DRAFT, **found, "title": f"quotekit {short}/1"}


def _of_model(model: type[BaseModel]) -> dict[str, Any]:
    found: dict[str, Any] = _portable(model.model_json_schema(ref_template=_REFERENCE))
    found["definitions"] = found.pop("$defs", {})
    found["properties"]["quotekit"] = {"const": found["properties"]["quotekit"]["default"]}
    found["required"] = ["quotekit", *found.get("required", [])]
    return found


def _portable(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(part, list):
        return [_portable(one) for one in part]
    if not isinstance(part, dict):
        return part
    found = {key: _portable(one) for key, one in part.items()}
    pattern = found.get("pattern")
    if isinstance(pattern, str) and pattern in _PATTERNS:
        del found["pattern"]
        found.update(_PATTERNS[pattern])
    for keys, inside in found.pop("patternProperties", {}).items():
        # Said so, a key that breaks the pattern is refused, and not merely left unjudged.
        found["propertyNames"] = _PATTERNS.get(keys, {"pattern": keys})
        found["additionalProperties"] = inside
    return found


def _quote() -> dict[str, Any]:
    found = _of_model(Quote)
    found["description"] = "Who offers what to whom, at which price and under which terms."
    found["properties"]["studio"] = {
        "type": "string",
        "description": "Path of the studio file, from the folder of this file.",
    }
    # The studio file may state the currency for all quotes.
    found["required"].remove("currency")
    found["anyOf"] = [{"required": ["currency"]}, {"required": ["studio"]}]
    return found


def _studio() -> dict[str, Any]:
    found = _of_model(Quote)
    keys = found["properties"]
    found["properties"] = {name: key for name, key in keys.items() if name not in NOT_IN_STUDIO}
    found["properties"]["quotekit"] = {"const": "studio/1"}
    found["required"] = ["quotekit"]
    found["description"] = "What every quote of a studio has in common."
    return found


def _agreement() -> dict[str, Any]:
    found = _of_model(Agreement)
    found["description"] = "The standard terms of a freelancer, the same for every client."
    return found


def _change() -> dict[str, Any]:
    found = _of_model(ChangeRequest)
    found["description"] = "What is to change in an agreed quote, who asked for it, and why."
    # Every kind of action requires its verb and knows no other, so any one that fits is the one;
    # an editor makes better suggestions where it need not show that all others fail.
    actions = found["properties"]["actions"]
    actions["items"] = {"anyOf": actions["items"]["oneOf"]}
    return found


def _questions() -> dict[str, Any]:
    found = _of_model(QuestionSet)
    found["description"] = "What to ask before naming the price of one kind of work."
    return found


_DOCUMENTS = {
    "quote": _quote,
    "studio": _studio,
    "agreement": _agreement,
    "change": _change,
    "questions": _questions,
}
_OUTPUTS = {**OUTPUTS, "change_order": CHANGE_ORDER, **RECORD_OUTPUTS, **ADVICE_OUTPUTS}
