"""What the documentation shows is so: every code block runs, every link leads somewhere."""

import re
from pathlib import Path

import pytest

from tests.golden import Golden
from tests.pages import PAGES, name_of, run


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_page(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    """Every block of a page does what the page says."""
    monkeypatch.chdir(tmp_path)
    run(page, tmp_path, update=golden.update)
