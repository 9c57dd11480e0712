"""A safe name is one that every system takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.files.safe_names import safe_name

SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)),
}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("mail.eml", "mail.eml"),
        ("Re: Änderung (3).eml", "Re-Anderung-3.eml"),
        ("見積書.pdf", "pdf"),
        ("", "file"),
        ("...", "file"),
        (".htaccess", "htaccess"),
        ("a/b\\c:d*e.txt", "a-b-c-d-e.txt"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "file-con"),
        ("COM1.txt", "file-COM1.txt"),
        ("console.txt", "console.txt"),
        ("archive.tar.gz", "archive.tar.gz"),
        ("x" * 100 + ".pdf", "x" * 43 + ".pdf"),
        ("x." + "y" * 100, "x." + "y" * 45),
        ("name. ", "name"),
    ],
)
def test_name_is_made_safe(name: str, safe: str) -> None:
    """What is dangerous or not ASCII goes, and the ending stays."""
    assert safe_name(name) == safe


@given(st.text(max_size=80) | st.sampled_from(sorted(DEVICES)).map(str.upper))
def test_any_name_is_safe(name: str) -> None:
    """With the digits of a digest before it, a name has at most 60 characters of plain ASCII."""
    safe = safe_name(name)
    assert SAFE.fullmatch(safe)
    assert len(f"{'0' * 12}-{safe}") <= 60
    assert safe[-1] not in ". "
    assert safe.partition(".")[0].lower() not in DEVICES
    assert safe_name(safe) == safe
