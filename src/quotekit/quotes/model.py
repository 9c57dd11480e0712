"""What a person writes: frozen models that refuse every key they do not know."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from quotekit.errors import InvalidInputError
from quotekit.quotes.faults import faults_of
from quotekit.values import Title, refuse


class Written(BaseModel):
    """Stand below every written model: frozen, exact, no unknown keys.

    Made by its name, as in `Task(id="a", price=50)`, it raises `InvalidInputError` with every
    fault.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    def __init__(self, /, **stated: Any) -> None:  # noqa: ANN401 - whatever was written
        """Validate what is stated by keys."""
        try:
            super().__init__(**stated)
        except ValidationError as error:
            raise InvalidInputError(*faults_of(error, type(self))) from None

    # Told that this is none of a model's own, pydantic goes on to make parts without calling it.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]


def _lines(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Lines = Annotated[tuple[Title, ...], BeforeValidator(_lines)]
"""Some lines of text; a single one may be written without brackets."""


def exactly_one(model: Written, names: tuple[str, ...], what: str) -> None:
    """Refuse a model in which not exactly one of the named keys is stated."""
    stated = [name for name in names if getattr(model, name) is not None]
    if len(stated) == 1:
        return
    choice = f"{', '.join(names[:-1])} or {names[-1]}"
    if stated:
        raise refuse("one_of", f"{what} has {' and '.join(stated)}", f"state only one of {choice}")
    raise refuse("one_of", f"{what} has no {choice}", f"state one of {choice}")
