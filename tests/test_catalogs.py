"""The build refuses a translation that is missing, doubtful or says something else."""

import gettext
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hatch_build import LOCALE, CatalogBuildHook, CatalogError, compile_catalogs

ROOT = Path(__file__).parents[1]
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
RECORD = """
msgid "Total"
msgstr ""

msgid "Valid until {day}"
msgstr ""

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] ""
msgstr[1] ""
"""
GERMAN = """
msgid "Total"
msgstr "Gesamt"

msgid "Valid until {day}"
msgstr "Gültig bis {day}"

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} Tag"
msgstr[1] "{count} Tage"
"""


def write(locale: Path, language: str, text: str) -> None:
    """Put a catalog where the build looks for it."""
    folder = locale / language / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "quotekit.po").write_text(HEADER + text, encoding="utf-8")


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    """Return a folder with messages of record and a whole German catalog."""
    (tmp_path / "quotekit.pot").write_text(HEADER + RECORD, encoding="utf-8")
    write(tmp_path, "de", GERMAN)
    return tmp_path


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that wants its catalogs."""
    root = tmp_path_factory.mktemp("project")
    (root / "src" / "quotekit").mkdir(parents=True)
    return root


def refusal(locale: Path) -> str:
    """Return what the build says, and see that it left nothing half done."""
    with pytest.raises(CatalogError) as refused:
        compile_catalogs(locale)
    assert not list(locale.rglob("*.mo"))
    return str(refused.value)


def mend(locale: Path, old: str, new: str) -> None:
    """Replace a piece of the German catalog."""
    path = locale / "de" / "LC_MESSAGES" / "quotekit.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_whole_catalog_is_compiled(locale: Path) -> None:
    """A whole catalog becomes one that gettext reads, with the plural rule of its language."""
    assert compile_catalogs(locale) == [locale / "de" / "LC_MESSAGES" / "quotekit.mo"]
    german = gettext.translation("quotekit", locale, ["de"])
    assert german.gettext("Total") == "Gesamt"
    assert german.ngettext("{count} day", "{count} days", 2) == "{count} Tage"


def test_no_catalog_is_no_fault(tmp_path: Path) -> None:
    """A package without catalogs can be built."""
    assert compile_catalogs(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('msgid "Total"\nmsgstr "Gesamt"\n', "", "'Total' is missing; translate it"),
        ('"Gesamt"', '""', "'Total' has 0 of 1 translated forms; translate it"),
        ('"{count} Tage"', '""', "'{count} day' has 1 of 2 translated forms; translate it"),
        ('msgid "Total"', '#, fuzzy\nmsgid "Total"', "'Total' is marked fuzzy; check it"),
        ('msgid "Total"', 'msgid "Totals"', "'Totals' is not a message of quotekit.pot"),
        ('msgid "Total"', 'msgctxt "tax"\nmsgid "Total"', "'Total' is missing"),
        ("{count} days", "{count} Days", "the plural of '{count} day' is not that of quotekit.pot"),
        ("bis {day}", "bis", "translated with the placeholders none; use {day}"),
        ("bis {day}", "bis {tag}", "translated with the placeholders {tag}; use {day}"),
        ("bis {day}", "bis {day", "'Valid until {day}': "),
        ("{count} Tag", "Tag", "translated with the placeholders none; use {count}"),
        ("{count} Tage", "Tage", "translated with the placeholders none; use {count}"),
        ('msgstr "Gesamt"', 'msgstr "Gesamt"\nGesamt', "mend the file at that place"),
    ],
)
def test_planted_fault_is_refused(locale: Path, old: str, new: str, said: str) -> None:
    """Each fault of a catalog is named with its catalog, its message and the remedy."""
    mend(locale, old, new)
    message = refusal(locale)
    assert said in message
    assert "de/LC_MESSAGES/quotekit.po: " in message


def test_all_faults_are_told_at_once(locale: Path) -> None:
    """One build names the faults of every catalog."""
    mend(locale, '"Gesamt"', '""')
    write(locale, "fr", GERMAN.replace('"Gesamt"', '""'))
    message = refusal(locale)
    assert "de/LC_MESSAGES/quotekit.po: 'Total'" in message
    assert "fr/LC_MESSAGES/quotekit.po: 'Total'" in message


def test_first_form_may_leave_out_what_it_means(locale: Path) -> None:
    """Where a message says "one day", its translation may say that without a number."""
    record = locale / "quotekit.pot"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace('"{count} day"', '"one day"'), encoding="utf-8")
    mend(locale, 'msgid "{count} day"', 'msgid "one day"')
    mend(locale, "{count} Tag", "ein Tag")
    mend(locale, "ein Tage", "{count} Tage")
    assert compile_catalogs(locale)


def test_region_says_only_what_differs(locale: Path) -> None:
    """A region may translate a part, since its language stands behind it."""
    write(locale, "de_CH", 'msgid "Total"\nmsgstr "Total"\n')
    write(locale, "en_GB", 'msgid "Total"\nmsgstr "Total"\n')
    assert len(compile_catalogs(locale)) == 3


def test_region_says_nothing_unknown(locale: Path) -> None:
    """A region with a message that nobody asks for is refused."""
    write(locale, "de_CH", 'msgid "Grand total"\nmsgstr "Total"\n')
    assert "de_CH/LC_MESSAGES/quotekit.po: 'Grand total' is not a message" in refusal(locale)


def test_territory_without_a_language_is_whole(locale: Path) -> None:
    """`zh_CN` has no `zh` behind it, so it translates everything."""
    write(locale, "zh_CN", 'msgid "Total"\nmsgstr "总计"\n')
    assert "zh_CN/LC_MESSAGES/quotekit.po: 'Valid until {day}' is missing" in refusal(locale)


def test_language_without_plurals_has_one_form(locale: Path) -> None:
    """Chinese counts everything alike: one form is whole, and it bears the placeholder."""
    write(locale, "zh_CN", GERMAN.replace('msgstr[1] "{count} Tage"\n', ""))
    assert len(compile_catalogs(locale)) == 2


def test_missing_record_is_refused(locale: Path) -> None:
    """Catalogs without the messages of record cannot be judged."""
    (locale / "quotekit.pot").unlink()
    assert "quotekit.pot: the messages of record are missing" in refusal(locale)


def test_unknown_language_is_refused(locale: Path) -> None:
    """A folder that names no language of the CLDR is refused."""
    write(locale, "tlh", GERMAN)
    assert "tlh/LC_MESSAGES/quotekit.po: unknown locale 'tlh'" in refusal(locale)


def test_hook_packs_what_git_ignores(locale: Path, project: Path) -> None:
    """The build hook names every compiled catalog as an artifact, relative to the project."""
    locale.rename(project / LOCALE)
    hook = CatalogBuildHook(str(project), {}, None, None, "", "wheel")  # type: ignore[arg-type] # it asks for the root only
    build_data: dict[str, list[str]] = {"artifacts": []}
    hook.initialize("editable", build_data)
    compiled = "/src/quotekit/locale/de/LC_MESSAGES/quotekit.mo"
    assert build_data["artifacts"] == [compiled]
    assert (project / compiled[1:]).exists()


def test_by_hand(locale: Path, project: Path) -> None:
    """`python hatch_build.py` compiles the project's catalogs, or says why not and fails."""
    locale.rename(project / LOCALE)
    shutil.copy(ROOT / "hatch_build.py", project)
    command = [sys.executable, str(project / "hatch_build.py")]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    assert made.stdout == f"{project / LOCALE / 'de' / 'LC_MESSAGES' / 'quotekit.mo'}\n"
    (project / LOCALE / "quotekit.pot").unlink()
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr.startswith(str(project / LOCALE / "quotekit.pot"))


def test_catalogs_are_compiled_as_they_stand(tmp_path: Path) -> None:
    """Every catalog of the package is whole, and what is compiled is what is written."""
    shown = tmp_path / "package"
    project = ROOT / LOCALE
    for source in [*project.glob("*/LC_MESSAGES/*.po"), *project.glob("*.pot")]:
        target = shown / source.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    for path in compile_catalogs(shown):
        installed = project / path.relative_to(shown)
        assert installed.exists(), "run: python hatch_build.py"
        assert installed.read_bytes() == path.read_bytes(), "run: python hatch_build.py"
