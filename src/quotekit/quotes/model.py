"""What a person writes: frozen models that refuse every key they do not know."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from quotekit.values import Title, refuse


class Written(BaseModel):
    """Stand below every written model: frozen, exact, no unknown keys."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
    )


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
