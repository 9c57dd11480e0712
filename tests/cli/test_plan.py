"""`quotekit plan`: what a change costs, of requests and of two quotes."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import quotekit as qk
from tests.cli.calling import call
from tests.cli.change_files import BLOG, QUOTE, agreed

REQUEST = "changes/add-blog.yaml"
LATER = "changes/longer-blog.yaml"
ON = ("--on", "2026-03-22")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the folder of a job with change requests."""
    monkeypatch.chdir(agreed(tmp_path / "job"))
    return tmp_path / "job"


def written(folder: Path, name: str, text: str) -> str:
    """Write a file of the job and return its name."""
    (folder / name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.usefixtures("folder")
def test_request_is_priced_by_the_terms() -> None:
    """As JSON it is a list of change orders, fees and figures in them."""
    result = call("plan", REQUEST, *ON, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    (order,) = json.loads(result.stdout)
    jsonschema.validate(order, qk.schema("change_order"))
    assert (order["number"], order["issued"]) == ("CO-001", "2026-03-22")
    assert [(line["id"], line["difference"]) for line in order["lines"]] == [
        ("screens", "510.00"),
        ("blog", "950.00"),
        ("fonts", "-120.00"),
        ("CO-001.rush.vat", "730.00"),
        ("CO-001.handling_fee", "60.00"),
    ]
    assert order["sum"]["net"]["after"] == "8580.00"
    assert order["sum"]["total"]["change"] == "2534.70"
    assert order["sum"]["total"]["after"] == "10151.40"
    assert order["time"]["working_days"]["change"] == 3


@pytest.mark.usefixtures("folder")
def test_requests_rest_on_one_another() -> None:
    """The second is priced as if the first had been accepted."""
    first, second = json.loads(call("plan", REQUEST, LATER, *ON, "-f", "json").stdout)
    assert second["number"] == "CO-002"
    assert second["base"] == first["revised"]
    assert second["sum"]["net"]["earlier"] == first["sum"]["net"]["change"]
    alone = call("plan", LATER, *ON)
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert alone.stderr.startswith(f'{LATER}:3:20: actions[0].revise: there is no task "blog"; ')


@pytest.mark.usefixtures("folder")
def test_progress_and_payments() -> None:
    """What is done makes an extension late, and what is paid stays as it is."""
    result = call(
        "plan", REQUEST, *ON, "--progress", "screens=90", "--progress", "frontend=10 %",
        "--paid", "deposit", "-f", "json",
    )  # fmt: skip
    (order,) = json.loads(result.stdout)
    assert [(line["id"], line["difference"]) for line in order["lines"]][3] == (
        "CO-001.late.screens",
        "153.00",
    )
    assert [(part["before"], part["fixed"]) for part in order["instalments"]] == [
        ("2285.01", True),
        ("2285.01", False),
        ("3046.68", False),
    ]
    assert order["instalments"][0]["after"] == "2285.01"


def test_text_is_what_the_library_renders(folder: Path) -> None:
    """The text is that of `render`, in the language and width asked for, one after the other."""
    job = qk.Project(folder)
    orders = job.plan([REQUEST, LATER], on=date(2026, 3, 22))
    texts = [qk.render(order, language="de", width=72, agreement=job.agreement) for order in orders]
    result = call("plan", REQUEST, LATER, *ON, "-l", "de", "-w", "72")
    assert result.stdout == "\n".join(texts)
    assert result.exit_code == 0


def test_job_elsewhere(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--quote names the quote, or the folder that it is in."""
    here = call("plan", REQUEST, *ON).stdout_bytes
    monkeypatch.chdir(tmp_path)
    for named in (folder, folder / "quote.yaml"):
        there = call("plan", folder / REQUEST, *ON, "--quote", named)
        assert (there.exit_code, there.stdout_bytes) == (0, here)
    nowhere = call("plan", folder / REQUEST, *ON)
    assert (nowhere.exit_code, nowhere.stdout) == (2, "")
    assert nowhere.stderr.startswith(".: there is no quote.yaml in this folder; ")


@pytest.mark.usefixtures("folder")
def test_today_is_the_day() -> None:
    """Without --on it is today."""
    before = date.today()  # noqa: DTZ011 - the user's own day, as the command has it
    (order,) = json.loads(call("plan", REQUEST, "-f", "json").stdout)
    after = date.today()  # noqa: DTZ011 - as above
    assert before <= date.fromisoformat(order["issued"]) <= after


@pytest.mark.parametrize("day", ["20260322", "2026-13-01", "22.3.2026", "2026-W12-7", "soon", ""])
@pytest.mark.usefixtures("folder")
def test_day_is_written_as_in_a_quote(day: str) -> None:
    """Any other spelling is a wrong call."""
    result = call("plan", REQUEST, "--on", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no day of the calendar; write it like 2026-03-02" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--progress", "screens"), "is no ID=PERCENT; write for example --progress screens=60"),
        (("--progress", "screens=1", "--progress", "screens=2"), "'screens' stands twice"),
        (("--progress", "screens=200"), "progress.screens: 200 % is no progress"),
        (("--progress", "screens=12,5"), 'progress.screens: "12,5" is not a number'),
        (("--progress", "screen=5"), 'there is no task "screen"; did you mean screens?'),
        (("--paid", "deposits"), 'there is no payment "deposits"; did you mean deposit?'),
        (("--quote", "no.yaml"), "no.yaml: there is no such file"),
        (("--quote", "agreement.yaml"), "agreement.yaml:1:11: quotekit: this is an agreement, "),
        (("quote.yaml",), "quote.yaml:1:11: quotekit: this is a quote, where a change request"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_calls(arguments: tuple[str, ...], said: str) -> None:
    """What does not fit is said in a line, and nothing is printed."""
    result = call("plan", REQUEST, *ON, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.usefixtures("folder")
def test_without_a_request() -> None:
    """A plan needs something to plan."""
    result = call("plan")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "name a change request, such as changes/add-blog.yaml" in result.stderr


def test_every_fault_of_every_request(folder: Path) -> None:
    """All files are read before any is priced, and every fault has its place."""
    one = written(folder, "one.yaml", BLOG.replace("quantity: 30", "quantitty: 30"))
    two = written(folder, "two.yaml", BLOG.replace("remove: fonts", "removed: fonts"))
    result = call("plan", one, REQUEST, two, *ON)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first.startswith("one.yaml:8:11: actions[0].set.quantitty: ")
    assert first.endswith("did you mean quantity?")
    assert second.startswith("two.yaml:10:5: actions[2]: there is no action here; ")


def test_faults_of_the_quote_are_its_own(folder: Path) -> None:
    """A quote that is not sound is said with its own file."""
    quote = written(folder, "quote.yaml", QUOTE.replace("rate: design,", "rate: desing,"))
    result = call("plan", REQUEST, *ON)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{quote}:15:47: tasks[0].rate: there is no rate ")


def test_exit_code_tells_whether_anything_changes(folder: Path) -> None:
    """With --exit-code, 1 stands for a change; what only the seller sees is none."""
    note = written(
        folder,
        "note.yaml",
        "quotekit: change/1\nid: note\nactions: [{revise: fonts, set: {private: {cost: 90}}}]\n",
    )
    assert call("plan", REQUEST, *ON, "--exit-code").exit_code == 1
    assert call("plan", REQUEST, *ON).exit_code == 0
    assert call("plan", note, *ON, "--exit-code").exit_code == 0
    assert call("plan", "--against", "quote.yaml", "--exit-code").exit_code == 0


def test_two_quotes(folder: Path) -> None:
    """Against an older quote there is one object, without number, fees and policy."""
    new = written(folder, "new.yaml", QUOTE.replace("quantity: 24", "quantity: 30"))
    result = call("plan", new, "--against", "quote.yaml", "--format", "json", "--exit-code")
    assert (result.exit_code, result.stderr) == (1, "")
    order = json.loads(result.stdout)
    jsonschema.validate(order, qk.schema("change_order"))
    assert order["number"] is None
    assert order["actions"] == [{"revise": "screens", "set": {"quantity": "30"}}]
    assert order["sum"]["net"]["change"] == "510.00"
    back = json.loads(call("plan", ".", "--against", new, "-f", "json").stdout)
    assert back["sum"]["net"]["change"] == "-510.00"
    assert call("plan", "--against", new, "-f", "json").stdout == json.dumps(back, indent=2) + "\n"
    text = call("plan", new, "--against", "quote.yaml").stdout
    assert text == qk.render(qk.Project(new).compared_with(qk.Project("quote.yaml")))


def test_quotes_that_cannot_be_compared(folder: Path) -> None:
    """In another currency nothing can be held against each other."""
    new = written(folder, "new.yaml", QUOTE.replace("currency: EUR", "currency: USD"))
    result = call("plan", new, "--against", "quote.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("new.yaml:5:11: currency: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("quote.yaml", "--paid", "deposit"), "--paid is about change requests"),
        (("quote.yaml", "--progress", "fonts=1"), "--progress is about change requests"),
        (("--quote", "quote.yaml"), "--quote is about change requests"),
        (("quote.yaml", "quote.yaml"), "--against compares one quote; name only one"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_two_quotes_have_no_use_for(arguments: tuple[str, ...], said: str) -> None:
    """A bare difference has no progress, no payments and no terms."""
    result = call("plan", *arguments, "--against", "quote.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_lost_id_is_said(folder: Path) -> None:
    """A task that is another one but for its id is named, with the id to keep."""
    new = written(folder, "new.yaml", QUOTE.replace("id: fonts", "id: typefaces"))
    result = call("plan", new, "--against", "quote.yaml", "-f", "json")
    assert result.exit_code == 0
    assert re.search(r'"typefaces".*"fonts".*keep the id "fonts"', result.stderr)
    request = written(
        folder,
        "request.yaml",
        "quotekit: change/1\nid: x\nactions:\n  - remove: fonts\n"
        "  - add: {id: typefaces, title: Font licence, expense: 120}\n",
    )
    assert 'keep the id "fonts"' in call("plan", request, *ON).stderr


def test_written_to_a_file(folder: Path) -> None:
    """With -o nothing is printed, and nothing that is written by hand is replaced."""
    whole = call("plan", REQUEST, *ON).stdout
    result = call("plan", REQUEST, *ON, "-o", folder / "order.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (folder / "order.txt").read_text(encoding="utf-8") == whole
    refused = call("plan", REQUEST, *ON, "-o", REQUEST)
    assert refused.exit_code == 2
    assert "YAML is what you write" in refused.stderr
    assert (folder / REQUEST).read_text(encoding="utf-8") == BLOG


@pytest.mark.usefixtures("folder")
def test_show_and_check_of_a_request() -> None:
    """A request is not printed but priced, and `check` takes it by its shape."""
    shown = call("show", REQUEST)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr == (
        f"{REQUEST}: this is a change request, which is not printed but priced; "
        f"see what it costs: quotekit plan {REQUEST}\n"
    )
    checked = call("check", REQUEST, LATER)
    assert (checked.exit_code, checked.stderr) == (0, f"{REQUEST}: ok\n{LATER}: ok\n")
