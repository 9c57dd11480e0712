"""JSON Schemas of what quotekit puts out: `priced_quote/1`, `faults/1`, `repriced/1`."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
AMOUNT: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
DAY: Schema = {"type": "string", "format": "date"}
TRUTH: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
DIGEST: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}


def maybe(schema: Schema) -> Schema:
    """Allow null beside a schema."""
    return {"anyOf": [schema, {"type": "null"}]}


def array(items: Schema) -> Schema:
    """Describe a list of such items."""
    return {"type": "array", "items": items}


def shape(*, required: bool = True, **keys: Schema) -> Schema:
    """Describe an object of just these keys, all of them there unless `required` is False."""
    schema: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    return {**schema, "required": list(keys)} if required else schema


_ADJUSTMENTS = array(shape(id=TEXT, title=maybe(TEXT), percent=maybe(AMOUNT), amount=AMOUNT))

TOTALS = shape(
    lines=AMOUNT,
    discounts=_ADJUSTMENTS,
    surcharges=_ADJUSTMENTS,
    discount=AMOUNT,
    surcharge=AMOUNT,
    net=AMOUNT,
    taxes=array(
        shape(
            name=TEXT,
            title=maybe(TEXT),
            percent=AMOUNT,
            base=AMOUNT,
            amount=AMOUNT,
            withheld=TRUTH,
            reason=maybe(TEXT),
        )
    ),
    tax=AMOUNT,
    total=AMOUNT,
    withheld=AMOUNT,
    rounding=AMOUNT,
    payable=AMOUNT,
    rounding_rows=array(shape(between=TEXT, amount=AMOUNT)),
)

LINE = shape(
    id=TEXT,
    title=maybe(TEXT),
    phase=maybe(TEXT),
    option=maybe(TEXT),
    counted=TRUTH,
    every=maybe({"enum": ["month", "quarter", "year"]}),
    quantity=AMOUNT,
    unit=maybe(TEXT),
    per=AMOUNT,
    price=AMOUNT,
    sum=AMOUNT,
    discounts=_ADJUSTMENTS,
    surcharges=_ADJUSTMENTS,
    total=AMOUNT,
    taxes=array(TEXT),
    low=maybe(AMOUNT),
    high=maybe(AMOUNT),
)

_DUE = shape(required=False, after=TEXT, before=TEXT, date=DAY, days=COUNT, end_of_month=COUNT)
_BOUND = shape(net=AMOUNT, total=AMOUNT)

_PRICED_QUOTE = shape(
    quotekit={"const": "priced_quote/1"},
    number=TEXT,
    digest=DIGEST,
    currency=TEXT,
    decimals=COUNT,
    lines=array(LINE),
    options=array(shape(name=TEXT, title=TEXT, selected=TRUTH, total=AMOUNT)),
    totals=TOTALS,
    recurring=array(shape(every=TEXT, totals=TOTALS)),
    range=maybe(shape(low=_BOUND, high=_BOUND)),
    instalments=array(
        shape(
            id=TEXT,
            title=maybe(TEXT),
            percent=maybe(AMOUNT),
            amount=AMOUNT,
            due=maybe(_DUE),
            date=maybe(DAY),
        )
    ),
    timeline=maybe(
        shape(
            working_days=COUNT,
            start=maybe(DAY),
            finish=maybe(DAY),
            tasks=array(shape(id=TEXT, start=DAY, finish=DAY)),
        )
    ),
)
VIABILITY = shape(
    cost=AMOUNT,
    margin=AMOUNT,
    margin_percent=maybe(AMOUNT),
    hours=AMOUNT,
    hourly_rate=maybe(AMOUNT),
    floor_rate=maybe(AMOUNT),
)
_PRICED_QUOTE["properties"]["internal"] = VIABILITY

FAULT = shape(
    code=TEXT,
    file=maybe(TEXT),
    line=maybe(COUNT),
    column=maybe(COUNT),
    path=TEXT,
    value=maybe(TEXT),
    message=TEXT,
    remedy=TEXT,
)

OUTPUTS: dict[str, Schema] = {
    "priced_quote": _PRICED_QUOTE,
    "faults": shape(quotekit={"const": "faults/1"}, faults=array(FAULT)),
    "repriced": shape(
        quotekit={"const": "repriced/1"},
        jobs=array(
            shape(
                name=TEXT,
                number=maybe(TEXT),
                title=maybe(TEXT),
                currency=maybe(TEXT),
                net=maybe(AMOUNT),
                total=maybe(AMOUNT),
                payable=maybe(AMOUNT),
                before=maybe(shape(currency=TEXT, net=AMOUNT, total=AMOUNT, payable=AMOUNT)),
                difference=maybe(shape(net=AMOUNT, total=AMOUNT, payable=AMOUNT)),
                moved=maybe(TRUTH),
                faults=array(FAULT),
            )
        ),
        gone=array(TEXT),
    ),
}
"""The schema of each output, by the name it bears before the slash; a change order has its own."""
