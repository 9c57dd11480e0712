"""What the documentation shows is so: every code block runs, and nothing is left out."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from click import Command, Group, Option
from pydantic import BaseModel

import quotekit as qk
from quotekit.changes import VERBS
from quotekit.cli import main
from tests.fault_codes import fault_codes
from tests.golden import Golden
from tests.pages import FENCE, PAGES, ROOT, RUN, SHOWN, blocks, name_of, run

DOCS = ROOT / "docs"
BAKERY = ROOT / "examples" / "bakery-website" / "quote.yaml"
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_OUTSIDE = re.compile(r"[a-z]+:")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    """Every block of a page does what the page says."""
    monkeypatch.chdir(tmp_path)
    run(page, tmp_path, update=golden.update)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_block_is_run(page: Path) -> None:
    """A block is in a language that is run; the README alone has commands, which the gate runs."""
    allowed = RUN | SHOWN | ({"sh"} if page.name == "README.md" and page.parent == ROOT else set())
    text = page.read_text("utf-8")
    languages = [found["language"] for found in FENCE.finditer(text)]
    assert not {*languages} - allowed
    # A fence left open, of another kind or indented by spaces alone would be shown and not run.
    assert text.count("```") == 2 * len(languages)
    assert not re.search(r"^(?:~~~|\t|    )", FENCE.sub("", text), re.MULTILINE)


def test_commands_of_readme() -> None:
    """The README has the two commands that the gate runs from a fresh copy."""
    assert blocks(ROOT / "README.md", "sh") == [
        (
            "python3 -m venv .venv && .venv/bin/pip install --quiet '.[holidays]' "
            "&& .venv/bin/quotekit show examples/bakery-website/quote.yaml\n"
        ),
        (
            "python3 -m venv .venv && .venv/bin/pip install --quiet --editable '.[dev]' "
            "&& .venv/bin/pytest\n"
        ),
    ]


def test_quote_in_readme_is_printed_so(golden: Golden) -> None:
    """The README shows the beginning and the totals of the bakery's quote as they print."""
    quote = qk.load_quote(BAKERY)
    agreement = qk.load_agreement(BAKERY.with_name("agreement.yaml"))
    shown = excerpt(qk.render(qk.price(quote), agreement=agreement), qk.price(quote))
    readme = ROOT / "README.md"
    (block,) = blocks(readme, "text")
    text = readme.read_text("utf-8")
    golden(readme, text.replace(f"```text\n{block}```", f"```text\n{shown}```"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link within the repository names a file that is there, and a heading of it."""
    for link in _LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if _OUTSIDE.match(link):
            continue
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_found() -> None:
    """From the index, every page can be reached."""
    reached = {DOCS / "README.md"}
    open_pages = [*reached]
    while open_pages:
        page = open_pages.pop()
        for link in _LINK.findall(page.read_text("utf-8")):
            found = (page.parent / link.partition("#")[0]).resolve()
            if found.suffix == ".md" and found not in reached:
                reached.add(found)
                open_pages.append(found)
    assert {*PAGES} <= reached


@pytest.mark.parametrize(
    ("page", "model"),
    [
        ("quote-file.md", qk.Quote),
        ("agreement-file.md", qk.Agreement),
        ("questions.md", qk.QuestionSet),
    ],
)
def test_every_key_is_described(page: str, model: type[BaseModel]) -> None:
    """Every key that a document may hold stands on its page, as code."""
    told = (DOCS / page).read_text("utf-8")
    named = {key for code in re.findall(r"`([\w.]+)`", told) for key in code.split(".")}
    missing = {*keys_of(model)} - named
    assert not missing


def test_every_key_of_a_request_is_described() -> None:
    """Every key of a change request and of its actions stands on its page, as code."""
    told = (DOCS / "change-file.md").read_text("utf-8")
    named = {*re.findall(r"`(\w+)`", told)}
    actions = qk.Action.__subclasses__()
    assert {kind.verb for kind in actions} == {*VERBS}
    models: list[type[BaseModel]] = [qk.ChangeRequest, qk.Concession, *actions]
    assert not {key for model in models for key in model.model_fields} - named


def test_every_name_is_described() -> None:
    """Every public name stands on the page of the library, and nothing else does."""
    tables = re.findall(r"^\| (`.+?`) \|", (DOCS / "library.md").read_text("utf-8"), re.MULTILINE)
    told = [name for names in tables for name in re.findall(r"`(\w+)`", names)]
    assert sorted(told) == sorted({*qk.__all__} - {"__version__"})


def test_every_command_is_described() -> None:
    """Every command and each of its options stands on the page of the command line."""
    told = (DOCS / "command-line.md").read_text("utf-8")
    transcripts = "".join(blocks(DOCS / "command-line.md", "console"))
    for name, command in commands_of(main):
        assert f"## {name}\n" in told
        assert f"$ quotekit {name} --help\n" in transcripts
        options = [part for part in command.params if isinstance(part, Option)]
        missing = {long for part in options for long in part.opts if long not in told}
        assert not missing


def test_example_of_every_command_is_run() -> None:
    """What the help of a command gives as its example is a line of a transcript."""
    transcripts = "".join(blocks(DOCS / "command-line.md", "console"))
    for name, command in commands_of(main):
        assert command.epilog, name
        example = command.epilog.removeprefix("Example: ")
        assert f"$ {example}" in transcripts


def test_every_code_is_described() -> None:
    """The table of codes and the codes in the source are the same list."""
    told = (DOCS / "bad-input.md").read_text("utf-8").partition("## Codes")[2]
    assert {*re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE)} == fault_codes()


def test_every_output_is_described() -> None:
    """Every key of JSON and every column of CSV stands on the page of outputs, as code."""
    told = (DOCS / "output.md").read_text("utf-8")
    outputs = {*qk.schema_names()} - {"quote", "studio", "agreement", "change", "questions"}
    keys = {key for name in outputs for key in properties_of(qk.schema(name))}
    priced = qk.price(qk.load_quote(BAKERY))
    keys |= {*qk.render(priced, format="csv").partition("\n")[0].split(",")}
    assert not {key for key in keys - {"quotekit"} if f"`{key}`" not in told}


def excerpt(printed: str, priced: qk.PricedQuote) -> str:
    """Return the beginning of a printed quote, up to its second task, and its totals."""
    paragraphs = printed.split("\n\n")
    total = re.sub(r"\D", "", f"{priced.totals.total:f}")
    totals = next(
        part
        for part in paragraphs
        if any(re.sub(r"\D", "", line.rpartition("  ")[2]) == total for line in part.split("\n"))
    )
    return "\n\n".join([*paragraphs[:6], "…", totals]) + "\n"


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as they are made of them on the web."""
    headings = _HEADING.findall(FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def keys_of(annotation: Any) -> Iterator[str]:
    """Yield the keys of a model and of the models in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield field.alias or name
            yield from keys_of(field.annotation)
    for inner in get_args(annotation):
        yield from keys_of(inner)


def properties_of(schema: Any) -> Iterator[str]:
    """Yield the keys that a JSON Schema knows, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
    if isinstance(schema, dict | list):
        inner: Iterable[Any] = schema.values() if isinstance(schema, dict) else schema
        for part in inner:
            yield from properties_of(part)


def commands_of(group: Command) -> list[tuple[str, Command]]:
    """Return the commands of a group by their names."""
    assert isinstance(group, Group)
    return [*group.commands.items()]
