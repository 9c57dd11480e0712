"""The first key of a document, `quotekit:`, which says what the document is."""

import re

from quotekit.errors import Fault, InvalidInputError
from quotekit.files.guarded_yaml import Document
from quotekit.files.positions import placed
from quotekit.values import shown

_KINDS = {
    "quote": "a quote",
    "studio": "a studio file",
    "agreement": "an agreement",
    "change": "a change request",
    "questions": "a set of questions",
}
_VERSIONED = re.compile(r"([a-z]+)/[0-9]+", re.ASCII)


def kind_faults(document: Document, kind: str) -> list[Fault]:
    """Find that a document does not say its kind, such as `quote/1`.

    Raises `InvalidInputError` where it says another kind or version: nothing else in it can be
    judged then.
    """
    stated = document.data.get("quotekit")
    if stated == kind:
        return []
    name = kind.partition("/")[0]
    remedy = f"write quotekit: {kind}"
    if stated is None:
        # The place of what is missing is the first line, where it belongs.
        missing = Fault("missing_key", "quotekit is missing", f"begin with quotekit: {kind}")
        return placed([missing.at("quotekit")], document)
    match = _VERSIONED.fullmatch(stated) if isinstance(stated, str) else None
    if match is not None and match[1] == name:
        fact = f"{shown(stated)} is a version of the format that is not known here"
        fault = Fault("unknown_version", fact, f"{remedy}, or use a newer quotekit")
    elif match is not None and match[1] in _KINDS:
        fact = f"this is {_KINDS[match[1]]}, where {_KINDS[name]} is expected"
        fault = Fault("wrong_kind", fact, f"name a file that begins with quotekit: {kind}")
    else:
        said = shown(stated) if isinstance(stated, str) else "a list or map"
        fault = Fault("wrong_kind", f"{said} is no kind of document", remedy)
    found = placed([fault.at("quotekit")], document)
    raise InvalidInputError(*document.faults, *found)
