"""What holds for every command: exit codes, words on stderr, encoding, pipes, start-up."""

import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import quotekit as qk
from quotekit.cli.shell import Shell
from tests.cli.calling import BAKERY, PROGRAM, call, job, run

HEAVY = ("pydantic", "yaml", "babel", "wcwidth", "holidays", "json", "importlib.metadata")


def failing(error: BaseException) -> Shell:
    """Return a shell whose only command ends in an error."""

    @click.group(cls=Shell)
    def shell() -> None:
        """Do nothing."""

    @shell.command()
    def fail() -> None:
        """Fail."""
        raise error

    return shell


def fault(message: str = "it is wrong") -> qk.Fault:
    """Return some fault."""
    return qk.Fault("wrong", message, "mend it", file="quote.yaml", line=3, column=1)


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (qk.InvalidInputError(fault()), 2, "quote.yaml:3:1: it is wrong; mend it\n"),
        (qk.UnpriceableError(fault()), 2, "quote.yaml:3:1: it is wrong; mend it\n"),
        (qk.UnknownNameError(fault()), 2, "quote.yaml:3:1: it is wrong; mend it\n"),
        (qk.FileAccessError(fault()), 3, "quote.yaml:3:1: it is wrong; mend it\n"),
        (KeyboardInterrupt(), 130, "\nquotekit: interrupted\n"),
        (RecursionError("deep"), 2, "quotekit: this input is too large to work on; divide it\n"),
        (MemoryError(), 2, "quotekit: this input is too large to work on; divide it\n"),
        (
            OSError(28, "No space left on device"),
            3,
            "quotekit: could not read or write: No space left on device; try again\n",
        ),
        (
            ValueError("a\nb"),
            3,
            "quotekit: internal error: ValueError: a<U+000A>b; please report it\n",
        ),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_exit_codes(error: BaseException, code: int, line: str) -> None:
    """Each kind of error has its exit code and one line on stderr, and never a traceback."""
    result = CliRunner().invoke(failing(error), ["fail"])
    assert (result.exit_code, result.stderr, result.stdout) == (code, line, "")


def test_faults_one_a_line() -> None:
    """Several faults are several lines, and what could deceive a reader is made visible."""
    error = qk.InvalidInputError(fault("one \x1b[2J"), fault("two \u202e"))
    result = CliRunner().invoke(failing(error), ["fail"])
    assert result.stderr == (
        "quote.yaml:3:1: one <U+001B>[2J; mend it\nquote.yaml:3:1: two <U+202E>; mend it\n"
    )


