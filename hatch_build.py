"""Compile the translations while a wheel is built, and refuse to build with one missing.

`src/quotekit/locale/quotekit.pot` holds the messages of record. A catalog of a whole language
(`de`, but also `zh_CN`, for which no `zh` stands above it) translates every one of them; a
catalog of a region (`de_CH`, with `de` above it) holds only what that region says otherwise.
English is the language of the messages themselves: `en_GB` is a region whether or not there is
an `en`.

By hand, after a translation was changed: `python hatch_build.py`.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("src", "quotekit", "locale")
RECORD = "quotekit.pot"
CATALOG = "quotekit.po"
SOURCE_LANGUAGE = "en"
# Babel writes the hour of the build where a catalog names no other: the same catalog would
# compile to other bytes each time.
SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)

Key = tuple[str | None, str]
"""A message's context and its text, in the singular."""


class CatalogError(Exception):
    """Name every catalog and message that keeps the package from being built."""


class Fault(NamedTuple):
    """State one fault of a catalog: where, what, and what to do about it."""

    place: str
    fact: str
    remedy: str

    def __str__(self) -> str:
        """Say place, fact, remedy, in that order, in one line."""
        return f"{self.place}: {self.fact}; {self.remedy}"


class CatalogBuildHook(BuildHookInterface[Any]):
    """Put the compiled catalogs into every wheel, an editable one included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile all catalogs and add them to what is packed, though git ignores them."""
        root = Path(self.root)
        for path in compile_catalogs(root / LOCALE):
            build_data["artifacts"].append(f"/{path.relative_to(root).as_posix()}")


def compile_catalogs(locale: Path) -> list[Path]:
    """Write a `.mo` beside every `.po` below `locale` and return their paths.

    Raises `CatalogError` with all faults of all catalogs, and then writes none.
    """
    sources = sorted(locale.glob(f"*/LC_MESSAGES/{CATALOG}"))
    if not sources:
        return []
    catalogs = {source: read(source, source.parts[-3]) for source in sources}
    record = read(locale / RECORD, None)
    whole = {SOURCE_LANGUAGE, *(source.parts[-3] for source in sources)}
    faults = [
        fault
        for source, catalog in catalogs.items()
        for fault in catalog_faults(catalog, record, source.parts[-3], whole)
    ]
    if faults:
        raise CatalogError("\n".join(["the catalogs are not complete:", *map(str, faults)]))
    targets = []
    for source, catalog in catalogs.items():
        target = source.with_suffix(".mo")
        catalog.creation_date = SOME_DAY
        with target.open("wb") as stream:
            write_mo(stream, catalog)
        targets.append(target)
    return targets


def read(path: Path, language: str | None) -> Catalog:
    """Read a catalog, strictly; raise `CatalogError` where it is missing or not to be read."""
    try:
        with path.open("rb") as stream:
            if language is not None:
                Locale.parse(language)
            return read_po(stream, locale=language, abort_invalid=True)
    except FileNotFoundError as error:
        message = f"{path}: the messages of record are missing; extract them into this file"
        raise CatalogError(message) from error
    except (PoFileError, UnicodeError, UnknownLocaleError, ValueError) as error:
        message = f"{path}: {error}; mend the file at that place"
        raise CatalogError(message) from error


def catalog_faults(
    catalog: Catalog, record: Catalog, language: str, whole: set[str]
) -> Iterator[Fault]:
    """Yield what keeps `catalog` from speaking for `language`, given the `whole` languages."""
    place = f"{language}/LC_MESSAGES/{CATALOG}"
    expected = {key(message): message for message in record if message.id}
    found = {key(message): message for message in catalog if message.id}
    parent, _, territory = language.partition("_")
    is_region = territory and parent in whole
    for name in expected:
        if name not in found and not is_region:
            yield Fault(place, f"{name[1]!r} is missing", "translate it")
    for name, message in found.items():
        if name not in expected:
            remedy = f"delete it, or extract the messages anew into {RECORD}"
            yield Fault(place, f"{name[1]!r} is not a message of {RECORD}", remedy)
        else:
            yield from message_faults(message, expected[name], catalog.num_plurals, place)


def message_faults(message: Message, record: Message, forms: int, place: str) -> Iterator[Fault]:
    """Yield what is wrong with one translated message; a plural one has so many `forms`."""
    said = repr(key(message)[1])
    if message.fuzzy:
        yield Fault(place, f"{said} is marked fuzzy", "check it and take the mark away")
    texts, originals = written(message.string), written(record.id)
    if written(message.id) != originals:
        yield Fault(place, f"the plural of {said} is not that of {RECORD}", "copy it from there")
        return
    needed = forms if len(originals) > 1 else 1
    if len(texts) != needed or not all(texts):
        fact = f"{said} has {sum(map(bool, texts))} of {needed} translated forms"
        yield Fault(place, fact, "translate it")
        return
    try:
        wanted = [placeholders(original) for original in originals]
        given = [placeholders(text) for text in texts]
    except ValueError as error:
        yield Fault(place, f"{said}: {error}", "write each placeholder as {name}")
        return
    for number, names in enumerate(given):
        # "one day" may leave out its {count} where a language has a form for exactly that.
        allowed = wanted if number == 0 and len(given) > 1 else wanted[-1:]
        if names not in allowed:
            fact = f"{said} is translated with the placeholders {braced(names)}"
            yield Fault(place, fact, f"use {braced(wanted[-1])}")


def key(message: Message) -> Key:
    """Tell messages apart as gettext does: by context and text in the singular."""
    return (message.context, written(message.id)[0])


def written(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """Return one text or the forms of a plural alike, as a list."""
    return [text] if isinstance(text, str) else list(text or ())


def placeholders(text: str) -> frozenset[str]:
    """Find the names in braces; raise ValueError where the braces do not match."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def braced(names: frozenset[str]) -> str:
    """Write placeholders as they stand in a message."""
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "none"


if __name__ == "__main__":
    try:
        for written_path in compile_catalogs(Path(__file__).parent / LOCALE):
            print(written_path)
    except CatalogError as refused:
        sys.exit(str(refused))
