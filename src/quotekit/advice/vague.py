"""Vague words: those that promise something and say neither what nor how much."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotekit.advice.vague_lists import VagueList, vague_list

_FIGURE = r"(?<![A-Za-z0-9.,])\d"
"""A number, and not the digit of a name such as HTML5."""
_SENTENCE = re.compile(r"(?<=[!?;])\s+|(?<=[^\s.]{3}\.)\s+(?!\d)|[。！？；\n]")
"""What parts two sentences: not the point of `ca. 20` or `z. B.`."""
_AND_SO_ON = {
    # Languages that write no spaces between words.
    # 等 ends a list only where no other character makes a word of it, such as 同等 or 等待.
    "ja": "(?<![同均平対高上下初中何])等(?=[のをはがにでもへとや、。）・]|$)",
    "zh": (
        "(?<![同均平相高上下初中不])等(?=[，。；、）)的]|$"
        "|页面|功能|内容|格式|平台|资料|服务|工作|材料|文件|素材)"
    ),
}


def vague_words(text: str, language: str) -> Iterator[str]:
    """Find the vague words of a text, each once, in sentences that hold no number.

    A number makes even "several" precise: "several screens (6)". In a language without a list of
    its own nothing is found: what is vague in one is precise in another.
    """
    short = language.replace("-", "_").split("_")[0]
    patterns = _patterns(short)
    if patterns is None:
        return
    seen = set()
    # A typographic apostrophe is as good as a plain one, and as long.
    for sentence in _SENTENCE.split(unicodedata.normalize("NFC", text).replace("’", "'")):
        if not patterns.number.search(sentence):
            for match in patterns.word.finditer(sentence):
                word = match.group()
                if word.casefold() not in seen and not patterns.precise.fullmatch(word):
                    seen.add(word.casefold())
                    yield word


class _Patterns(NamedTuple):
    number: re.Pattern[str]
    word: re.Pattern[str]
    precise: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns | None:
    """Return what finds a number, a word or phrase, and what tells that a phrase is precise."""
    words = vague_list(language)
    if words is None:
        return None
    known = sorted((*words.vague, *words.precise), key=len, reverse=True)
    either = "|".join(_spelt(word, words) for word in known)
    number = "|".join(words.numbers)
    if language in _AND_SO_ON:
        either = f"{either}|{_AND_SO_ON[language]}"
    else:
        either, number = rf"(?<!\w)(?:{either})(?!\w)", rf"\b(?:{number})\b"
    return _Patterns(
        number=re.compile(rf"{_FIGURE}|{number}", re.IGNORECASE),
        word=re.compile(either, re.IGNORECASE),
        precise=re.compile("|".join(_spelt(word, words) for word in words.precise), re.IGNORECASE),
    )


def _spelt(word: str, words: VagueList) -> str:
    """Return the pattern of a word, with the endings of its language where it has any."""
    stem, inflected, _ = word.partition("~")
    return re.escape(stem) + (f"(?:{'|'.join(words.endings)})?" if inflected else "")