@pytest.mark.parametrize(
    "args",
    [["nonsense"], ["show", "--nonsense"], ["show", "--width", "x"], ["show", "a", "b"], ["new"]],
)
def test_wrong_calls(args: list[str]) -> None:
    """A call that is wrong exits with 2, says how it is used, and prints nothing."""
    result = call(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: quotekit")


def test_wrong_call_is_made_visible() -> None:
    """What a call is refused for is shown without the controls it holds."""
    result = call("show", "--wid\x1b[2Jth")
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr
    assert "[2Jth" in result.stderr


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"]])
def test_help(args: list[str]) -> None:
    """Alone, or asked for help, quotekit prints the commands and exits with 0."""
    result = call(*args)
    assert (result.exit_code, result.stderr) == (0, "")
    listed = [line.split()[0] for line in result.stdout.split("Commands:")[1].splitlines() if line]
    commands = [
        "new", "show", "check", "assess", "send", "accept", "decline", "withdraw", "plan",
        "change", "proceed", "note", "status", "agreed", "log", "void", "exposure", "settle",
        "end", "reopen", "verify", "record", "reprice", "schema",
    ]  # fmt: skip
    assert listed[: len(commands)] == commands
    assert "..." not in result.stdout.split("Commands:")[1]


def test_version() -> None:
    """The version is that of the package."""
    assert call("--version").stdout == f"quotekit, version {qk.__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["show", "--help"], ["reprice", "-h"]])
def test_help_loads_little(args: list[str]) -> None:
    """Help and version load no floor of quotekit and nothing slow."""
    script = (
        "import sys, contextlib, io\n"
        "from quotekit.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        f"    main({args!r})\n"
        f"print(*[n for n in {HEAVY!r} if n in sys.modules])\n"
        "print(*sorted(n for n in sys.modules if n.count('.') == 1 and n.startswith('quotekit.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    heavy, floors = done.stdout.splitlines()
    assert heavy == ""
    assert floors == "quotekit.cli"


@pytest.mark.parametrize("kind", ["bash", "zsh", "fish"])
def test_completion(kind: str) -> None:
    """Completion is what click gives: a script for the shell, and nothing beside it."""
    done = run(env={"_QUOTEKIT_COMPLETE": f"{kind}_source"})
    # click asks bash for its version and warns of an old one; that is all stderr may hold.
    assert done.returncode == 0
    assert b"_QUOTEKIT_COMPLETE" in done.stdout


def test_completion_of_commands() -> None:
    """The commands complete, and the options of a command."""
    asked = {"_QUOTEKIT_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    done = run(env={**asked, "COMP_WORDS": "quotekit rep"})
    assert done.stdout == b"plain,reprice\n"
    done = run(env={**asked, "COMP_WORDS": "quotekit show --la", "COMP_CWORD": "2"})
    assert done.stdout == b"plain,--language\n"


@pytest.mark.parametrize("where", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}])
def test_piped_output_is_utf8(where: dict[str, str]) -> None:
    """What is piped into a file is UTF-8, whatever the locale is called."""
    done = run("show", BAKERY, "--format", "json", env={**where, "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Gestaltung der Seiten" in done.stdout.decode("utf-8")
    assert "Über" in done.stdout.decode("utf-8") or "ü" in done.stdout.decode("utf-8")


def test_words_are_utf8(tmp_path: Path) -> None:
    """A fault that holds letters beyond ASCII leaves as UTF-8 under the locale C."""
    folder = job(tmp_path / "Bäckerei", "quotekit: quote/1\nnumber: Ö\ncurrency: EUR\ntasks: []\n")
    done = run("check", "Bäckerei", cwd=tmp_path, env={"LC_ALL": "C"})
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("Bäckerei/quote.yaml:2:9: number: ")
    assert folder.is_dir()


def test_name_that_is_no_text() -> None:
    """A file name that is not UTF-8 is refused in one line, with the bytes made visible."""
    done = run("show", os.fsdecode(b"no\xff.yaml"))
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"no<U+DCFF>.yaml" in done.stderr


def test_closed_pipe() -> None:
    """A reader that has read enough ends the command quietly, with exit code 0."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        for args in (["schema", "quote"], ["--help"], ["show", "--help"]):
            done = run(*args, stdout=writer)
            assert (done.returncode, done.stderr) == (0, b"")
    finally:
        os.close(writer)


def test_full_disk() -> None:
    """A full disk under stdout is one line and exit code 3."""
    with Path("/dev/full").open("wb") as full:
        for args in (["schema", "quote"], ["--help"], ["show", str(BAKERY), "--format", "csv"]):
            done = run(*args, stdout=full)
            assert done.returncode == 3
            assert done.stderr.startswith(b"quotekit: could not read or write: ")
            assert done.stderr.count(b"\n") == 1


def test_closed_streams() -> None:
    """Without stdout or stderr the exit code still stands."""
    command = 'exec "$@" >&- 2>&-'
    for args, code in ((["--version"], 0), (["nonsense"], 2)):
        done = subprocess.run(["/bin/sh", "-c", command, "sh", *PROGRAM, *args], check=False)
        assert done.returncode == code


def test_interruption(tmp_path: Path) -> None:
    """An interruption exits with 130, says so in one line, and leaves nothing half made."""
    leader, follower = pty.openpty()
    asking = subprocess.Popen(
        [*PROGRAM, "new", str(tmp_path / "new")],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert asking.stderr is not None
    assert asking.stderr.read(6) == b"Client"
    # A signal that comes just before a read begins is seen only when the next one interrupts it.
    for _ in range(30):
        asking.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            asking.wait(timeout=1)
            break
    _, words = asking.communicate(timeout=3)
    os.close(leader)
    os.close(follower)
    assert asking.returncode == 130
    assert words.endswith(b"quotekit: interrupted\n")
    assert b"Traceback" not in words
    assert not (tmp_path / "new").exists()
