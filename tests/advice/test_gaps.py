"""Whether a quote says all that it should: score, blockers, warnings."""

from typing import Any

import pytest

from quotekit.advice import Review, check
from tests.advice.said_quotes import SCREENS, found, gaps, only, said, without
from tests.written_quotes import priced, task


def test_nothing_left_open() -> None:
    """A quote that says all has every percent, and nothing is found in it."""
    whole = gaps()
    assert (whole.score, whole.findings) == (100, ())
    assert (whole.quote, whole.title, whole.client) == ("Q-1", "Website", "Sonnental GmbH")


def test_score_is_weighed_and_never_rounded_up() -> None:
    """One light thing of many leaves less than a hundred; a heavy one weighs more."""
    # Parties and title 3 + 3 + 1 + 2 + 2 + 3, scope 4 × 3, task 2 + 2 + 1, payments 2 + 1 + 1,
    # agreement 3 + 2: 40 in all.
    assert gaps(title=None).score == 97
    assert gaps(seller=None).score == 92
    assert gaps(tasks=[without("if_changed")]).score == 97


def test_no_score_hides_a_blocker() -> None:
    """A quote with one gap that blocks is blocked, however high its score is."""
    many = [SCREENS, *({**SCREENS, "id": f"screens-{at}"} for at in range(49))]
    whole = gaps(tasks=many, client=None)
    assert whole.score == 98
    assert only(whole.blockers).code == "no_client"
    assert whole.warnings == ()


def test_empty_quote() -> None:
    """Of a quote in which nothing stands but its number, hardly anything is said."""
    bare = check(priced())
    assert bare.score == 0
    assert {one.code for one in bare.blockers} == {
        "no_seller", "no_client", "no_valid_until", "no_tasks",
    }  # fmt: skip


def test_every_finding_says_what_to_do_and_why() -> None:
    """A fact, a remedy, and the reason why it matters stand in every finding."""
    bare = check(priced(tasks=[task("a", unit="hour", description="Modern etc.")]))
    assert len(bare.findings) > 8
    for one in bare.findings:
        assert one.fact
        assert one.remedy
        assert one.why.endswith((".", "?"))


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"tasks": [{**SCREENS, "title": "Modern screens"}]}, "tasks[0].title"),
        ({"tasks": [{**SCREENS, "description": "Several screens."}]}, "tasks[0].description"),
        (
            {"tasks": [{**SCREENS, "deliverables": ["A file", "Icons etc."]}]},
            "tasks[0].deliverables[1]",
        ),
        ({"tasks": [{**SCREENS, "done_when": "It looks nice."}]}, "tasks[0].done_when"),
        ({"tasks": [{**SCREENS, "not_included": ["Some texts"]}]}, "tasks[0].not_included[0]"),
        ({"assumptions": ["Texts arrive in one go.", "We meet regularly."]}, "assumptions[1]"),
    ],
)
def test_vague_words_by_their_place(keys: dict[str, Any], place: str) -> None:
    """A vague word is a warning at the line in which it stands."""
    assert found(**keys) == [("vague", place, False)]


def test_vague_words_of_the_quote_s_language() -> None:
    """Words are those of the language in which the quote is written."""
    words = [{**SCREENS, "description": "Ein zeitgemäßer Auftritt, modern."}]
    assert [one.fact.split('"')[1] for one in gaps(tasks=words, language="de_AT").findings] == [
        "zeitgemäßer", "modern",
    ]  # fmt: skip
    assert [one.fact.split('"')[1] for one in gaps(tasks=words).findings] == ["modern"]


def test_vague_words_leave_the_score() -> None:
    """A vague word is pointed at and counts in no score: there may be any number of them."""
    assert gaps(assumptions=["We meet regularly."]).score == 100


def test_exceptions_are_at_hand() -> None:
    """For whom which term is departed from can be told without the quote."""
    free = [{"term": "changes.handling_fee", "value": 0}]
    assert only_term(gaps(exceptions=free).exceptions) == "changes.handling_fee"


def only_term(exceptions: tuple[object, ...]) -> object:
    """Return the term of the only exception."""
    (one,) = exceptions
    return getattr(one, "term", None)


def test_review_has_the_blockers_of_all() -> None:
    """What several quotes leave open blocks where it blocks one of them."""
    review = Review((gaps(), gaps(client=None), check(said(seller=None))))
    assert [one.code for one in review.blockers] == ["no_client", "no_seller"]
