"""The JSON Schema of a change order as it is put out: `change_order/1`."""

from quotekit.changes import VERBS
from quotekit.rendering.output_schemas import (
    AMOUNT,
    COUNT,
    DAY,
    TEXT,
    TRUTH,
    Schema,
    array,
    maybe,
    shape,
)

_DIGEST: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_DAYS: Schema = {"type": "integer"}
_SIDE = shape(quantity=maybe(AMOUNT), price=maybe(AMOUNT), total=AMOUNT)
_AS_WRITTEN: Schema = {}
"""A value of any shape: what a key of the quote file holds."""

_CHANGES = (
    "added", "removed", "revised", "ended", "discount", "surcharge", "fee", "concession",
    "rounding",
)  # fmt: skip


def _steps(figure: Schema) -> Schema:
    return shape(original=figure, earlier=figure, before=figure, change=figure, after=figure)


_LINE = shape(
    id=TEXT,
    title=maybe(TEXT),
    change={"enum": list(_CHANGES)},
    before=maybe(_SIDE),
    after=maybe(_SIDE),
    difference=AMOUNT,
    percent=maybe(AMOUNT),
    base=maybe(AMOUNT),
    fields=array(shape(field=TEXT, before=_AS_WRITTEN, after=_AS_WRITTEN)),
    because=maybe(TEXT),
    announced=maybe(TEXT),
    term=maybe(TEXT),
)

CHANGE_ORDER = shape(
    quotekit={"const": "change_order/1"},
    number=maybe(TEXT),
    quote=TEXT,
    title=maybe(TEXT),
    issued=maybe(DAY),
    valid_until=maybe(DAY),
    base=_DIGEST,
    revised=_DIGEST,
    actions=array({"type": "object", "anyOf": [{"required": [verb]} for verb in VERBS]}),
    lines=array(_LINE),
    allowance=maybe(shape(used=COUNT, left=COUNT)),
    taxes=array(shape(name=TEXT, before=AMOUNT, after=AMOUNT, difference=AMOUNT)),
    sum=shape(net=_steps(AMOUNT), total=_steps(AMOUNT), payable=_steps(AMOUNT)),
    rounding_rows=array(shape(between=TEXT, before=AMOUNT, after=AMOUNT, difference=AMOUNT)),
    time=shape(working_days=_steps(_DAYS), finish=shape(before=maybe(DAY), after=maybe(DAY))),
    instalments=array(
        shape(
            id=TEXT,
            title=maybe(TEXT),
            before=maybe(AMOUNT),
            after=maybe(AMOUNT),
            fixed=TRUTH,
        )
    ),
)
"""One change order, or the bare difference of two quotes."""
