"""Articles of Italian before numbers that are known only when a document is written.

A number that begins with a vowel elides the article, zero asks for another one: `all’8 aprile`,
`dello 0,8%`. Messages write the article of all other numbers: `fino al {day}`.
"""

import re
from collections.abc import Mapping

ITALIAN = "it"

_ARTICLE = re.compile(r"\b(?P<article>[Ii]l|[Aa]l|[Dd]el|[Dd]al|[Nn]el|[Ss]ul) \{(?P<value>\w+)\}")
# Otto, ottanta, ottocento; undici and undicimila; un per cento, where the first of a month is not.
_VOWEL = re.compile(r"8|11(?!\d)|1(?:[.,]\d{1,2})?\s?%")
_ZERO = re.compile(r"0")
_WHOLE = {"il": "l", "Il": "L"}


def agreeing(message: str, values: Mapping[str, str]) -> str:
    """Return the message with articles that agree with the values put behind them."""

    def replaced(found: re.Match[str]) -> str:
        article, name = found["article"], found["value"]
        value = values.get(name, "")
        # Il becomes l’ and lo, al becomes all’ and allo, and so do all others.
        longer = _WHOLE.get(article, f"{article}l")
        if _VOWEL.match(value):
            said = f"{longer}’"
        elif _ZERO.match(value):
            said = f"{longer}o "
        else:
            said = f"{article} "
        return f"{said}{{{name}}}"

    return _ARTICLE.sub(replaced, message)
