"""What is open elsewhere for a moment is tried again, and anything else is not."""

import pytest

from quotekit.files.patience import patiently


class OpenElsewhereError(PermissionError):
    """What Windows raises while another program has a file open."""

    winerror = 32


def test_file_that_is_let_go_is_got(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that works after a while has worked."""
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    tries = iter([OpenElsewhereError(), OpenElsewhereError(), None])

    def step() -> str:
        refusal = next(tries)
        if refusal is not None:
            raise refusal
        return "done"

    assert patiently(step) == "done"
    assert len(pauses) == 2


def test_file_that_is_never_let_go_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience ends after less than a second."""
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)

    def step() -> None:
        raise OpenElsewhereError

    with pytest.raises(OpenElsewhereError):
        patiently(step)
    assert 0 < sum(pauses) < 1


def test_permission_is_not_asked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written will not be so in a second."""
    monkeypatch.delattr("time.sleep")

    def step() -> None:
        raise PermissionError

    with pytest.raises(PermissionError):
        patiently(step)
