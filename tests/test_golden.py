"""Goldens tell the truth: a changed byte fails, and only the option rewrites a file."""

from pathlib import Path

import pytest

from tests.golden import Golden


def test_same_bytes_pass(tmp_path: Path) -> None:
    """Text and the bytes of it are the same golden."""
    path = tmp_path / "quote.txt"
    path.write_bytes("Gesamt 12,00 €\n".encode())
    compare = Golden()
    compare(path, "Gesamt 12,00 €\n")
    compare(path, "Gesamt 12,00 €\n".encode())


def test_changed_line_is_shown(tmp_path: Path) -> None:
    """A failing comparison shows both lines."""
    path = tmp_path / "quote.txt"
    path.write_text("Net\nTotal 12.00\n", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception) as failure:
        Golden()(path, "Net\nTotal 12.01\n")
    assert "-Total 12.00\n+Total 12.01" in str(failure.value)


@pytest.mark.parametrize("made", ["a\r\n", "a", "a\n\n", b"a\xff\n"])
def test_unseen_bytes_are_shown(tmp_path: Path, made: str | bytes) -> None:
    """A line end or a byte that a terminal hides fails, and differs in what is shown."""
    path = tmp_path / "quote.txt"
    path.write_bytes(b"a\n")
    with pytest.raises(pytest.fail.Exception) as failure:
        Golden()(path, made)
    assert "@@" in str(failure.value)
    assert path.read_bytes() == b"a\n"


def test_missing_golden_names_the_option(tmp_path: Path) -> None:
    """A golden that is not there fails and says how to write it."""
    with pytest.raises(pytest.fail.Exception, match="--update-golden"):
        Golden()(tmp_path / "quote.txt", "Net\n")


def test_update_writes(tmp_path: Path) -> None:
    """With the option the golden is written, and holds from then on."""
    path = tmp_path / "job" / "quote.txt"
    Golden(update=True)(path, "Net\n")
    Golden()(path, "Net\n")


def test_fixture_compares_by_default(golden: Golden, request: pytest.FixtureRequest) -> None:
    """The fixture rewrites goldens exactly when the option is given."""
    assert golden.update == request.config.getoption("--update-golden")
