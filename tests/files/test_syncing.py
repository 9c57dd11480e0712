"""Syncing waits for the disk itself, as each system has it."""

import errno
import fcntl
import os
from pathlib import Path
from types import ModuleType

import pytest

from quotekit.files.syncing import make_folder, sync_file, sync_folder
from tests.files.test_disk import failing


def test_drive_is_asked_where_that_can_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS fsync alone does not reach the disk; where the drive knows no better, it must do."""
    calls: list[object] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda at, how: calls.append((at, how)))
    monkeypatch.setattr(os, "fsync", calls.append)
    sync_file(7)
    assert calls == [(7, 51)]
    monkeypatch.setattr(fcntl, "fcntl", failing(errno.ENOTSUP))
    sync_file(8)
    assert calls == [(7, 51), 8]


def test_system_without_control_of_files_syncs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no such module."""
    calls: list[int] = []
    nothing: ModuleType | None = None
    monkeypatch.setattr("quotekit.files.syncing._FCNTL", nothing)
    monkeypatch.setattr(os, "fsync", calls.append)
    sync_file(7)
    assert calls == [7]


def test_folder_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that knows no syncing is no failure, a disk that fails is one."""
    sync_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", failing(errno.EINVAL))
    sync_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_folder(tmp_path)
    monkeypatch.setattr(os, "name", "nt")
    sync_folder(tmp_path)


def test_folder_is_made_once(tmp_path: Path) -> None:
    """A folder that is there is as good as one that was made."""
    for _ in range(2):
        make_folder(tmp_path / "evidence")
    assert (tmp_path / "evidence").is_dir()
