"""Every bit that changes and every byte that is cut off is found."""

from pathlib import Path

import pytest

from quotekit.errors import InvalidInputError, NotAllowedError
from quotekit.files import load_journal
from quotekit.record import verify
from tests.files.test_journal_file import kept, noted
from tests.record.played import SENT, event, message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a small journal with text beyond ASCII in it."""
    path = kept(tmp_path / "journal.jsonl", 1)
    noted(path, event(SENT[0], **SENT[1]))
    noted(path, message("Größer, bitte – 大きく"))
    return path


def test_every_changed_bit_is_found(path: Path) -> None:
    """No bit of a journal, its line ends among them, changes unseen."""
    data = path.read_bytes()
    load_journal(path)
    with path.open("r+b", buffering=0) as sink:
        for at in range(len(data)):
            for bit in range(8):
                sink.seek(at)
                sink.write(bytes([data[at] ^ 1 << bit]))
                with pytest.raises(InvalidInputError):
                    load_journal(path)
            sink.seek(at)
            sink.write(data[at : at + 1])
    assert path.read_bytes() == data


def test_every_cut_is_found(path: Path) -> None:
    """A journal cut off anywhere is torn, or does not hold its mark; only a line end is no loss."""
    data = path.read_bytes()
    journal = load_journal(path)
    mark = f"3:{journal.entries[2].hash[7:23]}"
    whole = [at for at in range(len(data) + 1) if data[at : at + 1] == b"\n"]
    codes: set[str] = set()
    for length in range(len(data)):
        path.write_bytes(data[:length])
        try:
            cut = load_journal(path)
        except InvalidInputError as error:
            codes.update(fault.code for fault in error.faults)
            continue
        assert length in {0, *whole, *(end + 1 for end in whole)}
        if length == len(data) - 1:
            verify(cut, mark)
            assert cut == journal
            continue
        with pytest.raises(NotAllowedError) as refused:
            verify(cut, mark)
        codes.update(fault.code for fault in refused.value.faults)
    assert codes == {"torn", "cut"}
