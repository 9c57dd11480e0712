"""`quotekit show`: what it prints, and where."""

import csv
import io
import json
import os
import pty
import re
from pathlib import Path

import pytest

import quotekit as qk
from tests.cli.calling import BAKERY, EXAMPLES, PROGRAM, SMALL, call, job, run
from tests.cli.recorded import ACCEPT, CHANGE, SEND, done, refused, started

STUDIO = "quotekit: studio/1\ncurrency: EUR\n"


def test_folder_and_file_are_alike() -> None:
    """A folder means the quote in it."""
    assert call("show", BAKERY).stdout_bytes == call("show", BAKERY / "quote.yaml").stdout_bytes


def test_this_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without FILE it is the job in this folder."""
    whole = call("show", BAKERY).stdout
    monkeypatch.chdir(BAKERY)
    result = call("show")
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", whole)


def test_text_is_what_the_library_renders() -> None:
    """The text is that of `render`, byte for byte, with the agreement at hand."""
    job_ = qk.Project(BAKERY)
    text = qk.render(qk.price(job_.quote), agreement=job_.agreement, width=72, language="fr")
    assert call("show", BAKERY, "-w", "72", "-l", "fr").stdout_bytes == text.encode()


def test_json_and_csv() -> None:
    """JSON holds the totals, CSV a row for each line at least."""
    data = json.loads(call("show", BAKERY, "--format", "json").stdout)
    priced = qk.price(qk.load_quote(BAKERY / "quote.yaml"))
    assert data["quotekit"] == "priced_quote/1"
    assert data["totals"]["payable"] == str(priced.totals.payable)
    rows = list(csv.reader(io.StringIO(call("show", BAKERY, "-f", "csv").stdout)))
    assert len(rows) > len(priced.lines)


def test_internal_only_when_asked() -> None:
    """Cost and margin are printed with --internal, and never without."""
    assert "internal" not in json.loads(call("show", BAKERY, "-f", "json").stdout)
    assert (
        "margin" in json.loads(call("show", BAKERY, "-f", "json", "--internal").stdout)["internal"]
    )
    assert call("show", BAKERY).stdout != call("show", BAKERY, "--internal").stdout


def test_agreement() -> None:
    """A file whose first key says agreement is printed as one."""
    path = BAKERY / "agreement.yaml"
    text = call("show", path)
    assert (text.exit_code, text.stderr) == (0, "")
    assert "Gegenstand des Vertrags" in text.stdout
    data = json.loads(call("show", path, "--format", "json").stdout)
    assert data["quotekit"] == "agreement/1"


def test_faulty_agreement(tmp_path: Path) -> None:
    """The faults of an agreement are its own, not that it is no quote."""
    path = tmp_path / "terms.yaml"
    path.write_text("quotekit: agreement/1\nclauzes: []\n", encoding="utf-8")
    result = call("show", path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{path}:2:1: clauzes: ")
    assert "did you mean clauses?" in result.stderr


@pytest.mark.parametrize("first", ["studio/1", "change/2", "nonsense/1", "quote/2"])
def test_other_kinds(tmp_path: Path, first: str) -> None:
    """A file of another kind is refused as no quote, in one line."""
    path = tmp_path / "file.yaml"
    path.write_text(f"quotekit: {first}\n", encoding="utf-8")
    result = call("show", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{path}:1:11: quotekit: ")
    assert result.stderr.count("\n") == 1


def test_wrong_kind_of_a_named_file(tmp_path: Path) -> None:
    """A quote whose agreement is none is refused where the agreement says so."""
    (tmp_path / "terms.yaml").write_text(STUDIO, encoding="utf-8")
    job(tmp_path, SMALL.replace("tasks:", "agreement: terms.yaml\ntasks:"))
    result = call("show", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'terms.yaml'}:1:11: ")


def test_folder_without_a_job(tmp_path: Path) -> None:
    """A folder with no quote.yaml is refused with what to do about it."""
    result = call("show", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path}: there is no quote.yaml in this folder; "
        "name the file, or begin a job: quotekit new FOLDER\n"
    )


@pytest.mark.parametrize(
    "args", [["--language", "xx"], ["--width", "19"], ["--width", "1001"], ["--format", "pdf"]]
)
def test_refused_options(args: list[str]) -> None:
    """A language, width or format that is not there is refused with 2 and nothing printed."""
    result = call("show", BAKERY, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert "internal error" not in result.stderr


@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_written_to_a_file(tmp_path: Path, format: str) -> None:
    """What -o writes is what would be printed, byte for byte, and nothing is printed."""
    out = tmp_path / "out.txt"
    result = call("show", BAKERY, "-f", format, "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert out.read_bytes() == call("show", BAKERY, "-f", format).stdout_bytes


@pytest.mark.parametrize("link", [False, True])
@pytest.mark.parametrize("name", ["quote.yaml", "agreement.yaml", "quote"])
def test_hand_written_files_are_kept(tmp_path: Path, name: str, *, link: bool) -> None:
    """No document is written over a quote or an agreement, behind a link neither."""
    path = tmp_path / name
    path.write_text(SMALL, encoding="utf-8")
    out = path
    if link:
        out = tmp_path / "out.txt"
        out.symlink_to(path)
    result = call("show", path, "-o", out)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{out}: YAML is what you write")
    assert path.read_text(encoding="utf-8") == SMALL


def test_out_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is not there is one line and exit code 3."""
    result = call("show", BAKERY, "-o", tmp_path / "no" / "out.txt")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)


