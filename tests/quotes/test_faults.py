"""pydantic's errors in our words: where, what, and what to do."""

from typing import Annotated, Any

import pytest
from pydantic import Discriminator, Tag, TypeAdapter, ValidationError

from quotekit.quotes import Written, faults_of
from quotekit.values import Slug, Text


class Colour(Written):
    """A part that some wholes have."""

    name: Text


class Paint(Written):
    """One of two kinds."""

    paint: Slug
    colour: Colour | None = None


class Wash(Written):
    """The other kind."""

    wash: Slug
    times: dict[Text, Colour] = {}


def _tag(item: Any) -> str:
    return "[paint]" if "paint" in item else "[wash]"


Step = Annotated[
    Annotated[Paint, Tag("[paint]")] | Annotated[Wash, Tag("[wash]")], Discriminator(_tag)
]


class Plan(Written):
    """A document."""

    steps: tuple[Step, ...]
    labels: dict[Slug, Text] = {}


def faults(data: Any) -> list[str]:
    """Return what is said of a plan."""
    with pytest.raises(ValidationError) as refused:
        Plan.model_validate(data)
    found = faults_of(refused.value, Plan)
    assert all(fault.code != "invalid" for fault in found)
    return [f"{fault}{' (key)' if fault.on_key else ''}" for fault in found]


def test_tags_are_no_part_of_the_path() -> None:
    """Which model was chosen is not written in the document, so the path does not say it."""
    assert faults({"steps": [{"paint": "a", "colour": {"name": 5}}, {"wash": "../b"}]}) == [
        'steps[0].colour.name: "5" is not text; write text',
        'steps[1].wash: "../b" is no id; use letters, digits, . _ - only, at most 64, beginning '
        "with a letter or digit",
    ]


def test_known_keys_are_those_of_the_chosen_model() -> None:
    """What a wrong key may have meant is looked for in the model that its neighbours chose."""
    assert faults(
        {"steps": [{"paint": "a", "color": {}}, {"wash": "b", "color": {}}, {"paint": "a", "x": 1}]}
    ) == [
        'steps[0].color: "color" is not a known key; did you mean colour? (key)',
        'steps[1].color: "color" is not a known key; known here: wash, times (key)',
        'steps[2].x: "x" is not a known key; known here: paint, colour (key)',
    ]


def test_known_keys_inside_a_chosen_model() -> None:
    """The same holds further inside it, behind a map with free keys as well."""
    assert faults(
        {
            "steps": [
                {"paint": "a", "colour": {"nane": "red", "name": "red"}},
                {"wash": "b", "times": {"[paint]": {"nane": "red", "name": "red"}}},
            ]
        }
    ) == [
        'steps[0].colour.nane: "nane" is not a known key; did you mean name? (key)',
        'steps[1].times.[paint].nane: "nane" is not a known key; did you mean name? (key)',
    ]


def test_a_key_that_looks_like_a_tag_is_a_key() -> None:
    """Free keys stay in the path, whatever they look like."""
    assert faults({"steps": [{"wash": "b", "times": {"[wash]": {"name": 1}}}]}) == [
        'steps[0].times.[wash].name: "1" is not text; write text'
    ]


def test_a_key_at_fault_is_told_from_its_value() -> None:
    """A map's key may break the rules, and its value may."""
    assert faults({"steps": [], "labels": {"../x": "a", "b": 5}}) == [
        'labels.../x: "../x" is no id; use letters, digits, . _ - only, at most 64, beginning '
        "with a letter or digit (key)",
        'labels.b: "5" is not text; write text',
    ]


def test_any_annotation_can_be_the_root() -> None:
    """What is validated need not be a model."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(dict[str, Colour]).validate_python({"a": {"nane": "x", "name": "x"}})
    (fault,) = faults_of(refused.value, dict[str, Colour])
    assert str(fault) == 'a.nane: "nane" is not a known key; did you mean name?'
