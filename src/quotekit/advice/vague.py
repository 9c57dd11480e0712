"""Vague words: those that promise something and say neither what nor how much."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

VAGUE: dict[str, tuple[str, ...]] = {
    "en": (
        "modern", "etc.", "etc", "and so on", "as needed", "as required", "if necessary",
        "appealing", "user-friendly", "state of the art", "high quality", "high-quality",
        "various", "several", "some", "a few", "soon", "asap", "as soon as possible", "timely",
        "unlimited", "flexible", "optimal", "optimised", "optimized", "nice", "appropriate",
        "reasonable", "and more", "simple", "intuitive", "fast", "approximately", "regularly",
        "up to date",
    ),
    "de": (
        "modern", "moderne", "modernes", "modernen", "etc.", "usw.", "u. a.", "und so weiter",
        "nach Bedarf", "bei Bedarf", "ansprechend", "ansprechende", "benutzerfreundlich",
        "benutzerfreundliche", "hochwertig", "hochwertige", "diverse", "verschiedene", "einige",
        "mehrere", "zeitnah", "möglichst bald", "schnellstmöglich", "unbegrenzt", "flexibel",
        "optimal", "angemessen", "sinnvoll", "ggf.", "gegebenenfalls", "evtl.", "eventuell",
        "regelmäßig", "ca.", "zeitgemäß", "zeitgemäße",
    ),
    "fr": (
        "moderne", "etc.", "etc", "et ainsi de suite", "selon les besoins", "au besoin",
        "si nécessaire", "attrayant", "attrayante", "convivial", "conviviale", "de qualité",
        "divers", "diverses", "plusieurs", "quelques", "rapidement", "dès que possible",
        "au plus vite", "illimité", "illimitée", "flexible", "optimal", "optimale", "approprié",
        "raisonnable", "intuitif", "régulièrement", "environ", "éventuellement",
    ),
    "es": (
        "moderno", "moderna", "etc.", "etc", "y así sucesivamente", "según necesidad",
        "si es necesario", "según sea necesario", "atractivo", "atractiva", "fácil de usar",
        "de calidad", "diversos", "diversas", "varios", "varias", "algunos", "algunas", "pronto",
        "lo antes posible", "cuanto antes", "ilimitado", "ilimitada", "flexible", "óptimo",
        "óptima", "adecuado", "razonable", "intuitivo", "regularmente", "aproximadamente",
        "eventualmente",
    ),
    "it": (
        "moderno", "moderna", "ecc.", "eccetera", "e così via", "secondo necessità",
        "se necessario", "al bisogno", "accattivante", "facile da usare", "di qualità", "diversi",
        "diverse", "vari", "varie", "alcuni", "alcune", "presto", "il prima possibile",
        "quanto prima", "illimitato", "illimitata", "flessibile", "ottimale", "adeguato",
        "ragionevole", "intuitivo", "regolarmente", "circa", "eventualmente",
    ),
    "pt": (
        "moderno", "moderna", "etc.", "etc", "e assim por diante", "conforme necessário",
        "se necessário", "conforme a necessidade", "atraente", "fácil de usar", "de qualidade",
        "diversos", "diversas", "vários", "várias", "alguns", "algumas", "em breve",
        "o quanto antes", "o mais rápido possível", "ilimitado", "ilimitada", "flexível", "ideal",
        "adequado", "razoável", "intuitivo", "regularmente", "aproximadamente", "eventualmente",
    ),
    "nl": (
        "modern", "moderne", "enz.", "enzovoort", "etc.", "naar behoefte", "indien nodig",
        "waar nodig", "aantrekkelijk", "aantrekkelijke", "gebruiksvriendelijk", "hoogwaardig",
        "hoogwaardige", "diverse", "verschillende", "enkele", "meerdere", "binnenkort",
        "zo snel mogelijk", "zo spoedig mogelijk", "tijdig", "onbeperkt", "flexibel", "optimaal",
        "passend", "redelijk", "intuïtief", "regelmatig", "ongeveer", "eventueel",
    ),
    "pl": (
        "nowoczesny", "nowoczesna", "nowoczesne", "itd.", "itp.", "i tak dalej",
        "w razie potrzeby", "według potrzeb", "atrakcyjny", "atrakcyjna", "przyjazny",
        "wysokiej jakości", "różne", "różnych", "kilka", "niektóre", "wkrótce", "jak najszybciej",
        "niezwłocznie", "nieograniczony", "elastyczny", "optymalny", "odpowiedni", "rozsądny",
        "intuicyjny", "regularnie", "około", "ewentualnie",
    ),
    "ja": (
        "など", "等々", "適宜", "必要に応じて", "モダンな", "魅力的な", "使いやすい", "高品質",
        "いくつか", "各種", "様々な", "さまざまな", "早急に", "なるべく早く", "できるだけ早く",
        "無制限", "柔軟に", "最適な", "適切な", "定期的に", "随時", "おおよそ", "状況に応じて",
    ),
    "zh": (
        "等等", "之类", "视情况", "根据需要", "必要时", "现代感", "大气", "高端", "美观",
        "高质量", "若干", "一些", "各种", "多种", "尽快", "及时", "无限次", "不限次数", "灵活",
        "最佳", "适当", "合理", "定期", "大约", "左右",
    ),
}  # fmt: skip
"""Words that say neither what nor how much, by language."""

_WITHOUT_SPACES = frozenset({"ja", "zh"})
_NUMBER = re.compile(r"\d")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|[。！？；\n]")


def vague_words(text: str, language: str) -> Iterator[str]:
    """Find the vague words of a text, each once, in sentences that hold no number.

    A number makes even "several" precise: "several screens (6)". Words of a language without a
    list of its own are looked for in English.
    """
    short = language.replace("-", "_").split("_")[0]
    pattern = _pattern(short if short in VAGUE else "en")
    seen = set()
    for sentence in _SENTENCE.split(unicodedata.normalize("NFC", text)):
        if not _NUMBER.search(sentence):
            for match in pattern.finditer(sentence):
                word = match.group().strip()
                if word.casefold() not in seen:
                    seen.add(word.casefold())
                    yield word


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(VAGUE[language], key=len, reverse=True)
    either = "|".join(re.escape(word) for word in words)
    if language in _WITHOUT_SPACES:
        return re.compile(either)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
