"""The JSON Schemas of what the record answers: `status/1`, `agreed/1` and `log/1`."""

from quotekit.rendering.output_schemas import (
    AMOUNT,
    COUNT,
    DAY,
    DIGEST,
    LINE,
    TEXT,
    TRUTH,
    Schema,
    array,
    maybe,
    shape,
)

_DAYS: Schema = {"type": "integer"}
_ANY_OBJECT: Schema = {"type": "object"}
_ANYTHING: Schema = {}

_SUMS = shape(net=AMOUNT, total=AMOUNT, payable=AMOUNT)
_STEPS = shape(original=AMOUNT, change=AMOUNT, current=AMOUNT)

_HAPPENING = shape(
    seq=COUNT,
    on=DAY,
    event=TEXT,
    by=maybe(TEXT),
    at=TEXT,
    recorded_by=TEXT,
    days_late=_DAYS,
    voided_by=maybe(COUNT),
    hash=DIGEST,
    data=_ANY_OBJECT,
)

_ORDER = shape(
    number=TEXT,
    title=maybe(TEXT),
    status={"enum": ["pending", "expired", "accepted", "declined", "withdrawn", "superseded"]},
    issued=maybe(DAY),
    valid_until=maybe(DAY),
    net=AMOUNT,
    total=AMOUNT,
    payable=AMOUNT,
    working_days=_DAYS,
    stale=TRUTH,
    proceed=TRUTH,
)

_CONTACT = shape(
    messages=COUNT,
    messages_per_week=maybe(COUNT),
    minutes=COUNT,
    warning=TRUTH,
    last_update=maybe(DAY),
    update_due=maybe(DAY),
    late_updates=COUNT,
    excess_minutes=COUNT,
    excess=maybe(AMOUNT),
    extra_hour_rate=maybe(AMOUNT),
)

_HINDSIGHT = shape(
    requests=COUNT,
    by_kind=array(shape(kind=TEXT, count=COUNT)),
    by_reason=array(shape(reason=TEXT, count=COUNT)),
    constructive=array(TEXT),
    preferences=array(TEXT),
    decided=COUNT,
    accepted=COUNT,
    accepted_percent=maybe(AMOUNT),
    by_change=array(shape(id=TEXT, title=maybe(TEXT), orders=array(TEXT), net=AMOUNT)),
    revenue=AMOUNT,
    rate_without=maybe(AMOUNT),
    rate_with=maybe(AMOUNT),
)

_STATUS = shape(
    quotekit={"const": "status/1"},
    on=DAY,
    phase={"enum": ["open", "sent", "accepted", "ended"]},
    sent=maybe(shape(number=TEXT, revision=COUNT, digest=DIGEST, on=DAY, valid_until=maybe(DAY))),
    agreed=maybe(DIGEST),
    accepted_on=maybe(DAY),
    currency=maybe(TEXT),
    sum=maybe(shape(net=_STEPS, total=_STEPS, payable=_STEPS)),
    time=maybe(
        shape(
            working_days=shape(original=_DAYS, change=_DAYS, current=_DAYS),
            start=maybe(DAY),
            finish=maybe(DAY),
        )
    ),
    orders=array(_ORDER),
    allowance=maybe(
        shape(
            revisions=COUNT,
            hours=maybe(AMOUNT),
            per=TEXT,
            rounds=array(shape(task=maybe(TEXT), used=COUNT, left=COUNT)),
        )
    ),
    progress=array(shape(task=TEXT, percent=AMOUNT)),
    approved=array(shape(task=TEXT, on=DAY)),
    received=array(shape(item=TEXT, on=DAY)),
    delivered=maybe(DAY),
    ended=maybe(TEXT),
    paid=AMOUNT,
    instalments=array(
        shape(
            id=TEXT,
            title=maybe(TEXT),
            amount=AMOUNT,
            paid=maybe(AMOUNT),
            settled=TRUTH,
            due=maybe(DAY),
        )
    ),
    owed=array(
        shape(item=TEXT, by=maybe(DAY), task=maybe(TEXT), overdue=COUNT, moves=maybe(_DAYS))
    ),
    contact=maybe(_CONTACT),
    requests=array(
        shape(
            seq=COUNT,
            id=TEXT,
            title=maybe(TEXT),
            kind=TEXT,
            reason=TEXT,
            value=maybe(TEXT),
            contradicts=maybe(COUNT),
            open=TRUTH,
            orders=array(TEXT),
        )
    ),
    hindsight=maybe(_HINDSIGHT),
)

_AGREED_LINE = shape(**LINE["properties"], start=maybe(DAY), finish=maybe(DAY), text=_ANY_OBJECT)

_AGREED = shape(
    quotekit={"const": "agreed/1"},
    subject=maybe(TEXT),
    kind={"enum": ["whole", "task", "option", "term"]},
    on=DAY,
    quote=TEXT,
    digest=DIGEST,
    currency=TEXT,
    sum=_SUMS,
    time=shape(working_days=maybe(_DAYS), finish=maybe(DAY)),
    lines=array(_AGREED_LINE),
    value=_ANYTHING,
    accepted=array(
        shape(
            seq=COUNT,
            what=TEXT,
            on=DAY,
            by=maybe(TEXT),
            method=maybe(TEXT),
            evidence=array(shape(path=TEXT, digest=DIGEST)),
        )
    ),
    refused=array(
        shape(
            seq=COUNT,
            what=TEXT,
            title=maybe(TEXT),
            event=TEXT,
            on=DAY,
            by=maybe(TEXT),
            reason=maybe(TEXT),
            net=maybe(AMOUNT),
        )
    ),
    messages=array(_HAPPENING),
    later=array(_HAPPENING),
)

RECORD_OUTPUTS: dict[str, Schema] = {
    "status": _STATUS,
    "agreed": _AGREED,
    "log": shape(quotekit={"const": "log/1"}, entries=array(_HAPPENING)),
}
"""The schema of each answer of the record, by the name it bears before the slash."""
