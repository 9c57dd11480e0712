"""Mutated examples thrown at the command line: it answers, and never falls over."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quotekit as qk
from tests.cli.calling import EXAMPLES, call

FILES = sorted(EXAMPLES.glob("*/*.yaml"))
REQUESTS = sorted(EXAMPLES.glob("*/changes/*.yaml"))
PIECES = [
    b"\x00", b"\x1b[2J", b"\xff", b"\xef\xbb\xbf", "\u202e".encode(), "１２".encode(),
    b"&a ", b"*a", b"<<: ", b"!!python/object:os.system ", b"%YAML 1.1\n", b"---\n", b"...\n",
    b"- ", b"[" * 40, b"{", b"}", b",", b": ", b"#", b"'", b'"', b"|\n", b"\t", b"\r", b"\n",
    b"1e999999", b"-0", b"NaN", b".inf", b"12,50", b"1:30", b"0x1f", b"null", b"~", b"true",
    b"no", b"2026-13-45", b"9" * 30, b"../../etc/passwd", b"id: ", b"tasks:\n", b"CO-1",
    b"none", b"net", b"-1", b"0", b"100 %",
]  # fmt: skip
"""What a slip, a wrong program or a bad intention leaves in a file."""


@st.composite
def mutated(draw: st.DrawFn, files: list[Path]) -> tuple[Path, bytes]:
    """Draw an example file, and its bytes after a few small accidents."""
    path = draw(st.sampled_from(files))
    data = path.read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.sampled_from([0, 0, 1, 1, 2, 5, 20, 200])))
        lines = data.splitlines(keepends=True)
        piece = draw(
            st.sampled_from(PIECES)
            | st.binary(max_size=8)
            | st.text(max_size=8).map(lambda text: text.encode(errors="surrogatepass"))
            | st.sampled_from(lines or [b""])
        )
        data = data[:at] + piece + data[end:]
    return path, data


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    mutated(FILES),
    st.sampled_from(
        [["show"], ["show", "-f", "json"], ["show", "-f", "csv", "--internal"], ["check"],
         ["check", "-f", "json"], ["reprice"]]
    ),
)  # fmt: skip
def test_mutated_examples(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    accident: tuple[Path, bytes],
    command: list[str],
) -> None:
    """Whatever a file has suffered: exit code 0, 1 or 2, short lines, no traceback, no escape."""
    path, data = accident
    folder = tmp_path / "jobs" / path.parent.name
    if not folder.exists():
        shutil.copytree(path.parent, folder)
    (folder / path.name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    try:
        result = call(command[0], folder, *command[1:])
    finally:
        shutil.copyfile(path, folder / path.name)
    assert result.exit_code in {0, 1, 2}, result.stderr
    assert "Traceback" not in result.stderr
    assert "internal" not in result.stderr
    assert "this job failed" not in result.stdout
    assert all(qk.visible(line) == line for line in result.stderr.split("\n"))
    assert b"\x1b" not in result.stdout_bytes
    if result.exit_code == 2 and command[0] != "reprice":
        assert result.stderr or '"faults"' in result.stdout


@settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    mutated(REQUESTS),
    st.sampled_from([["plan"], ["plan", "-f", "json"], ["change", "--dry-run"], ["check"]]),
)
def test_mutated_requests(tmp_path: Path, accident: tuple[Path, bytes], command: list[str]) -> None:
    """A change request that has suffered is priced or refused as well, and so in plain words."""
    path, data = accident
    request = tmp_path / path.name
    request.write_bytes(data)
    job = () if command[0] == "check" else ("--quote", path.parents[1], "--on", "2026-05-04")
    result = call(command[0], request, *job, *command[1:])
    assert result.exit_code in {0, 1, 2}, result.stderr
    assert "Traceback" not in result.stderr
    assert "internal" not in result.stderr
    assert all(qk.visible(line) == line for line in result.stderr.split("\n"))
    assert b"\x1b" not in result.stdout_bytes
    assert result.stderr or result.stdout
    assert (result.exit_code == 0) == bool(result.stdout) or command[0] == "check"