def seen_at_a_terminal(environment: dict[str, str]) -> bytes:
    """Return what a terminal is sent by `quotekit show`."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(environment)
        os.execv(PROGRAM[0], [*PROGRAM, "show", str(BAKERY)])  # noqa: S606 - no shell is wanted
    seen = b""
    try:
        while part := os.read(terminal, 65536):
            seen += part
    except OSError:
        pass  # How Linux says that the other end is closed.
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    return seen.replace(b"\r\n", b"\n")


def test_colour_only_at_a_terminal_that_wants_it() -> None:
    """A terminal gets colour, but not with NO_COLOR; without its colours the text is the same."""
    plain = run("show", BAKERY).stdout
    assert b"\x1b" not in plain
    assert seen_at_a_terminal({"NO_COLOR": "1", "TERM": "xterm"}) == plain
    assert seen_at_a_terminal({"TERM": "dumb", "NO_COLOR": ""}) == plain
    coloured = seen_at_a_terminal({"TERM": "xterm", "NO_COLOR": ""})
    assert b"\x1b[" in coloured
    assert re.sub(rb"\x1b\[[0-9;]*m", b"", coloured) == plain


def test_every_example_in_every_language() -> None:
    """Each example prints in each language there is."""
    for folder in sorted(EXAMPLES.iterdir()):
        for language in qk.languages():
            result = call("show", folder, "--language", language)
            assert (result.exit_code, result.stderr) == (0, "")
            assert result.stdout


def test_documents_of_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change order and the quote are shown by their numbers, as they went out."""
    monkeypatch.chdir(started(tmp_path / "job", SEND, ACCEPT, CHANGE))
    sent = Path("sent/Q-2026-014-r1.txt").read_text("utf-8")
    order = Path("sent/CO-001.txt").read_text("utf-8").rpartition("\nrecord ")[0]
    # What the files say by now is another matter.
    Path("quote.yaml").write_text("{", encoding="utf-8")
    Path("agreement.yaml").unlink()
    assert done("show", "Q-2026-014").stdout == sent
    assert done("show", "CO-001").stdout == order
    assert '"number": "CO-001"' in done("show", "CO-001", "-f", "json").stdout
    assert "did you mean CO-001?" in refused("show", "CO-002", code=2)


def test_number_without_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is agreed there is no order; what is no number is a file."""
    monkeypatch.chdir(started(tmp_path / "job"))
    assert refused("show", "CO-001").startswith("no quote is accepted yet")
    assert "there is no such file" in refused("show", "Q-2026-014", code=2)
    monkeypatch.chdir(tmp_path)
    assert "there is no quote.yaml in this folder" in refused("show", "CO-001", code=2)
    assert "there is no quote.yaml in this folder" in refused("status", code=2)
    assert "there is no quote.yaml in this folder" in refused("note", "message", "x", code=2)


def test_hyphen_is_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-o -` prints what is printed without it, and makes no file of that name."""
    monkeypatch.chdir(job(tmp_path))
    plain, hyphen = call("show"), call("show", "-o", "-")
    assert (hyphen.exit_code, hyphen.stdout) == (0, plain.stdout)
    assert not Path("-").exists()
