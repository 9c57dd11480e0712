"""Which languages there are, and what one falls back to."""

import pytest

from quotekit.errors import UnknownNameError
from quotekit.rendering.language import language_of, languages, whole_languages


def test_languages_that_say_everything() -> None:
    """Whole catalogs, and regions beside them."""
    whole = {"de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "zh_CN"}
    assert set(whole_languages()) == whole
    assert set(whole_languages()) < set(languages())


def test_region_without_words_takes_those_of_its_language() -> None:
    """Liechtenstein writes numbers its own way, in German."""
    found = language_of("de_LI")
    assert (str(found.locale), found.catalogs[-1]) == ("de_LI", "de")


def test_region_goes_before_its_language() -> None:
    """What Switzerland says otherwise is said so."""
    assert language_of("de_CH").catalogs[:2] == ("de_CH", "de")


@pytest.mark.parametrize("name", ["pt_BR", "pt-BR", "pt", "pt_PT"])
def test_language_of_one_region_leads_there(name: str) -> None:
    """Portuguese has the words of Brazil, whichever country it is asked for."""
    assert language_of(name).catalogs == ("pt_BR",)


def test_hyphen_is_as_good() -> None:
    """The web writes de-CH."""
    assert language_of("de-CH").locale == language_of("de_CH").locale


@pytest.mark.parametrize("name", ["sv", "zh_TW", "zh_Hant", "tlh", "xx", "", "../x", "de_XX_1"])
def test_what_is_not_there_is_refused(name: str) -> None:
    """Never another language in silence, and never simplified script for traditional."""
    with pytest.raises(UnknownNameError, match="there is no language"):
        language_of(name)
