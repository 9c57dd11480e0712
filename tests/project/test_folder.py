"""What is found wrong only when a quote is printed is told at its place in the file."""

from pathlib import Path

import pytest

from quotekit.errors import QuotekitError
from quotekit.project import Project

HEAD = "quotekit: quote/1\nnumber: Q-1\ncurrency: EUR\nschedule: {start: 2026-04-07}\n"
BEYOND = "the work would take 999999999 working days, beyond any calendar"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "tasks: [{id: a, price: 5, days: 999999999}]\n",
            f"5:33: tasks[0].days: {BEYOND}; check quantities, days and effort",
        ),
        (
            "tasks: []\npayments: [{id: p, percent: 100, due: {before: start, days: 999999999}}]\n",
            "6:61: payments[0].due.days: a due date lies beyond any calendar; check its days",
        ),
        (
            "tasks: []\nlanguage: hi_IN\n",
            '6:11: language: there is no language "hi_IN"; known: de, ',
        ),
    ],
)
def test_place_of_what_cannot_be_printed(text: str, said: str, tmp_path: Path) -> None:
    """File, line and column, as of everything that is refused when the file is read."""
    file = tmp_path / "quote.yaml"
    file.write_text(HEAD + text)
    with pytest.raises(QuotekitError) as refused:
        Project(tmp_path).printed()
    assert str(refused.value).startswith(f"{file}:{said}")


def test_place_in_the_studio_file(tmp_path: Path) -> None:
    """A language that the studio file asks for is a fault of that file."""
    job = tmp_path / "job"
    job.mkdir()
    studio = tmp_path / "studio.yaml"
    studio.write_text("quotekit: studio/1\nlanguage: hi_IN\n")
    (job / "quote.yaml").write_text(f"{HEAD}tasks: []\nstudio: ../studio.yaml\n")
    with pytest.raises(QuotekitError, match=r"studio\.yaml:2:11: language: there is no language"):
        Project(job).printed()
