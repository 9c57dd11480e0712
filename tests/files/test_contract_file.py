"""The file of what is agreed, and what somebody edited in it."""

from pathlib import Path

import pytest

from quotekit.errors import FileAccessError
from quotekit.files import load_quote, parse_quote, write_contract
from quotekit.quotes import quote_digest

TEXT = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\ntasks: [{id: a, price: %s}]\n"
ONE, TWO = parse_quote(TEXT % 1), parse_quote(TEXT % 2)


def test_written_and_written_anew(tmp_path: Path) -> None:
    """The file loads to what is agreed, and what quotekit wrote itself is replaced."""
    path = tmp_path / "contract.yaml"
    assert write_contract(path, ONE) is None
    assert quote_digest(load_quote(path)) == quote_digest(ONE)
    assert write_contract(path, TWO, [ONE]) is None
    assert quote_digest(load_quote(path)) == quote_digest(TWO)
    assert [each.name for each in tmp_path.iterdir()] == ["contract.yaml"]


def test_edited_file_is_kept(tmp_path: Path) -> None:
    """Every edited file gets a place of its own, whatever is there already."""
    path = tmp_path / "contract.yaml"
    for number, name in enumerate(("contract.yaml.mine", "contract.yaml.mine-2")):
        path.write_text(f"# {number}\n", encoding="utf-8")
        assert write_contract(path, ONE, [TWO]) == tmp_path / name
        assert (tmp_path / name).read_text("utf-8") == f"# {number}\n"
        assert quote_digest(load_quote(path)) == quote_digest(ONE)


def test_edited_file_is_spared(tmp_path: Path) -> None:
    """Where nothing was agreed anew, an edited file stays."""
    path = tmp_path / "contract.yaml"
    path.write_text("# mine\n", encoding="utf-8")
    assert write_contract(path, ONE, [ONE], spare_edited=True) is None
    assert path.read_text("utf-8") == "# mine\n"


def test_nothing_agreed(tmp_path: Path) -> None:
    """Where nothing is agreed any more the file goes, an edited one to its own place."""
    path = tmp_path / "contract.yaml"
    write_contract(path, ONE)
    assert write_contract(path, None, [ONE]) is None
    assert not path.exists()
    assert write_contract(path, None, [ONE]) is None
    path.write_text("# mine\n", encoding="utf-8")
    kept = write_contract(path, None, [ONE])
    assert kept is not None
    assert (path.exists(), kept.read_text("utf-8")) == (False, "# mine\n")


def test_no_folder(tmp_path: Path) -> None:
    """Where it cannot be written, that is said."""
    with pytest.raises(FileAccessError, match="the folder is not there"):
        write_contract(tmp_path / "no" / "contract.yaml", ONE)
