"""Where in its files stands what is found in a quote once it is read."""

from pathlib import Path

import pytest

from quotekit.errors import Fault, FileAccessError, InvalidInputError
from quotekit.files import placed_in_quote

QUOTE = """\
quotekit: quote/1
number: Q-1
studio: studio.yaml
tasks:
  - id: a
    price: 10
    rate: design
  - {id: b, price: 5}
notices: Ours
"""
STUDIO = """\
quotekit: studio/1
currency: EUR
seller: {name: Mara}
rates:
  design: {price: 85}
notices: [Theirs]
"""


def places(folder: Path, *keys: tuple[str | int, ...], quote: str = QUOTE) -> list[str]:
    """Return file, line and column of faults at these keys, and the path there."""
    (folder / "quote.yaml").write_text(quote, encoding="utf-8")
    (folder / "studio.yaml").write_text(STUDIO, encoding="utf-8")
    faults = [Fault("gap", "fact", "remedy").at(*key) for key in keys]
    found = placed_in_quote(folder / "quote.yaml", faults)
    return [
        f"{Path(str(one.file)).name}:{one.line}:{one.column} {one.path}".strip() for one in found
    ]


def test_each_in_its_file(tmp_path: Path) -> None:
    """What the studio file says is placed there, and the order of the faults stays."""
    keys: list[tuple[str | int, ...]] = [
        ("seller", "name"),
        ("tasks", 1),
        ("rates", "design"),
        ("tasks", 0, "price"),
    ]
    assert places(tmp_path, *keys) == [
        "studio.yaml:3:16 seller.name",
        "quote.yaml:8:5 tasks[1]",
        "studio.yaml:5:11 rates.design",
        "quote.yaml:6:12 tasks[0].price",
    ]


def test_what_is_missing(tmp_path: Path) -> None:
    """What is missing is looked for in the map that lacks it."""
    assert places(tmp_path, ("client",), ("tasks", 0, "done_when")) == [
        "quote.yaml:1:1 client",
        "quote.yaml:5:5 tasks[0].done_when",
    ]


def test_without_a_studio(tmp_path: Path) -> None:
    """A quote that names no studio file has every place itself."""
    text = QUOTE.replace("studio: studio.yaml\n", "currency: EUR\n")
    assert places(tmp_path, ("seller",), quote=text) == ["quote.yaml:1:1 seller"]


def test_many_are_found_in_one_walk(tmp_path: Path) -> None:
    """Many faults take one walk over the text and no more."""
    text = QUOTE.partition("tasks:")[0] + "tasks:\n"
    text += "".join(f"  - {{id: t{at}, price: 1}}\n" for at in range(5000))
    found = places(tmp_path, *(("tasks", at) for at in range(5000)), quote=text)
    assert found[-1] == "quote.yaml:5004:5 tasks[4999]"


def test_file_that_is_gone(tmp_path: Path) -> None:
    """A file that went away meanwhile is refused as when it is read."""
    with pytest.raises((FileAccessError, InvalidInputError), match="there is no such file"):
        placed_in_quote(tmp_path / "quote.yaml", ())
