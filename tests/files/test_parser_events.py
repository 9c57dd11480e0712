"""The C parser is the one reader there is."""

import sys

import pytest

from quotekit.errors import FileAccessError
from quotekit.files import parse_quote


def test_without_the_c_parser_the_first_reading_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """No slow way is taken silently, and the refusal says what to install."""
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    with pytest.raises(FileAccessError) as refused:
        parse_quote("quotekit: quote/1")
    assert str(refused.value) == (
        "PyYAML was installed without its C parser, and quotekit reads with nothing else; "
        "install a wheel of it: pip install --force-reinstall --only-binary :all: PyYAML"
    )
