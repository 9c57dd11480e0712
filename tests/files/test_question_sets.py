"""Sets of questions: complete in ten languages, worded like a scope, and one's own as well."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from quotekit.errors import Fault, InvalidInputError, UnknownNameError
from quotekit.files import (
    fill_job,
    kinds_of_work,
    load_questions,
    parse_questions,
    parse_quote,
)
from quotekit.quotes import QuestionSet, worded_in

LANGUAGES = ("en", "de", "fr", "es", "it", "pt_BR", "nl", "pl", "ja", "zh_CN")
WIDE = frozenset({"ja", "zh_CN"})
KINDS = (
    "app", "brand", "consulting", "copywriting", "illustration", "photography", "shop",
    "translation", "video", "website",
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(?:the|and|which|with|whoever|costs?|rights|rounds|number|work|pictures?)\b",
    re.IGNORECASE,
)
OWN_SCRIPT = {"ja": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"), "zh_CN": re.compile("[一-鿿]")}
HEAD = "quotekit: questions/1\ntitle: Mine\n"


def wordings(asked: QuestionSet, language: str) -> list[tuple[str, str]]:
    """Return each item in one language, with its reason."""
    whys = [question.why or {} for question in asked.questions]
    return [
        (question.item[language], why[language])
        for question, why in zip(asked.questions, whys, strict=True)
    ]


def faults_in(text: str) -> tuple[Fault, ...]:
    """Return what is wrong with a set of questions."""
    with pytest.raises(InvalidInputError) as caught:
        parse_questions(text, source="own.yaml")
    return caught.value.faults


def test_kinds() -> None:
    """There are questions for these kinds of work."""
    assert kinds_of_work() == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_set_is_whole(kind: str) -> None:
    """A set has ten to sixteen questions, and says all of each in all ten languages."""
    asked = load_questions(kind)
    assert 10 <= len(asked.questions) <= 16
    texts = [asked.title]
    for question in asked.questions:
        assert question.why is not None
        texts += [question.item, question.why]
    for text in texts:
        regions = {"en_US", "de_CH"}
        assert {*text} - regions == {*LANGUAGES}
        assert tuple(name for name in text if name not in regions) == LANGUAGES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_items_read_as_scope(kind: str, language: str) -> None:
    """An item is one short line and no sentence; its reason is one sentence."""
    longest, longest_why = (30, 60) if language in WIDE else (60, 120)
    for item, why in wordings(load_questions(kind), language):
        assert len(item) <= longest, item
        assert len(why) <= longest_why, why
        assert item[-1] not in ".。?？!", item
        assert why[-1] in ".。", why
        assert item == item.strip()
        assert why == why.strip()
        assert item[0] == item[0].upper(), item


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_twice(kind: str, language: str) -> None:
    """No two items of a set, and no two reasons, read alike."""
    said = wordings(load_questions(kind), language)
    for texts in zip(*said, strict=True):
        ordered = sorted(text.casefold() for text in texts)
        assert not [first for first, second in pairwise(ordered) if first == second]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_english_is_left(kind: str, language: str) -> None:
    """No item and no reason of another language is the English one, or holds English words."""
    asked = load_questions(kind)
    english = wordings(asked, "en")
    for said, source in zip(wordings(asked, language), english, strict=True):
        for text, original in zip(said, source, strict=True):
            assert text != original
            assert not ENGLISH.search(text), text
            assert language not in OWN_SCRIPT or OWN_SCRIPT[language].search(text), text


@pytest.mark.parametrize("kind", KINDS)
def test_regions_spell_their_own_way(kind: str) -> None:
    """Swiss German knows no ß, and American English no licence, colour or optimisation."""
    for question in load_questions(kind).questions:
        for text in (question.item, question.why or {}):
            assert "ß" not in worded_in(text, "de_CH")
            american = worded_in(text, "en_US")
            assert not re.search("licence|colour|isation", american, re.IGNORECASE), american


def test_same_question_has_the_same_words() -> None:
    """Where two sets share an English item, they share it in every language."""
    seen: dict[str, dict[str, str]] = {}
    for kind in KINDS:
        for question in load_questions(kind).questions:
            assert seen.setdefault(question.item["en"], question.item) == question.item


@pytest.mark.parametrize(
    ("language", "said"),
    [("de_CH", "Mass"), ("de-CH", "Mass"), ("de_AT", "Maß"), ("pt_PT", "Medida"),
     ("ko", "Size"), ("en_GB", "Size")],
)  # fmt: skip
def test_what_a_language_falls_back_to(language: str, said: str) -> None:
    """A region falls back to its language, that to another region, and then to English."""
    known = {"de": "Maß", "de-CH": "Mass", "pt_BR": "Medida", "en": "Size"}
    assert worded_in(known, language) == said


def test_what_stands_first_serves_without_english() -> None:
    """Where there is no English either, whatever stands first is said."""
    assert worded_in({"nl": "Maat", "pl": "Rozmiar"}, "fr") == "Maat"


def test_shortest_set() -> None:
    """One question in one language is a set; a reason may be left out."""
    asked = parse_questions(f"{HEAD}questions: [{{id: harp, item: Harp}}]\n")
    assert worded_in(asked.title, "ja") == "Mine"
    assert [worded_in(question.item, "de_CH") for question in asked.questions] == ["Harp"]
    assert "  - {item: Harp, answer: unknown}\n" in fill_job({}, asked)["quote.yaml"]


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ("[]", "own.yaml:3:12: questions: there is no question here; write some"),
        (
            "[{id: a, item: A}, {id: a, item: B}]",
            'own.yaml:3:36: questions[1].id: two questions bear the id "a"; '
            "give one of them another",
        ),
        (
            "[{id: a b, item: A}]",
            'own.yaml:3:18: questions[0].id: "a b" is no id; use letters, digits, . _ - only, '
            "at most 64, beginning with a letter or digit",
        ),
        (
            "[{id: a, item: {}}]",
            "own.yaml:3:27: questions[0].item: there is no text here; write some",
        ),
        (
            "[{id: a, item: A, answer: included}]",
            'own.yaml:3:30: questions[0].answer: "answer" is not a known key; '
            "known here: id, item, why",
        ),
        (
            "[{id: a, item: {German: A}}]",
            'own.yaml:3:28: questions[0].item.German: "German" is no code of a language; '
            "write one such as de, or de_CH",
        ),
    ],
)
def test_what_is_refused(questions: str, said: str) -> None:
    """What is no set of questions is refused with its line."""
    assert [str(fault) for fault in faults_in(f"{HEAD}questions: {questions}\n")] == [said]


def test_all_faults_at_once() -> None:
    """Every fault of a set is told, whatever else is wrong with it."""
    faults = faults_in("title: Mine\nquestions: [{id: a, item: A}, {id: a, item: B}]\n")
    assert {fault.code for fault in faults} == {"missing_key", "duplicate_id"}


def test_another_document_is_no_set() -> None:
    """A quote in place of a set is called by its name."""
    (fault,) = faults_in("quotekit: quote/1\nnumber: Q-1\n")
    assert fault.code == "wrong_kind"
    assert fault.message == "this is a quote, where a set of questions is expected"


def test_name_or_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is a kind, even beside a file of that name; a path, or an ending, is a file."""
    monkeypatch.chdir(tmp_path)
    Path("website").write_text(f"{HEAD}questions: [{{id: a, item: A}}]\n")
    Path("own.yml").write_text(f"{HEAD}questions: [{{id: b, item: B}}]\n")
    assert len(load_questions("website").questions) > 1
    assert load_questions("./website").questions[0].id == "a"
    assert load_questions("own.yml").questions[0].id == "b"
    assert load_questions(tmp_path / "own.yml").questions[0].id == "b"


def test_unknown_kind() -> None:
    """A kind that is not there is answered with the nearest one and with all."""
    with pytest.raises(UnknownNameError) as caught:
        load_questions("ilustration")
    assert "did you mean illustration? (known: app, " in caught.value.faults[0].remedy


@pytest.mark.parametrize("text", ["a: b", "a, b", "#1", "[x]", "{x}", "null", "1", "'", "a\nb"])
def test_any_item_is_kept(text: str) -> None:
    """Whatever an item looks like to YAML, the quote asks just that."""
    asked = QuestionSet.model_validate(
        {"title": "Mine", "questions": [{"id": "a", "item": text, "why": "x\n- y\u2028z"}]}
    )
    (item,) = parse_quote(fill_job({}, asked)["quote.yaml"]).scope
    assert item.item == text
