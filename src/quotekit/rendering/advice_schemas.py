"""The JSON Schemas of advice: `completeness/1`, `assessment/1`, `settlement/1`, `exposure/1`."""

from quotekit.rendering.output_schemas import (
    AMOUNT,
    COUNT,
    DAY,
    TEXT,
    TOTALS,
    TRUTH,
    VIABILITY,
    Schema,
    array,
    maybe,
    shape,
)

_ANYTHING: Schema = {}

_FINDINGS = array(
    shape(
        code=TEXT,
        file=maybe(TEXT),
        line=maybe(COUNT),
        column=maybe(COUNT),
        path=TEXT,
        message=TEXT,
        remedy=TEXT,
        why=TEXT,
    )
)

_COMPLETENESS = shape(
    file=maybe(TEXT),
    quote=TEXT,
    title=maybe(TEXT),
    client=maybe(TEXT),
    score=AMOUNT,
    blockers=_FINDINGS,
    warnings=_FINDINGS,
    exceptions=array(shape(term=TEXT, value=_ANYTHING, reason=maybe(TEXT))),
)

_ASSESSMENT = shape(
    quotekit={"const": "assessment/1"},
    quote=TEXT,
    currency=TEXT,
    verdict={"enum": ["take", "conditions", "decline"]},
    points={"type": "integer", "minimum": 0, "maximum": 100},
    reasons=array(
        shape(code=TEXT, fact=TEXT, weight=COUNT, times=maybe(COUNT), evidence=maybe(TEXT))
    ),
    conditions=array(
        shape(
            code=TEXT,
            fact=TEXT,
            value=maybe(AMOUNT),
            unit={"enum": ["percent", "amount", None]},
        )
    ),
    viability=VIABILITY,
    completeness=_COMPLETENESS,
)

_SETTLEMENT = shape(
    quotekit={"const": "settlement/1"},
    quote=TEXT,
    on=DAY,
    cause={
        "enum": [
            "completed",
            "client_convenience",
            "client_breach",
            "seller_withdraws",
            "agreement",
        ]
    },
    currency=TEXT,
    tasks=array(shape(id=TEXT, title=maybe(TEXT), total=AMOUNT, percent=AMOUNT, earned=AMOUNT)),
    adjustments=AMOUNT,
    earned=AMOUNT,
    unearned=AMOUNT,
    instructed=array(
        shape(number=TEXT, title=maybe(TEXT), limit=maybe(AMOUNT), percent=AMOUNT, earned=AMOUNT)
    ),
    fee_percent=maybe(AMOUNT),
    fee=AMOUNT,
    totals=TOTALS,
    paid=AMOUNT,
    due=AMOUNT,
    rest=shape(
        net=AMOUNT,
        taxes=array(
            shape(name=TEXT, title=maybe(TEXT), percent=AMOUNT, amount=AMOUNT, withheld=TRUTH)
        ),
    ),
    notice_days=maybe(COUNT),
)

_EXPOSED_DAY = shape(on=DAY, paid=AMOUNT, earned=AMOUNT, exposure=AMOUNT)

_EXPOSURE = shape(
    quotekit={"const": "exposure/1"},
    quote=TEXT,
    on=DAY,
    currency=TEXT,
    paid=AMOUNT,
    earned=AMOUNT,
    exposure=AMOUNT,
    reserve_percent=AMOUNT,
    keep=AMOUNT,
    set_aside=maybe(AMOUNT),
    warning=TRUTH,
    days=array(_EXPOSED_DAY),
    peak=_EXPOSED_DAY,
)

ADVICE_OUTPUTS: dict[str, Schema] = {
    "completeness": shape(quotekit={"const": "completeness/1"}, quotes=array(_COMPLETENESS)),
    "assessment": _ASSESSMENT,
    "settlement": _SETTLEMENT,
    "exposure": _EXPOSURE,
}
"""The schema of each kind of advice, by the name it bears before the slash."""
