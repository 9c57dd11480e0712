"""The currency a quote is in, and how many decimals it counts."""

import re
from difflib import get_close_matches
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from quotekit.quotes.model import Written
from quotekit.values import MINOR_UNITS, Whole, refuse, shown

MOST_DECIMALS = 9

_PATTERN = "^[A-Z]{3}$"


def _code(value: str) -> str:
    if re.fullmatch("[A-Z]{3}", value) is None:
        meant = value.upper() if value.upper() in MINOR_UNITS else "three capitals, such as EUR"
        raise refuse("bad_code", f"{shown(value)} is no code of a currency", f"write {meant}")
    return value


_CODE = Annotated[
    str,
    StringConstraints(strict=True),
    AfterValidator(_code),
    WithJsonSchema({"type": "string", "pattern": _PATTERN}),
]


class Currency(Written):
    """Name a currency by its ISO 4217 code; `decimals` departs from the norm's minor units."""

    code: _CODE
    decimals: Whole | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_code(cls, value: Any) -> Any:  # noqa: ANN401 - whatever was written
        return {"code": _code(value)} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.decimals is None and self.code not in MINOR_UNITS:
            near = get_close_matches(self.code, MINOR_UNITS, n=1)
            hint = f"did you mean {near[0]}? Otherwise" if near else "otherwise"
            raise refuse(
                "unknown_currency",
                f'"{self.code}" is no currency of ISO 4217',
                f"{hint} write {{code: {self.code}, decimals: 2}}",
            )
        if self.decimals is not None and self.decimals > MOST_DECIMALS:
            raise refuse(
                "unknown_currency",
                f"{self.decimals} decimals are too many",
                f"write at most {MOST_DECIMALS}",
            )
        if self.decimals == MINOR_UNITS.get(self.code):
            # Both spellings of the norm's own decimals are to be equal.
            self.__dict__["decimals"] = None
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe both ways of writing a currency."""
        long = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "string", "pattern": _PATTERN}, dict(long)]}

    @model_serializer
    def _as_written(self) -> str | dict[str, str | int]:
        if self.decimals is None:
            return self.code
        return {"code": self.code, "decimals": self.decimals}


def minor_units(currency: Currency) -> int:
    """Return how many decimals amounts in this currency have."""
    return MINOR_UNITS[currency.code] if currency.decimals is None else currency.decimals
