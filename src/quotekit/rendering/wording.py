r"""The words of documents, from gettext catalogs.

A catalog of a language holds every message, one of a region only what that region says otherwise.

`quotekit.pot` holds the messages of record, extracted by the names of the functions below:

    pybabel extract -k say -k say_in:1c,2 -k say_count:1,2 -k agrees:1c,2 -k mark -k mark_in:1c,2 \
        -k mark_count:1,2 --no-location -o src/quotekit/locale/quotekit.pot src/quotekit/rendering \
        src/quotekit/advice
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from babel.core import Locale

from quotekit.rendering.articles import ITALIAN, agreeing
from quotekit.rendering.language import CATALOG, SOURCE, language_of
from quotekit.values import EXACT

_MILLION = 1_000_000
_MANY = 200
_REPRESENTATIVES = (*range(_MANY), _MILLION)
_FRACTION = -1
"""What a catalog is asked for where a fraction takes a plural that no whole number takes."""


def mark(message: str) -> str:
    """Mark a message that is said later."""
    return message


def mark_in(context: str, message: str) -> tuple[str, str]:
    """Mark a message with its context that is said later."""
    return context, message


def mark_count(one: str, many: str) -> tuple[str, str]:
    """Mark a message with its plural that is said later."""
    return one, many


class Wording:
    """Say messages in one language.

    Every value goes into a message as text, formatted before. Raises `UnknownNameError` for a
    language that is not there.
    """

    def __init__(self, language: str) -> None:
        """Open the catalogs that the language falls back through."""
        known = language_of(language)
        self._locale = known.locale
        self._articles = known.locale.language == ITALIAN
        self._catalogs = _translations(known.catalogs)
        self._forms: dict[Decimal, int] = {}
        self._plurals: dict[tuple[str, int], str] = {}

    def say(self, message: str, /, **values: str) -> str:
        """Say a message."""
        return self._filled(self._catalogs.gettext(message), values)

    def say_in(self, context: str, message: str, /, **values: str) -> str:
        """Say a message whose words depend on where they stand."""
        return self._filled(self._catalogs.pgettext(context, message), values)

    def say_count(self, one: str, many: str, number: Decimal | int, /, **values: str) -> str:
        """Say a message in the form that a number asks for, fractions included."""
        key = (one, self._form(Decimal(number)))
        message = self._plurals.get(key)
        if message is None:
            message = self._plurals[key] = self._catalogs.ngettext(one, many, key[1])
        return self._filled(message, values)

    def _filled(self, message: str, values: Mapping[str, str]) -> str:
        if self._articles:
            message = agreeing(message, values)
        return message.format(**values)

    def agrees(self, context: str, message: str) -> bool:
        """Tell whether a catalog answers a question of layout with `yes`."""
        return self._catalogs.pgettext(context, message) == "yes"

    def listed(self, items: Iterable[str]) -> str:
        """Put items side by side: `Logo, Illustrations`."""
        return self.say_in("between the items of a list", ", ").join(items)

    def _form(self, number: Decimal) -> int:
        """Return a whole number that takes the same plural as this one.

        gettext knows whole numbers only; the CLDR says which of them a fraction is counted like.
        A fraction counted like no whole number, as in Polish, asks for one below zero.
        """
        form = self._forms.get(number)
        if form is None:
            size = number.copy_abs()
            if size == size.to_integral_value():
                form = _like(int(size))
            else:
                form = _counted_like(str(self._locale), size)
            self._forms[number] = form
        return form


def _like(number: int) -> int:
    """Return a smaller number of the same plural: none looks beyond two digits, but at millions."""
    if number < _MANY:
        return number
    return 100 + number % 100 if number % _MILLION else _MILLION


@cache
def _counted_like(locale: str, number: Decimal) -> int:
    rule = Locale.parse(locale).plural_form
    with localcontext(EXACT):
        plural = rule(number)
        return next((whole for whole in _REPRESENTATIVES if rule(whole) == plural), _FRACTION)


@cache
def _translations(catalogs: tuple[str, ...]) -> NullTranslations:
    found: NullTranslations = NullTranslations()
    for name in reversed(catalogs):
        source = files("quotekit").joinpath("locale", name, "LC_MESSAGES", CATALOG)
        if name == SOURCE and not source.is_file():
            continue
        with source.open("rb") as stream:
            catalog = GNUTranslations(stream)
        catalog.add_fallback(found)
        found = catalog
    return found
