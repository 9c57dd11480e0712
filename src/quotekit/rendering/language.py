"""Languages: which there are, and what one that is asked for falls back to."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel.core import Locale, UnknownLocaleError, get_global

from quotekit.errors import UnknownNameError
from quotekit.quotes import unknown_name

CATALOG = "quotekit.mo"
SOURCE = "en"
"""The language of the messages themselves, which needs no catalog."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of a document: the formats of `locale`, the words of `catalogs`.

    The most particular catalog comes first; one of a region holds only what differs.
    """

    locale: Locale
    catalogs: tuple[str, ...]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages and regions that have words of their own, sorted."""
    found = {
        folder.name
        for folder in files("quotekit").joinpath("locale").iterdir()
        if folder.joinpath("LC_MESSAGES", CATALOG).is_file()
    }
    return tuple(sorted({SOURCE, *found}))


def whole_languages() -> tuple[str, ...]:
    """Return those that say everything: `de`, and `zh_CN` as long as there is no `zh`."""
    present = languages()
    return tuple(
        name for name in present if "_" not in name or name.partition("_")[0] not in present
    )


@cache
def language_of(name: str) -> Language:
    """Find the formats and the words for a language such as `de_CH`.

    A region without words of its own takes those of its language, never those of another
    script. Raises `UnknownNameError` where neither the region nor its language is there.
    """
    locale = _locale(name.replace("-", "_"))
    chain = () if locale is None else _chain(locale)
    if locale is None or not chain:
        raise UnknownNameError(unknown_name("language", name, whole_languages()))
    return Language(locale, chain)


def _locale(name: str) -> Locale | None:
    found = _parsed(name)
    if found is not None:
        return found
    # Spanish in Germany is no locale of the CLDR, but both are known, and Spanish formats serve.
    language, _, territory = name.rpartition("_")
    found = _parsed(language)
    return found if found is not None and territory in found.territories else None


def _parsed(name: str) -> Locale | None:
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _chain(locale: Locale) -> tuple[str, ...]:
    spoken = {
        name: other
        for name in languages()
        if (other := Locale.parse(name)).language == locale.language
        and _script(other) == _script(locale)
    }
    chain = [name for name, other in spoken.items() if other.territory in {locale.territory, None}]
    whole = [name for name in spoken if name in whole_languages()]
    if not any(name in whole for name in chain):
        chain += whole[:1]
    chain.sort(key=lambda name: spoken[name].territory is None)
    return tuple(chain)


def _script(locale: Locale) -> str | None:
    if locale.script is not None:
        return str(locale.script)
    likely = get_global("likely_subtags")
    for key in (f"{locale.language}_{locale.territory}", locale.language):
        if key in likely:
            return str(likely[key].split("_")[1])
    return None
