"""The examples: what each prints in every format and language, and how it is laid out."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from wcwidth import wcswidth

import quotekit as qk
from tests.golden import Golden

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/quote.yaml"))
AGREEMENTS = [folder for folder in EXAMPLES if (folder / "agreement.yaml").exists()]
LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "zh_CN")
WIDTHS = (60, 80, 120)
ENGLISH = ("You receive", "Done when", "If it changes", "Amount payable", "planned:")
"""Words of the document that no example says itself."""


def name_of(folder: Path) -> str:
    """Return how an example is called."""
    return folder.name


@cache
def priced(folder: Path) -> qk.PricedQuote:
    """Return the priced quote of an example."""
    return qk.price(qk.load_quote(folder / "quote.yaml"))


@cache
def printed(folder: Path, language: str | None, width: int = 80) -> str:
    """Return the text of an example's quote; its own language if none is named."""
    agreement = folder / "agreement.yaml"
    return qk.render(
        priced(folder),
        language=language,
        width=width,
        agreement=qk.load_agreement(agreement) if agreement.exists() else None,
    )


def other_languages(folder: Path) -> list[str]:
    """Return the languages that an example is not written in."""
    own = priced(folder).quote.language.partition("_")[0]
    return [language for language in LANGUAGES if language.partition("_")[0] != own]


IN_EVERY_LANGUAGE = [
    pytest.param(folder, language, id=f"{folder.name}-{language}")
    for folder in EXAMPLES
    for language in LANGUAGES
]


def test_languages_are_those_there_are() -> None:
    """Every language that quotekit speaks is among those printed here."""
    assert {language.partition("_")[0] for language in qk.languages()} == {
        language.partition("_")[0] for language in LANGUAGES
    }


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
def test_quote_as_text(folder: Path, golden: Golden) -> None:
    """The quote prints as its golden."""
    golden(folder / "quote.txt", printed(folder, None))


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
@pytest.mark.parametrize("format", ["json", "csv"])
def test_quote_as_data(folder: Path, format: str, golden: Golden) -> None:
    """The quote as JSON and as CSV is its golden."""
    golden(folder / f"quote.{format}", qk.render(priced(folder), format=format))


@pytest.mark.parametrize("folder", AGREEMENTS, ids=name_of)
def test_agreement_as_text(folder: Path, golden: Golden) -> None:
    """The agreement prints as its golden, in the language of the quote that names it."""
    agreement = qk.load_agreement(folder / "agreement.yaml")
    text = qk.render(agreement, language=priced(folder).quote.language)
    golden(folder / "agreement.txt", text)


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
def test_quote_in_other_languages(folder: Path, golden: Golden) -> None:
    """The quote prints as its golden in each of the languages that it is not written in."""
    for language in other_languages(folder):
        golden(folder / "printed" / f"{language}.txt", printed(folder, language))


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
def test_no_golden_is_left_over(folder: Path) -> None:
    """There is a golden for each language and no other."""
    found = {path.stem for path in (folder / "printed").iterdir()}
    assert found == {*other_languages(folder)}


@pytest.mark.parametrize(("folder", "language"), IN_EVERY_LANGUAGE)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_too_wide(folder: Path, language: str, width: int) -> None:
    """No line takes more cells than were asked for, and none ends with a space."""
    lines = printed(folder, language, width).split("\n")
    assert not [line for line in lines if not 0 <= wcswidth(line) <= width]
    assert not [line for line in lines if line.endswith((" ", "\N{IDEOGRAPHIC SPACE}"))]


@pytest.mark.parametrize(("folder", "language"), IN_EVERY_LANGUAGE)
@pytest.mark.parametrize("width", WIDTHS)
def test_amounts_stand_in_one_column(folder: Path, language: str, width: int) -> None:
    """Every amount of the quote stands at the right edge, where all amounts end."""
    lines = printed(folder, language, width).split("\n")
    last = {digits(line.rpartition("  ")[2]) for line in lines if wcswidth(line) == width}
    assert not {amount for amount in amounts(priced(folder)) if digits(f"{amount:f}") not in last}


@pytest.mark.parametrize(("folder", "language"), IN_EVERY_LANGUAGE)
def test_no_english_is_left(folder: Path, language: str) -> None:
    """The words of the document are English in English, and in no other language."""
    found = [words for words in ENGLISH if words in printed(folder, language)]
    assert bool(found) == (language == "en")


@pytest.mark.parametrize(("folder", "language"), IN_EVERY_LANGUAGE)
def test_nothing_private_is_printed(folder: Path, language: str) -> None:
    """No note and no cost of the seller's own reaches the client, in any format."""
    quote = priced(folder).quote
    costs = [part.private for part in quote.tasks]
    costs += [rate.private for rate in quote.rates.values()]
    notes = [private.notes for private in costs if private is not None]
    if quote.private is not None:
        notes.append(quote.private.notes)
    texts = [qk.render(priced(folder), format=format) for format in ("json", "csv")]
    texts.append(printed(folder, language, 1000))
    assert not [note for note in notes if note and any(note in text for text in texts)]


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
def test_plain_locale_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """Printed into a file in the locale C, the quote has the same bytes."""
    out = tmp_path / "quote.txt"
    program = "from quotekit.cli import main; main()"
    source = str(Path(str(qk.__file__)).parents[1])
    with out.open("wb") as sink:
        subprocess.run(
            [sys.executable, "-c", program, "show", str(folder)],
            check=True,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": source, "LC_ALL": "C"},
            stdout=sink,
        )
    assert out.read_bytes() == printed(folder, None).encode()


def amounts(quote: qk.PricedQuote) -> Iterator[Decimal]:
    """Yield the amounts that have a line of their own; nothing is said of zero."""
    found = [line.total for line in quote.lines]
    found += [phase.total for phase in quote.phases]
    found += [instalment.amount for instalment in quote.instalments]
    found += [quote.totals.net, quote.totals.payable]
    found += [tax.amount for tax in quote.totals.taxes]
    found += [part.totals.payable for part in quote.recurring]
    yield from filter(None, found)


def digits(text: str) -> str:
    """Return the digits of an amount, however it is written."""
    return re.sub(r"\D", "", text).lstrip("0")
