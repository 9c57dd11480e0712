"""Vague words in ten languages: what is found, and what is left alone."""

import pytest

from quotekit.advice import vague_words
from quotekit.advice.vague_lists import listed_languages, vague_list
from quotekit.rendering import languages

FOUND = [
    ("en", "A modern, user-friendly site with icons etc.", "modern, user-friendly, etc."),
    ("en", "We reply as soon as possible.", "as soon as possible"),
    ("en", "State-of-the-art design, revised to your satisfaction",
     "State-of-the-art, to your satisfaction"),
    ("de", "Ein modernes, ansprechendes Layout usw.", "modernes, ansprechendes, usw."),
    ("de", "Kleinere Änderungen nach Absprache, ggf. auch eventuelle Korrekturen.",
     "Kleinere, nach Absprache, ggf., eventuelle"),
    ("de_CH", "Regelmäßige Pflege bei Bedarf", "Regelmäßige, bei Bedarf"),
    ("fr", "Des visuels attrayants et modernes, livrés dans les meilleurs délais",
     "attrayants, modernes, dans les meilleurs délais"),
    ("fr", "Retouches jusqu’à satisfaction, d’éventuelles corrections si nécessaire",
     "jusqu'à satisfaction, éventuelles, si nécessaire"),
    ("es", "Un diseño atractivo y moderno, con varias secciones, entre otros",
     "atractivo, moderno, varias, entre otros"),
    ("es", "Entrega lo antes posible, con textos de alta calidad",
     "lo antes posible, de alta calidad"),
    ("it", "Un sito moderno e accattivante, con alcune pagine ecc.",
     "moderno, accattivante, alcune, ecc."),
    ("it", "Eventuali modifiche il prima possibile, all’occorrenza",
     "Eventuali, il prima possibile, all'occorrenza"),
    ("pt_BR", "Layout moderno e atraente, com várias telas, o mais rápido possível",
     "moderno, atraente, várias, o mais rápido possível"),
    ("nl", "Een modern en gebruiksvriendelijk ontwerp, z.s.m. geleverd, enz.",
     "modern, gebruiksvriendelijk, z.s.m., enz."),
    ("nl", "Eventuele wijzigingen in overleg", "Eventuele, in overleg"),
    ("pl", "Strona o nowoczesnym wyglądzie, z kilkoma podstronami itp.",
     "nowoczesnym, kilkoma, itp."),
    ("pl", "Poprawki w miarę potrzeb, jak najszybciej", "w miarę potrzeb, jak najszybciej"),
    ("ja", "おしゃれなデザイン、バナー等の制作、修正は適宜", "おしゃれな, 等, 適宜"),
    ("ja", "画像など、できるだけ早めに納品", "など, できるだけ"),
    ("zh", "首页、关于我们等页面，设计高端大气，尽快交付", "等, 高端, 大气, 尽快"),
    ("zh_CN", "修改到满意为止，不限次数", "满意为止, 不限次数"),
]  # fmt: skip

LEFT_ALONE = [
    ("en", "Several screens (6), approximately 2,000 words."),
    ("en", "Three various drafts."),
    ("en", "Work begins as soon as the texts have come."),
    ("en", "The museum of modernism; awesome somewhere; breakfast."),
    ("de", "Rund 2.000 Wörter, ca. 20 Seiten."),
    ("de", "Drei verschiedene Entwürfe"),
    (
        "de",
        "Zeitlich unbegrenztes Nutzungsrecht; Modernisierung des Servers; alle sind sich einig.",
    ),
    ("fr", "Contrôle de qualité des fichiers; deux formats différents."),
    ("fr", "Étude de l’environnement"),
    ("es", "Control de calidad de los archivos; empezamos tan pronto como lleguen los textos."),
    ("it", "Controllo di qualità dei file; due versioni diverse."),
    ("pt_BR", "Controle de qualidade dos arquivos; três telas diversas."),
    ("nl", "Drie verschillende ontwerpen"),
    ("pl", "Dwa różne formaty; odpowiednio przygotowane pliki"),
    ("ja", "同等の解像度、均等な余白、最適化済みの画像"),
    ("ja", "三種の各種バナー"),
    ("zh", "平等对待，等待确认，左右布局，大气层插图"),
    ("zh", "三个页面，各种尺寸齐全"),
    ("sv", "Modern webbplats till fast pris"),
]


@pytest.mark.parametrize(("language", "text", "words"), FOUND)
def test_found(language: str, text: str, words: str) -> None:
    """What says neither what nor how much is found as it stands, inflected or not."""
    assert ", ".join(vague_words(text, language)) == words


@pytest.mark.parametrize(("language", "text"), LEFT_ALONE)
def test_left_alone(language: str, text: str) -> None:
    """A number makes a sentence precise, and no word is found in the midst of another."""
    assert list(vague_words(text, language)) == []


def test_number_counts_for_its_sentence_alone() -> None:
    """What is precise in one sentence says nothing of the next."""
    assert list(vague_words("Six screens (6). Several icons.", "en")) == ["Several"]
    assert list(vague_words("画面は6枚。各種バナー", "ja")) == ["各種"]
    # The point of an abbreviation ends no sentence.
    assert list(vague_words("u. a. 3 Banner", "de")) == []


def test_each_word_once() -> None:
    """A word that is written twice is told once."""
    assert list(vague_words("Modern colours, a MODERN look, modern type", "en")) == ["Modern"]


def test_every_language_of_the_documents() -> None:
    """Each language that a quote can be printed in has its list, and its numbers."""
    spoken = {name.split("_")[0] for name in languages()}
    assert spoken == set(listed_languages())
    assert vague_list("sv") is None
    assert vague_list("../vague/en") is None


@pytest.mark.parametrize("language", listed_languages())
def test_lists(language: str) -> None:
    """No word stands twice, each is found by itself, and each precise phrase holds a vague one."""
    words = vague_list(language)
    assert words is not None
    assert words.numbers
    assert bool(words.endings) is any(word.endswith("~") for word in (*words.vague, *words.precise))
    assert len({word.casefold() for word in words.vague}) == len(words.vague)
    for word in words.vague:
        bare = word.rstrip("~")
        assert [one.casefold() for one in vague_words(bare, language)] == [bare.casefold()], word
    for phrase in words.precise:
        held = phrase.casefold()
        assert any(word.rstrip("~").casefold() in held for word in words.vague), phrase


def test_digit_of_a_name_is_no_number() -> None:
    """HTML5 makes nothing precise; a number behind a bracket or a comma does."""
    assert list(vague_words("Several modern pages in HTML5, tested with Vue3", "en")) == [
        "Several", "modern",
    ]  # fmt: skip
    assert list(vague_words("Several pages (6), in HTML5", "en")) == []
    assert list(vague_words("各种6页的册子", "zh")) == []
