"""What no text file can show: broken encodings, controls, depth and size."""

import subprocess
import sys
from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError
from quotekit.files import load_quote, parse_quote

HEAD = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: [{id: a, price: 5}]\n"
DEEP = "lists and maps stand more than 32 deep in one another here; write them flat"
NOT_UTF8 = "save the file as UTF-8"
TAKE_OUT = "cannot be printed; take it out"

BUILT = {
    "deep-brackets": ((HEAD + "notes: " + "[" * 100_000).encode(), f"5:39: {DEEP}"),
    "deep-braces": ((HEAD + "notes: " + "{a: " * 100_000).encode(), f"5:132: {DEEP}"),
    "deep-dashes": ((HEAD + "notes:\n" + "- " * 100_000).encode(), f"6:63: {DEEP}"),
    "deep-keys": (
        (HEAD + "".join(f"{' ' * depth}a:\n" for depth in range(1000))).encode(),
        f"37:33: {DEEP}",
    ),
    "deep-questions": (
        (HEAD + "notes:\n" + " ? " * 100_000).encode(),
        "6:5: notes: a list or map stands where a key belongs; write text as the key",
    ),
    "too-large": (
        (HEAD + "notes: " + "x" * 16 * 1024 * 1024).encode(),
        "the file is larger than 16 MiB; take out what is no part of it",
    ),
    "utf-16": (HEAD.encode("utf-16"), f"the file is UTF-16 or UTF-32; {NOT_UTF8}"),
    "utf-16-be": (HEAD.encode("utf-16-be"), f"the file is UTF-16 or UTF-32; {NOT_UTF8}"),
    "utf-32": (HEAD.encode("utf-32"), f"the file is UTF-16 or UTF-32; {NOT_UTF8}"),
    "latin-1": (
        (HEAD + "title: ä\n").encode("latin-1"),
        f"5:8: the byte 0xe4 is not UTF-8; {NOT_UTF8}",
    ),
    "cut-off": ((HEAD + "title: ä").encode()[:-1], f"5:8: the byte 0xc3 is not UTF-8; {NOT_UTF8}"),
    "half-a-character": (
        (HEAD + "title: a").encode() + b"\xed\xa0\x80",
        f"5:9: the byte 0xed is not UTF-8; {NOT_UTF8}",
    ),
    "nul": ((HEAD + "title: a\0b\n").encode(), f"5:9: the character <U+0000> {TAKE_OUT}"),
    "escape": ((HEAD + "title: \x1b[2J\n").encode(), f"5:8: the character <U+001B> {TAKE_OUT}"),
    "delete": ((HEAD + "# \x7f\n").encode(), f"5:3: the character <U+007F> {TAKE_OUT}"),
    "c1": ((HEAD + "title: ä\x9b1m\n").encode(), f"5:9: the character <U+009B> {TAKE_OUT}"),
    "next-line": ((HEAD + "title: a\x85b\n").encode(), f"5:9: the character <U+0085> {TAKE_OUT}"),
    "noncharacter": (
        (HEAD + "title: \ufdd0\n").encode(),
        f"5:8: the character <U+FDD0> {TAKE_OUT}",
    ),
    "last-of-a-plane": (
        (HEAD + "title: \U0003ffff\n").encode(),
        f"5:8: the character <U+3FFFF> {TAKE_OUT}",
    ),
}
MOST_MEMORY = 200 * 1024 * 1024


@pytest.mark.parametrize("case", sorted(BUILT))
def test_built_case_is_refused(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is one line with place, fact and remedy."""
    monkeypatch.chdir(tmp_path)
    content, said = BUILT[case]
    Path("quote.yaml").write_bytes(content)
    with pytest.raises(InvalidInputError) as refused:
        load_quote("quote.yaml")
    separator = ":" if said[0].isdigit() else ": "
    assert str(refused.value) == f"quote.yaml{separator}{said}"


def test_half_a_character_in_a_text_is_refused() -> None:
    """A lone surrogate, which no file can hold, does not reach the parser."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quote(f"{HEAD}title: a\udc80b\n")
    assert str(refused.value) == "5:9: the character <U+DC80> cannot be printed; take it out"


@pytest.mark.parametrize("case", ["deep-brackets", "deep-dashes", "deep-questions", "too-large"])
def test_refusing_takes_little_memory(case: str, tmp_path: Path) -> None:
    """A file made to exhaust the memory is refused within 200 MB."""
    path = tmp_path / "quote.yaml"
    path.write_bytes(BUILT[case][0])
    program = (
        "import resource, sys\n"
        "from quotekit.errors import InvalidInputError\n"
        "from quotekit.files import load_quote\n"
        "try:\n    load_quote(sys.argv[1])\n"
        "except InvalidInputError:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(ran.stdout) * unit < MOST_MEMORY
