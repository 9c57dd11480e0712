"""The keys of a task, a rate or a quote that a revision may set; null clears one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    BaseModel,
    Field,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    create_model,
    model_serializer,
)

from quotekit.quotes import Quote, Rate, Task, Written


class Fields(Written):
    """Stand below what a revision sets: only the keys that were stated mean anything."""

    @property
    def stated(self) -> dict[str, Any]:
        """Return the keys that were stated with their values, None for one to be cleared."""
        stated = self.model_fields_set
        return {name: value for name, value in self.__dict__.items() if name in stated}

    def __eq__(self, other: object) -> bool:
        """Say whether both set the same keys to the same values; a key left out is no null."""
        return type(self) is type(other) and self.stated == getattr(other, "stated", None)

    __hash__ = None  # type: ignore[assignment]

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show the keys that were stated, and no others."""
        return self.stated.items()

    @model_serializer(mode="wrap")
    def _with_nulls(
        self, handler: SerializerFunctionWrapHandler, _info: SerializationInfo
    ) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        stated = [name for name in type(self).model_fields if name in self.model_fields_set]
        return {name: data.get(name) for name in stated}


def _fields_of(model: type[BaseModel], name: str, without: frozenset[str]) -> type[Fields]:
    """Make a model of a model's keys, each of which may be left out or null."""
    keys: dict[str, Any] = {}
    for key, field in model.model_fields.items():
        if key not in without:
            kind: Any = field.annotation
            for part in field.metadata:
                kind = Annotated[kind, part]
            keys[key] = (kind | None, Field(default=None))
    document = f"Set keys of a {model.__name__.lower()}; null clears one."
    return create_model(name, __base__=Fields, __module__=__name__, __doc__=document, **keys)


if TYPE_CHECKING:

    class TaskFields(Fields):
        """Set keys of a task; null clears one."""

    class RateFields(Fields):
        """Set keys of a rate; null clears one."""

    class QuoteFields(Fields):
        """Set keys of a quote; null clears one."""

else:
    TaskFields = _fields_of(Task, "TaskFields", frozenset({"id"}))
    RateFields = _fields_of(Rate, "RateFields", frozenset())
    QuoteFields = _fields_of(
        Quote, "QuoteFields", frozenset({"quotekit", "tasks", "rates", "selected"})
    )
